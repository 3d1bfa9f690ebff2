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
