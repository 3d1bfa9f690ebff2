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
use crate::read::Scene;
use crate::report::Code;
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

/// Judges an object that has been read to its end by the rules of its law.
pub fn judge(scene: &mut Scene<'_>) {
    let patch = match scene.shape.law {
        Law::Free | Law::Outline | Law::Input => return,
        Law::InvoicePatch => true,
        Law::NewInvoice | Law::StoredInvoice => false,
    };
    let facts = Facts::of(scene, patch);
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
