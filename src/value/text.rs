//! Texts: their rules, their patterns, and how JSON writes them.

use crate::report::{Fault, Subject, Why};
use std::borrow::Cow;
use std::fmt::Write;

/// A pattern that a source gives, as a regular expression.
#[derive(Debug)]
pub struct Pattern {
    /// What it describes.
    pub name: &'static str,
    /// The expression, anchored at both ends.
    pub text: &'static str,
    /// Where it stands.
    pub source: &'static str,
}

#[cfg(feature = "regex")]
impl Pattern {
    /// The pattern, compiled.
    ///
    /// ```
    /// let customer = bijak::patterns().iter().find(|pattern| pattern.name == "customerId").unwrap();
    /// assert!(customer.regex().unwrap().is_match("KCAB12CD34EF56GH"));
    /// ```
    ///
    /// # Errors
    /// None for the patterns of this library: a test compiles each.
    pub fn regex(&self) -> Result<regex::Regex, regex::Error> {
        regex::Regex::new(self.text)
    }
}

/// How a kind of text is judged and mended.
pub struct TextRule {
    /// Whether line breaks and tabs may stand in it.
    pub lines: bool,
    /// Whether it is personal data, hidden by `masked`.
    pub personal: bool,
    /// What it must look like, for schemas and docs.
    #[cfg(not(feature = "wasm"))]
    pub pattern: Option<&'static Pattern>,
    /// Whether nothing at all is to be said of it, white space included; quick, for the
    /// common case of printable ASCII.
    pub fits: fn(&str) -> bool,
    /// Finds what is wrong with it; nothing, if it fits.
    pub check: for<'t> fn(Subject<'t>, &mut Vec<Fault<'t>>),
    /// Mends it, where the right form is certain; it comes trimmed.
    pub tidy: fn(&str) -> Option<(String, Why)>,
}

/// One line of free text: what the other rules start from.
pub(super) const PLAIN: TextRule = TextRule {
    lines: false,
    personal: false,
    #[cfg(not(feature = "wasm"))]
    pattern: None,
    fits: |text| !is_untrimmed(text),
    check: |_, _| {},
    tidy: |_| None,
};

/// Free text in one line.
pub static LINE: TextRule = PLAIN;

/// Free text that may have several lines.
pub static FREE: TextRule = TextRule { lines: true, ..PLAIN };

/// Whether white space stands around the text.
pub fn is_untrimmed(text: &str) -> bool {
    // Only a space, a control character or what is not ASCII can be white space.
    let suspect = |byte: Option<&u8>| byte.is_some_and(|byte| !(0x21..0x7f).contains(byte));
    let bytes = text.as_bytes();
    (suspect(bytes.first()) || suspect(bytes.last())) && text.trim().len() < text.len()
}

/// Trims the text and mends it by its rule; `None` if both leave it as it is.
pub fn tidy_text(rule: &TextRule, text: &str) -> Option<(String, Why)> {
    let trimmed = text.trim();
    match (rule.tidy)(trimmed) {
        Some(mended) => Some(mended),
        None if trimmed.len() < text.len() => Some((trimmed.to_owned(), Why::Trimmed)),
        None => None,
    }
}

/// The text that the inside of a JSON string stands for. The escapes must be sound;
/// `Err` if half of a surrogate pair is among them.
pub fn decode(raw: &str) -> Result<Cow<'_, str>, LoneSurrogate> {
    if !raw.contains('\\') {
        return Ok(Cow::Borrowed(raw));
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let (escape, mut tail) = after.split_at_checked(1).unwrap_or(("", ""));
        let plain = match escape {
            "b" => "\u{8}",
            "f" => "\u{c}",
            "n" => "\n",
            "r" => "\r",
            "t" => "\t",
            "u" => {
                let (character, after) = surrogates(tail).ok_or(LoneSurrogate)?;
                text.push(character);
                tail = after;
                ""
            }
            other => other,
        };
        text.push_str(plain);
        rest = tail;
    }
    text.push_str(rest);
    Ok(Cow::Owned(text))
}

/// The character that four hex digits begin, or eight with `\u` between them, and what
/// follows.
fn surrogates(text: &str) -> Option<(char, &str)> {
    let (first, rest) = (u32::from(unit(text)?), text.get(4..)?);
    if !(0xd800..0xdc00).contains(&first) {
        return Some((char::from_u32(first)?, rest));
    }
    let rest = rest.strip_prefix("\\u")?;
    let low = u32::from(unit(rest)?).checked_sub(0xdc00).filter(|low| *low < 0x400)?;
    Some((char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + low)?, rest.get(4..)?))
}

/// Half of a surrogate pair: UTF-8 has no bytes for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoneSurrogate;

/// The UTF-16 unit that four hex digits name.
fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.get(..4)?, 16).ok()
}

/// Writes the text as a JSON string, quotes included.
pub fn encode(text: &str, json: &mut String) {
    json.push('"');
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        json.push_str(text.get(plain..at).unwrap_or(""));
        plain = at + 1;
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            8 => "\\b",
            12 => "\\f",
            other => {
                let _ = write!(json, "\\u{other:04x}");
                ""
            }
        };
        json.push_str(escape);
    }
    json.push_str(text.get(plain..).unwrap_or(""));
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read_as_serde_json_reads_them() {
        for raw in [r"plain", r"a\nb\t\\\/\q", r"\u0041\u00e9\u20b9", r"\ud83d\ude00!", r"end\u0000", r"\b\f\r"] {
            let want = serde_json::from_str::<String>(&format!("\"{}\"", raw.replace("\\q", "\\\"")));
            let got = decode(&raw.replace("\\q", "\\\"")).map(Cow::into_owned).unwrap();
            assert_eq!(got, want.unwrap(), "{raw}");
        }
        for raw in [r"\ud83d", r"\ud83dx", r"\ude00", r"\ud83d\u0041", r"\ud83d\ud83d"] {
            assert_eq!(decode(raw), Err(LoneSurrogate), "{raw}");
        }
    }

    #[test]
    fn encoding_and_decoding_give_the_text_back() {
        let text = "a\"b\\c\n\r\t\u{1}\u{7f}₹😀";
        let mut json = String::new();
        encode(text, &mut json);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        assert_eq!(decode(&json[1..json.len() - 1]).unwrap(), text);
    }
}
