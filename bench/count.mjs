// Instructions a check, natively, as callgrind counts them: the same in every run of one build. Needs valgrind and
// target/bench/native/release/count.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { payloads } from "./payloads.mjs";

const here = import.meta.dirname;
const folder = join(here, "../target/bench");
const binary = join(folder, "native/release/count");

/** Writes a payload to a file and gives its name. */
export function fileOf(kind, variant = "valid") {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${kind} ${variant}.json`);
  writeFileSync(file, payloads[kind][variant]);
  return file;
}

/** What runs a number of checks under callgrind and says how many instructions they took; its profile goes to `out`. */
function callgrind(kind, variant, times, out = "/dev/null") {
  const tool = ["--tool=callgrind", `--callgrind-out-file=${out}`, "--toggle-collect=*count::measured*"];
  const command = [...tool, binary, payloads[kind].endpoint, fileOf(kind, variant), `${times}`];
  const { stderr } = run("valgrind", command);
  return Number(/Collected : (\d+)/.exec(stderr)[1]);
}

function run(command, args) {
  const out = join(folder, "stderr.txt");
  mkdirSync(folder, { recursive: true });
  execFileSync("bash", ["-c", '"$@" 2>"$0"', out, command, ...args], { stdio: "ignore" });
  return { stderr: execFileSync("cat", [out], { encoding: "utf8" }) };
}

/** How many calls are counted, so that what only the first does weighs little. */
const callsOf = (text) => Math.max(2, Math.round(250_000 / text.length));

/** Instructions a check, for sound and faulty payloads of each kind up to 100 items. */
export function instructions() {
  const counts = {};
  for (const kind of Object.keys(payloads).filter((kind) => kind !== "1000 items")) {
    for (const variant of ["valid", "invalid"]) {
      const calls = callsOf(payloads[kind].valid);
      counts[`${kind}, ${variant}`] = Math.round(callgrind(kind, variant, calls) / calls);
    }
  }
  return counts;
}

/** The functions that most instructions are spent in, as `[name, part]`; what was inlined counts where it stands. */
export function hottest(kind, most) {
  const out = join(folder, "callgrind.out");
  callgrind(kind, "valid", callsOf(payloads[kind].valid), out);
  const listed = execFileSync("callgrind_annotate", ["--threshold=100", out], { encoding: "utf8" });
  const parts = new Map();
  for (const [, percent, place] of listed.matchAll(/^ *[\d,]+ \( *([\d.]+)%\)\s+(.*)$/gm)) {
    const name = functionOf(place);
    if (name) parts.set(name, (parts.get(name) ?? 0) + Number(percent));
  }
  return [...parts].sort(([, one], [, other]) => other - one).slice(0, most);
}

function functionOf(place) {
  const name = /^\S*?[^:]:(?!:)(.*?)(?: \[.*)?$/.exec(place)?.[1];
  return name?.replace(/'\d+$/, "").replace(/^(bijak::)/, "");
}

/** What the counts depend on beside the code. */
export function tools() {
  const said = (command, args) => execFileSync(command, args, { encoding: "utf8" }).split("\n")[0];
  return {
    rustc: said("rustc", ["--version"]),
    valgrind: said("valgrind", ["--version"]),
    libc: said("ldd", ["--version"]),
    arch: process.arch,
  };
}
