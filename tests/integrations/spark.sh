#!/usr/bin/env bash
# Runs docs/spark.md with a Spark of its own in target/spark (370 MB). Needs Java 17 and Python 3.8 or newer.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=target/spark/bin/python
if ! cmp -s tests/integrations/spark-requirements.txt target/spark/installed; then
    python3 -m venv --clear target/spark
    "$python" -m pip install --quiet --disable-pip-version-check --no-deps --requirement tests/integrations/spark-requirements.txt
    cp tests/integrations/spark-requirements.txt target/spark/installed
fi
cargo build --locked --package bijak-cli
exec "$python" tests/integrations/spark.py target/debug/bijak
