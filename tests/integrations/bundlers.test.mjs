// Bundlers as they come, without a plugin for bijak. What is built for pages runs in Chromium, what is built for servers in Node.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { answer, answerAt, answerOfPage, consumer, npmRun, run, serve } from "./support.mjs";

/** Runs a bundle alone: without the package beside it. */
async function inNode(folder, bundle) {
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  return JSON.parse(await run(process.execPath, [bundle], folder));
}

test("Node, both module systems", async () => {
  const lines = (await npmRun("start", consumer("node"))).trim().split("\n");
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    [answer, answer],
  );
});

describe("Vite", () => {
  test("build", async () => {
    const folder = consumer("vite");
    await npmRun("build", folder);
    assert.deepEqual(await answerOfPage(join(folder, "dist")), answer);
  });
  test("development server", async () => {
    const folder = consumer("vite");
    const { match, stop } = await serve("npm", ["run", "dev", "--", "--port", "0"], folder, /http:\S+/);
    try {
      assert.deepEqual(await answerAt(match[0]), answer);
    } finally {
      stop();
    }
  });
});

test("webpack: for pages, for Node, and required", async () => {
  const folder = consumer("webpack");
  await npmRun("build", folder);
  assert.deepEqual(await answerOfPage(folder), answer);
  for (const bundle of ["dist/server.cjs", "dist/required.cjs"]) assert.deepEqual(await inNode(folder, bundle), answer, bundle);
});

test("esbuild: for pages under a content security policy, for Node in both module systems, and required", async () => {
  const folder = consumer("esbuild");
  for (const script of ["page", "server", "module", "required"]) await npmRun(script, folder);
  assert.deepEqual(await answerOfPage(folder), answer);
  for (const bundle of ["dist/server.cjs", "dist/server.mjs", "dist/required.cjs"])
    assert.deepEqual(await inNode(folder, bundle), answer, bundle);
});

test("Rollup: for pages and for Node", async () => {
  const folder = consumer("rollup");
  await npmRun("build", folder);
  assert.deepEqual(await answerOfPage(folder), answer);
  assert.deepEqual(await inNode(folder, "dist/server.mjs"), answer);
});
