// for Cloudflare Workers, which compile no bytes at run time but take a .wasm as a module
import { initSync } from "#glue";
import module from "./bijak_bg.wasm";
import { createApi } from "./api.js";
import * as core from "./core.js";
import { schemaOver } from "./schema.js";

export * from "./tables.js";

export const { check, normalize, build, splitTax, parseGstin } = createApi(() => {
  const { memory } = initSync({ module });
  return { ...core, memory };
});

export const schema = /* @__PURE__ */ schemaOver(normalize, { eager: true });

export const init = async () => {};
