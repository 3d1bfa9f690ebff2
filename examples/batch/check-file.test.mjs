import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";

const folder = import.meta.dirname;
const made = mkdtempSync(join(tmpdir(), "batch-"));
after(() => rmSync(made, { recursive: true }));
const run = (...args) => spawnSync(process.execPath, ["check-file.mjs", ...args], { cwd: folder, encoding: "utf8" });

test("reports each finding with its line, and a summary", () => {
  const { stdout, stderr, status } = run("createInvoice", "invoices.ndjson");
  const lines = stdout.trimEnd().split("\n");
  assert.deepEqual(lines.slice(0, -1).map((line) => line.replace(/: .*/, "")), [
    "invoices.ndjson:2 error dueDate date.format",
    "invoices.ndjson:2 error sgst tax.halves-differ",
    "invoices.ndjson:2 error netAmount amount.as-text",
    "invoices.ndjson:2 error netAmount total.net",
    "invoices.ndjson:4 error payload json.syntax",
  ]);
  assert.equal(lines.at(-1), "4 payloads, 2 faulty: 5 errors, 0 warnings");
  assert.deepEqual([status, stderr], [1, ""]);
});

test("reads a gzipped file, and says so when all is well", () => {
  const [first] = readFileSync(join(folder, "invoices.ndjson"), "utf8").split("\n");
  const sound = join(made, "sound.ndjson.gz");
  writeFileSync(sound, gzipSync(`${first}\n`.repeat(1000)));
  const { stdout, status } = run("createInvoice", sound);
  assert.equal(stdout, "1000 payloads, 0 faulty: 0 errors, 0 warnings\n");
  assert.equal(status, 0);
});

test("says what is wrong with the call", () => {
  const plain = join(made, "no-gzip.gz");
  writeFileSync(plain, "{}\n");
  const calls = [[[], /usage/], [["createInvoice", "none.ndjson"], /ENOENT/], [["createInvoice", "none.gz"], /ENOENT/],
    [["createInvoice", plain], /header/], [["create", "invoices.ndjson"], /unknown endpoint "create"/]];
  for (const [args, said] of calls) {
    const { stderr, status } = run(...args);
    assert.match(stderr, said);
    assert.equal(status, 2);
  }
});
