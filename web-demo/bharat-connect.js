// The page's one loop: whatever changes ends in `refresh`, which asks bijak and shows the answers.
import { byField, check, init, parseGstin, transitions } from "./parts/bijak.js";
import { byId, make } from "./parts/dom.js";
import { makeEditor, showText } from "./parts/editor.js";
import { say, showFindings, showList } from "./parts/findings.js";
import { itemControl, makeItems, showItems } from "./parts/items.js";
import { dedented, rawMembers } from "./parts/json-text.js";
import { inWords as named, scrollToStatus, showPicture, wholeLife } from "./parts/lifecycle.js";
import { makeLanguages } from "./parts/language.js";
import { makeRequest, showRequest } from "./parts/request.js";
import { inWords } from "./parts/rupees.js";
import { compose, emptyItem, saleOf, sumsOf } from "./parts/sale.js";
import { fillSaleForm, makeSaleForm, placesOf } from "./parts/sale-form.js";
import { callOf, composeStep, standing } from "./parts/step.js";

const samples = "samples/bharat-connect/";
const firstSample = "looms";
const sent = { from: "CREATED", to: "SENT_TO_BUYER" };

/** All there is to know. The text is the invoice; the form is a view of it, and what it was last composed from. */
const page = { text: "{}", sale: null, byHand: false, step: sent, status: sent.to, version: 1, visited: [sent.to], chosen: "" };

function refresh() {
  showInvoice();
  showLife();
}

function showInvoice() {
  const { sale, byHand } = page;
  byId("form").inert = !sale;
  byId("by-hand").hidden = !byHand;
  const composed = byHand || !sale ? { findings: [] } : compose(sale);
  if (composed.document) page.text = standing(composed.document, page.step, page.version);
  showText(page.text);
  const report = check("nbblInvoice", page.text);
  if (sale) showSale(sale);
  const fields = byField({ findings: together(composed.findings, report.findings) });
  showFindings(fields, placesOf(fields, sale?.items.length ?? 0), report);
  const word = report.errors || composed.findings.length ? "Not ready" : "Valid";
  byId("stamp").textContent = byId("stamp").dataset.word = word;
}

/** What `check` says of the draft, and the errors of the builder where `check` has none. */
function together(built, checked) {
  const names = { items: "itemLists", random: "objectId" };
  const inside = (path) => (path[0] === "sale" ? path.slice(1) : path).map((step) => names[step] ?? step);
  const has = (findings, one) => findings.some(({ severity, path }) => severity === "error" && path.join() === one.path.join());
  const errors = built.map((finding) => ({ ...finding, path: inside(finding.path) })).filter(({ severity }) => severity === "error");
  const own = errors.filter((finding) => !has(checked, finding));
  const same = (finding) => own.some(({ code, path }) => code === finding.code && path.join() === finding.path.join());
  return [...own, ...checked.filter((finding) => !same(finding))];
}

function showSale(sale) {
  const sums = sumsOf(page.text);
  fillSaleForm(sale);
  showItems(sale.items, sums);
  const { igst, cgst, value } = sums.totals;
  byId("in-words").textContent = (sums.items.every((item) => item.value) && inWords(value)) || "";
  byId("supply").textContent = igst ? "Inter-state supply: IGST." : cgst ? "Supply within the state: CGST and SGST, half each." : "";
}

/** The arrows that may be taken now, by what is chosen above the picture. */
function allowed() {
  const [actor, strictness] = [byId("actor").value || undefined, byId("strictness").value];
  return transitions(page.status, { actor, strictness });
}

function showLife() {
  const arrows = allowed();
  const [first] = arrows.filter(callOf);
  if (!arrows.some(({ to }) => to === page.chosen)) page.chosen = (first ?? arrows[0])?.to ?? "";
  byId("status").value = page.status;
  byId("visited").textContent = page.visited.map(named).join(" → ");
  showPicture({ status: page.status, chosen: page.chosen, strictness: byId("strictness").value, allowed: arrows, onChoice: choose });
  showSteps(arrows);
  showChoices(arrows);
  showStep();
}

function choose(status) {
  page.chosen = status;
  byId("side").value = "";
  showLife();
  say(`${named(status)} is selected. ${byId("step-remark").textContent}`);
}

/** The same as the picture, as a list. */
function showSteps(arrows) {
  const focused = byId("steps").contains(document.activeElement) && document.activeElement.dataset.to;
  const items = arrows.map(({ to, actor, by, mark, source }) => make("li", { class: mark },
    make("button", { type: "button", class: "link", "data-to": to, "aria-pressed": String(to === page.chosen), onclick: () => choose(to) },
      make("b", {}, named(to)), make("span", { class: `by ${actor}` }, actor), make("code", {}, by)),
    make("p", { class: "facts" }, source.startsWith(mark) ? source : `${mark} · ${source}`)));
  byId("steps").replaceChildren(...(items.length ? items : [make("li", { class: "none" }, nothingNext())]));
  if (focused) byId("steps").querySelector(`[data-to="${focused}"]`)?.focus();
}

function nothingNext() {
  const ends = transitions(page.status).length === 0;
  return ends ? `${named(page.status)} is a final status; there is no transition from it.` : "No transition matches the filters above.";
}

/** Side and action among those allowed. The chosen state decides, until someone picks another. */
function showChoices(arrows) {
  const options = (select, values, value) => {
    select.replaceChildren(...values.map(([key, text]) => make("option", { value: key }, text)));
    if (values.some(([key]) => key === value)) select.value = value;
    select.disabled = !values.length;
  };
  const [side, action] = [byId("side"), byId("action")];
  const towards = arrows.filter(({ to }) => to === page.chosen);
  const wanted = (towards.find(({ actor }) => actor === side.value) ?? towards[0])?.actor;
  options(side, [...new Set(arrows.map(({ actor }) => actor))].map((actor) => [actor, actor]), wanted);
  const own = arrows.filter(({ actor }) => actor === side.value);
  options(action, own.map(({ to, by }) => [`${by} > ${to}`, `${by} → ${to}`]), action.value);
  const fitting = own.find(({ by, to }) => `${by} > ${to}` === action.value && to === page.chosen) ?? own.find(({ to }) => to === page.chosen);
  if (fitting) action.value = `${fitting.by} > ${fitting.to}`;
}

const arrowChosen = () =>
  allowed().find(({ actor, by, to }) => actor === byId("side").value && `${by} > ${to}` === byId("action").value);

function showStep() {
  const arrow = arrowChosen();
  const call = arrow && callOf(arrow);
  const current = standing(page.text, { from: page.step.from, to: page.status }, page.version);
  const readable = page.sale !== null;
  const built = call && readable && composeStep({
    arrow, current, sale: page.sale, remarks: byId("remarks").value, place: byId("device").value, lifecycle: byId("strictness").value,
  });
  byId("remarks").disabled = !call || Boolean(call.whole);
  byId("device").disabled = !call;
  byId("take").disabled = !arrow || (call && built?.status !== "ready");
  byId("step-remark").textContent = remarkOn(arrow, call);
  showRequest(built || whyNone(arrow, readable));
  showStepFindings(byField(built || { findings: [] }), Boolean(built));
}

function remarkOn(arrow, call) {
  if (!arrow) return nothingNext();
  const step = `From ${named(arrow.from)} to ${named(arrow.to)}, by the ${arrow.actor}.`;
  return call ? step : `${step} This page does not build a request for it; apply it directly.`;
}

const whyNone = (arrow, readable) =>
  !readable ? "The invoice is not valid JSON, so no request is built." : arrow ? `\u201c${arrow.by}\u201d is not built here.` : nothingNext();

function showStepFindings(fields, shown) {
  const places = [[byId("remarks"), fields.of("step")], [byId("device"), fields.of("device")]];
  byId("step-findings").hidden = !shown;
  showList(byId("step-findings"), fields.of("").notes, places);
  for (const [control, { severity }] of places) {
    if (severity === "error") control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

/** The page goes on as if the step had been taken. An edit raises the version by one. */
function take() {
  const { from, to } = arrowChosen();
  if (to === sent.to && from !== sent.from) page.version += 1;
  Object.assign(page, { step: { from, to }, status: to, visited: [...page.visited, to], chosen: "" });
  byId("remarks").value = "";
  page.text = standing(page.text, page.step, page.version);
  refresh();
  scrollToStatus(page.status);
  byId("life-title").focus();
  say(`The invoice is now at ${named(to)}.`);
}

/** Puts the invoice at a status, by the best known arrow that leads there. */
function goTo(status) {
  const leading = wholeLife("lenient").arrows.filter((arrow) => arrow.to === status && arrow.from !== status);
  const { from, to } = status === sent.from ? sent : leading[0];
  Object.assign(page, { step: { from, to }, status, visited: [status], chosen: "", version: 1 });
  if (to === sent.to && from !== sent.from) page.version = 2;
  page.text = standing(page.text, page.step, page.version);
  refresh();
  scrollToStatus(status);
}

function changeSale(change) {
  change(page.sale);
  page.byHand = false;
  refresh();
}

function onField(path, text) {
  changeSale((sale) => {
    const steps = path.split(".");
    const last = steps.pop();
    steps.reduce((inner, step) => inner[step], sale)[last] = text;
    if (last === "gstin") followGstin(sale, steps[0], text);
  });
}

/** A valid GSTIN sets its state, and the place of supply if it is still empty. */
function followGstin(sale, side, text) {
  const read = parseGstin(text);
  if (!read.valid) return;
  sale[side].stateCode = read.state.code;
  if (side === "buyerDetails" && !sale[side].placeOfSupply) sale[side].placeOfSupply = read.state.code;
}

function onText(text) {
  Object.assign(page, { text, sale: saleOf(text), byHand: true });
  refresh();
}

const emptyParty = () => ({ b2bId: "", gstin: "", legalName: "", stateCode: "", address: { addressLine1: "", city: "", pincode: "" } });

const emptySale = () => ({
  random: [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
  supplierInvoiceNumber: "",
  ts: "",
  transactionDetails: { supplyType: "B2B" },
  supplierDetails: emptyParty(),
  buyerDetails: { ...emptyParty(), placeOfSupply: "" },
  items: [emptyItem()],
  roundOff: "none",
});

async function loadSample(name) {
  const source = name ? await (await fetch(`${samples}${name}.json`)).text() : null;
  const text = source && dedented(rawMembers(source).get("payload"));
  const sale = text ? saleOf(text) : emptySale();
  Object.assign(page, { text: text ?? "{}", sale, byHand: text !== null, step: sent, status: sent.to, version: 1, visited: [sent.to], chosen: "" });
  refresh();
  byId("by-hand").hidden = true;
  document.body.dataset.sample = name;
}

async function offerSamples() {
  for (const name of await (await fetch(`${samples}index.json`)).json()) {
    const { title, endpoint } = await (await fetch(`${samples}${name}.json`)).json();
    if (endpoint === "nbblInvoice") byId("sample").append(make("option", { value: name }, title));
  }
  byId("sample").addEventListener("change", ({ target }) => loadSample(target.value));
}

function listen() {
  makeSaleForm(onField);
  makeItems({
    onItem: (index, name, value) => changeSale(({ items }) => (items[index][name] = value)),
    onAdd: () => {
      changeSale(({ items }) => items.push(emptyItem()));
      itemControl(page.sale.items.length - 1, "productDescription").focus();
    },
    onRemove: (index) => {
      changeSale(({ items }) => items.splice(index, 1));
      itemControl(Math.min(index, page.sale.items.length - 1), "productDescription").focus();
      say(`Item ${index + 1} removed. The total is ₹ ${byId("total-value").textContent}.`);
    },
  });
  makeEditor(onText);
  makeRequest();
  makeLanguages(refresh);
  byId("status").append(...wholeLife("lenient").states.map((state) => make("option", { value: state }, named(state))));
  byId("status").addEventListener("change", ({ target }) => goTo(target.value));
  for (const id of ["actor", "strictness"]) byId(id).addEventListener("change", showLife);
  byId("again").addEventListener("click", () => goTo(sent.from));
  byId("side").addEventListener("change", ({ target }) => {
    page.chosen = allowed().find(({ actor }) => actor === target.value).to;
    showLife();
  });
  byId("action").addEventListener("change", () => {
    page.chosen = arrowChosen().to;
    showLife();
  });
  for (const id of ["remarks", "device"]) byId(id).addEventListener("input", showStep);
  byId("take").addEventListener("click", take);
  for (const id of ["form", "step"]) byId(id).addEventListener("submit", (event) => event.preventDefault());
}

async function start() {
  await init();
  byId("device").value = "18.5204,73.8567";
  listen();
  await offerSamples();
  byId("sample").value = firstSample;
  await loadSample(firstSample);
  scrollToStatus(page.status);
}

start().catch((error) => {
  byId("trouble").textContent = `The page could not start: ${error.message}`;
  byId("trouble").hidden = false;
  byId("verdict").textContent = "Not started";
});
