// Holds what cargo-mutants found against tests/MUTANTS.md:
//   node scripts/mutants.mjs mutants.out
// Fails if a mutant survives that is not listed there, or one is listed that no longer survives.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const { outcomes, caught, missed, timeout, unviable } = read("outcomes.json");
const judged = new Set(read("mutants.json").map(({ file }) => file));

/** A mutant as the list has it: without line and column, but with the line that it changes. */
function rowOf({ file, name, span: { start, end } }) {
  const what = name.replace(/^[^:]*:\d+:\d+: /, "");
  if (start.line !== end.line) return `${file}: ${what}`;
  const line = [...readFileSync(file, "utf8").split("\n")[start.line - 1]];
  const [before, at, after] = [line.slice(0, start.column - 1), line.slice(start.column - 1, end.column - 1), line.slice(end.column - 1)];
  return `${file}: ${what}: ${before.join("").trimStart()}«${at.join("")}»${after.join("")}`;
}

const survivors = outcomes.filter(({ summary }) => summary === "MissedMutant").map(({ scenario }) => rowOf(scenario.Mutant));
const listed = readFileSync("tests/MUTANTS.md", "utf8")
  .split("\n")
  .filter((line) => judged.has(line.split(": ")[0]));

/** The rows of `all` that are left when each of `known` has taken one. */
function beyond(all, known) {
  const left = [...known];
  return all.filter((row) => {
    const at = left.indexOf(row);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const [fresh, stale] = [beyond(survivors, listed), beyond(listed, survivors)];
for (const row of fresh) console.log(`survives and is not listed\n  ${row}`);
for (const row of stale) console.log(`is listed and does not survive\n  ${row}`);
console.log(
  `${caught} caught, ${timeout} without end, ${unviable} do not compile, ${missed} survive: ${missed - fresh.length} of them listed`,
);
process.exit(fresh.length + stale.length ? 1 : 0);
