// For CommonJS: Node reads the .wasm in the same folder; a server bundle embeds it as text. build.mjs replaces the names in capitals.
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
