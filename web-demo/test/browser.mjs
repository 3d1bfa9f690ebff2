// Chromium on a fresh profile, and the demo served for it.
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../serve.mjs";

const fromPackage = createRequire(new URL("../../pkg-template/package.json", import.meta.url));
const { chromium } = fromPackage("playwright-core");

const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Serves the demo (BIJAK_PACKAGE: another built package) and opens pages on it until `close`. */
export async function openDemo() {
  const { server, url } = await serve({ packageFolder: process.env.BIJAK_PACKAGE });
  const profile = await mkdtemp(join(tmpdir(), "bijak-demo-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args,
    viewport: { width: 1280, height: 900 },
  });

  async function open({ path = "", width = 1280, height = 900, colorScheme = "light" } = {}) {
    const page = await context.newPage();
    page.complaints = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && page.complaints.push(message.text()));
    page.on("pageerror", (error) => page.complaints.push(error.message));
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(url + path);
    await page
      .locator("body[data-sample]")
      .waitFor({ timeout: 15_000 })
      .catch(async (slow) => {
        const said = [await page.locator("#trouble").textContent(), ...page.complaints];
        throw new Error(`the page did not start: ${said.join("; ")}`, { cause: slow });
      });
    return page;
  }

  async function close() {
    await context.close();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }

  return { url, open, close };
}
