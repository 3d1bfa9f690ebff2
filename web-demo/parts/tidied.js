// The normalized payload and its list of changes.
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
  return make("li", {},
    make("code", { class: "where" }, path.join(" › ")),
    make("span", { class: "change" }, make("del", {}, from), arrow, make("ins", {}, to)),
    make("span", { class: "why", lang: language() }, why));
}

function summary(changes, report) {
  if (changes.length) return `${counted(changes.length, "change")}; all other bytes are kept.`;
  if (report.findings.some(({ code }) => code.startsWith("json."))) return "Only valid JSON can be normalized.";
  if (report.errors) return "Nothing to normalize: the errors need a decision.";
  return "Nothing to normalize: every value has the format of the API.";
}
