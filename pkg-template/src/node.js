import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initSync } from "#glue";
import { createApi } from "./api.js";
import { checkAllOver } from "./batch.js";
import * as core from "./core.js";
import { schemaOver } from "./schema.js";

export * from "./tables.js";

const api = createApi(() => {
  const { memory } = initSync({ module: readFileSync(join(__dirname, "bijak_bg.wasm")) });
  return { ...core, memory };
});

export const { check, normalize, build, splitTax, parseGstin } = api;
export const checkAll = /* @__PURE__ */ checkAllOver(api);
export const schema = /* @__PURE__ */ schemaOver(normalize, { eager: true });

export const init = async () => {};
