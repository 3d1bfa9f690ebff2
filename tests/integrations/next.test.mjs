// Next.js, with both of its bundlers: server components of both runtimes, route handlers, a client component.
// A route handler of the edge runtime with Turbopack only: with webpack, Next.js 16.4 builds none, not even an empty one.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openUrl } from "../package/support.mjs";
import { answer, consumer, npmRun, serve, tool } from "./support.mjs";

const bundlers = { Turbopack: "build", webpack: "build:webpack" };

for (const [bundler, script] of Object.entries(bundlers)) {
  describe(`Next.js, ${bundler}`, () => {
    let folder;
    let server;
    let url;

    before(async () => {
      folder = consumer("next");
      if (bundler === "webpack") rmSync(join(folder, "app/api/edge"), { recursive: true });
      await npmRun(script, folder);
      server = await serve(process.execPath, [tool("next/dist/bin/next"), "start", "--hostname=127.0.0.1", "--port=0"], folder, /http:\S+/);
      url = server.match[0];
    });
    after(() => server?.stop());

    for (const [name, path] of Object.entries({ "as it was built": "/", "for each request": "/each", "edge runtime": "/edge" })) {
      test(`server component, ${name}`, async () => {
        const html = await (await fetch(url + path)).text();
        const [, text] = html.match(/<pre>(.*?)<\/pre>/);
        assert.deepEqual(JSON.parse(text.replaceAll("&quot;", '"')), answer);
      });
    }

    // Vercel's edge compiles no bytes; `next start` does, and would not tell.
    test("edge runtime: the Wasm is a module of its own", () => {
      const wasm = readFileSync(join(folder, "node_modules/bijak/bijak_bg.wasm"));
      const built = join(folder, ".next/server");
      const files = readdirSync(built, { recursive: true }).filter((name) => name.endsWith(".wasm"));
      assert.ok(
        files.some((name) => readFileSync(join(built, name)).equals(wasm)),
        files.join(),
      );
    });

    const post = (path, body) => fetch(url + path, { method: "POST", body });
    for (const runtime of bundler === "webpack" ? ["node"] : ["node", "edge"]) {
      test(`route handler, ${runtime} runtime`, async () => {
        const refused = await post(`/api/${runtime}`, '{"dueDate":"15/12/2025"}');
        assert.equal(refused.status, 422, server.said.join("\n"));
        const { findings } = await refused.json();
        assert.deepEqual(
          findings.map(({ code, line }) => [code, line]),
          [["date.format", 1]],
        );
        assert.equal((await post(`/api/${runtime}`, '{"dueDate":"2025-12-15"}')).status, 200);
      });
    }

    test("client component: findings while one types", async () => {
      const { page, errors, close } = await openUrl(`${url}/form`);
      try {
        await page.waitForLoadState("networkidle"); // React has taken over
        const messages = page.locator("li");
        await page.fill("input", "15/12/2025");
        await messages.first().waitFor({ timeout: 10_000 });
        assert.match(await messages.first().textContent(), /^dueDate `15\/12\/2025` is not in the expected format; write it like/);
        await page.fill("input", "2025-12-15");
        await messages.first().waitFor({ state: "detached", timeout: 10_000 });
        assert.deepEqual(errors, []);
      } finally {
        await close();
      }
    });
  });
}
