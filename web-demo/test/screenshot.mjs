// Writes the README's pictures of the demo; with a folder as argument also the phone, dark and whole-page ones.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDemo } from "./browser.mjs";

const demo = await openDemo();
const [folder] = process.argv.slice(2);
const pages = [["", ""], ["bharat-connect", "bharat-connect.html"]];

async function picture(path, options, fullPage = false) {
  const page = await demo.open(options);
  await page.screenshot({ path, fullPage });
  await page.close();
}

try {
  for (const [name, path] of pages) {
    const named = (word) => [word, name].filter(Boolean).join("-");
    await picture(fileURLToPath(new URL(`../${named("screenshot")}.png`, import.meta.url)), { path });
    if (!folder) continue;
    for (const colorScheme of ["light", "dark"]) {
      await picture(join(folder, `${named(`desktop-${colorScheme}`)}.png`), { path, colorScheme }, true);
      await picture(join(folder, `${named(`phone-${colorScheme}`)}.png`), { path, colorScheme, width: 360, height: 740 }, true);
    }
  }
} finally {
  await demo.close();
}
