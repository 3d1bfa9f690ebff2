import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { serve } from "@hono/node-server";

const invoice = {
  customerId: "KCAB12CD34EF56GH",
  baseAmount: "₹ 1,000.00",
  cgst: "90",
  sgst: 90,
  netAmount: "1,180.00",
  dueDate: "15/12/2099",
};

let server;
let address;
let sendInvoice;

before(async () => {
  execFileSync("npx", ["tsc"], { cwd: import.meta.dirname, stdio: "inherit" }); // fails where a type does
  const { app } = await import("./dist/app.js");
  ({ sendInvoice } = await import("./dist/client.js"));
  server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  address = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

const post = (body) => fetch(`${address}/invoices`, { method: "POST", headers: { "content-type": "application/json" }, body });

test("the handler gets the normalized invoice", async () => {
  const response = await post(JSON.stringify(invoice));
  assert.equal(response.status, 201);
  assert.deepEqual(await response.json(), {
    invoice: { ...invoice, baseAmount: 1000, cgst: 90, netAmount: 1180, dueDate: "2099-12-15" },
    tax: 180,
  });
});

test("the typed client sends what people write", async () => {
  assert.equal(await sendInvoice(address), "1180 rupees on 2099-12-15");
});

test("issues have message, path and code", async () => {
  const response = await post(JSON.stringify({ ...invoice, sgst: 91, customerId: "KC" }));
  assert.equal(response.status, 422);
  const { issues } = await response.json();
  assert.deepEqual(
    issues.map(({ code, path }) => [code, ...path]),
    [
      ["id.customer", "customerId"],
      ["tax.halves-differ", "sgst"],
      ["total.net", "netAmount"],
    ],
  );
  assert.match(issues[1].message, /CGST ₹ 90\.00 and SGST ₹ 91\.00 are not equal/);
});

test("broken JSON is a bad request", async () => {
  assert.equal((await post('{"baseAmount": ')).status, 400);
});
