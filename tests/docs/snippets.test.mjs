// Every fenced block of the pages holds what it says. A block that no rule here covers fails.
//   js, ts           run, with their claims: see program.mjs; ts is type-checked as well
//   title="a/b.mjs"  stands so in that file of the repository, which has tests of its own
//   title="a.json"   is a file beside the commands of the page; a program among them is run
//   json             is JSON; `<!-- check: updateInvoice CODES -->` names the findings, `<!-- check: updateInvoice -->` has none
//   console          `$` commands are run in bash and print what follows; sh: the same, compared with a text block after it
//   text             is what the command before it prints, or one in the text that reads FILE, the last json
//   html             is a page that runs in Chromium and shows what `<!-- shows: … -->` says
//   rust             is a doctest: src/lib.rs includes the page
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, delimiter, dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { freshProject, node, openPage, project, tool } from "../package/support.mjs";
import { blocksOf } from "./blocks.mjs";
import { contexts } from "./context.mjs";
import { programOf, ts } from "./program.mjs";

const folderPages = (folder) => readdirSync(join(project, folder)).filter((name) => name.endsWith(".md")).map((name) => `${folder}/${name}`);
const readmes = ["cli", ...readdirSync(join(project, "examples")).map((name) => `examples/${name}`)].map((name) => `${name}/README.md`);
const pages = ["README.md", ...folderPages("docs"), ...readmes.filter((path) => existsSync(join(project, path)))];

const home = freshProject("docs");
const { check } = createRequire(join(home, "package.json"))("bijak");
const { packages: crates, target_directory: target } = JSON.parse(execFileSync("cargo", ["metadata", "--format-version=1", "--no-deps"], { cwd: project }));
const crateNames = crates.map(({ name }) => name);
const read = (path) => readFileSync(join(project, path), "utf8");
const inRepository = (title) => title?.includes("/");

let blockCount = 0;
let claimCount = 0;

before(() => {
  const tools = crateNames.includes("bijak-cli") ? ["-p", "bijak", "-p", "bijak-cli", "--bins"] : [];
  execFileSync("cargo", ["build", "--quiet", "--locked", ...tools, "--example", "check"], { cwd: project });
});

for (const page of pages) {
  describe(page, () => {
    const blocks = blocksOf(page);
    const folder = join(home, page.replace(/\.md$/, "").replaceAll("/", "-"));
    blockCount += blocks.length;
    mkdirSync(folder, { recursive: true });
    for (const { title, code } of blocks) if (title && !inRepository(title)) writeFileSync(join(folder, title), code);

    const commands = blocks.flatMap((block) => commandsOf(block));
    const inProgram = ({ language, title }) => !title && ["js", "mjs", "ts"].includes(language);
    for (const [index, block] of blocks.entries()) {
      if (inProgram(block)) continue;
      test(`${block.at} ${block.language}`, async () => {
        if (inRepository(block.title)) return standsIn(block);
        const judge = judges[block.language];
        assert.ok(judge, `no rule for a block of \`${block.language}\`; if it is part of a file, name that: title="path"`);
        await judge({ block, blocks, index, folder, commands, page });
      });
    }
    for (const language of ["js", "ts"]) {
      const snippets = blocks.filter((block) => inProgram(block) && block.language.replace("mjs", "js") === language);
      if (snippets.length > 0) test(`${language}, ${snippets.length} snippets`, () => runProgram(page, folder, snippets, language));
    }
  });
}

after(() => {
  assert.ok(blockCount >= FLOOR.blocks, `only ${blockCount} blocks found`);
  assert.ok(claimCount >= FLOOR.claims, `only ${claimCount} claims found`);
});
const FLOOR = { blocks: 6, claims: 1 };

function standsIn({ title, code }) {
  assert.ok(existsSync(join(project, title)), `${title} is not there`);
  assert.ok(read(title).includes(code), `this does not stand in ${title}`);
}

async function runProgram(page, folder, snippets, language) {
  const { text, claims } = programOf(snippets, { before: contexts[page] });
  if (language === "ts") {
    writeFileSync(join(folder, "snippets.ts"), programOf(snippets, { before: contexts[page], run: false }).text);
    const compilerOptions = { module: "nodenext", moduleResolution: "nodenext", target: "es2022", lib: ["es2022", "dom"], types: [], strict: true, noEmit: true };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["snippets.ts"] }));
    assert.equal(await node([tool("typescript/bin/tsc"), "-p", "."], folder), "");
  }
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, jsx: ts.JsxEmit.ReactJSX };
  const file = `snippets-${language}.mjs`;
  writeFileSync(join(folder, file), language === "ts" ? ts.transpileModule(text, { compilerOptions: options }).outputText : text);
  const printed = await node([file], folder);
  const held = JSON.parse(/^__held (.*)$/m.exec(printed)[1]);
  for (const [number, claim] of claims.entries()) assert.ok(held.includes(number), `never came there: ${claim}`);
  claimCount += claims.length;
}

const judges = {
  js: programFile,
  mjs: programFile,
  ts: ({ block }) => assert.ok(!block.title, "a ts file is not run; leave the title away"),
  json({ block }) {
    const payload = JSON.parse(block.code);
    const [endpoint, ...codes] = block.hidden.get("check")?.split(/\s+/) ?? [];
    if (endpoint) assert.deepEqual(check(endpoint, block.code).findings.map(({ code }) => code), codes);
    assert.equal(typeof payload, "object");
  },
  jsonl: ({ block, commands }) => (usedByCommand({ block, commands }), block.code.trim().split("\n").forEach((line) => JSON.parse(line))),
  csv({ block, commands }) {
    usedByCommand({ block, commands });
  },
  sh({ block, blocks, index, folder }) {
    for (const { command } of commandsOf(block)) run(command, folder, { printed: blocks[index + 1]?.language === "text" });
  },
  console({ block, folder }) {
    const all = commandsOf(block);
    assert.ok(all.length > 0, "no line begins with `$ `");
    for (const { command, output } of all) assert.equal(run(command, folder), output, command);
  },
  text({ block, blocks, index, folder }) {
    const reads = block.inline.filter((code) => /^(bijak|cargo run) .*\bFILE\b/.test(code));
    const before = blocks[index - 1];
    let printed;
    if (reads.length === 1) {
      const json = blocks.slice(0, index).findLast(({ language }) => language === "json");
      writeFileSync(join(folder, "FILE"), json.code);
      printed = run(reads[0], folder);
    } else {
      assert.equal(before?.language, "sh", "no command stands before it");
      printed = commandsOf(before).map(({ command }) => run(command, folder)).join("");
    }
    assert.equal(printed, block.code);
  },
  async html({ block, folder }) {
    const shows = block.hidden.get("shows");
    assert.ok(shows, "say what it shows: <!-- shows: … -->");
    writeFileSync(join(folder, "index.html"), block.code);
    const { page, errors, close } = await openPage(home, `${basename(folder)}/index.html`);
    try {
      await page.waitForFunction((text) => document.body.innerText.includes(text), shows, { timeout: 10_000 }).catch(() => {});
      assert.deepEqual(errors, []);
      assert.ok((await page.innerText("body")).includes(shows), await page.innerText("body"));
    } finally {
      await close();
    }
  },
  rust: ({ page }) => assert.ok(read("src/lib.rs").includes(`include_str!("../${page}")`), "src/lib.rs does not make doctests of this page"),
};

/** A program with a name is run by itself, or by the command that names it. */
async function programFile({ block, commands, folder }) {
  if (commands.some(({ command }) => command.includes(block.title))) return;
  await node([block.title], folder);
}

function usedByCommand({ block, commands }) {
  assert.ok(block.title, "a file without a name; say title=\"…\"");
  assert.ok(commands.some(({ command }) => command.includes(block.title)), `no command reads ${block.title}`);
}

/** The commands of a block, each with what it prints if the block tells. A line that ends with `\` goes on. */
function commandsOf({ language, code }) {
  if (language === "sh") return code.replaceAll("\\\n", "").split("\n").filter((line) => line.trim()).map((command) => ({ command }));
  if (language !== "console") return [];
  const parts = code.replaceAll("\\\n", "").split(/^\$ /m).slice(1);
  return parts.map((part) => ({ command: part.slice(0, part.indexOf("\n")), output: part.slice(part.indexOf("\n") + 1) }));
}

/** Runs what can be run here; of the rest the names have to be right. What it prints, as a terminal shows it. */
function run(command, folder, { printed = true } = {}) {
  const [line] = command.split(/\s+#\s/);
  const words = line.trim().split(/\s+/);
  const known = (names, allowed) => names.forEach((name) => assert.ok(allowed.includes(name), `${name} in \`${command}\``));
  const named = (from) => words.slice(from).filter((word) => !word.startsWith("-"));
  if (line.startsWith("npm install ")) return known(named(2), npmNames()), "";
  if (line.startsWith("cargo add ")) return known(named(2), crateNames), "";
  if (line.startsWith("cargo install ")) return known(named(2), crateNames), "";
  if (words[0] === "make") return known(named(1).filter((word) => !word.includes("=")), makeTargets()), "";
  const example = /^cargo run --example (\w+) -- (.*)$/.exec(line);
  const path = [join(target, "debug"), join(target, "debug/examples"), process.env.PATH].join(delimiter);
  if (!example) assert.match(line, /(^|\| )(bijak|node) /, `no rule for \`${command}\``);
  const script = example ? `${example[1]} ${example[2]}` : line;
  const { stdout, status } = spawnSync("bash", ["-c", `exec 2>&1\n${script}`], { cwd: folder, encoding: "utf8", env: { ...process.env, PATH: path, NO_COLOR: "1" } });
  assert.ok(status !== null && status < 2, `${command}\n${stdout}`);
  return printed ? stdout : "";
}

function npmNames() {
  const manifests = ["pkg-template/package.json", "examples/package.json"].filter((path) => existsSync(join(project, path))).map((path) => JSON.parse(read(path)));
  return manifests.flatMap(({ name, dependencies, devDependencies }) => [name, ...Object.keys({ ...dependencies, ...devDependencies })]);
}

function makeTargets() {
  return Array.from(read("Makefile").matchAll(/^([a-z-]+):/gm), ([, name]) => name);
}
