// one instance for `import` and `require`
export {
  build, byField, check, checkAll, init, normalize, parseGstin, problem, rules, schema, splitTax, transitions,
} from "./inline.cjs";
