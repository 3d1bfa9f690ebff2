// what needs no Wasm: the same in every entry
export { byField } from "./forms.js";
export { rules } from "#rules";
export { transitions } from "./lifecycle.js";
export { problem } from "./problem.js";
