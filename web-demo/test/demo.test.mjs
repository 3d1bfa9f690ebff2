// The demo in headless Chromium, with real keys. BIJAK_PACKAGE names another built package than target/npm/bijak.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { request } from "node:http";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { dedented, members, rawMembers, withMember, withoutMember } from "../parts/json-text.js";
import { curlOf } from "../parts/request.js";
import { grouped, inWords } from "../parts/rupees.js";
import { openDemo } from "./browser.mjs";
import { codes, faintTexts, focusedId, json, load, namelessControls, pageTests, selectAll, type } from "./support.mjs";

let demo;
before(async () => (demo = await openDemo()));
after(() => demo.close());

const onPage = pageTests(() => demo);

const member = async (page, name) => rawMembers(await json(page).inputValue()).get(name);
const sampleNames = JSON.parse(await readFile(new URL("../samples/index.json", import.meta.url), "utf8"));
const sampleSource = (name) => readFile(new URL(`../samples/${name}.json`, import.meta.url), "utf8");

async function startEmpty(page, endpoint = "createInvoice") {
  await load(page, "");
  await page.getByLabel("Endpoint").selectOption(endpoint);
}

describe("the language of messages", () => {
  const devanagari = /[\u0900-\u097f]/;
  const texts = (page, selector) => page.locator(selector).allTextContents();

  onPage("Hindi is fetched when it is chosen, and changes every message", {}, async (page) => {
    await load(page, "untidy-export");
    const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/hi.js")));
    const said = ["#findings li > p:not(.facts)", "#form .faults .error", "#changes .why"];
    const english = await Promise.all(said.map((selector) => texts(page, selector)));
    assert.equal(await fetched(), false);
    const before = await codes(page);
    await page.getByLabel("Messages").selectOption("hi");
    await page.locator("#findings [lang=hi]").first().waitFor();
    assert.equal(await fetched(), true);
    assert.deepEqual(await codes(page), before);
    for (const [index, selector] of said.entries()) {
      const hindi = await texts(page, selector);
      assert.equal(hindi.length, english[index].length);
      assert.ok(hindi.length > 0 && hindi.every((text) => devanagari.test(text)), `${selector}: ${hindi}`);
    }
    await page.getByLabel("Messages").selectOption("en");
    await page.locator("#findings [lang=en]").first().waitFor();
    assert.deepEqual(await texts(page, said[0]), english[0]);
  });
});

describe("working out the tax", () => {
  onPage("a typed price and rate give both halves within a state", {}, async (page) => {
    await startEmpty(page);
    await type(page.getByLabel("Price", { exact: true }), "100000.55");
    await type(page.getByLabel("GST rate, %"), "18");
    await type(page.getByLabel("Supplier’s GSTIN"), "27AAPFU0939F1ZV");
    await page.getByLabel("Place of supply").selectOption("27");
    assert.equal(await member(page, "baseAmount"), "100000.55");
    assert.equal(await member(page, "cgst"), "9000.05");
    assert.equal(await member(page, "sgst"), "9000.05");
    assert.equal(await member(page, "netAmount"), "118000.65");
    assert.match(await page.locator("#supply").textContent(), /within Maharashtra/);
    assert.equal(await page.locator("[data-field=netAmount] .rupees").textContent(), "1,18,000.65");
    assert.match(await page.locator("#in-words").textContent(), /one lakh eighteen thousand and paise sixty-five only/);
  });

  onPage("and IGST between states, taking the halves away", {}, async (page) => {
    await startEmpty(page);
    await type(page.getByLabel("Supplier’s GSTIN"), "27aapfu0939f1zv");
    await page.getByLabel("Place of supply").selectOption("27");
    await type(page.getByLabel("GST rate, %"), "18");
    await type(page.getByLabel("Price", { exact: true }), "100000.55");
    await page.getByLabel("Place of supply").selectOption("29");
    assert.equal(Number(await member(page, "igst")), 18000.1);
    assert.equal(await page.locator("[data-field=igst] .rupees").textContent(), "18,000.10");
    assert.ok([undefined, "0"].includes(await member(page, "cgst")));
    assert.ok([undefined, "0"].includes(await member(page, "sgst")));
    assert.match(await page.locator("#supply").textContent(), /Karnataka: IGST/);
  });

  onPage("an inclusive price leaves its paisa to the round-off", {}, async (page) => {
    await startEmpty(page);
    await type(page.getByLabel("Supplier’s GSTIN"), "27AAPFU0939F1ZV");
    await page.getByLabel("Place of supply").selectOption("27");
    await type(page.getByLabel("Price", { exact: true }), "100.03");
    await type(page.getByLabel("GST rate, %"), "18");
    await page.getByLabel("The price").selectOption("yes");
    // 84.77 and twice 7.63 are 100.03; 84.77 × 9 % = 7.6293
    assert.equal(await member(page, "cgst"), "7.63");
    assert.equal(await member(page, "sgst"), "7.63");
    assert.equal(await member(page, "gstExclusive"), "false");
  });

  onPage("what was received lowers the balance while typing", {}, async (page) => {
    await startEmpty(page);
    await type(page.getByLabel("Supplier’s GSTIN"), "27AAPFU0939F1ZV");
    await page.getByLabel("Place of supply").selectOption("27");
    await type(page.getByLabel("Price", { exact: true }), "1000");
    await type(page.getByLabel("GST rate, %"), "5");
    await type(page.getByLabel("Received so far"), "1000.01");
    assert.equal(await member(page, "balanceAmount"), "49.99");
  });

  onPage("an update sets the heads that are no longer due to zero", {}, async (page) => {
    await startEmpty(page, "updateInvoice");
    await type(page.getByLabel("Price", { exact: true }), "1000");
    await type(page.getByLabel("GST rate, %"), "18");
    await type(page.getByLabel("Supplier’s GSTIN"), "27AAPFU0939F1ZV");
    await page.getByLabel("Place of supply").selectOption("29");
    const heads = await Promise.all(["cgst", "sgst", "igst", "balanceAmount"].map((name) => member(page, name)));
    assert.deepEqual(heads, ["0.00", "0.00", "180.00", undefined]);
  });

  onPage("amounts follow even into what will be refused", {}, async (page) => {
    await load(page, "clean");
    await type(page.getByLabel("Price", { exact: true }), "0.05");
    assert.equal(await member(page, "baseAmount"), "0.05");
    assert.ok((await codes(page)).includes("amount.below-minimum"));
    assert.equal(await page.locator("#stamp").textContent(), "Not ready");
  });

  onPage("no request is shown while a rate is unknown", {}, async (page) => {
    await load(page, "clean");
    await type(page.getByLabel("GST rate, %"), "17");
    assert.equal(await page.getByLabel("GST rate, %").getAttribute("aria-invalid"), "true");
    assert.equal(await page.locator("#ready").isVisible(), false);
  });

  onPage("a mistyped GSTIN shows its fault at its field", {}, async (page) => {
    await startEmpty(page);
    const gstin = page.getByLabel("Supplier’s GSTIN");
    await type(gstin, "27AAPFU0939F1Z");
    assert.match(await page.locator("#gstin-reading").textContent(), /14 of 15/);
    await gstin.press("W");
    assert.equal(await gstin.getAttribute("aria-invalid"), "true");
    assert.ok((await codes(page)).includes("gstin.check-digit"));
    const described = (await gstin.getAttribute("aria-describedby")).split(" ")[0];
    assert.match(await page.locator(`#${described}`).textContent(), /V/);
    await gstin.press("Backspace");
    await gstin.press("V");
    assert.equal(await gstin.getAttribute("aria-invalid"), null);
    assert.match(await page.locator("#gstin-reading").textContent(), /Maharashtra.*AAPFU0939F/);
  });
});

describe("samples", () => {
  const placeholders = (count) => Array(count).fill("field.empty-object");
  const expected = {
    "untidy-export": [
      "date.format",
      "date.format",
      "text.untrimmed",
      "id.customer",
      "text.untrimmed",
      "mobile.shape",
      "amount.as-text",
      "amount.too-precise",
      "amount.as-text",
      "amount.too-precise",
    ],
    "clean": [],
    "inter-state": [],
    "faulty-patch": [
      "total.balance",
      "amount.too-precise",
      "id.customer",
      "date.impossible",
      "email.shape",
      "date.format",
      "invoice-number.rule46",
      "field.unknown",
      "field.type",
      "tax.halves-differ",
      "total.overpaid",
      "id.seller",
    ],
    // The last is the invoice id, which a PATCH has in its path.
    "api-example": [...placeholders(5), "id.customer", ...placeholders(18), "field.missing"],
    "response": [],
  };
  for (const name of sampleNames) {
    onPage(`${name}: loaded and pasted, the same codes`, {}, async (page) => {
      await load(page, name);
      const loaded = await codes(page);
      assert.deepEqual(loaded, expected[name]);
      await selectAll(json(page));
      await page.keyboard.insertText(dedented(rawMembers(await sampleSource(name)).get("payload")));
      assert.deepEqual(await codes(page), loaded);
    });
  }
});

describe("findings", () => {
  onPage("lead to their field and to their line", {}, async (page) => {
    const item = page.locator("#findings [data-code='id.customer']");
    await item.locator("button.link").click();
    assert.equal(await focusedId(page), "field-customerId");
    await item.locator(".to-line").click();
    assert.equal(await focusedId(page), "json");
    const selected = await json(page).evaluate((area) => area.value.slice(0, area.selectionEnd).split("\n").at(-1));
    assert.match(selected, /customerId/);
  });

  onPage("can be clicked while a GSTIN is half typed", {}, async (page) => {
    await type(page.getByLabel("Supplier’s GSTIN"), "27AAP");
    await page.locator("#findings [data-code='id.customer'] button.link").click();
    assert.equal(await focusedId(page), "field-customerId");
  });

  onPage("stay under the focus when others come", {}, async (page) => {
    await type(page.getByLabel("Supplier’s GSTIN"), "27AAP");
    assert.ok(!(await codes(page)).includes("gstin.length"));
    await page.locator("#findings [data-code='id.customer'] button.link").focus();
    assert.ok((await codes(page)).includes("gstin.length"));
    await page.keyboard.press("Enter");
    assert.equal(await focusedId(page), "field-customerId");
  });

  onPage("have three severities at their fields: error, warning and changed", {}, async (page) => {
    const cell = (name) => page.locator(`[data-field=${name}]`);
    const severities = () =>
      Promise.all(["dueDate", "poNumber", "emailAddress", "description"].map((name) => cell(name).getAttribute("data-severity")));
    assert.deepEqual(await severities(), ["error", "warning", "changed", null]);
    assert.equal(await cell("emailAddress").locator(".faults").textContent(), 'normalized: "accounts@kaveri-looms.in"');
    await page.getByRole("button", { name: "Apply these changes" }).click();
    assert.deepEqual(await severities(), [null, null, null, null]);
  });

  onPage("are counted aloud, once", {}, async (page) => {
    const spoken = page.locator("#announcer");
    await spoken.filter({ hasText: /\d+ errors/ }).waitFor();
    await page.evaluate(() => {
      window.announcements = 0;
      new MutationObserver(() => (window.announcements += 1)).observe(document.getElementById("announcer"), { childList: true });
    });
    await type(page.getByLabel("Invoice date"), "2025-11-15T10:30:00");
    await page.waitForTimeout(1200);
    assert.equal(await page.evaluate(() => window.announcements), 1);
    assert.equal(await spoken.getAttribute("role"), "status");
  });
});

describe("form and JSON", () => {
  onPage("what is typed into the JSON fills the form", {}, async (page) => {
    await selectAll(json(page));
    await page.keyboard.type('{"poNumber": "PO-1", "baseAmount": 118000.50}');
    assert.equal(await page.getByLabel("Purchase order").inputValue(), "PO-1");
    assert.equal(await page.getByLabel("Base amount").inputValue(), "118000.50");
    assert.equal(await page.locator("[data-field=baseAmount] .rupees").textContent(), "1,18,000.50");
  });

  onPage("broken JSON is named with its line and rests the form", {}, async (page) => {
    await selectAll(json(page));
    await page.keyboard.type('{\n"poNumber": PO-1\n}');
    assert.deepEqual(await codes(page), ["json.syntax"]);
    assert.equal(await page.locator("#form").evaluate((form) => form.inert), true);
    await page.locator("#findings button.link").click();
    assert.equal(await focusedId(page), "json");
    assert.equal(await page.locator(".gutter [data-severity=error]").textContent(), "2");
  });

  onPage("a field of the stored invoice is cleared with null, and kept again", {}, async (page) => {
    await startEmpty(page, "updateInvoice");
    await page.getByLabel("Clear a field").selectOption("poNumber");
    assert.equal(await member(page, "poNumber"), "null");
    assert.equal(await focusedId(page), "field-poNumber");
    await page.keyboard.type("P");
    assert.equal(await member(page, "poNumber"), '"P"');
    await page.keyboard.press("Backspace");
    assert.equal(await member(page, "poNumber"), undefined);
  });

  onPage("options that bijak does not understand are said at their field", {}, async (page) => {
    await page.selectOption("#endpoint", "updateInvoice");
    await page.locator("#against summary").click();
    await page.getByLabel("The current invoice").fill("{ not JSON");
    assert.match(await page.locator("#against-faults").textContent(), /current/);
    await page.getByLabel("The current invoice").fill('{"poNumber": "PO-1"}');
    assert.equal(await page.locator("#against-faults").textContent(), "");
  });
});

describe("tidied and sent", () => {
  onPage("the untidy export becomes a request with every digit", {}, async (page) => {
    assert.ok((await page.locator("#changes li").count()) >= 8);
    assert.equal(await page.locator("#stamp").textContent(), "Not ready");
    await page.getByRole("button", { name: "Apply these changes" }).click();
    assert.deepEqual(
      (await codes(page)).filter((code) => !code.startsWith("invoice-number")),
      [],
    );
    assert.equal(await page.locator("#changes li").count(), 0);
    assert.equal(await member(page, "baseAmount"), "118000.50");
    assert.equal(await member(page, "tds"), "90.00");
    assert.equal(await page.locator("#method").textContent(), "POST");
    assert.equal(await page.locator("#request-path").textContent(), "/api/v0/invoice");
    const body = await page.locator("#body").textContent();
    const sent = rawMembers(body);
    for (const [name, raw] of rawMembers(await json(page).inputValue())) assert.equal(sent.get(name), raw, name);
    assert.ok((await page.locator("#curl").textContent()).includes(`--data-raw '${body}'`));
  });

  onPage("an update goes to its invoice, for its seller", {}, async (page) => {
    await startEmpty(page, "updateInvoice");
    await type(page.getByLabel("Purchase order"), "PO-1");
    assert.equal(await page.locator("#ready").isVisible(), false);
    assert.equal(await page.getByLabel("Invoice id").getAttribute("aria-invalid"), "true");
    await type(page.getByLabel("Invoice id"), "INV8f3a7c21");
    await type(page.getByLabel("Seller id"), "CEK12AB34C");
    assert.equal(await page.locator("#method").textContent(), "PATCH");
    assert.equal(await page.locator("#request-path").textContent(), "/api/v0/invoice/INV8f3a7c21?sellerId=CEK12AB34C");
  });
});

describe("for everyone", () => {
  onPage("the keyboard alone writes, tidies and reads", {}, async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await focusedId(page), "form");
    await page.keyboard.press("Tab");
    assert.equal(await focusedId(page), "field-invoiceNumber");
    await selectAll(page.locator(":focus"));
    await page.keyboard.type("BJK/2025-26/0500");
    assert.equal(await member(page, "invoiceNumber"), '"BJK/2025-26/0500"');
    for (let tabs = 0; tabs < 120 && (await focusedId(page)) !== "apply"; tabs += 1) await page.keyboard.press("Tab");
    assert.equal(await focusedId(page), "apply");
    await page.keyboard.press("Enter");
    assert.equal(await focusedId(page), "tidied-title");
    for (let tabs = 0; tabs < 10 && (await focusedId(page)) !== "body"; tabs += 1) await page.keyboard.press("Tab");
    assert.equal(await focusedId(page), "body");
  });

  for (const endpoint of ["createInvoice", "updateInvoice", "invoiceResponse"]) {
    onPage(`every control has a name: ${endpoint}`, {}, async (page) => {
      await page.selectOption("#endpoint", endpoint);
      assert.deepEqual(await namelessControls(page), []);
    });
  }

  for (const sample of sampleNames) {
    onPage(`nothing is wider than a phone: ${sample}`, { width: 360, height: 740 }, async (page) => {
      await load(page, sample);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    });
  }

  for (const colorScheme of ["light", "dark"]) {
    onPage(`text stands out by 4.5 : 1 (${colorScheme})`, { colorScheme }, async (page) => {
      for (const sample of sampleNames) {
        await load(page, sample);
        assert.deepEqual(await page.evaluate(faintTexts), [], sample);
      }
    });
  }
});

describe("the server", () => {
  const get = (path) =>
    new Promise((done, failed) => {
      request(new URL(demo.url), { path }, (response) => done(response.resume()))
        .on("error", failed)
        .end();
    });

  test("serves with the right types and nothing from outside", async () => {
    assert.match((await get("/")).headers["content-type"], /^text\/html/);
    assert.match((await get("/app.js?x")).headers["content-type"], /^text\/javascript/);
    assert.match((await get("/samples/clean.json")).headers["content-type"], /^application\/json/);
    if (!process.env.BIJAK_PACKAGE) assert.equal((await get("/bijak/bijak_bg.wasm")).headers["content-type"], "application/wasm");
    const outside = ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/bijak/../../../Cargo.toml", "/bijak/%2e%2e%2f%2e%2e%2f%2e%2e%2fCargo.toml"];
    for (const path of [...outside, "/..%5cCargo.toml", "/samples", "/%", "/a%00b"]) {
      assert.equal((await get(path)).statusCode, 404, path);
    }
  });
});

describe("texts", () => {
  test("members keep their digits and their places", () => {
    const text = '{ "a": 1.50,\n  "b": {"c": [1, "}"]}, "d": "x\\"," }';
    assert.deepEqual(
      members(text).map(({ name, raw }) => [name, raw]),
      [
        ["a", "1.50"],
        ["b", '{"c": [1, "}"]}'],
        ["d", '"x\\","'],
      ],
    );
    assert.equal(withMember(text, "a", "2.00"), text.replace("1.50", "2.00"));
    assert.equal(withMember('{\n  "a": 1\n}', "b", "2"), '{\n  "a": 1,\n  "b": 2\n}');
    assert.equal(withMember("{}", "b", "2"), '{\n  "b": 2\n}');
    assert.equal(withoutMember('{"a": 1, "b": 2}', "a"), '{"b": 2}');
    assert.equal(withoutMember('{"a": 1, "b": 2}', "b"), '{"a": 1}');
    assert.equal(withoutMember('{"a": 1}', "a"), "{}");
    for (const other of ["[1]", "null", "{", ""]) assert.equal(members(other), null);
  });

  test("the curl command says the same to a shell", () => {
    const [address, body] = ["/a/it's?b=%20", '{"description":"it\'s $HOME `x` \\\\ \\"y\\""}'];
    const script = `curl() { printf '%s\\n' "$@"; }; ENKASH_URL=https://host; ${curlOf("PATCH", address, body)}`;
    const said = execFileSync("/bin/sh", ["-c", script], { encoding: "utf8" }).trimEnd().split("\n");
    assert.deepEqual(said, [
      "--request",
      "PATCH",
      `https://host${address}`,
      "--header",
      "Content-Type: application/json",
      "--data-raw",
      body,
    ]);
  });

  test("rupees are grouped and spelled as India does", () => {
    const sums = {
      "0": "0.00",
      "007": "7.00",
      "118000.5": "1,18,000.50",
      "-1234567": "-12,34,567.00",
      "99999999999999.99": "9,99,99,99,99,99,999.99",
    };
    for (const [sum, shown] of Object.entries(sums)) assert.equal(grouped(sum), shown);
    for (const none of ["", "1.001", "1e2", '"1"', "{}"]) assert.equal(grouped(none), null);
    assert.equal(inWords("10021000.07"), "Rupees one crore twenty-one thousand and paise seven only");
    assert.equal(inWords("115.00"), "Rupees one hundred fifteen only");
  });
});
