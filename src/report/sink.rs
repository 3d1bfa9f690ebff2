//! Collects findings while a payload is read.

use super::{Code, Diagnostic, LazyPath, Messages, MissingInputs, Names, Report, Severity, Skipped, StoredFinding, excerpt};
use crate::term::TermSet;
use std::borrow::Cow;

/// The position of a diagnostic, and what is known about the value there.
#[derive(Clone, Copy)]
pub struct Place<'p> {
    /// Its path.
    pub path: &'p LazyPath<'p>,
    /// Its first byte in the text.
    pub at: usize,
    /// The value, as shown in the message.
    pub actual: Option<&'p str>,
    /// The page that documents it, for codes without a source.
    pub source: &'static str,
    /// Whether the value is personal data.
    pub personal: bool,
}

impl<'p> Place<'p> {
    /// A position of which nothing more is known.
    pub fn new(path: &'p LazyPath<'p>, at: usize, source: &'static str) -> Self {
        Place { path, at, actual: None, source, personal: false }
    }
}

/// The longest `expected` that is given in full, in bytes.
const LONGEST: usize = 500;

/// Findings in document order, each with its byte position; those of one position in the order in
/// which they were raised. Beyond a limit they are only counted.
#[derive(Debug, Clone)]
pub struct Sink {
    /// The findings, each with the position of its first byte.
    pub findings: Vec<(usize, StoredFinding)>,
    /// The rules that could not run.
    pub skipped: Vec<Skipped>,
    /// The number of errors, listed or not.
    pub errors: usize,
    /// The number of warnings, listed or not.
    pub warnings: usize,
    room: usize,
    messages: Messages,
}

impl Sink {
    /// A sink that lists at most `room` findings and counts the others.
    pub fn new(room: usize, messages: Messages) -> Self {
        Sink { findings: Vec::new(), skipped: Vec::new(), errors: 0, warnings: 0, room, messages }
    }

    /// Whether one more finding would be listed. Test this before computing anything expensive for a
    /// message.
    pub fn has_room(&self) -> bool {
        self.findings.len() < self.room
    }

    /// Counts a diagnostic.
    pub fn count(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
    }

    /// Adds a diagnostic at its position.
    #[inline(never)]
    pub fn raise(&mut self, place: Place<'_>, fault: Diagnostic<'_>) {
        let severity = fault.severity();
        self.count(severity);
        if !self.has_room() {
            return;
        }
        self.findings.push((place.at, StoredFinding::new(place, fault, self.messages)));
        // Rules run at the end of their object, so a finding may belong before others. `Vec::insert` would bring the
        // message of its panic into the Wasm, and `std::fmt` with it.
        let mut unsorted = self.findings.as_mut_slice();
        while let [.., before, last] = unsorted
            && before.0 > last.0
        {
            std::mem::swap(before, last);
            unsorted = unsorted.split_last_mut().map_or(&mut [], |(_, rest)| rest);
        }
    }

    /// Adds a skipped rule with its missing terms; only once for many objects with the same missing
    /// terms.
    #[inline(never)]
    pub fn skip(&mut self, code: Code, terms: &TermSet, names: &'static dyn Names) {
        match self.skipped.iter_mut().find(|skipped| skipped.code == code) {
            Some(skipped) => skipped.needs.terms.insert_set(terms),
            None => self.skipped.push(Skipped { code, needs: MissingInputs { terms: *terms, names } }),
        }
    }

    /// Appends the findings of `other`.
    #[inline(never)]
    pub fn merge(&mut self, other: Sink) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.skipped.extend_from_slice(&other.skipped);
        for (_, finding) in other.findings.into_iter().take(self.left()) {
            self.findings.push((self.findings.len(), finding));
        }
    }

    /// The number of further findings that would be listed.
    fn left(&self) -> usize {
        self.room.saturating_sub(self.findings.len())
    }

    /// The messages of the findings.
    pub fn messages(&self) -> Vec<&str> {
        self.findings.iter().map(|(_, finding)| finding.message.as_str()).collect()
    }

    /// The report on the findings.
    #[inline(never)]
    pub fn into_report(self, endpoint: &'static str, mask: bool) -> Report {
        let report = Report {
            endpoint,
            valid: self.errors == 0,
            errors: self.errors,
            warnings: self.warnings,
            omitted: self.errors + self.warnings - self.findings.len(),
            findings: self.findings.into_iter().map(|(_, stored)| stored.into_finding()).collect(),
            skipped: self.skipped,
        };
        if mask { report.masked() } else { report }
    }
}

/// The correct form of a string of megabytes is as long as the string.
pub(super) fn short(right: &str) -> Cow<'_, str> {
    if right.len() > LONGEST { excerpt(right) } else { Cow::Borrowed(right) }
}
