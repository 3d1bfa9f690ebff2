// the types of "bijak/language"
import type { Language, Translation } from "./index.js";

/**
 * Makes a language of your own for the option `locale`. What it lacks is taken from `base`, English unless told.
 *
 * The keys are those of `bijak/messages/en.json`. Throws a `TypeError` for a key that does not exist, and for a template
 * whose places (`{0}`, `{1}` …) are not those of the English.
 *
 * @example
 * const mr = language("mr", { messages: { "field.missing": { Missing: "{0} दिलेले नाही; ते आवश्यक आहे" } } }, hi);
 * check("createInvoice", body, { locale: mr });
 */
export function language(locale: string, translation?: Translation, base?: Language): Language;
