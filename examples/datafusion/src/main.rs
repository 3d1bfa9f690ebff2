//! Checks a data set: `cargo run -- ENDPOINT DATASET [--sql SQL]`.
//!
//! DATASET is a Parquet file or a folder of them, with a column `payload`, or an NDJSON file or a folder of them. It is the
//! table `invoices`. Without SQL it prints how many payloads are valid, how often each code was found, and the errors.

use bijak::Endpoint;
use bijak_datafusion::{lines, register_all};
use datafusion::error::Result;
use datafusion::prelude::{ParquetReadOptions, SessionContext};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let queries = match arguments.as_slice() {
        [endpoint, _] if endpoint.parse::<Endpoint>().is_ok() => ready_made(endpoint),
        [_, _] => {
            let known: Vec<&str> = Endpoint::ALL.iter().map(|endpoint| endpoint.name()).collect();
            return misuse(&format!("unknown endpoint; use one of {}", known.join(", ")));
        }
        [_, _, "--sql", sql] => vec![(*sql).to_owned()],
        _ => return misuse("usage: bijak-datafusion ENDPOINT DATASET [--sql SQL]"),
    };
    match run(Path::new(arguments[1]), &queries).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => misuse(&error.to_string()),
    }
}

fn misuse(what: &str) -> ExitCode {
    eprintln!("{what}");
    ExitCode::from(2)
}

async fn run(dataset: &Path, queries: &[String]) -> Result<()> {
    let mut context = SessionContext::new();
    register_all(&mut context)?;
    if is_parquet(dataset) {
        context.register_parquet("invoices", dataset.to_string_lossy(), ParquetReadOptions::default()).await?;
    } else {
        context.register_table("invoices", Arc::new(lines(dataset)?))?;
    }
    for query in queries {
        context.sql(query).await?.show().await?;
    }
    Ok(())
}

fn is_parquet(dataset: &Path) -> bool {
    let named = |path: &Path| path.extension().is_some_and(|extension| extension == "parquet");
    named(dataset) || dataset.read_dir().is_ok_and(|entries| entries.flatten().any(|entry| named(&entry.path())))
}

fn ready_made(endpoint: &str) -> Vec<String> {
    let report = format!("bijak_check('{endpoint}', payload)");
    vec![
        format!(
            "SELECT count(*) AS payloads, count(*) FILTER (WHERE report['valid']) AS valid,
                count(*) FILTER (WHERE NOT report['valid']) AS faulty, count(*) FILTER (WHERE report IS NULL) AS missing
            FROM (SELECT {report} AS report FROM invoices)"
        ),
        format!(
            "SELECT finding['severity'] AS severity, finding['code'] AS code, count(*) AS times
            FROM (SELECT unnest({report}['findings']) AS finding FROM invoices)
            GROUP BY severity, code ORDER BY times DESC, code"
        ),
        format!(
            "SELECT * EXCEPT (payload, finding), finding['path'] AS path, finding['code'] AS code, finding['message'] AS message
            FROM (SELECT *, unnest({report}['findings']) AS finding FROM invoices)
            WHERE finding['severity'] = 'error'"
        ),
    ]
}
