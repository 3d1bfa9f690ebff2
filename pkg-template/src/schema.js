import { isBytes } from "./api.js";
import { jsonText } from "./walk.js";

/** @import { Finding, Normalized, Options, Refusal, Report } from "./internal.js" */
/** @typedef {(endpoint: string, payload: unknown, options?: Options) => Normalized} Normalize */

/**
 * `schema` over the verb `normalize`. With `eager`, wrong use is a TypeError at once, as servers want it; without, the Wasm is not
 * started: a page may call this while it loads, before `init` too.
 * @param {Normalize} normalize
 * @param {{ eager?: boolean }} options
 */
export function schemaOver(normalize, { eager } = {}) {
  /**
   * @param {string} endpoint
   * @param {Options} [options]
   */
  return (endpoint, options) => {
    if (eager) normalize(endpoint, "", options);
    return {
      "~standard": {
        version: 1,
        vendor: "bijak",
        validate: (/** @type {unknown} */ value) => validated(normalize, endpoint, value, options),
      },
    };
  };
}

/**
 * @param {Normalize} normalize
 * @param {string} endpoint
 * @param {unknown} payload
 * @param {Options} [options]
 */
function validated(normalize, endpoint, payload, options) {
  /** @type {Refusal[]} */
  const refused = []; // what is no JSON, such as the NaN of an empty number input
  const located = typeof payload === "string" || isBytes(payload);
  const text = located ? payload : jsonText(payload, "payload", refused);
  if (text === undefined) return { issues: refused.map(notJson) };
  const normal = normalize(endpoint, text, options);
  const { report } = normal;
  return report.valid && refused.length === 0 ? { value: normal.value } : { issues: issuesOf(report, refused, located) };
}

/**
 * The errors alone; of what is no JSON the words of the walk, for the core has seen something else there.
 * @param {Report} report
 * @param {Refusal[]} refused
 * @param {boolean} located
 */
function issuesOf({ errors, findings }, refused, located) {
  const own = new Set(refused.map(({ path }) => JSON.stringify(path)));
  const found = findings.filter(({ severity, path }) => severity === "error" && !own.has(JSON.stringify(path)));
  const issues = [...refused.map(notJson), ...(located ? found : found.map(withoutPlace))];
  // consumers take an empty list for "nothing wrong"
  return issues.length > 0 ? issues : [{ message: `${errors} errors, none is listed: raise \`maxFindings\``, path: [] }];
}

/** @param {Refusal} refusal */
function notJson({ path, message }) {
  return { code: "field.type", severity: "error", path, message, source: "RFC 8259" };
}

/** @param {Finding} finding */
function withoutPlace({ line: _line, column: _column, ...finding }) {
  return finding;
}
