import { english, keys } from "#keys";

/** A language of one's own, looked at here: a wrong key or place is a TypeError now, and not a broken sentence later. */
export function language(locale, { messages = {}, phrases = {}, reasons = {} } = {}, base = english) {
  for (const phrase of Object.keys(phrases)) known("phrase", phrase, keys.phrases);
  const listed = (kind, texts) => {
    for (const key of Object.keys(texts)) known(kind.slice(0, -1), key, keys[kind]);
    return keys[kind].map((key, index) => fitting(key, texts[key] ?? base[kind][index], english[kind][index]));
  };
  return {
    locale,
    messages: listed("messages", flat(messages)),
    phrases: { ...base.phrases, ...phrases },
    reasons: listed("reasons", reasons),
  };

  function known(what, key, list) {
    if (!list.includes(key)) throw new TypeError(`${locale}: there is no ${what} ${key}`);
  }

  function fitting(key, text, original) {
    if (typeof text === "string" && places(text) === places(original)) return text;
    throw new TypeError(`${locale}: ${key} must be a text with the places of "${original}"`);
  }
}

/** `{ code: { form: text } }` as `{ "code/form": text }`. */
function flat(messages) {
  const forms = ([code, forms]) => Object.entries(forms).map(([form, text]) => [`${code}/${form}`, text]);
  return Object.fromEntries(Object.entries(messages).flatMap(forms));
}

const places = (text) => (text.match(/\{\d\}/g) ?? []).sort().join();
