// one instance for `import` and `require`
export { build, check, init, normalize, parseGstin, rules, splitTax, transitions } from "./node.cjs";
