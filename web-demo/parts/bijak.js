// The one place that knows where the built package is served (see serve.mjs).
export { init, build, byField, check, normalize, parseGstin, splitTax, transitions } from "../bijak/web.js";
