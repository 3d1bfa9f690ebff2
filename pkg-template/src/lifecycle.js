import { actors, machines, strictnesses } from "#lifecycle";
import { nameOf } from "./api.js";

/** The transitions that leave a status. The tables are those of the core; here they cost the Wasm nothing and need no init. */
export function transitions(status, options = {}) {
  if (typeof options !== "object" || options === null) throw new TypeError(`options must be an object, not ${nameOf(options)}`);
  const { machine = "invoice", actor, strictness = "lenient", ...others } = options;
  for (const name of Object.keys(others)) known("option", name, ["machine", "actor", "strictness"]);
  known("machine", machine, machines.map(({ name }) => name));
  const { statuses, arrows: all } = machines.find(({ name }) => name === machine);
  known("status", status, statuses);
  if (actor !== undefined) known("actor", actor, actors);
  known("strictness", strictness, strictnesses);
  return all
    .filter((transition) => transition.from === status && (actor === undefined || transition.actor === actor))
    .filter((transition) => strictness === "lenient" || transition.mark !== "inferred")
    .map((transition) => ({ ...transition }));
}

function known(what, word, words) {
  if (!words.includes(word)) throw new TypeError(`unknown ${what} ${nameOf(word)}: use one of ${words.join(", ")}`);
}
