// Compiled, never run: what `schema` returns is what the convention itself asks for, for every endpoint.
import type { StandardSchemaV1, StandardTypedV1 } from "@standard-schema/spec";
import { type Endpoint, type Payloads, schema, type StandardSchemaV1 as Copied, type Written } from "bijak";

const asSpecified: StandardSchemaV1<Written<Payloads["createInvoice"]>, Payloads["createInvoice"]> = schema("createInvoice");
const copied: Copied<Written<Payloads["createInvoice"]>, Payloads["createInvoice"]> = asSpecified;
export const back: typeof asSpecified = copied;
export const typed: StandardTypedV1 = copied;
export const all = (endpoints: Endpoint[]): StandardSchemaV1[] => endpoints.map((endpoint) => schema(endpoint));

type Input = StandardSchemaV1.InferInput<ReturnType<typeof schema<"nbblInvoice">>>;
type Output = StandardSchemaV1.InferOutput<ReturnType<typeof schema<"nbblInvoice">>>;
export const draft: Input = { itemLists: [{ gstRate: "18" }, {}], supplierDetails: null };
export const rateOf = ({ itemLists }: Output): number | null | undefined => itemLists?.[0]?.gstRate;
// @ts-expect-error: a rate is no date
export const wrong: Input = { itemLists: [{ gstRate: new Date() }] };
// @ts-expect-error: the payload of another endpoint
export const other: StandardSchemaV1<unknown, Payloads["payInvoice"]> = schema("createInvoice");
