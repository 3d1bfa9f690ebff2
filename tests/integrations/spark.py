"""Runs the code of docs/spark.md as it stands, and compares each row's report with what the tool says of it alone.

Usage: spark.py BIJAK, in a Python with PySpark. tests/integrations/spark.sh prepares both.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from pyspark.sql import SparkSession

ROOT = Path(__file__).resolve().parents[2]


def payloads():
    """The PATCHes of the fixtures, a few with line feeds; their numbers keep their digits."""
    texts = []
    number = lambda digits: f"\0{digits}\0"
    for file in sorted((ROOT / "tests/fixtures").glob("*.json")):
        for case in json.loads(file.read_text(), parse_float=number, parse_int=number):
            if case.get("endpoint") == "updateInvoice" and "op" not in case:
                if "payload" in case:
                    text = json.dumps(case["payload"], indent=len(texts) % 3 or None)
                    texts.append(re.sub(r'"\\u0000(.*?)\\u0000"', r"\1", text))
                elif case.get("text", "").strip():
                    texts.append(case["text"])
    assert len(texts) > 100, len(texts)
    return texts


def unplaced(report):
    """The report without the lines of its findings, which count from where the tool began."""
    for finding in report["findings"]:
        del finding["line"]
    return report


def plain(text):
    return re.sub(r"[\r\n]+", " ", text)


def alone(bijak, texts):
    """What the tool says of these payloads in one go."""
    command = [bijak, "check", "updateInvoice", "--format", "ndjson", "--output", "json", "--all", "-"]
    tool = subprocess.run(command, input="\n".join(map(plain, texts)).encode(), capture_output=True)
    assert tool.returncode == 1, tool.stderr.decode()
    told = [json.loads(line) for line in tool.stdout.splitlines()]
    assert [line["line"] for line in told] == list(range(1, len(texts) + 1))
    return [unplaced(line["report"]) for line in told]


def page(bijak):
    """The blocks of code of the page; only the place of the tool is another."""
    text = (ROOT / "docs/spark.md").read_text()
    assert '"/usr/local/bin/bijak"' in text
    return re.findall(r"```python\n(.*?)```", text.replace('"/usr/local/bin/bijak"', json.dumps(bijak)), re.S)


# What `pipe` is given.
CHECK_LINE = re.compile(r'pipe\(f"(.*?)"')


def fails(rows):
    """Asks for the rows, and for the failure to be that of the tool."""
    try:
        rows.count()
    except Exception as error:
        assert "PIPE_FUNCTION_EXITED" in str(error), error
    else:
        raise AssertionError("misuse passed for no findings")


def main(bijak):
    texts = payloads()
    expected = alone(bijak, texts)
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    from_text, from_table, findings = page(bijak)

    Path("invoices.ndjson").write_text("\n".join(map(plain, texts)))
    rows = [(at, text) for at, text in enumerate(texts)] + [(len(texts), None)]
    spark.createDataFrame(rows, "id BIGINT, payload STRING").repartition(3).write.parquet("invoices.parquet")

    names = {"spark": spark}
    exec(from_text, names)
    assert names["lines"].getNumPartitions() == 2
    found = [report for report in expected if report["findings"]]
    assert [unplaced(told["report"]) for told in names["reports"].collect()] == found, "the order of the file"
    assert names["codes"] == Counter(finding["code"] for report in found for finding in report["findings"])

    exec(from_table, names)
    assert names["invoices"].rdd.getNumPartitions() > 1
    told = {row.id: (row.valid, unplaced(json.loads(row.report))) for row in names["reports"].collect()}
    assert told == {at: (report["valid"], report) for at, report in enumerate(expected)}

    exec(findings, names)
    told = sorted((row.id, row.code, row.severity, row.path, row.message) for row in names["findings"].collect())
    flat = ((at, finding) for at, report in enumerate(expected) for finding in report["findings"])
    assert told == sorted(
        (at, finding["code"], finding["severity"], [str(step) for step in finding["path"]], finding["message"])
        for at, finding in flat
    )

    misuse = dict(names)
    exec(from_text.replace("updateInvoice", "updateInvoce").replace(".countByValue()", ""), misuse)
    fails(misuse["codes"])
    missing = CHECK_LINE.search(from_text)[1].replace("{CHECK}", "/no/such/tool")
    fails(names["lines"].pipe(missing, checkCode=True))
    spark.stop()
    print(f"Spark {spark.version}: {len(texts)} payloads, each with the report that the tool gives it alone")


if __name__ == "__main__":
    bijak = str(Path(sys.argv[1]).resolve())
    # The workers are this Python.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        main(bijak)
        os.chdir(ROOT)
