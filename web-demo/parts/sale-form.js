// The cells of the sale: its head and the two sides. The items have a table of their own.
import { parseGstin } from "./bijak.js";
import { byId, fill, make } from "./dom.js";
import { readingOf } from "./gstin.js";
import { itemPlaces } from "./items.js";
import { states } from "./states.js";

const stateChoices = [["", "choose a state…"], ...[...states].map(([code, name]) => [code, `${code} ${name}`])];
const kinds = [
  ["B2B", "B2B: between businesses"], ["SEZWP", "SEZWP: to an SEZ, with payment"], ["SEZWOP", "SEZWOP: to an SEZ, without payment"],
  ["EXPWP", "EXPWP: export, with payment"], ["EXPWOP", "EXPWOP: export, without payment"], ["DEXP", "DEXP: deemed export"],
];

const party = (side, place, more = []) => [
  { path: `${side}.legalName`, label: "Legal name", place },
  { path: `${side}.gstin`, label: "GSTIN", place, gstin: true, example: "27AAPFU0939F1ZV" },
  { path: `${side}.stateCode`, label: "State", place, choices: stateChoices },
  ...more,
  { path: `${side}.b2bId`, label: "Bharat Connect id", place: `${place}-more` },
  { path: `${side}.address.addressLine1`, label: "Building and street", place: `${place}-more` },
  { path: `${side}.address.city`, label: "City", place: `${place}-more` },
  { path: `${side}.address.pincode`, label: "PIN code", place: `${place}-more`, control: { inputmode: "numeric" } },
];

const fields = [
  { path: "supplierInvoiceNumber", label: "Invoice number", place: "sale-head" },
  { path: "ts", label: "Date and time", place: "sale-head", example: "2025-11-21T10:30:00" },
  { path: "transactionDetails.supplyType", label: "Kind of supply", place: "sale-head", choices: kinds },
  { path: "roundOff", label: "Total", place: "sale-head", choices: [["none", "to the paisa"], ["rupee", "rounded to the rupee"]] },
  ...party("supplierDetails", "supplier"),
  ...party("buyerDetails", "buyer", [{ path: "buyerDetails.placeOfSupply", label: "Place of supply", place: "buyer", choices: stateChoices }]),
];

const idOf = (path) => `sale-${path.replaceAll(".", "-")}`;
const controlOf = (path) => byId(idOf(path));

/** `onField(path, text)` hears of each edit. */
export function makeSaleForm(onField) {
  for (const field of fields) {
    const { path, label, place, choices, example, control: attributes, gstin } = field;
    const id = idOf(path);
    const common = { id, "aria-describedby": `${id}-faults${gstin ? ` ${id}-reading` : ""}` };
    const control = choices
      ? make("select", common, ...choices.map(([value, text]) => make("option", { value }, text)))
      : make("input", { ...common, placeholder: example, spellcheck: "false", autocapitalize: "off", ...attributes });
    control.addEventListener("input", () => onField(path, control.value));
    byId(place).append(make("div", { class: "cell", "data-field": path },
      make("label", { for: id }, label), control,
      gstin && make("p", { id: `${id}-reading`, class: "hint" }),
      make("div", { id: `${id}-faults`, class: "faults" })));
  }
}

const valueAt = (sale, path) => path.split(".").reduce((inner, step) => inner?.[step], sale) ?? "";

export function fillSaleForm(sale) {
  for (const { path, choices, gstin } of fields) {
    const [control, value] = [controlOf(path), valueAt(sale, path)];
    if (choices) showChoice(control, value);
    else fill(control, value);
    if (gstin) {
      const read = value ? parseGstin(value) : null;
      byId(`${control.id}-reading`).textContent = read?.valid ? readingOf(read) : "";
    }
  }
}

/** A text may hold what no choice offers: it is then shown as it is. */
function showChoice(select, value) {
  select.querySelector("[data-stray]")?.remove();
  if (![...select.options].some((option) => option.value === value)) {
    select.append(make("option", { value, "data-stray": true }, value || "not given"));
  }
  select.value = value;
}

/** Each control with what there is to say at it; `count` is how many items there are. */
export function placesOf(notes, count) {
  const noId = ["supplierDetails.b2bId", "buyerDetails.b2bId"].map(controlOf).find(({ value }) => !value);
  return [
    ...fields.map(({ path }) => [controlOf(path), notes.of(path)]),
    [noId, notes.of("b2bIds")],
    ...Array.from({ length: count }, (_, index) => itemPlaces(notes, index)).flat(),
  ];
}
