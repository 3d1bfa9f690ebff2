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
        "inline.ts": 'import { check } from "bijak/inline";\nexport const valid: boolean = check("updateInvoice", {}).valid;\n',
        "web.ts": 'import { check, init } from "bijak/web";\nexport const loaded: Promise<void> = init("/assets/bijak_bg.wasm");\ncheck("updateInvoice", {});\n',
        ...(name === "nodenext" && { "main.cts": uses }),
      });
      assert.equal(await node([tool(`${compiler}/bin/tsc`), "-p", "."], folder), "");
    });
  }
}
