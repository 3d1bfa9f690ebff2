#!/usr/bin/env bash
# Builds crate and tool with exactly the minimum Rust version that Cargo.toml declares, which rustup installs if it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
toolchain=$(rustup toolchain list | grep -oE "^$version(\.0)?(-[^ ]+)?" | head -1) || toolchain=
if [ -z "$toolchain" ]; then
  toolchain=$version
  rustup toolchain install "$toolchain" --profile minimal
fi
# a folder of its own: the artefacts of another compiler would be built anew each time
cargo "+$toolchain" --version
cargo "+$toolchain" check --locked --workspace --target-dir target/msrv
