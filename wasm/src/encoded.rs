//! Encoded findings in the Wasm, from which JavaScript builds findings with the messages of a language.
//!
//! The encoding is one string. A number is one or more characters of six bits each; a string follows its length in UTF-16, so
//! that JavaScript decodes everything at once and slices it. `answer.js` of the package reads it.

use crate::constants::*;
use bijak::internal::{Arg, Bounds, Diagnostic, Messages, Rupees, Sink, StoredFinding, excerpt, to_text};
use bijak::{Locale, Part, Path, PathSegment, Severity};

/// The messages of the binding: encoded, for JavaScript has the languages.
pub const MESSAGES: Messages = Messages { locale: Locale::En, write: message };

/// How a piece of an argument is shown.
#[derive(Clone, Copy)]
enum Piece {
    Plain = PLAIN as isize,
    Phrase = PHRASE as isize,
    Rupees = RUPEES as isize,
    Input = INPUT as isize,
}

/// Adds a finding; with `mask`, JavaScript hides a personal value.
fn finding(finding: &StoredFinding, mask: bool, out: &mut Vec<u8>) {
    let mut flags = match finding.part {
        None => 0,
        Some(Part::Path) => IN_PATH,
        Some(_) => IN_QUERY,
    };
    let mut flag = |bit: usize, is_set: bool| flags |= if is_set { bit } else { 0 };
    let place = finding.line.zip(finding.column);
    let own_source = finding.code.is_of_page();
    flag(WARNING, finding.severity == Severity::Warning);
    flag(EXPECTED, finding.expected.is_some());
    flag(ACTUAL, finding.actual.is_some());
    flag(OWN_SOURCE, own_source);
    flag(LOCATED, place.is_some());
    if finding.masked_message.is_some() {
        flag(PERSONAL, true);
        flag(HIDDEN, mask);
    }
    number(finding.code as usize, out);
    number(flags, out);
    if let Some((line, column)) = place {
        number(line as usize, out);
        number(column as usize, out);
    }
    path(&finding.path, out);
    if own_source {
        text(finding.page, out);
    }
    for side in [&finding.expected, &finding.actual].into_iter().flatten() {
        text(side, out);
    }
    out.extend_from_slice(finding.message.as_bytes().get(SENTENCE.len_utf8()..).unwrap_or_default());
}

/// Adds the report on the findings; `skipped` is the number of the set of skipped rules.
pub fn report(sink: &Sink, skipped: usize, mask: bool, out: &mut Vec<u8>) {
    for count in [sink.errors, sink.warnings, skipped, sink.findings.len()] {
        number(count, out);
    }
    for (_, stored) in &sink.findings {
        finding(stored, mask, out);
    }
}

/// Adds a number: a digit per character, with a continuation mark on all but the last.
pub fn number(number: usize, out: &mut Vec<u8>) {
    if number >= BASE {
        higher(number / BASE, out);
    }
    out.push((number % BASE) as u8);
}

#[inline(never)]
fn higher(number: usize, out: &mut Vec<u8>) {
    if number >= BASE {
        higher(number / BASE, out);
    }
    out.push((BASE + number % BASE) as u8);
}

/// Adds a string.
#[inline(never)]
pub fn text(text: &str, out: &mut Vec<u8>) {
    number(units(text), out);
    out.extend_from_slice(text.as_bytes());
}

/// Adds the segments of a path, and the end marker.
pub fn path(path: &Path, out: &mut Vec<u8>) {
    for segment in &path.0 {
        match segment {
            PathSegment::Key(name) => key(name, out),
            PathSegment::Index(at) => index(*at, out),
        }
    }
    number(0, out);
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

/// The message of a diagnostic, as it is inside another string. JavaScript masks it.
pub fn message(diagnostic: &Diagnostic<'_>, _: Locale, masked: bool) -> String {
    if masked {
        return String::new();
    }
    let mut sentence = vec![SENTENCE as u8];
    encode_message(diagnostic, &mut sentence);
    String::from_utf8(sentence).unwrap_or_default()
}

/// Adds the number of a template and the values of its placeholders.
fn encode_message(diagnostic: &Diagnostic<'_>, out: &mut Vec<u8>) {
    let (message, args) = diagnostic.parts();
    number(message as usize, out);
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
    number(units(text) << PIECE_BITS | piece as usize | more, out);
    out.extend_from_slice(text.as_bytes());
}
