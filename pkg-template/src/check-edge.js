// as edge.js, over the small Wasm
import { initSync } from "#glue";
import module from "./check_bg.wasm?module";
import { createChecker } from "./api.js";
import * as core from "./check-core.js";

export const { check } = createChecker(() => {
  Object.setPrototypeOf(module, WebAssembly.Module.prototype); // `next start` gives one of another realm, which the glue does not know
  const { memory } = initSync({ module });
  return { ...core, memory };
});

export const init = async () => {};
