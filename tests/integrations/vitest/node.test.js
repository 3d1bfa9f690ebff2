import { expect, test } from "vitest";
import answer from "./answer.json";
import { job } from "./job.mjs";

test("the job is done", () => {
  expect(job()).toEqual(answer);
});
