// the types of "bijak/web": those of "bijak", but for init
export * from "./index.js";

/**
 * Loads the WebAssembly; needed once before the first function.
 *
 * `source`: where the .wasm is, when not beside the module: an address, a `Response`, its bytes or a `WebAssembly.Module`.
 * Rejects when it cannot be loaded; calling again tries again.
 *
 * @example
 * await init();
 */
export function init(source?: string | object): Promise<void>;
