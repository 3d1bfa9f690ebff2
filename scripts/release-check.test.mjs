import assert from "node:assert/strict";
import { test } from "node:test";
import { missing } from "./release-check.mjs";

const address = "https://bijak.dev";
const crate = { name: "bijak", version: "1.2.3", repository: address, homepage: address, publish: null, dependencies: [] };
const tool = { ...crate, name: "bijak-cli", dependencies: [{ name: "bijak", req: "^1.2.3", path: "/bijak" }] };
const ready = { packages: [crate, tool], changelog: "## [1.2.3] - 2026-12-01\n", security: "Write to security@bijak.dev" };

test("nothing is missing where all is there", () => {
  assert.deepEqual(missing("v1.2.3", ready), []);
  const unpublished = { ...crate, name: "bijak-wasm", version: "0.0.0", publish: [] };
  assert.deepEqual(missing("v1.2.3", { ...ready, packages: [crate, tool, unpublished] }), []);
});

/** @type {Record<string, [string, typeof ready, RegExp]>} */
const faults = {
  "a tag without a version": ["main", ready, /^main is not a tag of a version/],
  "another version": [
    "v1.2.4",
    { ...ready, changelog: "## [1.2.4] - 2026-12-01\n", packages: [crate] },
    /bijak has version 1\.2\.3, not 1\.2\.4/,
  ],
  "a placeholder address": ["v1.2.3", { ...ready, packages: [{ ...crate, repository: "https://bijak.example/repository" }] }, /repository/],
  "no address": ["v1.2.3", { ...ready, packages: [{ ...crate, homepage: null }] }, /homepage/],
  "a tool of the library before": [
    "v1.2.3",
    { ...ready, packages: [{ ...tool, dependencies: [{ name: "bijak", req: "^1.2.2", path: "/bijak" }] }] },
    /depends on bijak \^1\.2\.2/,
  ],
  "a placeholder in SECURITY.md": ["v1.2.3", { ...ready, security: "Write to security@bijak.example" }, /^SECURITY\.md/],
  "a changelog without the version": ["v1.2.3", { ...ready, changelog: "## [Unreleased]\n" }, /^CHANGELOG\.md/],
  "a changelog without a date": ["v1.2.3", { ...ready, changelog: "## [1.2.3]\n" }, /^CHANGELOG\.md/],
};
for (const [name, [tag, state, expected]] of Object.entries(faults)) {
  test(`reported: ${name}`, () => {
    const found = missing(tag, state);
    assert.equal(found.length, 1, found.join("\n"));
    assert.match(found[0], expected);
  });
}
