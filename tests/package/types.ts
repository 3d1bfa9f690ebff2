// Compiled, never run: what must compile, and under each @ts-expect-error what must not.
import { build, byField, check, checkAll, init, normalize, parseGstin, problem, rules, schema, splitTax, transitions } from "bijak";
import type {
  BatchOptions, BuildFields, Built, Checked, Code, Endpoint, FieldPath, Fields, Finding, Normalized, Note, Options, Payloads, Problem, Report,
  RuleEntry, StandardSchemaV1, Statuses, Transition, Written,
} from "bijak";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => {};

same<Endpoint, keyof Payloads>(true);
same<Payloads["updateInvoice"]["baseAmount"], number | null | undefined>(true);
same<Payloads["createInvoice"]["baseAmount"], number>(true);
same<Payloads["createInvoice"]["invoiceDate"], string | undefined>(true);
same<Finding["severity"], "error" | "warning">(true);
same<Finding["path"], (string | number)[]>(true);
same<string extends Code ? true : false, false>(true);

type JsonCode = Extract<Code, `json.${string}`>;

export function exhaustive(code: JsonCode): string {
  switch (code) {
    case "json.syntax":
    case "json.too-deep":
    case "json.too-large":
    case "json.duplicate-key":
      return "handled";
  }
}

// @ts-expect-error: a code is missing, so the end can be reached
export function incomplete(code: JsonCode): string {
  switch (code) {
    case "json.syntax":
      return "handled";
  }
}

const options: Options = { today: "2025-11-21", locale: "en", maxBytes: 1024, maxDepth: 64, maxFindings: 100, mask: true, current: "{}" };
const unknownValue: unknown = JSON.parse("{}");
const report: Report = check("updateInvoice", '{"baseAmount": null}', options);
check("createInvoice", { baseAmount: 1000, customerId: "KCAB12CD34EF56GH", dueDate: "2025-12-15" });
check("invoiceResponse", new Uint8Array());
check("updateInvoice", unknownValue);
same<Report["findings"], Finding[]>(true);
report.findings.map(({ path, message, line, column }) => `${line ?? "?"}:${column ?? "?"} ${path.join(".")} ${message}`);

const normalized: Normalized<"updateInvoice"> = normalize("updateInvoice", { netAmount: 1180 });
same<typeof normalized.value, Payloads["updateInvoice"] | undefined>(true);

const fields: BuildFields<"updateInvoice"> = {
  customerId: "KCAB12CD34EF56GH",
  dueDate: null,
  gst: { base: "1000.00", rate: 18, supplierState: "27", placeOfSupply: "29" },
};
const built: Built = build("updateInvoice", fields, { invoiceId: "INV1", sellerId: "CEK1234567" }, options);
if (built.status === "ready") {
  const { method, path, query, body } = built.request;
  same<typeof body, string>(true);
  same<typeof query, Record<string, string>>(true);
  same<typeof method, "POST" | "PATCH">(true);
  path.toUpperCase();
} else {
  built.report.findings.forEach(({ code }) => code);
  // @ts-expect-error: what is refused has no request
  built.request;
}

const sent = build("sendInvoiceRequest", {
  sale: {
    random: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    supplierInvoiceNumber: "SE/25-26/0042",
    ts: "2025-11-15",
    supplierDetails: { gstin: "27AAPFU0939F1ZV" },
    buyerDetails: { placeOfSupply: "29" },
    items: [{ hsnCode: "7318", quantity: "10", unitPrice: 99.5, gstRate: 18 }],
    roundOff: "rupee",
  },
});
if (sent.status === "ready") same<typeof sent.document, string | undefined>(true);
build("confirmInvoice", { step: { action: "ACCEPT", remarks: "received" } }, undefined, { current: { objectId: "INV1" } });
build("payInvoice", {});

const split = splitTax({ base: 1180, rate: "18", inclusive: true, interState: false });
if (split.status === "ready") split.amounts.cgst.padStart(12);
else split.findings.map(({ message }) => message);

const gstin = parseGstin("27AAPFU0939F1ZV");
if (gstin.valid) gstin.state.name.toUpperCase();
else gstin.code satisfies Code;

const next: Transition[] = transitions("SENT_TO_BUYER", { actor: "buyer", strictness: "documented" });
same<(typeof next)[number]["to"], Statuses["invoice"]>(true);
const approvals = transitions("CHECKER_APPROVED", { machine: "approvalStatus" });
same<(typeof approvals)[number]["from"], Statuses["approvalStatus"]>(true);
same<Transition["mark"], "documented" | "mapped" | "inferred">(true);
approvals satisfies Transition<"approvalStatus">[];
transitions("UNPAID", { machine: "invoiceStatus" }).map(({ by, source }) => `${by} ${source}`);
transitions("PENDING", { machine: "earlyPaymentStatus", actor: "lender" });

const listed: RuleEntry[] = rules();
same<RuleEntry["code"], Code>(true);
same<RuleEntry["severities"], Finding["severity"][]>(true);
same<RuleEntry["standing"], "documented" | "inferred" | "own">(true);
listed.map(({ meaning, source }) => meaning + source);

const standard: StandardSchemaV1<Written<Payloads["createInvoice"]>, Payloads["createInvoice"]> = schema("createInvoice", options);
same<StandardSchemaV1.InferInput<typeof standard>["baseAmount"], number | string | null | undefined>(true);
same<StandardSchemaV1.InferOutput<typeof standard>["baseAmount"], number>(true);
same<StandardSchemaV1.InferOutput<ReturnType<typeof schema<"payInvoice">>>, Payloads["payInvoice"]>(true);
const result = schema("createInvoice")["~standard"].validate(unknownValue);
if (result.issues) result.issues.map(({ code, path, message }) => `${code satisfies Code | undefined} ${path.join(".")} ${message}`);
else same<typeof result.value, Payloads["createInvoice"]>(true);
const anyOf: StandardSchemaV1[] = (["updateInvoice", "nbblInvoice"] satisfies Endpoint[]).map((name) => schema(name));
anyOf.pop();
({ netAmount: "₹ 1,180.00", dueDate: null, chargeCustomer: true }) satisfies Written<Payloads["createInvoice"]>;
({ itemLists: [{}, { gstRate: "18" }], supplierDetails: { address: null } }) satisfies Written<Payloads["nbblInvoice"]>;

const reported: Problem = problem(report, { instance: "/invoices/1", traceId: 7 });
same<typeof reported.status, number>(true);
same<typeof reported.findings, Finding[]>(true);
problem(normalized.report);

const byName: Fields = byField(normalized);
byField(report);
byField(built);
const path: FieldPath = ["itemLists", 0, "gstRate"];
const { severity, notes } = byName.of("itemLists[0].gstRate");
same<typeof severity, "error" | "warning" | "changed" | undefined>(true);
same<typeof notes, readonly Note[]>(true);
byName.own(path).notes.map(({ key, message, code, expected, from, to }) => [key, message, code, expected, from, to]);
byName.others(["itemLists", path], "payload");
byName.others(report.findings.map((finding) => finding.path));
for (const note of notes) {
  if (note.severity === "changed") same<typeof note.to, string>(true);
  else same<typeof note.code, Code>(true);
}

const batchOptions: BatchOptions = { ...options, format: "ndjson" };
export async function inBatches(source: AsyncIterable<Uint8Array>): Promise<number[]> {
  const lines: number[] = [];
  for await (const { index, line, report: judged } of checkAll(source, "nbblInvoice", batchOptions)) {
    if (!judged.valid) lines.push(line ?? index);
  }
  const first = await checkAll([{}, "{}", new Uint8Array()], "updateInvoice").next();
  if (!first.done) same<typeof first.value, Checked>(true);
  return lines;
}

export const loaded: Promise<void> = init();

// @ts-expect-error: no such endpoint
check("deleteInvoice", {});
// @ts-expect-error: no such option
check("updateInvoice", {}, { strict: true });
// @ts-expect-error: a wrong word
check("updateInvoice", {}, { locale: "fr" });
// @ts-expect-error: nothing is built for a response
build("invoiceResponse", {});
// @ts-expect-error: a step needs remarks
build("changeInvoiceStatus", { step: { action: "CANCEL" } });
// @ts-expect-error: the recipe of another call
build("changeInvoiceStatus", { gst: { base: 1, rate: 18 } });
// @ts-expect-error: an item without a rate
build("sendInvoiceRequest", { sale: { supplierInvoiceNumber: "1", ts: "2025-11-15", supplierDetails: {}, buyerDetails: {}, items: [{ hsnCode: "7318", unitPrice: 1 }] } });
// @ts-expect-error: no such field
build("updateInvoice", { baseAmont: 1000 });
// @ts-expect-error: an amount is no boolean
build("updateInvoice", { baseAmount: true });
// @ts-expect-error: a rate is missing
splitTax({ base: 1000 });
// @ts-expect-error: a payload is no batch
checkAll({ baseAmount: 1000 }, "createInvoice");
// @ts-expect-error: no such format
checkAll([], "createInvoice", { format: "csv" });
// @ts-expect-error: only what has findings
byField({ changes: [] });
// @ts-expect-error: notes are for reading
notes.push(notes[0]);
// @ts-expect-error: a GSTIN is text
parseGstin(27);
// @ts-expect-error: no such status
transitions("SENT");
// @ts-expect-error: a status of another machine
transitions("CREATED", { machine: "approvalStatus" });
// @ts-expect-error: no such machine
transitions("CREATED", { machine: "approval" });
// @ts-expect-error: no such actor
transitions("CREATED", { actor: "seller" });
// @ts-expect-error: a wrong word
transitions("CREATED", { strictness: "strict" });
// @ts-expect-error: no such endpoint
schema("deleteInvoice");
// @ts-expect-error: no such option
schema("createInvoice", { strict: true });
// @ts-expect-error: an amount is no boolean
({ netAmount: true }) satisfies Written<Payloads["createInvoice"]>;
// @ts-expect-error: no such field
({ netAmont: 1180 }) satisfies Written<Payloads["createInvoice"]>;
// @ts-expect-error: a problem of findings alone
problem(report.findings);
