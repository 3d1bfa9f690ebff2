//! The sums of a nested invoice against its items, and what is paid against the sums.

use super::book::{Book, Line, add, all_of, held, position};
use super::item::{entry, skip};
use super::kinds::{TAXES, ValueKind};
use super::known::Gaps;
use crate::calc::{Exact, Tolerance};
use crate::payload::{self, Beside, Doc, Seat};
use crate::read::{Hop, Scene, Slot, Value};
use crate::report::{Arg, Code, Fault, Msg, Row};
use crate::rule::Context;
use crate::value::{Date, Paise};

const VALUES: Hop = Hop::Field("valueDetails");
const ADVANCE: Hop = Hop::Field("advancePaymentDetails");
const MILESTONES: Hop = Hop::Field("paymentMilestones");
const FINANCING: Hop = Hop::Field("invoiceFinancingDetails");

/// The most items that the e-invoice schema takes.
const MOST_ITEMS: u32 = 1000;

/// An amount; none if it is below zero.
fn paise(slot: Slot) -> Option<i64> {
    match slot.value {
        Value::Paise(paise @ 0..) => Some(paise),
        _ => None,
    }
}

fn day(slot: Slot) -> Option<Date> {
    match slot.value {
        Value::Day(day) => Some(day),
        _ => None,
    }
}

impl Book {
    /// Notes a sum of the invoice with its kind.
    pub(super) fn note_other_value(&mut self, scene: &mut Scene<'_>, context: &Context) {
        self.values.count += 1;
        match entry(scene, context, Code::TotalInvoice) {
            Some((kind, paise, span)) => add(&mut self.values.others, kind, paise, position(scene), span),
            None => self.values.unclear = true,
        }
    }

    /// Notes the sums of the invoice.
    pub(super) fn note_values(&mut self, scene: &Scene<'_>) {
        self.values.taxable = held(scene.slot(payload::Values::Taxable));
        self.values.total = held(scene.slot(payload::Values::Total));
        let others = scene.slot(payload::Values::Others);
        self.values.unclear |= held(others).is_some() && !all_of(others, self.values.count);
    }

    /// Notes what was paid and what is pending.
    pub(super) fn note_advance(&mut self, scene: &Scene<'_>) {
        self.advance.paid = held(scene.slot(payload::Advance::Paid));
        self.advance.pending = held(scene.slot(payload::Advance::Pending));
    }

    /// Notes an invoice that came before.
    pub(super) fn note_preceding(&mut self, scene: &Scene<'_>) {
        if let Some(day) = held(scene.slot(payload::Preceding::Day)) {
            self.preceding.push((position(scene), day));
        }
    }

    /// Notes what a lender is asked for.
    pub(super) fn note_financing(&mut self, scene: &Scene<'_>) {
        self.financing = Some((scene.slot(payload::Financing::Due), scene.slot(payload::Financing::Requested)));
    }

    /// Notes what is due on a day.
    pub(super) fn note_milestone(&mut self, scene: &Scene<'_>) {
        self.milestones.count += 1;
        let due = scene.slot(payload::Milestone::Due);
        match paise(due) {
            Some(paise) => self.milestones.sum = self.milestones.sum.saturating_add(paise),
            None => self.milestones.unclear = true,
        }
        self.milestones.first = self.milestones.first.or(Some(due));
        if let Some(day) = held(scene.slot(payload::Milestone::Day)) {
            self.milestones.days.push((position(scene), day));
        }
    }

    /// Judges the sums of the invoice, once all of it has been read.
    pub(super) fn judge_sums(&self, scene: &mut Scene<'_>, tolerance: Tolerance) {
        self.count(scene);
        if all_of(scene.slot(Doc::Items), self.items.count) {
            self.taxable(scene, tolerance);
            self.heads(scene, tolerance);
            self.total(scene, tolerance);
        } else {
            let sums = [
                (self.values.taxable.is_some(), Code::TotalTaxable),
                (self.values.others.0.iter().any(|line| line.is_there()), Code::TotalTax),
                (self.values.total.is_some(), Code::TotalInvoice),
            ];
            for (_, code) in sums.into_iter().filter(|(told, _)| *told) {
                scene.sink.skip(code, Beside::Items.bit(), scene.shape);
            }
        }
        self.due(scene, tolerance);
        self.milestones(scene, tolerance);
        self.financing(scene);
    }

    fn count(&self, scene: &mut Scene<'_>) {
        let Value::Int(count) = scene.slot(Doc::Items).value else {
            return;
        };
        if !(1..=i64::from(MOST_ITEMS)).contains(&count) {
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            let fault = Fault::new(Msg::ItemCount).arg(Arg::Count(count)).expected(&Row(&[&"1 to ", &MOST_ITEMS]));
            scene.raise(Some(Doc::Items), fault);
        }
    }

    fn taxable(&self, scene: &mut Scene<'_>, tolerance: Tolerance) {
        let Some(slot) = self.values.taxable else {
            return;
        };
        if self.items.taxable_unclear {
            return scene.sink.skip(Code::TotalTaxable, Beside::Items.bit(), scene.shape);
        }
        let right = self.items.taxable;
        if let Some(told) = paise(slot).filter(|told| !Exact::paise(right).takes(*told, tolerance)) {
            let fault = Fault::new(Msg::SumOfTaxable).paise(told).paise(right).expected(&Paise(right));
            scene.raise_at(&[VALUES, Hop::Field("assessmentValue")], slot.span(), false, fault);
        }
    }

    /// The taxes that the invoice sums up, each against its items.
    fn heads(&self, scene: &mut Scene<'_>, tolerance: Tolerance) {
        let value = |kind: ValueKind| self.values.others.of(kind);
        let sum = |kind: ValueKind| self.items.heads.get(kind as usize).copied().unwrap_or_default();
        // One word may stand for both parts, as it does in INV-01.
        let cess = |whole, part| if value(part).is_there() { sum(whole) } else { sum(whole).saturating_add(sum(part)) };
        for kind in TAXES {
            let line = value(kind);
            if !line.is_there() {
                continue;
            }
            if self.items.heads_unclear {
                return scene.sink.skip(Code::TotalTax, Beside::Items.bit(), scene.shape);
            }
            let right = match kind {
                ValueKind::Cess => cess(ValueKind::Cess, ValueKind::CessNonAdvol),
                ValueKind::StateCess => cess(ValueKind::StateCess, ValueKind::StateCessNonAdvol),
                _ => sum(kind),
            };
            if !Exact::paise(right).takes(line.paise, tolerance) {
                let fault = Fault::new(Msg::SumOfTax).plain(kind.as_str()).paise(line.paise).paise(right).expected(&Paise(right));
                other_value(line, scene, fault);
            }
        }
        let (cgst, sgst) = (value(ValueKind::Cgst), value(ValueKind::Sgst));
        if !cgst.is_there() || !sgst.is_there() || cgst.paise == sgst.paise {
            return;
        }
        // The one that is not that of the items is the wrong one; where both are, items tell.
        let (wrong, other) = match (sum(ValueKind::Cgst) == cgst.paise, sum(ValueKind::Sgst) == sgst.paise) {
            (true, true) => return,
            (false, true) => (cgst, sgst),
            _ => (sgst, cgst),
        };
        let fault = Fault::new(Msg::HalvesDiffer).paise(cgst.paise).paise(sgst.paise).expected(&Paise(other.paise));
        other_value(wrong, scene, fault);
    }

    /// All items, less the discount, with other charges and the round-off.
    fn total(&self, scene: &mut Scene<'_>, tolerance: Tolerance) {
        let Some(slot) = self.values.total else {
            return;
        };
        let mut gaps = Gaps::default();
        gaps.note(Beside::Items, self.items.value_unclear);
        gaps.note(Doc::Values, self.values.unclear);
        if gaps.0 != 0 {
            return skip(Code::TotalInvoice, gaps, scene);
        }
        let other = |kind: ValueKind| self.values.others.of(kind);
        let (discount, charges, round_off) = (other(ValueKind::Discount), other(ValueKind::OtherCharges), other(ValueKind::RoundOff));
        if discount.paise > self.items.value {
            let fault = Fault::new(Msg::DiscountAboveGross).paise(discount.paise).paise(self.items.value);
            other_value(discount, scene, fault.at_most(&Paise(self.items.value)));
        }
        if round_off.paise.abs() > 9_999 {
            other_value(round_off, scene, Fault::new(Msg::RoundOffRange).paise(round_off.paise).wants("-99.99 to 99.99"));
        }
        let rest = charges.paise.saturating_add(round_off.paise).saturating_sub(discount.paise);
        let right = self.items.value.saturating_add(rest);
        if let Some(told) = paise(slot).filter(|told| !Exact::paise(right).takes(*told, tolerance)) {
            let fault = Fault::new(Msg::SumOfItems).paise(told).paise(self.items.value).paise(rest).paise(right).expected(&Paise(right));
            scene.raise_at(&[VALUES, Hop::Field("totalInvoiceValue")], slot.span(), false, fault);
        }
    }

    fn total_told(&self) -> Option<i64> {
        self.values.total.and_then(paise)
    }

    /// What was paid and what is pending, together, against the total.
    fn due(&self, scene: &mut Scene<'_>, tolerance: Tolerance) {
        let Some(slot) = self.advance.pending else {
            return;
        };
        let paid = self.advance.paid.map_or(Some(0), paise);
        let (Some(pending), Some(paid), Some(total)) = (paise(slot), paid, self.total_told()) else {
            let mut gaps = Gaps::default();
            gaps.note(Doc::Advance, paise(slot).is_none() || paid.is_none());
            gaps.note(Beside::Total, self.total_told().is_none());
            return skip(Code::TotalDue, gaps, scene);
        };
        let right = total - paid;
        if !Exact::paise(right).takes(pending, tolerance) {
            let fault = Fault::new(Msg::Pending).paise(pending).paise(total).paise(paid).paise(right).expected(&Paise(right));
            scene.raise_at(&[ADVANCE, Hop::Field("pendingDueAmount")], slot.span(), false, fault);
        }
    }

    /// The milestones together, against what is pending or the total.
    fn milestones(&self, scene: &mut Scene<'_>, tolerance: Tolerance) {
        let Some(first) = self.milestones.first else {
            return;
        };
        let (pending, total) = (self.advance.pending.and_then(paise), self.total_told());
        let unclear = self.milestones.unclear || !all_of(scene.slot(Doc::Milestones), self.milestones.count);
        let Some(right) = pending.or(total).filter(|_| !unclear) else {
            let mut gaps = Gaps::default();
            gaps.note(Doc::Milestones, unclear);
            gaps.note(Beside::Total, pending.or(total).is_none());
            return skip(Code::TotalMilestones, gaps, scene);
        };
        let sum = self.milestones.sum;
        let takes = |right: i64| Exact::paise(right).takes(sum, tolerance);
        if !takes(right) && !total.is_some_and(takes) {
            let fault = Fault::new(Msg::MilestoneSum).paise(sum).paise(right).expected(&Paise(right));
            scene.raise_at(&[MILESTONES], first.span(), false, fault.actual(&Paise(sum)));
        }
    }

    /// What a lender is asked for, against what is due.
    fn financing(&self, scene: &mut Scene<'_>) {
        let Some((due, requested)) = self.financing else {
            return;
        };
        let right = paise(due).or(self.advance.pending.and_then(paise)).or(self.total_told());
        match (paise(requested), right) {
            (Some(requested_paise), Some(right)) if requested_paise > right => {
                let fault = Fault::new(Msg::FinancingAboveDue).paise(requested_paise).paise(right).at_most(&Paise(right));
                scene.raise_at(&[FINANCING, Hop::Field("financingRequestAmount")], requested.span(), false, fault);
            }
            (Some(_), None) => scene.sink.skip(Code::TotalFinancing, Doc::Financing.bit() | Beside::Total.bit(), scene.shape),
            _ => {}
        }
    }
}

/// Raises a fault at one of the other values.
#[inline(never)]
fn other_value(line: Line, scene: &mut Scene<'_>, fault: Fault<'_>) {
    scene.raise_at(&[VALUES, Hop::Field("otherValues"), Hop::Index(line.index), Hop::Field("value")], line.span, false, fault);
}

/// A time that ends before it begins.
pub(super) fn period(start: impl Seat, end: impl Seat, scene: &mut Scene<'_>) {
    if let (Some(start), Some(last)) = (day(scene.slot(start)), day(scene.slot(end)))
        && last < start
    {
        let fault = Fault::new(Msg::PeriodBackwards).shown(&last).shown(&start).at_least(&start);
        scene.raise(Some(end), fault);
    }
}

/// The other dates of the invoice against its own.
pub(super) fn dates(book: &Book, today: Option<Date>, scene: &mut Scene<'_>) {
    let slot = scene.slot(Doc::Ts);
    let Some(issued) = day(slot) else {
        if !book.preceding.is_empty() || !book.milestones.days.is_empty() {
            scene.sink.skip(Code::DateOrder, Beside::Ts.bit(), scene.shape);
        }
        return;
    };
    match today {
        Some(today) if issued > today => {
            let fault = Fault::new(Msg::TsFuture).shown(&issued).shown(&today).at_most(&today);
            scene.raise(Some(Doc::Ts), fault);
        }
        None => scene.sink.skip(Code::DateFuture, Beside::Today.bit(), scene.shape),
        _ => {}
    }
    for (index, slot) in &book.preceding {
        if let Some(before) = day(*slot).filter(|before| *before > issued) {
            let fault = Fault::new(Msg::PrecedingLater).shown(&before).shown(&issued).at_most(&issued);
            scene.raise_at(&[Hop::Field("precedingInvoiceDetails"), Hop::Index(*index), Hop::Field("date")], slot.span(), false, fault);
        }
    }
    for (index, slot) in &book.milestones.days {
        if let Some(due) = day(*slot).filter(|due| *due < issued) {
            let fault = Fault::new(Msg::MilestoneEarlier).shown(&due).shown(&issued).at_least(&issued);
            scene.raise_at(&[MILESTONES, Hop::Index(*index), Hop::Field("milestoneDate")], slot.span(), false, fault);
        }
    }
}
