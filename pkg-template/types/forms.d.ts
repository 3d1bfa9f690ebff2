// Forms. build.mjs appends this to the types of the verbs.

/** The field of a payload: `"itemLists[0].gstRate"`, `"itemLists.0.gstRate"` or `["itemLists", 0, "gstRate"]`; empty for the whole. */
export type FieldPath = string | readonly (string | number)[];

/** A finding at a field. */
export interface FindingNote extends Finding {
  /** Which it is, for rendering: the same after the next keystroke, whatever else comes or goes. */
  key: string;
  from?: undefined;
  to?: undefined;
}

/** What `normalize` changed at a field. */
export interface ChangeNote {
  /** Which it is, for rendering. */
  key: string;
  severity: "changed";
  path: Path;
  /** Why it was changed. */
  message: string;
  /** The JSON text before. */
  from: string;
  /** The JSON text after. */
  to: string;
  code?: undefined;
  part?: undefined;
  expected?: undefined;
  actual?: undefined;
  source?: undefined;
  line?: undefined;
  column?: undefined;
}

/** What there is to say at a field. */
export type Note = FindingNote | ChangeNote;

/** Notes that are shown together. */
export interface Notes {
  /** The gravest of them, if there is one: error, then warning, then changed. */
  readonly severity: Note["severity"] | undefined;
  /** Findings in the order of the document, then changes. */
  readonly notes: readonly Note[];
}

/** A report by field. */
export interface Fields {
  /** Of a field and all that is inside it; of the empty path everything. The same object each time. */
  of(path: FieldPath): Notes;
  /** Of a field alone; of the empty path what is said of the payload as a whole. */
  own(path: FieldPath): Notes;
  /** Of what lies in none of the fields named, inside `within` if it is given: what a form has no place for. */
  others(names: Iterable<FieldPath>, within?: FieldPath): Notes;
}

/**
 * What a report says, by field: for a form. What `normalize` returns brings the changes too. Needs no `init`.
 *
 * Notes on path and query, which `build` may bring, have `part` and stand under the name of the parameter.
 * Throws a `TypeError` for what holds no findings.
 *
 * @example
 * const fields = byField(normalize("nbblInvoice", text));
 * for (const control of form.elements) {
 *   const { severity, notes } = fields.of(control.name); // "itemLists[0].gstRate"
 *   control.setCustomValidity(severity === "error" ? notes.map(({ message }) => message).join("; ") : "");
 * }
 * const rest = fields.others(Array.from(form.elements, ({ name }) => name)); // for a list above the form
 */
export function byField(
  result: { findings: readonly Finding[] } | { report: { findings: readonly Finding[] }; changes?: readonly Change[] },
): Fields;
