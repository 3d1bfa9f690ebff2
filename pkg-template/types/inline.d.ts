// for module resolutions that know no "exports"
export * from "./index.js";
