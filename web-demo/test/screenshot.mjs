// Writes the README's picture of the demo; with a folder as argument also the phone, dark and whole-page ones.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDemo } from "./browser.mjs";

const demo = await openDemo();
const [folder] = process.argv.slice(2);

async function picture(path, options, fullPage = false) {
  const page = await demo.open(options);
  await page.screenshot({ path, fullPage });
  await page.close();
}

try {
  await picture(fileURLToPath(new URL("../screenshot.png", import.meta.url)), {});
  if (folder) {
    for (const colorScheme of ["light", "dark"]) {
      await picture(join(folder, `desktop-${colorScheme}.png`), { colorScheme }, true);
      await picture(join(folder, `phone-${colorScheme}.png`), { colorScheme, width: 360, height: 740 }, true);
    }
  }
} finally {
  await demo.close();
}
