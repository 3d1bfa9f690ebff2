// The tidied payload and its list of changes.
import { byId, counted, make } from "./dom.js";
import { language } from "./language.js";

export function showTidied({ text, changes, report }) {
  byId("tidied-summary").textContent = summary(changes, report);
  byId("changes").replaceChildren(...changes.map(listItem));
  byId("apply").hidden = byId("tidied-details").hidden = !changes.length;
  byId("tidied-text").textContent = text;
}

function listItem({ path, from, to, why }) {
  const arrow = make("span", { class: "arrow", role: "img", "aria-label": "becomes" }, " → ");
  return make(
    "li",
    {},
    make("code", { class: "where" }, path.join(" › ")),
    make("span", { class: "change" }, make("del", {}, from), arrow, make("ins", {}, to)),
    make("span", { class: "why", lang: language() }, why),
  );
}

function summary(changes, report) {
  if (changes.length) return `${counted(changes.length, "change")}; every other byte stays as it was.`;
  if (report.findings.some(({ code }) => code.startsWith("json."))) return "It has to be JSON before it can be tidied.";
  if (report.errors) return "Nothing to tidy: what is wrong here is not a matter of spelling.";
  return "Nothing to tidy: every value is written as the API wants it.";
}
