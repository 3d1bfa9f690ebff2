//! A PATCH as a whole: what it changes, and what it clears.

use super::{Check, Invoice, Rule};
use crate::model::Receivable;
use crate::read::{Anchor, Frame, ObjectContext, Value};
use crate::report::{Diagnostic, MessageId};
use crate::term::{ReceivableTerm, TermSet};

/// What `createInvoice` requires or most likely requires.
const CREATION: &[ReceivableTerm] =
    &[ReceivableTerm::Base, ReceivableTerm::DueDate, ReceivableTerm::InvoiceDate, ReceivableTerm::InvoiceNumber];

rule! {
    /// A PATCH without a documented field.
    PatchEmpty "patch.empty" Own "courtesy of bijak" {
        PatchNothing Warning "the payload has no documented field, so it changes nothing; add the fields to change";
    }
    EMPTY: Invoice on PATCH_EMPTY reads TermSet::EMPTY => empty;
}

fn empty(_: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if check.cx.known == 0 {
        check.raise(Anchor::Object, Diagnostic::new(MessageId::PatchNothing));
    }
    Some(())
}

rule! {
    /// `null` for a field that creation requires.
    PatchClearsRequired "patch.clears-required" Inferred "inferred: createInvoice requires the field" {
        ClearsRequired Warning "null would clear {0}, which an invoice needs; send a value or leave the field out";
    }
    CLEARS_REQUIRED: Invoice on PATCH reads term_set![Receivable: Base DueDate InvoiceDate InvoiceNumber] => clears_required;
}

fn clears_required(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    for term in CREATION.iter().filter(|term| invoice.sets_null(**term)) {
        let name = check.cx.name(*term);
        check.raise_field(*term, Diagnostic::new(MessageId::ClearsRequired).plain(name));
    }
    Some(())
}

rule! {
    /// Every field already has the value sent.
    PatchNoChange "patch.no-change" Own "courtesy of bijak, with the option current" {
        NoChange Warning "every field already has the value sent; the call would change nothing";
    }
    NO_CHANGE: Invoice on PATCH reads term_set![Receivable: Base Cgst Sgst Igst Net Balance Tds Received InvoiceDate DueDate PartialAllowed ApprovalStatus CustomerId Description InvoiceNumber PayableReferenceId PoNumber ReceivableStatus Via; External: Current] => no_change;
}

/// A PATCH whose fields all have their values already.
fn no_change(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let current = invoice.need_current(&mut check.missing)?;
    let cx = &*check.cx;
    let same = |term: u8| current.shape.field_of(term).is_some() && same(term, cx, current);
    let given = cx.shape.fields.iter().filter_map(|field| field.term);
    let mut given = given.filter(|term| !cx.slot(*term).is_absent());
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
