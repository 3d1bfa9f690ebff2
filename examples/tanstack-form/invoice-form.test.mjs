import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, beforeEach, test } from "node:test";
import { chromium } from "playwright-core";
import { build, preview } from "vite";

const root = import.meta.dirname;
const filled = {
  "Customer": "KCAB12CD34EF56GH",
  "Invoice number": "INV/2025-26/0042",
  "Due date": "15/12/2025",
  "Base amount": "₹ 1,000.00",
  "CGST": "90",
  "SGST": "90",
  "Net amount": "1,180.00",
};
const normalized = {
  customerId: "KCAB12CD34EF56GH",
  invoiceNumber: "INV/2025-26/0042",
  dueDate: "2025-12-15",
  baseAmount: 1000,
  cgst: 90,
  sgst: 90,
  netAmount: 1180,
};

let server;
let browser;
let page;
let complaints;

before(async () => {
  execFileSync("npx", ["tsc"], { cwd: root, stdio: "inherit" }); // fails where a type does
  await build({ root, logLevel: "error" });
  server = await preview({ root, preview: { port: 0, host: "127.0.0.1" } });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM }); // unset: the browser of `npx playwright install`
});
after(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  complaints = [];
  await page?.close();
  page = await browser.newPage();
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(server.resolvedUrls.local[0]);
});

const input = (label) => page.getByLabel(label, { exact: true });
const create = () => page.getByRole("button", { name: "Create" }).click();
const created = async () => JSON.parse(await page.locator("output").textContent({ timeout: 5_000 }));

async function type(label, text) {
  await input(label).clear();
  await input(label).pressSequentially(text);
}

async function fill(values) {
  for (const [label, text] of Object.entries(values)) await type(label, text);
}

/** Waits until exactly these fields have a message that matches, in the order of the form. */
async function expectMessages(expected) {
  const found = () => page.$$eval("[role=alert]", (places) => places.map(({ textContent }) => textContent).filter(Boolean));
  for (const end = Date.now() + 5_000; (await found()).length !== expected.length && Date.now() < end; ) await page.waitForTimeout(50);
  const messages = await found();
  assert.equal(messages.length, expected.length, messages.join("\n"));
  expected.forEach((pattern, index) => assert.match(messages[index], pattern));
}

test("what people type becomes the normalized invoice", async () => {
  await fill(filled);
  await create();
  assert.deepEqual(await created(), normalized);
  await expectMessages([]);
  assert.deepEqual(complaints, []);
});

test("an empty form reports everything that is missing, and sends nothing", async () => {
  await create();
  await expectMessages([/^customerId is missing/, /^dueDate is missing/, /^baseAmount is missing/]);
  assert.equal(await page.locator("output").count(), 0);
  await fill(filled);
  await expectMessages([]);
  await create();
  assert.deepEqual(await created(), normalized);
  assert.deepEqual(complaints, []);
});

test("an error between two fields disappears when either is corrected", async () => {
  await fill({ ...filled, "CGST": "91", "Net amount": "1181" });
  await create();
  await expectMessages([/^CGST ₹ 91\.00 and SGST ₹ 90\.00 are not equal/]);
  assert.equal(await input("SGST").getAttribute("aria-invalid"), "true");
  await type("CGST", "90");
  await expectMessages([/^netAmount is ₹ 1,181\.00/]);
  await type("Net amount", "1180");
  await expectMessages([]);
  assert.deepEqual(complaints, []);
});

test("a field that is emptied again is left out", async () => {
  await fill({ ...filled, "IGST": "0" });
  await input("IGST").press("Backspace");
  await create();
  assert.deepEqual(await created(), normalized);
});
