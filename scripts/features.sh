#!/usr/bin/env bash
# Checks that features only add: every crate of the workspace compiles on the host with no feature, with each alone, and
# with all of them, the last as docs.rs builds its pages. `cargo check` shares what the dependencies need.
set -euo pipefail
cd "$(dirname "$0")/.."

# One line per crate: its name, then its features.
crates=$(cargo metadata --locked --format-version=1 --no-deps | node -e '
  const { packages } = JSON.parse(require("fs").readFileSync(0, "utf8"));
  for (const { name, features } of packages) console.log(name, ...Object.keys(features).filter((feature) => feature !== "default"));
')

check() {
  printf 'cargo check %s\n' "$*"
  cargo check --quiet --locked "$@"
}

while read -r name features; do
  check -p "$name" --no-default-features
  [ -n "$features" ] || continue
  for feature in $features; do
    check -p "$name" --no-default-features --features "$feature"
  done
  check -p "$name" --all-features
done <<<"$crates"
