// one instance for `import` and `require`
export { build, check, init, normalize, parseGstin, splitTax } from "./node.cjs";
