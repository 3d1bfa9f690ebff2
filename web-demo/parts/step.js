// A step of the life-cycle as the request that asks for it, and the invoice after it.
import { check } from "./bijak.js";
import { withMember } from "./json-text.js";
import { jsonText, Numeral, parsedTexts } from "./json-write.js";

const calls = {
  changeInvoiceStatus: {
    path: "/api/v0/invoice/req-status-change-invoice",
    body: (what, action, remarks) => ({ invoiceStatus: { ...what, supplierAction: action, supplierRemarks: remarks } }),
  },
  confirmInvoice: {
    path: "/api/v0/invoice/req-confirm-invoice",
    body: (what, action, remarks) => ({ invoiceConfirmation: { ...what, buyerResponse: action, buyerRemarks: remarks } }),
  },
};

/** The call and the action of an arrow, if it is one that this page composes. */
export function callOf({ by }) {
  const [endpoint, action] = by.split(" ");
  return endpoint in calls ? { endpoint, action } : null;
}

/** The request for a step, in the shape of `build`'s answers. `current` is the invoice as it stands, as text. */
export function composeStep({ arrow, remarks, device, current, lifecycle }) {
  const { endpoint, action } = callOf(arrow);
  const { objectId, supplierInvoiceNumber, objectVersion, supplierDetails, buyerDetails } = parsedTexts(current);
  const version = new Numeral(objectVersion?.newVersion ?? "1");
  const what = {
    objectId,
    supplierInvoiceNumber,
    objectVersion: { currentVersion: version, newVersion: version },
    statusTransition: { currentStatus: arrow.from, newStatus: arrow.to },
  };
  const { path, body } = calls[endpoint];
  const payload = {
    device: { tag: { name: "GEOCODE", value: device } },
    b2bIds: { buyerB2BId: buyerDetails?.b2bId, supplierB2BId: supplierDetails?.b2bId },
    ...body(what, action, remarks),
  };
  const text = jsonText(payload);
  const report = check(endpoint, text, { current, lifecycle });
  if (!report.valid) return { status: "refused", report };
  return { status: "ready", request: { method: "POST", path, query: {}, body: text }, report };
}

/** The invoice's text with the step that brought it where it stands, at a version. */
export function standing(text, { from, to }, version) {
  const before = to === "SENT_TO_BUYER" && from !== "CREATED" ? version - 1 : version;
  const texts = {
    objectVersion: jsonText({ currentVersion: new Numeral(String(before)), newVersion: new Numeral(String(version)) }),
    statusTransition: jsonText({ currentStatus: from, newStatus: to }),
  };
  return Object.entries(texts).reduce((so_far, [name, raw]) => withMember(so_far, name, raw), text);
}
