// What a report says, by the fields of a form. Tables alone: it needs neither the Wasm nor init.
import { nameOf } from "./api.js";

/** @import { Branch, Change, Finding, Group, Note, Path } from "./internal.js" */

const RANK = { error: 3, warning: 2, changed: 1 };
const PLAIN = /^[\w$-]+$/;
/** @type {{ readonly severity: undefined, readonly notes: readonly Note[] }} */
const NOTHING = /* @__PURE__ */ Object.freeze({ severity: undefined, notes: /* @__PURE__ */ Object.freeze([]) });

/**
 * The findings of a report, and the changes where `normalize` made some, by field.
 * @param {any} result
 */
export function byField(result) {
  const { findings } = result?.report ?? result ?? {};
  if (!Array.isArray(findings)) throw new TypeError(`byField takes a report or the result of normalize, not ${nameOf(result)}`);
  const root = makeBranch();
  for (const note of notesOf(findings, result.changes ?? [])) place(note, root);

  /** @param {unknown} path */
  const of = (path) => find(root, path)?.all ?? NOTHING;
  /** @param {unknown} path */
  const own = (path) => find(root, path)?.own ?? NOTHING;

  /**
   * @param {Iterable<unknown>} names
   * @param {unknown} within
   */
  function others(names, within = []) {
    /** @type {Set<Note>} */
    const named = new Set(Array.from(names).flatMap((name) => of(name).notes));
    const rest = makeGroup();
    for (const note of of(within).notes) if (!named.has(note)) add(note, rest);
    return rest;
  }

  return { of, own, others };
}

/**
 * Findings, then changes, each with its key: what it is and where, and the how manieth of those.
 * @param {Finding[]} findings
 * @param {Change[]} changes
 * @returns {Iterable<Note>}
 */
function* notesOf(findings, changes) {
  const counts = new Map();
  /**
   * @param {string} what
   * @param {Path} path
   */
  const keyOf = (what, path) => {
    const key = `${what}@${path.map(word).join(".")}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  };
  for (const finding of findings) {
    const { code, part, path } = finding;
    yield { key: keyOf(part ? `${part}:${code}` : code, path), ...finding };
  }
  for (const { path, from, to, why } of changes) {
    yield { key: keyOf("changed", path), severity: "changed", path, message: why, from, to };
  }
}

/** @param {string | number} step */
function word(step) {
  return PLAIN.test(`${step}`) ? step : JSON.stringify(step);
}

/** @type {() => Group} */
const makeGroup = () => ({ severity: undefined, notes: [] });
/** @type {() => Branch} */
const makeBranch = () => ({ all: makeGroup(), own: makeGroup(), children: new Map() });

/**
 * @param {Note} note
 * @param {Branch} root
 */
function place(note, root) {
  let branch = root;
  add(note, branch.all);
  for (const step of note.path) {
    branch = childOf(branch, `${step}`);
    add(note, branch.all);
  }
  add(note, branch.own);
}

/**
 * @param {Branch} branch
 * @param {string} step
 * @returns {Branch}
 */
function childOf({ children }, step) {
  if (!children.has(step)) children.set(step, makeBranch());
  return /** @type {Branch} */ (children.get(step));
}

/**
 * @param {Note} note
 * @param {Group} group
 */
function add(note, group) {
  group.notes.push(note);
  if (!(RANK[/** @type {Note["severity"]} */ (group.severity)] >= RANK[note.severity])) group.severity = note.severity;
}

/**
 * @param {Branch} root
 * @param {unknown} path
 * @returns {Branch | undefined}
 */
function find(root, path) {
  return stepsOf(path).reduce((branch, step) => branch?.children.get(`${step}`), /** @type {Branch | undefined} */ (root));
}

/**
 * `itemLists[0].gstRate`, or the same with dots alone, as libraries for forms write it.
 * @param {unknown} path
 * @returns {Path}
 */
function stepsOf(path) {
  if (Array.isArray(path)) return path;
  if (typeof path !== "string") throw new TypeError(`a path must be a string or an array, not ${nameOf(path)}`);
  return path.match(/[^.[\]]+/g) ?? [];
}
