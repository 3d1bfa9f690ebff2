//! The slow path of a leaf: a full check with findings and edits.

use super::reader::{Leaf, Read, Reader, StringToken, units};
use super::{Edit, Value};
use crate::payload::{Choice, Decimals, Field, Kind, Presence};
use crate::report::{Arg, ChangeReason, Concat, Diagnostic, MessageId, Noun, Place, Subject, code_point, first_of, joined, nearest};
use crate::value::{self, AmountRule, Rate, Scaled, TextRule};
use std::borrow::Cow;

impl<'s> Reader<'s, '_> {
    #[inline(never)]
    pub(super) fn null(&mut self, field: &Field, leaf: Leaf<'_>, from: usize) -> Value {
        let msg = match field.presence {
            Presence::Nullable => return Value::Null,
            Presence::Response => MessageId::NullAnswered,
            Presence::Required => MessageId::NullRequired,
            Presence::Recommended | Presence::Optional => MessageId::NullOptional,
        };
        let noun = Diagnostic::new(msg).plain(leaf.name());
        self.raise(leaf, from, Some("null"), noun);
        match field.presence {
            Presence::Response => Value::Null,
            _ => Value::Unreadable,
        }
    }

    /// Reads a scalar value.
    pub(super) fn kind(&mut self, leaf: Leaf<'_>, nullable: bool) -> Read<Value> {
        let from = self.at;
        let byte = self.byte().unwrap_or(0);
        Ok(match (leaf.kind, byte) {
            (Kind::Text(rule), b'"') => self.text(leaf, rule)?,
            (Kind::Choice(choice), b'"') => self.choice(leaf, choice)?,
            (Kind::Date(form), b'"') => {
                let inside = self.string(leaf.path)?;
                let Some(text) = self.content(leaf, &inside) else {
                    return Ok(Value::Unreadable);
                };
                let mut faults = Vec::new();
                let day = value::validate_date(*form, Subject { name: leaf.name(), text: &text }, &mut faults);
                self.raise_all(leaf, from, &text, faults);
                if self.job.normalizes() {
                    self.edit_text(leaf, from, value::normalize_date(*form, &text));
                }
                day.map_or(Value::Unreadable, Value::Day)
            }
            (Kind::Amount(rule), b'-' | b'0'..=b'9') => self.amount(leaf, rule)?,
            (Kind::Decimal(what), b'-' | b'0'..=b'9') => {
                let (_, lexeme) = self.number(leaf.path)?;
                self.decimal(leaf, *what, from, lexeme)
            }
            (Kind::Decimal(what), b'"') => {
                let inside = self.string(leaf.path)?;
                let Some(text) = self.content(leaf, &inside) else { return Ok(Value::Unreadable) };
                self.decimal(leaf, *what, from, &text)
            }
            (Kind::Int((low, high)), b'-' | b'0'..=b'9') => {
                let (scan, lexeme) = self.number(leaf.path)?;
                let fault = match value::scaled(scan, lexeme, 0) {
                    Scaled::Exact(number) if (*low..=*high).contains(&number) => {
                        return Ok(Value::Int(number));
                    }
                    Scaled::TooPrecise => Diagnostic::new(MessageId::NotInteger).subject(Subject { name: leaf.name(), text: lexeme }),
                    Scaled::Exact(_) | Scaled::TooLarge => Diagnostic::new(MessageId::OutOfRange)
                        .subject(Subject { name: leaf.name(), text: lexeme })
                        .display(&low)
                        .display(&high)
                        .expected(&Concat(&[low, &" to ", high])),
                };
                self.raise(leaf, from, Some(lexeme), fault);
                Value::Unreadable
            }
            (Kind::Flag, b't') => {
                self.literal("true", leaf.path)?;
                Value::Flag(true)
            }
            (Kind::Flag, b'f') => {
                self.literal("false", leaf.path)?;
                Value::Flag(false)
            }
            (Kind::Opaque, _) | (Kind::OpaqueObject, b'{') => {
                self.skip(leaf.path)?;
                Value::Text
            }
            _ => self.mismatch(leaf, nullable)?,
        })
    }

    fn text(&mut self, leaf: Leaf<'_>, rule: &TextRule) -> Read<Value> {
        let from = self.at;
        let inside = self.string(leaf.path)?;
        let Some(text) = self.content(leaf, &inside) else {
            return Ok(Value::Unreadable);
        };
        if inside.escaped || inside.non_ascii {
            let stray = |c: &char| c.is_control() && !(rule.lines && matches!(c, '\n' | '\r' | '\t'));
            if let Some(control) = text.chars().find(stray) {
                let fault = Diagnostic::new(MessageId::ControlCharacter).plain(leaf.name()).display(&code_point(control));
                self.raise(leaf, from, Some(&text), fault);
            }
        }
        if value::is_untrimmed(&text) {
            self.raise(leaf, from, Some(&text), Diagnostic::new(MessageId::Untrimmed).plain(leaf.name()));
        }
        let mut faults = Vec::new();
        value::validate_text(rule, Subject { name: leaf.name(), text: &text }, &mut faults);
        self.raise_all(leaf, from, &text, faults);
        if self.job.normalizes() {
            self.edit_text(leaf, from, value::normalize_text(rule, &text));
        }
        Ok(Value::Text)
    }

    #[inline(never)]
    fn amount(&mut self, leaf: Leaf<'_>, rule: &AmountRule) -> Read<Value> {
        let from = self.at;
        let (scan, lexeme) = self.number(leaf.path)?;
        let mut faults = Vec::new();
        let read = value::validate_amount(rule, Subject { name: leaf.name(), text: lexeme }, scan, &mut faults);
        self.raise_all(leaf, from, lexeme, faults);
        if let Some(normalized) = value::without_noise(lexeme, rule.decimals).filter(|_| self.job.normalizes()) {
            self.edit(leaf, from, rule.text(normalized), ChangeReason::Noise);
        }
        Ok(read.map_or(Value::Unreadable, |read| units(rule, read)))
    }

    #[inline(never)]
    fn choice(&mut self, leaf: Leaf<'_>, choice: &'static Choice) -> Read<Value> {
        let from = self.at;
        let inside = self.string(leaf.path)?;
        let Some(text) = self.content(leaf, &inside) else {
            return Ok(Value::Unreadable);
        };
        if choice.words.iter().any(|word| *word == text) {
            return Ok(Value::Text);
        }
        self.unknown_word = true;
        let room = self.sink.has_room();
        let near = room.then(|| nearest(&text, choice.words.iter().copied())).flatten();
        let msg = match (choice.closed, near.is_some()) {
            (true, true) => MessageId::NotListedNear,
            (true, false) => MessageId::NotListed,
            (false, true) => MessageId::NotSeenNear,
            (false, false) => MessageId::NotSeen,
        };
        let fault = Diagnostic::new(msg).plain(leaf.name()).input(&text);
        let fault = match near {
            Some(near) => fault.plain(near),
            // The property `expected` has all words of a closed list.
            None if room && choice.closed => fault.display(&first_of(choice.words)),
            None if room => fault.display(&joined(choice.words.iter().copied(), ", ")),
            None => fault,
        };
        let fault = if choice.closed { fault.expected(&joined(choice.words.iter().copied(), " | ")) } else { fault };
        self.raise(leaf, from, Some(&text), fault);
        if self.job.normalizes() {
            let trimmed = text.trim();
            let word = choice.words.iter().find(|word| word.eq_ignore_ascii_case(trimmed));
            self.edit_text(leaf, from, word.map(|word| ((*word).to_owned(), ChangeReason::ListedWord)));
        }
        Ok(Value::Text)
    }

    /// A decimal given as a number or as a string.
    #[inline(never)]
    fn decimal(&mut self, leaf: Leaf<'_>, what: Decimals, from: usize, lexeme: &str) -> Value {
        let subject = Subject { name: leaf.name(), text: lexeme };
        let scan = match value::scan(lexeme.as_bytes(), 0) {
            Ok(scan) if scan.end == lexeme.len() => scan,
            _ => {
                self.wrong_type(leaf, from, Noun::Text);
                return Value::Unreadable;
            }
        };
        let mut faults = Vec::new();
        let value = match what {
            Decimals::SignedAmount => value::validate_amount(&value::ANY_AMOUNT, subject, scan, &mut faults).map(Value::Paise),
            Decimals::Amount => value::validate_amount(&value::NOT_NEGATIVE, subject, scan, &mut faults).map(Value::Paise),
            Decimals::Milli => value::validate_amount(&value::UNIT_PRICE, subject, scan, &mut faults).map(Value::Milli),
            Decimals::Rate => match lexeme.parse::<Rate>() {
                Ok(rate) => Some(Value::Rate(rate.0)),
                Err(_) => {
                    let rates = value::RateEntry::LIST;
                    faults.push(Diagnostic::new(MessageId::RateNotKnown).input(lexeme).plain(rates).expected(&rates));
                    None
                }
            },
        };
        self.raise_all(leaf, from, lexeme, faults);
        value.unwrap_or(Value::Unreadable)
    }

    /// A JSON type other than that of the table.
    #[inline(never)]
    fn mismatch(&mut self, leaf: Leaf<'_>, nullable: bool) -> Read<Value> {
        let from = self.at;
        let found = self.found();
        if let (Kind::Amount(rule), Noun::Text) = (leaf.kind, found) {
            let inside = self.string(leaf.path)?;
            let number = value::decode(inside.raw).ok().and_then(|text| value::plain_number(&text));
            let Some(number) = number else {
                self.wrong_type(leaf, from, found);
                return Ok(Value::Unreadable);
            };
            let number = value::without_noise(&number, rule.decimals).map_or(number, |normalized| rule.text(normalized));
            let subject = Subject { name: leaf.name(), text: inside.raw };
            self.raise(leaf, from, Some(inside.raw), Diagnostic::new(MessageId::AmountText).subject(subject).expected(&number));
            let mut faults = Vec::new();
            let read = value::scan(number.as_bytes(), 0)
                .ok()
                .and_then(|scan| value::validate_amount(rule, Subject { name: leaf.name(), text: &number }, scan, &mut faults));
            self.raise_all(leaf, from, inside.raw, faults);
            if self.job.normalizes() {
                self.edit(leaf, from, number, ChangeReason::PlainNumber);
            }
            return Ok(read.map_or(Value::Unreadable, |read| units(rule, read)));
        }
        self.skip(leaf.path)?;
        let empty = self.text.get(from + 1..self.at - 1).is_some_and(|inside| inside.bytes().all(|byte| byte.is_ascii_whitespace()));
        if nullable && found == Noun::Object && empty {
            self.raise(leaf, from, Some("{}"), Diagnostic::new(MessageId::EmptyObject).plain(leaf.name()));
        } else {
            self.wrong_type(leaf, from, found);
        }
        Ok(Value::Unreadable)
    }

    #[inline(never)]
    fn wrong_type(&mut self, leaf: Leaf<'_>, from: usize, found: Noun) {
        let fault = Diagnostic::new(MessageId::WrongType).plain(leaf.name()).arg(Arg::Noun(leaf.kind.noun())).arg(Arg::Noun(found));
        let fault = fault.expected(&leaf.kind.noun());
        self.raise(leaf, from, self.text.get(from..self.at), fault);
    }

    /// The content of a string, or a finding if it contains half a surrogate pair.
    #[inline(never)]
    fn content<'t>(&mut self, leaf: Leaf<'_>, inside: &StringToken<'t>) -> Option<Cow<'t, str>> {
        if !inside.escaped {
            return Some(Cow::Borrowed(inside.raw));
        }
        let text = value::decode(inside.raw).ok();
        if text.is_none() {
            self.raise(leaf, inside.from - 1, Some(inside.raw), Diagnostic::new(MessageId::LoneSurrogate).plain(leaf.name()));
        }
        text
    }

    // Findings and edits

    #[inline(never)]
    fn raise(&mut self, leaf: Leaf<'_>, at: usize, actual: Option<&str>, fault: Diagnostic<'_>) {
        let place = Place { path: leaf.path, at, actual, source: leaf.source, personal: leaf.kind.personal() };
        self.sink.raise(place, fault);
    }

    #[inline(never)]
    fn raise_all(&mut self, leaf: Leaf<'_>, at: usize, actual: &str, faults: Vec<Diagnostic<'_>>) {
        for fault in faults {
            self.raise(leaf, at, Some(actual), fault);
        }
    }

    #[inline(never)]
    fn edit_text(&mut self, leaf: Leaf<'_>, from: usize, normalized: Option<(String, ChangeReason)>) {
        if let Some((text, why)) = normalized {
            let mut json = String::with_capacity(text.len() + 2);
            value::encode(&text, &mut json);
            self.edit(leaf, from, json, why);
        }
    }

    /// Replaces the value from `from` to the cursor with `with`.
    #[inline(never)]
    fn edit(&mut self, leaf: Leaf<'_>, from: usize, with: String, why: ChangeReason) {
        self.edits.push(Edit { from, to: self.at, with, path: leaf.path.to_path(), why });
    }
}
