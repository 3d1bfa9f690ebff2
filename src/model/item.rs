//! An item: its amounts, and its taxes and charges, whether they are a list or fields.

use super::charge_kind::ValueKind;
use super::document::{ChargeTotal, ChargeTotals};
use crate::calc::{Exact, Share, Tolerance};
use crate::read::{Anchor, ObjectContext, Slot, slot_of};
use crate::term::{Group, ItemTerm, TermId, TermSet, TotalsTerm};
use crate::value::RateEntry;

/// The three heads of GST, the kinds 0 to 2.
pub const HEADS: [ValueKind; 3] = [ValueKind::Cgst, ValueKind::Sgst, ValueKind::Igst];

/// The cesses, which the buyer pays too where the buyer pays the tax.
pub const CESSES: [ValueKind; 4] = [ValueKind::Cess, ValueKind::CessNonAdvol, ValueKind::StateCess, ValueKind::StateCessNonAdvol];

/// What the value of an item includes besides its taxable value and the taxes.
pub const CHARGES: [ValueKind; 2] = [ValueKind::OtherCharges, ValueKind::RoundOff];

/// The first of the terms by which an item has its taxes and charges as fields; the others
/// follow in the order of [`ValueKind`].
const FIRST_FIELD: u8 = ItemTerm::Cgst as u8;

const _: () = assert!(FIRST_FIELD as usize + ValueKind::PreTax as usize == ItemTerm::PreTax as usize, "a field for each kind of charge");
const _: () =
    assert!(TotalsTerm::Cgst as usize + ValueKind::PreTax as usize == TotalsTerm::PreTax as usize, "a field for each kind of charge");

/// The terms that carry the taxes and charges of an item: a list, or a field for each kind.
pub const CHARGE_TERMS: TermSet = term_set![
    Item: Charges Cgst Sgst Igst Cess CessNonAdvol StateCess StateCessNonAdvol Discount OtherCharges RoundOff PreTax;
    ItemCharge: Kind Value
];

/// The taxes and charges of the item being read.
#[derive(Default)]
pub struct ItemCharges {
    /// Taxes and charges.
    pub values: ChargeTotals,
    /// Rates.
    pub rates: ChargeTotals,
    /// How many values, rates and other taxes there are.
    pub counts: [u32; 3],
    /// Whether a kind or a value is unreadable: sums over them are unknown.
    pub unknown: bool,
    /// Whether a kind or a rate is unreadable.
    pub rates_unknown: bool,
    /// The sum of the taxes that have no head of their own.
    pub others: i64,
    /// Whether one of them is unreadable.
    pub others_unknown: bool,
    /// Rate and amount of each of them that has both and a rate above zero.
    pub rated: Vec<(i64, ChargeTotal)>,
}

impl ItemCharges {
    /// Forgets all of them, for the next item.
    pub fn clear(&mut self) {
        for total in self.values.0.iter_mut().chain(&mut self.rates.0).filter(|total| total.is_present()) {
            *total = ChargeTotal::NONE;
        }
        self.rated.clear();
        (self.unknown, self.rates_unknown, self.others_unknown) = (false, false, false);
        (self.others, self.counts) = (0, [0; 3]);
    }
}

/// An item that has been read, with what its rules need of the invoice.
pub struct Item<'m> {
    /// Its slots, by term.
    pub slots: &'m [Slot],
    /// The whole text.
    pub text: &'m str,
    /// Its taxes and charges.
    pub charges: &'m ItemCharges,
    /// The heads of its tax: CGST, SGST, IGST.
    pub heads: [ChargeTotal; 3],
    /// Its rate in thousandths of a percent.
    pub rate: Option<i64>,
    /// The entry of its rate in the list.
    pub entry: Option<&'static RateEntry>,
    /// Its taxable value.
    pub taxable: Option<i64>,
    /// Whether all of them are there and readable.
    pub complete: bool,
    /// What is missing to know all of them.
    pub charges_missing: TermSet,
    /// Whether they are fields of the item, not a list.
    pub as_fields: bool,
    /// Whether the supply leaves the state, if that is known.
    pub leaves_state: Option<bool>,
    /// What is missing to know that.
    pub place_missing: TermSet,
    /// Whether the supply is made without payment of the tax.
    pub without_payment: bool,
    /// Whether its value may leave the taxes out, as reverse charge and exports do.
    pub untaxed: bool,
    /// What is unreadable and would say so.
    pub untaxed_missing: TermSet,
    /// How far amounts may be from what they should be.
    pub tolerance: Tolerance,
}

impl Item<'_> {
    /// A slot; absent if the item has no such field.
    pub fn slot(&self, term: ItemTerm) -> &Slot {
        slot_of(self.slots, term as u8)
    }

    /// A number that is not below zero, in its units; none if it is absent or unreadable.
    #[inline(never)]
    pub fn units(&self, term: ItemTerm) -> Option<i64> {
        self.slot(term).units().filter(|units| *units >= 0)
    }

    /// The same; where it is absent or unreadable, its term is missing.
    pub fn need(&self, term: ItemTerm, missing: &mut TermSet) -> Option<i64> {
        let units = self.units(term);
        if units.is_none() {
            missing.insert(TermId::of(Group::Item, term as u8));
        }
        units
    }

    /// The total of a kind of charge.
    pub fn total(&self, kind: ValueKind) -> ChargeTotal {
        self.charges.values.of(kind)
    }

    /// Whether IGST is combined with CGST or SGST.
    pub fn is_mixed(&self) -> bool {
        let [cgst, sgst, igst] = self.heads;
        igst.paise != 0 && (cgst.paise != 0 || sgst.paise != 0)
    }

    /// Whether the heads are those of another place of supply.
    pub fn has_wrong_head(&self) -> bool {
        let [cgst, sgst, igst] = self.heads;
        match self.leaves_state {
            Some(true) => cgst.paise != 0 || sgst.paise != 0,
            Some(false) => igst.paise != 0,
            None => false,
        }
    }

    /// Whether all taxes and charges are known; if not, they are missing.
    pub fn need_charges(&self, missing: &mut TermSet) -> bool {
        if !self.complete {
            missing.insert_set(&self.charges_missing);
        }
        self.complete
    }

    /// Half of the tax, if rate and taxable value are known.
    pub fn half(&self) -> Option<i64> {
        Some(Exact::head(self.taxable?, self.rate?, Share::Half).rounded().0)
    }

    /// Where a charge is; the list if there is none.
    pub fn anchor(&self, charge: ChargeTotal) -> Anchor {
        match (charge.is_present(), self.as_fields) {
            (true, true) => Anchor::Field(charge.index as u8),
            (true, false) => Anchor::Below(term_id!(ItemCharge: Value), charge.index, charge.span),
            (false, _) => Anchor::field(ItemTerm::Charges),
        }
    }

    /// Whether an object of that kind has its taxes and charges as fields.
    pub fn has_fields(cx: &ObjectContext<'_>) -> bool {
        cx.slots.len() > usize::from(FIRST_FIELD)
    }
}
