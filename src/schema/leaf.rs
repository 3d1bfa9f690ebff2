//! Schemas of leaves: strings, enumerations, numbers and dates.

use super::tree::{Members, Tree};
use crate::payload::{Choice, Field, Kind};
use crate::report::{Code, Severity};
use crate::value::{AmountRule, DateForm, TextRule, gstin_expression};

/// What a string rule rejects. It is found by probing the rule: the string `"` violates every
/// format.
enum Form {
    /// Nothing: all its findings are warnings.
    Any,
    /// `"` and `\`.
    Quotes,
    /// Anything but the state codes that it accepts.
    State,
    /// Anything but a GSTIN.
    Gstin,
    /// Anything that its pattern does not match.
    Pattern,
}

impl Form {
    fn of(rule: &TextRule) -> Form {
        match refusal(rule, "\"") {
            None => Form::Any,
            Some(Code::TextForbiddenCharacter) => Form::Quotes,
            Some(Code::StateUnknown) => Form::State,
            Some(Code::GstinLength) => Form::Gstin,
            Some(_) => Form::Pattern,
        }
    }
}

/// The first error of a string.
fn refusal(rule: &TextRule, text: &str) -> Option<Code> {
    rule.faults(text).into_iter().find(|(_, severity)| *severity == Severity::Error).map(|(code, _)| code)
}

/// The keywords of a string.
pub fn text(rule: &TextRule) -> Members {
    let mut schema = vec![("type", Tree::text("string"))];
    let pattern = |text: String| ("pattern", Tree::Text(text));
    match Form::of(rule) {
        Form::Any => {}
        Form::Quotes => schema.push(pattern("^[^\\\\\"]*$".to_owned())),
        Form::State => {
            let codes: Vec<String> = (0..100).map(|code| format!("{code:02}")).filter(|code| refusal(rule, code).is_none()).collect();
            schema.push(("enum", Tree::texts(codes.iter().map(String::as_str))));
        }
        Form::Gstin => schema.push(pattern(gstin_expression(rule))),
        Form::Pattern => schema.extend(rule.pattern.map(|known| pattern(unicode(known.text)))),
    }
    if rule.documented_length {
        let (min, max) = rule.length;
        schema.push(("minLength", Tree::Number(min.to_string())));
        schema.push(("maxLength", Tree::Number(max.to_string())));
    }
    if rule.pattern.is_some_and(|pattern| pattern.name == "email") {
        schema.push(("format", Tree::text("email")));
    }
    schema
}

/// The pattern for JavaScript with the `u` flag, which does not allow the escape `\"`.
fn unicode(pattern: &str) -> String {
    pattern.replace("\\\"", "\"")
}

/// An enumeration; examples if the list is open.
pub fn choice(choice: &Choice) -> Members {
    let key = if choice.closed { "enum" } else { "examples" };
    vec![("type", Tree::text("string")), (key, Tree::texts(choice.words.iter().copied()))]
}

/// A number with its bounds; its decimals are in its description.
pub fn amount(rule: &AmountRule) -> Members {
    let least = if rule.negative { -rule.maximum } else { rule.minimum.unwrap_or(0) };
    let number = |units| {
        let text = rule.text(units);
        let short = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        Tree::Number(short.to_owned())
    };
    vec![("type", Tree::text("number")), ("minimum", number(least)), ("maximum", number(rule.maximum))]
}

/// An integer with its bounds.
pub fn int(from: i64, to: i64) -> Members {
    let number = |bound: i64| Tree::Number(bound.to_string());
    vec![("type", Tree::text("integer")), ("minimum", number(from)), ("maximum", number(to))]
}

const DAY: &str = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const MINUTE: &str = "([01][0-9]|2[0-3]):[0-5][0-9]";
const SECOND: &str = ":[0-5][0-9](\\.[0-9]{1,9})?";

/// A date. It has a pattern in addition to the format because few validators assert formats; the
/// pattern accepts the 31st of every month.
pub fn date(form: DateForm) -> Members {
    let (format, pattern) = match form {
        DateForm::Day => (Some("date"), Some(format!("^{DAY}$"))),
        DateForm::LocalTime => (None, Some(format!("^{DAY}T{MINUTE}({SECOND})?$"))),
        DateForm::Instant => (Some("date-time"), Some(format!("^{DAY}T{MINUTE}{SECOND}([Zz]|[+-]{MINUTE})$"))),
        DateForm::Stamp => (None, Some(format!("^{DAY} {MINUTE}{SECOND}$"))),
        DateForm::Any => (None, None),
    };
    let mut schema = vec![("type", Tree::text("string"))];
    schema.extend(format.map(|format| ("format", Tree::text(format))));
    schema.extend(pattern.map(|pattern| ("pattern", Tree::Text(pattern))));
    schema.push(("examples", Tree::texts([form.example()])));
    schema
}

/// Warnings and rules that no keyword can express, as a sentence for the description.
pub fn hint(field: &Field) -> Option<String> {
    match &field.kind {
        Kind::Amount(rule) if !field.doc.contains("decimals") => Some(format!("At most {} decimals.", rule.decimals)),
        Kind::Text(rule) => usual_length(rule).or_else(|| usual_form(rule)),
        _ => None,
    }
}

fn usual_length(rule: &TextRule) -> Option<String> {
    let (min, max) = rule.length;
    (!rule.documented_length && max < u32::MAX).then(|| format!("Usually {min} to {max} characters."))
}

fn usual_form(rule: &TextRule) -> Option<String> {
    let pattern = rule.pattern.filter(|_| matches!(Form::of(rule), Form::Any))?;
    Some(format!("Usually like `{}`.", pattern.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::TEXT_RULES;

    /// Strings that some rule accepts, and similar strings.
    fn texts() -> Vec<String> {
        let valid = [
            "",
            "\"",
            "\\",
            " ",
            "₹",
            "27",
            "96",
            "99",
            "28",
            "39",
            "URP",
            "IN",
            "INR",
            "KC1234567890ABCD",
            "CEK1234567",
            "a.b@example.co.in",
            "27AAPFU0939F1ZV",
            "29AABCK5678F1Z7",
            "9917USA12345OSX",
            "0717USA12345NRX",
            "0717UNO12345UNX",
            "07AAAA12345A1Z5",
            "07AAAAA1234A1CX",
            "07AAAA11234A1DX",
            "880000000000000",
            "1006",
            "99831",
            "998314",
            "110001",
            "HDFC0000001",
            "ab@upi",
            "KA01AB1234",
            "INNSA1",
            "+91 9876543210",
            "044123",
            "KGS",
            "INV/2025-26/42",
            "INV0123456789abcdefABCDEF0123456789",
            "PMT0123456789abcdefABCDEF0123456789",
            "58f1669d0123456789abcdef0123456789abcdef0123456789abcdef0123c3f8",
        ];
        let mut texts: Vec<String> = valid.iter().map(|text| (*text).to_owned()).collect();
        for length in [49, 50, 51, 99, 100, 101] {
            texts.extend(["x", "₹", "😀"].map(|sign| sign.repeat(length)));
        }
        for text in texts.clone() {
            let signs: Vec<char> = text.chars().collect();
            for at in 0..signs.len() {
                for sign in ['0', '9', 'C', 'K', 'Z', 'a', '-', ' ', '"', '₹'] {
                    let mut near = signs.clone();
                    near[at] = sign;
                    texts.push(near.iter().collect());
                    near[at] = signs[at];
                    near.insert(at, sign);
                    texts.push(near.iter().collect());
                }
                let mut near = signs.clone();
                near.remove(at);
                texts.push(near.into_iter().collect());
            }
        }
        texts
    }

    /// Whether the keywords accept a string.
    fn matcher(schema: &Members) -> impl Fn(&str) -> bool + use<> {
        let find = |key: &str| schema.iter().find(|(known, _)| *known == key).map(|(_, value)| value.clone());
        let pattern = find("pattern").map(|pattern| match pattern {
            Tree::Text(text) => regex::Regex::new(&text).unwrap(),
            other => panic!("{other:?}"),
        });
        let number = |key| match find(key) {
            Some(Tree::Number(number)) => number.parse().ok(),
            _ => None,
        };
        let (words, min, max) = (find("enum"), number("minLength").unwrap_or(0), number("maxLength").unwrap_or(usize::MAX));
        move |text| {
            let length = (min..=max).contains(&text.chars().count());
            let listed = |words: &Tree| matches!(words, Tree::List(words) if words.contains(&Tree::text(text)));
            length && pattern.as_ref().is_none_or(|pattern| pattern.is_match(text)) && words.as_ref().is_none_or(listed)
        }
    }

    #[test]
    fn schemas_take_the_texts_that_rules_take() {
        let texts = texts();
        for (name, rule) in TEXT_RULES {
            let (takes, mut taken, mut refused) = (matcher(&text(rule)), 0, 0);
            for text in &texts {
                let refusal = refusal(rule, text).filter(|code| *code != Code::GstinCheckDigit);
                assert_eq!(takes(text), refusal.is_none(), "{name}: {text:?}");
                *(if refusal.is_none() { &mut taken } else { &mut refused }) += 1;
            }
            let free = matches!(Form::of(rule), Form::Any);
            assert!(taken > 0 && (free || refused > 0), "{name} is tried on both sides: {taken}, {refused}");
        }
    }

    #[test]
    fn forms_are_found() {
        let of = |wanted: fn(&Form) -> bool| -> Vec<&str> {
            TEXT_RULES.iter().filter(|(_, rule)| wanted(&Form::of(rule))).map(|(name, _)| *name).collect()
        };
        assert_eq!(of(|form| matches!(form, Form::State)), ["PLACE_OF_SUPPLY", "STATE", "STATE_OR_ABROAD"]);
        assert_eq!(of(|form| matches!(form, Form::Gstin)), ["GSTIN", "GSTIN_OR_URP", "TCS_GSTIN", "TRANSPORTER"]);
        assert_eq!(of(|form| matches!(form, Form::Quotes)), ["MASKED_ACCOUNT", "OBJECT_ID_SEEN", "REMARKS", "SUPPLIER_NUMBER", "UTR"]);
        assert!(TEXT_RULES.iter().all(|(_, rule)| !matches!(Form::of(rule), Form::Pattern) || rule.pattern.is_some()));
    }
}
