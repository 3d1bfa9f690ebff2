//! EnKash's own invoice on its way to Bharat Connect.
//!
//! The page names the amounts and says nothing of how they hang together: whatever
//! reading of them fits is taken, and what fits none is a warning.

use super::Context;
use super::{known::Gaps, sums};
use crate::lifecycle::{APPROVAL, EARLY_PAYMENT, INVOICE, Machine, PAYMENT_STATE};
use crate::payload::{ExternalTerm, ReceivableTerm};
use crate::read::{ObjectContext, Value, slot_of};
use crate::report::{Arg, Code, Diagnostic, MessageId, joined};
use crate::value::{Paise, RateEntry};

fn paise(cx: &ObjectContext<'_>, role: ReceivableTerm) -> Option<i64> {
    match cx.slot(role).value {
        Value::Paise(paise) => Some(paise),
        _ => None,
    }
}

/// Zero for what is not there; nothing for what cannot be read.
fn or_zero(cx: &ObjectContext<'_>, role: ReceivableTerm) -> Option<i64> {
    match cx.slot(role).value {
        Value::Paise(paise) => Some(paise),
        Value::Absent | Value::Null => Some(0),
        _ => None,
    }
}

/// What several come to; nothing if one cannot be read.
fn sum(roles: &[ReceivableTerm], cx: &ObjectContext<'_>) -> Option<i64> {
    roles.iter().try_fold(0_i64, |sum, role| Some(sum.saturating_add(or_zero(cx, *role)?)))
}

/// The larger of the two amounts that may be the whole.
fn largest(cx: &ObjectContext<'_>) -> Option<i64> {
    paise(cx, ReceivableTerm::InvoiceAmount).max(paise(cx, ReceivableTerm::TotalAmount))
}

fn skip(code: Code, roles: &[ReceivableTerm], cx: &mut ObjectContext<'_>) {
    let mut gaps = Gaps::default();
    for role in roles {
        gaps.note(*role, !matches!(cx.slot(*role).value, Value::Paise(_)));
    }
    if gaps.0 != 0 {
        cx.sink.skip(code, gaps.0, cx.shape);
    }
}

/// The taxes that are told: CGST, SGST, IGST.
const HEADS: [ReceivableTerm; 3] = [ReceivableTerm::Cgst, ReceivableTerm::Sgst, ReceivableTerm::Igst];

/// What may be charged beside the invoice.
const CHARGES: [[ReceivableTerm; 2]; 2] =
    [[ReceivableTerm::Surcharge, ReceivableTerm::SurchargeGst], [ReceivableTerm::Mdr, ReceivableTerm::MdrGst]];

pub(super) fn judge(cx: &mut ObjectContext<'_>, context: &Context) {
    total(cx);
    highest_rate(cx);
    for [charge, gst] in CHARGES {
        charge_gst(charge, gst, cx);
    }
    deduction(cx);
    paid(cx);
    sums::period(ReceivableTerm::BillStart, ReceivableTerm::BillEnd, cx);
    coherent(cx);
    moved(cx, context);
}

/// totalAmount against invoiceAmount, taxes, charges, penalty and tds.
fn total(cx: &mut ObjectContext<'_>) {
    let Some(total) = paise(cx, ReceivableTerm::TotalAmount) else {
        return;
    };
    let parts = [
        ReceivableTerm::InvoiceAmount,
        ReceivableTerm::Cgst,
        ReceivableTerm::Sgst,
        ReceivableTerm::Igst,
        ReceivableTerm::Surcharge,
        ReceivableTerm::SurchargeGst,
        ReceivableTerm::Mdr,
        ReceivableTerm::MdrGst,
    ];
    let sum = |roles: &[ReceivableTerm]| sum(roles, cx);
    let all = (
        paise(cx, ReceivableTerm::InvoiceAmount),
        sum(&HEADS),
        sum(&[ReceivableTerm::Surcharge, ReceivableTerm::SurchargeGst]),
        sum(&[ReceivableTerm::Mdr, ReceivableTerm::MdrGst]),
        or_zero(cx, ReceivableTerm::Penalty),
        or_zero(cx, ReceivableTerm::Tds),
    );
    let (Some(invoice), Some(tax), Some(surcharge), Some(mdr), Some(penalty), Some(tds)) = all else {
        return skip(Code::TotalAmount, &parts, cx);
    };
    // Each part may be in the total or not.
    let fits = (0_u32..32).any(|taken| {
        let part = |bit: u32, paise: i64| if taken >> bit & 1 == 1 { paise } else { 0 };
        let all = [part(0, tax), part(1, surcharge), part(2, mdr), part(3, penalty), -part(4, tds)];
        all.into_iter().fold(invoice, i64::saturating_add) == total
    });
    if !fits {
        let most = [tax, surcharge, mdr, penalty].into_iter().fold(invoice, i64::saturating_add);
        let fault = Diagnostic::new(MessageId::AmountReadings).paise(total).paise(invoice).paise(most);
        cx.raise(Some(ReceivableTerm::TotalAmount), fault);
    }
}

/// No mix of rates gives more than the highest of them.
fn highest_rate(cx: &mut ObjectContext<'_>) {
    let (Some(base), Some(tax)) = (largest(cx), sum(&HEADS, cx)) else {
        return if HEADS.iter().any(|role| cx.slot(*role).value != Value::Absent) {
            skip(Code::TaxRateUnknown, &[ReceivableTerm::InvoiceAmount, ReceivableTerm::TotalAmount], cx);
        };
    };
    let highest = RateEntry::all().iter().map(|rate_entry| rate_entry.rate).max().unwrap_or_default();
    if i128::from(tax) * 100_000 > i128::from(base) * i128::from(highest.0) + 100_000 {
        let spot = HEADS.into_iter().find(|role| or_zero(cx, *role).is_some_and(|paise| paise != 0));
        let fault = Diagnostic::new(MessageId::RateAboveAll).paise(tax).paise(base).display(&highest);
        cx.raise(spot, fault);
    }
}

/// The GST of a charge against the charge.
fn charge_gst(charge: ReceivableTerm, gst: ReceivableTerm, cx: &mut ObjectContext<'_>) {
    let Some(tax) = paise(cx, gst).filter(|tax| *tax != 0) else {
        return;
    };
    let name = cx.shape.field_of(charge).map_or("", |field| field.name());
    match or_zero(cx, charge) {
        Some(0) => cx.raise(Some(gst), Diagnostic::new(MessageId::TaxWithoutCharge).paise(tax).plain(name)),
        Some(base) => {
            let near = |rate_entry: &RateEntry| {
                let exact = i128::from(base) * i128::from(rate_entry.rate.0);
                (exact - i128::from(tax) * 100_000).abs() <= 100_000
            };
            if !RateEntry::all().iter().any(near) {
                let right = crate::calc::head(Paise(base), crate::value::Rate(18_000), crate::calc::Share::Full);
                let fault =
                    Diagnostic::new(MessageId::RateNotFittingCharge).paise(tax).paise(base).plain(name).paise(right.0).expected(&right);
                cx.raise(Some(gst), fault);
            }
        }
        None => skip(Code::TaxRateUnknown, &[charge], cx),
    }
}

/// Tax deducted at source against the largest amount that it can be deducted from.
fn deduction(cx: &mut ObjectContext<'_>) {
    let Some(tds) = paise(cx, ReceivableTerm::Tds).filter(|tds| *tds > 0) else {
        return;
    };
    let Some(base) = largest(cx) else {
        return skip(Code::TdsExceedsBase, &[ReceivableTerm::InvoiceAmount, ReceivableTerm::TotalAmount], cx);
    };
    if tds > base {
        cx.raise(Some(ReceivableTerm::Tds), Diagnostic::new(MessageId::TdsAboveBase).paise(tds).paise(base).at_most(&Paise(base)));
    } else if tds.saturating_mul(5) > base {
        cx.raise(Some(ReceivableTerm::Tds), Diagnostic::new(MessageId::TdsAboveFifth).paise(tds).paise(base));
    }
}

/// What was paid against what is payable.
fn paid(cx: &mut ObjectContext<'_>) {
    let Some(paid) = paise(cx, ReceivableTerm::PaidTillNow) else {
        return;
    };
    let Some(total) = largest(cx) else {
        return skip(Code::TotalOverpaid, &[ReceivableTerm::TotalAmount, ReceivableTerm::InvoiceAmount], cx);
    };
    if paid > total {
        let fault = Diagnostic::new(MessageId::PaidAboveTotal).paise(paid).paise(total).at_most(&Paise(total));
        cx.raise(Some(ReceivableTerm::PaidTillNow), fault);
    }
}

/// Where an invoice that is paid stands.
const PAID_UP: [&str; 2] = ["FULLY_PAID", "CLOSED"];

/// What a status of Bharat Connect or of the payment means for invoiceStatus.
const MEANS: &[(ReceivableTerm, &str, &[&str])] = &[
    (ReceivableTerm::NbblStatus, "FULLY_PAID", &["PAID"]),
    (ReceivableTerm::NbblStatus, "PARTIALLY_PAID", &["PARTIAL_PAID"]),
    (ReceivableTerm::NbblStatus, "PARTIALLY_PAID_AND_PAYMENT_INITIATED", &["PARTIAL_PAID"]),
    (ReceivableTerm::NbblStatus, "CREATED", &["UNPAID"]),
    (ReceivableTerm::NbblStatus, "SENT_TO_BUYER", &["UNPAID"]),
    (ReceivableTerm::NbblStatus, "ACCEPTED", &["UNPAID"]),
    (ReceivableTerm::NbblStatus, "UNDER_REVIEW", &["UNPAID"]),
    (ReceivableTerm::NbblStatus, "REJECTED", &["UNPAID"]),
    (ReceivableTerm::NbblStatus, "PAYMENT_INITIATED", &["UNPAID"]),
    (ReceivableTerm::PaymentStatus, "SUCCESS", &["PAID", "PARTIAL_PAID"]),
    (ReceivableTerm::PaymentStatus, "PAID_OFFLINE", &["PAID", "PARTIAL_PAID"]),
    (ReceivableTerm::PaymentStatus, "PARTIAL_PAID", &["PARTIAL_PAID"]),
    (ReceivableTerm::PaymentStatus, "REFUNDED", &["REFUNDED"]),
];

/// The statuses against each other and against what was paid.
fn coherent(cx: &mut ObjectContext<'_>) {
    // Of a word that is not listed that has been told.
    let status = cx.content(ReceivableTerm::InvoiceStatus).into_owned();
    if !PAYMENT_STATE.statuses.contains(&status.as_str()) {
        return;
    }
    for role in [ReceivableTerm::NbblStatus, ReceivableTerm::PaymentStatus] {
        let other = cx.content(role).into_owned();
        let row = MEANS.iter().find(|(of, word, _)| *of == role && *word == other);
        if let Some((_, _, means)) = row.filter(|(_, _, means)| !means.contains(&status.as_str())) {
            let name = cx.shape.field_of(role).map_or("", |field| field.name());
            let fault = Diagnostic::new(MessageId::StatusesApart).plain("invoiceStatus").input(&status).plain(name).input(&other);
            cx.raise(Some(ReceivableTerm::InvoiceStatus), fault.either(means));
        }
    }
    // Paid in full is the status PAID of the machine, too.
    let nbbl = cx.content(ReceivableTerm::NbblStatus).into_owned();
    if status == "PAID"
        && INVOICE.statuses.contains(&nbbl.as_str())
        && !PAID_UP.contains(&nbbl.as_str())
        && !MEANS.iter().any(|(_, word, _)| *word == nbbl)
    {
        let fault = Diagnostic::new(MessageId::StatusesApart).plain("nbblInvoiceStatus").input(&nbbl).plain("invoiceStatus").input(&status);
        cx.raise(Some(ReceivableTerm::NbblStatus), fault.either(&PAID_UP));
    }
    let (Some(paid), Some(total)) =
        (paise(cx, ReceivableTerm::PaidTillNow), paise(cx, ReceivableTerm::TotalAmount).min(paise(cx, ReceivableTerm::InvoiceAmount)))
    else {
        return;
    };
    let most = largest(cx).unwrap_or(total);
    let tds = or_zero(cx, ReceivableTerm::Tds).unwrap_or_default();
    let right: &[&str] = match status.as_str() {
        "UNPAID" if paid > 0 => &["PARTIAL_PAID", "PAID"],
        "PARTIAL_PAID" if paid == 0 => &["UNPAID"],
        "PARTIAL_PAID" if paid >= most && paid > 0 => &["PAID"],
        "PAID" if paid < total - tds => &["PARTIAL_PAID"],
        _ => return,
    };
    let fault = Diagnostic::new(MessageId::StatusAgainstPaid).input(&status).paise(paid).paise(most).either(right);
    cx.raise(Some(ReceivableTerm::InvoiceStatus), fault);
}

/// The statuses against those of the invoice as it stands.
fn moved(cx: &mut ObjectContext<'_>, context: &Context) {
    let rows = [
        (ReceivableTerm::ApprovalStatus, &APPROVAL),
        (ReceivableTerm::InvoiceStatus, &PAYMENT_STATE),
        (ReceivableTerm::EarlyStatus, &EARLY_PAYMENT),
        (ReceivableTerm::NbblStatus, &INVOICE),
    ];
    for (role, machine) in rows {
        if cx.slot(role).value != Value::Text {
            continue;
        }
        let Some(current) = context.current.flat() else {
            cx.sink.skip(Code::StatusTransition, ExternalTerm::Current.bit(), cx.shape);
            return;
        };
        let (from, to) = (slot_of(&current.slots, role).content(&current.text).into_owned(), cx.content(role).into_owned());
        unlikely(machine, role, &from, &to, cx);
    }
}

fn unlikely(machine: &Machine, role: ReceivableTerm, from: &str, to: &str, cx: &mut ObjectContext<'_>) {
    let known = |word: &str| machine.statuses.contains(&word);
    if from == to || !known(from) || !known(to) || machine.transition(from, to).is_some() {
        return;
    }
    let name = cx.shape.field_of(role).map_or("", |field| field.name());
    let next = joined(machine.next(from).map(|transition| transition.to), ", ");
    let fault = Diagnostic::new(MessageId::StepUnlikely).plain(name).input(from).input(to);
    let fault = if next.is_empty() { fault.arg(Arg::Phrase("nothing")) } else { fault.display(&next).expected(&next) };
    cx.raise(Some(role), fault);
}
