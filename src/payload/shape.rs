//! What a table says of a payload.

use crate::report::{Names, Noun};
use crate::value::{AmountRule, DateForm, TextRule};

/// One kind of object: its fields and the law that its values obey.
pub struct Shape {
    /// Its name, that of the Rust and TypeScript types.
    pub name: &'static str,
    /// The page that documents it.
    pub source: &'static str,
    /// The fields, in the order of that page.
    pub fields: &'static [Field],
    /// The law that holds between its fields.
    pub law: Law,
    /// How many slots its frame has.
    pub slots: usize,
    /// The fields whose absence is told, one bit each.
    pub wanted: [u64; 2],
}

/// One field of an object.
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be there.
    pub presence: Presence,
    /// The slot that keeps it for the rules, if any of them asks.
    pub role: Option<Role>,
    /// The sentence of the page.
    #[cfg(not(feature = "wasm"))]
    pub doc: &'static str,
}

/// Whether a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// The page requires it.
    Required,
    /// The page does not show it, but most likely it is required.
    Advised,
    /// It may be left out; null is no value for it.
    Optional,
    /// It stands in an answer, where it may be left out; null says no more than that.
    Answered,
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
    /// Any JSON, kept as it is and not judged.
    Opaque,
    /// An object whose inside is not documented; kept as it is.
    OpaqueObject,
}

/// What a decimal measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decimals {
    /// Rupees, to the paisa.
    Amount,
    /// A percentage, to the thousandth.
    Rate,
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

/// The laws that hold between the fields of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Law {
    /// None.
    Free,
    /// None, and any field may stand there: only the syntax matters.
    Outline,
    /// That of what callers write themselves: a field that is not known is a mistake.
    Input,
    /// A PATCH of an invoice.
    InvoicePatch,
    /// An invoice to be created.
    NewInvoice,
    /// An invoice as it stands.
    StoredInvoice,
}

/// The slot in which a value waits for the rules. The same role means the same
/// thing in every payload that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs, reason = "named after the fields that they keep")]
pub enum Role {
    /// The name of an EnumModel, for which the object stands.
    Name,
    // Of an invoice
    Base,
    Cgst,
    Sgst,
    Igst,
    Net,
    Balance,
    Tds,
    Received,
    GstExclusive,
    InvoiceDate,
    DueDate,
    PartialAllowed,
    ApprovalStatus,
    ChargeCustomer,
    CustomerId,
    Description,
    DispatchNow,
    Email,
    InvoiceNumber,
    Mobile,
    PayableReferenceId,
    PoNumber,
    ReceivableStatus,
    Via,
    HasContacts,
    // Of the builder's recipe; base, tds and received are those above
    Rate,
    Inclusive,
    SupplierState,
    SupplierGstin,
    PlaceOfSupply,
    InterState,
    NetAfterTds,
    // Of options and target
    Current,
    Today,
    MaxBytes,
    MaxDepth,
    MaxFindings,
    Mask,
    InvoiceId,
    SellerId,
}

impl Role {
    /// The role in a set of roles.
    pub const fn bit(self) -> u64 {
        1 << self as u8
    }
}

const _: () = assert!((Role::SellerId as u8) < 64, "sets keep roles in a u64");

/// A set of roles, one bit each.
pub const fn roles(list: &[Role]) -> u64 {
    let (mut set, mut rest) = (0, list);
    while let [role, tail @ ..] = rest {
        set |= role.bit();
        rest = tail;
    }
    set
}

impl std::fmt::Debug for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl Names for Shape {
    fn names(&self, bits: u64) -> Vec<&'static str> {
        let missing = |role: Role| bits & role.bit() != 0;
        let fields = self.fields.iter().filter(|field| field.role.is_some_and(missing)).map(|field| field.name);
        let options = [("options.current", Role::Current), ("options.today", Role::Today)];
        fields.chain(options.into_iter().filter(|(_, role)| missing(*role)).map(|(name, _)| name)).collect()
    }
}

impl Shape {
    /// The field that keeps its value in this slot.
    pub fn field_of(&self, role: Role) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.role == Some(role))
    }

    /// The field with this name on the wire.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// One bit for each field whose absence is told.
    pub(super) const fn wanted_of(fields: &[Field]) -> [u64; 2] {
        assert!(fields.len() <= 128, "a bit for each field");
        let (mut wanted, mut bit, mut rest) = (0_u128, 1, fields);
        while let [field, tail @ ..] = rest {
            if matches!(field.presence, Presence::Required | Presence::Advised) {
                wanted |= bit;
            }
            bit <<= 1;
            rest = tail;
        }
        [wanted as u64, (wanted >> 64) as u64]
    }

    /// How many slots fields of these roles need.
    pub(super) const fn slots_for(fields: &[Field]) -> usize {
        let mut slots = 0;
        let mut rest = fields;
        while let [field, tail @ ..] = rest {
            if let Some(role) = field.role
                && role as usize >= slots
            {
                slots = role as usize + 1;
            }
            rest = tail;
        }
        slots
    }
}
