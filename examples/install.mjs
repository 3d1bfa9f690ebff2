// Puts the packed bijak where the example folders find it: examples/node_modules/bijak. Usage: node install.mjs
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const packed = join(import.meta.dirname, "../target/npm");
const found = existsSync(packed) && readdirSync(packed).find((name) => name.endsWith(".tgz"));
if (!found) throw new Error("no package in target/npm: `make package` first");

const folder = join(import.meta.dirname, "node_modules/bijak");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
execFileSync("tar", ["-xzf", join(packed, found), "-C", folder, "--strip-components=1"]);
