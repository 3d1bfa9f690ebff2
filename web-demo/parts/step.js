// A step of the life-cycle as the request that asks for it, and the invoice after it.
import { build } from "./bijak.js";
import { withMember } from "./json-text.js";
import { jsonText, Numeral, spread } from "./json-write.js";
import { recipeOf } from "./sale.js";

/** The endpoint that each call of an arrow is made with, and whether it sends the whole invoice. */
const calls = {
  changeInvoiceStatus: { endpoint: "changeInvoiceStatus" },
  confirmInvoice: { endpoint: "confirmInvoice" },
  sendInvoice: { endpoint: "sendInvoiceRequest", whole: true },
  editInvoiceRequest: { endpoint: "editInvoiceRequest", whole: true },
};

/** The call of an arrow with its action, if there is one that can be built. */
export function callOf({ by }) {
  const [call, action] = by.split(" ");
  return calls[call] ? { ...calls[call], action } : null;
}

/** What `build` makes of a step, its body over several lines. `current` is the invoice as it stands, as text, and `sale` what it is to become. */
export function composeStep({ arrow, remarks, place, current, lifecycle, sale }) {
  const { endpoint, action, whole } = callOf(arrow);
  const device = { tag: { name: "GEOCODE", value: place } };
  const recipe = whole ? { sale: recipeOf(sale) } : { step: { action, remarks } };
  const built = build(endpoint, { device, ...recipe }, undefined, { current, lifecycle });
  if (built.status !== "ready") return built;
  return { ...built, request: { ...built.request, body: spread(built.request.body) } };
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
