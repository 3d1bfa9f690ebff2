import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { isGstin } from "../rules.mjs";

/** Schemas compiled to code; the law runs after it. Its errors are looked for only where the compiled check says no. */
export const says = "typebox, compiled; GSTIN check character as `Refine`, the rules as a function after it";

const strict = { additionalProperties: false };

function typeOf(type) {
  switch (type.kind) {
    case "object":
      return Type.Object(Object.fromEntries(type.fields.map(({ name, type, optional }) => [name, optional ? Type.Optional(typeOf(type)) : typeOf(type)])), strict);
    case "list":
      return Type.Array(typeOf(type.of), { minItems: type.least, maxItems: type.most });
    case "nullable":
      return Type.Union([typeOf(type.of), Type.Null()]);
    case "text":
      return Type.String({ minLength: type.least, maxLength: type.most });
    case "pattern":
      return Type.String({ pattern: type.pattern });
    case "gstin":
      return Type.Refine(Type.String({ pattern: type.pattern }), (text) => text.length === 15 && isGstin(text), () => "check character");
    case "words":
      return Type.Union(type.list.map((word) => Type.Literal(word)));
    case "number":
      return Type.Number({ minimum: type.least, maximum: type.most });
    case "whole":
      return Type.Integer({ minimum: type.least, maximum: type.most });
    case "flag":
      return Type.Boolean();
  }
}

export function checker(shape, rules) {
  const compiled = Compile(typeOf(shape));
  return (payload) => {
    const found = [];
    if (!compiled.Check(payload)) {
      for (const { instancePath, message } of compiled.Errors(payload)) found.push({ path: instancePath.slice(1).replaceAll("/", "."), message });
    }
    try {
      rules(payload, (path, message) => found.push({ path, message }));
    } catch (error) {
      if (found.length === 0) throw error; // else of a wrong type, which was told
    }
    return found;
  };
}
