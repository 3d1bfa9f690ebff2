import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { createApp } from "./app.js";

const draft =
  '{"customerId":"KCAB12CD34EF56GH","baseAmount":"₹ 1,000.00","cgst":90.00,"sgst":"90.00","netAmount":1180.00,"dueDate":"15/12/2099"}';
const tidy = '{"customerId":"KCAB12CD34EF56GH","baseAmount":1000.00,"cgst":90.00,"sgst":90.00,"netAmount":1180.00,"dueDate":"2099-12-15"}';

let upstream;
let back;
let arrived; // the bodies that came as far as the upstream server

before(async () => {
  upstream = createServer(async (request, response) => {
    arrived.push(Buffer.concat(await request.toArray()).toString());
    response.writeHead(201, { "content-type": "application/json" }).end('{"response_code":0}');
  }).listen(0, "127.0.0.1");
  await once(upstream, "listening");
  back = createApp(address(upstream));
  await back.listen({ port: 0, host: "127.0.0.1" });
});
after(async () => {
  await back.close();
  upstream.close();
});
beforeEach(() => (arrived = []));

const address = (server) => `http://127.0.0.1:${server.address().port}`;

async function post(body, headers = { "content-type": "application/json" }) {
  const response = await fetch(`${address(back.server)}/invoices`, { method: "POST", headers, body });
  return { status: response.status, type: response.headers.get("content-type").split(";")[0], told: await response.json() };
}

const padded = (bytes) => draft + " ".repeat(bytes - Buffer.byteLength(draft));

test("an invoice in order is sent on, normalized, with every digit; its warnings come back", async () => {
  const { status, told } = await post(draft);
  assert.equal(status, 201);
  assert.deepEqual(arrived, [tidy]);
  assert.deepEqual(told.answer, { response_code: 0 });
  assert.deepEqual(
    told.warnings.map(({ path }) => path[0]),
    ["invoiceDate", "invoiceNumber"],
  );
});

test("a date that lies ahead is told: the day is passed in", async () => {
  const { status, told } = await post(draft.replace("{", '{"invoiceDate":"2099-12-01T10:30:00",'));
  assert.equal(status, 201);
  assert.ok(told.warnings.some(({ code }) => code === "date.future"));
});

test("findings are problem details, all at once", async () => {
  const { status, type, told } = await post(draft.replace('"90.00"', "91").replace("KCAB", "KC"));
  assert.deepEqual([status, type], [422, "application/problem+json"]);
  const { findings, detail, ...members } = told;
  assert.deepEqual(members, {
    type: "about:blank",
    title: "Unprocessable Content",
    status: 422,
    instance: "/invoices",
    endpoint: "createInvoice",
    errors: 3,
    warnings: 2,
  });
  const errors = findings.filter(({ severity }) => severity === "error");
  assert.deepEqual(errors.map(({ code }) => code).sort(), ["id.customer", "tax.halves-differ", "total.net"]);
  assert.equal(detail, errors[0].message);
  for (const { line, column } of errors) assert.ok(line === 1 && column > 1);
  assert.deepEqual(arrived, []);
});

test("broken JSON, no JSON and nothing at all are a bad request", async () => {
  for (const body of [draft.slice(0, -1), "invoice", Uint8Array.of(0x7b, 0xff), "", undefined]) {
    const { status, type, told } = await post(body);
    assert.deepEqual([status, type, told.title], [400, "application/problem+json", "Bad Request"]);
    assert.deepEqual(
      told.findings.map(({ code }) => code),
      ["json.syntax"],
    );
  }
  assert.deepEqual(arrived, []);
});

test("a body that is too large, or of another type, is refused", async () => {
  const large = await post(padded(256 * 1024 + 1));
  assert.deepEqual([large.status, large.type, large.told.status], [413, "application/problem+json", 413]);
  assert.ok(!("findings" in large.told)); // it was not even read
  const text = await post(draft, { "content-type": "text/plain" });
  assert.deepEqual([text.status, text.type, text.told.title], [415, "application/problem+json", "Unsupported Media Type"]);
  assert.deepEqual(arrived, []);
  assert.equal((await post(padded(256 * 1024))).status, 201);
});
