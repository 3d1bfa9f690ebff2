import { isGstin } from "../rules.mjs";

/**
 * Plain code, field by field, as one would write it by hand: no library, no loop over a description. It is written here from the
 * shape and compiled once, so that it checks the same fields as the others.
 */
export const says = "plain JavaScript, one `if` for each field (written from the shape); the rules as a function after it";

export function checker(shape, rules) {
  const [patterns, sets, functions] = [[], [], []];
  const regex = (source) => {
    const index = patterns.indexOf(source);
    return `patterns[${index < 0 ? patterns.push(source) - 1 : index}]`;
  };
  const set = (names) => `sets[${sets.push(new Set(names)) - 1}]`;

  /** Statements that check what the expression `value` gives, which stands at `path`. */
  function statements(type, value, path) {
    const fail = (message) => `tell(${path}, "${message}")`;
    const range = `if (${value} < ${type.least} || ${value} > ${type.most}) ${fail("out of range")};`;
    const length = `if (${value}.length < ${type.least} || ${value}.length > ${type.most}) ${fail("too short or too long")};`;
    switch (type.kind) {
      case "object":
        return `${functionFor(type)}(${value}, ${path}, tell);`;
      case "list":
        return `if (!Array.isArray(${value})) ${fail("no list")}; else {
          ${length}
          for (let index = 0; index < ${value}.length; index++) { ${statements(type.of, `${value}[index]`, `${path} + "." + index`)} }
        }`;
      case "nullable":
        return `if (${value} !== null) { ${statements(type.of, value, path)} }`;
      case "text":
        return `if (typeof ${value} !== "string") ${fail("no text")}; else ${length}`;
      case "pattern":
        return `if (typeof ${value} !== "string" || !${regex(type.pattern)}.test(${value})) ${fail("wrong form")};`;
      case "gstin":
        return `if (typeof ${value} !== "string" || !${regex(type.pattern)}.test(${value})) ${fail("wrong form")};
          else if (!isGstin(${value})) ${fail("check character")};`;
      case "words":
        return `if (!${set(type.list)}.has(${value})) ${fail("another word")};`;
      case "number":
        return `if (typeof ${value} !== "number" || !Number.isFinite(${value})) ${fail("no number")}; else ${range}`;
      case "whole":
        return `if (!Number.isInteger(${value})) ${fail("no whole number")}; else ${range}`;
      case "flag":
        return `if (typeof ${value} !== "boolean") ${fail("no flag")};`;
    }
  }

  /** The name of a function for objects of this type. */
  function functionFor({ fields }) {
    const name = `object${functions.push("") - 1}`;
    const known = set(fields.map(({ name }) => name));
    const checks = fields.map(({ name, type, optional }) => {
      const path = `path + ".${name}"`;
      return `const ${name} = object.${name};
        if (${name} !== undefined) { ${statements(type, name, path)} } ${optional ? "" : `else tell(${path}, "missing");`}`;
    });
    functions[Number(name.slice("object".length))] = `function ${name}(object, path, tell) {
      if (typeof object !== "object" || object === null || Array.isArray(object)) return tell(path, "no object");
      for (const key in object) if (!${known}.has(key)) tell(path + "." + key, "unknown");
      ${checks.join("\n")}
    }`;
    return name;
  }

  const root = functionFor(shape);
  const code = new Function("patterns", "sets", "isGstin", `${functions.join("\n")}\nreturn ${root};`);
  const check = code(patterns.map((source) => new RegExp(source)), sets, isGstin);

  return (payload) => {
    const found = [];
    check(payload, "", (path, message) => found.push({ path: path.slice(1), message }));
    try {
      rules(payload, (path, message) => found.push({ path, message }));
    } catch (error) {
      if (found.length === 0) throw error; // else of a wrong type, which was told
    }
    return found;
  };
}
