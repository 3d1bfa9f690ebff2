//! Where findings gather while a payload is read.

use super::{Code, Fault, Finding, Locale, Names, Needs, Part, Report, Severity, Skipped, Trail, excerpt, shown};
use std::borrow::Cow;

/// Where a fault is and what is known of that place.
#[derive(Clone, Copy)]
pub struct Place<'p> {
    /// The way to it.
    pub trail: &'p Trail<'p>,
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
    pub fn new(trail: &'p Trail<'p>, at: usize, source: &'static str) -> Self {
        Place { trail, at, actual: None, source, personal: false }
    }
}

/// The longest `expected` that is given in full, in bytes.
const LONGEST: usize = 500;

/// Findings in the order of the document, each with the byte that it is about; those of
/// one place as they were raised. Beyond a limit they are only counted.
#[derive(Debug, Default)]
pub struct Sink {
    pub(crate) findings: Vec<(usize, Finding)>,
    pub(crate) skipped: Vec<Skipped>,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    room: usize,
    locale: Locale,
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
    pub fn raise(&mut self, place: Place<'_>, fault: Fault<'_>) {
        let severity = fault.severity();
        self.count(severity);
        if !self.has_room() {
            return;
        }
        let code = fault.code();
        let message = fault.message(self.locale);
        let discreet = place.personal.then(|| fault.discreet_message(self.locale));
        let (expected, actual) = fault.into_sides();
        // What would have been right of a text of megabytes is as long.
        let expected = expected.map(|right| if right.len() > LONGEST { excerpt(&right).into_owned() } else { right });
        let actual = actual.or_else(|| place.actual.map(|text| excerpt(text).into_owned()));
        let source = match code.source() {
            "" => place.source,
            own => own,
        };
        let finding = Finding {
            code,
            severity,
            path: place.trail.path(),
            part: None,
            message,
            expected,
            actual,
            source: Cow::Borrowed(source),
            line: None,
            column: None,
            discreet,
        };
        // Rules speak when their object ends, so a finding may belong before others.
        let index = self.findings.partition_point(|(at, _)| *at <= place.at);
        self.findings.insert(index, (place.at, finding));
    }

    /// Notes a rule that could not be judged for want of what the bits name; of many items
    /// that lack the same, once.
    #[inline(never)]
    pub fn skip(&mut self, code: Code, bits: u64, names: &'static dyn Names) {
        let skipped = Skipped { code, needs: Needs { bits, names } };
        if !self.skipped.contains(&skipped) {
            self.skipped.push(skipped);
        }
    }

    /// Takes over what `other` has found, behind its own; of findings about the URL of
    /// a request, `part` names the part by the field.
    #[inline(never)]
    pub fn adopt(&mut self, other: Sink, part: Option<fn(&str) -> Part>) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.skipped.extend(other.skipped);
        for (_, mut finding) in other.findings.into_iter().take(self.room.saturating_sub(self.findings.len())) {
            finding.part = part.map(|part| part(&shown(&finding.path)));
            self.findings.push((self.findings.len(), finding));
        }
    }

    /// The report of what was found.
    #[inline(never)]
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
