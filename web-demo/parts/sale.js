// A sale, as the table holds it in texts, and the invoice of Bharat Connect that it makes.
import { build, splitTax } from "./bijak.js";
import { halfUp, rupeeText, scaled } from "./paise.js";
import { jsonText, numeral, Numeral, parsedTexts, spread } from "./json-write.js";

const zeroRated = ["SEZWP", "SEZWOP", "EXPWP", "EXPWOP"];
const withoutPayment = ["SEZWOP", "EXPWOP"];

export const emptyItem = () => ({
  productDescription: "", hsnCode: "", isService: "N", quantity: "1", unit: "NOS", unitPrice: "", discount: "", gstRate: "18",
});

/**
 * The invoice as JSON text, and what `build` has to object to. What it refuses is drafted all the same,
 * so that everybody sees what is wrong with it, and where.
 */
export function compose(sale) {
  const built = build("sendInvoiceRequest", { sale: recipeOf(sale) });
  if (built.status === "ready") return { document: spread(built.document), findings: [] };
  return { document: draft(sale), findings: built.report.findings };
}

/** Without what is empty: as `build` takes a sale. */
export function recipeOf(value) {
  if (Array.isArray(value)) return value.map(recipeOf);
  if (typeof value !== "object" || value instanceof Numeral) return value;
  const given = Object.entries(value).filter(([, inner]) => inner !== "");
  return Object.fromEntries(given.map(([name, inner]) => [name, recipeOf(inner)]));
}

/** The sums of each item and of all items, as far as they can be computed, as decimal strings. */
function workedOut(sale) {
  const items = sale.items.map((item) => itemSums(item, sale));
  const total = (head) => items.reduce((sum, one) => sum + (one ? scaled(one[head], 2) : 0n), 0n);
  const exact = total("value");
  const payable = sale.roundOff === "rupee" ? halfUp(exact, 100n) * 100n : exact;
  const heads = ["taxable", "cgst", "sgst", "igst"].map((head) => [head, rupeeText(total(head))]);
  return {
    items,
    totals: { ...Object.fromEntries(heads), roundOff: rupeeText(payable - exact), value: rupeeText(payable) },
  };
}

function itemSums(item, sale) {
  const counted = item.quantity !== "" || item.isService !== "Y";
  const [quantity, price] = [counted ? scaled(item.quantity, 3) : 1000n, scaled(item.unitPrice, 3)];
  const discount = scaled(item.discount || "0", 2);
  if (quantity === null || price === null || discount === null || quantity < 0n || price < 0n) return null;
  const gross = halfUp(quantity * price, 10_000n);
  const split = splitTax({ base: rupeeText(gross - discount), rate: rateOf(item, sale), ...whereTo(sale) });
  if (split.status !== "ready") return null;
  const { taxable, cgst, sgst, igst, net } = split.amounts;
  return { gross: rupeeText(gross), taxable, cgst, sgst, igst, value: net };
}

const rateOf = (item, { transactionDetails }) => (withoutPayment.includes(transactionDetails.supplyType) ? "0" : item.gstRate);

/** What decides between CGST with SGST and IGST. */
function whereTo({ transactionDetails, supplierDetails, buyerDetails }) {
  if (zeroRated.includes(transactionDetails.supplyType)) return { interState: true };
  return { supplierState: supplierDetails.stateCode, placeOfSupply: buyerDetails.placeOfSupply };
}

/** The invoice with what is there of it, whatever is wrong with it. */
function draft(sale) {
  const { items, totals } = workedOut(sale);
  const { taxable, value, roundOff, ...heads } = totals;
  return jsonText(recipeOf({
    objectId: `INV${sale.random}`,
    supplierInvoiceNumber: sale.supplierInvoiceNumber,
    objectVersion: { currentVersion: new Numeral("1"), newVersion: new Numeral("1") },
    ts: sale.ts,
    statusTransition: { currentStatus: "CREATED", newStatus: "SENT_TO_BUYER" },
    transactionDetails: { taxScheme: "GST", ...sale.transactionDetails },
    supplierDetails: sale.supplierDetails,
    buyerDetails: sale.buyerDetails,
    itemLists: sale.items.map((item, index) => itemOf(item, items[index], index)),
    valueDetails: {
      assessmentValue: new Numeral(taxable),
      totalInvoiceValue: new Numeral(value),
      otherValues: entries({ ...heads, roundOff }),
    },
  }));
}

function itemOf(item, sums, index) {
  const amount = (text) => (text ? numeral(text) : "");
  return {
    serialno: String(index + 1),
    productDescription: item.productDescription,
    isService: item.isService,
    hsnCode: item.hsnCode,
    quantity: amount(item.quantity),
    unit: item.unit,
    unitPrice: amount(item.unitPrice),
    totalAmt: amount(sums?.gross),
    assessmentAmount: amount(sums?.taxable),
    gstRate: amount(item.gstRate),
    totalItemValue: amount(sums?.value),
    itemValueDetails: entries({ discount: item.discount, cgst: sums?.cgst, sgst: sums?.sgst, igst: sums?.igst }),
  };
}

const words = { discount: "DISCOUNT", cgst: "CGST", sgst: "SGST", igst: "IGST", roundOff: "ROUND_OFF" };

function entries(values) {
  const due = Object.entries(values).filter(([, text]) => text && !/^-?[0.]+$/.test(text));
  return due.map(([name, text]) => ({ type: words[name], value: numeral(text) }));
}

const word = (value) => (typeof value === "string" ? value : "");
const listOf = (value) => (Array.isArray(value) ? value : []);
const entry = (list, name) => word(listOf(list).find((one) => one?.type === words[name])?.value);

/** The sale of an invoice, for the form; `null` if `text` is not a JSON object. */
export function saleOf(text) {
  const invoice = parsedTexts(text);
  if (!invoice) return null;
  const texts = (from, names) => Object.fromEntries(names.map((name) => [name, word(from?.[name])]));
  const party = (from, ...more) => ({
    ...texts(from, ["b2bId", "gstin", "legalName", "stateCode", ...more]),
    address: texts(from?.address, ["addressLine1", "city", "pincode"]),
  });
  return {
    random: word(invoice.objectId).replace(/^INV/, ""),
    ...texts(invoice, ["supplierInvoiceNumber", "ts"]),
    transactionDetails: texts(invoice.transactionDetails, ["supplyType"]),
    supplierDetails: party(invoice.supplierDetails),
    buyerDetails: party(invoice.buyerDetails, "placeOfSupply"),
    items: listOf(invoice.itemLists).map((item) => ({
      ...texts(item, Object.keys(emptyItem())),
      discount: entry(item?.itemValueDetails, "discount"),
    })),
    roundOff: entry(invoice.valueDetails?.otherValues, "roundOff") ? "rupee" : "none",
  };
}

/** The sums of an invoice as written; "" for missing ones. */
export function sumsOf(text) {
  const { itemLists, valueDetails } = parsedTexts(text) ?? {};
  const heads = (list) => Object.fromEntries(["cgst", "sgst", "igst", "roundOff"].map((name) => [name, entry(list, name)]));
  const sums = (taxable, value, list) => ({ taxable: word(taxable), value: word(value), ...heads(list) });
  return {
    items: listOf(itemLists).map((item) => sums(item?.assessmentAmount, item?.totalItemValue, item?.itemValueDetails)),
    totals: sums(valueDetails?.assessmentValue, valueDetails?.totalInvoiceValue, valueDetails?.otherValues),
  };
}
