import { isBytes } from "./api.js";
import { jsonText } from "./walk.js";

/**
 * `schema` over the function `normalize`. With `eager`, wrong use is a TypeError at once, as servers want it; without, the Wasm is not
 * started: a page may call this while it loads, before `init` too.
 */
export function schemaOver(normalize, { eager } = {}) {
  return (endpoint, options) => {
    if (eager) normalize(endpoint, "", options);
    return { "~standard": { version: 1, vendor: "bijak", validate: (value) => validated(normalize, endpoint, value, options) } };
  };
}

function validated(normalize, endpoint, payload, options) {
  const refused = []; // what is no JSON, such as the NaN of an empty number input
  const located = typeof payload === "string" || isBytes(payload);
  const text = located ? payload : jsonText(payload, "payload", refused);
  if (text === undefined) return { issues: refused.map(notJson) };
  const normal = normalize(endpoint, text, options);
  const { report } = normal;
  return report.valid && refused.length === 0 ? { value: normal.value } : { issues: issuesOf(report, refused, located) };
}

/** Only the errors; for values that are not JSON, the messages of the walk, because the core saw something else there. */
function issuesOf({ errors, findings }, refused, located) {
  const own = new Set(refused.map(({ path }) => JSON.stringify(path)));
  const found = findings.filter(({ severity, path }) => severity === "error" && !own.has(JSON.stringify(path)));
  const issues = [...refused.map(notJson), ...(located ? found : found.map(withoutPlace))];
  // consumers take an empty list for "nothing wrong"
  return issues.length > 0 ? issues : [{ message: `${errors} errors, none is listed: raise \`maxFindings\``, path: [] }];
}

function notJson({ path, message }) {
  return { code: "field.type", severity: "error", path, message, source: "RFC 8259" };
}

function withoutPlace({ line: _line, column: _column, ...finding }) {
  return finding;
}
