// Forms. build.mjs appends this to the types of the functions.

/** The field of a payload: `"itemLists[0].gstRate"`, `"itemLists.0.gstRate"` or `["itemLists", 0, "gstRate"]`; empty for the whole payload. */
export type FieldPath = string | readonly (string | number)[];

/** A finding on a field. */
export interface FindingNote extends Finding {
  /** A key for rendering: it stays the same between keystrokes, whatever else is added or removed. */
  key: string;
  from?: undefined;
  to?: undefined;
}

/** A change of a field by `normalize`. */
export interface ChangeNote {
  /** A key for rendering. */
  key: string;
  severity: "changed";
  path: Path;
  /** The reason. */
  message: string;
  /** The JSON before. */
  from: string;
  /** The JSON after. */
  to: string;
  code?: undefined;
  part?: undefined;
  expected?: undefined;
  actual?: undefined;
  source?: undefined;
  line?: undefined;
  column?: undefined;
}

/** A note on a field. */
export type Note = FindingNote | ChangeNote;

/** Notes that belong together. */
export interface Notes {
  /** The highest severity among them, if any: error, then warning, then changed. */
  readonly severity: Note["severity"] | undefined;
  /** Findings in document order, then changes. */
  readonly notes: readonly Note[];
}

/** A report grouped by field. */
export interface Fields {
  /** The notes on a field and everything inside it; all notes for the empty path. Returns the same object each time. */
  of(path: FieldPath): Notes;
  /** The notes on the field itself; those on the payload as a whole for the empty path. */
  own(path: FieldPath): Notes;
  /** The notes outside of the named fields, inside `within` if given: those that a form does not show elsewhere. */
  others(names: Iterable<FieldPath>, within?: FieldPath): Notes;
}

/**
 * Groups a report by field, for a form; the result of `normalize` includes its changes. Needs no `init`.
 *
 * Notes of `build` on path and query have `part` and are listed under the name of the parameter.
 * Throws a `TypeError` if the argument has no findings.
 *
 * @example
 * const fields = byField(normalize("nbblInvoice", text));
 * for (const control of form.elements) {
 *   const { severity, notes } = fields.of(control.name); // "itemLists[0].gstRate"
 *   control.setCustomValidity(severity === "error" ? notes.map(({ message }) => message).join("; ") : "");
 * }
 * const rest = fields.others(Array.from(form.elements, ({ name }) => name)); // for a list above the form
 */
export function byField(result: { findings: readonly Finding[] } | { report: { findings: readonly Finding[] }; changes?: readonly Change[] }): Fields;
