//! Where findings gather while a payload is read.

#[cfg(not(feature = "wasm"))]
use super::Report;
use super::{Code, Diagnostic, LazyPath, Locale, MissingInputs, Names, Severity, Skipped, StoredFinding, excerpt};
use std::borrow::Cow;

/// Where a fault is and what is known of that place.
#[derive(Clone, Copy)]
pub struct Place<'p> {
    /// The way to it.
    pub path: &'p LazyPath<'p>,
    /// Its first byte in the text.
    pub at: usize,
    /// What stands there, as the message may show it.
    pub actual: Option<&'p str>,
    /// The page that documents it, for codes that have no source of their own.
    pub source: &'static str,
    /// Whether the value is personal data.
    pub personal: bool,
}

impl<'p> Place<'p> {
    /// A place of which no more is known.
    pub fn new(path: &'p LazyPath<'p>, at: usize, source: &'static str) -> Self {
        Place { path, at, actual: None, source, personal: false }
    }
}

/// The longest `expected` that is given in full, in bytes.
const LONGEST: usize = 500;

/// Findings in the order of the document, each with the byte that it is about; those of
/// one place as they were raised. Beyond a limit they are only counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sink {
    pub(crate) findings: Vec<(usize, StoredFinding)>,
    pub(crate) skipped: Vec<Skipped>,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    room: usize,
    locale: Locale,
    /// What JavaScript makes the findings of.
    #[cfg(feature = "wasm")]
    pub(super) records: Vec<u8>,
}

impl Sink {
    /// A sink that lists at most `room` findings and counts the others.
    pub fn new(room: usize, locale: Locale) -> Self {
        Sink { room, locale, ..Sink::default() }
    }

    /// Whether one more finding would be listed. Asked before anything costly is
    /// worked out for a message.
    pub fn has_room(&self) -> bool {
        self.findings.len() < self.room
    }

    /// Counts a fault.
    pub fn count(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
    }

    /// Takes a fault at its place.
    #[inline(never)]
    pub fn raise(&mut self, place: Place<'_>, fault: Diagnostic<'_>) {
        let severity = fault.severity();
        self.count(severity);
        if !self.has_room() {
            return;
        }
        // Rules speak when their object ends, so a finding may belong before others.
        let index = self.findings.partition_point(|(at, _)| *at <= place.at);
        #[cfg(feature = "wasm")]
        let stored = StoredFinding::new(place, &fault, &mut self.records);
        #[cfg(not(feature = "wasm"))]
        let stored = StoredFinding::new(place, fault, self.locale);
        self.findings.insert(index, (place.at, stored));
    }

    /// Notes a rule that could not be judged for want of what the bits name; of many items
    /// that lack the same, once.
    #[inline(never)]
    pub fn skip(&mut self, code: Code, bits: u64, names: &'static dyn Names) {
        let skipped = Skipped { code, needs: MissingInputs { bits, names } };
        if !self.skipped.contains(&skipped) {
            self.skipped.push(skipped);
        }
    }

    /// Takes over what `other` has found, behind its own.
    #[inline(never)]
    pub fn merge(&mut self, other: Sink) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.skipped.extend_from_slice(&other.skipped);
        self.append(other);
    }

    /// How many more findings would be listed.
    pub(super) fn left(&self) -> usize {
        self.room.saturating_sub(self.findings.len())
    }

    #[cfg(not(feature = "wasm"))]
    fn append(&mut self, other: Sink) {
        for (_, finding) in other.findings.into_iter().take(self.left()) {
            self.findings.push((self.findings.len(), finding));
        }
    }

    /// What the findings say.
    #[cfg(not(feature = "wasm"))]
    pub fn messages(&self) -> Vec<&str> {
        self.findings.iter().map(|(_, finding)| finding.message.as_str()).collect()
    }

    /// The report of what was found.
    #[inline(never)]
    #[cfg(not(feature = "wasm"))]
    pub fn into_report(self, endpoint: &'static str, mask: bool) -> Report {
        let report = Report {
            endpoint,
            valid: self.errors == 0,
            errors: self.errors,
            warnings: self.warnings,
            omitted: self.errors + self.warnings - self.findings.len(),
            findings: self.findings.into_iter().map(|(_, finding)| finding).collect(),
            skipped: self.skipped,
        };
        if mask { report.masked() } else { report }
    }
}

/// What would have been right of a text of megabytes is as long.
pub(super) fn short(right: &str) -> Cow<'_, str> {
    if right.len() > LONGEST { excerpt(right) } else { Cow::Borrowed(right) }
}
