// Import to first result, in a process of its own: milliseconds until the PATCH has been checked, and how often another process
// had the processor meanwhile. `first.mjs CANDIDATE FILE`
import { readFileSync } from "node:fs";

const candidate = process.argv[2];
const text = readFileSync(process.argv[3], "utf8");

const before = process.resourceUsage().involuntaryContextSwitches;
const start = performance.now();
if (candidate === "bijak") {
  const { check } = await import("../target/npm/bijak/node.mjs");
  if (!check("updateInvoice", text).valid) throw new Error("refused");
} else if (candidate !== "nothing") {
  const { checkerOf } = await import("./peers/index.mjs");
  if ((await checkerOf(candidate, "updateInvoice"))(JSON.parse(text)).length > 0) throw new Error("refused");
} else {
  await import("./peers/index.mjs");
}
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, waited: process.resourceUsage().involuntaryContextSwitches - before }));
