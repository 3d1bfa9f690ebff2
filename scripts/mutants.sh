#!/usr/bin/env bash
# Mutation testing of the rules and the arithmetic with cargo-mutants:
#   scripts/mutants.sh [FILE...]     src/calc.rs and all rules, amounts, numbers and rates by default
# Each mutant is judged by the unit tests and the fixtures; those that survive must be on tests/MUTANTS.md,
# with the reason. Some 4 seconds of processor time each, JOBS=1 at a time by default. cargo-mutants is
# compiled once, several minutes, into the cache folder; one of the same version on the path is used.
set -euo pipefail
cd "$(dirname "$0")/.."
version=27.1.0
if [ "$(cargo-mutants --version 2>/dev/null)" != "cargo-mutants $version" ]; then
  tools=${XDG_CACHE_HOME:-$HOME/.cache}/bijak/cargo-mutants-$version
  [ -x "$tools/bin/cargo-mutants" ] || cargo install --quiet --locked --root "$tools" --version "$version" cargo-mutants >&2
  PATH=$tools/bin:$PATH
fi
[ $# -gt 0 ] || set -- src/calc.rs 'src/rule/*.rs' src/value/{amount,number,rate}.rs
mkdir -p target/mutants
status=0
cargo mutants --jobs "${JOBS:-1}" --output target/mutants "${@/#/--file=}" || status=$?
# 2: some survive; 3: some do not end, which a test has noticed too
case $status in 0 | 2 | 3) node scripts/mutants.mjs target/mutants/mutants.out ;; *) exit "$status" ;; esac
