// compiled, not run; "bijak/web" has no CommonJS
import { check } from "bijak/inline";

export const valid: boolean = check("updateInvoice", {}).valid;
// @ts-expect-error: no such endpoint
() => check("deleteInvoice", {});
