// The site that docs/build.mjs made: every link inside it leads somewhere, the search finds the functions, and it fits a phone.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { openPage, project } from "../package/support.mjs";

const { Parser } = createRequire(join(project, "docs/package.json"))("htmlparser2");
const site = join(project, "target/site");
if (!existsSync(join(site, "index.html"))) throw new Error("no site in target/site: `make docs` first");
const paths = readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html"));

const pages = new Map(paths.map((path) => [path, contents(readFileSync(join(site, path), "utf8"))]));

function contents(html) {
  const links = [];
  const anchors = new Set();
  let text = "";
  const onopentag = (name, { id, href, src, name: named }) => {
    if (id) anchors.add(id);
    if (name === "a" && named) anchors.add(named);
    if (name !== "use" && (href ?? src)) links.push(href ?? src);
  };
  new Parser({ onopentag, ontext: (part) => (text += part) }).end(html);
  return { links, anchors, text };
}

/** Why a link leads nowhere, or nothing. */
function fault(from, link) {
  if (/^(https:|data:|javascript:void\(0\)$)/.test(link)) return undefined; // the last is rustdoc's own
  if (/^[a-z]+:/.test(link)) return "has a scheme that none here has";
  const [address, anchor] = link.split("#");
  let to = address === "" ? from : normalize(join(dirname(from), decodeURIComponent(address.split("?")[0])));
  if (to.startsWith("..")) return "leads out of the site";
  if (!existsSync(join(site, to))) return "is no file";
  if (statSync(join(site, to)).isDirectory()) to = join(to, "index.html");
  if (!anchor || !to.endsWith(".html")) return existsSync(join(site, to)) ? undefined : "is a folder without a page";
  const { anchors } = pages.get(to);
  const lines = to.startsWith("rust/src/") && /^\d+(-\d+)?$/.test(anchor) ? anchor.split("-") : [anchor]; // rustdoc marks lines so
  return lines.every((name) => anchors.has(name) || anchors.has(decodeURIComponent(name))) ? undefined : "is no anchor of that page";
}

test("every link leads somewhere", () => {
  const faults = [...pages].flatMap(([from, { links }]) => links.map((link) => [from, link, fault(from, link)]).filter(([, , why]) => why));
  assert.deepEqual(faults.slice(0, 20), []);
  const count = [...pages.values()].reduce((sum, { links }) => sum + links.length, 0);
  assert.ok(count > 5_000, `only ${count} links`);
});

test("every page of the repository has a page here, and leads to the others", () => {
  const guides = readdirSync(join(project, "docs")).filter((name) => name.endsWith(".md"));
  assert.ok(guides.length > 0);
  const front = pages.get("index.html").links;
  for (const name of guides) {
    const path = `guides/${name.replace(/\.md$/, ".html")}`;
    assert.ok(pages.has(path), path);
    assert.ok(front.includes(path), `${path} from the front page`);
  }
  assert.ok(front.includes("./rust/bijak/index.html") || front.includes("rust/bijak/index.html"), front.filter((link) => link.includes("rust")).join());
  assert.ok(pages.get("rust/bijak/index.html").links.includes("../../index.html"));
});

test("no path of this machine, no mark left of the build", () => {
  const marks = [project.replace(/\/$/, ""), '"site:', "<!-- sizes"];
  const found = paths.flatMap((path) => marks.filter((mark) => readFileSync(join(site, path), "utf8").includes(mark)).map((mark) => `${path}: ${mark}`));
  assert.deepEqual(found, []);
});

test("in Chromium: the search finds a function and a code, and nothing is wider than a phone", async () => {
  const { page, errors, close } = await openPage(site);
  try {
    for (const [words, path] of [["check", "functions/bijak.check.html"], ["tax.halves-differ", "guides/rules.html"]]) {
      await page.goto(new URL("/index.html", page.url()).href);
      await page.click("#tsd-search-trigger");
      await page.fill("#tsd-search-input", words);
      await page.waitForSelector(`#tsd-search-results a[href*="${path}"]`, { timeout: 10_000 });
    }
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of [...pages.keys()].filter((path) => path === "index.html" || path.startsWith("guides/"))) {
      await page.goto(new URL(`/${path}`, page.url()).href);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${path} is ${over} pixels too wide`);
    }
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
});
