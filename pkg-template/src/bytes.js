import { letters, text } from "#wasm";

/** The bytes of the Wasm; build.mjs wrote each as a letter of its own. */
export function bytes() {
  const byteOf = new Uint8Array(256 + letters.length);
  for (let byte = 0; byte < letters.length; byte++) byteOf[letters.charCodeAt(byte)] = byte;
  const wasm = new Uint8Array(text.length);
  for (let index = 0; index < wasm.length; index++) wasm[index] = byteOf[text.charCodeAt(index)];
  return wasm;
}
