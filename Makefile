SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.SILENT:
.PHONY: help demo test test-integrations package cli bench bench-check bench-cli fuzz mutants miri codegen rules messages docs

PORT ?= 8080
TIME ?= 600
step = printf '\n== %s ==\n'
setup = env=$$(scripts/setup.sh); eval "$$env"
setup_test = env=$$(scripts/setup.sh browser valgrind); eval "$$env"
setup_bench = env=$$(scripts/setup.sh valgrind); eval "$$env"
setup_integrations = env=$$(scripts/setup.sh browser integrations); eval "$$env"
wasm = -p bijak-wasm --target wasm32-unknown-unknown
native_bench = cargo build --locked --release --manifest-path bench/native/Cargo.toml --target-dir target/bench/native
package = node pkg-template/build.mjs
fuzz_smoke = (cd fuzz; cargo fmt --check; cargo clippy --locked --no-default-features --all-targets -- -D warnings; cargo test --locked --no-default-features)

help:
	echo 'make demo     build the package, check sample payloads, serve the web demo (PORT=$(PORT))'
	echo 'make test     run everything but the heavy integrations'
	echo 'make test-integrations  bundlers, frameworks, test runners, runtimes, all TypeScript versions, DataFusion, Spark; .ci/run runs both'
	echo 'make package  write target/npm/bijak/ and its tarball'
	echo 'make cli      build the command-line tool, target/release/bijak'
	echo 'make codegen  write the generated files: docs/rules.md, types and constants of the package; cargo xtask codegen'
	echo 'make messages write tests/golden/messages.json: every message that the fixtures raise, in each language'
	echo 'make docs     write the site to target/site/: guides, rules, the API pages of package and crate'
	echo 'make bench    compare with similar libraries; writes bench/REPORT.md and its chart'
	echo 'make bench-check  compare instruction counts and sizes with bench/baseline.json'
	echo 'make fuzz     run the fuzz targets, TIME=$(TIME) seconds each (TARGETS="check reading")'
	echo 'make mutants  mutation testing of rules and arithmetic, about two hours (FILES=src/calc.rs: 10 minutes)'
	echo 'make miri     run the unit tests in Miri, with a nightly toolchain; a few minutes'
	echo 'make bench-cli  send 1,000,000 payloads through the command-line tool: speed, memory, order'

demo:
	$(step) set-up; $(setup)
	$(step) package; $(package)
	$(step) 'sample payloads in Node'; node pkg-template/demo.mjs
	$(step) 'web demo'; exec node web-demo/serve.mjs --port $(PORT)

test:
	$(step) set-up; $(setup_test)
	$(step) format; cargo fmt --all --check
	$(step) 'lint, format and types of the JavaScript'; npm run --silent lint; npm run --silent test:scripts
	$(step) 'clippy, host'; cargo clippy --locked --workspace --all-targets -- -D warnings
	$(step) 'clippy, wasm32'; cargo clippy --locked $(wasm) --features full --all-targets -- -D warnings
	$(step) 'clippy, wasm32, check alone'; cargo clippy --locked $(wasm) -- -D warnings
	$(step) 'each feature'; scripts/features.sh
	$(step) 'generated files'; cargo xtask codegen --check
	$(step) 'Rust tests'; cargo test --locked --workspace
	$(step) 'fuzz targets on fixtures'; $(fuzz_smoke)
	$(step) 'Rust docs'; RUSTDOCFLAGS='-D warnings' cargo doc --locked --workspace --no-deps
	export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
	$(step) 'binding in Node'; cargo test --locked $(wasm) --features full
	$(step) 'binding in Chromium'; WASM_BINDGEN_USE_BROWSER=1 cargo test --locked $(wasm) --features full
	$(step) '1,000,000 payloads'; cargo build --locked --release -p bijak-cli; node tests/bench/cli.mjs --assert
	$(step) package; $(package)
	$(step) speed; cargo build --locked --release --example bench; node tests/bench/bench.mjs --assert
	$(step) 'instructions and sizes'; $(native_bench) --bin count; node bench/check.mjs
	$(step) 'package in Node and Chromium'; npm run --silent test:package
	$(step) 'web demo in Chromium'; npm run --silent test:demo
	$(step) 'snippets and site'; node docs/build.mjs; node --test --test-reporter=spec tests/docs/*.test.mjs
	$(step) examples; node examples/install.mjs; node --test --test-reporter=spec examples/*.test.mjs examples/*/*.test.mjs

test-integrations:
	$(step) set-up; $(setup_integrations)
	$(step) package; $(package)
	$(step) 'package in each kind of project'; node --test --test-reporter=spec tests/integrations/*.test.mjs
	$(step) 'Apache DataFusion'; cargo test --locked --manifest-path examples/datafusion/Cargo.toml
	$(step) Spark; tests/integrations/spark.sh
	$(step) 'fuzz targets, guided by coverage'; scripts/fuzz.sh 10
	$(step) 'licences, bans and sources'; scripts/deny.sh

fuzz:
	scripts/fuzz.sh $(TIME) $(TARGETS)

mutants:
	scripts/mutants.sh $(FILES)

miri:
	scripts/miri.sh

package:
	$(step) set-up; $(setup)
	$(step) package; $(package)

cli:
	$(step) 'command-line tool'; cargo build --locked --release -p bijak-cli
	echo target/release/bijak

bench-cli: cli
	$(step) '1,000,000 payloads'; node tests/bench/cli.mjs

bench:
	$(step) set-up; $(setup_bench)
	$(step) package; $(package)
	$(step) 'native programs'; $(native_bench) --features peers
	$(step) bench; node bench/report.mjs

bench-check:
	$(step) set-up; $(setup_bench)
	$(step) package; $(package)
	$(step) 'instructions and sizes'; $(native_bench) --bin count; node bench/check.mjs
	$(step) 'one family of endpoints'; node bench/families.mjs --assert

codegen:
	cargo xtask codegen

rules: codegen

messages:
	REFRESH=1 cargo test --locked --quiet -p bijak --test fixtures messages_are_those_of_the_golden_file

docs:
	$(step) set-up; $(setup)
	$(step) package; $(package)
	$(step) site; node docs/build.mjs
