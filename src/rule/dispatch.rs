//! Dispatch: an invoice that is to be sent needs an address.

use super::{Check, Invoice, Rule};
use crate::model::{Receivable, Resolved, note};
use crate::report::{Diagnostic, MessageId};
use crate::term::{ReceivableTerm, TermSet};

const READS: TermSet = term_set![Receivable: DispatchNow Email Mobile HasContacts];

rule! {
    /// dispatchNow without an email address or mobile number.
    DispatchNoContact "dispatch.no-contact" Inferred "inferred: a dispatch needs an address" {
        NoContact Warning [Receivable DispatchNow, Receivable Email, Receivable Mobile] "{DispatchNow} is true, but {Email} and {Mobile} are both missing; give one, or ignore this if the customer has contact details on record";
    }
    NO_CONTACT: Invoice on INVOICE when [DispatchNow] reads READS => no_contact;
}

fn no_contact(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    match invoice.flag(ReceivableTerm::DispatchNow) {
        Resolved::Value(true) => {}
        Resolved::Value(false) | Resolved::Absent => return Some(()),
        Resolved::Unknown => {
            note(ReceivableTerm::DispatchNow, &mut check.missing);
            return None;
        }
    }
    let contacts = [ReceivableTerm::Email, ReceivableTerm::Mobile].map(|term| (term, invoice.has(term)));
    if contacts.iter().any(|(_, has)| *has == Resolved::Value(())) || invoice.flag(ReceivableTerm::HasContacts) == Resolved::Value(true) {
        return Some(());
    }
    for (term, has) in contacts {
        if has == Resolved::Unknown {
            note(term, &mut check.missing);
        }
    }
    if check.missing.is_empty() {
        check.raise(invoice.anchor(&[ReceivableTerm::DispatchNow]), Diagnostic::new(MessageId::NoContact));
    }
    Some(())
}
