//! Every row's report, through SQL, is the report of `bijak::check`. The payloads are those of bijak's own fixtures; the
//! queries of README.md run as they stand there.

use bijak::{Endpoint, Finding, Options, Report, Severity, check, normalize};
use bijak_datafusion::{lines, register_all};
use datafusion::arrow::array::{Array, ArrayRef, Int64Array, RecordBatch, StringArray};
use datafusion::arrow::compute::concat_batches;
use datafusion::arrow::json::ArrayWriter;
use datafusion::arrow::util::display::array_value_to_string;
use datafusion::error::Result;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::file::properties::WriterProperties;
use datafusion::physical_plan::displayable;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use tempfile::TempDir;

/// A payload of the fixtures, on one line.
struct Case {
    endpoint: Endpoint,
    payload: String,
}

/// What the fixtures of `tests/fixtures` check, byte by byte, and two payloads that no JSON reader takes.
fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let fixtures: Vec<BTreeMap<String, Box<RawValue>>> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        for fixture in fixtures {
            let text = |key: &str| fixture.get(key).and_then(|text| serde_json::from_str::<String>(text.get()).ok());
            let payload = text("text").or_else(|| fixture.get("payload").map(|payload| payload.get().to_owned()));
            let endpoint = text("endpoint").and_then(|endpoint| endpoint.parse().ok());
            if let (Some(endpoint), Some(payload), None) = (endpoint, payload, fixture.get("op")) {
                cases.push(Case { endpoint, payload: payload.replace(['\r', '\n'], " ") });
            }
        }
    }
    assert!(cases.len() > 300, "{} fixtures", cases.len());
    cases
}

fn patches() -> Vec<String> {
    let patches = cases().into_iter().filter(|case| case.endpoint == Endpoint::UpdateInvoice && !case.payload.trim().is_empty());
    patches.map(|case| case.payload).collect()
}

/// A session of two partitions and small batches, so that a data set takes many.
fn session() -> SessionContext {
    let config = SessionConfig::new().with_target_partitions(2).with_batch_size(50);
    let mut context = SessionContext::new_with_config(config);
    register_all(&mut context).unwrap();
    context
}

async fn ask(context: &SessionContext, query: &str) -> Result<RecordBatch> {
    let frame = context.sql(query).await?;
    let schema = frame.schema().as_arrow().clone();
    Ok(concat_batches(&Arc::new(schema), &frame.collect().await?)?)
}

/// The rows as JSON; fields that are NULL are left out.
fn rows(batch: &RecordBatch) -> Vec<Map<String, Value>> {
    let mut writer = ArrayWriter::new(Vec::new());
    writer.write(batch).unwrap();
    writer.finish().unwrap();
    serde_json::from_slice(&writer.into_inner()).unwrap()
}

/// What a query must say of a report: all of it, with paths as text.
fn reported(report: &Report) -> Value {
    let mut reported = serde_json::to_value(report).unwrap();
    reported.as_object_mut().unwrap().remove("endpoint");
    for (at, finding) in report.findings.iter().enumerate() {
        reported["findings"][at]["path"] = json!(finding.path.to_string());
    }
    reported
}

fn severity(finding: &Finding) -> &'static str {
    if finding.severity == Severity::Error { "error" } else { "warning" }
}

/// Two Parquet files of several row groups: `id`, `endpoint`, and `payload`, NULL in every seventh row.
fn write_parquet(folder: &Path, cases: &[Case]) {
    let missing = |at: usize| at % 7 == 3;
    for (part, start) in [0, cases.len() / 2].into_iter().enumerate() {
        let range = start..if part == 0 { cases.len() / 2 } else { cases.len() };
        let endpoints: StringArray = cases[range.clone()].iter().map(|case| Some(case.endpoint.name())).collect();
        let payloads: StringArray = range.clone().map(|at| (!missing(at)).then(|| cases[at].payload.as_str())).collect();
        let ids: Int64Array = range.map(|at| Some(at as i64)).collect();
        let columns: [(&str, ArrayRef); 3] = [("id", Arc::new(ids)), ("endpoint", Arc::new(endpoints)), ("payload", Arc::new(payloads))];
        let batch = RecordBatch::try_from_iter(columns).unwrap();
        let properties = WriterProperties::builder().set_max_row_group_row_count(Some(100)).build();
        let file = File::create(folder.join(format!("part-{part}.parquet"))).unwrap();
        let mut writer = ArrowWriter::try_new(file, batch.schema(), Some(properties)).unwrap();
        writer.write(&batch).unwrap();
        writer.close().unwrap();
    }
}

async fn parquet() -> (TempDir, SessionContext, Vec<Case>) {
    let (folder, cases, context) = (tempfile::tempdir().unwrap(), cases(), session());
    write_parquet(folder.path(), &cases);
    let path = folder.path().to_string_lossy().into_owned();
    context.register_parquet("invoices", path, ParquetReadOptions::default()).await.unwrap();
    (folder, context, cases)
}

/// Two NDJSON files of PATCHes: the first has a byte order mark, the second CRLF, blank lines and one that is no UTF-8. With each line its file, its
/// number and its bytes.
fn write_lines(folder: &Path) -> Vec<(String, usize, Vec<u8>)> {
    let patches = patches();
    let (first, second) = patches.split_at(patches.len() / 2);
    std::fs::write(folder.join("a.ndjson"), format!("\u{feff}{}", first.join("\n"))).unwrap();
    let mut bytes = b"\n{\"poNumber\":\"\xff\"}\r\n\r\n".to_vec();
    bytes.extend(second.join("\r\n").bytes());
    std::fs::write(folder.join("b.jsonl"), bytes).unwrap();
    std::fs::write(folder.join("notes.txt"), "not a payload").unwrap();
    let [a, b] = ["a.ndjson", "b.jsonl"].map(|name| folder.join(name).display().to_string());
    let mut expected = vec![(b.clone(), 2, b"{\"poNumber\":\"\xff\"}".to_vec())];
    expected.extend(second.iter().enumerate().map(|(at, line)| (b.clone(), at + 4, line.trim_ascii_end().into())));
    expected.splice(0..0, first.iter().enumerate().map(|(at, line)| (a.clone(), at + 1, line.trim_ascii_end().into())));
    expected
}

/// The query of README.md below this heading.
fn readme(heading: &str) -> String {
    let readme = include_str!("../README.md");
    let (_, below) = readme.split_once(&format!("### {heading}\n")).expect(heading);
    let (_, query) = below.split_once("```sql\n").expect(heading);
    query.split_once("```").expect(heading).0.to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_row_of_a_parquet_data_set_has_the_report_of_check() {
    let (_folder, context, cases) = parquet().await;
    let query = "SELECT id, bijak_check(endpoint, payload, '2025-11-21') AS report FROM invoices ORDER BY id";
    let plan = context.sql(&format!("EXPLAIN {query}")).await.unwrap().to_string().await.unwrap();
    assert!(plan.contains("file_groups={2 groups"), "{plan}");
    let rows = rows(&ask(&context, query).await.unwrap());
    assert_eq!(rows.len(), cases.len());
    let options = Options::new().today("2025-11-21".parse().unwrap());
    for (at, (case, row)) in cases.iter().zip(&rows).enumerate() {
        assert_eq!(row["id"], json!(at));
        let expected = (at % 7 != 3).then(|| reported(&check(case.endpoint, &case.payload, &options)));
        assert_eq!(row.get("report"), expected.as_ref(), "{}", case.payload);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_row_is_normalized_as_by_normalize() {
    let (_folder, context, cases) = parquet().await;
    let query = "SELECT bijak_normalize(endpoint, payload) AS text FROM invoices ORDER BY id";
    let rows = rows(&ask(&context, query).await.unwrap());
    assert_eq!(rows.len(), cases.len());
    for (at, (case, row)) in cases.iter().zip(&rows).enumerate() {
        let expected = (at % 7 != 3).then(|| json!(normalize(case.endpoint, &case.payload, &Options::new()).text));
        assert_eq!(row.get("text"), expected.as_ref(), "{}", case.payload);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_line_of_a_folder_has_the_report_of_check() {
    let folder = tempfile::tempdir().unwrap();
    let expected = write_lines(folder.path());
    let context = session();
    context.register_table("invoices", Arc::new(lines(folder.path()).unwrap())).unwrap();
    let query = "SELECT file, line, bijak_check('updateInvoice', payload) AS report FROM invoices ORDER BY file, line";
    let rows = rows(&ask(&context, query).await.unwrap());
    assert_eq!(rows.len(), expected.len());
    for ((file, line, payload), row) in expected.iter().zip(&rows) {
        let report = reported(&check(Endpoint::UpdateInvoice, payload, &Options::new()));
        assert_eq!((&row["file"], &row["line"], &row["report"]), (&json!(file), &json!(line), &report));
    }
    let few = ask(&context, "SELECT payload FROM invoices LIMIT 3").await.unwrap();
    assert_eq!(few.num_rows(), 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_queries_of_the_readme_tell_what_check_tells() {
    let folder = tempfile::tempdir().unwrap();
    let lines_written = write_lines(folder.path());
    let context = session();
    context.register_table("invoices", Arc::new(lines(folder.path()).unwrap())).unwrap();
    let today = Options::new().today("2025-11-21".parse().unwrap());
    let report = |payload: &[u8], options: &Options| check(Endpoint::UpdateInvoice, payload, options);
    let plain: Vec<Report> = lines_written.iter().map(|(_, _, payload)| report(payload, &Options::new())).collect();

    for heading in ["How many are valid", "How often each code", "Where the errors are"] {
        let plan = context.sql(&readme(heading)).await.unwrap().create_physical_plan().await.unwrap();
        let plan = displayable(plan.as_ref()).indent(false).to_string();
        assert_eq!(plan.matches("bijak_check(updateInvoice, ").count(), 1, "checks each payload once: {plan}");
    }

    let reported_rows = rows(&ask(&context, &readme("How many are valid")).await.unwrap());
    let valid = plain.iter().filter(|report| report.valid).count();
    assert!(0 < valid && valid < plain.len());
    assert_eq!(json!(reported_rows), json!([{"payloads": plain.len(), "valid": valid, "faulty": plain.len() - valid, "missing": 0}]));

    let mut times: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for finding in plain.iter().flat_map(|report| &report.findings) {
        *times.entry((finding.code.as_str(), severity(finding))).or_default() += 1;
    }
    let mut times: Vec<_> = times.into_iter().collect();
    times.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let expected: Vec<Value> =
        times.iter().map(|((code, severity), times)| json!({"code": code, "severity": severity, "times": times})).collect();
    assert_eq!(json!(rows(&ask(&context, &readme("How often each code")).await.unwrap())), json!(expected));

    let mut expected = Vec::new();
    for (file, line, payload) in &lines_written {
        let errors = report(payload, &today).findings.into_iter().filter(|finding| severity(finding) == "error");
        expected.extend(errors.map(|finding| (file, line, finding.path.to_string(), finding.message)));
    }
    expected.sort();
    let expected: Vec<Value> = expected
        .into_iter()
        .map(|(file, line, path, message)| json!({"file": file, "line": line, "path": path, "message": message}))
        .collect();
    assert_eq!(json!(rows(&ask(&context, &readme("Where the errors are")).await.unwrap())), json!(expected));

    ask(&context, &readme("Check once, ask often")).await.unwrap();
    let kept = rows(&ask(&context, "SELECT report FROM reports ORDER BY file, line").await.unwrap());
    let expected: Vec<Value> = plain.iter().map(|report| json!({"report": reported(report)})).collect();
    assert_eq!(json!(kept), json!(expected));
}

#[tokio::test]
async fn text_and_bytes_of_every_kind_are_taken() {
    let context = session();
    let payload = r#"{"cgst":90,"sgst":90.5}"#;
    let expected = json!(reported(&check(Endpoint::UpdateInvoice, payload, &Options::new())));
    let kinds = ["Utf8", "LargeUtf8", "Utf8View", "Binary", "LargeBinary", "BinaryView", "Dictionary(Int32, Utf8)", "FixedSizeBinary(23)"];
    for kind in kinds {
        for endpoint in ["'updateInvoice'", "endpoint"] {
            let from = if kind == "FixedSizeBinary(23)" { "arrow_cast(payload, 'Binary')" } else { "payload" };
            let query = format!(
                "SELECT bijak_check({endpoint}, arrow_cast({from}, '{kind}')) AS report
                FROM (VALUES ('updateInvoice', '{payload}'), ('updateInvoice', NULL)) AS invoices(endpoint, payload)"
            );
            let rows = json!(rows(&ask(&context, &query).await.unwrap()));
            assert_eq!(rows, json!([{"report": expected}, {}]), "{kind}");
        }
    }
    let single = ask(&context, &format!("SELECT bijak_check('updateInvoice', '{payload}') AS report")).await.unwrap();
    assert_eq!(json!(rows(&single)), json!([{"report": expected}]));
}

#[tokio::test]
async fn what_is_null_stays_null() {
    let context = session();
    let nulls = ask(
        &context,
        "SELECT report IS NULL, report['valid'] IS NULL, report['errors'] IS NULL, report['findings'] IS NULL, report['skipped'] IS NULL
        FROM (SELECT bijak_check(endpoint, payload) AS report FROM (VALUES ('updateInvoice', NULL), (NULL, '{}')) AS t(endpoint, payload))",
    )
    .await
    .unwrap();
    for column in nulls.columns() {
        for row in 0..2 {
            assert_eq!(array_value_to_string(column, row).unwrap(), "true");
        }
    }
    let nothing = ask(&context, "SELECT bijak_check('updateInvoice', NULL), bijak_normalize('updateInvoice', NULL)").await.unwrap();
    assert!(nothing.columns().iter().all(|column| column.is_null(0)));
    // A day that is NULL is a day that is not told.
    let report = ask(&context, r#"SELECT bijak_check('updateInvoice', '{"via":"EMAIL"}', NULL) AS report"#).await.unwrap();
    let expected = reported(&check(Endpoint::UpdateInvoice, r#"{"via":"EMAIL"}"#, &Options::new()));
    assert_eq!(json!(rows(&report)), json!([{"report": expected}]));
}

#[tokio::test]
async fn today_is_a_text_a_date_or_a_column() {
    let context = session();
    let payload = r#"{"invoiceDate":"2025-12-01T00:00:00Z"}"#;
    let on = |day: &str| reported(&check(Endpoint::UpdateInvoice, payload, &Options::new().today(day.parse().unwrap())));
    assert_ne!(on("2025-11-21"), on("2025-12-21"));
    for today in ["'2025-11-21'", "DATE '2025-11-21'", "arrow_cast('2025-11-21', 'Utf8View')"] {
        let query = format!("SELECT bijak_check('updateInvoice', '{payload}', {today}) AS report");
        assert_eq!(json!(rows(&ask(&context, &query).await.unwrap())), json!([{"report": on("2025-11-21")}]), "{today}");
    }
    let query = format!(
        "SELECT bijak_check('updateInvoice', '{payload}', day) AS report
        FROM (VALUES (DATE '2025-11-21'), (DATE '2025-12-21')) AS days(day)"
    );
    let expected = json!([{"report": on("2025-11-21")}, {"report": on("2025-12-21")}]);
    assert_eq!(json!(rows(&ask(&context, &query).await.unwrap())), expected);
}

#[tokio::test]
async fn misuse_is_reported_before_anything_runs() {
    let context = session();
    let plan = async |query: &str| context.sql(query).await.unwrap_err().to_string();
    for function in ["bijak_check", "bijak_normalize"] {
        let unknown = plan(&format!("SELECT {function}('updateInvoce', '{{}}')")).await;
        assert!(unknown.contains(&format!("{function}: unknown endpoint updateInvoce; use one of updateInvoice, ")), "{unknown}");
        assert!(Endpoint::ALL.iter().all(|endpoint| unknown.contains(endpoint.name())), "{unknown}");
        assert!(plan(&format!("SELECT {function}('updateInvoice', 1.5)")).await.contains("the payload is JSON as text or bytes"));
        assert!(plan(&format!("SELECT {function}(1, '{{}}')")).await.contains("the endpoint must be a string"));
        assert!(plan(&format!("SELECT {function}('updateInvoice')")).await.contains("takes an endpoint"));
    }
    assert!(plan("SELECT bijak_check('updateInvoice', '{}', 1.5)").await.contains("today is a date"));
    // In a column it can only be told when its row comes.
    let column = "SELECT bijak_check(endpoint, '{}') FROM (VALUES ('updateInvoice'), ('updateInvoce')) AS t(endpoint)";
    let late = ask(&context, column).await.unwrap_err().to_string();
    assert!(late.contains("unknown endpoint updateInvoce; use one of updateInvoice, "), "{late}");
    assert!(lines(Path::new("no-such-file.ndjson")).unwrap_err().to_string().contains("no-such-file.ndjson"));
    let empty = tempfile::tempdir().unwrap();
    assert!(lines(empty.path()).unwrap_err().to_string().contains("holds no .ndjson or .jsonl file"));
}

#[test]
fn the_program_checks_lines_and_parquet() {
    let folder = tempfile::tempdir().unwrap();
    let lines = write_lines(folder.path());
    let run = |arguments: &[&str]| {
        let program = Command::new(env!("CARGO_BIN_EXE_bijak-datafusion")).args(arguments).current_dir(folder.path()).output().unwrap();
        (program.status.code(), String::from_utf8(program.stdout).unwrap(), String::from_utf8(program.stderr).unwrap())
    };
    let cells = |text: &str| -> Vec<String> { text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect() };
    let reports: Vec<Report> = lines.iter().map(|(_, _, line)| check(Endpoint::UpdateInvoice, line, &Options::new())).collect();
    let valid = reports.iter().filter(|report| report.valid).count();
    let summary = format!("| {} | {valid} | {} | 0 |", lines.len(), lines.len() - valid);

    let (code, out, err) = run(&["updateInvoice", "."]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(cells(&out).contains(&summary), "{out}");
    let errors: usize = reports.iter().flat_map(|report| &report.findings).filter(|finding| severity(finding) == "error").count();
    assert_eq!(out.matches("./a.ndjson").count() + out.matches("./b.jsonl").count(), errors);

    let (code, _, err) = run(&["updateInvoice", ".", "--sql", &readme("Normalize into Parquet")]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let (code, out, err) = run(&["updateInvoice", "normalized.parquet"]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let is_valid = |line: &[u8]| normalize(Endpoint::UpdateInvoice, line, &Options::new()).report.valid;
    let after = lines.iter().filter(|(_, _, line)| is_valid(line)).count();
    assert!(after > valid);
    // The line that is not valid UTF-8 has no normalized text.
    assert!(cells(&out).contains(&format!("| {} | {after} | {} | 1 |", lines.len(), lines.len() - after - 1)), "{out}");

    let (code, _, err) = run(&["updateInvoce", "."]);
    assert_eq!(code, Some(2));
    assert!(err.contains("use one of updateInvoice"), "{err}");
}
