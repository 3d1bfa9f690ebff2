// The peers: a way to check the shape, and an arithmetic for the law. Each is loaded alone, so that the first result can be timed.

const arithmetic = {
  "decimal.js": async () => {
    const { Decimal } = await import("decimal.js");
    return (await import("../rules.mjs")).overDecimal(Decimal);
  },
  "big.js": async () => {
    const { Big } = await import("big.js");
    return (await import("../rules.mjs")).overBig(Big);
  },
  "paise in floats": async () => (await import("../rules.mjs")).paise,
};

const peer = (load, numbers, packages, exact = true) => ({ load, numbers, packages, exact });

export const peers = {
  "plain + paise in floats": peer(() => import("./plain.mjs"), "paise in floats", [], false),
  "plain + big.js": peer(() => import("./plain.mjs"), "big.js", ["big.js"]),
  "plain + decimal.js": peer(() => import("./plain.mjs"), "decimal.js", ["decimal.js"]),
  "typebox + decimal.js": peer(() => import("./typebox.mjs"), "decimal.js", ["typebox", "decimal.js"]),
  "ajv + decimal.js": peer(() => import("./ajv.mjs"), "decimal.js", ["ajv", "decimal.js"]),
  "valibot + decimal.js": peer(() => import("./valibot.mjs"), "decimal.js", ["valibot", "decimal.js"]),
  "zod + decimal.js": peer(() => import("./zod.mjs"), "decimal.js", ["zod", "decimal.js"]),
  "zod/mini + decimal.js": peer(() => import("./zod-mini.mjs"), "decimal.js", ["zod", "decimal.js"]),
};

/** The check of a peer for an endpoint: from an object to what is wrong with it. */
export async function checkerOf(name, endpoint) {
  const { load, numbers } = peers[name];
  const [{ checker }, ops, shapes, rules] = await Promise.all([load(), arithmetic[numbers](), import("../shape.mjs"), import("../rules.mjs")]);
  return endpoint === "updateInvoice" ? checker(shapes.patch, rules.patchRules(ops)) : checker(shapes.invoice, rules.invoiceRules(ops));
}
