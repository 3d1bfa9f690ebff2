// Checks the sample payloads of the web demo with the built package and prints what is found.
import { readFileSync } from "node:fs";
import { check, normalize } from "../target/npm/bijak/node.mjs";

const samples = new URL("../web-demo/samples/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, samples), "utf8"));
const names = ["", "bharat-connect/"].flatMap((folder) => read(`${folder}index`).map((name) => folder + name));

const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
const pathText = (path) =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");

for (const name of names) {
  const { title, endpoint, payload, options } = read(name);
  const { errors, warnings, findings } = check(endpoint, payload, options);
  const { changes } = normalize(endpoint, payload, options);
  console.log(`\n${errors ? "✗" : "✓"} ${title} (${endpoint}): ${plural(errors, "error")}, ${plural(warnings, "warning")}`);
  for (const { severity, path, code, message } of findings) {
    const place = path.length > 1 ? `${pathText(path)}: ` : ""; // messages name the field, not the way to it
    console.log(`    ${severity.padEnd(8)} ${place}${message}  [${code}]`);
  }
  for (const { path, from, to } of changes) console.log(`    tidied   ${pathText(path)}: ${from} → ${to}`);
}
