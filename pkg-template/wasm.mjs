// How a Wasm file of the binding is compiled: for the package, and for what bench measures.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

// Below 11 a part of the hot road is not put in (1.3 times the time). 35 makes the Wasm 0.9 KB gzipped larger and 2 to 6 % faster; level s
// 5 KB larger and as fast for small payloads, 17 % faster for large ones. The reduction of loops keeps addresses in variables of their
// own, which takes 0.4 KB, for the compilers of the engines do that too. wasm-opt inlines no function of more than 5 instructions, which
// takes another 0.4 KB.
export const SMALL = { profile: "wasm", flags: ["-C", "llvm-args=--inline-threshold=14 --disable-lsr"], passes: ["-fimfs=5"] };

// A stack of 256 KiB instead of 1 MiB: 53,496 calls with fixtures and what means harm, at every endpoint, need 6.3 KB of it. It lies
// below the tables, whose addresses are a byte shorter so.
const STACK = ["-C", "link-arg=-zstack-size=262144"];

const here = import.meta.dirname;
export const project = dirname(here);
export const { packages, target_directory: target } = JSON.parse(run("cargo", ["metadata", "--format-version=1", "--no-deps"]));

const sysroot = run("rustc", ["--print", "sysroot"]).trim();
const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
/** Paths of this machine, and what the Wasm has in their place. */
const remap = [
  [sysroot, "/rust"],
  [cargoHome, "/cargo"],
  [project, "/bijak"],
];

/**
 * Compiles the binding, and returns the path of the Wasm.
 * @param {{ profile: string, flags?: string[], features: string, families?: string }} build without `families` all of them
 */
export function compileWasm({ profile, flags = [], features, families }) {
  const remapped = remap.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
  const binding = ["build", "--locked", "--package", "bijak-wasm", "--target", "wasm32-unknown-unknown", "--profile", profile];
  const chosen = families === undefined ? ["--features", features] : ["--no-default-features", "--features", `${families} ${features}`];
  const env = { ...process.env, CARGO_ENCODED_RUSTFLAGS: [...remapped, ...STACK, ...flags].join("\x1f") };
  run("cargo", [...binding, ...chosen], { stdio: "inherit", env });
  return join(target, "wasm32-unknown-unknown", profile === "dev" ? "debug" : profile, "bijak_wasm.wasm");
}

/** Writes the glue of a Wasm, and the Wasm that belongs to it, into a folder. */
export function bindWasm(raw, folder, ...flags) {
  run("wasm-bindgen", [raw, "--out-dir", folder, "--out-name", "bijak", ...flags]);
}

/**
 * Writes the smallest form of the Wasm in a folder of `bindWasm`.
 * @param {string[]} more passes besides the usual ones
 */
export function optimizeWasm(folder, file, more = []) {
  const wasmOpt = join(here, "node_modules/binaryen/bin/wasm-opt");
  // The smallest of those tried. Large functions stay apart even where they are called once, for fewer locals each; the stack
  // begins at 256 KiB and never comes down to the first KiB of the memory.
  const passes = ["-O2", "--dae-optimizing", "-O3", "--converge", "-ocimfs=20", "--low-memory-unused", "--strip-target-features"];
  run(process.execPath, [wasmOpt, join(folder, "bijak_bg.wasm"), ...passes, ...more, "-o", file]);
  const text = readFileSync(file, "latin1");
  const leaked = remap.map(([from]) => from).filter((path) => text.includes(path));
  if (leaked.length > 0) throw new Error(`paths of this machine in the Wasm: ${leaked.join(", ")}`);
}

/** Runs a program and returns its output; where it fails, so does this process. */
export function run(command, args, extra) {
  try {
    return execFileSync(command, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], ...extra });
  } catch (error) {
    console.error(`${command} failed`); // it said why itself
    process.exit(error.status || 1);
  }
}
