// the types of "bijak/web": those of "bijak", except init
export * from "./index.js";

/**
 * Loads the WebAssembly. Call it once before any other function.
 *
 * `source`: the .wasm file, if it is not in the folder of the module: a URL, a `Response`, its bytes or a `WebAssembly.Module`.
 * Rejects if it cannot be loaded; a further call tries again.
 *
 * @example
 * await init();
 */
export function init(source?: string | object): Promise<void>;
