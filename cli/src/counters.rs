//! What came of many payloads, in numbers.

use bijak::{Code, Report};
use indicatif::{HumanBytes, HumanCount};
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::time::Duration;

/// How many codes a summary names.
const NAMED: usize = 10;

/// Counts of payloads and findings.
#[derive(Debug, Default)]
pub struct Counters {
    pub payloads: u64,
    /// Payloads with errors, those that cannot be read among them.
    pub wrong: u64,
    /// Payloads with warnings and no error.
    pub warned: u64,
    /// Rows that are no payload.
    pub broken: u64,
    /// Payloads that were changed.
    pub changed: u64,
    /// Findings that are listed, by code.
    findings: BTreeMap<Code, u64>,
    /// Findings that are not.
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

    /// A few lines for people.
    pub fn summary(&self, bytes: u64, time: Duration, normalized: bool) -> String {
        let mut text = String::new();
        // Writing to a text does not fail.
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
        for (count, what) in [(rest, "of other codes"), (self.omitted, "not listed"), (self.broken, "rows that cannot be read")] {
            if count > 0 {
                writeln!(text, "{:>11}  {what}", HumanCount(count).to_string())?;
            }
        }
        Ok(())
    }
}
