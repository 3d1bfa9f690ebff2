// Exactness through the package: every amount to a thousand rupees, two million heads of a tax and built invoices, and
// beside them, for the record, how often the ways that JavaScript offers by itself are wrong. What is right is worked out
// in whole numbers below 2^53. tests/arithmetic.rs does the same natively, beside decimals of any size.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { installed, require } from "./support.mjs";

const { build, check, checkAll } = installed("exact");
const { default: Ajv } = require("ajv");

const paise = (units) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, "0")}`;
const amounts = Array.from({ length: 100_001 }, (_, units) => paise(units));
const about = (report, subject) => report.findings.filter(({ code }) => code.startsWith(subject)).map(({ code }) => code);
const wrong = (accepts) => amounts.filter((amount) => !accepts(Number(amount))).length;

/** CGST rates in percent, as a form has them. */
const halves = [2.5, 6, 9, 14];
const bases = 500_000;
/** Half of the tax in paise, half up, in whole numbers. */
const head = (base, half) => Math.floor((base * half * 10 + 500) / 1000);

describe("amounts from 0.00 to 1000.00", () => {
  test("each is accepted, as text and as a number", async () => {
    let count = 0;
    for await (const { report } of checkAll(amounts.map((amount) => `{"tds":${amount}}`), "updateInvoice")) {
      assert.deepEqual(about(report, "amount."), [], amounts[count]);
      count += 1;
    }
    assert.equal(count, amounts.length);
    for (const amount of amounts) assert.deepEqual(about(check("updateInvoice", { tds: Number(amount) }), "amount."), [], amount);
  });
  test("none is with a third decimal", () => {
    for (const [units, amount] of amounts.entries()) {
      const finer = `${amount}${(units % 9) + 1}`;
      assert.deepEqual(about(check("updateInvoice", `{"tds":${finer}}`), "amount."), ["amount.too-precise"], finer);
    }
  });
  test("multipleOf 0.01 refuses 11,426 of them in ajv, and 99,983 as a remainder", () => {
    const validate = new Ajv().compile({ type: "number", multipleOf: 0.01 });
    assert.equal(wrong(validate), 11_426);
    // As valibot and TypeBox have it.
    assert.equal(wrong((amount) => amount % 0.01 === 0), 99_983);
    assert.equal(validate(1180.123), false);
  });
});

describe("two million heads of a tax", () => {
  test("no verdict is wrong", () => {
    const options = { tolerance: "exact" };
    const item = (base, half, off) => {
      const tax = paise(head(base, half) + off);
      return `{"assessmentAmount":${paise(base)},"gstRate":${half * 2},"itemValueDetails":[{"type":"CGST","value":${tax}},{"type":"SGST","value":${tax}}]}`;
    };
    const judged = (from, to, half, off) => {
      const items = Array.from({ length: to - from }, (_, index) => item(from + index, half, off));
      return about(check("nbblInvoice", `{"itemLists":[${items.join(",")}]}`, options), "tax.amount").length;
    };
    for (const half of halves) {
      for (let from = 1; from <= bases; from += 1000) {
        assert.equal(judged(from, from + 1000, half, 0), 0, `${from} ${half}`);
        assert.equal(judged(from + 50, from + 60, half, 1), 20, `${from} ${half}`);
      }
    }
  });
  test("toFixed is wrong on 17,999 of them", () => {
    let count = 0;
    for (const half of halves) {
      for (let base = 1; base <= bases; base += 1) {
        const float = Number((((base / 100) * half) / 100).toFixed(2));
        if (Math.round(float * 100) !== head(base, half)) count += 1;
      }
    }
    assert.equal(count, 17_999);
  });
});

test("amounts of 17 digits keep every one", () => {
  const [one, other] = ["90071992547409.01", "90071992547409.02"];
  assert.equal(Number(one), Number(other), "to a float they are one");
  const invoice = (net) => `{"baseAmount":${one},"cgst":0,"sgst":0,"igst":0,"tds":0,"netAmount":${net}}`;
  assert.deepEqual(about(check("updateInvoice", invoice(one)), "total."), []);
  assert.deepEqual(about(check("updateInvoice", invoice(other)), "total."), ["total.net"]);
  assert.deepEqual(about(check("updateInvoice", '{"tds":99999999999999.99}'), "amount."), []);
  assert.deepEqual(about(check("updateInvoice", '{"tds":123456789012345.67}'), "amount."), ["amount.too-large"]);
});

test("heads of a built line add up to its tax", () => {
  const party = (id, gstin, name) => ({
    ...{ b2bId: id, gstin, legalName: name, stateCode: "27" },
    address: { addressLine1: "14 MIDC Road", city: "Pune", pincode: "411019" },
  });
  const sale = {
    ...{ random: "3f2504e04f8941d39a0c0305e82c3301", supplierInvoiceNumber: "SE/42", ts: "2025-11-15" },
    supplierDetails: party("S-1", "27AAPFU0939F1ZV", "Sahyadri Engineering LLP"),
    buyerDetails: { ...party("B-1", "27AABCD1234E1Z8", "Deccan Traders Pvt Ltd"), placeOfSupply: "27" },
  };
  const of = (list, type) => list.find((entry) => entry.type === type).value;
  for (const half of halves) {
    for (let base = 1; base <= 1000; base += 1) {
      const items = [{ hsnCode: "7318", unit: "KGS", quantity: 1, unitPrice: paise(base), gstRate: half * 2 }];
      const built = build("sendInvoiceRequest", { sale: { ...sale, items } }, undefined, { tolerance: "exact" });
      assert.equal(built.status, "ready", JSON.stringify(built.report?.findings));
      const { itemLists: [item], valueDetails } = JSON.parse(built.document);
      const { invoice } = JSON.parse(built.request.body);
      const tax = head(base, half);
      for (const list of [item.itemValueDetails, valueDetails.otherValues]) {
        assert.deepEqual([of(list, "CGST"), of(list, "SGST")], [tax / 100, tax / 100], `${base} ${half}`);
      }
      assert.equal(Math.round(invoice.totalAmount * 100), base + 2 * tax, `${base} ${half}`);
    }
  }
});
