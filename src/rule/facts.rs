//! What is known of an invoice when it is judged.

use super::Context;
use super::known::{Gaps, Known};
use super::taxed::{Heads, Taxed};
use crate::payload::{ExternalTerm, ObjectKind, ReceivableTerm};
use crate::read::{Frame, ObjectContext, Slot, Value};
use crate::value::{Date, RateEntry};
use std::cell::OnceCell;

/// The invoice that a payload makes: of a PATCH, the stored one with the patch applied.
pub(super) struct Facts<'f> {
    own: &'f [Slot],
    /// The roles that the payload itself names.
    named: u64,
    /// The sums, by role from `Base` to `Received`.
    sums: [Known<i64>; SUMS],
    /// Whether prices include the taxes.
    inclusive: bool,
    /// The heads of the tax, or what is missing of them.
    heads: Result<Heads, u64>,
    /// The tax on the base, or what is missing of them; nothing if no rate can be asked.
    taxed: Result<Option<Taxed>, u64>,
    /// A rate that the tax fits, once it was looked for.
    rate: OnceCell<Option<&'static RateEntry>>,
    current: Option<&'f Frame>,
    patch: bool,
    today: Option<Date>,
}

const SUMS: usize = ReceivableTerm::Received as usize - ReceivableTerm::Base as usize + 1;

/// What a role is: in the payload, or else in the invoice as it stands.
#[inline(never)]
fn known(own: &[Slot], current: Option<&Frame>, patch: bool, role: usize) -> Known<Value> {
    let value = |slots: &[Slot]| slots.get(role).map_or(Value::Absent, |slot| slot.value);
    let value = match (value(own), current) {
        (Value::Absent, Some(frame)) => value(&frame.slots),
        (Value::Absent, None) if patch => Value::Unreadable,
        (value, _) => value,
    };
    match value {
        Value::Absent | Value::Null => Known::Nothing,
        Value::Unreadable => Known::No,
        value => Known::Is(value),
    }
}

impl<'f> Facts<'f> {
    /// The facts of a cx.
    pub(super) fn of(cx: &ObjectContext<'f>, context: &'f Context, patch: bool) -> Self {
        let (own, current) = (cx.slots, context.current.stored().filter(|_| patch));
        let mut sums = [Known::Nothing; SUMS];
        let sum_slots = own.get(ReceivableTerm::Base as usize..).unwrap_or_default();
        for (offset, (sum, slot)) in sums.iter_mut().zip(sum_slots).enumerate() {
            *sum = match slot.value {
                Value::Paise(paise) => Known::Is(paise),
                _ => match known(own, current, patch, ReceivableTerm::Base as usize + offset) {
                    Known::Is(Value::Paise(paise)) => Known::Is(paise),
                    Known::Nothing => Known::Nothing,
                    Known::No | Known::Is(_) => Known::No,
                },
            };
        }
        let mut facts = Facts {
            own,
            named: cx.named,
            sums,
            inclusive: false,
            heads: Err(0),
            taxed: Ok(None),
            rate: OnceCell::new(),
            current,
            patch,
            today: context.today,
        };
        let base = facts.sum(ReceivableTerm::Base);
        facts.heads = Heads::of([ReceivableTerm::Cgst, ReceivableTerm::Sgst, ReceivableTerm::Igst].map(|role| facts.sum(role)));
        facts.inclusive = match facts.flag(ReceivableTerm::GstExclusive) {
            Known::Is(exclusive) => !exclusive,
            // Answers do not tell, but the taxes of a stored invoice do.
            _ if current.is_some() || cx.shape.object == ObjectKind::StoredInvoice => {
                Taxed::of(base, facts.heads, false).is_ok_and(|taxed| taxed.is_some_and(|taxed| taxed.seems_contained()))
            }
            _ => false,
        };
        facts.taxed = Taxed::of(base, facts.heads, facts.inclusive);
        facts
    }

    /// Whether the payload itself names one of the roles.
    #[inline(always)]
    pub(super) fn names(&self, roles: u64) -> bool {
        self.named & roles != 0
    }

    #[inline(always)]
    fn own(&self, role: ReceivableTerm) -> Value {
        self.own.get(role as usize).map_or(Value::Absent, |slot| slot.value)
    }

    /// The first of the roles that the payload itself names: where a finding belongs.
    pub(super) fn spot(&self, roles: &[ReceivableTerm]) -> Option<ReceivableTerm> {
        roles.iter().copied().find(|role| self.names(role.bit()))
    }

    /// Whether the payload itself sets the role to null.
    pub(super) fn nulls(&self, role: ReceivableTerm) -> bool {
        self.own(role) == Value::Null
    }

    /// What a role is; most often the payload itself says.
    #[inline(always)]
    fn known(&self, role: ReceivableTerm) -> Known<Value> {
        match self.own(role) {
            value @ (Value::Flag(_) | Value::Day(_)) => Known::Is(value),
            _ => known(self.own, self.current, self.patch, role as usize),
        }
    }

    /// A sum in paise.
    #[inline(always)]
    pub(super) fn sum(&self, role: ReceivableTerm) -> Known<i64> {
        let offset = (role as usize).wrapping_sub(ReceivableTerm::Base as usize);
        self.sums.get(offset).copied().unwrap_or(Known::No)
    }

    /// A sum in paise that the rule cannot do without; where it is missing, a gap.
    pub(super) fn need_sum(&self, role: ReceivableTerm, gaps: &mut Gaps) -> Option<i64> {
        let sum = self.sum(role).value();
        gaps.note(role, sum.is_none());
        sum
    }

    /// A sum in paise, zero if there is none; where it is unknown, a gap.
    pub(super) fn sum_or_zero(&self, role: ReceivableTerm, gaps: &mut Gaps) -> Option<i64> {
        match self.sum(role) {
            Known::Is(paise) => Some(paise),
            Known::Nothing => Some(0),
            Known::No => {
                gaps.note(role, true);
                None
            }
        }
    }

    /// The heads of the tax, or gaps.
    pub(super) fn heads(&self, gaps: &mut Gaps) -> Option<Heads> {
        self.heads.map_err(|missing| gaps.0 |= missing).ok()
    }

    /// The tax on the base, or gaps; nothing if there is no tax whose rate could be asked.
    pub(super) fn taxed(&self, gaps: &mut Gaps) -> Option<Taxed> {
        self.taxed.map_err(|missing| gaps.0 |= missing).ok().flatten()
    }

    /// A rate that the tax fits; every rule that asks gets the same one.
    pub(super) fn rate(&self, taxed: &Taxed) -> Option<&'static RateEntry> {
        *self.rate.get_or_init(|| taxed.rate())
    }

    /// True or false.
    pub(super) fn flag(&self, role: ReceivableTerm) -> Known<bool> {
        match self.known(role) {
            Known::Is(Value::Flag(flag)) => Known::Is(flag),
            Known::Nothing => Known::Nothing,
            Known::No | Known::Is(_) => Known::No,
        }
    }

    /// A date that the rule cannot do without; where it is missing, a gap.
    pub(super) fn need_day(&self, role: ReceivableTerm, gaps: &mut Gaps) -> Option<Date> {
        match self.known(role) {
            Known::Is(Value::Day(day)) => Some(day),
            _ => {
                gaps.note(role, true);
                None
            }
        }
    }

    /// Whether there is a text.
    pub(super) fn has(&self, role: ReceivableTerm) -> Known<()> {
        match self.known(role) {
            Known::Is(_) => Known::Is(()),
            Known::Nothing => Known::Nothing,
            // Of an unreadable value it is known that there is one.
            Known::No if self.own(role) != Value::Absent => Known::Is(()),
            Known::No => Known::No,
        }
    }

    /// Today, or a gap.
    pub(super) fn need_today(&self, gaps: &mut Gaps) -> Option<Date> {
        gaps.note(ExternalTerm::Today, self.today.is_none());
        self.today
    }

    /// The invoice as it stands, or a gap.
    pub(super) fn need_current(&self, gaps: &mut Gaps) -> Option<&'f Frame> {
        gaps.note(ExternalTerm::Current, self.current.is_none());
        self.current
    }

    /// Whether prices include the taxes. Where a new invoice or a patch does not say, they
    /// do not.
    pub(super) fn inclusive(&self) -> bool {
        self.inclusive
    }
}
