// the types of "bijak/language"
import type { Language, Translation } from "./index.js";

/**
 * Creates a language for the option `locale`. Missing messages are taken from `base`, English by default.
 *
 * The keys are those of `bijak/messages/en.json`. Throws a `TypeError` for a key that does not exist, and for a template
 * whose placeholders (`{0}`, `{1}` …) differ from the English ones.
 *
 * @example
 * const mr = language("mr", { messages: { "field.missing": { Missing: "{0} दिलेले नाही; ते आवश्यक आहे" } } }, hi);
 * check("createInvoice", body, { locale: mr });
 */
export function language(locale: string, translation?: Translation, base?: Language): Language;
