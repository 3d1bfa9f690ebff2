// The package in Chromium: a plain page, the inline entry, a Vite build; and every fixture in the plain page.
import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fixtureFiles, freshProject, node, openPage, project, tool } from "./support.mjs";

const html = (script) =>
  `<!doctype html><meta charset="utf-8"><title>test</title><link rel="icon" href="data:,"><script type="module">${script}</script>`;
const useIt = `
  const { findings } = check("updateInvoice", '{"customerId": "string"}');
  window.done = [findings.map(({ code }) => code), normalize("updateInvoice", "{}").text];`;
const expected = [["id.customer"], "{}"];

async function resultOf(folder, path) {
  const { page, errors, close } = await openPage(folder, path);
  try {
    await page.waitForFunction(() => window.done, undefined, { timeout: 15_000 });
    return await page.evaluate(() => window.done);
  } catch (error) {
    throw new Error([error.message, ...errors].join("\n"));
  } finally {
    await close();
  }
}

test("a plain page with a script module and one await", async () => {
  const script = `import { check, init, normalize } from "./node_modules/bijak/web.js"; await init(); ${useIt}`;
  assert.deepEqual(await resultOf(freshProject("plain-page", { "index.html": html(script) })), expected);
});

test("before init the error says what to do; a failed init can be repeated, two at once load once", async () => {
  const script = `
    import { check, init } from "./node_modules/bijak/web.js";
    const messages = [];
    try { check("updateInvoice", "{}"); } catch (error) { messages.push(error.message); }
    await init("/missing.wasm").catch(() => messages.push("missing"));
    await Promise.all([init("./node_modules/bijak/bijak_bg.wasm"), init()]);
    window.done = [messages, check("updateInvoice", "{}").endpoint];`;
  const [messages, endpoint] = await resultOf(freshProject("plain-init", { "index.html": html(script) }));
  assert.match(messages[0], /await init\(\)/);
  assert.equal(messages[1], "missing");
  assert.equal(endpoint, "updateInvoice");
});

test("the inline entry needs neither init nor a fetch", async () => {
  const script = `
    import { check, normalize } from "./node_modules/bijak/inline.js";
    window.fetch = () => { throw new Error("fetched"); };
    ${useIt}`;
  assert.deepEqual(await resultOf(freshProject("inline-page", { "index.html": html(script) })), expected);
});

test("the entry that only checks", async () => {
  const script = `
    import { check, init } from "./node_modules/bijak/check.js";
    await Promise.all([init(), init()]);
    window.done = check("updateInvoice", '{"customerId": "string"}').findings.map(({ code }) => code);`;
  assert.deepEqual(await resultOf(freshProject("check-page", { "index.html": html(script) })), ["id.customer"]);
});

test("the tables need no init", async () => {
  for (const entry of ["web.js", "inline.js"]) {
    const script = `
      import { rules, transitions } from "./node_modules/bijak/${entry}";
      window.done = [transitions("SENT_TO_BUYER", { actor: "buyer" }).length, rules()[0].code];`;
    assert.deepEqual(await resultOf(freshProject("tables-page", { "index.html": html(script) })), [3, "json.syntax"]);
  }
});

test("init of the inline entry compiles ahead, twice at once too", async () => {
  const script = `
    import { check, init, normalize } from "./node_modules/bijak/inline.js";
    await Promise.all([init(), init()]);
    ${useIt}`;
  assert.deepEqual(await resultOf(freshProject("inline-init", { "index.html": html(script) })), expected);
});

describe("a Vite build without a plugin", () => {
  const cases = {
    "bijak/check": `import { check } from "bijak/check"; const normalize = (_, text) => ({ text }); ${useIt}`,
    "bijak": `import { check, normalize } from "bijak"; ${useIt}`,
    "bijak/web": `import { check, init, normalize } from "bijak/web"; init().then(() => { ${useIt} });`,
  };
  for (const [entry, main] of Object.entries(cases)) {
    test(entry, async () => {
      const folder = freshProject(`vite-${entry.replace("/", "-")}`, { "index.html": html('import "/main.js";'), "main.js": main });
      await node([tool("vite/bin/vite.js"), "build", "--logLevel=warn"], folder);
      assert.deepEqual(await resultOf(join(folder, "dist")), expected);
    });
  }
});

describe("fixtures in Chromium", async () => {
  const folder = freshProject("browser-fixtures", {
    "index.html": html(`
      import * as bijak from "./node_modules/bijak/web.js";
      import { faultsOf } from "./fixture-runner.mjs";
      await bijak.init();
      // as text: handing over objects would lose the key __proto__
      window.run = (cases) => JSON.parse(cases).map((fixture) => {
        try { return faultsOf(bijak, fixture); } catch (error) { return [String(error)]; }
      });`),
  });
  copyFileSync(join(project, "tests/package/fixture-runner.mjs"), join(folder, "fixture-runner.mjs"));
  test("all files", async (t) => {
    const { page, errors, close } = await openPage(folder);
    try {
      await page.waitForFunction(() => window.run);
      for (const { name, cases } of fixtureFiles()) {
        await t.test(name, async () => {
          const faults = await page.evaluate((list) => window.run(list), JSON.stringify(cases));
          const failed = cases.map(({ name: title }, index) => [title, faults[index]]).filter(([, list]) => list.length > 0);
          assert.deepEqual(failed, []);
        });
      }
    } finally {
      await close();
    }
    assert.deepEqual(errors, []);
  });
});
