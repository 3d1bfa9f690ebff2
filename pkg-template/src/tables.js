// what needs no Wasm: the same in every entry
export { rules } from "#rules";
export { transitions } from "./lifecycle.js";
export { problem } from "./problem.js";
