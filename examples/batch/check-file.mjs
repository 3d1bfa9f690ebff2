// Checks an NDJSON file, one payload per line, gzipped or not: node check-file.mjs ENDPOINT FILE
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { checkAll } from "bijak";

const [endpoint, file] = process.argv.slice(2);
const total = { payloads: 0, faulty: 0, errors: 0, warnings: 0 };

async function checkLines(source) {
  for await (const { line, report } of checkAll(source, endpoint, { format: "ndjson" })) {
    total.payloads += 1;
    total.faulty += report.valid ? 0 : 1;
    total.errors += report.errors;
    total.warnings += report.warnings;
    for (const { severity, path, code, message } of report.findings) {
      console.log(`${file}:${line} ${severity} ${path.join(".") || "payload"} ${code}: ${message}`);
    }
  }
}

try {
  if (!file) throw new Error("usage: node check-file.mjs ENDPOINT FILE");
  const unpack = file.endsWith(".gz") ? [createGunzip()] : [];
  await pipeline(createReadStream(file), ...unpack, checkLines);
  console.log(`${total.payloads} payloads, ${total.faulty} faulty: ${total.errors} errors, ${total.warnings} warnings`);
  process.exitCode = total.faulty > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message); // the file cannot be read, or there is no such endpoint
  process.exitCode = 2;
}
