import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { isGstin } from "../rules.mjs";

/** JSON Schema, compiled; the check character and the law are keywords of its own. All errors, as bijak tells them. */
export const says = "JSON Schema compiled by ajv (`allErrors`, `strict`), two custom keywords: GSTIN check character, and the rules at the end";

function schemaOf(type) {
  switch (type.kind) {
    case "object": {
      const properties = Object.fromEntries(type.fields.map(({ name, type }) => [name, schemaOf(type)]));
      const required = type.fields.filter(({ optional }) => !optional).map(({ name }) => name);
      return { type: "object", properties, required, additionalProperties: false };
    }
    case "list":
      return { type: "array", items: schemaOf(type.of), minItems: type.least, maxItems: type.most };
    case "nullable": {
      const inner = schemaOf(type.of);
      return { ...inner, type: [inner.type, "null"] };
    }
    case "text":
      return { type: "string", minLength: type.least, maxLength: type.most };
    case "pattern":
      return { type: "string", pattern: type.pattern };
    case "gstin":
      return { type: "string", pattern: type.pattern, checkCharacter: true };
    case "words":
      return { type: "string", enum: type.list };
    case "number":
      return { type: "number", minimum: type.least, maximum: type.most };
    case "whole":
      return { type: "integer", minimum: type.least, maximum: type.most };
    case "flag":
      return { type: "boolean" };
  }
}

export function checker(shape, rules) {
  const ajv = addFormats(new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }));
  ajv.addKeyword({
    keyword: "checkCharacter",
    type: "string",
    schemaType: "boolean",
    validate: (_, text) => text.length === 15 && isGstin(text),
  });
  const validateRules = (_, payload) => {
    const errors = [];
    try {
      rules(payload, (path, message) => errors.push({ keyword: "rules", instancePath: `/${path.replaceAll(".", "/")}`, message, params: {} }));
    } catch {} // of a wrong type, which another keyword tells
    validateRules.errors = errors;
    return errors.length === 0;
  };
  ajv.addKeyword({ keyword: "rules", type: "object", schemaType: "boolean", errors: "full", validate: validateRules });
  const validate = ajv.compile({ ...schemaOf(shape), rules: true });
  return (payload) => (validate(payload) ? [] : validate.errors.map(({ instancePath, message }) => ({ path: instancePath.slice(1).replaceAll("/", "."), message })));
}
