// for CommonJS: Node reads the fast .wasm that lies beside; a bundle for servers has the text inside
export function bytes() {
  return near() ?? require("./bytes.cjs").bytes();
}

function near() {
  try {
    const wasm = process.getBuiltinModule("node:fs").readFileSync(`${__dirname}/fast.wasm`);
    return wasm.length === WASM_LENGTH ? wasm : undefined; // beside a bundle may lie that of another version
  } catch {
    return undefined;
  }
}
