//! What the reader keeps of an object for the rules.

use super::compact::in_full;
use crate::payload::{Kind, Shape, Term};
use crate::report::{Diagnostic, LazyPath, Place, Sink, excerpt};
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
    /// A text, or any JSON; it stands between the slot's bounds.
    Text,
}

/// Where something stands in the text; nowhere if it ends at 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// Its first byte.
    pub from: u32,
    /// The byte after its last.
    pub to: u32,
}

/// A value and where it stands in the text.
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

    /// Where it stands.
    pub fn span(&self) -> Span {
        Span { from: self.from, to: self.to }
    }

    /// The text that the string stands for; empty if it is none.
    #[inline(never)]
    pub fn content<'s>(&self, source: &'s str) -> Cow<'s, str> {
        content_of(self.text(source))
    }

    /// The text that it stands in, quotes included.
    #[inline(never)]
    pub fn text<'s>(&self, source: &'s str) -> &'s str {
        source.get(self.from as usize..self.to as usize).unwrap_or("")
    }
}

/// The slot of a term; absent if the object has no such field.
pub fn slot_of(slots: &[Slot], term: impl Term) -> Slot {
    slot_at(slots, term.number())
}

#[inline(never)]
fn slot_at(slots: &[Slot], term: u8) -> Slot {
    slots.get(usize::from(term)).copied().unwrap_or(Slot::ABSENT)
}

/// The slots of an object that was read before, with its text.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Its slots, by role.
    pub slots: Vec<Slot>,
    /// The text that they point into.
    pub text: String,
}

/// An object that has been read to its end, before the rules of its law.
pub struct ObjectContext<'a> {
    /// Its table.
    pub shape: &'static Shape,
    /// Its slots, by role.
    pub slots: &'a [Slot],
    /// The roles of the fields that it has, one bit each.
    pub named: u64,
    /// How many documented fields it has.
    pub known: u32,
    /// The way to it.
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

/// A step on the way from an object to something inside it.
#[derive(Debug, Clone, Copy)]
pub enum Segment {
    /// A documented field.
    Field(&'static str),
    /// An element of an array.
    Index(u32),
}

impl ObjectContext<'_> {
    /// The slot of a term; absent if the object has no such field.
    pub fn slot(&self, term: impl Term) -> Slot {
        slot_of(self.slots, term)
    }

    /// The inside of the string in a term as it is written, escapes included; empty if it
    /// is none.
    #[inline(always)]
    pub fn raw(&self, term: impl Term) -> &str {
        match self.slots.get(usize::from(term.number())) {
            Some(Slot { value: Value::Text, from, to }) => {
                self.text.get(*from as usize + 1..(*to as usize).saturating_sub(1)).unwrap_or("")
            }
            _ => "",
        }
    }

    /// The text that the string in a term stands for; empty if it is none.
    pub fn content(&self, term: impl Term) -> Cow<'_, str> {
        self.content_at(term.number())
    }

    #[inline(never)]
    fn content_at(&self, term: u8) -> Cow<'_, str> {
        slot_of(self.slots, term).content(self.text)
    }

    /// Raises a fault at the field of a term, or at the object if the field is not there.
    pub fn raise(&mut self, term: Option<impl Term>, fault: Diagnostic<'_>) {
        self.raise_term(term.map(Term::number), fault);
    }

    /// Raises a fault at the object itself.
    pub fn raise_whole(&mut self, fault: Diagnostic<'_>) {
        self.raise_term(None, fault);
    }

    #[inline(never)]
    fn raise_term(&mut self, term: Option<u8>, mut fault: Diagnostic<'_>) {
        let slot = term.map(|term| self.slot(term)).filter(|slot| slot.value != Value::Absent);
        let field = term.filter(|_| slot.is_some()).and_then(|term| self.shape.field_of(term));
        let mut way = [Segment::Index(0); 2];
        let mut steps = 0;
        let mut personal = false;
        if let (Some(field), [first, second]) = (field, &mut way) {
            (*first, steps) = (Segment::Field(field.name()), 1);
            personal = field.kind.personal();
            // An address stands for its PIN code.
            if let Kind::Object(inner) = field.kind
                && inner.stands_for_its_field()
                && let Some(field) = inner.fields.iter().find(|field| field.term.is_some())
                && slot.is_some_and(|slot| !slot.text(self.text).starts_with('{'))
            {
                (*second, steps) = (Segment::Field(field.name()), 2);
            }
            if self.compact
                && let Some(text) =
                    slot.map(|slot| slot.text(self.text)).filter(|text| matches!(text.as_bytes().first(), Some(b'{' | b'[')))
            {
                fault = fault.actual(&&*excerpt(&in_full(text, &field.kind, ENOUGH)));
            }
        }
        self.raise_at(way.get(..steps).unwrap_or_default(), slot.map_or(Span::default(), |slot| slot.span()), personal, fault);
    }

    /// Raises a fault at something inside the object; if that stands nowhere, at the
    /// place of the object.
    #[inline(never)]
    pub fn raise_at(&mut self, way: &[Segment], span: Span, personal: bool, fault: Diagnostic<'_>) {
        let there = span.to > 0;
        let text = self.text.get(span.from as usize..span.to as usize).filter(|_| there);
        let place = Place {
            path: self.path,
            at: if there { span.from as usize } else { self.at },
            actual: text.map(|text| text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)),
            source: self.shape.source,
            personal,
        };
        follow(self.sink, place, way, fault);
    }
}

/// Raises the fault where the way ends.
fn follow(sink: &mut Sink, place: Place<'_>, way: &[Segment], fault: Diagnostic<'_>) {
    let Some((hop, rest)) = way.split_first() else {
        return sink.raise(place, fault);
    };
    let path = match hop {
        Segment::Field(name) => LazyPath::Field(place.path, name),
        Segment::Index(index) => LazyPath::Index(place.path, *index as usize),
    };
    follow(sink, Place { path: &path, ..place }, rest, fault);
}
