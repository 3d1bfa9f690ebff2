// the types of "bijak/hi"
import type { Language } from "./index.js";

/** Messages in Hindi: give it as the option `locale`. */
export const hi: Language;
