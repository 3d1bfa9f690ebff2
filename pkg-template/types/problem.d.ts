/** Problem details of RFC 9457, to be sent as `application/problem+json`. */
export interface Problem {
  /** `about:blank` unless given. */
  type: string;
  /** The name of the status unless given. */
  title: string;
  /** The HTTP status: 400 for broken JSON, 413 for a payload over `maxBytes`, 422 for other findings. */
  status: number;
  /** The message of the first error unless given. */
  detail: string;
  endpoint: Endpoint;
  errors: number;
  warnings: number;
  findings: Finding[];
  [member: string]: unknown;
}

/** What may be told of a problem beside the report: `type`, `title`, `instance`, and members of your own. */
export interface ProblemMembers {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  [member: string]: unknown;
}

/**
 * The answer of a server to a payload with findings, as problem details of RFC 9457. Needs no `init`.
 *
 * Throws a `TypeError` for a report without a finding: such a payload is no problem. One with warnings alone may be refused.
 *
 * @example
 * const { text, report } = normalize("createInvoice", bytes);
 * if (!report.valid) {
 *   const answer = problem(report, { instance: request.url });
 *   response.status(answer.status).type("application/problem+json").send(JSON.stringify(answer));
 * }
 */
export function problem(report: Report, members?: ProblemMembers): Problem;
