#!/usr/bin/env bash
# Licences, bans and sources of the dependencies of crate, tool and fuzz targets (deny.toml). cargo-deny is compiled
# once, several minutes, into the cache folder; one of the same version on the path is used.
set -euo pipefail
cd "$(dirname "$0")/.."
version=0.20.2
deny=$(command -v cargo-deny || true)
if [ "$("${deny:-false}" --version 2>/dev/null)" != "cargo-deny $version" ]; then
  tools=${XDG_CACHE_HOME:-$HOME/.cache}/bijak/cargo-deny-$version deny=$tools/bin/cargo-deny
  [ -x "$deny" ] || cargo install --quiet --locked --root "$tools" --version "$version" cargo-deny >&2
fi
# of what is allowed, one of the two lacks it
quiet=(-A unmatched-skip -A license-exception-not-encountered)
"$deny" --locked --workspace check "${quiet[@]}" bans licenses sources
"$deny" --locked --config deny.toml --manifest-path fuzz/Cargo.toml check "${quiet[@]}" bans licenses sources
