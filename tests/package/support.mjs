import { execFile, execFileSync } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { delimiter, dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const project = fileURLToPath(new URL("../..", import.meta.url));
const npmFolder = join(project, "target/npm");

/** A development tool of pkg-template: `require` for a module, `tool` for a file of one. */
export const require = createRequire(join(project, "pkg-template/package.json"));
export const tool = (path) => join(project, "pkg-template/node_modules", path);

export function tarball() {
  const found = existsSync(npmFolder) && readdirSync(npmFolder).find((name) => name.endsWith(".tgz"));
  if (!found) throw new Error("no package in target/npm: `make package` first");
  return join(npmFolder, found);
}

/** A fresh project under target/ with these files ({ path: text or object }) and the packed package installed. */
export function freshProject(name, files = {}) {
  const folder = join(project, "target/consumers", name);
  rmSync(folder, { recursive: true, force: true });
  const manifest = { name, private: true, version: "1.0.0", type: "module" };
  for (const [path, content] of Object.entries({ "package.json": manifest, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
  installPackage(folder);
  return folder;
}

/** Installs the packed package as npm does for a stranger. */
export function installPackage(folder) {
  const flags = ["--offline", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  execFileSync("npm", ["install", ...flags, tarball()], { cwd: folder, stdio: "pipe" });
}

/** Output of a Node program; rejects with what it printed when it fails. */
export async function node(args, cwd) {
  try {
    return (await promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 1 << 26 })).stdout;
  } catch (error) {
    throw new Error(`node ${args.join(" ")}\n${error.stdout}${error.stderr}`);
  }
}

/** The package as a project that installed it gets it. */
export function installed(name) {
  return createRequire(join(freshProject(name), "package.json"))("bijak");
}

/** Every file of fixtures; `base` is the payload itself in place of its name. */
export function fixtureFiles() {
  const folder = join(project, "tests/fixtures");
  const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const based = (fixture) => ("base" in fixture ? { ...fixture, base: read(`base/${fixture.base}.json`) } : fixture);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return names.sort().map((name) => ({ name, cases: read(name).map(based) }));
}

/** Opens a page of Chromium on `folder`, served over HTTP; `errors` collects what the page complains of. */
export async function openPage(folder, path = "index.html") {
  const server = createServer((request, response) => {
    const file = join(folder, normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)));
    const type =
      { ".html": "text/html; charset=utf-8", ".wasm": "application/wasm", ".css": "text/css", ".svg": "image/svg+xml" }[extname(file)] ??
      "text/javascript";
    createReadStream(file)
      .on("open", () => response.writeHead(200, { "content-type": type }))
      .on("error", () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const opened = await openUrl(`http://127.0.0.1:${port}/${path}`);
  const close = async () => {
    await opened.close();
    server.close();
  };
  return { ...opened, close };
}

/** Opens an address in Chromium; `errors` collects what the page complains of. */
export async function openUrl(url) {
  const browser = await require("playwright-core").chromium.launch({ executablePath: chromium() });
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(url);
  return { page, errors, close: () => browser.close() };
}

function chromium() {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const candidates = process.env.PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = process.env.CHROMIUM ?? candidates.find((path) => existsSync(path));
  if (!found) throw new Error("no Chromium in PATH; `scripts/setup.sh browser` installs it");
  return found;
}
