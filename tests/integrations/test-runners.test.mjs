// Test runners, in their Node environment and in jsdom.
import { test } from "node:test";
import { consumer, npmRun } from "./support.mjs";

test("Vitest", async () => {
  await npmRun("test", consumer("vitest"));
});

test("Jest, CommonJS", async () => {
  await npmRun("test", consumer("jest"));
});

test("Jest, ES modules", async () => {
  await npmRun("test", consumer("jest-esm"));
});
