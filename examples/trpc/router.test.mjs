import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { createHTTPServer } from "@trpc/server/adapters/standalone";

const customerId = "KCAB12CD34EF56GH";

let server;
let address;
let sendInvoice;

before(async () => {
  execFileSync("npx", ["tsc"], { cwd: import.meta.dirname, stdio: "inherit" }); // fails where a type does
  const { router } = await import("./dist/router.js");
  ({ sendInvoice } = await import("./dist/client.js"));
  server = createHTTPServer({ router }).listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

async function post(input) {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${address}/createInvoice`, { method: "POST", headers, body: JSON.stringify(input) });
  return { status: response.status, answer: await response.json() };
}

test("the procedure gets the normalized invoice", async () => {
  const { status, answer } = await post({ customerId, baseAmount: "1,000", igst: "₹ 180", netAmount: 1180, dueDate: "15/12/2099" });
  assert.equal(status, 200);
  assert.deepEqual(answer.result.data, {
    invoice: { customerId, baseAmount: 1000, igst: 180, netAmount: 1180, dueDate: "2099-12-15" },
    tax: 180,
  });
});

test("the typed client sends what people write, and reads the issues", async () => {
  assert.equal(await sendInvoice(address, customerId), "1180 rupees on 2099-12-15");
  assert.match(await sendInvoice(address, "KC"), /^customerId `KC` must be `KC` followed by 14 capital letters or digits/);
});

test("issues have message, path and code", async () => {
  const { status, answer } = await post({ customerId: "KC", baseAmount: 1000, cgst: 90, sgst: 91, dueDate: "2099-12-15" });
  assert.equal(status, 400);
  const { code, issues } = answer.error.data;
  assert.equal(code, "BAD_REQUEST");
  assert.deepEqual(
    issues.map((issue) => [issue.code, ...issue.path]),
    [
      ["id.customer", "customerId"],
      ["tax.halves-differ", "sgst"],
    ],
  );
});
