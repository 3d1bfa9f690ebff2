// For CommonJS: Node reads a .wasm that lies beside; a bundle for servers has the text inside. The names in capitals build.mjs fills in.
export function bytes() {
  return near() ?? require(TEXT_FILE).bytes();
}

function near() {
  try {
    const wasm = process.getBuiltinModule("node:fs").readFileSync(`${__dirname}/${WASM_FILE}`);
    return wasm.length === WASM_LENGTH ? wasm : undefined; // beside a bundle may lie that of another version
  } catch {
    return undefined;
  }
}
