//! Texts: their rules, their patterns, and how JSON writes them.

use crate::report::{Fault, Subject, Why};
use std::borrow::Cow;

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
    pub pattern: Option<&'static Pattern>,
    /// Whether nothing at all is to be said of it; quick, for the common case.
    pub fits: fn(&str) -> bool,
    /// Finds what is wrong with it; nothing, if it fits.
    pub check: for<'t> fn(Subject<'t>, &mut Vec<Fault<'t>>),
    /// Mends it, where the right form is certain; it comes trimmed.
    pub tidy: fn(&str) -> Option<(String, Why)>,
}

const PLAIN: TextRule = TextRule { lines: false, personal: false, pattern: None, fits: |_| true, check: |_, _| {}, tidy: |_| None };

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
        let mut tail = after.chars();
        match tail.next() {
            Some('b') => text.push('\u{8}'),
            Some('f') => text.push('\u{c}'),
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('u') => {
                let first = unit(tail.as_str()).ok_or(LoneSurrogate)?;
                let mut after_first = tail.as_str().get(4..).unwrap_or("");
                let mut code = u32::from(first);
                if (0xd800..0xdc00).contains(&first) {
                    let low = after_first.strip_prefix("\\u").and_then(unit).filter(|low| (0xdc00..0xe000).contains(low));
                    code = 0x1_0000 + ((code - 0xd800) << 10) + u32::from(low.ok_or(LoneSurrogate)? - 0xdc00);
                    after_first = after_first.get(6..).unwrap_or("");
                }
                text.push(char::from_u32(code).ok_or(LoneSurrogate)?);
                tail = after_first.chars();
            }
            Some(other) => text.push(other),
            None => {}
        }
        rest = tail.as_str();
    }
    text.push_str(rest);
    Ok(Cow::Owned(text))
}

/// Half of a surrogate pair: UTF-8 has no bytes for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoneSurrogate;

/// The UTF-16 unit that four hex digits name.
fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.get(..4)?, 16).ok()
}

/// The text as a JSON string, quotes included.
pub fn encode(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            c if c < ' ' => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => json.push(c),
        }
    }
    json.push('"');
    json
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
        let json = encode(text);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        assert_eq!(decode(&json[1..json.len() - 1]).unwrap(), text);
    }
}
