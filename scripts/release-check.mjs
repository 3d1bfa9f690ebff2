// Whether the repository is ready to be released as a version: `node scripts/release-check.mjs v0.1.0`.
// Prints what is missing, a line each, and fails if there is anything.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const project = dirname(import.meta.dirname);
const read = (path) => readFileSync(join(project, path), "utf8");

/** What keeps a version from being released. */
export function missing(tag, { packages, changelog, security }) {
  const version = /^v(\d+\.\d+\.\d+(?:-[\w.]+)?)$/.exec(tag ?? "")?.[1];
  if (!version) return [`${tag} is not a tag of a version, such as v0.1.0`];
  const found = [];
  // `publish = false` is an empty list of registries
  for (const crate of packages.filter(({ publish }) => publish?.length !== 0)) {
    if (crate.version !== version) found.push(`Cargo.toml: ${crate.name} has version ${crate.version}, not ${version}`);
    for (const field of ["repository", "homepage"]) {
      if (isPlaceholder(crate[field])) found.push(`Cargo.toml: ${field} of ${crate.name} is a placeholder: ${crate[field]}`);
    }
    for (const { name, req } of crate.dependencies.filter(({ path }) => path)) {
      if (req !== `^${version}`) found.push(`Cargo.toml: ${crate.name} depends on ${name} ${req}, not ^${version}`);
    }
  }
  if (isPlaceholder(security)) found.push("SECURITY.md: the address is a placeholder");
  const heading = new RegExp(`^## \\[${version.replaceAll(".", "\\.")}\\] - \\d{4}-\\d{2}-\\d{2}$`, "m");
  if (!heading.test(changelog)) found.push(`CHANGELOG.md: no section headed "## [${version}] - YYYY-MM-DD"`);
  return found;
}

/** Addresses below .example belong to nobody (RFC 2606). */
function isPlaceholder(text) {
  return !text || /\.example\b/.test(text);
}

if (process.argv[1] === import.meta.filename) {
  const { packages } = JSON.parse(
    execFileSync("cargo", ["metadata", "--format-version=1", "--no-deps"], { cwd: project, encoding: "utf8" }),
  );
  const found = missing(process.argv[2], { packages, changelog: read("CHANGELOG.md"), security: read("SECURITY.md") });
  for (const line of found) console.error(line);
  process.exit(found.length > 0 ? 1 : 0);
}
