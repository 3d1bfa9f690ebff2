//! EnKash's own invoice on its way to Bharat Connect.
//!
//! The page names the amounts and says nothing of how they hang together: whatever
//! reading of them fits is taken, and what fits none is a warning.

use super::Context;
use super::{known::Gaps, sums};
use crate::lifecycle::{APPROVAL, EARLY_PAYMENT, INVOICE, Machine, PAYMENT_STATE};
use crate::payload::{Beside, Role};
use crate::read::{Scene, Value, slot_of};
use crate::report::{Arg, Code, Fault, Msg, joined};
use crate::value::{Paise, Schedule};

fn paise(scene: &Scene<'_>, role: Role) -> Option<i64> {
    match scene.slot(role).value {
        Value::Paise(paise) => Some(paise),
        _ => None,
    }
}

/// Zero for what is not there; nothing for what cannot be read.
fn or_zero(scene: &Scene<'_>, role: Role) -> Option<i64> {
    match scene.slot(role).value {
        Value::Paise(paise) => Some(paise),
        Value::Absent | Value::Null => Some(0),
        _ => None,
    }
}

/// What several come to; nothing if one cannot be read.
fn sum(roles: &[Role], scene: &Scene<'_>) -> Option<i64> {
    roles.iter().try_fold(0_i64, |sum, role| Some(sum.saturating_add(or_zero(scene, *role)?)))
}

/// The larger of the two amounts that may be the whole.
fn largest(scene: &Scene<'_>) -> Option<i64> {
    paise(scene, Role::InvoiceAmount).max(paise(scene, Role::TotalAmount))
}

fn skip(code: Code, roles: &[Role], scene: &mut Scene<'_>) {
    let mut gaps = Gaps::default();
    for role in roles {
        gaps.note(*role, !matches!(scene.slot(*role).value, Value::Paise(_)));
    }
    if gaps.0 != 0 {
        scene.sink.skip(code, gaps.0, scene.shape);
    }
}

/// The taxes that are told: CGST, SGST, IGST.
const HEADS: [Role; 3] = [Role::Cgst, Role::Sgst, Role::Igst];

/// What may be charged beside the invoice.
const CHARGES: [[Role; 2]; 2] = [[Role::Surcharge, Role::SurchargeGst], [Role::Mdr, Role::MdrGst]];

pub(super) fn judge(scene: &mut Scene<'_>, context: &Context) {
    total(scene);
    highest_rate(scene);
    for [charge, gst] in CHARGES {
        charge_gst(charge, gst, scene);
    }
    deduction(scene);
    paid(scene);
    sums::period(Role::BillStart, Role::BillEnd, scene);
    coherent(scene);
    moved(scene, context);
}

/// totalAmount against invoiceAmount, taxes, charges, penalty and tds.
fn total(scene: &mut Scene<'_>) {
    let Some(total) = paise(scene, Role::TotalAmount) else {
        return;
    };
    let parts = [Role::InvoiceAmount, Role::Cgst, Role::Sgst, Role::Igst, Role::Surcharge, Role::SurchargeGst, Role::Mdr, Role::MdrGst];
    let sum = |roles: &[Role]| sum(roles, scene);
    let all = (
        paise(scene, Role::InvoiceAmount),
        sum(&HEADS),
        sum(&[Role::Surcharge, Role::SurchargeGst]),
        sum(&[Role::Mdr, Role::MdrGst]),
        or_zero(scene, Role::Penalty),
        or_zero(scene, Role::Tds),
    );
    let (Some(invoice), Some(tax), Some(surcharge), Some(mdr), Some(penalty), Some(tds)) = all else {
        return skip(Code::TotalAmount, &parts, scene);
    };
    // Each part may be in the total or not.
    let fits = (0_u32..32).any(|taken| {
        let part = |bit: u32, paise: i64| if taken >> bit & 1 == 1 { paise } else { 0 };
        let all = [part(0, tax), part(1, surcharge), part(2, mdr), part(3, penalty), -part(4, tds)];
        all.into_iter().fold(invoice, i64::saturating_add) == total
    });
    if !fits {
        let most = [tax, surcharge, mdr, penalty].into_iter().fold(invoice, i64::saturating_add);
        let fault = Fault::new(Msg::AmountReadings).paise(total).paise(invoice).paise(most);
        scene.raise(Some(Role::TotalAmount), fault);
    }
}

/// No mix of rates gives more than the highest of them.
fn highest_rate(scene: &mut Scene<'_>) {
    let (Some(base), Some(tax)) = (largest(scene), sum(&HEADS, scene)) else {
        return if HEADS.iter().any(|role| scene.slot(*role).value != Value::Absent) {
            skip(Code::TaxRateUnknown, &[Role::InvoiceAmount, Role::TotalAmount], scene);
        };
    };
    let highest = Schedule::all().iter().map(|schedule| schedule.rate).max().unwrap_or_default();
    if i128::from(tax) * 100_000 > i128::from(base) * i128::from(highest.0) + 100_000 {
        let spot = HEADS.into_iter().find(|role| or_zero(scene, *role).is_some_and(|paise| paise != 0));
        let fault = Fault::new(Msg::RateAboveAll).paise(tax).paise(base).shown(&highest);
        scene.raise(spot, fault);
    }
}

/// The GST of a charge against the charge.
fn charge_gst(charge: Role, gst: Role, scene: &mut Scene<'_>) {
    let Some(tax) = paise(scene, gst).filter(|tax| *tax != 0) else {
        return;
    };
    let name = scene.shape.field_of(charge).map_or("", |field| field.name());
    match or_zero(scene, charge) {
        Some(0) => scene.raise(Some(gst), Fault::new(Msg::TaxWithoutCharge).paise(tax).plain(name)),
        Some(base) => {
            let near = |schedule: &Schedule| {
                let exact = i128::from(base) * i128::from(schedule.rate.0);
                (exact - i128::from(tax) * 100_000).abs() <= 100_000
            };
            if !Schedule::all().iter().any(near) {
                let right = crate::calc::head(Paise(base), crate::value::Rate(18_000), crate::calc::Share::Full);
                let fault = Fault::new(Msg::RateNotFittingCharge).paise(tax).paise(base).plain(name).paise(right.0).expected(&right);
                scene.raise(Some(gst), fault);
            }
        }
        None => skip(Code::TaxRateUnknown, &[charge], scene),
    }
}

/// Tax deducted at source against the largest amount that it can be deducted from.
fn deduction(scene: &mut Scene<'_>) {
    let Some(tds) = paise(scene, Role::Tds).filter(|tds| *tds > 0) else {
        return;
    };
    let Some(base) = largest(scene) else {
        return skip(Code::TdsExceedsBase, &[Role::InvoiceAmount, Role::TotalAmount], scene);
    };
    if tds > base {
        scene.raise(Some(Role::Tds), Fault::new(Msg::TdsAboveBase).paise(tds).paise(base).at_most(&Paise(base)));
    } else if tds.saturating_mul(5) > base {
        scene.raise(Some(Role::Tds), Fault::new(Msg::TdsAboveFifth).paise(tds).paise(base));
    }
}

/// What was paid against what is payable.
fn paid(scene: &mut Scene<'_>) {
    let Some(paid) = paise(scene, Role::PaidTillNow) else {
        return;
    };
    let Some(total) = largest(scene) else {
        return skip(Code::TotalOverpaid, &[Role::TotalAmount, Role::InvoiceAmount], scene);
    };
    if paid > total {
        let fault = Fault::new(Msg::PaidAboveTotal).paise(paid).paise(total).at_most(&Paise(total));
        scene.raise(Some(Role::PaidTillNow), fault);
    }
}

/// Where an invoice that is paid stands.
const PAID_UP: [&str; 2] = ["FULLY_PAID", "CLOSED"];

/// What a status of Bharat Connect or of the payment means for invoiceStatus.
const MEANS: &[(Role, &str, &[&str])] = &[
    (Role::NbblStatus, "FULLY_PAID", &["PAID"]),
    (Role::NbblStatus, "PARTIALLY_PAID", &["PARTIAL_PAID"]),
    (Role::NbblStatus, "PARTIALLY_PAID_AND_PAYMENT_INITIATED", &["PARTIAL_PAID"]),
    (Role::NbblStatus, "CREATED", &["UNPAID"]),
    (Role::NbblStatus, "SENT_TO_BUYER", &["UNPAID"]),
    (Role::NbblStatus, "ACCEPTED", &["UNPAID"]),
    (Role::NbblStatus, "UNDER_REVIEW", &["UNPAID"]),
    (Role::NbblStatus, "REJECTED", &["UNPAID"]),
    (Role::NbblStatus, "PAYMENT_INITIATED", &["UNPAID"]),
    (Role::PaymentStatus, "SUCCESS", &["PAID", "PARTIAL_PAID"]),
    (Role::PaymentStatus, "PAID_OFFLINE", &["PAID", "PARTIAL_PAID"]),
    (Role::PaymentStatus, "PARTIAL_PAID", &["PARTIAL_PAID"]),
    (Role::PaymentStatus, "REFUNDED", &["REFUNDED"]),
];

/// The statuses against each other and against what was paid.
fn coherent(scene: &mut Scene<'_>) {
    // Of a word that is not listed that has been told.
    let status = scene.content(Role::InvoiceStatus).into_owned();
    if !PAYMENT_STATE.statuses.contains(&status.as_str()) {
        return;
    }
    for role in [Role::NbblStatus, Role::PaymentStatus] {
        let other = scene.content(role).into_owned();
        let row = MEANS.iter().find(|(of, word, _)| *of == role && *word == other);
        if let Some((_, _, means)) = row.filter(|(_, _, means)| !means.contains(&status.as_str())) {
            let name = scene.shape.field_of(role).map_or("", |field| field.name());
            let fault = Fault::new(Msg::StatusesApart).plain("invoiceStatus").input(&status).plain(name).input(&other);
            scene.raise(Some(Role::InvoiceStatus), fault.either(means));
        }
    }
    // Paid in full is the status PAID of the machine, too.
    let nbbl = scene.content(Role::NbblStatus).into_owned();
    if status == "PAID"
        && INVOICE.statuses.contains(&nbbl.as_str())
        && !PAID_UP.contains(&nbbl.as_str())
        && !MEANS.iter().any(|(_, word, _)| *word == nbbl)
    {
        let fault = Fault::new(Msg::StatusesApart).plain("nbblInvoiceStatus").input(&nbbl).plain("invoiceStatus").input(&status);
        scene.raise(Some(Role::NbblStatus), fault.either(&PAID_UP));
    }
    let (Some(paid), Some(total)) =
        (paise(scene, Role::PaidTillNow), paise(scene, Role::TotalAmount).min(paise(scene, Role::InvoiceAmount)))
    else {
        return;
    };
    let most = largest(scene).unwrap_or(total);
    let tds = or_zero(scene, Role::Tds).unwrap_or_default();
    let right: &[&str] = match status.as_str() {
        "UNPAID" if paid > 0 => &["PARTIAL_PAID", "PAID"],
        "PARTIAL_PAID" if paid == 0 => &["UNPAID"],
        "PARTIAL_PAID" if paid >= most && paid > 0 => &["PAID"],
        "PAID" if paid < total - tds => &["PARTIAL_PAID"],
        _ => return,
    };
    let fault = Fault::new(Msg::StatusAgainstPaid).input(&status).paise(paid).paise(most).either(right);
    scene.raise(Some(Role::InvoiceStatus), fault);
}

/// The statuses against those of the invoice as it stands.
fn moved(scene: &mut Scene<'_>, context: &Context) {
    let rows = [
        (Role::ApprovalStatus, &APPROVAL),
        (Role::InvoiceStatus, &PAYMENT_STATE),
        (Role::EarlyStatus, &EARLY_PAYMENT),
        (Role::NbblStatus, &INVOICE),
    ];
    for (role, machine) in rows {
        if scene.slot(role).value != Value::Text {
            continue;
        }
        let Some(current) = context.current.flat() else {
            scene.sink.skip(Code::StatusTransition, Beside::Current.bit(), scene.shape);
            return;
        };
        let (from, to) = (slot_of(&current.slots, role).content(&current.text).into_owned(), scene.content(role).into_owned());
        unlikely(machine, role, &from, &to, scene);
    }
}

fn unlikely(machine: &Machine, role: Role, from: &str, to: &str, scene: &mut Scene<'_>) {
    let known = |word: &str| machine.statuses.contains(&word);
    if from == to || !known(from) || !known(to) || machine.arrow(from, to).is_some() {
        return;
    }
    let name = scene.shape.field_of(role).map_or("", |field| field.name());
    let next = joined(machine.next(from).map(|arrow| arrow.to), ", ");
    let fault = Fault::new(Msg::StepUnlikely).plain(name).input(from).input(to);
    let fault = if next.is_empty() { fault.arg(Arg::Phrase("nothing")) } else { fault.shown(&next).expected(&next) };
    scene.raise(Some(role), fault);
}
