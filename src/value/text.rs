//! Strings: their rules, their patterns, and their form in JSON.

use crate::report::{Arg, Bounds, ChangeReason, Code, Concat, Diagnostic, MessageId, Severity, Subject, hex};
use std::borrow::Cow;

/// A pattern from a source, as a regular expression.
#[derive(Debug)]
pub struct Pattern {
    /// What it describes.
    pub name: &'static str,
    /// The expression, anchored at both ends.
    pub text: &'static str,
    /// Its source.
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

/// Whether `"` and `\` are allowed in a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quotes {
    /// They are allowed.
    Free,
    /// They would be rejected by a system that the string most likely passes: a warning.
    Unlikely,
    /// The API's pattern `^([^\\\"]){1,N}$` forbids them: an error.
    Never,
}

/// How a kind of string is checked and normalized.
pub struct TextRule {
    /// Whether line breaks and tabs are allowed.
    pub lines: bool,
    /// The minimum and maximum length in characters. Open for a rule whose `check` tests the length.
    pub length: (u32, u32),
    /// Whether the length is documented (an error), or the best known limit (a warning).
    pub documented_length: bool,
    /// Whether `"` and `\` are allowed.
    pub quotes: Quotes,
    /// Whether it is personal data, hidden by `masked`.
    pub personal: bool,
    /// The required pattern, for schemas and docs.
    #[cfg(feature = "schema")]
    pub pattern: Option<&'static Pattern>,
    /// Whether it is valid apart from its length, including white space; a fast path for printable ASCII
    /// without `"` and `\`. Without it, the absence of surrounding white space is enough.
    pub fits: Option<fn(&str) -> bool>,
    /// The diagnostic, if it does not fit.
    pub check: for<'t> fn(Subject<'t>, &mut Vec<Diagnostic<'t>>),
    /// Normalizes the trimmed string, if the correct form is unambiguous.
    pub normalize: Normalizer,
}

/// One line of free text: the base of the other rules.
pub(super) const PLAIN: TextRule = TextRule {
    lines: false,
    length: (0, u32::MAX),
    documented_length: false,
    quotes: Quotes::Free,
    personal: false,
    #[cfg(feature = "schema")]
    pattern: None,
    fits: None,
    check: |_, _| {},
    normalize: |_| None,
};

/// Free text in one line.
pub static LINE: TextRule = PLAIN;

/// Free text that may have several lines.
pub static FREE: TextRule = TextRule { lines: true, ..PLAIN };

/// Free text in one line, in EnKash objects that are sent to Bharat Connect.
pub static ENKASH_LINE: TextRule = TextRule { quotes: Quotes::Unlikely, ..PLAIN };

/// The same, with several lines.
pub static ENKASH_FREE: TextRule = TextRule { lines: true, quotes: Quotes::Unlikely, ..PLAIN };

pub(super) const REMARKS_PATTERN: Pattern =
    Pattern { name: "remarks", text: "^([^\\\\\\\"]){1,100}$", source: "EnKash page confirmInvoice, buyerRemarks" };

pub(super) const UTR_PATTERN: Pattern = Pattern { name: "utr", text: "^([^\\\\\\\"]){1,50}$", source: "EnKash page payInvoices, utr" };

/// Remarks of Bharat Connect: 1 to 100 characters.
pub static REMARKS: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&REMARKS_PATTERN),
    ..TextRule::documented_length(100)
};

/// A bank's reference of a payment: 1 to 50 characters.
pub static UTR: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&UTR_PATTERN),
    ..TextRule::documented_length(50)
};

/// The normalization of a rule.
type Normalizer = fn(&str) -> Option<(String, ChangeReason)>;

/// The normalization of a rule, if it is included in the build.
pub(super) const fn normalizer(normalize: Normalizer) -> Normalizer {
    if super::NORMALIZES { normalize } else { PLAIN.normalize }
}

impl TextRule {
    /// One line of Bharat Connect with the best known limits: those of INV-01 v1.1.
    pub const fn text_length(min: u32, max: u32) -> TextRule {
        TextRule { length: (min, max), quotes: Quotes::Never, ..PLAIN }
    }

    /// One line of Bharat Connect with a documented limit: 1 to `max` characters.
    pub const fn documented_length(max: u32) -> TextRule {
        TextRule { documented_length: true, ..TextRule::text_length(1, max) }
    }

    /// Whether a string of printable ASCII without `"` and `\` is valid.
    pub fn takes(&self, text: &str) -> bool {
        self.holds(text.as_bytes()) && self.fits.is_none_or(|fits| fits(text))
    }

    /// The same, without the test of [`TextRule::fits`].
    #[inline(always)]
    pub fn holds(&self, bytes: &[u8]) -> bool {
        let (min, max) = self.length;
        let trimmed = || bytes.first() != Some(&b' ') && bytes.last() != Some(&b' ');
        min as usize <= bytes.len() && bytes.len() <= max as usize && (self.fits.is_some() || trimmed())
    }

    /// The diagnostic of the string, apart from white space and control characters.
    pub fn faults(&self, text: &str) -> Vec<(Code, Severity)> {
        let mut faults = Vec::new();
        validate_text(self, Subject { name: "the text", text }, &mut faults);
        faults.iter().map(|fault| (fault.code(), fault.severity())).collect()
    }
}

/// The number of characters of a string.
#[inline(never)]
pub fn characters(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
}

/// Checks a string against its rule: length, `"` and `\`, then the check of the rule. If it is empty and
/// must not be, nothing else is reported.
pub fn validate_text<'t>(rule: &TextRule, subject: Subject<'t>, faults: &mut Vec<Diagnostic<'t>>) {
    let (min, max) = rule.length;
    let bounds = Bounds(min, max);
    let length = if rule.length == PLAIN.length { 0 } else { characters(subject.text) };
    let say = |documented, likely| {
        Diagnostic::new(if rule.documented_length { documented } else { likely }).expected(&Concat(&[&bounds, &" characters"]))
    };
    let count = |fault: Diagnostic<'t>| fault.subject(subject).arg(Arg::Count(length)).arg(Arg::Bounds(bounds));
    if length < min as usize {
        if length == 0 {
            faults.push(say(MessageId::Empty, MessageId::EmptyLikely).plain(subject.name));
            return;
        }
        faults.push(count(say(MessageId::TooShort, MessageId::TooShortLikely)));
    } else if length > max as usize {
        faults.push(count(say(MessageId::TooLong, MessageId::TooLongLikely)));
    }
    let forbidden = match rule.quotes {
        Quotes::Free => None,
        Quotes::Unlikely => Some(MessageId::ForbiddenLikely),
        Quotes::Never => Some(MessageId::Forbidden),
    };
    if let Some((msg, sign)) = forbidden.zip(subject.text.chars().find(is_quote)) {
        faults.push(Diagnostic::new(msg).subject(subject).quoted(sign.encode_utf8(&mut [0; 4])));
    }
    (rule.check)(subject, faults);
}

/// Whether it is one of the two characters that are not allowed in strings of Bharat Connect.
pub(super) fn is_quote(sign: &char) -> bool {
    matches!(sign, '"' | '\\')
}

/// Whether the string has surrounding white space.
#[inline(always)]
pub fn is_untrimmed(text: &str) -> bool {
    // Only a space, a control character or a non-ASCII character can be white space.
    let suspect = |byte: Option<&u8>| byte.is_some_and(|byte| !(0x21..0x7f).contains(byte));
    let bytes = text.as_bytes();
    (suspect(bytes.first()) || suspect(bytes.last())) && trims(text)
}

#[inline(never)]
fn trims(text: &str) -> bool {
    text.trim().len() < text.len()
}

/// The string in upper case, if it differs.
pub(super) fn capitalized(text: &str) -> Option<String> {
    text.bytes().any(|byte| byte.is_ascii_lowercase()).then(|| text.to_ascii_uppercase())
}

/// Trims the string and normalizes it by its rule; `None` if nothing changes.
pub fn normalize_text(rule: &TextRule, text: &str) -> Option<(String, ChangeReason)> {
    let trimmed = text.trim();
    match (rule.normalize)(trimmed) {
        Some(normalized) => Some(normalized),
        None if trimmed.len() < text.len() => Some((trimmed.to_owned(), ChangeReason::Trimmed)),
        None => None,
    }
}

/// Whether there is a backslash. Tests eight bytes at a time, with an overlap at the end.
#[inline(always)]
fn is_escaped(bytes: &[u8]) -> bool {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    let has = |eight: &[u8; 8]| {
        let zero = u64::from_le_bytes(*eight) ^ (ONES * b'\\' as u64);
        zero.wrapping_sub(ONES) & !zero & (ONES << 7) != 0
    };
    match bytes.last_chunk() {
        Some(last) => has(last) || bytes.as_chunks().0.iter().any(has),
        None => bytes.contains(&b'\\'),
    }
}

/// The decoded content of a JSON string. The escapes must be valid; `Err` if there is a lone
/// surrogate.
pub fn decode(raw: &str) -> Result<Cow<'_, str>, LoneSurrogate> {
    if !is_escaped(raw.as_bytes()) {
        return Ok(Cow::Borrowed(raw));
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = cut(rest, b'\\') {
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

/// The decoded JSON string; empty if it is not a string.
#[inline(never)]
pub fn content_of(json: &str) -> Cow<'_, str> {
    let inside = json.strip_prefix('"').and_then(|json| json.strip_suffix('"'));
    decode(inside.unwrap_or("")).unwrap_or_default()
}

/// The character of four hex digits, or eight with `\u` between them, and the rest.
fn surrogates(text: &str) -> Option<(char, &str)> {
    let (first, rest) = (u32::from(unit(text)?), text.get(4..)?);
    if !(0xd800..0xdc00).contains(&first) {
        return Some((char::from_u32(first)?, rest));
    }
    let rest = rest.strip_prefix("\\u")?;
    let low = u32::from(unit(rest)?).checked_sub(0xdc00).filter(|low| *low < 0x400)?;
    Some((char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + low)?, rest.get(4..)?))
}

/// The text before and after the first occurrence of an ASCII character: like `split_once`, in fewer bytes of Wasm.
#[inline(never)]
pub fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Half of a surrogate pair, which UTF-8 cannot encode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoneSurrogate;

/// The UTF-16 unit of four hex digits.
fn unit(text: &str) -> Option<u16> {
    let add = |sum: u16, byte: u8| char::from(byte).to_digit(16).map(|digit| sum << 4 | digit as u16);
    text.get(..4)?.bytes().try_fold(0, add)
}

/// Writes a string as JSON, including the quotes.
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
                json.push_str("\\u");
                hex(other.into(), json);
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
    fn lengths_and_quotes_are_judged_by_the_rule() {
        static LONG: TextRule = TextRule::text_length(3, 100);
        static SHORT: TextRule = TextRule::documented_length(5);
        static FIXED: TextRule = TextRule { length: (4, 4), documented_length: true, ..PLAIN };
        use {Code::*, Severity::*};
        for (rule, text, faults) in [
            (&LINE, "", &[][..]),
            (&LINE, "a\"b", &[]),
            (&ENKASH_LINE, "a\"b", &[(TextForbiddenCharacter, Warning)]),
            (&ENKASH_FREE, "a\nb\\", &[(TextForbiddenCharacter, Warning)]),
            (&LONG, "", &[(TextEmpty, Warning)]),
            (&LONG, "ab", &[(TextTooShort, Warning)]),
            (&LONG, "₹₹₹", &[]),
            (&LONG, "\"\\", &[(TextTooShort, Warning), (TextForbiddenCharacter, Error)]),
            (&SHORT, "", &[(TextEmpty, Error)]),
            (&SHORT, "₹₹₹₹₹", &[]),
            (&SHORT, "123456", &[(TextTooLong, Error)]),
            (&FIXED, "123", &[(TextTooShort, Error)]),
        ] {
            assert_eq!(rule.faults(text), faults, "{text}");
            assert!(text.contains(|sign| is_quote(&sign)) || !rule.takes(text) || faults.is_empty(), "{text}");
        }
        for max in [(&REMARKS, 100), (&UTR, 50)] {
            assert!(max.0.takes(&"x".repeat(max.1)) && max.0.takes("x"));
            assert!(!max.0.takes(&"x".repeat(max.1 + 1)) && !max.0.takes(""));
            assert_eq!(max.0.faults(&"₹".repeat(max.1)), []);
            assert_eq!(max.0.faults(&"₹".repeat(max.1 + 1)), [(TextTooLong, Error)]);
        }
    }

    #[test]
    fn bounds_are_reported() {
        let mut faults = Vec::new();
        for rule in [TextRule::text_length(3, 100), TextRule::text_length(4, 4), TextRule::documented_length(1)] {
            validate_text(&rule, Subject { name: "x", text: "ab" }, &mut faults);
        }
        let reported: Vec<_> = faults.iter().map(|fault| fault.expected_value().unwrap()).collect();
        assert_eq!(reported, ["3 to 100 characters", "4 characters", "1 characters"]);
        let message = faults[0].message(crate::report::Locale::En);
        assert!(message.starts_with("x `ab` has 2 characters; ") && message.ends_with(" require 3 to 100, so check it"), "{message}");
    }

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
