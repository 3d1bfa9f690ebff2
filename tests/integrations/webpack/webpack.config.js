const mode = "production";

export default [
  { mode, name: "page", target: "web", entry: "./main.mjs", output: { filename: "page.js" } },
  { mode, name: "server", target: "node", entry: "./main.mjs", output: { filename: "server.cjs" } },
  { mode, name: "required", target: "node", entry: "./main.cjs", output: { filename: "required.cjs" } },
];
