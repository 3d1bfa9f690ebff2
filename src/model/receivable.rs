//! EnKash's own invoice, as far as it is known when its rules run.

use super::context::Context;
use super::resolved::Resolved;
use super::taxed::{Heads, Taxed};
use crate::read::{Anchor, Frame, ObjectContext, Slot, Value, slot_of};
use crate::term::{Group, ObjectKind, ReceivableTerm, TermId, TermSet};
use crate::value::{Date, RateEntry};
use std::cell::OnceCell;

/// The invoice that a payload makes: of a PATCH, the stored one with the patch applied.
pub struct Receivable<'f> {
    own: &'f [Slot],
    /// The terms that the payload itself has.
    named: u64,
    /// The amounts, by term from `Base` to `Received`.
    sums: [Resolved<i64>; SUMS],
    /// Whether prices include the taxes, if that is known.
    inclusive: Option<bool>,
    /// The heads of the tax, or the terms that are missing.
    heads: Result<Heads, u64>,
    /// The tax on the base, or the terms that are missing; none if there is no tax.
    taxed: Result<Option<Taxed>, u64>,
    /// A rate that the tax fits, once it was looked for.
    rate: OnceCell<Option<&'static RateEntry>>,
    current: Option<&'f Frame>,
    patch: bool,
    /// Whether it is EnKash's invoice on its way to Bharat Connect.
    pub flat: bool,
    /// The options.
    pub context: &'f Context,
}

const SUMS: usize = ReceivableTerm::Received as usize - ReceivableTerm::Base as usize + 1;

/// The value of a term: of the payload, or else of the stored invoice; unreadable if it may be anything.
#[inline(never)]
fn known<'f>(own: &'f [Slot], current: Option<&'f Frame>, patch: bool, term: u8) -> &'f Value {
    match (&slot_of(own, term).value, current) {
        (Value::Absent, Some(frame)) => &slot_of(&frame.slots, term).value,
        (Value::Absent, None) if patch => &Value::Unreadable,
        (value, _) => value,
    }
}

/// A value as an amount in paise.
fn amount(value: &Value) -> Resolved<i64> {
    match value {
        Value::Paise(paise) => Resolved::Value(*paise),
        Value::Absent | Value::Null => Resolved::Absent,
        _ => Resolved::Unknown,
    }
}

impl<'f> Receivable<'f> {
    /// The invoice of an object.
    pub fn of(cx: &ObjectContext<'f>, context: &'f Context, patch: bool) -> Self {
        let (own, current) = (cx.slots, context.current.stored().filter(|_| patch));
        let mut sums = [Resolved::Absent; SUMS];
        let sum_slots = own.get(ReceivableTerm::Base as usize..).unwrap_or_default();
        for ((sum, slot), term) in sums.iter_mut().zip(sum_slots).zip(ReceivableTerm::Base as u8..) {
            *sum = match slot.value {
                Value::Paise(paise) => Resolved::Value(paise),
                _ => amount(known(own, current, patch, term)),
            };
        }
        let mut facts = Receivable {
            own,
            named: cx.named,
            sums,
            inclusive: Some(false),
            heads: Err(0),
            taxed: Ok(None),
            rate: OnceCell::new(),
            current,
            patch,
            flat: cx.shape.object == ObjectKind::FlatInvoice,
            context,
        };
        let base = facts.sum(ReceivableTerm::Base);
        facts.heads = Heads::of([ReceivableTerm::Cgst, ReceivableTerm::Sgst, ReceivableTerm::Igst].map(|role| facts.sum(role)));
        let inclusive = match facts.flag(ReceivableTerm::GstExclusive) {
            Resolved::Value(exclusive) => Some(!exclusive),
            // A response does not have the flag, and a PATCH need not repeat it.
            _ if patch || cx.shape.object == ObjectKind::StoredInvoice => None,
            _ => Some(false),
        };
        facts.taxed = Taxed::of(base, facts.heads, inclusive);
        // A rate that the taxes are of the base shows that they come on top.
        let on_top = || facts.taxed.ok().flatten().filter(|taxed| !taxed.inclusive && facts.rate(taxed).is_some());
        facts.inclusive = inclusive.or_else(|| on_top().map(|_| false));
        facts
    }

    /// Whether the payload itself has one of the terms.
    #[inline(always)]
    pub fn touches(&self, terms: u64) -> bool {
        self.named & terms != 0
    }

    /// The first of the terms that the payload itself has: where a finding belongs.
    pub fn anchor(&self, terms: &[ReceivableTerm]) -> Anchor {
        terms.iter().find(|term| self.touches(term.bit())).map_or(Anchor::Object, |term| Anchor::field(*term))
    }

    /// Whether the payload itself sets the term to null.
    pub fn sets_null(&self, term: ReceivableTerm) -> bool {
        matches!(slot_of(self.own, term).value, Value::Null)
    }

    /// The value of a term.
    fn known(&self, term: ReceivableTerm) -> &Value {
        known(self.own, self.current, self.patch, term as u8)
    }

    /// An amount in paise.
    #[inline(always)]
    pub fn sum(&self, term: ReceivableTerm) -> Resolved<i64> {
        let offset = (term as usize).wrapping_sub(ReceivableTerm::Base as usize);
        self.sums.get(offset).copied().unwrap_or_else(|| self.other_sum(term))
    }

    #[inline(never)]
    fn other_sum(&self, term: ReceivableTerm) -> Resolved<i64> {
        amount(self.known(term))
    }

    /// An amount that the payload itself gives; if it is unreadable, its term is missing.
    pub fn given_sum(&self, term: ReceivableTerm, missing: &mut TermSet) -> Option<i64> {
        let sum = self.sum(term);
        if sum == Resolved::Unknown {
            note(term, missing);
        }
        sum.value()
    }

    /// An amount that the rule cannot do without; where there is none, its term is missing.
    pub fn need_sum(&self, term: ReceivableTerm, missing: &mut TermSet) -> Option<i64> {
        let sum = self.sum(term).value();
        if sum.is_none() {
            note(term, missing);
        }
        sum
    }

    /// An amount, zero if there is none; where it is unknown, its term is missing.
    pub fn sum_or_zero(&self, term: ReceivableTerm, missing: &mut TermSet) -> Option<i64> {
        match self.sum(term) {
            Resolved::Value(paise) => Some(paise),
            Resolved::Absent => Some(0),
            Resolved::Unknown => {
                note(term, missing);
                None
            }
        }
    }

    /// What several amounts add up to; where one is unknown, its term is missing.
    pub fn sum_of(&self, terms: &[ReceivableTerm], missing: &mut TermSet) -> Option<i64> {
        let mut sum = Some(0_i64);
        for term in terms {
            let more = self.sum_or_zero(*term, missing);
            sum = sum.zip(more).map(|(sum, more)| sum.saturating_add(more));
        }
        sum
    }

    /// The heads of the tax; where one is unknown, its term is missing.
    pub fn heads(&self, missing: &mut TermSet) -> Option<Heads> {
        self.heads.map_err(|bits| missing.insert_all(Group::Receivable, bits)).ok()
    }

    /// The tax on the base, if there is any; where it is unknown, terms are missing.
    pub fn taxed(&self, missing: &mut TermSet) -> Option<Taxed> {
        self.taxed.map_err(|bits| missing.insert_all(Group::Receivable, bits)).ok().flatten()
    }

    /// A rate that the tax fits; the same one for every rule.
    pub fn rate(&self, taxed: &Taxed) -> Option<&'static RateEntry> {
        *self.rate.get_or_init(|| taxed.rate())
    }

    /// True or false.
    pub fn flag(&self, term: ReceivableTerm) -> Resolved<bool> {
        match self.known(term) {
            Value::Flag(flag) => Resolved::Value(*flag),
            Value::Absent | Value::Null => Resolved::Absent,
            _ => Resolved::Unknown,
        }
    }

    /// A date that the rule cannot do without; where there is none, its term is missing.
    pub fn need_day(&self, term: ReceivableTerm, missing: &mut TermSet) -> Option<Date> {
        match self.known(term) {
            Value::Day(day) => Some(*day),
            _ => {
                note(term, missing);
                None
            }
        }
    }

    /// Whether there is a string.
    pub fn has(&self, term: ReceivableTerm) -> Resolved<()> {
        match self.known(term) {
            Value::Absent | Value::Null => Resolved::Absent,
            Value::Unreadable if slot_of(self.own, term).is_absent() => Resolved::Unknown,
            // Of an unreadable value of the payload it is known that there is one.
            _ => Resolved::Value(()),
        }
    }

    /// Today; where it is not given, the option is missing.
    pub fn need_today(&self, missing: &mut TermSet) -> Option<Date> {
        if self.context.today.is_none() {
            missing.insert(term_id!(External: Today));
        }
        self.context.today
    }

    /// The stored invoice; where it is not given, the option is missing.
    pub fn need_current(&self, missing: &mut TermSet) -> Option<&'f Frame> {
        if self.current.is_none() {
            missing.insert(term_id!(External: Current));
        }
        self.current
    }

    /// The larger of the two amounts that may be the whole; where there is none, both are missing.
    pub fn largest(&self, missing: &mut TermSet) -> Option<i64> {
        let terms = [ReceivableTerm::InvoiceAmount, ReceivableTerm::TotalAmount];
        let largest = terms.iter().filter_map(|term| self.sum(*term).value()).max();
        if largest.is_none() {
            terms.iter().for_each(|term| note(*term, missing));
        }
        largest
    }

    /// Whether prices include the taxes, if that is known. By default a new invoice has them exclusive.
    pub fn inclusive(&self) -> Option<bool> {
        self.inclusive
    }

    /// What the invoice may come to before TDS, other charges included: with the taxes on top of the base, and with the
    /// taxes in it. Only what [`Receivable::inclusive`] allows is given. Where an amount is unknown, its term is missing.
    pub fn payables(&self, missing: &mut TermSet) -> [Option<i64>; 2] {
        let charges = self.context.other_charges.0;
        let base = self.need_sum(ReceivableTerm::Base, missing).map(|base| base.saturating_add(charges));
        let on_top = match self.inclusive {
            Some(true) => None,
            _ => base.zip(self.heads(missing)).map(|(base, heads)| base.saturating_add(heads.sum())),
        };
        [on_top, base.filter(|_| self.inclusive != Some(false))]
    }
}

/// Notes that a term is missing.
pub fn note(term: ReceivableTerm, missing: &mut TermSet) {
    missing.insert(TermId::of(Group::Receivable, term as u8));
}
