// A page as a program. Its snippets run one after the other, each inside the scope of the one before: what one declares, the next
// may use or declare anew.
//
// A snippet claims values by comments. After an expression statement that is not an assignment, the comment on its line, or
// alone on the lines below and followed by a blank line or the end, is the value: a literal, or the text itself of a string. For
// `console.log` it is what is printed. `…` stands for anything.
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "../package/support.mjs";

export const ts = createRequire(join(project, "docs/package.json"))("typescript");

/** `blocks` as one module; `run` adds what judges the claims, without it the text is for the type checker. */
export function programOf(blocks, { before = "", run = true } = {}) {
  const imports = new Map();
  const claims = [];
  let text = "";
  for (const { at, code, hidden } of [{ at: "context", code: before, hidden: new Map() }, ...blocks]) {
    const body = `${hidden.get("with") ?? ""}\n${code}`;
    text += `{ // ${at}\n${run ? `__at(${JSON.stringify(at)});\n` : ""}${rewritten(body, at, imports, run ? claims : undefined)}\n`;
  }
  text += "}".repeat(blocks.length + 1);
  const head = Array.from(imports, ([module, names]) => importLine(module, names)).join("\n");
  return { text: run ? `${head}\n${verifier}\n${text}\n__end();\n` : `${head}\n${text}\nexport {};\n`, claims, modules: [...imports.keys()] };
}

/** Without its imports, which go to the top, and its exports; the claims as calls. */
function rewritten(code, at, imports, claims) {
  const source = ts.createSourceFile("snippet.tsx", code, ts.ScriptTarget.Latest, true);
  const edits = [];
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      collect(node, imports);
      edits.push([node.getStart(), node.end, ""]);
    } else if (ts.isExportAssignment(node)) {
      edits.push([node.getStart(), node.expression.getStart(), "void ("], [node.expression.end, node.end, ");"]);
    } else if (node.kind === ts.SyntaxKind.ExportKeyword) {
      edits.push([node.getStart(), node.end, ""]);
    } else if (claims && ts.isExpressionStatement(node)) {
      const expected = claimAfter(node, source);
      if (expected !== undefined) {
        const printed = /^console\.log\(/.test(node.expression.getText()) && node.expression.arguments;
        const value = printed ? `__printed(${printed.map((argument) => argument.getText()).join(", ")})` : node.expression.getText();
        edits.push([node.getStart(), node.end, `__claim(${claims.length}, (${value}), ${JSON.stringify(expected)});`]);
        claims.push(`${at}: ${node.getText()} // ${expected}`);
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const [from, to, text] of edits.sort(([one], [other]) => other - one)) code = code.slice(0, from) + text + code.slice(to);
  return code;
}

function claimAfter(statement, source) {
  const { expression } = statement;
  const assigns = ts.isBinaryExpression(expression) && expression.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && expression.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
  if (assigns) return undefined;
  const rest = source.text.slice(statement.end);
  const [, same, below] = /^[ \t]*(\/\/[^\n]*)?((?:\n[ \t]*\/\/[^\n]*)*)/.exec(rest);
  const lines = (text) => text.split("\n").map((line) => line.trim().replace(/^\/\/ ?/, "").trim());
  const after = rest.slice((/^[ \t]*(\/\/[^\n]*)?((?:\n[ \t]*\/\/[^\n]*)*)/.exec(rest))[0].length);
  const closed = /^\s*$|^\n[ \t]*\n/.test(after);
  if (same) return [...lines(same), ...(below && closed ? lines(below.slice(1)) : [])].join(" ");
  return below && closed ? lines(below.slice(1)).join(" ") : undefined;
}

function collect(node, imports) {
  const module = node.moduleSpecifier.text;
  const known = imports.get(module) ?? new Set();
  imports.set(module, known);
  const { importClause: clause } = node;
  if (clause?.name) known.add(`default as ${clause.name.text}`);
  const bindings = clause?.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) known.add(`* as ${bindings.name.text}`);
  else for (const element of bindings?.elements ?? []) known.add(`${clause.isTypeOnly ? "type " : ""}${element.getText()}`);
}

function importLine(module, names) {
  const from = `from ${JSON.stringify(module)};`;
  const spaces = [...names].filter((name) => name.startsWith("* "));
  const others = [...names].filter((name) => !name.startsWith("* "));
  if (names.size === 0) return `import ${JSON.stringify(module)};`;
  return [...spaces.map((name) => `import ${name} ${from}`), ...(others.length > 0 ? [`import { ${others.join(", ")} } ${from}`] : [])].join("\n");
}

const verifier = `
import __assert from "node:assert/strict";
import * as __util from "node:util";
let __place = "";
const __reached = [];
const __at = (place) => { __place = place; };
const __faults = [];
process.on("uncaughtException", (error) => { console.error([...__faults, \`\${__place}: \${error.stack}\`].join("\\n")); process.exit(1); });
const __printed = (...values) => __util.format(...values);
const __flat = (text) => text.replace(/\\s+/g, " ").trim();
const __matches = (text, expected) => {
  const parts = expected.split("…").map((part) => __flat(part).replace(/[.*+?^\${}()|[\\]\\\\]/g, "\\\\$&").replaceAll(" ", "\\\\s*"));
  return new RegExp(\`^\${parts.join("[^]*")}$\`).test(__flat(text));
};
function __literal(text) {
  try { return { value: (0, eval)(\`(\${text})\`) }; } catch { return undefined; }
}
function __claim(number, value, expected) {
  __reached.push(number);
  const shown = typeof value === "string" ? value : __util.inspect(value, { depth: 20, breakLength: Infinity });
  if (typeof value === "string" && __flat(value) === __flat(expected)) return;
  if (expected.includes("…")) {
    if (__matches(shown, expected) || (typeof value === "string" && __matches(JSON.stringify(value), expected))) return;
  } else {
    const literal = __literal(expected);
    if (literal) {
      try { __assert.deepEqual(value, literal.value); return; } catch {}
    }
  }
  __faults.push(\`\${__place} says \${expected}\\n but it is \${shown}\`);
}
const __end = () => __faults.length > 0 ? (console.error(__faults.join("\\n")), process.exit(1)) : console.log(\`\\n__reached \${JSON.stringify(__reached)}\`);
`;
