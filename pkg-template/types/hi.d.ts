// the types of "bijak/hi"
import type { Language } from "./index.js";

/** Messages in Hindi, for the option `locale`. */
export const hi: Language;
