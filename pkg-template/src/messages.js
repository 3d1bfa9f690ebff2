import { english } from "#english";

export { english };

// what the core puts around sentences and phrases, and before the parts of a sentence; in texts of users it escapes such characters
const SENTENCE = /\x1d([^\x1d]*)\x1d/g;
const PHRASE = /\x1e([^\x1e]*)\x1e/g;
const PART = "\x1f";
const PLACE = /\{(\d)\}/g;

/** The language that the option `locale` is, or names. */
export function languageOf(locale) {
  if (locale === undefined || locale === "en") return english;
  if (Array.isArray(locale?.messages)) return locale;
  throw new TypeError('`options.locale` must be "en" or a language: import { hi } from "bijak/hi", then { locale: hi }');
}

/** Puts the sentences in `text` together: of each the core gives the number of its template and what fills the places. */
export function spoken(text, { messages, phrases }) {
  return text.replace(SENTENCE, (_, sentence) => {
    const [number, ...parts] = sentence.replace(PHRASE, (_, phrase) => phrases[phrase] ?? phrase).split(PART);
    return messages[number].replace(PLACE, (_, place) => parts[place]);
  });
}

/** Puts the sentences of findings together, in place. */
export function speak(findings, language) {
  for (const finding of findings) finding.message = spoken(finding.message, language);
}
