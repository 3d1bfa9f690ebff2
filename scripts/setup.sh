#!/usr/bin/env bash
# Makes this machine able to build and test the project; what is there already is left alone.
# Needs the stock Rust toolchain, Node and (for the browser) apt.
# Prints on stdout the export lines that the caller has to run:
#   env=$(scripts/setup.sh [browser] [valgrind] [integrations]) || exit 1; eval "$env"
# browser: Chromium as well; valgrind: that, for instruction counts; integrations: the tools of tests/integrations as well, a gigabyte.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf 'setup: %s\n' "$*" >&2; }
export_line() { printf 'export %s=%q\n' "$1" "$2"; }
wanted=" $* "
wants() { [[ $wanted == *" $1 "* ]]; }
need_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

wasm_env=$(scripts/setup-wasm-target.sh)
printf '%s\n' "$wasm_env"

for component in rustfmt clippy; do
  (eval "$wasm_env"; cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1) || rustup component add "$component" >&2
done

# in a folder of its own, so that another version which the user has stays as it is
version=$(awk -F'"' '/^name = "wasm-bindgen"$/ { getline; print $2 }' Cargo.lock)
if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $version" ]; then
  tools=${XDG_CACHE_HOME:-$HOME/.cache}/bijak/wasm-bindgen-$version
  if [ ! -x "$tools/bin/wasm-bindgen-test-runner" ]; then
    say "installing wasm-bindgen-cli $version (about two minutes, once)"
    cargo install --quiet --root "$tools" --version "$version" wasm-bindgen-cli >&2
  fi
  printf 'export PATH=%q:"$PATH"\n' "$tools/bin"
fi

# the workspace (pkg-template, bench, docs), and the folders with an install of their own
for lock in package-lock.json examples/package-lock.json tests/integrations/package-lock.json; do
  folder=$(dirname "$lock")
  if [ "$folder" = tests/integrations ]; then wants integrations || continue; fi
  cmp -s "$lock" "$folder/node_modules/.installed-lock" && continue
  say "npm ci in $folder"
  (cd "$folder" && npm ci --loglevel=error >&2 && cp package-lock.json node_modules/.installed-lock)
done

if wants valgrind && ! command -v valgrind >/dev/null; then
  say "installing valgrind"
  need_root apt-get update -qq >&2 || say "apt-get update failed; going on with the lists there are"
  need_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends valgrind >&2
fi

if wants browser; then
  if ! command -v chromium >/dev/null || ! command -v chromedriver >/dev/null; then
    say "installing chromium"
    need_root apt-get update -qq >&2 || say "apt-get update failed; going on with the lists there are"
    need_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends chromium chromium-driver >&2
  fi
  export_line CHROMIUM "$(command -v chromium)"
  export_line CHROMEDRIVER "$(command -v chromedriver)"
fi
