// for Node, bundlers and environments that cannot read a file: the Wasm is embedded, and nothing needs to be awaited
import { initSync } from "#glue";
import { bytes } from "#bytes";
import { createApi } from "./api.js";
import { checkAllOver } from "./batch.js";
import * as core from "./core.js";
import { schemaOver } from "./schema.js";

export * from "./tables.js";

/** @type {WebAssembly.Memory} */
let memory;
/** @param {WebAssembly.Module | Uint8Array<ArrayBuffer>} module */
const start = (module) => {
  ({ memory } = initSync({ module }));
};

const api = createApi(() => {
  if (!memory) start(bytes());
  return { ...core, memory };
});

export const { check, normalize, build, splitTax, parseGstin } = api;
export const checkAll = /* @__PURE__ */ checkAllOver(api);
export const schema = /* @__PURE__ */ schemaOver(normalize, { eager: typeof document === "undefined" });

/** Compiles beside the main thread, at a moment that the caller chooses; without it the first function compiles. */
export async function init() {
  if (memory) return;
  const module = await WebAssembly.compile(bytes());
  if (!memory) start(module);
}
