// the types of "bijak/check": those of "bijak", as far as `check` needs them
export { check, init } from "./index.js";
export type {
  CheckOptions,
  Code,
  Endpoint,
  Finding,
  Language,
  Options,
  Part,
  Path,
  Payloads,
  Report,
  Severity,
  Skipped,
} from "./index.js";
