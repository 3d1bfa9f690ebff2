// `check` alone, over a Wasm that knows no more; else as inline.js
import { initSync } from "#glue";
import { bytes } from "#bytes";
import { createChecker } from "./api.js";
import * as core from "./check-core.js";

/** @type {WebAssembly.Memory} */
let memory;
/** @param {WebAssembly.Module | Uint8Array<ArrayBuffer>} module */
const start = (module) => {
  ({ memory } = initSync({ module }));
};

export const { check } = createChecker(() => {
  if (!memory) start(bytes());
  return { ...core, memory };
});

/** Compiles off the main thread, at a moment that the caller chooses; otherwise the first check compiles. */
export async function init() {
  if (memory) return;
  const module = await WebAssembly.compile(bytes());
  if (!memory) start(module);
}
