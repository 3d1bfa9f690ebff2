/** Problem details of RFC 9457, to be sent as `application/problem+json`. */
export interface Problem {
  /** `about:blank` by default. */
  type: string;
  /** The name of the status by default. */
  title: string;
  /** The HTTP status: 400 for broken JSON, 413 for a payload over `maxBytes`, 422 for other findings. */
  status: number;
  /** The message of the first error by default. */
  detail: string;
  endpoint: Endpoint;
  errors: number;
  warnings: number;
  findings: Finding[];
  [member: string]: unknown;
}

/** Further members of a problem: `type`, `title`, `instance`, and your own. */
export interface ProblemMembers {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  [member: string]: unknown;
}

/**
 * Converts a report with findings into problem details (RFC 9457), for the response of a server. Needs no `init`.
 *
 * Throws a `TypeError` for a report without findings. A report with warnings only is allowed.
 *
 * @example
 * const { text, report } = normalize("createInvoice", bytes);
 * if (!report.valid) {
 *   const answer = problem(report, { instance: request.url });
 *   response.status(answer.status).type("application/problem+json").send(JSON.stringify(answer));
 * }
 */
export function problem(report: Report, members?: ProblemMembers): Problem;
