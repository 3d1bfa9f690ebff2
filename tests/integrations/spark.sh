#!/usr/bin/env bash
# Runs docs/spark.md with a Spark of its own in target/spark (370 MB). Needs Java 17 and Python 3.8 or newer with
# venv; without them it says so and tests nothing, for no other part of the project needs them.
set -euo pipefail
cd "$(dirname "$0")/../.."
if ! command -v java >/dev/null || ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    echo 'there is no Java or no Python with venv here: docs/spark.md is not tested'
    exit 0
fi
python=target/spark/bin/python
if ! cmp -s tests/integrations/spark-requirements.txt target/spark/installed; then
    python3 -m venv --clear target/spark
    "$python" -m pip install --quiet --disable-pip-version-check --no-deps --requirement tests/integrations/spark-requirements.txt
    cp tests/integrations/spark-requirements.txt target/spark/installed
fi
cargo build --locked --package bijak-cli
exec "$python" tests/integrations/spark.py target/debug/bijak
