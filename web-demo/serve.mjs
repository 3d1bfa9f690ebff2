// A static server for the demo: this folder at `/`, the built package at `/bijak/`.
import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL(".", import.meta.url));
const builtPackage = fileURLToPath(new URL("../target/npm/bijak/", import.meta.url));

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Listens on `port` (0: any free one) and gives back the server and its address. */
export async function serve({ port = 0, packageFolder = builtPackage } = {}) {
  const server = createServer((request, response) => {
    answer(request, response, packageFolder).catch(() => refuse(response, 500));
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  return { server, url: `http://localhost:${server.address().port}/` };
}

async function answer(request, response, packageFolder) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
  const file = fileFor(request.url, packageFolder);
  if (!file) return refuse(response, 404);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return refuse(response, 404);
  response.writeHead(200, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-length": found.size,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

/** The file that an address stands for, or `null` when it would lie outside the two folders. */
function fileFor(address, packageFolder) {
  let path;
  try {
    path = decodeURIComponent(address.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  if (path.includes("\0")) return null;
  if (path.startsWith("/bijak/")) return within(packageFolder, path.slice("/bijak/".length));
  return within(here, path === "/" ? "index.html" : path.slice(1));
}

function within(folder, path) {
  const root = resolve(folder);
  const file = resolve(root, path);
  return file.startsWith(root + sep) ? file : null;
}

function refuse(response, status) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${status}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "8080" }, package: { type: "string" } },
  });
  const packageFolder = values.package ?? builtPackage;
  if (!existsSync(packageFolder)) console.error("The package is not built yet: run `make package` first.");
  const { url } = await serve({ port: Number(values.port), packageFolder });
  console.log(`bijak demo: ${url}`);
}
