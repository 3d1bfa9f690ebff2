// as node.mjs
import { createRequire } from "node:module";

export const { check, init } = createRequire(import.meta.url)("./check.cjs");
