//! What the reader keeps of an object for the rules.

use super::compact::in_full;
use crate::report::{Diagnostic, LazyPath, Place, Sink, excerpt};
use crate::table::{Field, Location, Segment, Shape, locate, name_of_term};
use crate::term::{Term, TermId};
use crate::value::{Date, content_of};
use std::borrow::Cow;

/// More bytes than an excerpt shows.
const ENOUGH: usize = 256;

/// What a field of an object was found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// It is left out.
    Absent,
    /// It is null.
    Null,
    /// It is there, but of the wrong type or form.
    Unreadable,
    /// A sum in paise.
    Paise(i64),
    /// A quantity, a price or a percentage in thousandths.
    Milli(i64),
    /// A percentage in thousandths.
    Rate(u32),
    /// A whole number; of an array, how many elements it has.
    Int(i64),
    /// True or false.
    Flag(bool),
    /// A date; of an instant, the day in India.
    Day(Date),
    /// A string, or any JSON, between the bounds of the slot.
    Text,
}

/// A range of the text; none if it ends at 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// Its first byte.
    pub from: u32,
    /// The byte after its last.
    pub to: u32,
}

/// A value and its range in the text.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    /// What it is.
    pub value: Value,
    /// Its first byte.
    pub from: u32,
    /// The byte after its last.
    pub to: u32,
}

impl Slot {
    /// A field that is not there.
    pub const ABSENT: Slot = Slot { value: Value::Absent, from: 0, to: 0 };

    /// Where it is.
    pub fn span(&self) -> Span {
        Span { from: self.from, to: self.to }
    }

    /// Where its string is; nowhere if it is not a string.
    pub fn text_span(&self) -> Span {
        if self.is_text() { self.span() } else { Span::default() }
    }

    /// Whether it is a string, or any JSON between its bounds.
    pub fn is_text(&self) -> bool {
        matches!(self.value, Value::Text)
    }

    /// Whether there is no field.
    pub fn is_absent(&self) -> bool {
        matches!(self.value, Value::Absent)
    }

    /// Whether there is a value, be it unreadable.
    pub fn is_given(&self) -> bool {
        !matches!(self.value, Value::Absent | Value::Null)
    }

    /// The amount in paise; none if it is not an amount or below zero.
    pub fn paise(&self) -> Option<i64> {
        match self.value {
            Value::Paise(paise @ 0..) => Some(paise),
            _ => None,
        }
    }

    /// The number in its units (paise or thousandths), which may be below zero.
    pub fn units(&self) -> Option<i64> {
        match self.value {
            Value::Paise(units) | Value::Milli(units) => Some(units),
            _ => None,
        }
    }

    /// The whole number.
    pub fn int(&self) -> Option<i64> {
        match self.value {
            Value::Int(number) => Some(number),
            _ => None,
        }
    }

    /// The date.
    pub fn day(&self) -> Option<Date> {
        match self.value {
            Value::Day(day) => Some(day),
            _ => None,
        }
    }

    /// Whether it is an array of so many elements.
    pub fn is_list_of(&self, elements: u32) -> bool {
        self.int() == Some(i64::from(elements))
    }

    /// The string without escapes; empty for any other value.
    #[inline(never)]
    pub fn content<'s>(&self, source: &'s str) -> Cow<'s, str> {
        content_of(self.text(source))
    }

    /// The text that it was read from, quotes included.
    #[inline(never)]
    pub fn text<'s>(&self, source: &'s str) -> &'s str {
        source.get(self.from as usize..self.to as usize).unwrap_or("")
    }
}

/// The slot of a term; absent if the object has no such field.
pub fn slot_of(slots: &[Slot], term: impl Term) -> &Slot {
    slot_at(slots, term.number())
}

#[inline(never)]
fn slot_at(slots: &[Slot], term: u8) -> &Slot {
    slots.get(usize::from(term)).unwrap_or(&Slot::ABSENT)
}

/// The slots of an object that was read before, with its text.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Its table.
    pub shape: &'static Shape,
    /// Its slots, by role.
    pub slots: Vec<Slot>,
    /// The text that they point into.
    pub text: String,
}

/// An object that has been read to its end, as rules get it.
pub struct ObjectContext<'a> {
    /// The table of the payload.
    pub root: &'static Shape,
    /// Its own table.
    pub shape: &'static Shape,
    /// Its slots, by term.
    pub slots: &'a [Slot],
    /// The terms of the fields that it has, one bit each.
    pub named: u64,
    /// The terms whose values are unreadable, one bit each.
    pub unreadable: u64,
    /// How many documented fields it has.
    pub known: u32,
    /// The path to it.
    pub path: &'a LazyPath<'a>,
    /// Its first byte.
    pub at: usize,
    /// The whole text.
    pub text: &'a str,
    /// Whether it is in the compact form.
    pub compact: bool,
    /// Where findings go.
    pub sink: &'a mut Sink,
}

/// Where a finding belongs, seen from the object at hand.
#[derive(Debug, Clone, Copy)]
pub enum Anchor {
    /// The object itself.
    Object,
    /// The field that carries the term; the object itself if the field is absent.
    Field(u8),
    /// The field that carries the term, even if it is absent.
    Absent(u8),
    /// A value below the object: its term, the position in the list that it is in, and its span.
    Below(TermId, u32, Span),
}

impl Anchor {
    /// The field that carries the term.
    pub fn field(term: impl Term) -> Anchor {
        Anchor::Field(term.number())
    }
}

impl<'a> ObjectContext<'a> {
    /// The slot of a term; absent if the object has no such field.
    pub fn slot(&self, term: impl Term) -> &'a Slot {
        slot_of(self.slots, term)
    }

    /// The inside of the string of a term as it is written, escapes included; empty if it
    /// is not a string.
    #[inline(always)]
    pub fn raw(&self, term: impl Term) -> &'a str {
        match self.slots.get(usize::from(term.number())) {
            Some(Slot { value: Value::Text, from, to }) => {
                self.text.get(*from as usize + 1..(*to as usize).saturating_sub(1)).unwrap_or("")
            }
            _ => "",
        }
    }

    /// The content of the string of a term; empty if it is not a string.
    pub fn content(&self, term: impl Term) -> Cow<'a, str> {
        self.content_at(term.number())
    }

    #[inline(never)]
    fn content_at(&self, term: u8) -> Cow<'a, str> {
        slot_of(self.slots, term).content(self.text)
    }

    /// The position of the object in its array.
    pub fn position(&self) -> u32 {
        match self.path {
            LazyPath::Index(_, index) => u32::try_from(*index).unwrap_or(u32::MAX),
            _ => 0,
        }
    }

    /// What the payload calls a term of the object.
    pub fn name(&self, term: impl Term) -> &'static str {
        self.shape.field_of(term.number()).map_or("", |field| field.name())
    }

    /// What the payload calls a term of an object below.
    #[inline(never)]
    pub fn name_below(&self, term: TermId) -> &'static str {
        name_of_term(self.shape, term).unwrap_or("")
    }

    /// Raises a diagnostic where it belongs.
    #[inline(never)]
    pub fn raise(&mut self, anchor: Anchor, diagnostic: Diagnostic<'_>) {
        match anchor {
            Anchor::Object => self.raise_at(&[], Span::default(), false, diagnostic),
            Anchor::Field(term) | Anchor::Absent(term) => {
                let slot = self.slot(term);
                let present = !slot.is_absent() || matches!(anchor, Anchor::Absent(_));
                match self.shape.field_of(term).filter(|_| present) {
                    Some(field) => self.raise_in(&[Segment::Field(field.name())], field, slot.span(), diagnostic),
                    None => self.raise_at(&[], slot.span(), false, diagnostic),
                }
            }
            Anchor::Below(term, index, span) => match located_element(self.shape, term, index) {
                Some(Location { segments, field }) => self.raise_in(&segments, field, span, diagnostic),
                None => self.raise_at(&[], span, false, diagnostic),
            },
        }
    }

    /// Raises a diagnostic at a field, which is at the end of the path.
    #[inline(never)]
    fn raise_in(&mut self, path: &[Segment], field: &Field, span: Span, mut diagnostic: Diagnostic<'_>) {
        let text = self.text.get(span.from as usize..span.to as usize).unwrap_or("");
        if self.compact && matches!(text.as_bytes().first(), Some(b'{' | b'[')) {
            diagnostic = diagnostic.or_actual(&&*excerpt(&in_full(text, &field.kind, ENOUGH)));
        }
        // An address is represented by its PIN code.
        match field.represented().filter(|_| !text.starts_with('{') && span.to > 0) {
            Some(inner) => self.raise_at(&[path, &[Segment::Field(inner.name())]].concat(), span, field.kind.personal(), diagnostic),
            None => self.raise_at(path, span, field.kind.personal(), diagnostic),
        }
    }

    /// Raises a diagnostic at the end of a path from the object; if nothing is there, at the
    /// place of the object.
    #[inline(never)]
    pub fn raise_at(&mut self, path: &[Segment], span: Span, personal: bool, diagnostic: Diagnostic<'_>) {
        let there = span.to > 0;
        let text = self.text.get(span.from as usize..span.to as usize).filter(|_| there);
        let place = Place {
            path: self.path,
            at: if there { span.from as usize } else { self.at },
            actual: text.map(|text| text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)),
            source: self.shape.source,
            personal,
        };
        follow(self.sink, place, path, diagnostic);
    }
}

/// Where an object has a term in the element of a list.
fn located_element(shape: &'static Shape, term: TermId, index: u32) -> Option<Location> {
    let mut location = locate(shape, term)?;
    for segment in &mut location.segments {
        if let Segment::Index(element) = segment {
            *element = index;
        }
    }
    Some(location)
}

/// Raises the diagnostic at the end of the path.
fn follow(sink: &mut Sink, place: Place<'_>, path: &[Segment], diagnostic: Diagnostic<'_>) {
    let Some((segment, rest)) = path.split_first() else {
        return sink.raise(place, diagnostic);
    };
    let path = match segment {
        Segment::Field(name) => LazyPath::Field(place.path, name),
        Segment::Index(index) => LazyPath::Index(place.path, *index as usize),
    };
    follow(sink, Place { path: &path, ..place }, rest, diagnostic);
}
