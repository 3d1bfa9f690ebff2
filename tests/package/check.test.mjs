// `bijak/check`: what it says is what `bijak` says, wherever it runs.
import assert from "node:assert/strict";
import { readFileSync, rmSync, truncateSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { formsOf } from "./fixture-runner.mjs";
import { endpointsOf, payloadOf } from "./adversarial-runner.mjs";
import { fixtureFiles, freshProject, node, project, require as tools } from "./support.mjs";

const require = createRequire(join(freshProject("check"), "package.json"));
const bijak = require("bijak");
const slim = require("bijak/check");
const { hi } = require("bijak/hi");

/** What a call says, or throws. */
function said(check, ...call) {
  try {
    return check(...call);
  } catch ({ name, message }) {
    return { name, message };
  }
}

let compared = 0;
function same(name, ...call) {
  assert.deepEqual(said(slim.check, ...call), said(bijak.check, ...call), name);
  compared += 1;
}

test("it has no other function", () => assert.deepEqual(Object.keys(slim).sort(), ["check", "init"]));

describe("fixtures", () => {
  for (const { name, cases } of fixtureFiles()) {
    const checks = cases.filter(({ op = "check" }) => op === "check");
    if (checks.length === 0) continue;
    test(name, () => {
      for (const fixture of checks) {
        for (const [form, payload] of formsOf(fixture)) {
          same(`${fixture.name}, ${form}`, fixture.endpoint, payload, fixture.options);
          same(`${fixture.name}, ${form}, in Hindi`, fixture.endpoint, payload, { ...fixture.options, locale: hi });
        }
      }
    });
  }
  test("there are many", () => assert.ok(compared >= 3000, `${compared} compared`));
});

test("payloads that mean harm", () => {
  const endpoints = endpointsOf(bijak);
  for (const { options, ...item } of JSON.parse(readFileSync(join(project, "tests/adversarial.json"), "utf8"))) {
    const payload = payloadOf(item);
    for (const endpoint of item.endpoints ?? endpoints) same(`${item.name} at ${endpoint}`, endpoint, payload, options);
  }
});

test("wrong calls", () => {
  same("endpoint", "deleteInvoice", "{}");
  same("option", "updateInvoice", "{}", { todya: "2025-11-21" });
  same("locale", "updateInvoice", "{}", { locale: "hi" });
  same("current", "updateInvoice", "{}", { current: "{" });
  same("payload", "updateInvoice", { cgst: NaN });
  same("limit", "updateInvoice", "{     }", { maxBytes: 4 });
});

const useIt = `console.log(check("updateInvoice", { customerId: "string" }).findings[0].code);`;

test("Node: import and require give the same functions", async () => {
  const main = `
    import { createRequire } from "node:module";
    import * as imported from "bijak/check";
    const required = createRequire(import.meta.url)("bijak/check");
    await imported.init();
    const { check } = imported;
    console.log(Object.keys(imported).filter((name) => imported[name] === required[name]).join()); ${useIt}`;
  assert.equal(await node(["main.js"], freshProject("check-both", { "main.js": main })), "check,init\nid.customer\n");
});

test("Node reads the .wasm beside, and the text where there is none or another", async () => {
  const main = `
    const { check } = require("bijak/check"); ${useIt}
    console.log(Object.keys(require.cache).map((path) => require("node:path").basename(path)).join());`;
  const folder = freshProject("check-near", { "main.cjs": main });
  const wasm = join(folder, "node_modules/bijak/check_bg.wasm");
  assert.equal(await node(["main.cjs"], folder), "id.customer\nmain.cjs,check.cjs\n");
  truncateSync(wasm, 1000);
  assert.equal(await node(["main.cjs"], folder), "id.customer\nmain.cjs,check.cjs,check-bytes.cjs\n");
  rmSync(wasm);
  assert.equal(await node(["main.cjs"], folder), "id.customer\nmain.cjs,check.cjs,check-bytes.cjs\n");
});

describe("bundled", () => {
  const { build } = tools("esbuild");
  /** Workers hand a .wasm over as a module. */
  const modules = {
    name: "modules",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.wasm(\?module)?$/ }, ({ path, importer }) => ({ path: join(dirname(importer), path.replace("?module", "")), namespace: "module" }));
      onLoad({ filter: /./, namespace: "module" }, ({ path }) => ({ contents: `import { readFileSync } from "node:fs"; export default new WebAssembly.Module(readFileSync(${JSON.stringify(path)}));` }));
    },
  };
  for (const conditions of [["workerd"], ["edge-light"], ["deno"], ["module"], ["browser"], ["bun"]]) {
    test(`for ${conditions}`, async () => {
      const folder = freshProject(`check-${conditions}`, { "main.js": `import { check } from "bijak/check"; ${useIt}` });
      const options = { entryPoints: [join(folder, "main.js")], outfile: join(folder, "dist.mjs"), bundle: true, format: "esm", platform: "neutral", external: ["node:fs"], conditions, plugins: [modules] };
      const banner = { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url); const __dirname = "/nowhere";' };
      await build({ ...options, banner });
      assert.equal(await node(["dist.mjs"], folder), "id.customer\n");
      const text = readFileSync(join(folder, "dist.mjs"), "utf8");
      assert.deepEqual(["splitTax", "parseGstin", "checkAll"].filter((method) => text.includes(method)), []);
    });
  }
});
