import { job } from "./job.mjs";

globalThis.answer = JSON.stringify(job());
console.log(globalThis.answer);
