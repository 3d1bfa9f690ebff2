#!/usr/bin/env bash
# The unit tests of the core in Miri, which finds undefined behaviour; the crate itself has no unsafe code.
# Needs a nightly, which is installed where rustup can have one. Left out is the test that compiles the
# patterns of all schemas with the crate regex, too much for Miri: it was ended after 9 minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo +nightly miri --version >/dev/null 2>&1 || rustup toolchain install nightly --profile minimal --component miri,rust-src
cargo +nightly miri test --locked --lib -- --skip schemas_take_the_texts_that_rules_take "$@"
