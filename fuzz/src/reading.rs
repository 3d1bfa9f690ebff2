//! Our reading beside serde_json's: the same texts are JSON, and every member and leaf is
//! judged as a slow reader judges it that has the whole tree, regular expressions and
//! decimals of any size.

use crate::check::offset;
use crate::input::Input;
use crate::walk::{self, Inside, Member, Value};
use bigdecimal::num_bigint::BigInt;
use bigdecimal::{BigDecimal, RoundingMode, Signed, ToPrimitive, Zero};
use bijak::payload::{Field, Kind, Presence, Shape};
use bijak::{Code, Finding, Options, check};
use serde::de::IgnoredAny;
use std::collections::BTreeMap;
use std::str::FromStr;

/// The codes that this reading knows, all but those of rules between fields.
const KNOWN: &[Code] = &[
    Code::JsonDuplicateKey,
    Code::FieldUnknown,
    Code::FieldMissing,
    Code::FieldNull,
    Code::FieldType,
    Code::FieldEmptyObject,
    Code::TextLoneSurrogate,
    Code::TextUntrimmed,
    Code::TextControlCharacter,
    Code::AmountAsText,
    Code::AmountNegative,
    Code::AmountTooPrecise,
    Code::AmountTooLarge,
    Code::AmountBelowMinimum,
    Code::NumberNotInteger,
    Code::NumberOutOfRange,
];

/// Of these, some are raised by rules between fields too.
const SHARED: &[Code] = &[Code::FieldMissing, Code::AmountNegative];

pub fn run(bytes: &[u8]) {
    let Some(Input { endpoint, limits, payload, .. }) = Input::of(bytes) else { return };
    if payload.len() > limits.bytes {
        return;
    }
    let options = Options::new().limits(bijak::Limits { findings: usize::MAX, ..limits });
    let report = check(endpoint, payload, &options);
    let text = std::str::from_utf8(payload).ok().filter(|text| serde_json::from_str::<IgnoredAny>(text).is_ok());
    assert_eq!(report.has(Code::JsonSyntax), text.is_none(), "JSON or not");
    let Some(text) = text else { return };
    let deep = walk::depth(text) > limits.depth;
    assert_eq!(report.has(Code::JsonTooDeep), deep, "too deep or not");
    let shape = endpoint.shape();
    let Some(value) = walk::value(text, limits.depth).filter(|value| !deep && !deferred_twice(value, shape)) else {
        return;
    };

    let mut found: Found<'_> = BTreeMap::new();
    for finding in report.findings.iter().filter(|finding| KNOWN.contains(&finding.code)) {
        let key = match (finding.code, finding.path.0.last()) {
            (Code::FieldMissing, Some(bijak::PathSegment::Key(key))) => key.to_string(),
            _ => String::new(),
        };
        found.entry((offset(payload, finding).expect("a place"), finding.code, key)).or_default().push(finding);
    }
    let mut reader = Reader { found };
    match &value.inside {
        Inside::Map(members) => reader.object(shape, &value, members),
        _ => {
            reader.takes(value.at, Code::FieldType, "");
        }
    }
    let left: Vec<_> = reader.found.into_values().flatten().filter(|finding| !SHARED.contains(&finding.code)).collect();
    assert!(left.is_empty(), "nothing is wrong there: {left:#?}");
}

/// Whether the field that waits for others stands twice: only one of them is judged then.
fn deferred_twice(root: &Value<'_>, shape: &Shape) -> bool {
    let Some(deferred) = shape.fields.get(shape.deferred.field) else {
        return shape.fields.iter().any(|field| match (&field.kind, &root.inside) {
            (Kind::Object(inner), Inside::Map(members)) => {
                members.iter().any(|member| member.name.as_deref() == Some(field.name()) && deferred_twice(&member.value, inner))
            }
            _ => false,
        });
    };
    let Inside::Map(members) = &root.inside else { return false };
    members.iter().filter(|member| member.name.as_deref() == Some(deferred.name())).count() > 1
}

/// The findings of a report by byte, code and, of what is missing, its name.
type Found<'r> = BTreeMap<(usize, Code, String), Vec<&'r Finding>>;

struct Reader<'r> {
    found: Found<'r>,
}

impl<'r> Reader<'r> {
    /// Takes one such finding out of the report, where it must be.
    fn takes(&mut self, at: usize, code: Code, key: &str) -> &'r Finding {
        self.maybe(at, code, key).unwrap_or_else(|| panic!("{code} {key} is not found at byte {at}"))
    }

    fn maybe(&mut self, at: usize, code: Code, key: &str) -> Option<&'r Finding> {
        self.found.get_mut(&(at, code, key.to_owned()))?.pop()
    }

    fn object(&mut self, shape: &'static Shape, value: &Value<'_>, members: &[Member<'_>]) {
        for (place, member) in members.iter().enumerate() {
            let name = member.name.as_deref();
            if name.is_none() {
                self.takes(member.at, Code::TextLoneSurrogate, "");
            }
            let known = name.and_then(|name| shape.field(name));
            if known.is_none() {
                self.takes(member.at, Code::FieldUnknown, "");
            }
            // Keys with half a character are compared as they are written.
            let same = |other: &Member<'_>| match (&other.name, &member.name) {
                (Some(one), Some(two)) => one == two,
                (None, None) => raw_key(value, other) == raw_key(value, member),
                (Some(one), None) => one == raw_key(value, member),
                (None, Some(two)) => raw_key(value, other) == two,
            };
            if members[..place].iter().any(same) {
                self.takes(member.at, Code::JsonDuplicateKey, "");
            }
            if let Some(field) = known {
                self.field(field, &member.value);
            }
        }
        for field in shape.fields.iter().filter(|field| matches!(field.presence, Presence::Required | Presence::Recommended)) {
            if members.iter().all(|member| member.name.as_deref() != Some(field.name())) {
                self.takes(value.at, Code::FieldMissing, field.name());
            }
        }
    }

    fn field(&mut self, field: &'static Field, value: &Value<'_>) {
        match (&field.kind, value.raw) {
            (Kind::Opaque, _) => {}
            (_, "null") if field.presence == Presence::Nullable => {}
            (_, "null") => {
                self.takes(value.at, Code::FieldNull, "");
            }
            (kind, _) => self.kind(kind, value, field.presence == Presence::Nullable),
        }
    }

    fn kind(&mut self, kind: &'static Kind, value: &Value<'_>, nullable: bool) {
        let first = value.raw.as_bytes()[0];
        let number = matches!(first, b'-' | b'0'..=b'9');
        match (kind, &value.inside, first) {
            (Kind::Opaque, ..) | (Kind::OpaqueObject, _, b'{') | (Kind::Flag, _, b't' | b'f') => {}
            (Kind::Object(shape), Inside::Map(members), _) => self.object(shape, value, members),
            (Kind::List(element), Inside::List(elements), _) => {
                for value in elements {
                    self.kind(element, value, false);
                }
            }
            (Kind::Text(_) | Kind::Choice(_) | Kind::Date(_), _, b'"') => match serde_json::from_str::<String>(value.raw) {
                Ok(text) => self.text(kind, &text, value.at),
                Err(_) => {
                    self.takes(value.at, Code::TextLoneSurrogate, "");
                }
            },
            (Kind::Amount(_), ..) if number => self.amount(kind, value.raw, value.at, Some(value.raw)),
            (Kind::Amount(_), _, b'"') => {
                let text = serde_json::from_str::<String>(value.raw).ok();
                match text.and_then(|text| bijak::plain_number(&text)) {
                    Some(number) => {
                        let finding = self.takes(value.at, Code::AmountAsText, "");
                        let right = finding.expected.as_deref().expect("the number");
                        // One of hundreds of digits is cut, the noise of floats is mended.
                        let right = if right.ends_with('…') { number.as_str() } else { right };
                        let (Number::Is(given), Number::Is(meant)) = (Number::of(right), Number::of(&number)) else {
                            panic!("{right} is no number of moderate size");
                        };
                        assert!((given - meant).abs() < BigDecimal::new(BigInt::from(1), 9), "{right} for {number}");
                        self.amount(kind, right, value.at, None);
                    }
                    None => {
                        self.takes(value.at, Code::FieldType, "");
                    }
                }
            }
            (Kind::Int((low, high)), ..) if number => match Number::of(value.raw) {
                Number::Is(number) if number.normalized().fractional_digit_count() > 0 => {
                    let large = number.abs() > i64::MAX;
                    let either = large.then(|| self.maybe(value.at, Code::NumberOutOfRange, "")).flatten();
                    either.unwrap_or_else(|| self.takes(value.at, Code::NumberNotInteger, ""));
                }
                Number::Is(number) if (BigDecimal::from(*low)..=BigDecimal::from(*high)).contains(&number) => {}
                Number::Is(_) | Number::Vast => {
                    self.takes(value.at, Code::NumberOutOfRange, "");
                }
                Number::Tiny => {
                    self.takes(value.at, Code::NumberNotInteger, "");
                }
            },
            _ => {
                let inside = &value.raw[1..value.raw.len().max(2) - 1];
                let code = if nullable && first == b'{' && inside.trim().is_empty() { Code::FieldEmptyObject } else { Code::FieldType };
                self.takes(value.at, code, "");
            }
        }
    }

    fn text(&mut self, kind: &Kind, text: &str, at: usize) {
        let Kind::Text(rule) = kind else { return };
        if text.chars().any(|c| c.is_control() && !(rule.lines && "\n\r\t".contains(c))) {
            self.takes(at, Code::TextControlCharacter, "");
        }
        if text != text.trim() {
            self.takes(at, Code::TextUntrimmed, "");
        }
    }

    /// Judges a number by the rule of its field.
    fn amount(&mut self, kind: &Kind, lexeme: &str, at: usize, actual: Option<&str>) {
        let Kind::Amount(rule) = kind else { return };
        let unit = |units: i64| BigDecimal::new(BigInt::from(units), rule.decimals.into());
        let mut number = match Number::of(lexeme) {
            Number::Is(number) => number,
            Number::Vast => return self.large(rule.ranged, at, actual),
            Number::Tiny => {
                self.takes(at, Code::AmountTooPrecise, "");
                return;
            }
        };
        if number.normalized().fractional_digit_count() > i64::from(rule.decimals) {
            // Of a number that is too large as well, one of the two is told.
            let Some(finding) = self.maybe(at, Code::AmountTooPrecise, "") else {
                assert!(number.abs() > unit(rule.maximum), "{lexeme} is too precise");
                return self.large(rule.ranged, at, actual);
            };
            let nearest = number.with_scale_round(rule.decimals.into(), RoundingMode::HalfUp);
            let near = (&nearest - &number).abs() < BigDecimal::new(BigInt::from(1), 9);
            match &finding.expected {
                Some(expected) => {
                    assert_eq!((BigDecimal::from_str(expected).expect("a number"), near), (nearest.clone(), true), "{lexeme}");
                }
                // No float has more than 17 digits, and none that amounts leave is so small.
                None => {
                    let (digits, decimals) = number.normalized().into_bigint_and_exponent();
                    assert!(!near || digits.abs().to_string().len() > 17 || decimals > 30, "{lexeme} is the noise of a float");
                    return;
                }
            }
            number = nearest;
        }
        if rule.ranged && (number.is_negative() || number > unit(rule.maximum)) {
            self.takes(at, Code::NumberOutOfRange, "");
        } else if number.abs() > unit(rule.maximum) {
            self.large(false, at, actual);
        } else {
            if rule.minimum.is_some_and(|minimum| !number.is_negative() && number < unit(minimum)) {
                self.takes(at, Code::AmountBelowMinimum, "");
            }
            if number.is_negative() && !rule.negative {
                self.takes(at, Code::AmountNegative, "");
            }
        }
    }

    fn large(&mut self, ranged: bool, at: usize, actual: Option<&str>) {
        let code = if ranged { Code::NumberOutOfRange } else { Code::AmountTooLarge };
        let finding = self.takes(at, code, "");
        if let Some(actual) = actual.filter(|actual| actual.len() <= 60) {
            assert_eq!(finding.actual.as_deref(), Some(actual));
        }
    }
}

/// The key of a member as it is written.
fn raw_key<'t>(object: &Value<'t>, member: &Member<'t>) -> &'t str {
    let from = &object.raw[member.at - object.at + 1..];
    let mut escaped = false;
    let end = from.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    &from[..end.expect("a closing quote")]
}

/// A JSON number.
enum Number {
    Is(BigDecimal),
    /// Beyond all limits: its digits are not to be spelled out.
    Vast,
    /// Not zero, but finer than any unit.
    Tiny,
}

impl Number {
    fn of(lexeme: &str) -> Number {
        let (mantissa, exponent) = lexeme.split_once(['e', 'E']).unwrap_or((lexeme, "0"));
        let exponent = BigInt::from_str(exponent).expect("an exponent");
        let far = BigInt::from(lexeme.len() + 100);
        let mantissa = BigDecimal::from_str(mantissa).expect("a number");
        match exponent.to_i64() {
            _ if mantissa.is_zero() => Number::Is(mantissa),
            Some(exponent) if BigInt::from(exponent.abs()) <= far => {
                let (digits, scale) = mantissa.into_bigint_and_exponent();
                Number::Is(BigDecimal::new(digits, scale - exponent))
            }
            _ if exponent.is_negative() => Number::Tiny,
            _ => Number::Vast,
        }
    }
}
