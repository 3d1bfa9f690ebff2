// for module resolution without support for "exports"
export * from "./index.js";
