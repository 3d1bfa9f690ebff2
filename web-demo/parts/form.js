// The invoice form: cells made from the field table, filled from the payload, writing back to it.
import { byId, fill, make } from "./dom.js";
import { appliesTo, contentOf, endpoints, fields, rawOf, targetFields } from "./fields.js";
import { grouped, inWords } from "./rupees.js";

export const controlId = (name) => `field-${name}`;
export const controlOf = (name) => byId(controlId(name));

/** Each control of the form with what there is to say at its field. */
export function placesOf(notes, endpoint) {
  const { root } = endpoints[endpoint];
  const inPayload = fields.map(({ name }) => [controlOf(name), notes.of([...root, name])]);
  return [...inPayload, ...targetFields.map(({ name }) => [controlOf(name), notes.of(name)])];
}

/** Makes the cells. `onMember(name, raw)` hears of each edit; `onTarget(name, text)` of path and query. */
export function makeForm({ onMember, onTarget }) {
  for (const field of targetFields) {
    const cell = makeCell(field);
    cell.control.addEventListener("input", () => onTarget(field.name, cell.control.value));
    byId(field.place).append(cell.element);
  }
  for (const field of fields) {
    const cell = field.place === "ledger" ? makeLedgerRow(field) : makeCell(field);
    cell.control.addEventListener("input", () => onMember(field, rawOf(field, cell.control.value)));
    byId(field.place).append(cell.element);
  }
  const clear = byId("clear");
  clear.addEventListener("change", () => {
    const field = fields.find(({ name }) => name === clear.value);
    clear.value = "";
    if (!field) return;
    onMember(field, "null");
    controlOf(field.name).focus();
  });
}

/** A label, its control and the place of its findings. */
function makeCell(field) {
  const control = makeControl(field);
  const element = make(
    "div",
    { class: `cell${field.wide ? " wide" : ""}`, "data-field": field.name },
    makeLabel(field),
    control,
    faultsOf(field.name),
    ...wordList(field),
  );
  return { element, control };
}

function makeLedgerRow(field) {
  const control = makeControl(field);
  const echo = make("output", { for: control.id, class: "rupees", "aria-hidden": "true" });
  const element = make(
    "div",
    { class: `row${field.strong ? " strong" : ""}`, "data-field": field.name },
    makeLabel(field),
    control,
    echo,
    faultsOf(field.name),
  );
  return { element, control };
}

function makeLabel({ name, label }) {
  return make("label", { for: controlId(name) }, label, " ", make("code", { "aria-hidden": "true" }, name));
}

function makeControl(field) {
  const common = { id: controlId(field.name), "aria-describedby": `${controlId(field.name)}-faults` };
  if (field.kind === "flag") {
    const choices = [
      ["", "not sent"],
      ["true", "yes"],
      ["false", "no"],
      ["null", "null: clear it"],
    ];
    return make("select", common, ...choices.map(([value, text]) => make("option", { value }, text)));
  }
  return make("input", {
    ...common,
    placeholder: field.example,
    inputmode: field.kind === "amount" ? "decimal" : field.input,
    list: field.words && `${common.id}-words`,
    spellcheck: "false",
    autocapitalize: "off",
  });
}

const wordList = ({ name, words }) =>
  words ? [make("datalist", { id: `${controlId(name)}-words` }, ...words.map((word) => make("option", { value: word })))] : [];

export const faultsOf = (name) => make("div", { id: `${controlId(name)}-faults`, class: "faults" });

/** Shows the payload's members and the target; a control someone is writing in keeps its content. */
export function fillForm(endpoint, raws, target) {
  const { readOnly = false } = endpoints[endpoint];
  byId("form").classList.toggle("read-only", readOnly);
  byId("target").hidden = byId("clearing").hidden = endpoint !== "updateInvoice";
  byId("working").hidden = byId("against").hidden = readOnly;
  for (const { name } of targetFields) fill(controlOf(name), target[name] ?? "");
  for (const field of fields) fillField(field, endpoint, raws.get(field.name), readOnly);
  offerClearing(raws);
  const words = inWords(raws.get("netAmount") ?? "");
  byId("in-words").textContent = words ?? "";
}

function fillField(field, endpoint, raw, readOnly) {
  const control = controlOf(field.name);
  const cell = control.parentElement;
  cell.hidden = !appliesTo(field, endpoint) || (readOnly && raw === undefined);
  cell.classList.toggle("cleared", raw === "null");
  if (field.kind === "flag") {
    control.disabled = readOnly;
    showChoice(control, contentOf(field, raw), endpoint);
  } else {
    control.readOnly = readOnly;
    control.placeholder = raw === "null" ? "null: will be cleared" : (field.example ?? "");
    fill(control, contentOf(field, raw));
  }
  const echo = cell.querySelector(".rupees");
  if (echo) echo.textContent = grouped(raw ?? "") ?? "";
}

/** A flag may hold what no choice offers, say `{}`: it is then shown as it is. */
function showChoice(select, content, endpoint) {
  select.querySelector("[data-stray]")?.remove();
  select.querySelector("[value=null]").hidden = endpoint !== "updateInvoice";
  if (![...select.options].some(({ value }) => value === content)) {
    select.append(make("option", { value: content, "data-stray": true }, content));
  }
  select.value = content;
}

function offerClearing(raws) {
  const [first] = byId("clear").options;
  const clearable = fields.filter(
    (field) => appliesTo(field, "updateInvoice") && field.name !== "customerId" && field.kind !== "flag" && raws.get(field.name) !== "null",
  );
  byId("clear").replaceChildren(first, ...clearable.map(({ name, label }) => make("option", { value: name }, label)));
}
