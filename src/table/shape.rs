//! What a table says of a payload.

use crate::report::{Noun, name_of};
use crate::term::{ObjectKind, Term};
use crate::value::{AmountRule, DateForm, TextRule};

/// One kind of object: its fields and its role in the canonical invoice.
pub struct Shape {
    /// Its name, that of the Rust and TypeScript types.
    pub name: &'static str,
    /// What it is.
    #[cfg(feature = "schema")]
    pub about: &'static str,
    /// The page that documents it.
    pub source: &'static str,
    /// The fields, in the order of that page.
    pub fields: &'static [Field],
    /// Its role in the canonical invoice.
    pub object: ObjectKind,
    /// How many slots its frame has.
    pub slots: usize,
    /// The fields whose absence is reported, one bit each.
    pub wanted: [u64; 2],
    /// The field that is read after others.
    pub deferred: Deferred,
}

/// A field that is read after others, because rules on its value read them.
#[derive(Debug)]
pub struct Deferred {
    /// Its position in the table; [`usize::MAX`] if there is none.
    pub field: usize,
    /// The fields that it waits for, one bit each.
    pub needs: [u64; 2],
}

/// One field of an object.
pub struct Field {
    /// The name on the wire, in quotes and with a colon: as a payload most likely has it.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be there.
    pub presence: Presence,
    /// The term of the canonical invoice that it carries, if a rule reads it.
    pub term: Option<u8>,
    /// The sentence of the page.
    #[cfg(feature = "schema")]
    pub doc: &'static str,
}

/// Whether a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// The page requires it.
    Required,
    /// The page does not show it, but most likely it is required.
    Recommended,
    /// It may be left out; null is no value for it.
    Optional,
    /// A field of a response: it may be missing, and null means the same.
    Response,
    /// Three states: absent keeps, null clears, a value sets (JsonNullable).
    Nullable,
}

/// What a field holds.
pub enum Kind {
    /// A text with its rule.
    Text(&'static TextRule),
    /// One of several words.
    Choice(&'static Choice),
    /// A sum in rupees, as a JSON number.
    Amount(&'static AmountRule),
    /// A decimal that a program gives as a number or, to keep every digit, as a text.
    Decimal(Decimals),
    /// A whole number from the first to the second.
    Int(&'static (i64, i64)),
    /// True or false.
    Flag,
    /// A date.
    Date(DateForm),
    /// An object.
    Object(&'static Shape),
    /// An array of such.
    List(&'static Kind),
    /// Any JSON, kept as it is and not checked.
    Opaque,
    /// An object whose inside is not documented; kept as it is.
    OpaqueObject,
}

/// What a decimal measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decimals {
    /// Rupees, to the paisa.
    Amount,
    /// Rupees, to the paisa, negative for a reduction.
    SignedAmount,
    /// A percentage, to the thousandth.
    Rate,
    /// A quantity or the price of a unit, to the thousandth.
    Milli,
}

/// A list of words.
pub struct Choice {
    /// The words.
    pub words: &'static [&'static str],
    /// Whether the page gives the whole list: another word is an error then, else a warning.
    pub closed: bool,
}

impl Kind {
    /// What the value is, in messages about its JSON type.
    pub const fn noun(&self) -> Noun {
        match self {
            Kind::Text(_) | Kind::Choice(_) | Kind::Date(_) => Noun::Text,
            Kind::Amount(_) | Kind::Int(_) => Noun::Number,
            Kind::Decimal(_) => Noun::Decimal,
            Kind::Flag => Noun::Boolean,
            Kind::Object(_) | Kind::OpaqueObject => Noun::Object,
            Kind::List(_) => Noun::Array,
            Kind::Opaque => Noun::Value,
        }
    }

    /// Whether messages and changes may show the value.
    pub const fn personal(&self) -> bool {
        matches!(self, Kind::Text(TextRule { personal: true, .. }))
    }
}

impl Deferred {
    /// No field is deferred.
    pub const NONE: Deferred = Deferred { field: usize::MAX, needs: [0; 2] };
}

impl Field {
    /// The name on the wire.
    pub fn name(&self) -> &'static str {
        name_of(self.key)
    }
}

impl std::fmt::Debug for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl Shape {
    /// The field that carries this term.
    pub fn field_of(&self, term: impl Term) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.term == Some(term.number()))
    }

    /// The field with this name on the wire.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name() == name)
    }

    /// One bit for each field whose absence is reported.
    pub(crate) const fn wanted_of(fields: &[Field]) -> [u64; 2] {
        assert!(fields.len() <= 128, "a bit for each field");
        let (mut wanted, mut bit, mut rest) = (0_u128, 1, fields);
        while let [field, tail @ ..] = rest {
            if matches!(field.presence, Presence::Required | Presence::Recommended) {
                wanted |= bit;
            }
            bit <<= 1;
            rest = tail;
        }
        [wanted as u64, (wanted >> 64) as u64]
    }

    /// The field that is read after others.
    pub(crate) const fn deferred_of(fields: &[Field], object: ObjectKind) -> Deferred {
        let Some((deferred, terms)) = object.deferred() else {
            return Deferred::NONE;
        };
        let (mut needs, mut found, mut index, mut rest) = (0_u128, 0, 0, fields);
        while let [field, tail @ ..] = rest {
            if let Some(term) = field.term {
                if term == deferred {
                    found = index;
                } else if terms >> term & 1 == 1 {
                    needs |= 1 << index;
                }
            }
            index += 1;
            rest = tail;
        }
        Deferred { field: found, needs: [needs as u64, (needs >> 64) as u64] }
    }

    /// Whether an object is represented, in the object around it, by its only value that rules read.
    pub fn is_represented_by_its_field(&self) -> bool {
        self.slots == 1 && self.object == ObjectKind::Free
    }

    /// How many slots the terms of these fields need.
    pub(crate) const fn slots_for(fields: &[Field]) -> usize {
        let mut slots = 0;
        let mut rest = fields;
        while let [field, tail @ ..] = rest {
            if let Some(term) = field.term
                && term as usize >= slots
            {
                slots = term as usize + 1;
            }
            rest = tail;
        }
        slots
    }
}
