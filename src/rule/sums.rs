//! The sums of a nested invoice against its items, and what is paid against the sums.

use super::book::{Book, Line, add, all_of, held, position};
use super::item::{entry, skip};
use super::kinds::{TAXES, ValueKind};
use super::known::Gaps;
use crate::calc::{Exact, Tolerance};
use crate::payload::{self, DocumentTerm, ExternalTerm, Term};
use crate::read::{ObjectContext, Segment, Slot, Value};
use crate::report::{Arg, Code, Concat, Diagnostic, MessageId};
use crate::rule::Context;
use crate::value::{Date, Paise};

const VALUES: Segment = Segment::Field("valueDetails");
const ADVANCE: Segment = Segment::Field("advancePaymentDetails");
const MILESTONES: Segment = Segment::Field("paymentMilestones");
const FINANCING: Segment = Segment::Field("invoiceFinancingDetails");

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
    pub(super) fn note_other_value(&mut self, cx: &mut ObjectContext<'_>, context: &Context) {
        self.values.count += 1;
        match entry(cx, context, Code::TotalInvoice) {
            Some((kind, paise, span)) => add(&mut self.values.others, kind, paise, position(cx), span),
            None => self.values.unclear = true,
        }
    }

    /// Notes the sums of the invoice.
    pub(super) fn note_values(&mut self, cx: &ObjectContext<'_>) {
        self.values.taxable = held(cx.slot(payload::TotalsTerm::Taxable));
        self.values.total = held(cx.slot(payload::TotalsTerm::Total));
        let others = cx.slot(payload::TotalsTerm::Others);
        self.values.unclear |= held(others).is_some() && !all_of(others, self.values.count);
    }

    /// Notes what was paid and what is pending.
    pub(super) fn note_advance(&mut self, cx: &ObjectContext<'_>) {
        self.advance.paid = held(cx.slot(payload::AdvanceTerm::Paid));
        self.advance.pending = held(cx.slot(payload::AdvanceTerm::Pending));
    }

    /// Notes an invoice that came before.
    pub(super) fn note_preceding(&mut self, cx: &ObjectContext<'_>) {
        if let Some(day) = held(cx.slot(payload::PrecedingTerm::Day)) {
            self.preceding.push((position(cx), day));
        }
    }

    /// Notes what a lender is asked for.
    pub(super) fn note_financing(&mut self, cx: &ObjectContext<'_>) {
        self.financing = Some((cx.slot(payload::FinancingTerm::Due), cx.slot(payload::FinancingTerm::Requested)));
    }

    /// Notes what is due on a day.
    pub(super) fn note_milestone(&mut self, cx: &ObjectContext<'_>) {
        self.milestones.count += 1;
        let due = cx.slot(payload::MilestoneTerm::Due);
        match paise(due) {
            Some(paise) => self.milestones.sum = self.milestones.sum.saturating_add(paise),
            None => self.milestones.unclear = true,
        }
        self.milestones.first = self.milestones.first.or(Some(due));
        if let Some(day) = held(cx.slot(payload::MilestoneTerm::Day)) {
            self.milestones.days.push((position(cx), day));
        }
    }

    /// Judges the sums of the invoice, once all of it has been read.
    pub(super) fn judge_sums(&self, cx: &mut ObjectContext<'_>, tolerance: Tolerance) {
        self.count(cx);
        if all_of(cx.slot(DocumentTerm::Items), self.items.count) {
            self.taxable(cx, tolerance);
            self.heads(cx, tolerance);
            self.total(cx, tolerance);
        } else {
            let sums = [
                (self.values.taxable.is_some(), Code::TotalTaxable),
                (self.values.others.0.iter().any(|line| line.is_there()), Code::TotalTax),
                (self.values.total.is_some(), Code::TotalInvoice),
            ];
            for (_, code) in sums.into_iter().filter(|(told, _)| *told) {
                cx.sink.skip(code, ExternalTerm::Items.bit(), cx.shape);
            }
        }
        self.due(cx, tolerance);
        self.milestones(cx, tolerance);
        self.financing(cx);
    }

    fn count(&self, cx: &mut ObjectContext<'_>) {
        let Value::Int(count) = cx.slot(DocumentTerm::Items).value else {
            return;
        };
        if !(1..=i64::from(MOST_ITEMS)).contains(&count) {
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            let fault = Diagnostic::new(MessageId::ItemCount).arg(Arg::Count(count)).expected(&Concat(&[&"1 to ", &MOST_ITEMS]));
            cx.raise(Some(DocumentTerm::Items), fault);
        }
    }

    fn taxable(&self, cx: &mut ObjectContext<'_>, tolerance: Tolerance) {
        let Some(slot) = self.values.taxable else {
            return;
        };
        if self.items.taxable_unclear {
            return cx.sink.skip(Code::TotalTaxable, ExternalTerm::Items.bit(), cx.shape);
        }
        let right = self.items.taxable;
        if let Some(told) = paise(slot).filter(|told| !Exact::paise(right).takes(*told, tolerance)) {
            let fault = Diagnostic::new(MessageId::SumOfTaxable).paise(told).paise(right).expected(&Paise(right));
            cx.raise_at(&[VALUES, Segment::Field("assessmentValue")], slot.span(), false, fault);
        }
    }

    /// The taxes that the invoice sums up, each against its items.
    fn heads(&self, cx: &mut ObjectContext<'_>, tolerance: Tolerance) {
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
                return cx.sink.skip(Code::TotalTax, ExternalTerm::Items.bit(), cx.shape);
            }
            let right = match kind {
                ValueKind::Cess => cess(ValueKind::Cess, ValueKind::CessNonAdvol),
                ValueKind::StateCess => cess(ValueKind::StateCess, ValueKind::StateCessNonAdvol),
                _ => sum(kind),
            };
            if !Exact::paise(right).takes(line.paise, tolerance) {
                let fault =
                    Diagnostic::new(MessageId::SumOfTax).plain(kind.as_str()).paise(line.paise).paise(right).expected(&Paise(right));
                other_value(line, cx, fault);
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
        let fault = Diagnostic::new(MessageId::HalvesDiffer).paise(cgst.paise).paise(sgst.paise).expected(&Paise(other.paise));
        other_value(wrong, cx, fault);
    }

    /// All items, less the discount, with other charges and the round-off.
    fn total(&self, cx: &mut ObjectContext<'_>, tolerance: Tolerance) {
        let Some(slot) = self.values.total else {
            return;
        };
        let mut gaps = Gaps::default();
        gaps.note(ExternalTerm::Items, self.items.value_unclear);
        gaps.note(DocumentTerm::Values, self.values.unclear);
        if gaps.0 != 0 {
            return skip(Code::TotalInvoice, gaps, cx);
        }
        let other = |kind: ValueKind| self.values.others.of(kind);
        let (discount, charges, round_off) = (other(ValueKind::Discount), other(ValueKind::OtherCharges), other(ValueKind::RoundOff));
        if discount.paise > self.items.value {
            let fault = Diagnostic::new(MessageId::DiscountAboveGross).paise(discount.paise).paise(self.items.value);
            other_value(discount, cx, fault.at_most(&Paise(self.items.value)));
        }
        if round_off.paise.abs() > 9_999 {
            other_value(round_off, cx, Diagnostic::new(MessageId::RoundOffRange).paise(round_off.paise).expected_text("-99.99 to 99.99"));
        }
        let rest = charges.paise.saturating_add(round_off.paise).saturating_sub(discount.paise);
        let right = self.items.value.saturating_add(rest);
        if let Some(told) = paise(slot).filter(|told| !Exact::paise(right).takes(*told, tolerance)) {
            let fault =
                Diagnostic::new(MessageId::SumOfItems).paise(told).paise(self.items.value).paise(rest).paise(right).expected(&Paise(right));
            cx.raise_at(&[VALUES, Segment::Field("totalInvoiceValue")], slot.span(), false, fault);
        }
    }

    fn total_told(&self) -> Option<i64> {
        self.values.total.and_then(paise)
    }

    /// What was paid and what is pending, together, against the total.
    fn due(&self, cx: &mut ObjectContext<'_>, tolerance: Tolerance) {
        let Some(slot) = self.advance.pending else {
            return;
        };
        let paid = self.advance.paid.map_or(Some(0), paise);
        let (Some(pending), Some(paid), Some(total)) = (paise(slot), paid, self.total_told()) else {
            let mut gaps = Gaps::default();
            gaps.note(DocumentTerm::Advance, paise(slot).is_none() || paid.is_none());
            gaps.note(ExternalTerm::Total, self.total_told().is_none());
            return skip(Code::TotalDue, gaps, cx);
        };
        let right = total - paid;
        if !Exact::paise(right).takes(pending, tolerance) {
            let fault = Diagnostic::new(MessageId::Pending).paise(pending).paise(total).paise(paid).paise(right).expected(&Paise(right));
            cx.raise_at(&[ADVANCE, Segment::Field("pendingDueAmount")], slot.span(), false, fault);
        }
    }

    /// The milestones together, against what is pending or the total.
    fn milestones(&self, cx: &mut ObjectContext<'_>, tolerance: Tolerance) {
        let Some(first) = self.milestones.first else {
            return;
        };
        let (pending, total) = (self.advance.pending.and_then(paise), self.total_told());
        let unclear = self.milestones.unclear || !all_of(cx.slot(DocumentTerm::Milestones), self.milestones.count);
        let Some(right) = pending.or(total).filter(|_| !unclear) else {
            let mut gaps = Gaps::default();
            gaps.note(DocumentTerm::Milestones, unclear);
            gaps.note(ExternalTerm::Total, pending.or(total).is_none());
            return skip(Code::TotalMilestones, gaps, cx);
        };
        let sum = self.milestones.sum;
        let takes = |right: i64| Exact::paise(right).takes(sum, tolerance);
        if !takes(right) && !total.is_some_and(takes) {
            let fault = Diagnostic::new(MessageId::MilestoneSum).paise(sum).paise(right).expected(&Paise(right));
            cx.raise_at(&[MILESTONES], first.span(), false, fault.actual(&Paise(sum)));
        }
    }

    /// What a lender is asked for, against what is due.
    fn financing(&self, cx: &mut ObjectContext<'_>) {
        let Some((due, requested)) = self.financing else {
            return;
        };
        let right = paise(due).or(self.advance.pending.and_then(paise)).or(self.total_told());
        match (paise(requested), right) {
            (Some(requested_paise), Some(right)) if requested_paise > right => {
                let fault = Diagnostic::new(MessageId::FinancingAboveDue).paise(requested_paise).paise(right).at_most(&Paise(right));
                cx.raise_at(&[FINANCING, Segment::Field("financingRequestAmount")], requested.span(), false, fault);
            }
            (Some(_), None) => cx.sink.skip(Code::TotalFinancing, DocumentTerm::Financing.bit() | ExternalTerm::Total.bit(), cx.shape),
            _ => {}
        }
    }
}

/// Raises a fault at one of the other values.
#[inline(never)]
fn other_value(line: Line, cx: &mut ObjectContext<'_>, fault: Diagnostic<'_>) {
    cx.raise_at(&[VALUES, Segment::Field("otherValues"), Segment::Index(line.index), Segment::Field("value")], line.span, false, fault);
}

/// A time that ends before it begins.
pub(super) fn period(start: impl Term, end: impl Term, cx: &mut ObjectContext<'_>) {
    if let (Some(start), Some(last)) = (day(cx.slot(start)), day(cx.slot(end)))
        && last < start
    {
        let fault = Diagnostic::new(MessageId::PeriodBackwards).display(&last).display(&start).at_least(&start);
        cx.raise(Some(end), fault);
    }
}

/// The other dates of the invoice against its own.
pub(super) fn dates(book: &Book, today: Option<Date>, cx: &mut ObjectContext<'_>) {
    let slot = cx.slot(DocumentTerm::Ts);
    let Some(issued) = day(slot) else {
        if !book.preceding.is_empty() || !book.milestones.days.is_empty() {
            cx.sink.skip(Code::DateOrder, ExternalTerm::Ts.bit(), cx.shape);
        }
        return;
    };
    match today {
        Some(today) if issued > today => {
            let fault = Diagnostic::new(MessageId::TsFuture).display(&issued).display(&today).at_most(&today);
            cx.raise(Some(DocumentTerm::Ts), fault);
        }
        None => cx.sink.skip(Code::DateFuture, ExternalTerm::Today.bit(), cx.shape),
        _ => {}
    }
    for (index, slot) in &book.preceding {
        if let Some(before) = day(*slot).filter(|before| *before > issued) {
            let fault = Diagnostic::new(MessageId::PrecedingLater).display(&before).display(&issued).at_most(&issued);
            cx.raise_at(
                &[Segment::Field("precedingInvoiceDetails"), Segment::Index(*index), Segment::Field("date")],
                slot.span(),
                false,
                fault,
            );
        }
    }
    for (index, slot) in &book.milestones.days {
        if let Some(due) = day(*slot).filter(|due| *due < issued) {
            let fault = Diagnostic::new(MessageId::MilestoneEarlier).display(&due).display(&issued).at_least(&issued);
            cx.raise_at(&[MILESTONES, Segment::Index(*index), Segment::Field("milestoneDate")], slot.span(), false, fault);
        }
    }
}
