import * as v from "valibot";
import { isGstin } from "../rules.mjs";

/** A strict schema; the law is a `rawCheck` behind it. */
export const says = "valibot: `strictObject`, `regex`, `minLength`/`maxLength`, `minValue`/`maxValue`; GSTIN check character as `check`, the rules as `rawCheck`";

function typeOf(type) {
  switch (type.kind) {
    case "object":
      return v.strictObject(Object.fromEntries(type.fields.map(({ name, type, optional }) => [name, optional ? v.optional(typeOf(type)) : typeOf(type)])));
    case "list":
      return v.pipe(v.array(typeOf(type.of)), v.minLength(type.least), v.maxLength(type.most));
    case "nullable":
      return v.nullable(typeOf(type.of));
    case "text":
      return v.pipe(v.string(), v.minLength(type.least), v.maxLength(type.most));
    case "pattern":
      return v.pipe(v.string(), v.regex(new RegExp(type.pattern)));
    case "gstin":
      return v.pipe(v.string(), v.regex(new RegExp(type.pattern)), v.check((text) => text.length === 15 && isGstin(text), "check character"));
    case "words":
      return v.picklist(type.list);
    case "number":
      return v.pipe(v.number(), v.finite(), v.minValue(type.least), v.maxValue(type.most));
    case "whole":
      return v.pipe(v.number(), v.integer(), v.minValue(type.least), v.maxValue(type.most));
    case "flag":
      return v.boolean();
  }
}

export function checker(shape, rules) {
  const rulesCheck = v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const step = (key) => ({ type: "unknown", origin: "value", input: undefined, key, value: undefined });
    rules(dataset.value, (path, message) => addIssue({ message, path: path.split(".").map(step) }));
  });
  const schema = v.pipe(typeOf(shape), rulesCheck);
  return (payload) => {
    const result = v.safeParse(schema, payload);
    return result.success ? [] : result.issues.map((issue) => ({ path: v.getDotPath(issue), message: issue.message }));
  };
}
