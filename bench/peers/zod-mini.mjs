import * as z from "zod/mini";
import { isGstin } from "../rules.mjs";

/** As zod, in functions that a bundler can leave out. */
export const says = "zod/mini: the same checks as zod, in functions";

function typeOf(type) {
  switch (type.kind) {
    case "object":
      return z.strictObject(Object.fromEntries(type.fields.map(({ name, type, optional }) => [name, optional ? z.optional(typeOf(type)) : typeOf(type)])));
    case "list":
      return z.array(typeOf(type.of)).check(z.minLength(type.least), z.maxLength(type.most));
    case "nullable":
      return z.nullable(typeOf(type.of));
    case "text":
      return z.string().check(z.minLength(type.least), z.maxLength(type.most));
    case "pattern":
      return z.string().check(z.regex(new RegExp(type.pattern)));
    case "gstin":
      return z.string().check(z.regex(new RegExp(type.pattern)), z.refine((text) => text.length === 15 && isGstin(text), "check character"));
    case "words":
      return z.enum(type.list);
    case "number":
      return z.number().check(z.gte(type.least), z.lte(type.most));
    case "whole":
      return z.int().check(z.gte(type.least), z.lte(type.most));
    case "flag":
      return z.boolean();
  }
}

export function checker(shape, rules) {
  const schema = typeOf(shape).check((context) => {
    rules(context.value, (path, message) => context.issues.push({ code: "custom", input: undefined, path: path.split("."), message }));
  });
  return (payload) => {
    const result = z.safeParse(schema, payload);
    return result.success ? [] : result.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  };
}
