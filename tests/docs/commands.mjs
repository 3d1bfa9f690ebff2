// The commands of a page. What can be run here is run, in a folder with the files of the page; of the rest the names are checked.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { project } from "../package/support.mjs";

const { packages: crates, target_directory: target } = JSON.parse(
  execFileSync("cargo", ["metadata", "--format-version=1", "--no-deps"], { cwd: project, encoding: "utf8" }),
);
const crateNames = crates.map(({ name }) => name);
const path = [join(target, "debug"), process.env.PATH].join(delimiter);
const read = (file) => readFileSync(join(project, file), "utf8");

/** Builds what commands run: the tool. */
export function buildTools() {
  execFileSync("cargo", ["build", "--quiet", "--locked", "-p", "bijak-cli"], { cwd: project, stdio: "inherit" });
}

/** The commands of a block, each with what it prints if the block tells. A line that ends with `\` goes on. */
export function commandsOf({ language, code }) {
  const joined = code.replaceAll("\\\n", "");
  if (language === "sh")
    return joined
      .split("\n")
      .filter((line) => line.trim())
      .map((command) => ({ command }));
  if (language !== "console") return [];
  const parts = joined.split(/^\$ /m).slice(1);
  return parts.map((part) => ({ command: part.slice(0, part.indexOf("\n")), output: part.slice(part.indexOf("\n") + 1) }));
}

/** What a command prints, as a terminal shows it; of a command that is not run, nothing. */
export function run(command, { page, folder }) {
  const line = command.replace(/\s+#\s.*$/, "").trim();
  const named = rules.find(([form]) => form.test(line));
  if (named) {
    for (const part of line.split("&&")) check(part.trim(), page);
    return "";
  }
  assert.match(line, /(^|\| )(bijak|node) /, `no rule for \`${command}\``);
  for (const [, file] of line.matchAll(/\bnode (\S+)/g)) assert.ok(existsSync(join(folder, file)), `no ${file} beside ${page}`);
  const env = { ...process.env, PATH: path, NO_COLOR: "1" };
  const { stdout, status } = spawnSync("bash", ["-c", `exec 2>&1\n${line}`], { cwd: folder, encoding: "utf8", env });
  assert.ok(status === 0 || status === 1, `${command} ended with ${status}\n${stdout}`); // 1: there are findings
  return stdout;
}

function check(line, page) {
  const [, verify] = rules.find(([form]) => form.test(line)) ?? assert.fail(`no rule for \`${line}\``);
  const words = line.replace(/^(\w+=("[^"]*"|\$\([^)]*\)|\S*) )+/, "").split(/\s+/);
  verify({ line, page, words: words.slice(1), names: words.slice(2).filter((word) => !word.startsWith("-")) });
}

const known = (names, allowed, line) => names.forEach((name) => assert.ok(allowed.includes(name), `${name} in \`${line}\``));
const manifest = (page) => JSON.parse(read(join(dirname(page), "package.json")));
const assigned = /^(?:\w+=\S* )*/.source;

/** @type {[RegExp, (of: { line: string, page: string, words: string[], names: string[] }) => void][]} */
const rules = [
  [
    /^(npm install|npm ci)$/,
    ({ page, line }) => {
      const below = readdirSync(join(project, dirname(page)));
      assert.ok(below.includes("package.json"), `\`${line}\`, but no package.json beside ${page}`);
    },
  ],
  [/^npm install /, ({ names, line }) => known(names, npmNames(), line)],
  [
    /^cargo add /,
    ({ names, line }) => {
      const packages = [...crateNames, ...crates.flatMap(({ dependencies }) => dependencies.map(({ name }) => name))];
      const features = crates.flatMap(({ features }) => Object.keys(features));
      known(
        names.flatMap((name) => name.split(",")),
        [...packages, ...features],
        line,
      );
    },
  ],
  [
    /^cargo install /,
    ({ names, line }) =>
      known(
        names.filter((name) => name !== "cli"),
        crateNames,
        line,
      ),
  ],
  [/^cargo test --locked$/, ({ page }) => assert.ok(existsSync(join(project, dirname(page), "Cargo.toml")))],
  [/^cargo run --release -- /, ({ page }) => assert.ok(existsSync(join(project, dirname(page), "src/main.rs")))],
  [
    /^make /,
    ({ words, line }) =>
      known(
        words.filter((word) => !word.includes("=")),
        makeTargets(),
        line,
      ),
  ],
  [
    new RegExp(`${assigned}npm (test|start|run \\w+)$`),
    ({ words, page }) => assert.ok(manifest(page).scripts[words.at(-1)], `no script ${words.at(-1)} beside ${page}`),
  ],
  [/^npx playwright install chromium$/, ({ page }) => assert.ok(manifest(page).devDependencies["playwright-core"])],
  [/^cd \S+( &&|$)/, ({ words }) => assert.ok(existsSync(join(project, words[0])), words[0])],
  [/^node [\w./-]+\.mjs$/, ({ words, page }) => assert.ok(existsSync(join(project, dirname(page), words[0])), words[0])],
  [
    /^\w+=\$\(command -v chromium\) node --test /,
    ({ words, page }) => {
      for (const glob of words.slice(2)) assert.ok(matching(dirname(page), glob), `no ${glob}`);
    },
  ],
  [
    /^curl -i localhost:\d+\/\w+ --json '/,
    ({ line, page }) => {
      const [, address, json] = /localhost:\d+(\/\w+) --json '(.*)'$/.exec(line);
      JSON.parse(json);
      const sources = readdirSync(join(project, dirname(page))).filter((name) => /^app\.[jt]s$/.test(name));
      assert.ok(
        sources.some((name) => read(join(dirname(page), name)).includes(`"${address}"`)),
        `no ${address} beside ${page}`,
      );
    },
  ],
];

/** Whether a glob, of folders and names with stars, has a file. */
function matching(folder, glob) {
  const names = readdirSync(join(project, folder), { withFileTypes: true });
  const [first, ...rest] = glob.split("/");
  const form = new RegExp(`^${first.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
  const found = names.filter(({ name }) => form.test(name) && name !== "node_modules");
  return rest.length === 0
    ? found.length > 0
    : found.some((entry) => entry.isDirectory() && matching(join(folder, entry.name), rest.join("/")));
}

function npmNames() {
  const manifests = ["pkg-template/package.json", "examples/package.json"]
    .filter((file) => existsSync(join(project, file)))
    .map((file) => JSON.parse(read(file)));
  return ["bijak", ...manifests.flatMap(({ dependencies, devDependencies }) => Object.keys({ ...dependencies, ...devDependencies }))];
}

function makeTargets() {
  return Array.from(read("Makefile").matchAll(/^([a-z-]+):/gm), ([, name]) => name);
}
