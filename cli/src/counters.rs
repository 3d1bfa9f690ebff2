//! Counts over many payloads.

use bijak::{Code, Report};
use indicatif::{HumanBytes, HumanCount};
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::time::Duration;

/// The number of codes in a summary.
const NAMED: usize = 10;

/// Counts of payloads and findings.
#[derive(Debug, Default)]
pub struct Counters {
    pub payloads: u64,
    /// Payloads with errors, including unreadable ones.
    pub wrong: u64,
    /// Payloads with warnings but no errors.
    pub warned: u64,
    /// Rows that are not a payload.
    pub broken: u64,
    /// Changed payloads.
    pub changed: u64,
    /// Listed findings, by code.
    findings: BTreeMap<Code, u64>,
    /// Findings that are not listed.
    omitted: u64,
}

impl Counters {
    pub fn count(&mut self, report: &Report) {
        self.payloads += 1;
        self.wrong += u64::from(!report.valid);
        self.warned += u64::from(report.valid && report.warnings > 0);
        self.omitted += report.omitted as u64;
        for finding in &report.findings {
            *self.findings.entry(finding.code).or_default() += 1;
        }
    }

    pub fn count_broken(&mut self) {
        self.payloads += 1;
        self.wrong += 1;
        self.broken += 1;
    }

    pub fn add(&mut self, other: &Counters) {
        self.payloads += other.payloads;
        self.wrong += other.wrong;
        self.warned += other.warned;
        self.broken += other.broken;
        self.changed += other.changed;
        self.omitted += other.omitted;
        for (code, count) in &other.findings {
            *self.findings.entry(*code).or_default() += count;
        }
    }

    /// A summary for people.
    pub fn summary(&self, bytes: u64, time: Duration, normalized: bool) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut text, bytes, time, normalized);
        text
    }

    fn write(&self, text: &mut String, bytes: u64, time: Duration, normalized: bool) -> fmt::Result {
        let payloads = if self.payloads == 1 { "payload" } else { "payloads" };
        write!(text, "{} {payloads}: ", HumanCount(self.payloads))?;
        if normalized {
            write!(text, "{} changed, ", HumanCount(self.changed))?;
        }
        let left = if normalized { " left" } else { "" };
        write!(text, "{} with errors{left}, {} with warnings only", HumanCount(self.wrong), HumanCount(self.warned))?;
        let millis = time.as_millis();
        writeln!(text, "; {} in {}.{:02} s", HumanBytes(bytes), millis / 1000, millis % 1000 / 10)?;
        let mut codes: Vec<_> = self.findings.iter().collect();
        codes.sort_by_key(|(code, count)| (std::cmp::Reverse(**count), code.as_str()));
        for (code, count) in codes.iter().take(NAMED) {
            writeln!(text, "{:>11}  {code}", HumanCount(**count).to_string())?;
        }
        let rest: u64 = codes.iter().skip(NAMED).map(|(_, count)| **count).sum();
        let broken = if self.broken == 1 { "row that cannot be read" } else { "rows that cannot be read" };
        for (count, what) in [(rest, "of other codes"), (self.omitted, "not listed"), (self.broken, broken)] {
            if count > 0 {
                writeln!(text, "{:>11}  {what}", HumanCount(count).to_string())?;
            }
        }
        Ok(())
    }
}
