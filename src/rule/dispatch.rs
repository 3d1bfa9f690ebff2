//! Dispatch: an invoice that is to be sent needs an address.

use super::{Invoice, Rule};
use crate::model::{Resolved, note};
use crate::report::{Code, Diagnostic, MessageId};
use crate::term::{ReceivableTerm, TermSet};

const READS: TermSet = term_set![Receivable: DispatchNow Email Mobile HasContacts];

pub(super) const NO_CONTACT: Rule<Invoice> = Rule {
    code: Code::DispatchNoContact,
    when: ReceivableTerm::DispatchNow.bit(),
    reads: READS,
    check: |invoice, check| {
        match invoice.flag(ReceivableTerm::DispatchNow) {
            Resolved::Value(true) => {}
            Resolved::Value(false) | Resolved::Absent => return Some(()),
            Resolved::Unknown => {
                note(ReceivableTerm::DispatchNow, &mut check.missing);
                return None;
            }
        }
        let contacts = [ReceivableTerm::Email, ReceivableTerm::Mobile].map(|term| (term, invoice.has(term)));
        if contacts.iter().any(|(_, has)| *has == Resolved::Value(())) || invoice.flag(ReceivableTerm::HasContacts) == Resolved::Value(true)
        {
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
    },
};
