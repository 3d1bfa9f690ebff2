//! Encoded findings in the Wasm, from which JavaScript builds findings with the messages of a language.
//!
//! The encoding is one string. A number is one or more characters of six bits each; a string follows its length in UTF-16, so
//! that JavaScript decodes everything at once and slices it. `answer.js` of the package reads it.

use super::sink::short;
use super::{
    Arg, Bounds, ChangeReason, Code, Diagnostic, LazyPath, Locale, Part, Place, Report, Rupees, Severity, Sink, excerpt, name_of, to_text,
};
#[cfg(feature = "full")]
use super::{Path, PathSegment};
use std::borrow::Cow;

/// The marker before a message inside another string.
const SENTENCE: char = '\u{1d}';

/// How a piece of an argument is shown. The lowest bit says that another piece follows.
#[derive(Clone, Copy)]
enum Piece {
    Plain = 0,
    /// A phrase, given by its English form.
    Phrase = 2,
    Rupees = 4,
    /// The user's input, in backticks.
    Input = 6,
}

const MORE: usize = 1;

/// A finding, without what follows from its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredFinding {
    code: Code,
    flags: usize,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The column in characters, from 1.
    pub column: Option<u32>,
    /// The start and end of its record among those of its sink; the message is the end of the record.
    record: [usize; 2],
    sentence: usize,
}

const WARNING: usize = 1;
const IN_PATH: usize = 2;
const IN_QUERY: usize = 4;
const EXPECTED: usize = 8;
const ACTUAL: usize = 16;
const OWN_SOURCE: usize = 32;
const LOCATED: usize = 64;
const PERSONAL: usize = 128;
const HIDDEN: usize = 256;

impl StoredFinding {
    /// A diagnostic at its position, with its record after the previous ones.
    pub(super) fn new(place: Place<'_>, fault: &Diagnostic<'_>, record: &mut Vec<u8>) -> StoredFinding {
        let code = fault.code();
        let mut flags = if fault.severity() == Severity::Warning { WARNING } else { 0 };
        flags |= match place.path.part() {
            None => 0,
            Some(Part::Path) => IN_PATH,
            Some(Part::Query) => IN_QUERY,
        };
        if record.is_empty() {
            record.reserve(512);
        }
        let from = record.len();
        lazy_path(place.path, record);
        number(0, record);
        if code.is_of_page() {
            flags |= OWN_SOURCE;
            text(place.source, record);
        }
        if let Some(right) = fault.expected_value() {
            flags |= EXPECTED;
            text(&short(right), record);
        }
        if let Some(there) = fault.actual_value().map(Cow::Borrowed).or_else(|| place.actual.map(excerpt)) {
            flags |= ACTUAL;
            text(&there, record);
        }
        if place.personal {
            flags |= PERSONAL;
        }
        let sentence = record.len();
        encode_message(fault, record);
        StoredFinding { code, flags, line: None, column: None, record: [from, record.len()], sentence }
    }

    /// The same finding, with its record moved by an offset.
    fn moved(mut self, by: usize) -> StoredFinding {
        self.record = self.record.map(|at| at + by);
        self.sentence += by;
        self
    }

    /// Adds the finding; with `mask`, JavaScript hides a personal value.
    fn write(&self, records: &[u8], mask: bool, out: &mut Vec<u8>) {
        let mut flags = self.flags;
        if mask && flags & PERSONAL > 0 {
            flags |= HIDDEN;
        }
        let place = self.line.zip(self.column);
        if place.is_some() {
            flags |= LOCATED;
        }
        number(self.code as usize, out);
        number(flags, out);
        if let Some((line, column)) = place {
            number(line as usize, out);
            number(column as usize, out);
        }
        let [from, to] = self.record;
        out.extend_from_slice(records.get(from..to).unwrap_or_default());
    }
}

/// The content of a report in the Wasm, in place of findings and skipped rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EncodedReport {
    pub sink: Sink,
    pub mask: bool,
}

impl Sink {
    /// The report on the findings.
    #[inline(never)]
    pub fn into_report(self, endpoint: &'static str, mask: bool) -> Report {
        Report {
            endpoint,
            valid: self.errors == 0,
            errors: self.errors,
            warnings: self.warnings,
            findings: Vec::new(),
            omitted: self.errors + self.warnings - self.findings.len(),
            skipped: Vec::new(),
            encoded: EncodedReport { sink: self, mask },
        }
    }

    /// Adds the report on the findings; `skipped` is the number of the set of skipped rules.
    pub fn write(&self, skipped: usize, mask: bool, out: &mut Vec<u8>) {
        for count in [self.errors, self.warnings, skipped, self.findings.len()] {
            number(count, out);
        }
        for (_, stored) in &self.findings {
            stored.write(&self.records, mask, out);
        }
    }

    /// Takes over the findings of another sink, up to the limit.
    pub(super) fn append(&mut self, other: Sink) {
        let by = self.records.len();
        self.records.extend_from_slice(&other.records);
        for (_, stored) in other.findings.into_iter().take(self.left()) {
            self.findings.push((self.findings.len(), stored.moved(by)));
        }
    }

    /// The messages of the findings, as they are inside another string.
    pub fn messages(&self) -> Vec<String> {
        let sentence = |stored: &StoredFinding| inside(self.records.get(stored.sentence..stored.record[1]).unwrap_or_default());
        self.findings.iter().map(|(_, stored)| sentence(stored)).collect()
    }
}

/// Adds a number: six bits per character, with a continuation mark on all but the last.
pub fn number(number: usize, out: &mut Vec<u8>) {
    if number > 63 {
        higher(number >> 6, out);
    }
    out.push(number as u8 & 63);
}

#[inline(never)]
fn higher(number: usize, out: &mut Vec<u8>) {
    if number > 63 {
        higher(number >> 6, out);
    }
    out.push(number as u8 & 63 | 64);
}

/// Adds a string.
#[inline(never)]
pub fn text(text: &str, out: &mut Vec<u8>) {
    number(units(text), out);
    out.extend_from_slice(text.as_bytes());
}

/// Adds the segments of a path.
#[cfg(feature = "full")]
pub fn path(path: &Path, out: &mut Vec<u8>) {
    for step in &path.0 {
        match step {
            PathSegment::Key(name) => key(name, out),
            PathSegment::Index(at) => index(*at, out),
        }
    }
    number(0, out);
}

/// Adds the segments of a lazy path, without the end marker.
fn lazy_path(here: &LazyPath<'_>, out: &mut Vec<u8>) {
    match here {
        LazyPath::Root | LazyPath::Url(_) => {}
        LazyPath::Called(up, ..) => lazy_path(up, out),
        LazyPath::Field(up, name) => {
            lazy_path(up, out);
            key(up.name_of(name), out);
        }
        LazyPath::Written(up, name) => {
            lazy_path(up, out);
            key(up.name_of(name_of(name)), out);
        }
        LazyPath::Key(up, name) => {
            lazy_path(up, out);
            key(&excerpt(name), out);
        }
        LazyPath::Index(up, at) => {
            lazy_path(up, out);
            index(*at, out);
        }
    }
}

/// A key is an odd number; zero ends a path.
fn key(name: &str, out: &mut Vec<u8>) {
    number(units(name) << 1 | 1, out);
    out.extend_from_slice(name.as_bytes());
}

fn index(at: usize, out: &mut Vec<u8>) {
    number((at + 1) << 1, out);
}

/// The length of a string in JavaScript.
#[inline(never)]
fn units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

/// The message of a diagnostic, as it is inside another string.
pub(super) fn message(fault: &Diagnostic<'_>, _: Locale) -> String {
    let mut sentence = Vec::new();
    encode_message(fault, &mut sentence);
    inside(&sentence)
}

/// A message inside a string.
fn inside(sentence: &[u8]) -> String {
    let mut text = String::from(SENTENCE);
    text.push_str(std::str::from_utf8(sentence).unwrap_or_default());
    text
}

/// Adds the number of a template and the values of its placeholders.
fn encode_message(fault: &Diagnostic<'_>, out: &mut Vec<u8>) {
    let (msg, args) = fault.parts();
    number(msg as usize, out);
    number(args.len(), out);
    for arg in args {
        match arg {
            Arg::Plain(text) => piece(Piece::Plain, text, 0, out),
            Arg::Owned(text) => piece(Piece::Plain, text, 0, out),
            Arg::Input(text) => piece(Piece::Input, &excerpt(text), 0, out),
            Arg::Subject(name, text) => {
                piece(Piece::Plain, name, MORE, out);
                piece(Piece::Plain, " ", MORE, out);
                piece(Piece::Input, &excerpt(text), 0, out);
            }
            Arg::Paise(paise) => {
                piece(Piece::Rupees, Rupees::grouped(*paise).as_str(), 0, out);
            }
            Arg::Count(count) => piece(Piece::Plain, &to_text(count), 0, out),
            Arg::Noun(noun) => piece(Piece::Phrase, noun.english(), 0, out),
            Arg::Phrase(text) => piece(Piece::Phrase, text, 0, out),
            Arg::Bounds(Bounds(min, max)) => {
                let more = min != max;
                piece(Piece::Plain, &to_text(min), usize::from(more), out);
                if more {
                    piece(Piece::Phrase, " to ", MORE, out);
                    piece(Piece::Plain, &to_text(max), 0, out);
                }
            }
            Arg::Either(words) => {
                for (left, word) in (0..words.len()).rev().zip(*words) {
                    piece(Piece::Plain, word, left.min(MORE), out);
                    if left > 0 {
                        piece(Piece::Phrase, " or ", MORE, out);
                    }
                }
            }
        }
    }
}

#[inline(never)]
fn piece(piece: Piece, text: &str, more: usize, out: &mut Vec<u8>) {
    number(units(text) << 3 | piece as usize | more, out);
    out.extend_from_slice(text.as_bytes());
}

/// The number of the reason of a change.
pub(super) fn reason(why: ChangeReason, _: Locale) -> String {
    to_text(&(why as usize))
}
