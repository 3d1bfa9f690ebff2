//! Checks a payload: `cargo run --example check -- updateInvoice FILE`.
//! Prints the findings and ends with 1 if there is an error.

use bijak::{Endpoint, Options, Severity, check};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [endpoint, file] = arguments.as_slice() else {
        eprintln!("usage: check ENDPOINT FILE");
        return ExitCode::from(2);
    };
    let Ok(endpoint) = endpoint.parse::<Endpoint>() else {
        let known: Vec<_> = Endpoint::ALL.iter().map(|endpoint| endpoint.name()).collect();
        eprintln!("unknown endpoint {endpoint}; known are {}", known.join(", "));
        return ExitCode::from(2);
    };
    let text = match std::fs::read(file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::from(2);
        }
    };
    let report = check(endpoint, text, &Options::new());
    for finding in &report.findings {
        let mark = if finding.severity == Severity::Error { "✗" } else { "!" };
        let place = finding.line.zip(finding.column).map(|(line, column)| format!("{line}:{column} ")).unwrap_or_default();
        println!("{mark} {place}{}  {}\n  {}", finding.path, finding.code, finding.message);
    }
    let plural = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let [errors, warnings] = [plural(report.errors, "error"), plural(report.warnings, "warning")];
    println!("{errors}, {warnings}, {} not judged", plural(report.skipped.len(), "rule"));
    if report.valid { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
