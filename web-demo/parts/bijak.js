// The only file with the address of the built package (see serve.mjs); its functions use the language of the page.
import * as bijak from "../bijak/web.js";
import { spoken } from "./language.js";

export { init, byField, transitions } from "../bijak/web.js";

export const check = (endpoint, payload, options) => bijak.check(endpoint, payload, spoken(options));
export const normalize = (endpoint, payload, options) => bijak.normalize(endpoint, payload, spoken(options));
export const build = (endpoint, payload, target, options) => bijak.build(endpoint, payload, target, spoken(options));
export const splitTax = (gst) => bijak.splitTax(gst, spoken());
export const parseGstin = (text) => bijak.parseGstin(text, spoken());
