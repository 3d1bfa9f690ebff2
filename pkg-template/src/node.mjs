// One instance for `import` and `require`. By `require`, for `import` would first look through its text for names, 3 ms of work;
// bundlers, which could not follow it, find other entries in package.json.
import { createRequire } from "node:module";

const bijak = createRequire(import.meta.url)("./inline.cjs");
export const { build, byField, check, checkAll, init, normalize, parseGstin, problem, rules, schema, splitTax, transitions } = bijak;
