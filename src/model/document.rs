//! The nested invoice, as far as it has been read: what its rules need of the objects inside it.

use super::charge_kind::{CHARGE_KINDS, ValueKind};
use super::item::ItemCharges;
use super::supply::{Party, Supply};
use crate::lifecycle::Transition;
use crate::read::{Anchor, ObjectContext, Slot, Span, slot_of};
use crate::term::{DocumentTerm, Group, ObjectKind, TermId, TermSet};
use crate::value::RateEntry;

/// What has been read of a nested invoice.
#[derive(Default)]
pub struct DocumentState {
    /// The kind of supply.
    pub supply: Supply,
    /// The supplier.
    pub supplier: Party,
    /// The buyer.
    pub buyer: Party,
    /// Whether the supply leaves the state, and what is missing to know that; derived once.
    leaves_state: Option<(Option<bool>, TermSet)>,
    /// The item being read.
    pub item: ItemCharges,
    /// The items.
    pub items: Items,
    /// The totals.
    pub totals: Totals,
    /// What was paid in advance.
    pub advance: Advance,
    /// A request for financing.
    pub financing: Financing,
    /// The parts of the payment.
    pub milestones: Milestones,
    /// Dates of invoices that came before, with their positions.
    pub preceding: Vec<(u32, Slot)>,
    /// The version of the object being read.
    pub version: Option<VersionChange>,
    /// The change of status of the object being read.
    pub transition: Option<StatusChange>,
    /// The invoices that a payment settles.
    pub settled: Vec<(u32, StatusChange)>,
    /// The terms with unreadable values.
    pub unreadable: TermSet,
}

impl DocumentState {
    /// Whether the supply leaves the state, if that is known, and the terms that are missing for it.
    pub fn leaves_state(&mut self) -> (Option<bool>, TermSet) {
        *self.leaves_state.get_or_insert_with(|| self.supply.leaves_state(&self.supplier, &self.buyer))
    }

    /// Notes the unreadable values of an object; of one that could not be read at all, all of
    /// its terms.
    pub fn note_unreadable(&mut self, cx: &ObjectContext<'_>) {
        let Some(group) = cx.shape.object.group().filter(|_| cx.unreadable != 0) else {
            return;
        };
        self.unreadable.insert_all(group, cx.unreadable);
        if cx.shape.object == ObjectKind::Document {
            for (_, inside) in CONTAINED.iter().filter(|(term, _)| cx.unreadable & term.bit() != 0) {
                inside.iter().for_each(|group| self.unreadable.insert_group(*group));
            }
        }
    }

    /// Notes that a term is unreadable.
    pub fn unreadable(&mut self, group: Group, term: u8) {
        self.unreadable.insert(TermId::of(group, term));
    }
}

/// The groups of terms inside the fields of a nested invoice.
const CONTAINED: &[(DocumentTerm, &[Group])] = &[
    (DocumentTerm::Supply, &[Group::Supply]),
    (DocumentTerm::Supplier, &[Group::Supplier]),
    (DocumentTerm::Buyer, &[Group::Buyer]),
    (DocumentTerm::Items, &[Group::Item, Group::ItemCharge]),
    (DocumentTerm::Totals, &[Group::Totals, Group::DocumentCharge]),
    (DocumentTerm::Advance, &[Group::Advance]),
    (DocumentTerm::Milestones, &[Group::Milestone]),
    (DocumentTerm::Financing, &[Group::Financing]),
    (DocumentTerm::EwayBill, &[Group::Eway]),
    (DocumentTerm::Version, &[Group::Version]),
    (DocumentTerm::Transition, &[Group::Transition]),
];

/// The sum of the charges of one kind, and the place of the first of them.
#[derive(Default, Clone, Copy)]
pub struct ChargeTotal {
    /// The sum.
    pub paise: i64,
    /// The position of the first in its list; of a field, its term.
    pub index: u32,
    /// Where the first is; nowhere if there is none.
    pub span: Span,
}

impl ChargeTotal {
    /// No charge.
    pub const NONE: ChargeTotal = ChargeTotal { paise: 0, index: 0, span: Span { from: 0, to: 0 } };

    /// Whether there is any.
    pub fn is_present(&self) -> bool {
        self.span.to > 0
    }
}

/// A total for each kind of charge.
#[derive(Clone, Copy)]
pub struct ChargeTotals(pub [ChargeTotal; CHARGE_KINDS]);

impl Default for ChargeTotals {
    fn default() -> Self {
        ChargeTotals([ChargeTotal::NONE; CHARGE_KINDS])
    }
}

impl ChargeTotals {
    /// The total of a kind.
    pub fn of(&self, kind: ValueKind) -> ChargeTotal {
        self.0.get(kind as usize).copied().unwrap_or(ChargeTotal::NONE)
    }

    /// Adds the taxes and charges that an object has as fields, from the term of CGST on in the order
    /// of [`ValueKind`]; whether one of them is unreadable.
    #[inline(never)]
    pub fn add_fields(&mut self, slots: &[Slot], first: u8) -> bool {
        let mut unknown = false;
        for (kind, term) in ValueKind::ALL.into_iter().zip(first..) {
            let slot = slot_of(slots, term);
            match slot.units() {
                Some(paise) => self.add(kind, paise, u32::from(term), slot.span()),
                None => unknown |= slot.is_given(),
            }
        }
        unknown
    }

    /// Adds a charge.
    pub fn add(&mut self, kind: ValueKind, amount: i64, index: u32, span: Span) {
        if let Some(total) = self.0.get_mut(kind as usize) {
            total.paise = total.paise.saturating_add(amount);
            if !total.is_present() {
                (total.index, total.span) = (index, span);
            }
        }
    }
}

/// What all items add up to.
#[derive(Default)]
pub struct Items {
    /// How many there are.
    pub count: u32,
    /// Their taxable values.
    pub taxable: i64,
    /// Their values.
    pub value: i64,
    /// Their taxes and charges by kind.
    pub charges: [i64; CHARGE_KINDS],
    /// Whether the taxable value of an item is unknown.
    pub taxable_unknown: bool,
    /// Whether the value of an item is unknown.
    pub value_unknown: bool,
    /// Whether a tax or charge of an item is unknown.
    pub charges_unknown: bool,
    /// Rates that are not always in force: position, place and entry.
    pub dated: Vec<(u32, Span, &'static RateEntry)>,
    /// The position of each item that has a serial number, and where that is.
    pub serials: Vec<(u32, Span)>,
    /// Whether the numbers are not simply 1, 2, 3.
    pub unordered: bool,
}

/// The totals of the invoice.
#[derive(Default)]
pub struct Totals {
    /// The taxable value.
    pub taxable: Option<Slot>,
    /// The total.
    pub total: Option<Slot>,
    /// Taxes and charges.
    pub charges: ChargeTotals,
    /// How many of them there are.
    pub count: u32,
    /// Whether one of them is unknown.
    pub charges_unknown: bool,
    /// Whether they are fields of the totals, not a list.
    pub as_fields: bool,
}

impl Totals {
    /// Where a charge is.
    pub fn anchor(&self, charge: ChargeTotal) -> Anchor {
        match self.as_fields {
            true => Anchor::Below(TermId::of(Group::Totals, charge.index as u8), 0, charge.span),
            false => Anchor::Below(term_id!(DocumentCharge: Value), charge.index, charge.span),
        }
    }
}

/// The terms that carry the taxes and charges among the totals: a list, or a field for each kind.
pub const TOTAL_CHARGE_TERMS: TermSet = term_set![
    Document: Totals; DocumentCharge: Kind Value;
    Totals: Charges Cgst Sgst Igst Cess CessNonAdvol StateCess StateCessNonAdvol Discount OtherCharges RoundOff PreTax
];

/// What was paid and what is pending.
#[derive(Default)]
pub struct Advance {
    /// What was paid.
    pub paid: Option<Slot>,
    /// What is pending.
    pub pending: Option<Slot>,
}

/// A request for financing.
#[derive(Default)]
pub struct Financing {
    /// What is due.
    pub due: Option<Slot>,
    /// What is requested.
    pub requested: Option<Slot>,
}

/// The parts of the payment.
#[derive(Default)]
pub struct Milestones {
    /// What they add up to.
    pub sum: i64,
    /// How many there are.
    pub count: u32,
    /// Whether the amount of one is unknown.
    pub unknown: bool,
    /// Their dates, with their positions.
    pub dates: Vec<(u32, Slot)>,
}

/// A version before and after.
#[derive(Clone, Copy)]
pub struct VersionChange {
    /// Before.
    pub current: i64,
    /// After.
    pub new: i64,
    /// Where the new version is.
    pub span: Span,
}

/// A change from one status to the next; `None` for a word that is not known.
#[derive(Clone, Copy)]
pub struct StatusChange {
    /// Before.
    pub from: Option<&'static str>,
    /// After.
    pub to: Option<&'static str>,
    /// The transition of the life-cycle, if there is one.
    pub known: Option<&'static Transition>,
    /// Where the status before is.
    pub from_span: Span,
    /// Where the status after is.
    pub to_span: Span,
}
