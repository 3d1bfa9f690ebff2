// The packages that tests load by createRequire from a project of their own, and the package as it is built: of any type.
declare module "bijak";
declare module "bijak/check";
declare module "bijak/hi";
declare module "bijak/language";
declare module "ajv";
declare module "esbuild";
declare module "*/npm/bijak/node.mjs";

/** What tests put into the pages that they open. */
interface Window {
  done?: unknown;
  ready?: unknown;
  run?: (...list: unknown[]) => unknown;
}
