import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { faultsOf } from "./fixture-runner.mjs";
import { fixtureFiles, installed } from "./support.mjs";

const bijak = installed("fixtures");
const files = fixtureFiles();

test("there are fixtures", () => assert.ok(files.flatMap(({ cases }) => cases).length >= 500));

for (const { name, cases } of files) {
  describe(name, () => {
    for (const fixture of cases) test(fixture.name, () => assert.deepEqual(faultsOf(bijak, fixture), []));
  });
}
