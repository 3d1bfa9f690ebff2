// for the edge runtime of Next.js, which compiles no bytes either and takes a .wasm as a module under this name
import { initSync } from "#glue";
import module from "./bijak_bg.wasm?module";
import { createApi } from "./api.js";
import { checkAllOver } from "./batch.js";
import * as core from "./core.js";
import { schemaOver } from "./schema.js";

export * from "./tables.js";

const api = createApi(() => {
  Object.setPrototypeOf(module, WebAssembly.Module.prototype); // `next start` gives one of another realm, which the glue does not know
  const { memory } = initSync({ module });
  return { ...core, memory };
});

export const { check, normalize, build, splitTax, parseGstin } = api;
export const checkAll = /* @__PURE__ */ checkAllOver(api);
export const schema = /* @__PURE__ */ schemaOver(normalize, { eager: true });

export const init = async () => {};
