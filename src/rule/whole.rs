//! The payload as a whole: what a PATCH does, and where a dispatch goes.

use super::facts::Facts;
use super::known::{Gaps, Known};
use crate::payload::{INVOICE_RESPONSE, ReceivableTerm};
use crate::read::{Frame, ObjectContext, Value};
use crate::report::{Diagnostic, MessageId};

pub(super) const DISPATCH: &[ReceivableTerm] = &[ReceivableTerm::DispatchNow];

/// What `createInvoice` requires or most likely requires.
pub(super) const CREATION: &[ReceivableTerm] =
    &[ReceivableTerm::Base, ReceivableTerm::DueDate, ReceivableTerm::InvoiceDate, ReceivableTerm::InvoiceNumber];

pub(super) const ALL: &[ReceivableTerm] = &[
    ReceivableTerm::Base,
    ReceivableTerm::Cgst,
    ReceivableTerm::Sgst,
    ReceivableTerm::Igst,
    ReceivableTerm::Net,
    ReceivableTerm::Balance,
    ReceivableTerm::Tds,
    ReceivableTerm::Received,
    ReceivableTerm::InvoiceDate,
    ReceivableTerm::DueDate,
    ReceivableTerm::PartialAllowed,
    ReceivableTerm::ApprovalStatus,
    ReceivableTerm::CustomerId,
    ReceivableTerm::Description,
    ReceivableTerm::InvoiceNumber,
    ReceivableTerm::PayableReferenceId,
    ReceivableTerm::PoNumber,
    ReceivableTerm::ReceivableStatus,
    ReceivableTerm::Via,
];

pub(super) fn empty(cx: &mut ObjectContext<'_>) {
    cx.raise_whole(Diagnostic::new(MessageId::PatchNothing));
}

pub(super) fn clears_required(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, _: &mut Gaps) {
    for role in CREATION.iter().copied().filter(|role| facts.nulls(*role)) {
        let name = cx.shape.field_of(role).map_or("", |field| field.name());
        cx.raise(Some(role), Diagnostic::new(MessageId::ClearsRequired).plain(name));
    }
}

pub(super) fn no_change(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    let Some(current) = facts.need_current(gaps) else {
        return;
    };
    let same = |term: u8| INVOICE_RESPONSE.field_of(term).is_some() && same(term, cx, current);
    let named = cx.shape.fields.iter().filter_map(|field| field.term);
    let mut named = named.filter(|term| cx.slot(*term).value != Value::Absent);
    if named.all(same) {
        cx.raise_whole(Diagnostic::new(MessageId::NoChange));
    }
}

/// Whether the patch gives a field the value that it has.
fn same(term: u8, cx: &ObjectContext<'_>, current: &Frame) -> bool {
    let own = cx.slot(term);
    let Some(stored) = current.slots.get(usize::from(term)) else {
        return false;
    };
    let texts = || (own.content(cx.text), stored.content(&current.text));
    match (own.value, stored.value) {
        (Value::Unreadable, _) | (_, Value::Unreadable) => false,
        (Value::Null, Value::Absent | Value::Null) => true,
        // The patch has a local time, the answer an instant: the same but for the zone.
        (Value::Day(_), Value::Day(_)) if term == ReceivableTerm::InvoiceDate as u8 => {
            let (own, stored) = texts();
            stored.starts_with(own.as_ref())
        }
        (Value::Text, Value::Text) => {
            let (own, stored) = texts();
            own == stored
        }
        (own, stored) => own == stored,
    }
}

pub(super) fn no_contact(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    if facts.flag(ReceivableTerm::DispatchNow) != Known::Is(true) {
        return;
    }
    match (facts.has(ReceivableTerm::Email), facts.has(ReceivableTerm::Mobile), facts.flag(ReceivableTerm::HasContacts)) {
        (Known::Is(()), _, _) | (_, Known::Is(()), _) | (_, _, Known::Is(true)) => {}
        (Known::No, _, _) | (_, Known::No, _) => {
            gaps.note(ReceivableTerm::Email, true);
            gaps.note(ReceivableTerm::Mobile, true);
        }
        _ => cx.raise(facts.spot(DISPATCH), Diagnostic::new(MessageId::NoContact)),
    }
}
