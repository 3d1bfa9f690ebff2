import { z } from "zod";
import { isGstin } from "../rules.mjs";

/** A strict schema; the law is a `superRefine` of the outermost object. */
export const says = "zod 4: `strictObject`, `regex`, `min`/`max`; GSTIN check character as `refine`, the rules as `superRefine`";

function typeOf(type) {
  switch (type.kind) {
    case "object":
      return z.strictObject(Object.fromEntries(type.fields.map(({ name, type, optional }) => [name, optional ? typeOf(type).optional() : typeOf(type)])));
    case "list":
      return z.array(typeOf(type.of)).min(type.least).max(type.most);
    case "nullable":
      return typeOf(type.of).nullable();
    case "text":
      return z.string().min(type.least).max(type.most);
    case "pattern":
      return z.string().regex(new RegExp(type.pattern));
    case "gstin":
      return z.string().regex(new RegExp(type.pattern)).refine((text) => text.length === 15 && isGstin(text), "check character");
    case "words":
      return z.enum(type.list);
    case "number":
      return z.number().min(type.least).max(type.most);
    case "whole":
      return z.int().min(type.least).max(type.most);
    case "flag":
      return z.boolean();
  }
}

export function checker(shape, rules) {
  const schema = typeOf(shape).superRefine((payload, context) => {
    rules(payload, (path, message) => context.addIssue({ code: "custom", path: path.split("."), message }));
  });
  return (payload) => {
    const result = schema.safeParse(payload);
    return result.success ? [] : result.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  };
}
