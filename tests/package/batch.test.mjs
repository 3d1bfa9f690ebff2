// checkAll: what it takes, in which order and with how much memory it answers, and how it ends.
import assert from "node:assert/strict";
import { createReadStream, createWriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, test } from "node:test";
import { createGunzip, createGzip } from "node:zlib";
import { freshProject, installed, node, openPage } from "./support.mjs";

const { check, checkAll } = installed("batch");
const encoder = new TextEncoder();
const endpoint = "createInvoice";

const payload = (number, more) => ({ customerId: "KCAB12CD34EF56GH", baseAmount: number, dueDate: "2025-12-15", ...more });
const text = (number) => JSON.stringify(payload(number));
const expected = (texts, lines, options) =>
  texts.map((one, index) => ({ index, ...(lines && { line: lines[index] }), report: check(endpoint, one, options) }));

async function all(source, options) {
  const results = [];
  for await (const result of checkAll(source, endpoint, options)) results.push(result);
  return results;
}

/** Six lines, of which two are blank, one is broken, and the last ends the file. */
const mixed = [text(1), "", '{"customerId":"₹ चालान 😀 é","baseAmount":-1}\r', " \t\r", "{", text(6)].join("\n");
const mixedTexts = [text(1), '{"customerId":"₹ चालान 😀 é","baseAmount":-1}', "{", text(6)];
const mixedResults = expected(
  mixedTexts.map((one) => encoder.encode(one)),
  [1, 3, 5, 6],
);

function* pieces(whole, size) {
  for (let from = 0; from < whole.length; from += size) yield whole.slice(from, from + size);
}

/**
 * A web stream that makes a chunk only when it is asked.
 * @param {Iterable<unknown>} chunks
 * @param {{ asked?: unknown[], onCancel?: () => void }} [options]
 */
function webStream(chunks, { asked = [], onCancel } = {}) {
  const iterator = chunks[Symbol.iterator]();
  const pull = (controller) => {
    const { done, value } = iterator.next();
    asked.push(value);
    if (done) controller.close();
    else controller.enqueue(value);
  };
  return new ReadableStream({ pull, cancel: onCancel }, { highWaterMark: 0 });
}

describe("payloads", () => {
  const payloads = [payload(1), text(2), encoder.encode(text(3)), { baseAmount: "1,000" }, "{", "", text(4)];
  const results = expected(payloads);

  test("an array, a generator, a set", async () => {
    assert.deepEqual(await all(payloads), results);
    assert.deepEqual(await all(payloads.values()), results);
    assert.deepEqual(await all(new Set(payloads)), results);
  });
  test("an async generator, promises, a stream in object mode", async () => {
    const later = async function* () {
      for (const one of payloads) yield await new Promise((done) => setTimeout(done, 1, one));
    };
    assert.deepEqual(await all(later()), results);
    assert.deepEqual(await all(payloads.map(async (one) => one)), results);
    assert.deepEqual(await all(Readable.from(payloads)), results);
  });
  test("a web stream, when told", async () => assert.deepEqual(await all(webStream(payloads), { format: "payloads" }), results));
  test("one text or its bytes, when told", async () => {
    assert.deepEqual(await all(text(1), { format: "payloads" }), expected([text(1)]));
    assert.deepEqual(await all(encoder.encode(text(1)), { format: "payloads" }), expected([text(1)]));
  });
  test("none", async () => {
    for (const nothing of [[], "", new Uint8Array(), "\n\r\n \n", Readable.from([]), webStream([])])
      assert.deepEqual(await all(nothing), []);
  });
  test("options are those of check", async () => {
    const options = { mask: true, maxFindings: 1, today: "2025-11-21" };
    const faulty = [{ mobileNumber: "98765", description: "" }, "{}"];
    assert.deepEqual(await all(faulty, options), expected(faulty, undefined, options));
  });
});

describe("NDJSON", () => {
  const bytes = encoder.encode(mixed);

  test("whole, as text and as bytes", async () => {
    assert.deepEqual(
      mixedResults.map(({ report }) => report.findings[0]?.code),
      ["field.missing", "field.missing", "json.syntax", "field.missing"],
    );
    assert.deepEqual(await all(mixed), mixedResults);
    assert.deepEqual(await all(bytes), mixedResults);
    assert.deepEqual(await all(`${mixed}\n`), mixedResults);
  });
  test("chunks that end anywhere", async () => {
    for (const size of [1, 2, 3, 5, 7, 64, 1000]) {
      assert.deepEqual(await all(webStream(pieces(bytes, size))), mixedResults, `${size} bytes`);
      assert.deepEqual(await all(webStream(pieces(mixed, size))), mixedResults, `${size} units of text`);
      assert.deepEqual(await all(Readable.from(pieces(bytes, size), { objectMode: false })), mixedResults, `${size} bytes, Node`);
      assert.deepEqual(await all(pieces(bytes, size), { format: "ndjson" }), mixedResults, `${size} bytes, told`);
    }
  });
  test("every place for a cut", async () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const chunks = [bytes.subarray(0, cut), new Uint8Array(), bytes.subarray(cut)];
      assert.deepEqual(await all(chunks, { format: "ndjson" }), mixedResults, String(cut));
    }
  });
  test("a long text whole, though it is read in pieces", async () => {
    const lines = Array(5000).fill('{"customerId":"😀"}'); // the first piece ends inside a pair: 65536 units are 3276 lines and 16
    const results = await all(lines.join("\n"));
    assert.deepEqual(
      results,
      expected(
        lines.map((one) => encoder.encode(one)),
        lines.map((_, index) => index + 1),
      ),
    );
    assert.match(results[3276].report.findings.map(({ message }) => message).join(), /😀/u);
  });
  test("a source that uses its buffer again", async () => {
    const shared = new Uint8Array(16);
    const again = function* () {
      for (const piece of pieces(bytes, 16)) {
        shared.set(piece);
        yield shared.subarray(0, piece.length);
      }
    };
    assert.deepEqual(await all(again(), { format: "ndjson" }), mixedResults);
  });
  test("a pair without its other half is no text", async () => {
    const [{ report }] = await all(webStream(['{"x":"\ud83d']));
    assert.deepEqual(report, check(endpoint, encoder.encode('{"x":"\ufffd')));
  });
  test("bytes that are not UTF-8 are told", async () => {
    const [{ report }, next] = await all(Uint8Array.from([0x22, 0xff, 0x22, 0x0a, 0x7b, 0x7d]));
    assert.equal(report.findings[0].code, "json.syntax");
    assert.equal(next.line, 2);
  });
});

describe("a line above maxBytes", () => {
  const lines = ['{"a":1}', `{"description":"${"é".repeat(500)}"}`, '{"b":2}'];
  const length = encoder.encode(lines[1]).length;

  test("is told with its length, and the others are judged", async () => {
    /** @type {[string, number][]} */
    const cuts = [
      ["\n", 1],
      ["\r\n", 1],
      ["\n", 7],
      ["\r\n", 100],
      ["\r\n", 10_000],
    ];
    for (const [end, size] of cuts) {
      const source = () => webStream(pieces(encoder.encode(lines.join(end)), size));
      for (const maxBytes of [7, 100, length - 2, length - 1, length, length + 1]) {
        const results = expected(
          lines.map((one) => encoder.encode(one)),
          [1, 2, 3],
          { maxBytes },
        );
        const { code } = results[1].report.findings[0];
        assert.equal(code === "json.too-large", maxBytes < length);
        assert.deepEqual(await all(source(), { maxBytes }), results, `${maxBytes} of ${length}, ${size} at once`);
      }
    }
  });
  test("at the end of the file too", async () => {
    const [{ report }] = await all(webStream(pieces(lines[1], 9)), { maxBytes: 20 });
    assert.match(report.findings[0].message, new RegExp(`is ${length} bytes.*limit of 20`));
  });
});

describe("back-pressure", () => {
  test("nothing is asked of the source before what came was taken", async () => {
    const asked = [];
    const results = checkAll(webStream([`${text(1)}\n${text(2)}\n`, text(3), "\n"], { asked }), endpoint);
    assert.equal(asked.length, 0);
    const counts = [];
    for (let result = await results.next(); !result.done; result = await results.next()) counts.push([result.value.line, asked.length]);
    assert.deepEqual(counts, [
      [1, 1],
      [2, 1],
      [3, 3],
    ]);
  });
  test("a stream of Node stays paused", async () => {
    const source = new PassThrough({ highWaterMark: 1000 });
    const line = `${text(1)}\n`;
    let written = 0;
    const write = () => {
      while (source.write(line)) written += 1;
      written += 1;
    };
    source.on("drain", write);
    write();
    const results = checkAll(source, endpoint);
    for (let taken = 0; taken < 50; taken++) {
      await results.next();
      await new Promise(setImmediate);
    }
    assert.ok(written * line.length < 50 * line.length + 4000, `${written} lines written for 50 taken`);
    await results.return();
    assert.equal(source.destroyed, true);
  });
  test("results that are asked for all at once come in order", async () => {
    const results = checkAll(mixed, endpoint);
    const taken = await Promise.all(Array.from({ length: 5 }, () => results.next()));
    assert.deepEqual(
      taken.map(({ value }) => value?.line),
      [1, 3, 5, 6, undefined],
    );
  });
});

describe("the end", () => {
  test("leaving the loop cancels a web stream and gives its lock back", async () => {
    let cancelled = 0;
    const source = webStream(pieces(`${text(1)}\n`.repeat(100), 90), { onCancel: () => (cancelled += 1) });
    for await (const { line } of checkAll(source, endpoint)) if (line === 3) break;
    assert.equal(cancelled, 1);
    assert.equal(source.locked, false);
  });
  test("leaving the loop closes generators and streams of Node", async () => {
    let closed = 0;
    const source = function* () {
      try {
        for (;;) yield `${text(1)}\n`;
      } finally {
        closed += 1;
      }
    };
    for await (const { index } of checkAll(source(), endpoint)) if (index === 3) break;
    assert.equal(closed, 1);
    const stream = Readable.from(source(), { objectMode: false });
    for await (const { line } of checkAll(stream, endpoint)) if (line === 3) break;
    assert.equal(stream.destroyed, true);
    assert.equal(closed, 2);
  });
  test("a web stream that ends is unlocked", async () => {
    const source = webStream([mixed]);
    await all(source);
    assert.equal(source.locked, false);
  });
  test("an error of the source comes through, after what came before it", async () => {
    const fault = new Error("the disk is gone");
    const failing = function* () {
      yield `${text(1)}\n{"half":`;
      throw fault;
    };
    const sources = [() => webStream(failing()), () => Readable.from(failing(), { objectMode: false })];
    for (const source of sources) {
      const stream = source();
      const results = checkAll(stream, endpoint);
      assert.equal((await results.next()).value.line, 1);
      await assert.rejects(results.next(), (error) => error === fault);
      assert.deepEqual(await results.next(), { done: true, value: undefined });
      assert.ok(!("locked" in stream && stream.locked));
    }
  });
  test("a file that is not there", async () => {
    await assert.rejects(all(createReadStream("/no/such/file.ndjson")), { code: "ENOENT" });
  });
});

describe("wrong use", () => {
  test("is told at the call", () => {
    const refused = (args, message) => assert.throws(() => checkAll(...args), { name: "TypeError", message });
    refused([[], "deleteInvoice"], /unknown endpoint "deleteInvoice"; use one of/);
    refused([[], endpoint, { strict: true }], /strict/);
    refused([[], endpoint, null], /options must be an object, not null/);
    refused([[], endpoint, { format: "csv" }], /unknown format "csv"; use one of ndjson, payloads/);
    refused([{ customerId: "x" }, endpoint], /a stream or an iterable of payloads, not a value of type object/);
    refused([undefined, endpoint], /not a value of type undefined/);
    refused([null, endpoint], /not null/);
  });
  test("a payload that is no JSON ends the loop, and its index is told", async () => {
    let closed = false;
    const source = function* () {
      try {
        yield text(1);
        yield payload(2, { netAmount: NaN });
        yield text(3);
      } finally {
        closed = true;
      }
    };
    const results = checkAll(source(), endpoint);
    await results.next();
    await assert.rejects(results.next(), ({ name, message, cause }) => {
      assert.match(message, /^payload 1 of the batch: `payload\.netAmount` is NaN/);
      return name === "TypeError" && cause.message === "`payload.netAmount` is NaN, which JSON does not have; use a finite number";
    });
    assert.equal(closed, true);
  });
  test("an error of a getter stays what it is", async () => {
    const fault = new RangeError("own");
    await assert.rejects(
      all([
        {
          get a() {
            throw fault;
          },
        },
      ]),
      (error) => error === fault,
    );
  });
  test("a stream of objects that was taken for NDJSON", async () => {
    await assert.rejects(all(webStream([payload(1)])), {
      name: "TypeError",
      message: /must be strings or bytes, not a value of type object; pass format: "payloads"/,
    });
  });
});

test("others get a turn while a batch that is there already is judged", async (t) => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  t.after(() => clearInterval(timer));
  const line = `${JSON.stringify(payload(1, { description: "x".repeat(1000) }))}\n`;
  for (const source of [line.repeat(40_000), Array(40_000).fill(line)]) {
    turns = 0;
    await all(source);
    assert.ok(turns >= 5, `${turns} turns`); // some 30
  }
});

test("a batch takes hardly longer than its checks, one at a time", async () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => text(index + 1));
  const [texts, ndjson] = [lines, encoder.encode(lines.join("\n"))];
  const quickest = async (run) => {
    const times = [];
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      await run();
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const checks = async function* () {
    for (const one of texts) yield { report: check(endpoint, one) };
  };
  const loop = await quickest(async () => {
    for await (const {} of checks());
  });
  for (const source of [texts, ndjson]) {
    const batch = await quickest(async () => {
      for await (const {} of checkAll(source, endpoint));
    });
    assert.ok(batch < 4 * loop, `${batch} ms, ${loop} ms in a loop`); // 1.2 to 2.2 times; the machine may be noisy
  }
});

test("files, also compressed", async () => {
  const folder = freshProject("batch-files");
  const lines = Array.from({ length: 3000 }, (_, index) => (index % 10 ? text(index) : "{"));
  const [plain, packed] = ["all.ndjson", "all.ndjson.gz"].map((name) => join(folder, name));
  writeFileSync(plain, lines.join("\n"));
  await pipeline(createReadStream(plain), createGzip(), createWriteStream(packed));
  const results = expected(
    lines.map((one) => encoder.encode(one)),
    lines.map((_, index) => index + 1),
  );
  assert.deepEqual(await all(createReadStream(plain)), results);
  assert.deepEqual(await all(createReadStream(plain, "utf8")), results);
  assert.deepEqual(await all(createReadStream(plain, { highWaterMark: 10 })), results);
  assert.deepEqual(await all(createReadStream(packed).pipe(createGunzip())), results);
  assert.deepEqual(await all(Readable.toWeb(createReadStream(plain))), results);
});

describe("memory", () => {
  // In a process of its own, so that the whole of its memory is that of the batch.
  const measured = (source) => `
    import { checkAll } from "bijak";
    const used = () => {
      gc();
      const { heapUsed, external } = process.memoryUsage(); // the memory of the Wasm is external
      return heapUsed + external;
    };
    ${source}
    const marks = [];
    let [count, largest] = [0, 0];
    for await (const { report } of checkAll(ReadableStream.from ? ReadableStream.from(chunks()) : chunks(), "createInvoice", options)) {
      count += 1;
      if (count % every === 0) marks.push(used());
    }
    console.log(JSON.stringify({ count, first: marks[0], growth: Math.max(...marks) - marks[0] }));`;
  const run = async (name, source) => {
    const folder = freshProject(name, { "main.js": measured(source) });
    return JSON.parse(await node(["--expose-gc", "--max-old-space-size=64", "main.js"], folder));
  };

  test("stays the same over 200,000 lines", async () => {
    const { count, growth } = await run(
      "batch-flat",
      `
      const [every, options] = [20_000, { format: "ndjson" }];
      const line = new TextEncoder().encode(JSON.stringify({ customerId: "string", description: "x".repeat(400) }) + "\\n");
      function* chunks() {
        const block = new Uint8Array(100 * line.length);
        for (let at = 0; at < block.length; at += line.length) block.set(line, at);
        for (let sent = 0; sent < 2000; sent++) yield block.slice();
      }`,
    );
    assert.equal(count, 200_000);
    assert.ok(growth < 2 << 20, `${growth} bytes more`);
  });
  test("is bounded where a line does not end", async () => {
    const { count, first } = await run(
      "batch-endless",
      `
      const [every, options] = [1, { format: "ndjson", maxBytes: 1 << 20 }];
      function* chunks() {
        for (let sent = 0; sent < 4096; sent++) {
          if (sent % 256 === 0 && used() > 40 << 20) throw new Error("it is kept: " + used());
          yield new Uint8Array(1 << 16).fill(0x20);
        }
        yield new Uint8Array([0x0a]);
      }`,
    );
    assert.equal(count, 1);
    assert.ok(first < 40 << 20, `${first} bytes`);
  });
});

describe("in Chromium", () => {
  const html = (script) =>
    `<!doctype html><meta charset="utf-8"><title>test</title><link rel="icon" href="data:,"><script type="module">${script}</script>`;
  const lines = Array.from({ length: 5000 }, (_, index) => (index % 1000 === 999 ? "{" : text(index + 1)));
  const useIt = `
    const { body } = await fetch("/all.ndjson");
    const broken = [];
    let count = 0;
    for await (const { line, report } of checkAll(body, "createInvoice")) {
      count += 1;
      if (!report.valid) broken.push(line);
    }
    const second = (await fetch("/all.ndjson")).body;
    for await (const { line } of checkAll(second, "createInvoice")) if (line === 7) break;
    const told = [count, broken, second.locked];`;
  const entries = {
    "a page": `import { checkAll, init } from "./node_modules/bijak/web.js"; await init(); ${useIt} window.done = told;`,
    "a worker": `new Worker("/worker.js", { type: "module" }).onmessage = ({ data }) => (window.done = data);`,
  };
  for (const [name, script] of Object.entries(entries)) {
    test(`the body of a fetch, in ${name}`, async () => {
      const folder = freshProject(`batch-${name.replace(" ", "-")}`, {
        "index.html": html(script),
        "worker.js": `import { checkAll } from "./node_modules/bijak/inline.js"; ${useIt} postMessage(told);`,
        "all.ndjson": lines.join("\n"),
      });
      const { page, errors, close } = await openPage(folder);
      try {
        await page
          .waitForFunction(() => window.done, undefined, { timeout: 15_000 })
          .catch((error) => {
            throw new Error([error.message, ...errors].join("\n"));
          });
        const [count, broken, locked] = await page.evaluate(() => window.done);
        assert.deepEqual([count, broken, locked], [5000, [1000, 2000, 3000, 4000, 5000], false]);
      } finally {
        await close();
      }
    });
  }
});
