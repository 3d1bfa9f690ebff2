//! The compact form of JSON, in which JavaScript passes an object: a documented key is a single
//! byte, its number, without quotes and colon. Everything else is JSON.

use super::members::{string_end, value_end};
use crate::payload::{Field, Kind, Shape};

/// The byte of a table's first field.
pub const FIRST_KEY: u8 = b'#';

/// The number of fields that have a byte. From the first to the closing brace no byte has another meaning where a key is
/// expected: enough for the largest table.
pub const KEYS: u8 = b'}' - FIRST_KEY;

/// The field that a byte stands for.
#[inline(always)]
pub fn numbered(shape: &'static Shape, byte: u8) -> Option<(usize, &'static Field)> {
    let index = usize::from(byte.checked_sub(FIRST_KEY)?);
    shape.fields.get(index).map(|field| (index, field))
}

/// The value at the start of the text as JSON; of a long value at least the first `enough` bytes.
#[inline(never)]
pub fn in_full(text: &str, kind: &Kind, enough: usize) -> String {
    let mut full = String::new();
    value(text, kind, enough, &mut full);
    full
}

/// Adds the value at the start of the text; returns the rest.
fn value<'t>(text: &'t str, kind: &Kind, enough: usize, full: &mut String) -> &'t str {
    let end = match (kind, text.as_bytes()) {
        (Kind::Object(_), [b'{', next, ..]) if *next != b'}' => b'}',
        (Kind::List(Kind::Object(_)), [b'[', next, ..]) if *next != b']' => b']',
        _ => return moved(text, value_end(text), full),
    };
    let mut rest = moved(text, 1, full);
    while full.len() < enough {
        rest = match (kind, rest.as_bytes().first()) {
            (Kind::List(element), _) => value(rest, element, enough, full),
            (Kind::Object(shape), Some(byte)) if let Some((_, field)) = numbered(shape, *byte) => {
                full.push('"');
                full.push_str(field.name());
                full.push_str("\":");
                value(rest.get(1..).unwrap_or(""), &field.kind, enough, full)
            }
            _ => {
                let rest = moved(rest, string_end(rest) + 1, full);
                moved(rest, value_end(rest), full)
            }
        };
        let last = rest.bytes().next().is_none_or(|byte| byte == end);
        rest = moved(rest, 1, full);
        if last {
            return rest;
        }
    }
    ""
}

/// Adds a number of bytes unchanged; returns the rest.
fn moved<'t>(text: &'t str, length: usize, full: &mut String) -> &'t str {
    let (moved, rest) = text.split_at_checked(length).unwrap_or((text, ""));
    full.push_str(moved);
    rest
}

#[cfg(test)]
mod tests {
    use super::{KEYS, in_full};
    use crate::payload::{Endpoint, Kind, NBBL_INVOICE, Shape};
    use crate::read::Job;
    use crate::report::Report;
    use crate::{Options, check};

    /// The bytes that JavaScript would write: `name` stands for a documented key.
    fn number(shape: &Shape, name: &str) -> char {
        let index = shape.fields.iter().position(|field| field.name() == name).unwrap();
        char::from(b'#' + u8::try_from(index).unwrap())
    }

    fn checked(endpoint: Endpoint, text: &str, compact: bool) -> Report {
        let options = Options::new();
        let reading = options.checked(&Job { compact, ..options.job(0, endpoint, false) }, text.as_bytes());
        options.report(endpoint, options.located(text.as_bytes(), reading, false))
    }

    #[test]
    fn a_compact_payload_has_the_report_of_its_text() {
        let doc = |name| number(&NBBL_INVOICE, name);
        let Kind::List(Kind::Object(item)) = NBBL_INVOICE.field("itemLists").unwrap().kind else { panic!() };
        let rows = [
            format!(
                r#"{{{i}[{{{q}-1,"stray":{{"a":1}},{r}{{}}}}],{s}{{}},"x":2,{t}[]}}"#,
                i = doc("itemLists"),
                s = doc("supplierDetails"),
                t = doc("ts"),
                q = number(item, "quantity"),
                r = number(item, "rates")
            ),
            r#"{"itemLists":[{"quantity":-1,"stray":{"a":1},"rates":{}}],"supplierDetails":{},"x":2,"ts":[]}"#.to_owned(),
        ];
        let [compact, text] = rows.each_ref().map(|row| checked(Endpoint::NbblInvoice, row, row.len() < 80));
        assert_eq!(compact, text);
        assert!(text.findings.len() > 10);
        assert_eq!(in_full(&rows[0], &Kind::Object(&NBBL_INVOICE), 1000), rows[1]);
        assert!(rows[1].starts_with(&in_full(&rows[0], &Kind::Object(&NBBL_INVOICE), 30)));
    }

    #[test]
    fn every_documented_key_has_a_byte() {
        fn fits(shape: &Shape) {
            assert!(shape.fields.len() <= usize::from(KEYS), "{shape:?}");
            for field in shape.fields {
                if let Kind::Object(inner) | Kind::List(Kind::Object(inner)) = &field.kind {
                    fits(inner);
                }
            }
        }
        Endpoint::ALL.iter().for_each(|endpoint| fits(endpoint.shape()));
    }

    #[test]
    fn a_text_is_never_compact() {
        for text in ["{#1}", "{\"cgst\"1}", "{$90,%90}"] {
            let report = check(Endpoint::UpdateInvoice, text, &Options::new());
            assert_eq!(report.findings[0].code.as_str(), "json.syntax", "{text}");
        }
    }
}
