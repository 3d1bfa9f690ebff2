// JSON as text: members are found and replaced where they stand, so that a sum keeps the digits
// it was written with. JSON.parse would turn 118000.50 into a double.

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The members of the object that `text` is, in order: `{ name, raw, from, start, end }`, where `raw`
 * is the JSON of the value. `null` if the text is not a JSON object.
 */
export function members(text) {
  if (!isObject(text)) return null;
  const found = [];
  let depth = 0;
  let member = null;
  for (const { 0: mark, index } of text.matchAll(token)) {
    if (mark === "}" || mark === "]") depth -= 1;
    if (depth === 0 || (depth === 1 && mark === ",")) {
      if (member) found.push({ ...member, raw: text.slice(member.start, member.end) });
      member = null;
    } else if (!member) {
      member = { name: JSON.parse(mark), from: index };
    } else if (depth > 1 || mark !== ":") {
      member.start ??= index;
      member.end = index + mark.length;
    }
    if (mark === "{" || mark === "[") depth += 1;
  }
  return found;
}

/** The text of each member's value by its name; of a name given twice, the last. */
export function rawMembers(text) {
  return new Map((members(text) ?? []).map(({ name, raw }) => [name, raw]));
}

/** `text` with the member set to the JSON text `raw`; a new member goes to the end. */
export function withMember(text, name, raw) {
  const all = members(text);
  if (!all) return text;
  const member = all.findLast((one) => one.name === name);
  if (member) return text.slice(0, member.start) + raw + text.slice(member.end);
  const written = `${JSON.stringify(name)}: ${raw}`;
  const last = all.at(-1);
  if (!last) return `{\n  ${written}\n}`;
  const gap = /\s*$/.exec(text.slice(0, last.from))[0];
  return `${text.slice(0, last.end)},${gap}${written}${text.slice(last.end)}`;
}

export function withoutMember(text, name) {
  const all = members(text) ?? [];
  const position = all.findLastIndex((one) => one.name === name);
  if (position < 0) return text;
  if (all.length === 1) return "{}";
  const [from, to] = position === 0 ? [all[0].from, all[1].from] : [all[position - 1].end, all[position].end];
  return text.slice(0, from) + text.slice(to);
}

/** Several members at once; `undefined` takes one away. */
export function withMembers(text, changes) {
  return Object.entries(changes).reduce(
    (so_far, [name, raw]) => (raw === undefined ? withoutMember(so_far, name) : withMember(so_far, name, raw)),
    text,
  );
}

/** A nested value's text, moved to the left margin. */
export function dedented(raw) {
  const indents = raw.split("\n").slice(1).filter((line) => line.trim()).map((line) => /^ */.exec(line)[0].length);
  const least = Math.min(...indents);
  return indents.length ? raw.replaceAll(`\n${" ".repeat(least)}`, "\n") : raw;
}

function isObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
