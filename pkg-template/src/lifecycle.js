import { actors, machines, strictnesses } from "#lifecycle";
import { nameOf } from "./api.js";

/**
 * The transitions that leave a status. The tables are those of the core; here they cost the Wasm nothing and need no init.
 * @param {string} status
 * @param {{ machine?: unknown, actor?: unknown, strictness?: unknown } & Record<string, unknown>} options
 */
export function transitions(status, options = {}) {
  if (typeof options !== "object" || options === null) throw new TypeError(`options must be an object, not ${nameOf(options)}`);
  const { machine = "invoice", actor, strictness = "lenient", ...others } = options;
  for (const name of Object.keys(others)) known("option", name, ["machine", "actor", "strictness"]);
  const found = machines.find(({ name }) => name === machine);
  if (found === undefined)
    throw unknown(
      "machine",
      machine,
      machines.map(({ name }) => name),
    );
  const { statuses, arrows: all } = found;
  known("status", status, statuses);
  if (actor !== undefined) known("actor", actor, actors);
  known("strictness", strictness, strictnesses);
  return all
    .filter((transition) => transition.from === status && (actor === undefined || transition.actor === actor))
    .filter((transition) => strictness === "lenient" || transition.mark !== "inferred")
    .map((transition) => ({ ...transition }));
}

/**
 * @param {string} what
 * @param {unknown} word
 * @param {readonly unknown[]} words
 */
function known(what, word, words) {
  if (!words.includes(word)) throw unknown(what, word, words);
}

/**
 * @param {string} what
 * @param {unknown} word
 * @param {readonly unknown[]} words
 */
function unknown(what, word, words) {
  return new TypeError(`unknown ${what} ${nameOf(word)}; use one of ${words.join(", ")}`);
}
