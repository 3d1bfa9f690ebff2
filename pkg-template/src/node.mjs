// one instance for `import` and `require`
export { build, check, init, normalize, parseGstin, problem, rules, schema, splitTax, transitions } from "./node.cjs";
