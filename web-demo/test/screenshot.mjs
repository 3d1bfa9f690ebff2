// Writes the README's pictures of the demo; with a folder as argument also the phone, dark and whole-page ones.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDemo } from "./browser.mjs";

const demo = await openDemo();
const [folder] = process.argv.slice(2);
/** Name, address, and what the README's picture shows, if not the top. */
const pages = [
  ["", ""],
  ["bharat-connect", "bharat-connect.html", "#life-title"],
];

async function picture(path, { shown, ...options }, fullPage = false) {
  const page = await demo.open(options);
  if (shown) await page.locator(shown).evaluate((title) => title.scrollIntoView());
  await page.screenshot({ path, fullPage });
  await page.close();
}

try {
  for (const [name, path, shown] of pages) {
    const named = (word) => [word, name].filter(Boolean).join("-");
    await picture(fileURLToPath(new URL(`../${named("screenshot")}.png`, import.meta.url)), { path, shown });
    if (!folder) continue;
    for (const colorScheme of ["light", "dark"]) {
      await picture(join(folder, `${named(`desktop-${colorScheme}`)}.png`), { path, colorScheme }, true);
      await picture(join(folder, `${named(`phone-${colorScheme}`)}.png`), { path, colorScheme, width: 360, height: 740 }, true);
    }
  }
} finally {
  await demo.close();
}
