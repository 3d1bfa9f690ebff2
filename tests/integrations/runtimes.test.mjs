// Runtimes other than Node. The programs of all of them come from the npm registry. Wrangler is left out: today's needs Node 22;
// its bundle is made as it makes it, with esbuild and its conditions.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { answer, answerOfPage, binary, consumer, npmRun, run, serve, tool } from "./support.mjs";

const bun = binary("@oven", "bin/bun");
const deno = binary("@deno", "deno");
const workerd = binary("@cloudflare", "bin/workerd");

describe("Bun", () => {
  for (const main of ["main.mjs", "main.cjs"]) {
    test(main, async () => {
      assert.deepEqual(JSON.parse(await run(bun, [main], consumer("bun"))), answer);
    });
  }
  test("its bundler, for pages and for itself", async () => {
    const folder = consumer("bun");
    await run(bun, ["build", "main.mjs", "--target=browser", "--outfile=dist/page.js"], folder);
    await run(bun, ["build", "main.mjs", "--target=bun", "--outfile=dist/server.js"], folder);
    assert.deepEqual(await answerOfPage(folder), answer);
    assert.deepEqual(JSON.parse(await run(bun, ["dist/server.js"], folder)), answer);
  });
});

describe("Deno", () => {
  // CommonJS by itself may not read its own modules there
  const flags = { "main.mjs": [], "main.cjs": ["--allow-read=."] };
  for (const [main, permissions] of Object.entries(flags)) {
    test(`${main}, permissions: ${permissions.join() || "none"}`, async () => {
      const args = ["run", "--no-prompt", "--no-remote", ...permissions, main];
      assert.deepEqual(JSON.parse(await run(deno, args, consumer("deno"))), answer);
    });
  }
});

test("workerd: the Wasm is a module of the worker", async () => {
  const folder = consumer("workerd");
  await npmRun("build", folder);
  const { match, stop } = await serve(
    workerd,
    ["serve", "--control-fd=1", "--import-path", tool(""), "config.capnp"],
    folder,
    /"port":(\d+)/,
  );
  try {
    const response = await fetch(`http://127.0.0.1:${match[1]}/`);
    assert.deepEqual(await response.json(), answer);
  } finally {
    stop();
  }
});
