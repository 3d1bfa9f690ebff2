/** @import { Finding, Report } from "./internal.js" */

const titles = { 400: "Bad Request", 413: "Content Too Large", 422: "Unprocessable Content" };

/**
 * The problem details (RFC 9457) of a report with findings.
 * @param {Report} report
 * @param {Record<string, unknown>} [members]
 */
export function problem(report, members) {
  const { endpoint, errors, warnings, findings } = report;
  if (errors + warnings === 0) throw new TypeError("the report has no findings, so there is no problem to return");
  const status = statusOf(findings);
  const { message } = findings.find(({ severity }) => severity === "error") ?? findings[0] ?? {};
  return { type: "about:blank", title: titles[status], status, detail: message, ...members, endpoint, errors, warnings, findings };
}

/**
 * @param {Finding[]} findings
 * @returns {keyof typeof titles}
 */
function statusOf(findings) {
  /** @param {string} wanted */
  const has = (wanted) => findings.some(({ code }) => code === wanted);
  if (has("json.too-large")) return 413;
  return has("json.syntax") ? 400 : 422;
}
