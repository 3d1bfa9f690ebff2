// The tarball: what is in it, and that it works where it says it does.
import assert from "node:assert/strict";
import { readFileSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { freshProject, node, project, require, tarball, tool } from "./support.mjs";

test("publint, strictly", async () => {
  await node([tool("publint/src/cli.js"), "run", tarball(), "--strict"]);
});

test("attw: types and entry points agree", async () => {
  const attw = (...flags) => node([tool("@arethetypeswrong/cli/dist/index.js"), tarball(), ...flags]);
  await attw("--exclude-entrypoints", "./bijak_bg.wasm", "./web"); // the .wasm has no types
  await attw("--entrypoints", "./web", "--ignore-rules", "cjs-resolves-to-esm"); // for pages: there is no CommonJS
});

test("the manifest depends on nothing and says of itself what the crate says", () => {
  const folder = freshProject("manifest");
  const manifest = JSON.parse(readFileSync(join(folder, "node_modules/bijak/package.json"), "utf8"));
  const [, facts] = readFileSync(join(project, "Cargo.toml"), "utf8").match(/^\[workspace\.package\]\n([^[]*)/m);
  const said = Object.fromEntries(Array.from(facts.matchAll(/^([\w-]+) = "(.*)"$/gm), ([, key, value]) => [key, value]));
  for (const key of ["version", "license", "homepage"]) assert.equal(manifest[key], said[key], key);
  assert.equal(manifest.name, "bijak");
  assert.deepEqual(manifest.repository, { type: "git", url: `git+${said.repository}.git` });
  for (const key of ["dependencies", "devDependencies", "private", "scripts", "//"]) assert.equal(manifest[key], undefined);
});

const useIt = `
  const { findings } = check("updateInvoice", { customerId: "string" });
  console.log(findings.map(({ code }) => code).join(), splitTax({ base: "1000", rate: 18, interState: false }).status);`;

const tables = `console.log(transitions("SENT_TO_BUYER").length, rules()[0].code);`;

test("Node, ES module", async () => {
  const folder = freshProject("node-esm", { "main.js": `import { check, splitTax } from "bijak"; ${useIt}` });
  assert.equal(await node(["main.js"], folder), "id.customer ready\n");
});

test("Node, CommonJS", async () => {
  const folder = freshProject("node-cjs", { "main.cjs": `const { check, splitTax } = require("bijak"); ${useIt}` });
  assert.equal(await node(["main.cjs"], folder), "id.customer ready\n");
});

test("Node: import and require give the same functions", async () => {
  const main = `
    import { createRequire } from "node:module";
    import * as imported from "bijak";
    const required = createRequire(import.meta.url)("bijak");
    await imported.init();
    console.log(Object.keys(imported).filter((name) => imported[name] === required[name]).join());`;
  const folder = freshProject("node-both", { "main.js": main });
  assert.equal(
    await node(["main.js"], folder),
    "build,byField,check,checkAll,init,normalize,parseGstin,problem,rules,schema,splitTax,transitions\n",
  );
});

test("Node: the inline entry, both ways", async () => {
  const folder = freshProject("node-inline", {
    "main.js": `import { check, splitTax } from "bijak/inline"; ${useIt}`,
    "main.cjs": `const { check, splitTax } = require("bijak/inline"); ${useIt}`,
  });
  for (const main of ["main.js", "main.cjs"]) assert.equal(await node([main], folder), "id.customer ready\n");
});

test("Node reads the .wasm beside, and the text where there is none or another", async () => {
  const main = `
    const { check } = require("bijak");
    const [{ code }] = check("updateInvoice", { customerId: "string" }).findings;
    console.log(code, Object.keys(require.cache).some((path) => path.endsWith("bytes.cjs")));`;
  const folder = freshProject("node-near", { "main.cjs": main });
  const wasm = join(folder, "node_modules/bijak/fast_bg.wasm");
  assert.equal(await node(["main.cjs"], folder), "id.customer false\n");
  truncateSync(wasm, 1000);
  assert.equal(await node(["main.cjs"], folder), "id.customer true\n");
  rmSync(wasm);
  assert.equal(await node(["main.cjs"], folder), "id.customer true\n");
});

test("the tables come with every entry in Node", async () => {
  const names = "{ rules, transitions }";
  const folder = freshProject("node-tables", {
    "main.js": `import ${names} from "bijak"; ${tables}`,
    "main.cjs": `const ${names} = require("bijak"); ${tables}`,
    "inline.js": `import ${names} from "bijak/inline"; ${tables}`,
    "inline.cjs": `const ${names} = require("bijak/inline"); ${tables}`,
  });
  for (const main of ["main.js", "main.cjs", "inline.js", "inline.cjs"]) assert.equal(await node([main], folder), "6 json.syntax\n", main);
});

test("CommonJS reads the rule book at the first call", async () => {
  const main = `
    const { rules } = require("bijak");
    const read = () => Object.keys(require.cache).some((path) => path.endsWith("rules.cjs"));
    console.log(read(), rules().length > 50, read());`;
  assert.equal(await node(["main.cjs"], freshProject("node-lazy", { "main.cjs": main })), "false true true\n");
});

test("a bundler leaves out what nobody imports", async () => {
  const apart = "byField, checkAll, problem, rules, schema, transitions";
  const folder = freshProject("tree-shaking", {
    "without.js": 'import { check } from "bijak"; console.log(check);',
    "with.js": `import { ${apart} } from "bijak"; console.log(${apart});`,
  });
  const { build } = require("esbuild");
  const marks = ["gstin.check-digit", "editInvoiceRequest", "~standard", "about:blank", "byField takes", "checkAll takes"];
  const bundled = async (entry, platform) => {
    const { outputFiles } = await build({ entryPoints: [join(folder, entry)], bundle: true, write: false, format: "esm", platform });
    return marks.map((text) => outputFiles[0].text.includes(text));
  };
  for (const platform of ["browser", "node"]) {
    assert.deepEqual(
      await bundled("without.js", platform),
      marks.map(() => false),
      platform,
    );
    assert.deepEqual(
      await bundled("with.js", platform),
      marks.map(() => true),
      platform,
    );
  }
});
