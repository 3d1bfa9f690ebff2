// The JSON view: a plain textarea over its own coloured print, with line numbers and marked lines.
import { byId, make } from "./dom.js";

const piece = /("(?:[^"\\\n]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|\b(true|false|null)\b/g;

const area = () => byId("json");
const gutter = () => byId("editor").querySelector(".gutter");
const print = () => byId("editor").querySelector("pre");

export function makeEditor(onText) {
  area().addEventListener("input", () => {
    printText(area().value);
    onText(area().value);
  });
}

export function showText(text) {
  if (area().value !== text) area().value = text;
  printText(text);
}

function printText(text) {
  const lines = text.split("\n");
  print().replaceChildren(...lines.map((line) => make("span", { class: "line" }, ...coloured(line), "\n")));
  gutter().replaceChildren(...lines.map((_, index) => make("span", {}, String(index + 1))));
}

function* coloured(line) {
  let end = 0;
  for (const match of line.matchAll(piece)) {
    yield line.slice(end, match.index);
    const [whole, string, colon = "", number] = match;
    const kind = string ? (colon ? "name" : "string") : number ? "number" : "word";
    yield make("span", { class: kind }, string ?? whole);
    yield colon;
    end = match.index + whole.length;
  }
  yield line.slice(end);
}

/** Marks the lines that findings stand on; an error outweighs a warning. */
export function showLines(findings) {
  const lines = print().children;
  const numbers = gutter().children;
  for (const { line, severity } of findings) {
    for (const mark of [lines[line - 1], numbers[line - 1]]) {
      if (mark && mark.dataset.severity !== "error") mark.dataset.severity = severity;
    }
  }
}

/** Takes the reader to a line of the JSON, with the cursor on it. */
export function editorLine(line, column = 1) {
  const lines = area().value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area().focus({ preventScroll: true });
  area().setSelectionRange(start + Math.min(column - 1, lines[line - 1].length), start + lines[line - 1].length);
  print().children[line - 1].scrollIntoView({ block: "nearest" });
}
