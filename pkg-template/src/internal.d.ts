// What the modules of this folder hand to each other. The types that users get are in ../types.

/** The exports of the WebAssembly that every function needs. */
export interface CheckerWasm {
  memory: WebAssembly.Memory;
  catalogue(): string;
  check(endpoint: number, payload: number, options: number, located: boolean): number;
  endpoints(): string;
  input(length: number): number;
  key_table(endpoint: number): string;
  skipped(set: number): string;
  takeText(): string;
  result(): number;
  tooLarge(endpoint: number, length: number, limit: number): number;
}

/** The exports of the WebAssembly with every function. */
export interface Wasm extends CheckerWasm {
  build(endpoint: number, fields: number, target: number, options: number): number;
  normalize(endpoint: number, payload: number, options: number, located: boolean): number;
  parseGstin(text: number): number;
  splitTax(recipe: number): number;
}

export interface Language {
  readonly locale: string;
  readonly messages: readonly string[];
  readonly phrases: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
}

/** Codes, and the source of each at its position. */
export interface Catalogue {
  codes: string[];
  sources: string[];
}

export type Path = (string | number)[];

export interface Finding {
  code: string;
  severity: "error" | "warning";
  path: Path;
  part?: string;
  message: string;
  expected?: string;
  actual?: string;
  source: string;
  line?: number;
  column?: number;
}

export interface Change {
  path: Path;
  from: string;
  to: string;
  why: string;
}

export interface Skipped {
  readonly code: string;
  readonly needs: readonly string[];
}

export interface Report {
  endpoint: string;
  valid: boolean;
  errors: number;
  warnings: number;
  findings: Finding[];
  omitted: number;
  skipped: Skipped[];
}

export interface Normalized {
  text: string;
  value: unknown;
  changes: Change[];
  report: Report;
}

/** Text, or the bytes of one. */
export type Source = string | Uint8Array;

/** Options as the caller gives them: anything, until the WebAssembly has read them. */
export type Options = { current?: unknown; locale?: unknown; maxBytes?: unknown } & Record<string, unknown>;

/** The arguments of a call, read. */
export interface Call {
  endpoint: string;
  /** The number of the endpoint. */
  number: number;
  source: Source;
  /** Of the payload in UTF-8. */
  length: number;
  /** Whether findings have lines and columns. */
  located: boolean;
  /** As JSON. */
  options: string;
  /** Of the payload, in bytes. */
  limit: number;
  language: Language;
}

/** A value of the payload that is not JSON, with its path. */
export interface Refusal {
  path: Path;
  message: string;
}

export type Key = string | number | undefined;

/** Where a walk through a payload is. */
export interface Walk {
  name: string;
  keys: Key[];
  holders: object[];
  /** Where refusals are collected, instead of being thrown. */
  refused: Refusal[] | undefined;
}

/** The fields of a shape, for the compact form. */
export interface Table {
  fields: Map<string, Field>;
  /** Its `next` is the field that came first the last time. */
  first: Field;
}

export interface Field {
  key: string | undefined;
  byte: number;
  /** Bytes that JSON would have more. */
  saved: number;
  /** Of an object. */
  shape: Table | undefined;
  /** Of the objects in a list. */
  element: Table | undefined;
  /** The field that came behind it the last time. */
  next: Field;
}

/** The fields of a shape as the WebAssembly gives them. */
export interface KeyTable {
  [key: string]: 0 | KeyTable | [KeyTable];
}

export interface Transition {
  from: string;
  to: string;
  actor: string;
  by: string;
  mark: string;
}

export interface RuleEntry {
  code: string;
  severities: string[];
  endpoints: string[];
  fields: string[];
}

/** A rule in the table of the package: a bit for each endpoint, and the distance of each field from the one before. */
export interface PackedRule extends Omit<RuleEntry, "endpoints" | "fields"> {
  endpoints: number;
  fields: number[];
}

/** What is said at a field of a form. */
export interface Note {
  key: string;
  severity: "error" | "warning" | "changed";
  path: Path;
  message: string;
  from?: string;
  to?: string;
}

export interface Group {
  severity: Note["severity"] | undefined;
  notes: Note[];
}

export interface Branch {
  all: Group;
  own: Group;
  children: Map<string, Branch>;
}

/** A line of NDJSON: its bytes, or its length where they were not kept. */
export type Line = { index: number; line: number } & ({ bytes: Uint8Array; length?: undefined } | { bytes?: undefined; length: number });

export interface Lines {
  of(chunk: unknown): Iterable<Line>;
  last(): Line | undefined;
}

export interface Checked {
  index: number;
  line?: number;
  report: Report;
}
