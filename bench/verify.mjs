// Does each candidate do the work? It takes the sound payload, refuses each fault alone, and what it tells of all three is shown.
import { check } from "../target/npm/bijak/node.mjs";
import { payloads } from "./payloads.mjs";
import { checkerOf, peers } from "./peers/index.mjs";

/** For each candidate how many of the three faults it tells at once; throws where one does not do the work. */
export async function verify() {
  const reported = {};
  for (const [kind, { endpoint, valid, invalid, single }] of Object.entries(payloads)) {
    const candidates = { bijak: (text) => findingsOf(endpoint, text) };
    for (const name of Object.keys(peers)) {
      const checker = await checkerOf(name, endpoint);
      candidates[name] = (text) => checker(JSON.parse(text));
    }
    for (const [name, run] of Object.entries(candidates)) {
      const fail = (what, found) => {
        throw new Error(`${name} ${what} (${kind}): ${JSON.stringify(found).slice(0, 400)}`);
      };
      const sound = run(valid);
      if (sound.length > 0) fail("refuses the sound payload", sound);
      for (const [field, text] of Object.entries(single)) {
        const found = run(text);
        if (!found.some(({ path }) => path === field)) fail(`does not tell of ${field}`, found);
      }
      const fields = new Set(run(invalid).map(({ path }) => path));
      (reported[name] ??= {})[kind] = Object.keys(single).filter((field) => fields.has(field)).length;
    }
  }
  return reported;
}

function findingsOf(endpoint, text) {
  return check(endpoint, text).findings.map(({ path, message }) => ({ path: path.join("."), message }));
}

if (process.argv[1] === import.meta.filename) console.table(await verify());
