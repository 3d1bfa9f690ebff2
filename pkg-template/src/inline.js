import { initSync } from "#glue";
import base64 from "#wasm";
import { createApi } from "./api.js";
import * as core from "./core.js";

export { rules } from "#rules";
export { transitions } from "./lifecycle.js";

export const { check, normalize, build, splitTax, parseGstin } = createApi(() => {
  const { memory } = initSync({ module: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) });
  return { ...core, memory };
});

export const init = async () => {};
