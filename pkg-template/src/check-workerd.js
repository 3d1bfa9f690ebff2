// as workerd.js, over the small Wasm
import { initSync } from "#glue";
import module from "./check_bg.wasm";
import { createChecker } from "./api.js";
import * as core from "./check-core.js";

export const { check } = createChecker(() => {
  const { memory } = initSync({ module });
  return { ...core, memory };
});

export const init = async () => {};
