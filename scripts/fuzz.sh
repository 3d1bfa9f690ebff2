#!/usr/bin/env bash
# Runs the fuzz targets with libFuzzer on the stock toolchain:
#   scripts/fuzz.sh [SECONDS [TARGET...]]     600 seconds each, all targets, unless told
# The flags are those of `cargo fuzz run --sanitizer none`, which runs the same targets: the
# crate has no unsafe code for a sanitizer to watch. Prints a row for fuzz/RUNS.md per target.
# What breaks a promise is kept in fuzz/artifacts, what is new in fuzz/corpus.
set -euo pipefail
cd "$(dirname "$0")/../fuzz"
seconds=${1:-600}
shift || true
[ $# -gt 0 ] || set -- check normalize built reading arithmetic

host=$(rustc -vV | sed -n 's/^host: //p')
flags=(-Cpasses=sancov-module)
for arg in level=4 inline-8bit-counters pc-table trace-compares; do flags+=("-Cllvm-args=-sanitizer-coverage-$arg"); done
cargo build --quiet --locked --no-default-features --release --example seeds
# with --target, build scripts and macros are left without
RUSTFLAGS="--cfg fuzzing ${flags[*]}" cargo build --quiet --locked --release --bins --target "$host" --target-dir target/cover

mkdir -p target/log
failed=0
for name; do
  corpus=corpus/$name log=target/log/$name dictionary=target/log/dictionary
  target/release/examples/seeds "$name" "$corpus" "$dictionary" >&2
  mkdir -p "artifacts/$name"
  "target/cover/$host/release/$name" -max_total_time="$seconds" -max_len=16384 -timeout=20 -rss_limit_mb=2048 -dict="$dictionary" \
    -artifact_prefix="artifacts/$name/" -print_final_stats=1 -verbosity=1 "$corpus" >"$log" 2>&1 && found=nothing || found=failure
  stat() { sed -n "s/^stat::$1: *//p" "$log"; }
  edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$(date -u +%F)" "$name" "$seconds" "$(stat number_of_executed_units)" \
    "$(find "$corpus" -type f | wc -l)" "$edges" "$found"
  if [ "$found" != nothing ]; then
    failed=1
    grep -E 'panicked at|ERROR|Test unit written|SUMMARY' -A3 "$log" | tail -20 >&2
  fi
done
exit $failed
