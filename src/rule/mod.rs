//! The law: what must hold between the fields of a payload, by subject.
//!
//! A rule is a function with a row beside it: the code that it judges and the fields
//! that it looks at. It runs when the payload has one of them. What it would need and
//! cannot know goes into its gaps, and the rule is listed as skipped.

mod dates;
mod facts;
mod known;
mod tax;
mod taxed;
mod totals;
mod whole;

use crate::payload::{Law, roles};
use crate::read::{Frame, Scene};
use crate::report::Code;
use crate::value::Date;
use facts::Facts;
use known::Gaps;

/// A rule and what it is about.
struct Rule {
    code: Code,
    /// It runs when the payload names one of these.
    roles: u64,
    run: fn(&Facts<'_>, &mut Scene<'_>, &mut Gaps),
}

/// The rules of an invoice, whether patched, new or stored.
const INVOICE: &[Rule] = &[
    Rule { code: Code::TaxMixed, roles: roles(tax::HEADS), run: tax::mixed },
    Rule { code: Code::TaxHalfMissing, roles: roles(tax::HALVES), run: tax::half_missing },
    Rule { code: Code::TaxHalvesDiffer, roles: roles(tax::HALVES), run: tax::halves_differ },
    Rule { code: Code::TaxRateUnknown, roles: roles(tax::PRICED), run: tax::rate_unknown },
    Rule { code: Code::TaxRateExpired, roles: roles(tax::DATED), run: tax::rate_expired },
    Rule { code: Code::TaxInclusive, roles: roles(tax::PRICED), run: tax::inclusive },
    Rule { code: Code::TotalNet, roles: roles(totals::NET), run: totals::net },
    Rule { code: Code::TotalBalance, roles: roles(totals::BALANCE), run: totals::balance },
    Rule { code: Code::TotalOverpaid, roles: roles(totals::RECEIPT), run: totals::overpaid },
    Rule { code: Code::TdsExceedsBase, roles: roles(totals::DEDUCTION), run: totals::tds_exceeds_base },
    Rule { code: Code::TdsHigh, roles: roles(totals::DEDUCTION), run: totals::tds_high },
    Rule { code: Code::PaymentPartialNotAllowed, roles: roles(totals::PART), run: totals::partial_not_allowed },
    Rule { code: Code::DateOrder, roles: roles(dates::BOTH), run: dates::order },
    Rule { code: Code::DateFuture, roles: roles(dates::INVOICE), run: dates::future },
    Rule { code: Code::DispatchNoContact, roles: roles(whole::DISPATCH), run: whole::no_contact },
];

/// The rules of a PATCH beside those of an invoice.
const PATCH: &[Rule] = &[
    Rule { code: Code::PatchClearsRequired, roles: roles(whole::CREATION), run: whole::clears_required },
    Rule { code: Code::PatchNoChange, roles: roles(whole::ALL), run: whole::no_change },
];

/// What rules are told beside the payload.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The invoice as it stands.
    pub current: Option<Frame>,
    /// Today.
    pub today: Option<Date>,
}

/// The law, while a payload is read: it judges each object when that has been read to its
/// end, and remembers what the objects around it will be asked for.
pub struct Judge<'c> {
    context: &'c Context,
}

impl<'c> Judge<'c> {
    /// A judge who is told this.
    pub fn new(context: &'c Context) -> Self {
        Judge { context }
    }

    /// Judges an object by the rules of its law.
    pub fn judge(&mut self, scene: &mut Scene<'_>) {
        match scene.shape.law {
            Law::InvoicePatch => self.invoice(scene, true),
            Law::NewInvoice | Law::StoredInvoice => self.invoice(scene, false),
            _ => {}
        }
    }

    /// An invoice of the receivables, whether patched, new or stored.
    fn invoice(&self, scene: &mut Scene<'_>, patch: bool) {
        let facts = Facts::of(scene, self.context, patch);
        if patch && scene.known == 0 {
            whole::empty(scene);
        }
        for rule in INVOICE.iter().chain(if patch { PATCH } else { &[] }) {
            if facts.names(rule.roles) {
                let mut gaps = Gaps::default();
                (rule.run)(&facts, scene, &mut gaps);
                if gaps.0 != 0 {
                    scene.sink.skip(rule.code, gaps.0, scene.shape);
                }
            }
        }
    }
}
