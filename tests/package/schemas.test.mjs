// The JSON Schemas and the OpenAPI description of the package, in ajv, the validator that most users have: it refuses the
// places whose shape the check refuses, and no others.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { inputOf } from "./fixture-runner.mjs";
import { fixtureFiles, freshProject, node, require as tool } from "./support.mjs";

const folder = freshProject("schemas");
const consumer = createRequire(join(folder, "package.json"));
const { check, rules } = consumer("bijak");
const { default: Ajv } = tool("ajv/dist/2020");
const { default: addFormats } = tool("ajv-formats");
const { Validator } = await import(tool.resolve("@seriousme/openapi-schema-validator"));

const endpoints = readdirSync(join(folder, "node_modules/bijak/schemas")).map((name) => name.replace(/\.json$/, ""));
const schemas = Object.fromEntries(endpoints.map((endpoint) => [endpoint, consumer(`bijak/schemas/${endpoint}.json`)]));
const openapi = consumer("bijak/openapi.json");

const strictly = (options) => new Ajv({ strict: true, allErrors: true, ...options });
const compiled = (ajv) => Object.fromEntries(endpoints.map((endpoint) => [endpoint, ajv.compile(schemas[endpoint])]));
/** ajv as its users have it: with ajv-formats, or with formats as mere annotations. */
const WAYS = { "with formats": compiled(addFormats(strictly())), "without formats": compiled(strictly({ validateFormats: false })) };

/** Codes of errors of shape: what the table of a field or object says, beside JSON itself. */
const SHAPE = new RegExp(
  `^(${[
    "json.duplicate-key",
    "field.(missing|null|type|empty-object)",
    "text.(empty|too-short|too-long|forbidden-character|lone-surrogate)",
    "choice.unknown",
    "number.(not-integer|out-of-range)",
    "amount.(as-text|negative|too-precise|too-large|below-minimum)",
    "date.(format|impossible|time-unexpected|zone-unexpected|zone-missing)",
    "id.(seller|customer|b2b|object)",
    "gstin.(length|shape|state|check-digit)",
    "state.unknown",
    "(email|mobile|pin|ifsc|irn|vehicle).shape",
    "hsn.digits",
  ].join("|")})$`,
);

/** The other codes of errors: the law between fields, broken JSON, limits, and what callers of `build` do wrong. */
const OTHER = new RegExp(
  `^(${[
    "json.(syntax|too-deep|too-large)",
    "field.unknown", // an error in options and recipes only
    "id.invoice",
    "date.order",
    "hsn.service-mismatch",
    "(tax|total|tds|party|supply|eway|status|version|build).[a-z-]+",
  ].join("|")})$`,
);

/**
 * What the check refuses and a schema lets pass. Each is needed by a fixture.
 * @type {{ code: string, why: string, where: (place: { schema: any, way: string }) => boolean, needed: number }[]}
 */
const EXCEPTIONS = [
  { code: "amount.too-precise", why: "multipleOf divides floats; see the test of it below" },
  {
    code: "amount.negative",
    why: "law: the word beside a value says whether it may be below zero",
    where: ({ schema }) => schema.minimum < 0,
  },
  {
    code: "date.impossible",
    why: "no format is asserted; a pattern knows no leap years",
    where: ({ schema, way }) => schema.format && way === "without formats",
  },
  {
    code: "date.impossible",
    why: "the page documents no form, so that any text but a day that does not exist is a warning",
    where: ({ schema }) => !schema.pattern,
  },
  { code: "gstin.check-digit", why: "a sum over all characters is beyond a pattern" },
  { code: "json.duplicate-key", why: "JSON.parse keeps the last and hides the others" },
  {
    code: "number.out-of-range",
    why: "in floats the whole number after the largest of 64 bits is that number",
    where: ({ schema }) => schema.maximum >= 2 ** 63,
  },
  { code: "text.lone-surrogate", why: "JSON.parse lets it pass, and to a pattern it is a character" },
].map((exception) => ({ where: () => true, ...exception, needed: 0 }));

test("every code of an error is one of shape or another", () => {
  const errors = rules().filter(({ severities }) => severities.includes("error"));
  for (const { code } of errors) assert.notEqual(SHAPE.test(code), OTHER.test(code), code);
});

/** The schema of the value at a path, as far as there is one. */
function schemaAt(root, path) {
  const resolved = (schema) => {
    const { $ref = schema.anyOf?.[0].$ref } = schema;
    return $ref ? root.$defs[$ref.split("/").pop()] : schema;
  };
  return path.reduce((schema, step) => resolved(schema?.items ?? schema?.properties?.[step] ?? {}), root);
}

/** The places that the check refuses for their shape, each with its codes. */
function refusedByCheck(endpoint, text) {
  const { findings } = check(endpoint, text, { maxFindings: 1_000_000 });
  return places(findings.filter(({ code, severity }) => severity === "error" && SHAPE.test(code)).map(({ path, code }) => [path, code]));
}

/** The places that a schema refuses, each with its keywords. */
function refusedBySchema(validate, payload) {
  validate(payload);
  // That a nullable object is not null is no fault; what is wrong with the object is told beside it.
  const faults = (validate.errors ?? []).filter(({ keyword, schemaPath }) => keyword !== "anyOf" && !schemaPath.endsWith("/anyOf/1/type"));
  return places(
    faults.map(({ keyword, instancePath, params }) => {
      const path = instancePath
        .split("/")
        .slice(1)
        .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
      return [keyword === "required" ? [...path, params.missingProperty] : path, keyword];
    }),
  );
}

function places(faults) {
  const found = new Map();
  for (const [path, fault] of faults) {
    const place = JSON.stringify(path.map(String));
    found.set(place, [...(found.get(place) ?? []), fault]);
  }
  return found;
}

/** Where the check and a schema do not agree, a sentence each; exceptions that explain one are counted. */
function disagreements(endpoint, text, payload) {
  const byCheck = refusedByCheck(endpoint, text);
  return Object.entries(WAYS).flatMap(([way, validators]) => {
    const bySchema = refusedBySchema(validators[endpoint], payload);
    const unexplained = [...byCheck].filter(([place, codes]) => {
      if (bySchema.has(place)) return false;
      const schema = schemaAt(schemas[endpoint], JSON.parse(place));
      const reasons = codes.map((code) => EXCEPTIONS.find((exception) => exception.code === code && exception.where({ schema, way })));
      for (const reason of reasons) if (reason) reason.needed += 1;
      return reasons.includes(undefined);
    });
    const excess = [...bySchema].filter(([place]) => !byCheck.has(place));
    return [
      ...unexplained.map(([place, codes]) => `${way}: the check alone refuses ${place} for ${codes}`),
      ...excess.map(([place, keywords]) => `${way}: the schema alone refuses ${place} for ${keywords}`),
    ];
  });
}

function parsed(text) {
  try {
    return { payload: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Every payload of a fixture that is JSON: what it gives, what normalizing makes of it, what building makes. */
function payloadsOf({ op = "check", endpoint, request, document, ...fixture }) {
  const texts = {
    check: () =>
      ["hex" in fixture ? "" : (fixture.text ?? JSON.stringify(inputOf(fixture))), fixture.normal ?? ""].map((text) => [endpoint, text]),
    build: () => [
      [endpoint, request?.body ?? ""],
      ["nbblInvoice", document ?? ""],
    ],
  }[op];
  return texts?.().filter(([, text]) => parsed(text)) ?? [];
}

describe("fixtures", () => {
  let compared = 0;
  let refused = 0;
  for (const { name, cases } of fixtureFiles()) {
    test(name, () => {
      for (const fixture of cases) {
        for (const [endpoint, text] of payloadsOf(fixture)) {
          assert.deepEqual(disagreements(endpoint, text, parsed(text).payload), [], fixture.name);
          compared += 1;
          if (refusedByCheck(endpoint, text).size > 0) refused += 1;
        }
      }
    });
  }
  test("there are enough of them", () => assert.ok(compared >= 1100 && refused >= 250, `${compared} compared, ${refused} refused`));
  test("every exception is needed", () =>
    assert.deepEqual(
      EXCEPTIONS.filter(({ needed }) => needed === 0),
      [],
    ));
});

/** Values that some field or other takes, and values near them; undefined is none. */
const VALUES = [
  ...[undefined, null, true, false, {}, { x: 1 }, [], [null], [{}], ["x"], [[]]],
  ...[0, -1, 1, 1.5, 0.05, 0.1, 100, 101, 999.999, 1000, 9999, 10000, -0.01, 0.09, 100.001],
  ...[2147483647, 2147483648, -2147483648, -2147483649, 1e30, -1e30, -99999999999999.99, -1e14],
  // the largest of each kind of amount, and the next whole number
  ...[9999999999.999, 1e10, 999999999999.99, 999999999999.999, 1e12, 99999999999999.99, 1e14],
  ...[
    "",
    " ",
    "x",
    "₹",
    '"',
    "\\",
    "x\n",
    "null",
    "0",
    "1,000",
    "₹ 90",
    "x".repeat(50),
    "x".repeat(51),
    "x".repeat(1001),
    "😀".repeat(100),
    "😀".repeat(101),
  ],
  ...[
    "2025-11-15",
    "2024-02-29",
    "2025-02-29",
    "2025-11-31",
    "2025-13-01",
    "2025-1-1",
    "15/11/2025",
    "2025-11-15T10:30",
    "2025-11-15T10:30:00",
  ],
  ...[
    "2025-11-15T10:30:00.5",
    "2025-11-15T24:00:00",
    "2025-11-15 10:30:00",
    "2025-11-15T10:30:00Z",
    "2025-11-15T10:30:00+05:30",
    "2025-11-15T10:30:00+25:00",
  ],
  ...["27", "00", "96", "99", "URP", "27AAPFU0939F1ZV", "27aapfu0939f1zv", "27AAPFU0939F1Z", "44AAPFU0939F1ZV", "880000000000000"],
  ...[
    "KC1234567890ABCD",
    "KC1234567890ABC",
    "CEK1234567",
    `INV${"0aZ".repeat(11)}`.slice(0, 35),
    `NVI${"0aZ".repeat(11)}`.slice(0, 35),
    `PMT${"0".repeat(33)}`,
  ],
  ...[
    "a@b.in",
    "a@b",
    "a b@c.in",
    "9876543210",
    "+91 9876543210",
    "+919876543210",
    "12345",
    "110001",
    "010001",
    "1006",
    "99831",
    "123",
    "HDFC0000001",
  ],
  ...[
    "KA01AB1234",
    "KA 01",
    "0a".repeat(32),
    "0A".repeat(32),
    "IN",
    "INR",
    "in",
    "Y",
    "y",
    "ACCEPT",
    "CANCEL",
    "PAID",
    "UPI",
    "INR ",
    "CREATED",
    "B2B",
  ],
];

describe("every field with values of many kinds", () => {
  let compared = 0;
  for (const endpoint of endpoints) {
    test(endpoint, () => {
      const root = schemas[endpoint];
      const own = (object) => Object.keys(object.properties);
      /** Calls back with every path below a schema; objects stand in its skeleton, an element in each array. */
      const walk = (path, skeleton, visit) => {
        for (const name of own(schemaAt(root, path))) {
          const here = [...path, name];
          const schema = schemaAt(root, here);
          const inner = schema.items ? [...here, "0"] : here;
          if (schemaAt(root, inner).properties) {
            const value = {};
            skeleton[name] = schema.items ? [value] : value;
            walk(inner, value, visit);
          }
          visit(here, skeleton, name);
        }
      };
      const payload = {};
      walk([], payload, () => {});
      walk([], {}, (path) => {
        const name = path.at(-1);
        const around = path.slice(0, -1).reduce((value, step) => value[step], payload);
        const before = around[name];
        for (const value of VALUES) {
          around[name] = value;
          assert.deepEqual(disagreements(endpoint, JSON.stringify(payload), payload), [], `${path.join(".")}: ${JSON.stringify(value)}`);
          compared += 1;
        }
        if (before === undefined) delete around[name];
        else around[name] = before;
      });
    });
  }
  test("there are enough of them", () => assert.ok(compared >= 90_000, `${compared} compared`));
});

test("schemas are sound by the meta-schema", () => {
  const ajv = strictly();
  assert.equal(endpoints.length, 12);
  for (const [endpoint, schema] of Object.entries(schemas)) {
    assert.ok(ajv.validateSchema(schema), `${endpoint}: ${ajv.errorsText()}`);
    assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
    assert.equal(schema.$id, `urn:bijak:schema:${endpoint}`);
  }
  assert.ok(!ajv.validateSchema({ ...schemas.createInvoice, required: "dueDate" }));
});

test("multipleOf would refuse sound amounts", () => {
  const multiple = strictly().compile({ type: "number", multipleOf: 0.01 });
  const amounts = Array.from({ length: 100_001 }, (_, paise) =>
    Number(`${Math.trunc(paise / 100)}.${String(paise % 100).padStart(2, "0")}`),
  );
  const refused = amounts.filter((amount) => !multiple(amount));
  assert.ok(refused.includes(0.07) && refused.length > 10_000, `${refused.length} of ${amounts.length}`);
  for (const amount of refused) assert.ok(WAYS["with formats"].updateInvoice({ baseAmount: amount }), String(amount));
});

describe("OpenAPI", () => {
  test("the description is sound by the official schema", async () => {
    const validate = (description) => new Validator().validate(structuredClone(description));
    assert.deepEqual(await validate(openapi), { valid: true });
    assert.ok(!(await validate({ ...openapi, info: { title: "no version" } })).valid);
  });
  test("its schemas are those of the payloads, and sound by the meta-schema", () => {
    const ajv = strictly();
    const { schemas: components } = openapi.components;
    const moved = (schema) => JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
    const known = new Set();
    for (const { $defs = {} } of Object.values(schemas)) {
      for (const [name, schema] of Object.entries($defs)) {
        assert.deepEqual(components[name], moved(schema), name);
        known.add(name);
      }
    }
    const outermost = endpoints.map((endpoint) => [endpoint, moved(schemas[endpoint].properties)]);
    for (const [name, schema] of Object.entries(components)) {
      assert.ok(ajv.validateSchema(schema), `${name}: ${ajv.errorsText()}`);
      const isOutermost = outermost.some(([, properties]) => JSON.stringify(properties) === JSON.stringify(schema.properties));
      assert.ok(known.has(name) || isOutermost, `${name} is no payload's`);
    }
  });
  test("every reference leads somewhere", () => {
    const references = JSON.stringify(openapi)
      .match(/"#\/[^"]+"/g)
      .map((text) => JSON.parse(text));
    assert.ok(references.length > 50);
    for (const reference of new Set(references)) {
      assert.ok(
        reference
          .split("/")
          .slice(1)
          .reduce((value, step) => value?.[step], openapi),
        reference,
      );
    }
  });
});

test("a project imports them as JSON modules", async () => {
  const main = `
    import schema from "bijak/schemas/confirmInvoice.json" with { type: "json" };
    import openapi from "bijak/openapi.json" with { type: "json" };
    console.log(schema.$id, openapi.openapi);`;
  const project = freshProject("schemas-esm", { "main.js": main });
  assert.equal(await node(["--no-warnings", "main.js"], project), "urn:bijak:schema:confirmInvoice 3.1.0\n");
});
