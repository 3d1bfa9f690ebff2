// The same words natively and in Wasm, byte for byte: what the crate says of every fixture, written down by serde_json, beside
// what the packed package says of it as text and as bytes, in English and in Hindi; and of every case of tests/adversarial.json.
// The package has two Wasm files, a fast one for Node and a small one for browsers.
import assert from "node:assert/strict";
import { isUtf8 } from "node:buffer";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { payloadOf, targetOf } from "./adversarial-runner.mjs";
import { fixtureFiles, freshProject, project } from "./support.mjs";

const require = createRequire(join(freshProject("native-wasm"), "package.json"));
const { hi } = require("bijak/hi");
const packages = {
  fast: require("bijak"),
  small: await import(pathToFileURL(require.resolve("bijak/inline").replace(".cjs", ".js")).href),
};

const nativeResults = written("fixtures");
const fixtures = new Map(
  fixtureFiles().flatMap(({ name, cases }) => cases.map((fixture) => [`${name.replace(".json", "")}: ${fixture.name}`, fixture])),
);

/** What a test of the crate writes down, line by line. */
function written(suite) {
  const path = join(project, "target/results.ndjson");
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

function resultsOf({ build, check, normalize, splitTax }, { endpoint, target, options }, payload, locale) {
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
  assert.ok(nativeResults.length >= 1000, `${nativeResults.length} lines`);
  assert.ok(nativeResults.filter(({ results }) => results.build?.startsWith('{"status":"ready"')).length >= 100);
});

describe("what is said of a fixture is the same text", () => {
  for (const [wasm, locale] of [
    ["fast", "en"],
    ["fast", "hi"],
    ["small", "en"],
  ]) {
    test(`${wasm}, ${locale}`, () => {
      let compared = 0;
      for (const { file, name, hex, results } of nativeResults.filter((line) => line.locale === locale)) {
        const fixture = fixtures.get(`${file}: ${name}`);
        for (const [form, payload] of Object.entries(formsOf(hex))) {
          const here = resultsOf(packages[wasm], fixture, payload, locale);
          for (const [method, text] of Object.entries(results).filter(([, text]) => text !== null)) {
            assert.equal(JSON.stringify(here[method]()), text, `${file}: ${name}: ${method} of ${form}`);
            compared += 1;
          }
        }
      }
      assert.ok(compared >= 2500, `${compared} compared`);
    });
  }
});

describe("what is said of a payload that means harm is the same text", () => {
  const cases = new Map(JSON.parse(readFileSync(join(project, "tests/adversarial.json"), "utf8")).map((item) => [item.name, item]));
  const adversarialResults = written("adversarial");
  for (const [wasm, { build, check, normalize }] of Object.entries(packages)) {
    test(wasm, () => {
      let compared = 0;
      for (const { name, endpoint, results } of adversarialResults) {
        const { options, ...item } = cases.get(name);
        const payload = payloadOf(item);
        const here = {
          check: () => check(endpoint, payload, options),
          normalize: () => {
            const { changes, report } = normalize(endpoint, payload, options);
            return [changes, report];
          },
          build: () => build(endpoint, payload, targetOf(endpoint), options),
        };
        for (const [method, text] of Object.entries(results).filter(([, text]) => text !== null)) {
          assert.equal(JSON.stringify(here[method]()), text, `${name}: ${method} at ${endpoint}`);
          compared += 1;
        }
      }
      assert.ok(compared >= 1500, `${compared} compared`);
    });
  }
});

test("what is said of unreadable values and unknown words is the same text", () => {
  const results = written("unreadable");
  assert.ok(results.length > 300, `${results.length} lines`);
  for (const { endpoint, payload, options, report } of results) {
    for (const { check } of Object.values(packages)) assert.equal(JSON.stringify(check(endpoint, payload, options)), report);
  }
});
