// The types as users compile them: two compilers, two module resolutions, no DOM and no Node types.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { freshProject, node, tool } from "./support.mjs";

const uses = readFileSync(new URL("types.ts", import.meta.url), "utf8");
const resolutions = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};

for (const [name, resolution] of Object.entries(resolutions)) {
  for (const compiler of ["typescript", "typescript-7"]) {
    test(`${compiler}, ${name}`, async () => {
      const folder = freshProject(`types-${name}-${compiler}`, {
        "tsconfig.json": {
          compilerOptions: { ...resolution, target: "es2022", lib: ["es2022"], types: [], strict: true, noEmit: true },
          include: ["*.ts", "*.cts"],
        },
        "main.ts": uses,
        "check.ts":
          'import { check, init, type Report } from "bijak/check";\nexport const report: Report = check("updateInvoice", { cgst: 90 }, { tolerance: "exact" });\nexport const started: Promise<void> = init();\n// @ts-expect-error: no such endpoint\n() => check("deleteInvoice", {});\n',
        "inline.ts": 'import { check } from "bijak/inline";\nexport const valid: boolean = check("updateInvoice", {}).valid;\n',
        "web.ts":
          'import { check, init } from "bijak/web";\nexport const loaded: Promise<void> = init("/assets/bijak_bg.wasm");\ncheck("updateInvoice", {});\n',
        ...(name === "nodenext" && { "main.cts": uses }),
      });
      assert.equal(await node([tool(`${compiler}/bin/tsc`), "-p", "."], folder), "");
    });
  }
}

test("the streams of a browser are a source of checkAll", async () => {
  const main = `
    import { byField, check, checkAll } from "bijak";
    export async function page(form: HTMLFormElement, file: File): Promise<void> {
      const { body } = await fetch("/invoices.ndjson");
      for (const source of [body!, file.stream(), body!.pipeThrough(new TextDecoderStream())]) {
        for await (const { report } of checkAll(source, "createInvoice")) report.valid;
      }
      const fields = byField(check("createInvoice", "{}"));
      for (const control of form.querySelectorAll("input")) control.ariaInvalid = String(fields.of(control.name).severity === "error");
    }`;
  const compilerOptions = {
    ...resolutions.bundler,
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    strict: true,
    noEmit: true,
  };
  for (const compiler of ["typescript", "typescript-7"]) {
    const folder = freshProject(`types-dom-${compiler}`, { "tsconfig.json": { compilerOptions, include: ["*.ts"] }, "main.ts": main });
    assert.equal(await node([tool(`${compiler}/bin/tsc`), "-p", "."], folder), "");
  }
});
