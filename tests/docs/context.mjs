// What the snippets of the README take from around them; other pages say it themselves, in `<!-- with: … -->`.
export const contexts = {
  "README.md": `
    const request = { body: { netAmount: 1180, cgst: 90 } };
    const base = "https://example.invalid";
    const fetch = async (address, { method, body }) => {
      if (address !== base + "/api/v0/invoice" || method !== "POST" || !JSON.parse(body).igst) throw new Error(address + body);
    };
  `,
};
