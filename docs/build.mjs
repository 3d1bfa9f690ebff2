// Builds the site from the built package, the pages of this folder and rustdoc: target/site/.
// Usage: node build.mjs     (`make docs` builds the package first). The site needs no server: a browser opens it from its files.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { Application, Converter, KindRouter, ReflectionKind } from "typedoc";

const here = import.meta.dirname;
const project = dirname(here);
const npm = join(project, "target/npm/bijak");
const site = join(project, "target/site");
const work = join(project, "target/site-work");

/** Pages in reading order; the other pages of this folder follow. */
const order = [
  "getting-started",
  "forms",
  "back-ends",
  "bharat-connect",
  "batches",
  "spark",
  "languages",
  "schemas",
  "bundlers-and-runtimes",
  "rust",
  "limits",
  "glossary",
  "rules",
];
/** Pages in other folders; the sidebar shows those of `examples/` below its own page. */
const examples = "examples/README.md";
const elsewhere = [
  "ARCHITECTURE.md",
  "cli/README.md",
  examples,
  ...readdirSync(join(project, "examples")).map((name) => `examples/${name}/README.md`),
];

if (!existsSync(join(npm, "package.json"))) throw new Error("no package in target/npm: `make package` first");

rmSync(site, { recursive: true, force: true });
const pages = pageFiles();
const rulesPage = readFileSync(join(here, "rules.md"), "utf8");
const titles = new Map(pages.map((path) => [path, titleOf(path)]));
await buildPackagePages();
buildRustPages();
finishPages();
console.log(`${join(relative(process.cwd(), site) || ".", "index.html")}: ${countPages()} pages`);

function pageFiles() {
  const known = order.map((name) => `${name}.md`);
  const found = readdirSync(here).filter((name) => name.endsWith(".md"));
  const rank = (name) => (known.includes(name) ? known.indexOf(name) : known.length);
  const own = found.sort((one, other) => rank(one) - rank(other) || one.localeCompare(other)).map((name) => join(here, name));
  return [...own, ...elsewhere.map((path) => join(project, path)).filter(existsSync)];
}

function titleOf(path) {
  const title = /^# (.+)$/m.exec(readFileSync(path, "utf8"))?.[1];
  if (!title) throw new Error(`${path} has no title`);
  return title;
}

/** The address of a page, without `.html`. */
function slug(path) {
  const name = basename(path, ".md");
  return `guides/${name === "README" ? relative(project, dirname(path)) : name}`;
}

/** The types behind each import of the package, once: `bijak`, `bijak/web` … */
function entries() {
  const { exports } = JSON.parse(readFileSync(join(npm, "package.json"), "utf8"));
  const typesOf = (value) => (typeof value !== "object" ? undefined : (value.types ?? Object.values(value).map(typesOf).find(Boolean)));
  const names = new Map();
  for (const [path, value] of Object.entries(exports)) {
    const types = typesOf(value);
    if (types && !names.has(types)) names.set(types, `bijak${path.slice(1)}`);
  }
  return names;
}

async function buildPackagePages() {
  const names = entries();
  const files = [...names.keys()].map((path) => join(npm, path));
  mkdirSync(work, { recursive: true });
  const compilerOptions = {
    module: "nodenext",
    moduleResolution: "nodenext",
    target: "es2022",
    lib: ["es2022"],
    types: [],
    strict: true,
    noEmit: true,
  };
  writeFileSync(join(work, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));

  const app = await Application.bootstrap({
    name: "bijak",
    entryPoints: files,
    tsconfig: join(work, "tsconfig.json"),
    readme: join(project, "README.md"),
    projectDocuments: pages,
    out: site,
    router: "pages",
    customCss: join(here, "site.css"),
    favicon: join(project, "web-demo/icon.svg"),
    navigationLinks: { Rules: "site:guides/rules.html", Rust: "site:rust/bijak/index.html" },
    groupOrder: ["Documents", "Functions", "*"],
    kindSortOrder: ["Document", "Function", "Interface", "TypeAlias"],
    sort: ["kind", "documents-first", "alphabetical-ignoring-documents"],
    sortEntryPoints: false,
    navigation: { includeGroups: false, includeFolders: false, excludeReferences: true },
    searchInComments: true,
    searchInDocuments: true,
    sluggerConfiguration: { lowercase: true },
    headings: { readme: false, document: false },
    visibilityFilters: {},
    markdownItOptions: { html: true, linkify: false }, // `DocDtls.No` is a field, not an address
    includeHierarchySummary: false,
    hideGenerator: true,
    disableSources: true,
    disableGit: true,
    githubPages: false,
    highlightLanguages: [
      "bash",
      "console",
      "csv",
      "html",
      "javascript",
      "json",
      "jsonl",
      "jsx",
      "python",
      "rust",
      "sql",
      "toml",
      "tsx",
      "typescript",
    ],
    logLevel: "Warn",
    validation: { notExported: true, invalidLink: true, invalidPath: true, rewrittenLink: true },
  });
  app.renderer.defineRouter(
    "pages",
    class extends KindRouter {
      getIdealBaseName(reflection) {
        const path = pathOf.get(reflection);
        return path ? slug(path) : super.getIdealBaseName(reflection);
      }
      /** The anchors of a page are its headings and each `<a id>`, which typedoc does not know; the rules page has one per code. */
      getSlugger(target) {
        /** @type {any} */
        const slugger = super.getSlugger(target);
        const path = pathOf.get(target);
        if (!path) return slugger;
        const written = readFileSync(path, "utf8");
        return {
          slug: (text) => slugger.slug(text),
          hasAnchor: (name) => slugger.hasAnchor(name) || written.includes(`<a id="${name}">`),
          getSimilarAnchors: () => [],
        };
      }
    },
  );
  // The title of a page is its heading; its file name gives the address. A link to a folder leads to its README.
  const pathOf = new Map();
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => {
    const path = app.files.getReflectionPath(document);
    pathOf.set(document, path);
    document.name = titles.get(path);
    // The search ranks a long page low; whoever searches for a code wants this one.
    if (basename(path) === "rules.md") document.relevanceBoost = 10;
    if (basename(path) === "README.md") app.files.registerReflectionPath(/** @type {typeof path} */ (dirname(path)), document);
    for (const part of document.content) part.text = part.text.replace("<!-- sizes -->", sizes);
  });
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => {
    if (!reflection.kindOf(ReflectionKind.Module)) return;
    const name = names.get(`./${reflection.name}.d.ts`);
    if (name) reflection.name = name;
  });

  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project: model }) => {
    const parent = model.documents.find((document) => pathOf.get(document) === join(project, examples));
    for (const document of model.documents.filter((one) => dirname(dirname(pathOf.get(one))) === join(project, "examples"))) {
      model.removeChild(document);
      document.parent = parent;
      parent.addChild(document);
    }
  });

  const model = await app.convert();
  if (!model) fail();
  app.validate(model);
  await app.generateOutputs(model);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) fail(); // a broken link is a warning
}

function fail() {
  console.error("typedoc reported problems of the pages");
  process.exit(1);
}

/** A table of the file sizes of the package, for the page with a placeholder for it. */
function sizes() {
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  const rows = readdirSync(npm)
    .filter((name) => /\.(wasm|js)$/.test(name))
    .map((name) => {
      const bytes = readFileSync(join(npm, name));
      return `| \`${name}\` | ${kilobytes(bytes.length)} | ${kilobytes(gzipSync(bytes, { level: 9 }).length)} |`;
    });
  return ["| file, as this site was built | | gzipped |", "|---|---|---|", ...rows].join("\n");
}

/** rustdoc of the crates, without leftovers of earlier runs. */
function buildRustPages() {
  const cargo = (...args) =>
    execFileSync("cargo", args, {
      cwd: project,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, RUSTDOCFLAGS: "-D warnings" },
    });
  cargo("clean", "--quiet", "--doc");
  cargo("doc", "--quiet", "--locked", "--workspace", "--no-deps");
  cpSync(join(project, "target/doc"), join(site, "rust"), { recursive: true });
  // pages of rustdoc link to this index, which rustdoc does not write
  writeFileSync(
    join(site, "rust/index.html"),
    '<!doctype html><meta charset="utf-8"><title>bijak in Rust</title><meta http-equiv="refresh" content="0;url=bijak/index.html"><main><a href="bijak/index.html">bijak</a></main>\n',
  );
}

/** Adds links between the two tools, and links from names in the text to their pages. */
function finishPages() {
  for (const path of htmlFiles()) {
    const file = join(site, path);
    const up = relative(dirname(file), site).split("\\").join("/") || ".";
    let text = readFileSync(file, "utf8").replaceAll('"site:', `"${up}/`);
    if (path.startsWith("rust/")) text = rustPage(text, up);
    if (path.startsWith("guides/") || path === "index.html") text = guidePage(text, up);
    if (path === "index.html") text = frontPage(text);
    writeFileSync(file, text);
  }
}

/** Adds a navigation bar to a page of rustdoc. */
function rustPage(text, up) {
  const bar = `<nav class="bijak-site"><a href="${up}/index.html">bijak</a> <a href="${up}/guides/rust.html">Guide</a> <a href="${up}/guides/rules.html">Rules</a></nav>`;
  const style = '<style>.bijak-site{padding:.5rem 0;font:1rem "Fira Sans",Arial,sans-serif}.bijak-site a{margin-right:1rem}</style>';
  return text.replace("</head>", `${style}</head>`).replace("<main>", `<main>${bar}`);
}

/**
 * A heading with an anchor of its own, such as a code's in the rule book, has a numbered id in typedoc, and no name in the table of
 * contents. The name of a function in the text becomes a link to its page, a code a link to its rule.
 */
function guidePage(text, up) {
  const names = new Map();
  const headed = text.replace(/<h(\d) id="([^"]+)" class="tsd-anchor-link"><a id="([^"]+)"><\/a>/g, (_, level, number, name) => {
    names.set(number, name);
    return `<h${level} id="${name}" class="tsd-anchor-link">`;
  });
  const named = headed.replace(/href="#([^"]+)"([^>]*>)(<span><\/span>)?/g, (whole, number, rest, empty) => {
    const name = names.get(number);
    return name ? `href="#${name}"${rest}${empty ? `<span>${name}</span>` : ""}` : whole;
  });
  return named
    .replace(/<div class="tsd-page-title">\s*<ul class="tsd-breadcrumb".*?<\/ul><\/div>/s, "") // in a guide it repeats the title
    .replace(/(<pre.*?<\/pre>|<a .*?<\/a>|<h\d.*?<\/h\d>)|<code>([\w.-]+)(\(\))?<\/code>/gs, (whole, other, name) => {
      const page = other ? undefined : pageOf(name);
      return page ? `<a href="${up}/${page}">${whole}</a>` : whole;
    });
}

function pageOf(name) {
  if (rulesPage.includes(`<a id="${name}">`)) return `guides/rules.html#${name}`;
  const page = `functions/bijak.${name}.html`;
  return existsSync(join(site, page)) ? page : undefined;
}

/** Links to the guides on the front page: on a phone the sidebar is closed. */
function frontPage(text) {
  const links = pages
    .filter((path) => !slug(path).startsWith("guides/examples/"))
    .map((path) => `<a href="${slug(path)}.html">${titles.get(path)}</a>`)
    .join("\n");
  const heading = text.indexOf("<h2 ");
  if (heading < 0) throw new Error("the README has no heading after its first example");
  return `${text.slice(0, heading)}<nav class="guides" aria-label="Guides">${links}</nav>\n${text.slice(heading)}`;
}

function htmlFiles() {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((path) => extname(path) === ".html")
    .map((path) => path.split("\\").join("/"));
}

function countPages() {
  return htmlFiles().filter((path) => !path.startsWith("rust/")).length;
}
