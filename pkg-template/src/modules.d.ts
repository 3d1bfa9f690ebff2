// The modules that build.mjs puts in, and the names that it fills in.

declare module "#glue" {
  export const build: import("./internal.js").Wasm["build"];
  export const catalogue: import("./internal.js").Wasm["catalogue"];
  export const check: import("./internal.js").Wasm["check"];
  export const endpoints: import("./internal.js").Wasm["endpoints"];
  export const input: import("./internal.js").Wasm["input"];
  export const normalize: import("./internal.js").Wasm["normalize"];
  export const key_table: import("./internal.js").Wasm["key_table"];
  export const parseGstin: import("./internal.js").Wasm["parseGstin"];
  export const skipped: import("./internal.js").Wasm["skipped"];
  export const splitTax: import("./internal.js").Wasm["splitTax"];
  export const takeText: import("./internal.js").Wasm["takeText"];
  export const result: import("./internal.js").Wasm["result"];
  export const tooLarge: import("./internal.js").Wasm["tooLarge"];
  export function initSync(source: { module: WebAssembly.Module | BufferSource }): { memory: WebAssembly.Memory };
  export default function load(source?: { module_or_path: string | object }): Promise<{ memory: WebAssembly.Memory }>;
}

declare module "#bytes" {
  /** The bytes of the Wasm. */
  export function bytes(): Uint8Array<ArrayBuffer>;
}

declare module "#wasm" {
  export const letters: string;
  export const text: string;
}

declare module "#english" {
  export const english: import("./internal.js").Language;
}

declare module "#keys" {
  export const english: import("./internal.js").Language;
  export const keys: { messages: string[]; phrases: string[]; reasons: string[] };
}

declare module "#lifecycle" {
  export const actors: string[];
  export const strictnesses: string[];
  export const machines: { name: string; statuses: string[]; arrows: import("./internal.js").Transition[] }[];
}

declare module "#rules-table" {
  export const endpoints: string[];
  export const fields: [parent: string, names: string][];
  export const rules: import("./internal.js").PackedRule[];
}

declare module "#rules" {
  export function rules(): import("./internal.js").RuleEntry[];
}

declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}

/** In files for CommonJS. */
declare function require(name: string): { bytes(): Uint8Array<ArrayBuffer> };
declare const __dirname: string;
declare const TEXT_FILE: string;
declare const WASM_FILE: string;
declare const WASM_LENGTH: number;

/** Of Node, where they exist. */
declare var process: { getBuiltinModule(name: "node:fs"): { readFileSync(path: string): Uint8Array<ArrayBuffer> } };
declare var Buffer: { from(source: ArrayBufferLike | string, offset?: number, length?: number): NodeBuffer };
declare function setImmediate(callback: () => void): unknown;

interface NodeBuffer extends Uint8Array {
  write(text: string): number;
  toString(encoding?: string, start?: number, end?: number): string;
  equals(other: Uint8Array): boolean;
}
