// What the snippets of the README take from around them; other pages say it themselves, in `<!-- with: … -->`.
export const contexts = {
  "README.md": `
    import { createReadStream, writeFileSync } from "node:fs";
    import { byField, checkAll, problem } from "bijak";
    const request = { body: { netAmount: 1180, cgst: 90 } };
    const base = "https://example.invalid";
    const fetch = async (address, { method, body }) => {
      if (address !== base + "/api/v0/invoice" || method !== "POST" || !JSON.parse(body).igst) throw new Error(address + body);
    };
    const bytes = new TextEncoder().encode('{"cgst": 90}');
    const response = { writeHead: (status) => ({ end: (text) => { if (status !== 422 || !JSON.parse(text).errors) throw new Error(text); } }) };
    writeFileSync("invoices.ndjson", '{"cgst": 90}');
    const console = { log: () => {} };
  `,
};

const invoice = `
  const parties = { supplierB2BId: "SUP-27-001", buyerB2BId: "BUY-29-001" };
  const invoice = {
    objectId: "INV0123456789abcdef0123456789abcdef", supplierInvoiceNumber: "SE/42",
    objectVersion: { currentVersion: 1, newVersion: 1 }, statusTransition: { currentStatus: "CREATED", newStatus: "SENT_TO_BUYER" },
    supplierDetails: { b2bId: parties.supplierB2BId }, buyerDetails: { b2bId: parties.buyerB2BId },
  };
`;
const answer = `
  const bytes = new TextEncoder().encode('{"cgst": 90}');
  const request = { url: "/invoices" };
  let told;
  const response = { status: (code) => ({ type: (name) => ({ send: (text) => { told = [code, name, JSON.parse(text).instance]; } }) }) };
  process.on("exit", () => { if (String(told) !== "422,application/problem+json,/invoices") throw new Error(told); });
`;

/** The same for the examples of the types, by the function, or by one of several. */
export const exampleContexts = {
  check: 'const text = "{}";',
  "bijak build 1": `
    const [customerId, invoiceId, host] = ["KCAB12CD34EF56GH", "INV0123456789", "https://example.invalid"];
    const fetch = async (address, { method }) => { if (!address.endsWith(invoiceId) || method !== "PATCH") throw new Error(address); };
  `,
  "bijak build 2": `${invoice}
    const device = { tag: { name: "GEOCODE", value: "18.5204,73.8567" } };
    import { build as packaged } from "bijak";
    let built;
    process.on("exit", () => { if (built.status !== "ready") throw new Error("refused"); });
    const build = (...args) => (built = packaged(...args));
  `,
  "bijak schema 1": `
    const standardSchemaResolver = (schema) => schema["~standard"].validate;
    const useForm = ({ resolver }) => { if (!resolver({ cgst: 90 }).issues) throw new Error("no issues"); };
  `,
  "bijak schema 2": `
    const handler = () => {};
    const sValidator = (_, schema) => schema["~standard"].validate;
    const app = { post: (_, validate) => { if (!validate({ cgst: 90 }).issues) throw new Error("no issues"); } };
  `,
  problem: answer,
  byField: `
    const text = '{"itemLists": [{"gstRate": -1}]}';
    const said = {};
    const control = (name) => ({ name, setCustomValidity: (text) => { said[name] = text; } });
    const form = { elements: [control("itemLists[0].gstRate"), control("ts")] };
    process.on("exit", () => { if (!said["itemLists[0].gstRate"]) throw new Error("nothing is said"); });
  `,
  checkAll: `
    const lines = '{"cgst": 90}\\n{"cgst": 90}\\n';
    const createReadStream = () => lines;
    const fetch = async () => new Response(lines);
    let shown = 0;
    const show = () => { shown += 1; };
    const console = { log: show };
    process.on("exit", () => { if (shown < 2) throw new Error(shown); });
  `,
  "bijak/web init 1": `
    import { readFileSync } from "node:fs";
    import { createRequire } from "node:module";
    import { init as load } from "bijak/web";
    const wasm = readFileSync(createRequire(import.meta.url).resolve("bijak/bijak_bg.wasm"));
    const init = () => load(wasm); // Node fetches no files
  `,
  language: 'const body = "{}";',
};
