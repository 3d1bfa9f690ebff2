// for Cloudflare Workers, which compile no bytes at run time but take a .wasm as a module
import { initSync } from "#glue";
import module from "./bijak_bg.wasm";
import { createApi } from "./api.js";
import { checkAllOver } from "./batch.js";
import * as core from "./core.js";
import { schemaOver } from "./schema.js";

export * from "./tables.js";

const api = createApi(() => {
  const { memory } = initSync({ module });
  return { ...core, memory };
});

export const { check, normalize, build, splitTax, parseGstin } = api;
export const checkAll = /* @__PURE__ */ checkAllOver(api);
export const schema = /* @__PURE__ */ schemaOver(normalize, { eager: true });

export const init = async () => {};
