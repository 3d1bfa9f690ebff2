// Every fenced block of the pages holds what it says. A block that no rule here covers fails.
//   js, ts           run, with their claims: see program.mjs; ts is type-checked as well
//   title="a/b.mjs"  stands so in that file of the repository, which has tests of its own
//   title="a.json"   is a file beside the commands of the page; a program among them is run
//   json             is JSON; `<!-- check: updateInvoice CODES -->` names the findings, `<!-- check: updateInvoice -->` has none
//   console          `$` commands are run in bash and print what follows; `$ cat FILE` makes a file that is not there yet
//   sh               commands: see commands.mjs
//   text             is what the sh before it prints, or a command in the text that reads FILE, the last json
//   html             is a page that runs in Chromium and shows what `<!-- shows: … -->` says; the package is at /bijak/
//   rust             is a doctest: src/lib.rs includes the page; in an example that is a crate, what it names of that crate is there
//   make …           in the text is a target of the Makefile
//   others           are run by the test that `elsewhere` names
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { freshProject, node, openPage, project, tool } from "../package/support.mjs";
import { blocksOf, inlineOf } from "./blocks.mjs";
import { buildTools, commandsOf, run } from "./commands.mjs";
import { contexts } from "./context.mjs";
import { programOf, ts } from "./program.mjs";

/** Pages with snippets that need more than there is here: the test that runs them, which has to name the page. */
const elsewhere = {
  "examples/datafusion/README.md": { sql: "examples/datafusion/tests/sql.rs" },
  "docs/spark.md": { python: "tests/integrations/spark.py" },
};
/** At least so many are found, or something is wrong with the finding. */
const floor = { blocks: 100, claims: 85 };

const markdown = (folder) => readdirSync(join(project, folder)).filter((name) => name.endsWith(".md")).map((name) => join(folder, name));
const folders = readdirSync(join(project, "examples"), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "node_modules");
const others = ["cli", "examples", ...folders.map(({ name }) => `examples/${name}`)].filter((folder) => existsSync(join(project, folder)));
const pages = ["README.md", ...markdown("docs"), ...others.flatMap(markdown)];

const home = freshProject("docs");
symlinkSync("node_modules/bijak", join(home, "bijak"));
const { check } = createRequire(join(home, "package.json"))("bijak");
const read = (path) => readFileSync(join(project, path), "utf8");
const inRepository = (title) => title?.includes("/");
const inProgram = ({ language, title }) => !title && ["js", "mjs", "ts"].includes(language);

const found = { blocks: 0, claims: 0 };

before(buildTools);

for (const page of pages) {
  describe(page, () => {
    const blocks = blocksOf(page);
    found.blocks += blocks.length;
    const folder = folderOf(page, blocks);
    const commands = blocks.flatMap(commandsOf);
    for (const [index, block] of blocks.entries()) {
      if (inProgram(block)) continue;
      test(`${block.at} ${block.language}`, async () => {
        const other = elsewhere[page]?.[block.language];
        if (other) return assert.ok(read(other).includes(basename(page)), `${other} does not name ${page}`);
        if (inRepository(block.title)) return standsIn(block);
        const verify = verifiers[block.language];
        assert.ok(verify, `no rule for a block of \`${block.language}\`; if it is part of a file, name that: title="path"`);
        await verify({ block, blocks, index, folder, commands, page });
      });
    }
    test("commands of make in the text", () => {
      for (const code of inlineOf(page)) if (/^make [a-z]/.test(code)) run(code, { page, folder });
    });
    for (const language of ["js", "ts"]) {
      const snippets = blocks.filter((block) => inProgram(block) && block.language.replace("mjs", "js") === language);
      if (snippets.length > 0) test(`${language}, ${snippets.length} snippets`, () => runProgram(page, folder, snippets, language));
    }
  });
}

after(() => {
  for (const [what, least] of Object.entries(floor)) assert.ok(found[what] >= least, `only ${found[what]} ${what} found`);
});

/** Where the commands of a page run: with the files that it names, and of an example with those of the example. */
function folderOf(page, blocks) {
  const folder = join(home, page.replace(/\.md$/, "").replaceAll("/", "-"));
  mkdirSync(folder, { recursive: true });
  const source = join(project, dirname(page));
  if (existsSync(join(source, "package.json")) && page.startsWith("examples/")) {
    cpSync(source, folder, { recursive: true, filter: (path) => !path.includes("node_modules") });
  }
  for (const { title, code } of blocks) if (title && !inRepository(title)) writeFileSync(join(folder, title), code);
  return folder;
}

function standsIn({ title, code }) {
  assert.ok(existsSync(join(project, title)), `${title} is not there`);
  assert.ok(read(title).includes(code), `this does not stand in ${title}`);
}

async function runProgram(page, folder, snippets, language) {
  const { text, claims, modules } = programOf(snippets, { before: contexts[page] });
  modules.forEach(link);
  if (language === "ts") {
    writeFileSync(join(folder, "snippets.ts"), programOf(snippets, { before: contexts[page], run: false }).text);
    const compilerOptions = { module: "nodenext", moduleResolution: "nodenext", target: "es2022", lib: ["es2022", "dom"], types: [], strict: true, noEmit: true };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["snippets.ts"] }));
    assert.equal(await node([tool("typescript/bin/tsc"), "-p", "."], folder), "");
  }
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const file = `snippets-${language}.mjs`;
  writeFileSync(join(folder, file), language === "ts" ? ts.transpileModule(text, { compilerOptions }).outputText : text);
  const printed = await node([file], folder);
  const reached = JSON.parse(/^__reached (.*)$/m.exec(printed)[1]);
  for (const [number, claim] of claims.entries()) assert.ok(reached.includes(number), `never came there: ${claim}`);
  found.claims += claims.length;
}

/** Lets snippets import what the package is tested with. */
function link(module) {
  const name = module.split("/", module.startsWith("@") ? 2 : 1).join("/");
  const from = join(project, "pkg-template/node_modules", name);
  const to = join(home, "node_modules", name);
  if (module.startsWith("node:") || existsSync(to)) return;
  assert.ok(name in JSON.parse(read("pkg-template/package.json")).devDependencies, `${name} is not among the packages of pkg-template`);
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to);
}

const verifiers = {
  js: programFile,
  mjs: programFile,
  json({ block }) {
    JSON.parse(block.code);
    const [endpoint, ...codes] = block.hidden.get("check")?.split(/\s+/) ?? [];
    if (endpoint) assert.deepEqual(check(endpoint, block.code).findings.map(({ code }) => code), codes);
  },
  jsonl: isRead,
  csv: isRead,
  sh({ block, folder, page }) {
    for (const { command } of commandsOf(block)) run(command, { page, folder });
  },
  console({ block, folder, page }) {
    const all = commandsOf(block);
    assert.ok(all.length > 0, "no line begins with `$ `");
    for (const { command, output } of all) {
      const [, file] = /^cat ([\w.-]+)$/.exec(command) ?? [];
      if (file && !existsSync(join(folder, file))) writeFileSync(join(folder, file), output);
      else if (file) assert.equal(readFileSync(join(folder, file), "utf8"), output, command);
      else assert.equal(run(command, { page, folder }), output, command);
    }
  },
  text({ block, blocks, index, folder, page }) {
    const reads = block.inline.filter((code) => /^(bijak|cargo run) .*\bFILE\b/.test(code));
    const before = blocks[index - 1];
    assert.ok(reads.length === 1 || before?.language === "sh", "no command stands before it");
    if (reads.length === 1) writeFileSync(join(folder, "FILE.json"), blocks.slice(0, index).findLast(({ language }) => language === "json").code);
    const commands = reads.length === 1 ? [reads[0].replace(/\bFILE\b/, "FILE.json")] : commandsOf(before).map(({ command }) => command);
    assert.equal(commands.map((command) => run(command, { page, folder })).join(""), block.code);
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
  rust({ block, page }) {
    const crate = join(dirname(page), "src/lib.rs");
    if (!page.startsWith("examples/") || !existsSync(join(project, crate))) {
      assert.ok(read("src/lib.rs").includes(`include_str!("../${page}")`), "src/lib.rs does not make doctests of this page");
      return;
    }
    const names = Array.from(block.code.matchAll(/\bbijak_\w+::(\w+)/g), ([, name]) => name);
    assert.ok(names.length > 0, "names nothing of its crate");
    for (const name of names) assert.match(read(crate), new RegExp(`pub (fn ${name}\\b|use .*\\b${name}\\b)`), `${name} in ${crate}`);
  },
};

/** A program with a name is run by itself, or by the command that names it. */
async function programFile({ block, commands, folder }) {
  if (commands.some(({ command }) => command.includes(block.title))) return;
  await node([block.title], folder);
}

function isRead({ block, blocks, commands }) {
  assert.ok(block.title, 'a file without a name; say title="…"');
  const readers = [...commands.map(({ command }) => command), ...blocks.filter(inProgram).map(({ code }) => code)];
  assert.ok(readers.some((text) => text.includes(block.title)), `nothing reads ${block.title}`);
}
