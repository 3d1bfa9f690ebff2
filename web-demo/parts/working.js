// The tax computed while typing: from price, rate, supplier and place of supply to exact tax heads.
import { parseGstin, splitTax } from "./bijak.js";
import { byId, make } from "./dom.js";
import { contentOf, fields, halfTyped } from "./fields.js";
import { controlId, controlOf, faultsOf } from "./form.js";
import { readingOf } from "./gstin.js";
import { grouped } from "./rupees.js";
import { states } from "./states.js";

const rates = ["0", "0.25", "1.5", "3", "5", "18", "40"];
const gstinLength = 15;

const priceKinds = [["", "is without GST"], ["yes", "includes GST"]];
const places = [["", "choose a state…"], ...[...states].map(([code, state]) => [code, `${code} ${state}`])];

const parts = [
  { name: "base", label: "Price", control: { inputmode: "decimal", placeholder: "118000.50" } },
  { name: "rate", label: "GST rate, %", control: { inputmode: "decimal", list: "rates", placeholder: "18" } },
  { name: "inclusive", label: "The price", choices: priceKinds },
  { name: "placeOfSupply", label: "Place of supply", choices: places },
  { name: "supplierGstin", label: "Supplier’s GSTIN", wide: true, control: { maxlength: 20, placeholder: "27AAPFU0939F1ZV" } },
];

const needed = {
  base: "a price",
  rate: "a rate",
  supplierGstin: "the supplier’s GSTIN",
  placeOfSupply: "the place of supply",
};
const missing = () => Object.keys(needed).filter((name) => !written(name));

/** The members that follow from the rest; tds and what was received are the user's own. */
export const workedOut = ["baseAmount", "cgst", "sgst", "igst", "netAmount", "balanceAmount", "gstExclusive"];

const idOf = (name) => `gst-${name}`;
const control = (name) => controlOf(idOf(name));
const written = (name) => control(name).value.trim();

export function makeWorking({ onWorking, onGstinLeft }) {
  const place = byId("working");
  for (const part of parts) {
    place.insertBefore(makePart(part), byId("supply"));
    control(part.name).addEventListener("input", onWorking);
  }
  place.append(make("datalist", { id: "rates" }, ...rates.map((value) => make("option", { value }))));
  const gstin = control("supplierGstin");
  gstin.parentElement.append(make("p", { id: "gstin-reading", class: "hint" }));
  gstin.setAttribute("aria-describedby", `${gstin.id}-faults gstin-reading`);
  gstin.addEventListener("blur", onGstinLeft);
}

/** Each control of this part with what there is to say at it. */
export const workingPlaces = (notes) => parts.map(({ name }) => [control(name), notes.of(["gst", name])]);

function makePart({ name, label, wide, choices, control: attributes }) {
  const id = controlId(idOf(name));
  const common = { id, "aria-describedby": `${id}-faults`, ...attributes };
  const element = choices
    ? make("select", common, ...choices.map(([value, text]) => make("option", { value }, text)))
    : make("input", { ...common, spellcheck: "false" });
  return make("div", { class: `cell${wide ? " wide" : ""}`, "data-field": idOf(name) },
    make("label", { for: id }, label), element, faultsOf(idOf(name)));
}

export function fillWorking(gst = {}) {
  for (const { name } of parts) {
    control(name).value = name === "inclusive" ? (gst.inclusive ? "yes" : "") : (gst[name] ?? "");
  }
}

/** What `build` and `splitTax` are asked, or `null` while it is not all there. Sums go as text. */
export function asked(raws) {
  if (missing().length) return null;
  const sum = (name) => contentOf(fields.find((field) => field.name === name), raws.get(name)) || undefined;
  return {
    base: halfTyped(written("base")),
    rate: halfTyped(written("rate")),
    inclusive: written("inclusive") === "yes",
    supplierGstin: written("supplierGstin").toUpperCase(),
    placeOfSupply: written("placeOfSupply"),
    tds: sum("tds"),
    received: sum("totalReceived"),
  };
}

/**
 * Shows what the GSTIN says and which heads are due. Gives the findings of this part of the form, and
 * whether it is `open`: something was entered that could not be computed.
 */
export function checkWorking(gst) {
  const gstin = gstinFindings();
  const result = gst && splitTax(gst);
  showSupply(result);
  const refused = result?.status === "refused";
  // The GSTIN was checked above; the check of the payload covers tds and the received amount.
  const elsewhere = ["supplierGstin", "tds", "received"];
  const others = refused ? result.findings.filter(({ path }) => !elsewhere.includes(path[0])) : [];
  return { findings: [...gstin, ...others.map(intoWorking)], open: refused || gstin.length > 0 };
}

const intoWorking = (finding) => ({ ...finding, path: ["gst", ...finding.path] });

function gstinFindings() {
  const text = written("supplierGstin");
  const reading = byId("gstin-reading");
  reading.replaceChildren();
  if (!text) return [];
  const result = parseGstin(text);
  if (result.valid) {
    reading.textContent = readingOf(result);
    return [];
  }
  const stillTyping = document.activeElement === control("supplierGstin") && text.length < gstinLength;
  if (stillTyping) {
    reading.textContent = `${text.length} of ${gstinLength} characters`;
    return [];
  }
  const { code, message, expected } = result;
  return [{ code, severity: "error", path: ["gst", "supplierGstin"], message, expected, source: "GSTIN" }];
}

function showSupply(result) {
  const remark = byId("supply");
  if (result?.status !== "ready") {
    const list = new Intl.ListFormat("en").format(missing().map((name) => needed[name]));
    remark.textContent = list ? `Enter ${list}; the amounts below are then computed to the paisa.` : "";
    remark.classList.remove("settled");
    return;
  }
  const { interState, taxable, rate, roundOff } = result.amounts;
  const place = states.get(written("placeOfSupply"));
  const where = interState ? `Supply from another state to ${place}: IGST` : `Supply within ${place}: CGST and SGST, half each`;
  const rounding = /[1-9]/.test(roundOff) ? `; round-off ₹${grouped(roundOff)}` : "";
  remark.textContent = `${where}, ${rate} % of ₹${grouped(taxable)}${rounding}.`;
  remark.classList.add("settled");
}

/**
 * The payload's members that follow from `gst`, as JSON texts by name, `undefined` for one to leave out;
 * `null` while nothing can be computed. They are written even if the payload is refused because of them.
 */
export function amountMembers(gst, endpoint) {
  const result = splitTax(gst);
  if (result.status !== "ready") return null;
  const { taxable, cgst, sgst, igst, net, balance, interState } = result.amounts;
  // An update says zero for a head that is not due: the stored invoice may have it.
  const updates = endpoint === "updateInvoice";
  const head = (amount, due) => (due || updates ? amount : undefined);
  return {
    baseAmount: gst.inclusive ? net : taxable,
    gstExclusive: String(!gst.inclusive),
    cgst: head(cgst, !interState),
    sgst: head(sgst, !interState),
    igst: head(igst, interState),
    netAmount: net,
    // Without knowing what was received, an update says nothing of the balance.
    balanceAmount: updates && !gst.received ? undefined : balance,
  };
}
