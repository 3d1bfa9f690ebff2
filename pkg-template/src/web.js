import load from "#glue";
import { createApi } from "./api.js";
import * as core from "./core.js";

export { rules } from "#rules";
export { transitions } from "./lifecycle.js";

let loading;
let memory;

export const { check, normalize, build, splitTax, parseGstin } = createApi(() => {
  if (!memory) throw new Error('bijak is not loaded yet: `await init()` first, or import "bijak/inline"');
  return { ...core, memory };
});

export function init(source) {
  loading ??= load(source && { module_or_path: source }).then(
    (exports) => void ({ memory } = exports),
    (error) => {
      loading = undefined; // so that it can be tried again
      throw error;
    },
  );
  return loading;
}
