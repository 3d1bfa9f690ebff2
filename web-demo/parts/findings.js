// Findings at their fields, in the list, and spoken. bijak's byField has sorted them.
import { byId, counted, make, prose, putItems, settled } from "./dom.js";
import { editorLine, showLines } from "./editor.js";
import { language } from "./language.js";

const isShown = (control) => control && !control.closest("[hidden], [inert]");
const gravest = (...severities) => ["error", "warning", "changed"].find((severity) => severities.includes(severity));

/** `fields` is the result of byField; `places` are pairs: a control, and the notes of its fields. */
export function showFindings(fields, places, { omitted = 0, skipped = [] } = {}) {
  const findings = fields.of("").notes.filter(({ severity }) => severity !== "changed");
  const reached = places.filter(([control]) => isShown(control));
  showAtFields(reached);
  showList(byId("findings"), findings, reached, omitted);
  showSkipped(skipped);
  showLines(findings);
  showVerdict(findings, omitted);
}

function showAtFields(places) {
  for (const faults of document.querySelectorAll(".faults")) faults.replaceChildren();
  for (const cell of document.querySelectorAll("[data-field]")) delete cell.dataset.severity;
  for (const control of document.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  for (const [control, { severity, notes }] of places) {
    if (!severity) continue;
    const cell = control.closest("[data-field]");
    cell.dataset.severity = gravest(cell.dataset.severity, severity);
    byId(control.getAttribute("aria-describedby").split(" ")[0]).append(...notes.map(atField));
    if (severity === "error") control.setAttribute("aria-invalid", "true");
  }
}

function atField({ severity, message, to }) {
  return make(
    "p",
    { class: severity, lang: language() },
    ...(severity === "changed" ? ["normalized: ", make("code", {}, to)] : prose(message)),
  );
}

/** Fills a list with findings; each leads to the control that it has among `places`. */
export function showList(list, findings, places, omitted = 0) {
  const controls = new Map(places.flatMap(([control, { notes }]) => notes.map(({ key }) => [key, control])));
  const items = findings.map((finding) => listItem(finding, controls.get(finding.key)));
  if (!items.length) items.push(make("li", { class: "none" }, "No findings."));
  if (omitted) items.push(make("li", { class: "none" }, `and ${counted(omitted, "further finding")}.`));
  putItems(list, items);
}

function listItem(finding, control) {
  const { key, code, severity, path, part, message, line, column } = finding;
  const toLine = line && (() => editorLine(line, column));
  const where = [part, ...path].filter((step) => step !== undefined).join(" › ") || "payload";
  const name = named(
    control ? () => goTo(control) : toLine,
    make("span", { class: "severity" }, severity),
    make("code", {}, code),
    make("span", { class: "where" }, where),
  );
  const leads = [control?.id, line, column].join(" ");
  return make(
    "li",
    { class: severity, "data-code": code, "data-key": key, "data-leads": leads },
    make("div", { class: "name" }, name, control && toLine && lineButton(code, line, toLine)),
    make("p", { lang: language() }, ...prose(message)),
    make("p", { class: "facts" }, facts(finding)),
  );
}

function goTo(control) {
  const details = control.closest("details");
  if (details) details.open = true;
  control.focus();
}

const named = (go, ...children) =>
  go ? make("button", { type: "button", class: "link", onclick: go }, ...children) : make("span", { class: "link" }, ...children);

function lineButton(code, line, toLine) {
  const label = `line ${line} of the JSON: ${code}`;
  return make("button", { type: "button", class: "to-line", onclick: toLine, "aria-label": label }, `line ${line}`);
}

/** What the message has not said already, and where the rule comes from. */
function facts({ message, expected, actual, source }) {
  const unsaid = (word, value) => value !== undefined && !message.includes(value) && `${word} ${value}`;
  return [unsaid("expected", expected), unsaid("found", actual), source].filter(Boolean).join(" · ");
}

function showSkipped(skipped) {
  const details = byId("skipped");
  details.hidden = !skipped.length;
  details.querySelector("summary").textContent = `${counted(skipped.length, "rule")} skipped, inputs missing`;
  details
    .querySelector("ul")
    .replaceChildren(...skipped.map(({ code, needs }) => make("li", {}, make("code", {}, code), ` needs ${needs.join(", ")}`)));
}

function showVerdict(findings, omitted) {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const counts = [errors && counted(errors, "error"), warnings && counted(warnings, "warning"), omitted && `${omitted} more`];
  const verdict = counts.filter(Boolean).join(", ") || "No findings";
  byId("verdict").textContent = verdict;
  document.body.dataset.verdict = errors ? "error" : warnings ? "warning" : "clean";
  announce(`${verdict}.`);
}

let lastSpoken = "";
const announce = settled(800, (text) => {
  if (text === lastSpoken) return;
  lastSpoken = text;
  byId("announcer").textContent = text;
});

/** Says something once, now: the answer to a press of a button. */
export function say(text) {
  lastSpoken = text;
  byId("announcer").textContent = text;
}
