import { english, keys } from "#keys";

/** @import { Language } from "./internal.js" */

/**
 * A language of one's own, looked at here: a wrong key or place is a TypeError now, and not a broken sentence later.
 * @param {string} locale
 * @param {{ messages?: Record<string, Record<string, string>>, phrases?: Record<string, string>, reasons?: Record<string, string> }} translation
 * @param {Language} base
 * @returns {Language}
 */
export function language(locale, { messages = {}, phrases = {}, reasons = {} } = {}, base = english) {
  for (const phrase of Object.keys(phrases)) known("phrase", phrase, keys.phrases);
  /**
   * @param {"messages" | "reasons"} kind
   * @param {Record<string, string>} texts
   */
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

  /**
   * @param {string} what
   * @param {string} key
   * @param {string[]} list
   */
  function known(what, key, list) {
    if (!list.includes(key)) throw new TypeError(`${locale}: unknown ${what} ${key}`);
  }

  /**
   * @param {string} key
   * @param {string} text
   * @param {string} original
   */
  function fitting(key, text, original) {
    if (typeof text === "string" && places(text) === places(original)) return text;
    throw new TypeError(`${locale}: ${key} must be a string with the same placeholders as "${original}"`);
  }
}

/**
 * `{ code: { form: text } }` as `{ "code/form": text }`.
 * @param {Record<string, Record<string, string>>} messages
 * @returns {Record<string, string>}
 */
function flat(messages) {
  /** @param {[string, Record<string, string>]} entry */
  const forms = ([code, forms]) => Object.entries(forms).map(([form, text]) => [`${code}/${form}`, text]);
  return Object.fromEntries(Object.entries(messages).flatMap(forms));
}

/** @param {string} text */
const places = (text) => (text.match(/\{\d\}/g) ?? []).sort().join();
