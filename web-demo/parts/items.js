// The items table: a row of controls for each item, with its sums.
import { byId, make } from "./dom.js";
import { grouped } from "./rupees.js";

const columns = [
  { name: "productDescription", label: "Description", wide: true },
  { name: "hsnCode", label: "HSN or SAC", control: { inputmode: "numeric" } },
  { name: "isService", label: "Service", choices: [["N", "no"], ["Y", "yes"]] },
  { name: "quantity", label: "Quantity", number: true },
  { name: "unit", label: "Unit", control: { list: "units" } },
  { name: "unitPrice", label: "Unit price", number: true },
  { name: "discount", label: "Discount", number: true },
  { name: "gstRate", label: "GST, %", number: true, control: { list: "gst-rates" } },
];

export const sumColumns = [["taxable", "Taxable"], ["cgst", "CGST"], ["sgst", "SGST"], ["igst", "IGST"], ["value", "Value"]];

const rates = ["0", "0.25", "1.5", "3", "5", "18", "40"];
const units = ["NOS", "PCS", "KGS", "MTR", "LTR", "SET", "BOX", "DOZ", "SQM", "TON", "OTH"];

const idOf = (index, name) => `sale-items-${index}-${name}`;

/** A control of an item; by default that of the description. */
export const itemControl = (index, name = "productDescription") => byId(idOf(index, name));

/** Each control of an item with what there is to say at it. What has no column stands at the description. */
export function itemPlaces(notes, index) {
  const at = (name) => ["itemLists", index, name];
  const lists = ["itemValueDetails", "rates"];
  const own = columns.map(({ name }) => [itemControl(index, name), notes.of(at(name))]);
  const values = lists.flatMap((name) => notes.of(at(name)).notes).map((note) =>
    [itemControl(index, note.code.startsWith("tax.") ? "gstRate" : "discount"), { severity: note.severity, notes: [note] }]);
  const others = notes.others([...columns.map(({ name }) => at(name)), ...lists.map(at)], ["itemLists", index]);
  return [...own, ...values, [itemControl(index), others]];
}

export function makeItems({ onItem, onAdd, onRemove }) {
  const heads = [...columns.map(({ label, number }) => [label, number]), ...sumColumns.map(([, label]) => [label, true])];
  byId("items-head").append(
    make("th", { scope: "col", class: "no" }, "No."),
    ...heads.map(([label, number]) => make("th", { scope: "col", class: number ? "number" : "" }, label)),
    make("th", { scope: "col" }, make("span", { class: "unseen" }, "Remove")));
  byId("items").append(makeTotals());
  const words = (id, list) => make("datalist", { id }, ...list.map((value) => make("option", { value })));
  byId("items").closest("fieldset").append(words("gst-rates", rates), words("units", units));
  byId("add-item").addEventListener("click", onAdd);
  const table = byId("items");
  table.addEventListener("input", ({ target }) => onItem(Number(target.dataset.index), target.dataset.name, target.value));
  table.addEventListener("click", ({ target }) => {
    const button = target.closest(".remove");
    if (button) onRemove(Number(button.dataset.index));
  });
}

function makeTotals() {
  const total = ([head, label]) => make("td", { class: `sum ${head}` },
    make("span", { class: "cell-label", "aria-hidden": "true" }, label), make("output", { id: `total-${head}` }));
  const roundOff = make("tr", { id: "round-off-row" },
    make("th", { scope: "row", colspan: 13 }, "Round-off"), make("td", { class: "sum" }, make("output", { id: "total-roundOff" })), make("td"));
  const row = make("tr", { class: "strong" }, make("th", { scope: "row", colspan: 9 }, "Total"), ...sumColumns.map(total), make("td"));
  return make("tfoot", {}, roundOff, row);
}

/** Shows the items with their sums. Rows stay where they are, so that typing is not disturbed. */
export function showItems(items, { items: sums, totals }) {
  const table = byId("items");
  const bodies = table.tBodies;
  while (bodies.length > items.length) bodies[bodies.length - 1].remove();
  while (bodies.length < items.length) table.tFoot.before(makeRow(bodies.length));
  items.forEach((item, index) => fillRow(bodies[index], item, sums[index], items.length));
  for (const [head] of sumColumns) byId(`total-${head}`).textContent = shown(head, totals);
  byId("total-roundOff").textContent = shown("roundOff", totals);
  byId("round-off-row").hidden = !totals.roundOff;
  table.tFoot.classList.toggle("open", sums.some(({ value }) => !value));
}

/** A tax head that is not due is zero, if anything could be computed. */
function shown(head, sums) {
  const text = sums[head] || (sums.value && "0");
  return text ? (grouped(text) ?? text) : "–";
}

/** A `tbody` of two rows: the item, and what there is to say about it. */
function makeRow(index) {
  const faults = `sale-items-${index}-faults`;
  const cell = (column) => make("td", { class: `${column.name}${column.number ? " number" : ""}` },
    make("span", { class: "cell-label", "aria-hidden": "true" }, column.label), controlOf(column, index, faults));
  const sum = ([head, label]) => make("td", { class: `sum ${head}` },
    make("span", { class: "cell-label", "aria-hidden": "true" }, label), make("output", { "data-sum": head }));
  const row = make("tr", {},
    make("th", { scope: "row", class: "no" }, String(index + 1)),
    ...columns.map(cell), ...sumColumns.map(sum),
    make("td", { class: "away" }, make("button", { type: "button", class: "remove", "data-index": index, "aria-label": `Remove item ${index + 1}`, title: "Remove" }, "×")));
  const said = make("tr", { class: "said" }, make("td", { colspan: 15 }, make("div", { id: faults, class: "faults" })));
  return make("tbody", { "data-field": `items-${index}` }, row, said);
}

function controlOf({ name, label, number, choices, control }, index, faults) {
  const common = {
    id: idOf(index, name), "data-index": index, "data-name": name, "aria-label": `${label}, item ${index + 1}`, "aria-describedby": faults,
  };
  if (choices) return make("select", common, ...choices.map(([value, text]) => make("option", { value }, text)));
  return make("input", { ...common, inputmode: number && "decimal", spellcheck: "false", autocapitalize: "off", ...control });
}

function fillRow(body, item, sums, count) {
  for (const control of body.querySelectorAll("[data-name]")) {
    const value = item[control.dataset.name];
    if (control.value !== value) control.value = value;
  }
  for (const output of body.querySelectorAll("[data-sum]")) output.textContent = shown(output.dataset.sum, sums);
  body.querySelector(".remove").disabled = count === 1;
}
