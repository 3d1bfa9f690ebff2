//! A PATCH as a whole: what it changes, and what it clears.

use super::{Check, Invoice, Rule};
use crate::model::Receivable;
use crate::read::{Anchor, Frame, ObjectContext, Value};
use crate::report::{Code, Diagnostic, MessageId};
use crate::term::{Group, ReceivableTerm, TermSet};

/// What `createInvoice` requires or most likely requires.
const CREATION: &[ReceivableTerm] =
    &[ReceivableTerm::Base, ReceivableTerm::DueDate, ReceivableTerm::InvoiceDate, ReceivableTerm::InvoiceNumber];

pub(super) const EMPTY: Rule<Invoice> = Rule::new(Code::PatchEmpty, TermSet::EMPTY, |_, check| {
    if check.cx.known == 0 {
        check.raise(Anchor::Object, Diagnostic::new(MessageId::PatchNothing));
    }
    Some(())
});

pub(super) const CLEARS_REQUIRED: Rule<Invoice> = Rule::touching(
    Group::Receivable,
    Code::PatchClearsRequired,
    term_set![Receivable: Base DueDate InvoiceDate InvoiceNumber],
    |invoice, check| {
        for term in CREATION.iter().filter(|term| invoice.sets_null(**term)) {
            let name = check.cx.name(*term);
            check.raise(Anchor::field(*term), Diagnostic::new(MessageId::ClearsRequired).plain(name));
        }
        Some(())
    },
);

pub(super) const NO_CHANGE: Rule<Invoice> = Rule::touching(
    Group::Receivable,
    Code::PatchNoChange,
    term_set![
        Receivable: Base Cgst Sgst Igst Net Balance Tds Received InvoiceDate DueDate PartialAllowed ApprovalStatus
            CustomerId Description InvoiceNumber PayableReferenceId PoNumber ReceivableStatus Via;
        External: Current
    ],
    |model, check| no_change(model, check),
);

/// A PATCH whose fields all have their values already.
fn no_change(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let current = invoice.need_current(&mut check.missing)?;
    let cx = &*check.cx;
    let same = |term: u8| current.shape.field_of(term).is_some() && same(term, cx, current);
    let given = cx.shape.fields.iter().filter_map(|field| field.term);
    let mut given = given.filter(|term| cx.slot(*term).value != Value::Absent);
    if given.all(same) {
        check.raise(Anchor::Object, Diagnostic::new(MessageId::NoChange));
    }
    Some(())
}

/// Whether the PATCH gives a field the value that it has.
fn same(term: u8, cx: &ObjectContext<'_>, current: &Frame) -> bool {
    let own = cx.slot(term);
    let Some(stored) = current.slots.get(usize::from(term)) else {
        return false;
    };
    let texts = || (own.content(cx.text), stored.content(&current.text));
    match (own.value, stored.value) {
        (Value::Unreadable, _) | (_, Value::Unreadable) => false,
        (Value::Null, Value::Absent | Value::Null) => true,
        // The PATCH has a local time, the response an instant: the same but for the zone.
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
