#!/usr/bin/env bash
# Checks that features only add: every crate of the workspace compiles on the host without features, with each alone, and
# with all of them, the last as docs.rs builds its pages. `cargo check` shares what the dependencies need.
# A crate with families of endpoints needs one of them: it is checked with each family alone, without and with all of its
# other features, and with both families as any other crate. Without a family it is refused with one sentence.
set -euo pipefail
cd "$(dirname "$0")/.."
families="receivables bharat-connect"

# One line per crate: its name, then its features.
crates=$(cargo metadata --locked --format-version=1 --no-deps | node -e '
  const { packages } = JSON.parse(require("fs").readFileSync(0, "utf8"));
  for (const { name, features } of packages) console.log(name, ...Object.keys(features).filter((feature) => feature !== "default"));
')

check() { # $1: a crate, $2: its features
  printf 'cargo check -p %s --no-default-features --features "%s"\n' "$1" "$2"
  cargo check --quiet --locked -p "$1" --no-default-features --features "$2"
}

refused() { # $1: a crate with families
  printf 'cargo check -p %s --no-default-features: refused\n' "$1"
  local said
  if said=$(cargo check --quiet --locked -p "$1" --no-default-features 2>&1); then
    echo "$1 compiles without a family of endpoints" >&2
    exit 1
  fi
  if [ "$(grep -c '^error: bijak needs a family of endpoints' <<<"$said")/$(grep -c '^error' <<<"$said")" != 1/2 ]; then
    printf 'more than one sentence, and the one of cargo:\n%s\n' "$said" >&2
    exit 1
  fi
}

while read -r name features; do
  others=" $features "
  for family in $families; do others=${others/ $family / }; done
  base=
  if [ "$others" != " $features " ]; then
    refused "$name"
    for family in $families; do
      check "$name" "$family"
      check "$name" "$family$others"
    done
    base=$families
  fi
  check "$name" "$base"
  for feature in $others; do check "$name" "$base $feature"; done
  [ -z "$features" ] || check "$name" "$features"
done <<<"$crates"
