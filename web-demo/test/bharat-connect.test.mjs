// The Bharat Connect page in headless Chromium, with real keys.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { dedented, rawMembers } from "../parts/json-text.js";
import { jsonText, numeral, parsedTexts, spread } from "../parts/json-write.js";
import { halfUp, rupeeText, scaled } from "../parts/paise.js";
import { openDemo } from "./browser.mjs";
import { codes, faintTexts, focusedId, json, load, namelessControls, pageTests, selectAll, type } from "./support.mjs";

let demo;
before(async () => (demo = await openDemo()));
after(() => demo.close());

const onPage = pageTests(() => demo, { path: "bharat-connect.html" });

const folder = new URL("../samples/bharat-connect/", import.meta.url);
const sampleSource = (name) => readFile(new URL(`${name}.json`, folder), "utf8");
const shown = ["looms", "within", "faulty"];

const cell = (page, label, item) => page.getByLabel(`${label}, item ${item}`, { exact: true });
const sums = (page, item) => page.locator(`[data-field="items-${item - 1}"] [data-sum]`).allTextContents();
const total = (page, head) => page.locator(`#total-${head}`).textContent();
const invoice = async (page) => parsedTexts(await json(page).inputValue());
const statuses = (page, kind) => page.locator(`.state.${kind}`).evaluateAll((nodes) => nodes.map((node) => node.dataset.status).sort());
const stepCodes = (page) => page.locator("#step-findings [data-code]").evaluateAll((items) => items.map((item) => item.dataset.code));
const body = async (page) => JSON.parse(await page.locator("#body").textContent());

describe("items", () => {
  onPage("what is typed changes the sums of the row, of all and of the JSON", {}, async (page) => {
    assert.deepEqual(await sums(page, 1), ["27,000.00", "0.00", "0.00", "4,860.00", "31,860.00"]);
    await type(cell(page, "Quantity", 1), "25");
    await type(cell(page, "Discount", 1), "0.05");
    // 25 × 1149.75 − 0.05 = 28743.70; 18 % of it is 5173.866
    assert.deepEqual(await sums(page, 1), ["28,743.70", "0.00", "0.00", "5,173.87", "33,917.57"]);
    assert.equal(await total(page, "taxable"), "73,648.70");
    assert.equal(await total(page, "value"), "81,786.00");
    assert.equal(await total(page, "roundOff"), "-0.07");
    const { valueDetails, itemLists } = await invoice(page);
    assert.equal(valueDetails.totalInvoiceValue, "81786.00");
    assert.equal(itemLists[0].totalItemValue, "33917.57");
    assert.deepEqual(await codes(page), []);
    assert.match(await page.locator("#in-words").textContent(), /eighty-one thousand seven hundred eighty-six only/);
  });

  onPage("the place of supply decides between the heads", {}, async (page) => {
    await page.locator("#sale-buyerDetails-placeOfSupply").selectOption("27");
    assert.deepEqual(await sums(page, 1), ["27,000.00", "2,430.00", "2,430.00", "0.00", "31,860.00"]);
    assert.match(await page.locator("#supply").textContent(), /within the state/);
    await page.getByLabel("Kind of supply").selectOption("SEZWP");
    assert.deepEqual(await sums(page, 1), ["27,000.00", "0.00", "0.00", "4,860.00", "31,860.00"]);
  });

  onPage("without payment of the tax there is none, whether it can be sent or not", {}, async (page) => {
    await page.getByLabel("Kind of supply").selectOption("SEZWOP");
    const untaxed = ["27,000.00", "0.00", "0.00", "0.00", "27,000.00"];
    assert.deepEqual(await sums(page, 1), untaxed);
    await type(cell(page, "HSN or SAC", 2), "5");
    assert.equal(await page.locator("#stamp").textContent(), "Not ready");
    assert.deepEqual(await sums(page, 1), untaxed);
  });

  onPage("rows come and go, and the sums follow", {}, async (page) => {
    await page.getByRole("button", { name: "Add an item" }).click();
    assert.equal(await focusedId(page), "sale-items-3-productDescription");
    await page.keyboard.type("Oil for spindles");
    await type(cell(page, "HSN or SAC", 4), "271019");
    await type(cell(page, "Unit price", 4), "99.995");
    assert.deepEqual((await sums(page, 4))[0], "100.00");
    assert.deepEqual(await codes(page), []);
    await page.getByRole("button", { name: "Remove item 1" }).click();
    assert.equal((await invoice(page)).itemLists.length, 3);
    assert.equal(await cell(page, "Description", 1).inputValue(), "Cotton yarn, 40s");
    assert.equal(await focusedId(page), "sale-items-0-productDescription");
  });

  onPage("a wrong HSN is reported in its row, and its finding links there", {}, async (page) => {
    const hsn = cell(page, "HSN or SAC", 2);
    await type(hsn, "52052");
    assert.deepEqual(await codes(page), ["hsn.digits"]);
    const row = page.locator("tbody[data-severity]");
    assert.equal(await row.getAttribute("data-field"), "items-1");
    assert.equal(await row.getAttribute("data-severity"), "error");
    assert.equal(await hsn.getAttribute("aria-invalid"), "true");
    assert.match(await row.locator(".faults").textContent(), /52052/);
    await page.getByLabel("Invoice number").focus();
    await page.locator("#findings button.link").click();
    assert.equal(await focusedId(page), "sale-items-1-hsnCode");
    await page.locator("#findings .to-line").click();
    const line = await json(page).evaluate((area) => area.value.slice(0, area.selectionEnd).split("\n").at(-1));
    assert.match(line, /hsnCode/);
    await type(hsn, "520524");
    assert.deepEqual(await codes(page), []);
    assert.equal(await page.locator("tbody[data-severity]").count(), 0);
  });

  onPage("missing values are reported once", {}, async (page) => {
    await type(cell(page, "Unit price", 1), "12x");
    assert.deepEqual(await sums(page, 1), ["–", "–", "–", "–", "–"]);
    const errors = await page.locator("#findings .error .where").allTextContents();
    assert.deepEqual(errors, ["itemLists › 0 › unitPrice"]);
    await type(cell(page, "Unit price", 1), "");
    assert.equal(await page.locator("#findings .where", { hasText: "unitPrice" }).count(), 1);
    assert.equal(await page.locator("#verdict").textContent().then((text) => /^1 error/.test(text)), true);
    assert.equal(await page.locator("#stamp").textContent(), "Not ready");
  });

  onPage("an empty invoice reports what is missing, at the controls", {}, async (page) => {
    await load(page, "");
    const found = await codes(page);
    assert.ok(found.includes("field.missing") && !found.includes("text.empty"));
    assert.equal(await page.locator("#in-words").textContent(), "");
    await page.locator("#findings li", { hasText: "b2bIds is missing" }).locator("button.link").click();
    assert.equal(await focusedId(page), "sale-supplierDetails-b2bId");
  });

  onPage("a finding opens the part of the form that is closed", {}, async (page) => {
    await load(page, "faulty");
    await page.locator("#findings [data-code='pin.state-mismatch'] button.link").click();
    assert.equal(await focusedId(page), "sale-buyerDetails-address-pincode");
  });

  onPage("a sound GSTIN brings its state", {}, async (page) => {
    await load(page, "");
    await type(page.locator("#sale-supplierDetails-gstin"), "27AAPFU0939F1ZV");
    await type(page.locator("#sale-buyerDetails-gstin"), "29AAGCB7383J1Z4");
    assert.equal(await page.locator("#sale-supplierDetails-stateCode").inputValue(), "27");
    assert.equal(await page.locator("#sale-buyerDetails-placeOfSupply").inputValue(), "29");
    assert.match(await page.locator("#sale-supplierDetails-gstin-reading").textContent(), /Maharashtra/);
  });

  onPage("what is typed into the JSON fills the table, digit for digit", {}, async (page) => {
    const text = (await json(page).inputValue()).replace('"unitPrice": 850', '"unitPrice": 850.10');
    await selectAll(json(page));
    await page.keyboard.insertText(text);
    assert.equal(await cell(page, "Unit price", 3).inputValue(), "850.10");
    assert.equal(await page.locator("#by-hand").isVisible(), true);
    await selectAll(json(page));
    await page.keyboard.type("{");
    assert.deepEqual(await codes(page), ["json.syntax"]);
    assert.equal(await page.locator("#form").evaluate((form) => form.inert), true);
  });
});

describe("the life-cycle", () => {
  onPage("highlights the current status and the allowed next ones", {}, async (page) => {
    assert.equal(await page.locator(".state").count(), 13);
    assert.deepEqual(await statuses(page, "current"), ["SENT_TO_BUYER"]);
    const next = ["ABANDONED", "ACCEPTED", "CANCELLED", "REJECTED", "SENT_TO_BUYER", "UNDER_REVIEW"];
    assert.deepEqual(await statuses(page, "next"), next);
    assert.equal(await page.locator("#steps [data-to]").count(), next.length);
    await page.getByLabel("Transitions shown").selectOption("documented");
    assert.deepEqual(await statuses(page, "next"), ["ACCEPTED", "CANCELLED", "REJECTED"]);
    await page.getByLabel("Actor").selectOption("supplier");
    assert.deepEqual(await statuses(page, "next"), ["CANCELLED"]);
    assert.equal(await page.locator(".arrow.open.mapped.supplier").count(), 1);
  });

  onPage("every state has its own place, and none lies on another", {}, async (page) => {
    const boxes = await page.locator(".state").evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON()));
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    for (const [index, box] of boxes.entries()) assert.ok(boxes.slice(index + 1).every((other) => apart(box, other)), String(index));
  });

  onPage("a state is chosen by a click, or by the keyboard, which stays there", {}, async (page) => {
    await page.locator("[data-status=REJECTED]").click();
    assert.equal(await page.locator("#action").inputValue(), "confirmInvoice REJECT > REJECTED");
    const cancelled = page.locator("[data-status=CANCELLED]");
    await cancelled.focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#side").inputValue(), "supplier");
    assert.deepEqual(await statuses(page, "chosen"), ["CANCELLED"]);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.status), "CANCELLED");
    assert.match(await cancelled.getAttribute("aria-label"), /supplier, changeInvoiceStatus CANCEL, mapped/);
  });
});

describe("the change of status", () => {
  onPage("needs remarks, and is a sound request with them", {}, async (page) => {
    assert.deepEqual(await stepCodes(page), ["text.empty"]);
    assert.equal(await page.locator("#take").isDisabled(), true);
    await page.getByLabel("Side").selectOption("buyer");
    await page.getByLabel("Action").selectOption("confirmInvoice REJECT > REJECTED");
    await type(page.getByLabel("Remarks"), "Half of the shuttles are split");
    assert.deepEqual(await stepCodes(page), []);
    assert.equal(await page.locator("#request-path").textContent(), "/api/v0/invoice/req-confirm-invoice");
    const { b2bIds, invoiceConfirmation } = await body(page);
    assert.deepEqual(b2bIds, { buyerB2BId: "ABC0000654321", supplierB2BId: "ABC0000123456" });
    assert.equal(invoiceConfirmation.buyerResponse, "REJECT");
    assert.deepEqual(invoiceConfirmation.statusTransition, { currentStatus: "SENT_TO_BUYER", newStatus: "REJECTED" });
  });

  onPage("moves the page on, to the end of the invoice", {}, async (page) => {
    await page.locator("[data-status=ACCEPTED]").click();
    await type(page.getByLabel("Remarks"), "Received in full");
    await page.getByRole("button", { name: "Apply the transition" }).click();
    assert.deepEqual(await statuses(page, "current"), ["ACCEPTED"]);
    assert.equal(await focusedId(page), "life-title");
    assert.deepEqual((await invoice(page)).statusTransition, { currentStatus: "SENT_TO_BUYER", newStatus: "ACCEPTED" });
    assert.deepEqual(await codes(page), []);
    await page.locator("[data-status=PAYMENT_INITIATED]").click();
    assert.match(await page.locator("#step-remark").textContent(), /not build a request/);
    for (const [from, to] of [["PAYMENT_INITIATED", "FULLY_PAID"], ["FULLY_PAID", "CLOSED"]]) {
      await page.getByRole("button", { name: "Apply the transition" }).click();
      assert.deepEqual(await statuses(page, "current"), [from]);
      await page.locator(`[data-status=${to}]`).click();
    }
    await page.getByRole("button", { name: "Apply the transition" }).click();
    assert.deepEqual(await statuses(page, "next"), []);
    assert.match(await page.locator("#steps").textContent(), /Closed is a final status/);
    assert.equal(await page.locator("#take").isDisabled(), true);
    assert.match(await page.locator("#visited").textContent(), /Accepted → Payment initiated → Fully paid → Closed/);
  });

  onPage("begins with the sending, and an edit raises the version", {}, async (page) => {
    await page.getByRole("button", { name: "Start again" }).click();
    assert.deepEqual(await statuses(page, "current"), ["CREATED"]);
    assert.equal(await page.locator("#request-path").textContent(), "/api/v0/invoice/req-send-invoice");
    assert.equal((await body(page)).invoice.totalAmount, 79729);
    await page.getByRole("button", { name: "Apply the transition" }).click();
    await page.locator("#steps [data-to=SENT_TO_BUYER]").click();
    assert.equal(await page.locator("#side").inputValue(), "supplier");
    await page.getByRole("button", { name: "Apply the transition" }).click();
    assert.deepEqual((await invoice(page)).objectVersion, { currentVersion: "1", newVersion: "2" });
    await page.locator("[data-status=CANCELLED]").click();
    await type(page.getByLabel("Remarks"), "Ordered twice");
    const { invoiceStatus } = await body(page);
    assert.deepEqual(invoiceStatus.objectVersion, { currentVersion: 2, newVersion: 2 });
  });

  onPage("can be asked for from any state, without a fault of the page's own", {}, async (page) => {
    const states = await page.locator("#status option").evaluateAll((options) => options.map(({ value }) => value));
    for (const state of states) {
      await page.getByLabel("Current status").selectOption(state);
      assert.deepEqual(await statuses(page, "current"), [state]);
      const errors = await page.locator("#findings .error").count();
      assert.equal(errors, 0, state);
    }
  });
});

describe("for everyone", () => {
  onPage("the pages lead to each other", {}, async (page) => {
    await page.getByRole("link", { name: "Receivables" }).click();
    await page.locator("body[data-sample]").waitFor();
    await page.getByRole("link", { name: "Bharat Connect" }).click();
    await page.locator("#picture .current").waitFor();
    assert.equal(await page.getByRole("link", { name: "Bharat Connect" }).getAttribute("aria-current"), "page");
  });

  onPage("every control has a name", {}, async (page) => {
    assert.deepEqual(await namelessControls(page), []);
  });

  for (const sample of ["", ...shown]) {
    onPage(`nothing is wider than a phone: ${sample || "empty"}`, { width: 360, height: 740 }, async (page) => {
      await load(page, sample);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      const picture = await page.locator(".life .scroller").evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
      assert.ok(picture);
    });
  }

  for (const colorScheme of ["light", "dark"]) {
    onPage(`text stands out by 4.5 : 1 (${colorScheme})`, { colorScheme }, async (page) => {
      for (const sample of shown) {
        await load(page, sample);
        const faint = await page.evaluate(faintTexts);
        assert.deepEqual(faint, [], sample);
      }
    });
  }

  for (const name of shown) {
    onPage(`${name}: loaded and pasted, the same codes`, {}, async (page) => {
      await load(page, name);
      const loaded = await codes(page);
      assert.equal(loaded.length > 0, name === "faulty");
      await selectAll(json(page));
      await page.keyboard.insertText(dedented(rawMembers(await sampleSource(name)).get("payload")));
      assert.deepEqual(await codes(page), loaded);
    });
  }
});

describe("texts", () => {
  test("sums are whole paise", () => {
    assert.equal(scaled("12.5", 2), 1250n);
    assert.equal(scaled("-0.05", 2), -5n);
    for (const none of ["", "1.005", "1e2", "12x", "."]) assert.equal(scaled(none, 2), null);
    assert.deepEqual([0n, 5n, -5n, 123456n].map(rupeeText), ["0.00", "0.05", "-0.05", "1234.56"]);
    assert.deepEqual([4n, 5n, 14n, 15n].map((sum) => halfUp(sum, 10n)), [0n, 1n, 1n, 2n]);
  });

  test("JSON keeps the digits of its numbers", () => {
    const text = '{"a":1.50,"b":[{"c":-0.10,"d":"1.50"}],"e":{},"f":null,"g":"say \\"2\\""}';
    assert.equal(spread(text).replace(/\n\s*|(?<=[{:,]) | (?=})/g, ""), text.replace('say \\"2', 'say \\"2'));
    assert.deepEqual(parsedTexts(text), { a: "1.50", b: [{ c: "-0.10", d: "1.50" }], e: {}, f: null, g: 'say "2"' });
    for (const other of ["[1]", "null", "1", "{", ""]) assert.equal(parsedTexts(other), null);
    assert.equal(jsonText({ a: numeral("12."), b: numeral("12x"), c: undefined }), '{ "a": 12, "b": "12x" }');
  });
});
