// Values of JavaScript that mean harm; imports nothing, so that the same file works in Node and in a page.
// Of each: what `check` makes of it is a TypeError with these words, an error of the value's own, or what it makes of the
// text that JSON.stringify writes.

const own = new RangeError("of the payload's own");
const raise = () => {
  throw own;
};
const LONE = "a\ud800b\udfffc\ud83d";

/** All of them; `realm` evaluates a script in another realm, `host` has objects that only this host has. */
export function adversarialValues(realm, host = {}) {
  const lone = (length) => `${"x".repeat(length)}\ud83d`;
  const counter = () => {
    let count = 0;
    return {
      get cgst() {
        return ++count;
      },
      get sgst() {
        return ++count;
      },
    };
  };
  const cyclic = { a: [{}] };
  cyclic.a[0].b = new Proxy(cyclic, {});
  const list = [];
  list.push(list);
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const refused = (message, make) => ({ make, message });
  const text = (make) => ({ make, same: true });
  const throwing = (make) => ({ make, own: true });
  return {
    // getters
    "a getter that throws": throwing(() => ({
      get a() {
        return raise();
      },
    })),
    "a getter that throws behind much else": throwing(() => ({
      x: "y".repeat(1_000_000),
      get a() {
        return raise();
      },
    })),
    "a getter that gives another value each time": text(counter),
    "a getter that removes what comes next": {
      make: () => ({
        get a() {
          delete this.b;
          return 1;
        },
        b: 2,
      }),
      same: true,
    },
    "a getter that adds what comes next": text(() => ({
      get a() {
        this.z = 1;
        return 1;
      },
      b: 2,
    })),
    "a getter that changes what comes next": text(() => ({
      get a() {
        this.b = "EMAIL";
        return 1;
      },
      b: /** @type {unknown} */ (2),
    })),
    "a getter that makes what comes next NaN": refused(/`payload\.b` is NaN/, () => ({
      get a() {
        this.b = NaN;
        return 1;
      },
      b: 2,
    })),
    "a getter that freezes it": text(() => ({
      get a() {
        Object.freeze(this);
        return 1;
      },
      b: 2,
    })),
    "a getter that goes on for ever": refused(/nested deeper than 1000 levels/, () => ({
      get a() {
        return this.b;
      },
      get b() {
        return {
          __proto__: this,
          c: Object.create(this, {
            d: {
              enumerable: true,
              get() {
                return endless();
              },
            },
          }),
        };
      },
    })),
    "getters that fan out for ever": refused(/nested deeper than 1000 levels/, endless),
    "a symbol's description as a getter": text(() => ({
      get [Symbol("s")]() {
        return raise();
      },
      a: 1,
    })),
    "a hidden getter": text(() => Object.defineProperty({ a: 1 }, "b", { get: raise, enumerable: false })),
    // proxies
    "a proxy that throws at its keys": throwing(() => new Proxy({}, { ownKeys: raise })),
    "a proxy that throws at a value": throwing(() => new Proxy({ a: 1 }, { get: (object, key) => (key === "a" ? raise() : object[key]) })),
    "a proxy that throws at a descriptor": throwing(() => new Proxy({ a: 1 }, { getOwnPropertyDescriptor: raise })),
    "a proxy whose keys have no value": text(
      () => new Proxy({}, { ownKeys: () => ["a", "b"], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) }),
    ),
    "a proxy with a key twice": refused(/./, () => new Proxy({}, { ownKeys: () => ["a", "a"] })),
    "a proxy of hidden keys": text(
      () => new Proxy({ a: 1 }, { getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: false, value: 1 }) }),
    ),
    "a proxy of a proxy": text(() => new Proxy(new Proxy({ cgst: 90, sgst: 91 }, {}), {})),
    "a proxy of an array": text(() => ({ x: new Proxy([1, [2]], {}) })),
    "a proxy of an array that is endless": refused(/has Infinity elements/, () => ({
      x: new Proxy([], { get: (_, key) => (key === "length" ? Infinity : key === "toJSON" ? undefined : 1) }),
    })),
    "a proxy of an array of negative length": text(() => ({
      x: new Proxy([1], { get: (array, key) => (key === "length" ? -1 : array[key]) }),
    })),
    "a proxy of an array without a length": text(() => ({
      x: new Proxy([1], { get: (array, key) => (key === "length" ? undefined : array[key]) }),
    })),
    "a proxy that is another at each look": refused(/nested deeper than 1000 levels/, () => {
      const more = () => new Proxy({ a: 1 }, { get: (_, key) => (key === "a" ? more() : undefined) });
      return more();
    }),
    "a proxy that was revoked": refused(/revoked/, () => revoked.proxy),
    "a proxy that was revoked, inside": refused(/revoked/, () => ({ a: [revoked.proxy] })),
    "a proxy of bytes": text(() => new Proxy(new Uint8Array([123, 125]), {})),
    "a proxy of a function": refused(/`payload\.a` is a function/, () => ({ a: new Proxy(() => 1, {}) })),
    "a proxy of a Date": refused(/./, () => ({ a: new Proxy(new Date(0), {}) })), // JSON.stringify throws as well
    // arrays
    "a sparse array": refused(/`payload\.x\[1\]` is undefined/, () => ({ x: [1, , 3] })),
    "an array with a hole at its end": refused(/`payload\.x\[1\]` is undefined/, () => {
      const x = [1];
      x.length = 2;
      return { x };
    }),
    "the longest array, empty": refused(/`payload\.x` has 4294967295 elements/, () => {
      const x = [];
      x.length = 2 ** 32 - 1;
      return { x };
    }),
    "a hundred million holes": refused(/`payload\.x\[0\]` is undefined/, () => ({ x: new Array(100_000_000) })),
    "an array that grows while it is read": text(() => {
      const x = [
        {
          toJSON() {
            x.push(this);
            return 1;
          },
        },
      ];
      return { x };
    }),
    "an array that shrinks while it is read": refused(/`payload\.x\[1\]` is undefined/, () => {
      const x = [
        {
          toJSON() {
            x.length = 1;
            return 1;
          },
        },
        2,
      ];
      return { x };
    }),
    "an array with other properties": text(() => ({ x: Object.assign([1], { y: 2 }) })),
    "an array of a class": text(() => ({ x: new (class extends Array {})(1, 2, 3) })),
    "an array with an iterator of its own": text(() => ({ x: Object.assign([1], { [Symbol.iterator]: raise }) })),
    "an array without a prototype": text(() => ({ x: Object.setPrototypeOf([1, 2], null) })),
    "an array in which holes are inherited": text(() => ({
      x: Object.setPrototypeOf([1, , 3], Object.setPrototypeOf([7, 8, 9], Array.prototype)),
    })),
    "an object like an array": text(() => ({ x: { length: 2, 0: "a", 1: "b" } })),
    "arguments": refused(/`payload\.x` is of type Arguments/, function make() {
      return { x: arguments };
    }),
    // toJSON
    "toJSON that throws": throwing(() => ({ a: { toJSON: raise } })),
    "toJSON that is no function": text(() => ({ toJSON: 5, a: { toJSON: {} } })),
    "toJSON that gives a function": refused(/`payload\.a` is a function/, () => ({ a: { toJSON: () => () => 1 } })),
    "toJSON that gives a BigInt": refused(/`payload\.a` is a BigInt/, () => ({ a: { toJSON: () => 1n } })),
    "toJSON that gives a Map": refused(/`payload\.a` is of type Map/, () => ({ a: { toJSON: () => new Map() } })),
    "toJSON that gives one with toJSON": text(() => ({ a: { toJSON: () => ({ toJSON: 1, b: 2 }) } })),
    "toJSON that gives what holds it": refused(/`payload\.a` is cyclic/, () => {
      const a = {};
      a.a = { toJSON: () => a };
      return a;
    }),
    "toJSON that gives nothing": text(() => ({ a: { toJSON() {} }, b: 1 })),
    "toJSON that gives nothing in an array": refused(/`payload\.a\[0\]` is undefined/, () => ({ a: [{ toJSON() {} }] })),
    "toJSON that gives the payload as a text": text(() => ({ toJSON: () => '{"cgst":90}' })),
    "toJSON of Object.prototype": text(() => Object.create({ toJSON: () => ({ cgst: -1 }) })),
    // cycles and depth
    "a cycle through a proxy": refused(/`payload\.a\[0\]\.b.*` is cyclic/, () => cyclic),
    "an array in itself": refused(/`payload\[0\]` is cyclic/, () => list),
    "the same object ten thousand times": text(() => ({ x: Array(10_000).fill({ a: 1 }) })),
    "1001 levels": refused(/nested deeper than 1000 levels/, () => JSON.parse("[".repeat(1001) + "]".repeat(1001))),
    "1000 levels": text(() => JSON.parse("[".repeat(1000) + "]".repeat(1000))),
    "100,000 levels": refused(/nested deeper than 1000 levels/, () => JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)),
    "300,000 objects 990 levels down": text(() => {
      let deep = Array.from({ length: 300_000 }, () => ({}));
      for (let level = 0; level < 990; level++) deep = [deep];
      return deep;
    }),
    // many
    "100,000 keys": text(() => Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index]))),
    "100,000 items": text(() => ({ itemLists: Array.from({ length: 100_000 }, () => ({ quantity: 1 })) })),
    "a text of 10 MB": text(() => ({ description: "x".repeat(10 << 20) })),
    "a key of 10 MB": text(() => ({ ["x".repeat(10 << 20)]: 1 })),
    // texts
    "halves of pairs": text(() => ({ description: LONE, [LONE]: 1, customerId: "\udc00" })),
    "half a pair at the end of the buffer": text(() => ({ description: lone(65_536 - 18) })),
    "half a pair behind 100,000 letters": text(() => ({ description: lone(100_000) })),
    "NUL and other controls": text(() => ({ description: "\0\x01\x1f\x7f\x80\u2028\ufeff", "\0": 1 })),
    "keys that mean something to JavaScript": text(() =>
      JSON.parse('{"__proto__":{"cgst":1},"constructor":1,"toString":{},"valueOf":null,"hasOwnProperty":1,"length":9}'),
    ),
    "a text object that is not what it says": text(() => ({ a: Object.assign(new String("x"), { toString: () => "y", valueOf: raise }) })),
    "a number object that is not what it says": text(() => ({ a: Object.assign(new Number(3), { [Symbol.toPrimitive]: () => 7 }) })),
    "a number object that becomes NaN": refused(/`payload\.a` is NaN/, () => ({ a: Object.assign(new Number(3), { valueOf: () => NaN }) })),
    "a text object that throws": throwing(() => ({ a: Object.assign(new String("x"), { toString: raise }) })),
    "a boolean object that throws": text(() => ({ a: Object.assign(new Boolean(true), { valueOf: raise, toString: raise }) })),
    "an object that can become a text": text(() => ({
      a: Object.create({ toString: raise, valueOf: raise }, { [Symbol.toPrimitive]: { value: raise } }),
    })),
    // numbers
    "NaN in a typed world": refused(/`payload\.a\[0\]` is NaN/, () => ({ a: [Number("x")] })),
    "-0": text(() => ({ cgst: -0 })),
    "the largest and the smallest number": text(() => ({ cgst: Number.MAX_VALUE, sgst: Number.MIN_VALUE, igst: -Number.MAX_VALUE })),
    // kinds
    "frozen, sealed, not extensible": text(() => Object.freeze({ a: Object.seal({ b: Object.preventExtensions([1]) }) })),
    "no prototype": text(() => Object.assign(Object.create(null), { cgst: 90 })),
    "a prototype that throws": text(() =>
      Object.create(Object.create(null, { other: { get: raise, enumerable: true } }), { a: { value: 1, enumerable: true } }),
    ),
    "a prototype that is a proxy": throwing(() => Object.create(new Proxy({}, { get: raise }))),
    "a class with private fields": text(
      () =>
        new (class {
          #secret = 1;
          shown = 2;
          get gotten() {
            return this.#secret;
          }
          static of = 1;
        })(),
    ),
    "a null of another name": text(() => ({ [/** @type {any} */ (null)]: 1, [/** @type {any} */ (undefined)]: 2, [NaN]: 3 })),
    "a tag that lies": refused(/`payload\.a` is of type Map/, () => ({ a: { [Symbol.toStringTag]: "Map" } })),
    "a tag that says bytes": refused(/`payload` is of type Uint8Array/, () => ({ [Symbol.toStringTag]: "Uint8Array", length: 2 })),
    "a tag that throws": throwing(() => ({
      a: {
        get [Symbol.toStringTag]() {
          return raise();
        },
      },
    })),
    "a Map, a Set and their weak sisters": refused(/`payload\.a` is of type WeakMap/, () => ({ a: new WeakMap() })),
    "a WeakRef": refused(/`payload\.a` is of type WeakRef/, () => ({ a: new WeakRef({}) })),
    "a generator": refused(/`payload\.a` is of type Generator/, () => ({ a: (function* generator() {})() })),
    "a promise of a payload": refused(/`payload` is of type Promise/, async () => ({})),
    "an async function": refused(/`payload` is a function/, () => async () => ({})),
    "a class": refused(/`payload\.a` is a function/, () => ({ a: class {} })),
    "Math": refused(/`payload\.a` is of type Math/, () => ({ a: Math })),
    "a symbol of the registry": refused(/`payload\.a` is a symbol/, () => ({ a: Symbol.for("a") })),
    "a boxed symbol": refused(/`payload\.a` is of type Symbol/, () => ({ a: Object(Symbol("s")) })),
    "a BigInt in an array": refused(/`payload\.a\[0\]` is a BigInt/, () => ({ a: [2n ** 100n] })),
    "a date beyond time": refused(/`payload\.dueDate` is an invalid Date/, () => ({ dueDate: new Date(8.64e15 + 1) })),
    "a URL": text(() => ({ url: new URL("https://example.in/a") })),
    "an error": refused(/`payload\.a` is of type (Aggregate)?Error/, () => ({ a: new AggregateError([1], "x") })),
    ...Object.fromEntries(
      ["Int8Array", "Uint8ClampedArray", "Uint16Array", "Float64Array", "BigInt64Array"].map((kind) => [
        `a ${kind}`,
        refused(new RegExp(`\`payload\` is of type ${kind}`), () => new globalThis[kind](2)),
      ]),
    ),
    "a DataView": refused(/`payload` is of type DataView/, () => new DataView(new ArrayBuffer(2))),
    "a SharedArrayBuffer": refused(/`payload` is of type SharedArrayBuffer/, () => shared("{}").buffer),
    "the memory of a Wasm": refused(/`payload` is of type WebAssembly\.Memory/, () => new WebAssembly.Memory({ initial: 1 })),
    // bytes
    "bytes that were transferred": refused(/detached|`payload` is not valid JSON/, () => {
      const bytes = bytesOf("{}");
      structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
      return bytes;
    }),
    // realms
    "an object of another realm": text(() =>
      realm('({ cgst: 90, x: [1, { b: new Date(0) }], c: new String("s"), d: Object.create(null) })'),
    ),
    "an array of another realm": text(() => realm("[{}]")),
    "a Map of another realm": refused(/`payload\.a` is of type Map/, () => ({ a: realm("new Map()") })),
    "a function of another realm": refused(/`payload\.a` is a function/, () => ({ a: realm("(() => 1)") })),
    "an invalid date of another realm": refused(/`payload\.a` is an invalid Date/, () => ({ a: realm("new Date(NaN)") })),
    "a BigInt of another realm": refused(/`payload\.a` is a BigInt/, () => ({ a: realm("1n") })),
    "an ArrayBuffer of another realm": refused(/`payload` is of type ArrayBuffer/, () => realm("new ArrayBuffer(2)")),
    ...host,
  };
}

/** Bytes of every kind that hold a text; each is judged like the text. */
export function adversarialBytes(realm) {
  return {
    "plain": bytesOf,
    "a part of something longer": (text) => bytesOf(`${"\uffff".repeat(7)}${text}}}}`).subarray(21, -3),
    "shared with other threads": shared,
    "that can be resized": (text) => resizable(text, false),
    "that grow with their buffer": (text) => resizable(text, true),
    "of a class": (text) => new (class extends Uint8Array {})(bytesOf(text)),
    "of another realm": (text) => realm(`Uint8Array.from([${bytesOf(text)}])`),
    "with toJSON": (text) => Object.assign(bytesOf(text), { toJSON: raise, toString: raise }),
    "with an iterator of their own": (text) => Object.assign(bytesOf(text), { [Symbol.iterator]: raise }),
  };
}

const bytesOf = (text) => new TextEncoder().encode(text);

function endless() {
  return {
    get a() {
      return endless();
    },
    get b() {
      return endless();
    },
  };
}

/** A page without isolation has no SharedArrayBuffer, but the memory of a Wasm can be shared. */
function shared(text) {
  const bytes = bytesOf(text);
  const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const view = new Uint8Array(buffer, 0, bytes.length);
  view.set(bytes);
  return view;
}

function resizable(text, tracking) {
  const bytes = bytesOf(text);
  const buffer = new ArrayBuffer(bytes.length, { maxByteLength: bytes.length + 100 });
  const view = tracking ? new Uint8Array(buffer) : new Uint8Array(buffer, 0, bytes.length);
  view.set(bytes);
  return view;
}

/**
 * What differs, a sentence each; `sound` is a text that has no findings.
 * @param {Record<string, any>} bijak
 * @param {{ make: () => unknown, message?: RegExp, own?: unknown, same?: boolean }} value
 * @param {string} sound
 */
export function objectFaults(bijak, { make, message, own: itsOwn, same }, sound) {
  const faults = [];
  const { check, normalize, build, schema } = bijak;
  const methods = {
    check: (payload) => check("updateInvoice", payload),
    normalize: (payload) => normalize("updateInvoice", payload).report,
    build: (payload) => build("updateInvoice", payload, { invoiceId: "INV1" }).report,
    current: (payload) => check("updateInvoice", sound, { current: payload }),
  };
  for (const [method, call] of Object.entries(methods)) {
    const start = performance.now();
    const reported = outcome(() => call(make()));
    const took = performance.now() - start;
    if (took > 10_000) faults.push(`${method} took ${took.toFixed(0)} ms`);
    if (itsOwn && reported.error !== own) faults.push(`${method}: not its own error: ${reported.error}`);
    if (message && !(reported.error instanceof TypeError && message.test(reported.error.message.replace("options.current", "payload")))) {
      faults.push(`${method}: no TypeError with ${message}: ${reported.error ?? JSON.stringify(reported.value).slice(0, 200)}`);
    }
    if (same) {
      const text = JSON.stringify(make());
      const expected = outcome(() => call(text));
      if (plain(reported) !== plain(expected))
        faults.push(`${method}: ${plain(reported).slice(0, 300)} instead of ${plain(expected).slice(0, 300)}`);
    }
    if (check("updateInvoice", sound).findings.length > 0) faults.push(`after ${method} a sound payload has findings`);
  }
  // A form asks what is no JSON as well: issues there, and no exception but the value's own.
  const asked = outcome(() => schema("updateInvoice")["~standard"].validate(make()));
  if (itsOwn ? asked.error !== own : asked.error && !/revoked|detached|out of bounds|Date|trap/.test(asked.error.message))
    faults.push(`schema throws ${asked.error}`);
  if (message && asked.value && !asked.value.issues) faults.push("schema has no issues");
  return faults;
}

/** @returns {{ value?: any, error?: any }} */
function outcome(call) {
  try {
    return { value: call() };
  } catch (error) {
    return { error };
  }
}

/**
 * A report without lines and columns, or what was thrown, as text.
 * @param {{ value?: any, error?: any }} outcome
 */
function plain({ value, error }) {
  if (error) return `${error.name}: ${error.message}`;
  return JSON.stringify(value, (key, item) => (key === "line" || key === "column" ? undefined : item));
}
