//! What the reader keeps of an object for the rules.

use crate::payload::{Role, Shape};
use crate::report::{Fault, Place, Sink, Trail};
use crate::value::{Date, decode};
use std::borrow::Cow;

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
    /// A percentage in thousandths.
    Rate(u32),
    /// A whole number.
    Int(i64),
    /// True or false.
    Flag(bool),
    /// A date; of an instant, the day in India.
    Day(Date),
    /// A text, or any JSON; it stands between the slot's bounds.
    Text,
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

    /// The text that the string stands for; empty if it is none.
    pub fn content<'s>(&self, source: &'s str) -> Cow<'s, str> {
        let inside = self.text(source).strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        decode(inside.unwrap_or("")).unwrap_or_default()
    }

    /// The text that it stands in, quotes included.
    pub fn text<'s>(&self, source: &'s str) -> &'s str {
        source.get(self.from as usize..self.to as usize).unwrap_or("")
    }
}

/// The slot of a role; absent if the object has no such field.
#[inline(always)]
pub fn slot_of(slots: &[Slot], role: Role) -> Slot {
    slots.get(role as usize).copied().unwrap_or(Slot::ABSENT)
}

/// The slots of an object that was read before, with its text.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Its slots, by role.
    pub slots: Vec<Slot>,
    /// The text that they point into.
    pub text: String,
}

/// What rules are told beside the payload.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The invoice as it stands.
    pub current: Option<Frame>,
    /// Today.
    pub today: Option<Date>,
}

/// An object that has been read to its end, before the rules of its law.
pub struct Scene<'a> {
    /// Its table.
    pub shape: &'static Shape,
    /// Its slots, by role.
    pub slots: &'a [Slot],
    /// The roles of the fields that it has, one bit each.
    pub named: u64,
    /// How many documented fields it has.
    pub known: u32,
    /// The way to it.
    pub trail: &'a Trail<'a>,
    /// Its first byte.
    pub at: usize,
    /// The whole text.
    pub text: &'a str,
    /// What rules are told beside it.
    pub context: &'a Context,
    /// Where findings go.
    pub sink: &'a mut Sink,
}

impl Scene<'_> {
    /// The slot of a role; absent if the object has no such field.
    pub fn slot(&self, role: Role) -> Slot {
        slot_of(self.slots, role)
    }

    /// Raises a fault at the field of a role, or at the object if the field is not there.
    pub fn raise(&mut self, role: Option<Role>, fault: Fault<'_>) {
        let slot = role.map(|role| self.slot(role)).filter(|slot| slot.value != Value::Absent);
        let field = role.filter(|_| slot.is_some()).and_then(|role| self.shape.field_of(role));
        let below;
        let trail = match field {
            Some(field) => {
                below = Trail::Field(self.trail, field.name);
                &below
            }
            None => self.trail,
        };
        let place = Place {
            trail,
            at: slot.map_or(self.at, |slot| slot.from as usize),
            actual: slot.map(|slot| slot.text(self.text).trim_matches('"')),
            source: self.shape.source,
            personal: field.is_some_and(|field| field.kind.personal()),
        };
        self.sink.raise(place, fault);
    }
}
