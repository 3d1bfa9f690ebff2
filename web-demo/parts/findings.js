// Findings at their fields, in the list, and spoken.
import { byId, counted, make, prose, settled } from "./dom.js";
import { editorLine, showLines } from "./editor.js";

const shown = (control) => (control && !control.closest("[hidden], [inert]") ? control : null);

/** `controlFor` gives the control that a finding is about, if the page has one. */
export function showFindings(findings, controlFor, { omitted = 0, skipped = [] } = {}) {
  const placed = findings.map((finding) => ({ finding, control: shown(controlFor(finding)) }));
  showAtFields(placed);
  showList(byId("findings"), placed, omitted);
  showSkipped(skipped);
  showLines(findings);
  showVerdict(findings, omitted);
}

function showAtFields(placed) {
  for (const faults of document.querySelectorAll(".faults")) faults.replaceChildren();
  for (const cell of document.querySelectorAll("[data-field]")) delete cell.dataset.severity;
  for (const control of document.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  for (const { finding, control } of placed) {
    if (!control) continue;
    const cell = control.closest("[data-field]");
    byId(control.getAttribute("aria-describedby").split(" ")[0]).append(make("p", { class: finding.severity }, ...prose(finding.message)));
    if (finding.severity === "error") control.setAttribute("aria-invalid", "true");
    if (cell.dataset.severity !== "error") cell.dataset.severity = finding.severity;
  }
}

/** Fills a list with findings, each with the control that it leads to, if there is one. */
export function showList(list, placed, omitted) {
  const items = placed.map(({ finding, control }) => listItem(finding, control));
  if (!items.length) items.push(make("li", { class: "none" }, "Nothing to object to."));
  if (omitted) items.push(make("li", { class: "none" }, `and ${counted(omitted, "further finding")}.`));
  list.replaceChildren(...items);
}

function listItem(finding, control) {
  const { code, severity, path, part, message, line, column } = finding;
  const toLine = line && (() => editorLine(line, column));
  const where = [part, ...path].filter((step) => step !== undefined).join(" › ") || "payload";
  const name = named(control ? () => goTo(control) : toLine,
    make("span", { class: "severity" }, severity), make("code", {}, code), make("span", { class: "where" }, where));
  return make("li", { class: severity, "data-code": code },
    make("div", { class: "name" }, name, control && toLine && lineButton(code, line, toLine)),
    make("p", {}, ...prose(message)),
    make("p", { class: "facts" }, facts(finding)));
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
  details.querySelector("summary").textContent = `${counted(skipped.length, "rule")} not judged, for want of something`;
  details.querySelector("ul").replaceChildren(...skipped.map(({ code, needs }) =>
    make("li", {}, make("code", {}, code), ` needs ${needs.join(", ")}`)));
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
