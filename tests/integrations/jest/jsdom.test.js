/** @jest-environment jsdom */
const answer = require("./answer.json");
const { job } = require("./job.cjs");

test("the job is done", () => {
  expect(job()).toEqual(answer);
});
