// The fenced blocks of a page, with what stands right before each: hidden instructions, and commands in the text.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "../package/support.mjs";

const MarkdownIt = createRequire(join(project, "docs/package.json"))("markdown-it");
const markdown = new MarkdownIt({ html: true });

/**
 * `{ at, language, title, code, hidden, inline }`: `at` is `page:line`; `hidden` holds the comments right before the block, such as
 * `<!-- check: updateInvoice -->`, by their first word; `inline` the code in the text since the block before.
 */
export function blocksOf(page) {
  const blocks = [];
  let hidden = new Map();
  let inline = [];
  for (const token of markdown.parse(readFileSync(join(project, page), "utf8"), {})) {
    if (token.type === "html_block") hidden = comments(token.content);
    else if (token.type === "inline") {
      hidden = new Map();
      inline.push(...token.children.filter(({ type }) => type === "code_inline").map(({ content }) => content));
    } else if (token.type === "code_block") {
      throw new Error(`${page}:${token.map[0] + 1} is code without a fence`);
    } else if (token.type === "fence") {
      const [, language, title] = /^(\S*)(?: title="([^"]+)")?$/.exec(token.info.trim()) ?? [];
      if (!language) throw new Error(`${page}:${token.map[0] + 1} has no language: \`${token.info}\``);
      blocks.push({ at: `${page}:${token.map[0] + 1}`, language, title, code: token.content, hidden, inline });
      hidden = new Map();
      inline = [];
    }
  }
  return blocks;
}

/** The code inside the text of a page. */
export function inlineOf(page) {
  const tokens = markdown.parse(readFileSync(join(project, page), "utf8"), {}).flatMap(({ children }) => children ?? []);
  return tokens.filter(({ type }) => type === "code_inline").map(({ content }) => content);
}

function comments(html) {
  const found = html.matchAll(/<!--\s*(\w+):\s*([\s\S]*?)\s*-->/g);
  return new Map(Array.from(found, ([, name, text]) => [name, text]));
}
