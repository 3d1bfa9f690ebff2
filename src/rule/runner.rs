//! Runs the rules while a payload is read: those of each object at its end.

use super::lists::*;
use super::{Invoice, Rule, run};
use crate::model::{Context, DocumentState, Receivable};
use crate::read::ObjectContext;
use crate::term::{ObjectKind, TermSet};

/// Runs the rules of each object when it has been read to its end.
pub struct RuleRunner<'c> {
    context: &'c Context,
    /// What has been read of a nested invoice; for payloads of Bharat Connect only.
    state: Option<Box<DocumentState>>,
}

impl<'c> RuleRunner<'c> {
    /// A runner with these options.
    pub fn new(context: &'c Context) -> Self {
        RuleRunner { context, state: None }
    }

    /// Runs the rules of an object. All rules are compiled in every build, because [`rules`](super::rules) lists them.
    /// The linker leaves out those of objects that no payload of the build has.
    pub fn on_object(&mut self, cx: &mut ObjectContext<'_>) {
        match cx.shape.object {
            ObjectKind::Free | ObjectKind::SyntaxOnly | ObjectKind::CallerInput => {}
            ObjectKind::InvoicePatch if cfg!(feature = "receivables") => {
                self.invoice(true, &[PATCH_EMPTY_RULES, INVOICE_RULES, PATCH_RULES], cx);
            }
            ObjectKind::InvoiceCreation | ObjectKind::StoredInvoice if cfg!(feature = "receivables") => {
                self.invoice(false, &[INVOICE_RULES], cx);
            }
            ObjectKind::FlatInvoice if cfg!(feature = "bharat-connect") => self.invoice(false, &[FLAT_INVOICE_RULES], cx),
            object if cfg!(feature = "bharat-connect") => {
                self.state.get_or_insert_default().on_object(object, cx, self.context);
                if object == ObjectKind::Document {
                    self.state = None;
                }
            }
            _ => {}
        }
    }

    /// EnKash's own invoice.
    fn invoice(&self, patch: bool, lists: &[&[Rule<Invoice>]], cx: &mut ObjectContext<'_>) {
        let model = Receivable::of(cx, self.context, patch);
        let unreadable = own_unreadable(cx);
        for rules in lists {
            run(rules, &model, &unreadable, cx);
        }
    }
}

/// The unreadable terms of an object by itself.
pub(super) fn own_unreadable(cx: &ObjectContext<'_>) -> TermSet {
    let mut unreadable = TermSet::EMPTY;
    if let Some(group) = cx.shape.object.group().filter(|_| cx.unreadable != 0) {
        unreadable.insert_all(group, cx.unreadable);
    }
    unreadable
}
