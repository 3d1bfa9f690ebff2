import { english } from "#english";
import * as answer from "./answer.js";
import { SENTENCE } from "./constants.js";

/** @import { Language } from "./internal.js" */

export { english };

/**
 * The language that the option `locale` is, or names.
 * @param {any} locale
 * @returns {Language}
 */
export function languageOf(locale) {
  if (locale === undefined || locale === "en") return english;
  if (Array.isArray(locale?.messages)) return locale;
  throw new TypeError('`options.locale` must be "en" or a language; import { hi } from "bijak/hi", then pass { locale: hi }');
}

/**
 * Puts the sentences in `text` together.
 * @param {string} text
 * @param {Language} language
 */
export function localized(text, language) {
  let whole = "";
  let from = 0;
  for (;;) {
    const to = text.indexOf(SENTENCE, from);
    if (to < 0) return whole + text.slice(from);
    whole += text.slice(from, to);
    answer.openText(text, to + 1);
    whole += answer.sentence(language);
    from = answer.position();
  }
}
