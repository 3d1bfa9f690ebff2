// compiled, not run
import { check as checkAlone, type Report } from "bijak/check";
import { hi } from "bijak/hi";
import { check } from "bijak/inline";
import { check as checkInPage, init } from "bijak/web";

export const valid: boolean = check("updateInvoice", {}, { locale: hi }).valid && checkInPage("updateInvoice", {}).valid;
export const report: Report = checkAlone("updateInvoice", {});
export const loaded: Promise<void> = init("/assets/bijak_bg.wasm");
// @ts-expect-error: no such endpoint
() => check("deleteInvoice", {});
// @ts-expect-error: no such endpoint
() => checkInPage("deleteInvoice", {});
