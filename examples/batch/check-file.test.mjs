// The example as a newcomer has it: copied, with the package installed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { freshProject } from "../../tests/package/support.mjs";

const folder = freshProject("example-batch");
for (const name of ["check-file.mjs", "invoices.ndjson"]) cpSync(new URL(name, import.meta.url), join(folder, name));
const run = (...args) => spawnSync(process.execPath, ["check-file.mjs", ...args], { cwd: folder, encoding: "utf8" });

test("tells each finding with its line, and a summary", () => {
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
  writeFileSync(join(folder, "sound.ndjson.gz"), gzipSync(`${first}\n`.repeat(1000)));
  const { stdout, status } = run("createInvoice", "sound.ndjson.gz");
  assert.equal(stdout, "1000 payloads, 0 faulty: 0 errors, 0 warnings\n");
  assert.equal(status, 0);
});

test("says what is wrong with the call", () => {
  writeFileSync(join(folder, "no-gzip.gz"), "{}\n");
  const calls = [[[], /usage/], [["createInvoice", "none.ndjson"], /ENOENT/], [["createInvoice", "none.gz"], /ENOENT/],
    [["createInvoice", "no-gzip.gz"], /header/], [["create", "invoices.ndjson"], /unknown endpoint "create"/]];
  for (const [args, said] of calls) {
    const { stderr, status } = run(...args);
    assert.match(stderr, said);
    assert.equal(status, 2);
  }
});
