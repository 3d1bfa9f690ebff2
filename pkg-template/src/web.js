// for pages without a bundler: the Wasm is fetched and compiled while it arrives
import load from "#glue";
import { createApi } from "./api.js";
import { checkAllOver } from "./batch.js";
import * as core from "./core.js";
import { schemaOver } from "./schema.js";

export * from "./tables.js";

/** @type {Promise<void> | undefined} */
let loading;
/** @type {WebAssembly.Memory} */
let memory;

const api = createApi(() => {
  if (!memory) throw new Error('bijak is not loaded yet; call `await init()` first, or import "bijak", which loads itself');
  return { ...core, memory };
});

export const { check, normalize, build, splitTax, parseGstin } = api;
export const checkAll = /* @__PURE__ */ checkAllOver(api);
export const schema = /* @__PURE__ */ schemaOver(normalize);

/** @param {string | object} [source] */
export function init(source) {
  loading ??= load(/** @type {any} */ (source && { module_or_path: source })).then(
    (exports) => {
      ({ memory } = exports);
    },
    (error) => {
      loading = undefined; // so that it can be tried again
      throw error;
    },
  );
  return loading;
}
