//! What the judge of a nested invoice remembers from one object to the next.

use super::kinds::{KINDS, ValueKind};
use crate::read::{ObjectContext, Slot, Span, Value};
use crate::report::LazyPath;
use crate::value::RateEntry;

/// What has been read of an invoice when an object of it is judged.
#[derive(Default)]
pub(super) struct Book {
    pub(super) supply: Supply,
    pub(super) supplier: Party,
    pub(super) buyer: Party,
    /// Whether the supply leaves the state, as far as that is known, and what is missing
    /// for it; worked out when the first item asks.
    pub(super) leaves: Option<(Option<bool>, u64)>,
    /// The item being read.
    pub(super) item: Lines,
    pub(super) items: Items,
    /// The sums of valueDetails.
    pub(super) values: Values,
    pub(super) advance: Advance,
    pub(super) financing: Option<(Slot, Slot)>,
    pub(super) milestones: Milestones,
    /// Days of invoices that came before, with their places in the list.
    pub(super) preceding: Vec<(u32, Slot)>,
    pub(super) version: Option<Version>,
    pub(super) step: Option<Step>,
    /// The invoices that a payment settles.
    pub(super) settled: Vec<(u32, Step)>,
}

/// What kind of supply it is.
#[derive(Default, Clone, Copy)]
pub(super) struct Supply {
    pub(super) kind: SupplyKind,
    pub(super) kind_span: Span,
    pub(super) reverse_charge: Option<bool>,
    pub(super) reverse_span: Span,
    /// IGST is charged, even within a state.
    pub(super) igst_within: bool,
    /// The word could not be read.
    pub(super) unclear: bool,
}

/// The kinds of supply of INV-01.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum SupplyKind {
    /// It is not told, or with a word of its own.
    #[default]
    Unknown,
    B2b,
    SezWithPayment,
    SezWithoutPayment,
    ExportWithPayment,
    ExportWithoutPayment,
    DeemedExport,
}

impl SupplyKind {
    pub(super) fn of(word: &str) -> SupplyKind {
        match word {
            "B2B" => SupplyKind::B2b,
            "SEZWP" => SupplyKind::SezWithPayment,
            "SEZWOP" => SupplyKind::SezWithoutPayment,
            "EXPWP" => SupplyKind::ExportWithPayment,
            "EXPWOP" => SupplyKind::ExportWithoutPayment,
            "DEXP" => SupplyKind::DeemedExport,
            _ => SupplyKind::Unknown,
        }
    }

    pub(super) fn is_export(self) -> bool {
        matches!(self, SupplyKind::ExportWithPayment | SupplyKind::ExportWithoutPayment)
    }

    pub(super) fn is_sez(self) -> bool {
        matches!(self, SupplyKind::SezWithPayment | SupplyKind::SezWithoutPayment)
    }

    pub(super) fn is_without_payment(self) -> bool {
        matches!(self, SupplyKind::SezWithoutPayment | SupplyKind::ExportWithoutPayment)
    }
}

/// A party to the invoice.
#[derive(Default, Clone, Copy)]
pub(super) struct Party {
    pub(super) gstin: Span,
    pub(super) state: Span,
    pub(super) place_of_supply: Span,
    pub(super) pin: Span,
}

/// Where a text stands, if the slot holds one.
pub(super) fn told(slot: Slot) -> Span {
    if slot.value == Value::Text { slot.span() } else { Span::default() }
}

/// A slot that holds something.
pub(super) fn held(slot: Slot) -> Option<Slot> {
    (!matches!(slot.value, Value::Absent | Value::Null)).then_some(slot)
}

/// A sum of values of one kind, and the place of the first of them in its array.
#[derive(Default, Clone, Copy)]
pub(super) struct Line {
    pub(super) paise: i64,
    pub(super) index: u32,
    pub(super) span: Span,
}

impl Line {
    /// No value.
    const NONE: Line = Line { paise: 0, index: 0, span: Span { from: 0, to: 0 } };

    /// Whether there is any.
    pub(super) fn is_there(&self) -> bool {
        self.span.to > 0
    }
}

/// A line for each kind.
#[derive(Clone, Copy)]
pub(super) struct Kinds(pub(super) [Line; KINDS]);

impl Default for Kinds {
    fn default() -> Self {
        Kinds([Line::NONE; KINDS])
    }
}

impl Kinds {
    pub(super) fn of(&self, kind: ValueKind) -> Line {
        self.0.get(kind as usize).copied().unwrap_or(Line::NONE)
    }
}

/// Values with their kinds, as they stand in one array.
#[derive(Default)]
pub(super) struct Lines {
    pub(super) values: Kinds,
    pub(super) rates: Kinds,
    /// How many values, rates and other taxes there are.
    pub(super) counts: [u32; 3],
    /// A kind or a value among the values cannot be read: sums over them are not known.
    pub(super) unclear: bool,
    pub(super) rates_unclear: bool,
    /// The taxes that have no head of their own.
    pub(super) others: i64,
    pub(super) others_unclear: bool,
    /// Rate and amount of each of them that has both and a rate above zero.
    pub(super) rated: Vec<(i64, Line)>,
}

impl Lines {
    /// Forgets all of them, for the next item.
    pub(super) fn clear(&mut self) {
        for line in self.values.0.iter_mut().chain(&mut self.rates.0).filter(|line| line.is_there()) {
            *line = Line::NONE;
        }
        self.rated.clear();
        (self.unclear, self.rates_unclear, self.others_unclear) = (false, false, false);
        (self.others, self.counts) = (0, [0; 3]);
    }

    pub(super) fn value(&self, kind: ValueKind) -> i64 {
        self.line(kind).paise
    }

    pub(super) fn line(&self, kind: ValueKind) -> Line {
        self.values.of(kind)
    }

    pub(super) fn rate(&self, kind: ValueKind) -> Line {
        self.rates.of(kind)
    }
}

/// Whether a slot holds an array, all elements of which are among those that were read.
pub(super) fn all_of(slot: Slot, read: u32) -> bool {
    slot.value == Value::Int(i64::from(read))
}

/// Adds a value to its line.
pub(super) fn add(Kinds(lines): &mut Kinds, kind: ValueKind, amount: i64, index: u32, span: Span) {
    if let Some(line) = lines.get_mut(kind as usize) {
        line.paise = line.paise.saturating_add(amount);
        if !line.is_there() {
            (line.index, line.span) = (index, span);
        }
    }
}

/// What all items come to.
#[derive(Default)]
pub(super) struct Items {
    pub(super) count: u32,
    pub(super) taxable: i64,
    pub(super) value: i64,
    pub(super) heads: [i64; KINDS],
    /// A taxable value, a value or a head of some item is not known.
    pub(super) taxable_unclear: bool,
    pub(super) value_unclear: bool,
    pub(super) heads_unclear: bool,
    /// Rates that have their time: position, place and schedule.
    pub(super) dated: Vec<(u32, Span, &'static RateEntry)>,
    /// The position of each item that has a serial number, and where that stands.
    pub(super) serials: Vec<(u32, Span)>,
    /// The numbers are not simply 1, 2, 3.
    pub(super) unordered: bool,
}

/// The sums of valueDetails.
#[derive(Default)]
pub(super) struct Values {
    pub(super) taxable: Option<Slot>,
    pub(super) total: Option<Slot>,
    pub(super) others: Kinds,
    pub(super) count: u32,
    pub(super) unclear: bool,
}

/// What was paid and what is pending.
#[derive(Default)]
pub(super) struct Advance {
    pub(super) paid: Option<Slot>,
    pub(super) pending: Option<Slot>,
}

/// What is due when.
#[derive(Default)]
pub(super) struct Milestones {
    pub(super) sum: i64,
    pub(super) count: u32,
    pub(super) unclear: bool,
    pub(super) first: Option<Slot>,
    pub(super) days: Vec<(u32, Slot)>,
}

/// A version before and after.
#[derive(Clone, Copy)]
pub(super) struct Version {
    pub(super) current: i64,
    pub(super) new: i64,
    pub(super) span: Span,
}

/// A step from one status to the next; `None` for a word that is not known.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) from: Option<&'static str>,
    pub(super) to: Option<&'static str>,
    pub(super) from_span: Span,
    pub(super) to_span: Span,
}

/// The position in its array of the object being judged.
pub(super) fn position(cx: &ObjectContext<'_>) -> u32 {
    match cx.path {
        LazyPath::Index(_, index) => u32::try_from(*index).unwrap_or(u32::MAX),
        _ => 0,
    }
}
