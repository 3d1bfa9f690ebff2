#!/usr/bin/env bash
# Compares the public API of the crate with a baseline (cargo semver-checks): fails where it breaks it. Until the first publication the
# baseline is the commit named in scripts/semver-baseline; without that file it is the latest version on the registry.
# cargo-semver-checks is compiled once, several minutes, into the cache folder; one of the same version on the path is used.
set -euo pipefail
cd "$(dirname "$0")/.."
version=0.51.0
if [ "$(cargo semver-checks --version 2>/dev/null)" != "cargo-semver-checks $version" ]; then
  tools=${XDG_CACHE_HOME:-$HOME/.cache}/bijak/cargo-semver-checks-$version
  [ -x "$tools/bin/cargo-semver-checks" ] || cargo install --quiet --locked --root "$tools" --version "$version" cargo-semver-checks >&2
  PATH=$tools/bin:$PATH
fi
flags=(--package bijak --all-features)
if [ -e scripts/semver-baseline ]; then
  baseline=$(grep -v '^#' scripts/semver-baseline)
  git cat-file -e "$baseline^{commit}" || { echo "the baseline $baseline is not in this clone; fetch the whole history" >&2; exit 1; }
  # the version is that of the baseline: additions are right, breaks are not
  flags+=(--baseline-rev "$baseline" --release-type minor)
fi
cargo semver-checks "${flags[@]}"
