// What the Wasm of one family of endpoints takes: the binding with the features of that family, compiled as the package is. It is
// measured, not published.
//   node families.mjs --assert   fails above a budget, or if a Wasm has something of another family
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bindWasm, compileWasm, optimizeWasm, SMALL, target } from "../pkg-template/wasm.mjs";
import { sizesOf } from "./sizes.mjs";

/** The builds, and the most bytes of each, gzipped. The goals are 50 and 36 KB. */
const BUILDS = {
  "receivables, every function": { families: "receivables", features: "full", budget: 56 * 1024 },
  "receivables, checking alone": { families: "receivables", features: "", budget: 45 * 1024 },
};

/** Words of the tables and rules of Bharat Connect. */
const OTHERS = ["supplierB2BId", "itemLists", "nbblInvoiceStatus", "SENT_TO_BUYER", "SEZWP"];

/** The sizes of the Wasm files. */
export function familySizes() {
  const folder = join(target, "wasm-families");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "optimized.wasm");
  const measured = (build) => {
    bindWasm(compileWasm({ ...SMALL, ...build }), folder, "--target", "web", "--remove-producers-section");
    optimizeWasm(folder, file, SMALL.passes);
    const wasm = readFileSync(file);
    const found = OTHERS.filter((word) => wasm.includes(word));
    if (found.length > 0) throw new Error(`words of another family in the Wasm: ${found.join(", ")}`);
    return sizesOf(wasm);
  };
  return Object.fromEntries(Object.entries(BUILDS).map(([name, build]) => [name, measured(build)]));
}

if (process.argv[1] === import.meta.filename) {
  const sizes = familySizes();
  console.log(sizes);
  const above = Object.keys(sizes).filter((name) => sizes[name].gzip > BUILDS[name].budget);
  if (process.argv.includes("--assert") && above.length > 0) {
    console.error(`above the budget: ${above.join("; ")}`);
    process.exitCode = 1;
  }
}
