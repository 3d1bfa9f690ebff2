const { job } = require("./job.cjs");

globalThis.answer = JSON.stringify(job());
console.log(globalThis.answer);
