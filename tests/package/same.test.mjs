// The same words natively and in Wasm, byte for byte: what the crate says of every fixture, written down by serde_json, beside
// what the packed package says of it as text and as bytes, in English and in Hindi; and of every case of tests/hostile.json.
// The package has two Wasm files, a fast one for Node and a small one for browsers.
import assert from "node:assert/strict";
import { isUtf8 } from "node:buffer";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { payloadOf, targetOf } from "./hostile-runner.mjs";
import { fixtureFiles, freshProject, project } from "./support.mjs";

const require = createRequire(join(freshProject("same"), "package.json"));
const { hi } = require("bijak/hi");
const packages = {
  fast: require("bijak"),
  small: await import(pathToFileURL(require.resolve("bijak/inline").replace(".cjs", ".js")).href),
};

const toldNatively = written("fixtures");
const fixtures = new Map(
  fixtureFiles().flatMap(({ name, cases }) => cases.map((fixture) => [`${name.replace(".json", "")}: ${fixture.name}`, fixture])),
);

/** What a test of the crate writes down, line by line. */
function written(suite) {
  const path = join(project, "target/told.ndjson");
  rmSync(path, { force: true }); // nothing of an earlier run is compared
  const args = ["test", "--locked", "--quiet", "--test", suite, "--", "--ignored", "--exact", "what_is_said_is_written_down"];
  execFileSync("cargo", args, { cwd: project, stdio: ["ignore", "ignore", "inherit"] });
  return readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** The payload as the crate had it: as bytes, and as text if it is UTF-8. */
function formsOf(hex) {
  const bytes = Buffer.from(hex, "hex");
  return isUtf8(bytes) ? { bytes, text: bytes.toString() } : { bytes };
}

function toldBy({ build, check, normalize, splitTax }, { endpoint, target, options }, payload, locale) {
  const all = locale === "en" ? options : { ...options, locale: hi };
  return {
    check: () => check(endpoint, payload, all),
    normalize: () => {
      const { text, changes, report } = normalize(endpoint, payload, all);
      return { text, changes, report };
    },
    build: () => build(endpoint, payload, target, all),
    split: () => splitTax(payload, all && { locale: all.locale }),
  };
}

test("there is enough to compare", () => {
  assert.ok(toldNatively.length >= 1000, `${toldNatively.length} lines`);
  assert.ok(toldNatively.filter(({ told }) => told.build?.startsWith('{"status":"ready"')).length >= 100);
});

describe("what is said of a fixture is the same text", () => {
  for (const [wasm, locale] of [
    ["fast", "en"],
    ["fast", "hi"],
    ["small", "en"],
  ]) {
    test(`${wasm}, ${locale}`, () => {
      let compared = 0;
      for (const { file, name, hex, told } of toldNatively.filter((line) => line.locale === locale)) {
        const fixture = fixtures.get(`${file}: ${name}`);
        for (const [form, payload] of Object.entries(formsOf(hex))) {
          const here = toldBy(packages[wasm], fixture, payload, locale);
          for (const [verb, text] of Object.entries(told).filter(([, text]) => text !== null)) {
            assert.equal(JSON.stringify(here[verb]()), text, `${file}: ${name}: ${verb} of ${form}`);
            compared += 1;
          }
        }
      }
      assert.ok(compared >= 2500, `${compared} compared`);
    });
  }
});

describe("what is said of a payload that means harm is the same text", () => {
  const cases = new Map(JSON.parse(readFileSync(join(project, "tests/hostile.json"), "utf8")).map((hostile) => [hostile.name, hostile]));
  const toldOfHarm = written("hostile");
  for (const [wasm, { build, check, normalize }] of Object.entries(packages)) {
    test(wasm, () => {
      let compared = 0;
      for (const { name, endpoint, told } of toldOfHarm) {
        const { options, ...hostile } = cases.get(name);
        const payload = payloadOf(hostile);
        const here = {
          check: () => check(endpoint, payload, options),
          normalize: () => {
            const { changes, report } = normalize(endpoint, payload, options);
            return [changes, report];
          },
          build: () => build(endpoint, payload, targetOf(endpoint), options),
        };
        for (const [verb, text] of Object.entries(told).filter(([, text]) => text !== null)) {
          assert.equal(JSON.stringify(here[verb]()), text, `${name}: ${verb} at ${endpoint}`);
          compared += 1;
        }
      }
      assert.ok(compared >= 1500, `${compared} compared`);
    });
  }
});
