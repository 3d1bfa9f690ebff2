//! Bytes → check: no panic, one report, and each finding where it says.

use crate::input::Input;
use bijak::{Code, Finding, Limits, Locale, Report, Severity, check};

/// The longest message: a template and a few excerpts.
const LONGEST: usize = 2000;

pub fn run(bytes: &[u8]) {
    let Some(Input { endpoint, options, limits, payload }) = Input::of(bytes) else { return };
    let report = check(endpoint, payload, &options);
    consistent(&report, payload, limits);
    assert_eq!(report, check(endpoint, payload, &options), "the same call, another report");

    let masked = check(endpoint, payload, &options.clone().mask(true));
    assert_eq!(masked, report.clone().masked(), "masking twice is masking once");
    for locale in Locale::ALL {
        let other = check(endpoint, payload, &options.clone().locale(*locale));
        assert_eq!(silent(&other), silent(&report), "another language, other findings");
        assert_eq!((other.errors, other.warnings, &other.skipped), (report.errors, report.warnings, &report.skipped));
    }
    let all = check(endpoint, payload, &options.clone().limits(Limits { findings: usize::MAX, ..limits }));
    assert_eq!((all.errors, all.warnings, all.valid, all.omitted), (report.errors, report.warnings, report.valid, 0));
}

/// What holds for every report on a payload.
pub fn consistent(report: &Report, payload: &[u8], limits: Limits) {
    let listed = report.findings.len();
    let count = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
    assert_eq!(report.valid, report.errors == 0);
    assert_eq!(report.errors + report.warnings, listed + report.omitted);
    assert!(count(Severity::Error) <= report.errors && count(Severity::Warning) <= report.warnings);
    if report.has(Code::JsonSyntax) {
        assert_eq!((listed, report.errors, report.warnings, report.skipped.len()), (1, 1, 0, 0));
    } else {
        assert!(listed <= limits.findings, "{listed} findings in a room for {}", limits.findings);
        assert!(report.omitted == 0 || listed == limits.findings);
    }
    let mut last = (0, 0);
    for finding in &report.findings {
        let message = &finding.message;
        assert!(!message.is_empty() && message.len() < LONGEST && !message.contains("{?}"), "{message}");
        assert!(!finding.source.is_empty() && finding.part.is_none());
        let Some(place) = finding.line.zip(finding.column) else {
            assert!(payload.len() > limits.bytes, "{finding:?} stands nowhere");
            continue;
        };
        assert!(offset(payload, finding).is_some(), "{finding:?} stands outside the payload");
        assert!(last <= place, "{finding:?} stands before the one before");
        last = place;
    }
}

/// The byte that a finding's line and column name, if the payload has such.
pub fn offset(payload: &[u8], finding: &Finding) -> Option<usize> {
    let (line, column) = (finding.line? as usize, finding.column? as usize);
    let feeds = payload.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let begin = [0].into_iter().chain(feeds).nth(line.checked_sub(1)?)?;
    let rest = &payload[begin..];
    let rest = &rest[..rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len())];
    // Bytes that go on with a character begin none.
    let starts = rest.iter().enumerate().filter(|(_, byte)| **byte & 0xc0 != 0x80).map(|(at, _)| at);
    starts.chain([rest.len()]).nth(column.checked_sub(1)?).map(|at| begin + at)
}

/// A report's findings without what a language makes of them.
fn silent(report: &Report) -> Vec<impl PartialEq + std::fmt::Debug> {
    let part = |finding: &Finding| {
        let Finding { code, severity, path, expected, actual, line, column, .. } = finding.clone();
        (code, severity, path, expected, actual, line, column)
    };
    report.findings.iter().map(part).collect()
}
