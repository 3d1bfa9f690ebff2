// What holds for all example folders: see README.md beside this.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

const here = import.meta.dirname;
const read = (...path) => readFileSync(join(here, ...path), "utf8");
const manifest = (...path) => JSON.parse(read(...path, "package.json"));
const { "//": reasons, devDependencies: pinned } = manifest();
const bijak = manifest("node_modules/bijak").version;
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(here, entry.name, "package.json")))
  .map(({ name }) => name);

const needs = (folder) => {
  const { dependencies, devDependencies } = manifest(folder);
  return { ...dependencies, ...devDependencies };
};

test("the schema is one by the types of the convention", () => {
  execFileSync("npx", ["tsc", "-p", "."], { cwd: here, stdio: "inherit" });
});

test("every version is exact, has a reason and a folder that needs it", () => {
  const needed = new Set(folders.flatMap((folder) => Object.keys(needs(folder))));
  for (const [name, version] of Object.entries(pinned)) {
    assert.match(version, /^\d+\.\d+\.\d+$/);
    assert.ok(reasons[name] && needed.has(name), name);
  }
  assert.deepEqual(
    Object.keys(reasons).filter((name) => !(name in pinned)),
    ["this file"],
  );
});

for (const folder of folders) {
  describe(folder, () => {
    test("has the versions that are tested", () => {
      for (const [name, version] of Object.entries(needs(folder))) {
        assert.equal(version, name === "bijak" ? `^${bijak}` : pinned[name], name);
      }
    });
    test("names every package that its files import", () => {
      const sources = readdirSync(join(here, folder)).filter((name) => /\.(js|mjs|ts|tsx)$/.test(name));
      const imported = sources.flatMap((name) => [...read(folder, name).matchAll(/ from "([^."][^"]*)"/g)].map(([, path]) => path));
      const nameOf = (path) => path.split("/", path.startsWith("@") ? 2 : 1).join("/");
      const packages = imported.filter((path) => !path.startsWith("node:")).map(nameOf);
      assert.ok(packages.includes("bijak"));
      for (const name of packages) assert.ok(name in needs(folder), name);
    });
    test("has README, start and test", () => {
      assert.ok(read(folder, "README.md").includes("npm install"));
      const { private: hidden, type, scripts } = manifest(folder);
      assert.deepEqual([hidden, type, Object.keys(scripts)], [true, "module", ["start", "test"]]);
    });
  });
}
