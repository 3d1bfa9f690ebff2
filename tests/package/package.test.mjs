// The tarball: what is in it, and that it works where it says it does.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { freshProject, node, project, tarball, tool } from "./support.mjs";

test("publint, strictly", async () => {
  await node([tool("publint/src/cli.js"), "run", tarball(), "--strict"]);
});

test("attw: types and entry points agree", async () => {
  // node16: the resolution of TypeScript before 4.7 knows no "exports"; the .wasm entry has no types
  const flags = ["--profile", "node16", "--exclude-entrypoints", "./bijak_bg.wasm"];
  await node([tool("@arethetypeswrong/cli/dist/index.js"), tarball(), ...flags]);
});

test("the manifest depends on nothing and has the version of the crate", () => {
  const folder = freshProject("manifest");
  const manifest = JSON.parse(readFileSync(join(folder, "node_modules/bijak/package.json"), "utf8"));
  const [, version] = readFileSync(join(project, "Cargo.toml"), "utf8").match(/^version = "(.*)"/m);
  assert.equal(manifest.version, version);
  for (const key of ["dependencies", "devDependencies", "private", "scripts", "//"]) assert.equal(manifest[key], undefined);
});

const useIt = `
  const { findings } = check("updateInvoice", { customerId: "string" });
  console.log(findings.map(({ code }) => code).join(), splitTax({ base: "1000", rate: 18, interState: false }).status);`;

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
  assert.equal(await node(["main.js"], folder), "build,check,init,normalize,parseGstin,splitTax\n");
});

test("Node: the inline entry, both ways", async () => {
  const folder = freshProject("node-inline", {
    "main.js": `import { check, splitTax } from "bijak/inline"; ${useIt}`,
    "main.cjs": `const { check, splitTax } = require("bijak/inline"); ${useIt}`,
  });
  for (const main of ["main.js", "main.cjs"]) assert.equal(await node([main], folder), "id.customer ready\n");
});
