// The page's one loop: whatever changes ends in `refresh`, which asks bijak and shows the answers.
import { build, byField, check, init, normalize } from "./parts/bijak.js";
import { byId, make, prose } from "./parts/dom.js";
import { makeEditor, showText } from "./parts/editor.js";
import { endpoints } from "./parts/fields.js";
import { say, showFindings } from "./parts/findings.js";
import { fillForm, makeForm, placesOf } from "./parts/form.js";
import { dedented, members, rawMembers, withMember, withMembers, withoutMember } from "./parts/json-text.js";
import { makeLanguages } from "./parts/language.js";
import { makeRequest, showRequest } from "./parts/request.js";
import { showTidied } from "./parts/tidied.js";
import { amountMembers, asked, fillWorking, checkWorking, makeWorking, workedOut, workingPlaces } from "./parts/working.js";

const firstSample = "untidy-export";

/** All there is to know: the JSON text is the payload, the form is a view of it. */
const page = { endpoint: "createInvoice", text: "{}", target: {}, worksOut: false };

function refresh() {
  const { endpoint, text, target } = page;
  const { root } = endpoints[endpoint];
  const raws = rawMembers(root.reduce((inner, step) => rawMembers(inner).get(step) ?? "", text));
  const readable = text.trim() === "" || members(text) !== null;
  byId("form").inert = !readable;
  if (readable) fillForm(endpoint, raws, target);
  showText(text);
  const options = optionsWritten();
  const report = checkWith(options);
  if (!report) return;
  const working = endpoints[endpoint].readOnly ? { findings: [] } : checkWorking(asked(raws));
  const built = working.open ? "The tax is not worked out yet." : buildRequest(report, options);
  const findings = [...report.findings, ...working.findings, ...onlyOf(built)];
  const tidied = normalize(endpoint, text, options);
  const fields = byField({ report: { findings }, changes: tidied.changes });
  showFindings(fields, [...placesOf(fields, endpoint), ...workingPlaces(fields)], report);
  showTidied(tidied);
  showRequest(built);
  showStamp(built);
}

/** Wrong options are a TypeError, not a finding: it is shown, and the answers wait until it is mended. */
function checkWith(options) {
  const faults = byId("against-faults");
  faults.replaceChildren();
  try {
    return check(page.endpoint, page.text, options);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    byId("against").open = true;
    faults.append(make("p", { class: "error" }, ...prose(error.message)));
    byId("verdict").textContent = "Invalid options";
    byId("apply").hidden = true;
    return null;
  }
}

function buildRequest(report, options) {
  const { endpoint, text, target } = page;
  if (endpoints[endpoint].readOnly) return "Responses are not sent.";
  if (report.findings.some(({ code }) => code.startsWith("json."))) return "The payload is not valid JSON, so no request is built.";
  return build(endpoint, text, endpoint === "updateInvoice" ? target : {}, options);
}

function showStamp({ status }) {
  const word = endpoints[page.endpoint].readOnly ? "Received" : status === "ready" ? "Ready to send" : "Not ready";
  byId("stamp").textContent = word;
  byId("stamp").dataset.word = word;
}

/** What only the builder can object to: the path and the query, which no payload holds. */
const onlyOf = (built) => (built.report?.findings ?? []).filter(({ part }) => part);

function optionsWritten() {
  const today = byId("today").value.trim();
  const current = byId("current").value.trim();
  return {
    ...(today && { today }),
    ...(current && page.endpoint === "updateInvoice" && { current }),
  };
}

function setText(text) {
  page.text = text;
  refresh();
}

const followed = ["tds", "totalReceived"];

function onMember(field, raw) {
  const text = page.text.trim() ? page.text : "{}";
  page.text = raw === undefined ? withoutMember(text, field.name) : withMember(text, field.name, raw);
  if (workedOut.includes(field.name)) page.worksOut = false;
  if (followed.includes(field.name) && page.worksOut) workOut();
  refresh();
}

/** Writes the worked-out amounts into the payload; while price or place is incomplete they stay as they are. */
function workOut() {
  const gst = asked(rawMembers(page.text));
  page.worksOut = gst !== null;
  const amounts = gst && amountMembers(gst, page.endpoint);
  if (amounts) page.text = withMembers(page.text, amounts);
}

const emptyPayload = '{ "endpoint": "createInvoice", "payload": {} }';

async function loadSample(name) {
  const source = name ? await (await fetch(`samples/${name}.json`)).text() : emptyPayload;
  const raws = rawMembers(source);
  const { endpoint, target = {}, gst, options = {} } = JSON.parse(source);
  const optionRaws = rawMembers(raws.get("options") ?? "{}");
  byId("today").value = options.today ?? "";
  byId("current").value = dedented(optionRaws.get("current") ?? "");
  byId("endpoint").value = endpoint;
  fillWorking(gst);
  Object.assign(page, { endpoint, target, text: dedented(raws.get("payload")) });
  page.worksOut = asked(rawMembers(page.text)) !== null;
  refresh();
  document.body.dataset.sample = name;
}

async function offerSamples() {
  const names = await (await fetch("samples/index.json")).json();
  for (const name of names) {
    const { title } = await (await fetch(`samples/${name}.json`)).json();
    byId("sample").append(make("option", { value: name }, title));
  }
  byId("sample").addEventListener("change", ({ target }) => loadSample(target.value));
}

function listen() {
  for (const [name, { label }] of Object.entries(endpoints)) byId("endpoint").append(make("option", { value: name }, label));
  byId("endpoint").addEventListener("change", ({ target }) => {
    page.endpoint = target.value;
    refresh();
  });
  makeForm({
    onMember,
    onTarget: (name, text) => {
      page.target = { ...page.target, [name]: text || undefined };
      refresh();
    },
  });
  makeWorking({
    onWorking: () => {
      workOut();
      refresh();
    },
    onGstinLeft: refresh,
  });
  makeEditor((text) => {
    page.worksOut = false;
    setText(text);
  });
  makeRequest();
  makeLanguages(refresh);
  for (const id of ["today", "current"]) byId(id).addEventListener("input", refresh);
  byId("form").addEventListener("submit", (event) => event.preventDefault());
  byId("apply").addEventListener("click", () => {
    setText(normalize(page.endpoint, page.text, optionsWritten()).text);
    byId("tidied-title").focus();
    say(`Applied. ${byId("verdict").textContent}.`);
  });
}

async function start() {
  await init();
  listen();
  await offerSamples();
  byId("sample").value = firstSample;
  await loadSample(firstSample);
}

start().catch((error) => {
  byId("trouble").textContent = `The page could not start: ${error.message}`;
  byId("trouble").hidden = false;
  byId("verdict").textContent = "Not started";
});
