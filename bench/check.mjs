// `make bench-check`: instruction counts and sizes against baseline.json; fails above 5 % more. `--refresh` writes the baseline.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { instructions, tools } from "./count.mjs";
import { bundleSizes, packageSizes } from "./sizes.mjs";

const MORE = 1.05;
const REFRESH = "node bench/check.mjs --refresh (after `make bench-check` has built everything), and say in the commit why";
const file = join(import.meta.dirname, "baseline.json");

const gzipped = (sizes) => Object.fromEntries(Object.entries(sizes).map(([name, { gzip }]) => [name, gzip]));
const sizes = async () => gzipped({ ...packageSizes(), ...(await bundleSizes()) });

if (process.argv.includes("--refresh")) {
  const measured = { tools: tools(), instructions: instructions(), gzipped: await sizes() };
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
  console.log(`written: ${file}`);
} else {
  await compareAll(JSON.parse(readFileSync(file, "utf8")));
}

async function compareAll(baseline) {
  const now = tools();
  const { rustc } = now;
  const same = Object.keys(now).every((tool) => now[tool] === baseline.tools[tool]);
  if (same) compare("instructions a check", baseline.instructions, instructions());
  else console.log(`instructions are not compared: the baseline is of ${JSON.stringify(baseline.tools)}, here are ${JSON.stringify(now)}`);
  if (rustc === baseline.tools.rustc) compare("bytes, gzipped", baseline.gzipped, await sizes());
  else console.log(`sizes are not compared: the baseline is of ${baseline.tools.rustc}, here is ${rustc}`);
  if (process.exitCode) console.error(`more than ${Math.round(100 * (MORE - 1))} % above the baseline. If that is meant: ${REFRESH}`);
}

function compare(what, baseline, measured) {
  console.log(what);
  for (const [name, value] of Object.entries(measured)) {
    const before = baseline[name];
    const ratio = value / before;
    const more = before === undefined || ratio > MORE;
    console.log(
      `  ${more ? "✗" : "✓"} ${name}: ${value} (${before === undefined ? "not in the baseline" : `${((ratio - 1) * 100).toFixed(1)} % to ${before}`})`,
    );
    if (more) process.exitCode = 1;
  }
}
