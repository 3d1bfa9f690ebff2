// Every `@example` of the package's types, which the site shows beside the function, runs with the package: see program.mjs.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { freshProject, node } from "../package/support.mjs";
import { exampleContexts } from "./context.mjs";
import { programOf, ts } from "./program.mjs";

const home = freshProject("docs-examples");
const require = createRequire(join(home, "package.json"));
const installed = join(home, "node_modules/bijak");
const { exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
const typesOf = (value) => (typeof value !== "object" ? undefined : value.types ?? Object.values(value).map(typesOf).find(Boolean));
const entries = new Map(Object.entries(exports).map(([path, value]) => [typesOf(value), path]).filter(([types]) => types).reverse());
const imports = [["bijak", Object.keys(require("bijak"))], ["bijak/hi", ["hi"]], ["bijak/language", ["language"]]]
  .map(([module, names]) => `import { ${names.join(", ")} } from "${module}";`).join("\n");

let count = 0;
for (const [types, entry] of entries) {
  const source = ts.createSourceFile(types, readFileSync(join(installed, types), "utf8"), ts.ScriptTarget.Latest, true);
  for (const statement of source.statements) {
    const examples = ts.getJSDocTags(statement).filter(({ tagName }) => tagName.text === "example");
    for (const [index, { comment }] of examples.entries()) {
      const name = `bijak${entry.slice(1)} ${statement.name.text} ${index + 1}`;
      count += 1;
      test(name, async () => {
        const code = `${ts.getTextOfJSDocComment(comment)}\n`;
        const before = `${imports}\n${exampleContexts[name] ?? exampleContexts[statement.name.text] ?? ""}`;
        const { text, claims } = programOf([{ at: name, code, hidden: new Map() }], { before });
        const file = `${name.replace(/\W/g, "-")}.mjs`;
        mkdirSync(home, { recursive: true });
        writeFileSync(join(home, file), text);
        const reached = JSON.parse(/^__reached (.*)$/m.exec(await node([file], home))[1]);
        for (const [number, claim] of claims.entries()) assert.ok(reached.includes(number), `never came there: ${claim}`);
      });
    }
  }
}

test("examples are found", () => assert.ok(count >= 15, `only ${count}`));
