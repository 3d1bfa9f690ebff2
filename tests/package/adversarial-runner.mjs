// Runs the cases of tests/adversarial.json against the package; imports nothing, so that the same file works in Node and in a page.
//
// A case gives its payload as `hex`, or as `parts`: texts, `{repeat, times}`, or `{numbered, times}`, which is joined with
// commas and has its number in place of each #. It is judged at its `endpoints`, or at all, and says the `codes` of the report,
// each once and in order; those of `build` where they are others; and how many `changes` normalizing makes.

const encoder = new TextEncoder();
const LARGEST = 1024;

/** The payload: a text, or bytes. */
export function payloadOf({ parts, hex }) {
  if (hex !== undefined) return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  return parts.map(textOf).join("");
}

function textOf(part) {
  if (typeof part === "string") return part;
  if ("repeat" in part) return part.repeat.repeat(part.times);
  return Array.from({ length: part.times }, (_, number) => part.numbered.replaceAll("#", number)).join(",");
}

export const targetOf = (endpoint) => (endpoint === "updateInvoice" ? { invoiceId: "INV1" } : undefined);

/** The names of all endpoints. */
export function endpointsOf(bijak) {
  try {
    bijak.check("", "");
  } catch ({ message }) {
    return message.split("use one of ")[1].split(", ");
  }
}

/** How long a call may take, in ms: fifty times what sound payloads of 10 MB take together, and a second for a busy machine. */
export function patienceOf(bijak, sound) {
  const start = performance.now();
  for (let count = (10 << 20) / sound.length; count > 0; count--) bijak.check("updateInvoice", sound);
  return 1000 + 50 * (performance.now() - start);
}

/** What differs from the case, a sentence each; empty when it passes. */
export function faultsOf(bijak, item, { sound, patience }) {
  const faults = [];
  const payload = payloadOf(item);
  const forms = typeof payload === "string" ? [payload, encoder.encode(payload)] : [payload];
  for (const endpoint of item.endpoints ?? endpointsOf(bijak)) {
    const same = (what, actual, expected) => {
      if (JSON.stringify(actual) !== JSON.stringify(expected)) {
        faults.push(`${endpoint}: ${what}: ${short(actual)} instead of ${short(expected)}`);
      }
    };
    const timed = (method, ...rest) => {
      const start = performance.now();
      const said = bijak[method](endpoint, ...rest);
      const took = performance.now() - start;
      if (took > patience) faults.push(`${endpoint}: ${method} took ${took.toFixed(0)} ms of ${patience.toFixed(0)}`);
      return said;
    };
    const { options } = item;
    const reports = forms.map((form) => timed("check", form, options));
    const [report] = reports;
    same("check", codesOf(report), item.codes);
    for (const other of reports) same("text and bytes", other, report);
    same("findings that are too large", report.findings.filter((finding) => sizeOf(finding) >= LARGEST), []);
    const tidied = timed("normalize", payload, options);
    same("changes", tidied.changes.length, item.changes ?? 0);
    if (!item.changes) {
      const text = typeof payload === "string" ? payload : new TextDecoder("utf-8", { ignoreBOM: true }).decode(payload);
      same("the text is left alone", tidied.text === text, true);
      same("the report of normalize", tidied.report, report);
    }
    const built = timed("build", payload, targetOf(endpoint), options);
    same("build", codesOf(built.report), item.build ?? item.codes);
    same("a request", built.status === "ready", built.report.valid);
    same("the next call", bijak.check("updateInvoice", sound).findings, []);
  }
  return faults;
}

/** The codes of a report on a body, each once, in its order. */
function codesOf({ findings }) {
  return [...new Set(findings.filter(({ part }) => part === undefined).map(({ code }) => code))];
}

export function sizeOf(finding) {
  return encoder.encode(JSON.stringify(finding)).length;
}

function short(value) {
  return JSON.stringify(value)?.slice(0, 200);
}
