// Runs fixtures against the package; imports nothing, so that the same file works in Node and in a page.
//
// A fixture gives its payload as `payload`, `text` or `hex`, or builds it: `base` (a file of tests/fixtures/base,
// put in its place by fixtureFiles), then `repeat: {path, times}`, `set: {path: value}`, `drop: [path]` and
// `front: [path]` (moves a member to the front of its object). Paths are like `itemLists[712].gstRate`. What normalizing
// makes of it is `normal`, or the payload with `tidy: {path: value}` set; without either it stays as it is.

/** What differs from the fixture, a sentence each; empty when it passes. */
export function faultsOf(bijak, fixture) {
  const faults = [];
  const same = (what, actual, expected) => {
    if (canonical(actual) !== canonical(expected)) {
      faults.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
    }
  };
  runners[fixture.op ?? "check"](bijak, fixture, same);
  return faults;
}

const runners = {
  check(bijak, fixture, same) {
    for (const [form, payload] of formsOf(fixture)) {
      const report = bijak.check(fixture.endpoint, payload, fixture.options);
      sameReport(form, report, fixture, same);
      if (fixture.skipped)
        same(
          `${form}: skipped`,
          report.skipped.map(({ code, needs }) => [code, ...needs]),
          fixture.skipped,
        );
      normalize(form, payload, bijak, fixture, same);
    }
  },
  build(bijak, fixture, same) {
    const built = bijak.build(fixture.endpoint, inputOf(fixture), fixture.target, fixture.options);
    if (fixture.status) same("status", built.status, fixture.status);
    if (fixture.request) same("request", built.request, fixture.request);
    if (fixture.amounts) same("amounts", built.amounts, fixture.amounts);
    if (fixture.document) same("document", built.document, fixture.document);
    if (fixture.findings) sameReport("built", built.report, fixture, same);
  },
  splitTax(bijak, fixture, same) {
    const split = bijak.splitTax(inputOf(fixture));
    if (fixture.status) same("status", split.status, fixture.status);
    if (fixture.amounts) same("amounts", split.amounts, fixture.amounts);
    if (fixture.findings) sameFindings("split", split.findings ?? [], fixture.findings, same);
  },
  parseGstin(bijak, fixture, same) {
    const parsed = bijak.parseGstin(inputOf(fixture));
    same("result", pick(parsed, fixture.result), fixture.result);
  },
  transitions(bijak, { status, query, result }, same) {
    same(
      "result",
      bijak.transitions(status, query).map(({ to }) => to),
      result,
    );
  },
};

/** The payload as text, as bytes, and as an object where the fixture gives one or builds it from a base. */
export function formsOf(fixture) {
  const encoder = new TextEncoder();
  if ("hex" in fixture) return [["bytes", Uint8Array.from(fixture.hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))]];
  const input = inputOf(fixture);
  const text = fixture.text ?? JSON.stringify(input);
  const forms = [
    ["text", text],
    ["bytes", encoder.encode(text)],
  ];
  if (!("text" in fixture)) forms.push(["object", input]);
  return forms;
}

/** What a fixture gives: a payload, or the text of one. */
export function inputOf(fixture) {
  if ("base" in fixture) return edited(fixture);
  return "payload" in fixture ? fixture.payload : fixture.text;
}

/** The base with what the fixture repeats, sets, drops and moves to the front, in this order; `tidy` sets more. */
function edited({ base, repeat, set = {}, drop = [], front = [], tidy = {} }, tidied = false) {
  const copy = (value) => JSON.parse(JSON.stringify(value));
  const stepsOf = (path) => path.split(/[.[]/).map((step) => (step.endsWith("]") ? Number(step.slice(0, -1)) : step));
  const around = (path) => {
    const steps = stepsOf(path);
    const last = steps.pop();
    return [steps.reduce((value, step) => value[step], payload), last];
  };
  const put = (path, value) => {
    const [object, last] = around(path);
    object[last] = copy(value);
  };
  const take = (path) => {
    const [object, last] = around(path);
    const value = object[last];
    if (Array.isArray(object)) object.splice(last, 1);
    else delete object[last];
    return value;
  };
  const payload = copy(base);
  if (repeat) {
    const [object, last] = around(repeat.path);
    object[last] = Array(repeat.times)
      .fill(object[last])
      .flat()
      .map((element, index) => ({
        ...copy(element),
        ...("serialno" in element && { serialno: String(index + 1) }),
      }));
  }
  for (const [path, value] of Object.entries(set)) put(path, value);
  drop.forEach(take);
  for (const path of front) {
    const value = take(path);
    const [object, last] = around(path);
    const others = { ...object };
    for (const key of Object.keys(others)) delete object[key];
    Object.assign(object, { [last]: value }, others);
  }
  if (tidied) for (const [path, value] of Object.entries(tidy)) put(path, value);
  return payload;
}

function sameReport(form, report, fixture, same) {
  const { findings } = report;
  const located = form !== "object" && form !== "built";
  sameFindings(form, findings, fixture.findings ?? [], same, located);
  if (report.omitted > 0) return;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  same(`${form}: counts`, [report.valid, report.errors, report.warnings], [errors === 0, errors, findings.length - errors]);
}

function sameFindings(form, findings, expected, same, located = false) {
  const wanted = located ? expected : expected.map(({ line, column, ...finding }) => finding);
  if (findings.length === wanted.length) {
    same(
      `${form}: findings`,
      findings.map((finding, index) => pick(finding, wanted[index])),
      wanted,
    );
  } else {
    same(
      `${form}: findings`,
      findings.map(({ code, path }) => [code, path]),
      wanted.map(({ code, path }) => [code, path]),
    );
  }
}

function normalize(form, payload, bijak, fixture, same) {
  const { endpoint, options } = fixture;
  const { text, value, changes } = bijak.normalize(endpoint, payload, options);
  const input = typeof payload === "string" ? payload : formText(payload);
  const normal = fixture.normal ?? ("tidy" in fixture ? JSON.stringify(edited(fixture, true)) : input);
  same(`${form}: normal`, text, normal);
  if (fixture.normal === undefined && !("tidy" in fixture)) same(`${form}: changes`, changes, []);
  else if (fixture.changes)
    same(
      `${form}: changes`,
      changes.map((change, index) => pick(change, fixture.changes[index])),
      fixture.changes,
    );
  if (value !== undefined) same(`${form}: value`, value, JSON.parse(text));
  same(`${form}: normalized again`, bijak.normalize(endpoint, text, options).changes, []);
}

function formText(payload) {
  return payload instanceof Uint8Array ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(payload) : JSON.stringify(payload);
}

function pick(object, example = object) {
  return Object.fromEntries(Object.keys(example).map((key) => [key, object[key]]));
}

/** JSON text with sorted keys: equal for equal values. */
function canonical(value) {
  return JSON.stringify(value, (_key, item) => {
    if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
