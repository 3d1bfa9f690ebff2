import { nodeResolve } from "@rollup/plugin-node-resolve"; // Rollup by itself finds nothing in node_modules

export default [
  { input: "main.mjs", plugins: [nodeResolve({ browser: true })], output: { file: "dist/page.js", format: "iife" } },
  { input: "main.mjs", plugins: [nodeResolve({ exportConditions: ["node"] })], output: { file: "dist/server.mjs", format: "es" } },
];
