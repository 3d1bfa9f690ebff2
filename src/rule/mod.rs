//! The law: what must hold between the fields of a payload, by subject.
//!
//! A rule is a function with a row beside it: the code that it judges and the fields
//! that it looks at. It runs when the payload has one of them. What it would need and
//! cannot know goes into its gaps, and the rule is listed as skipped.

mod book;
mod context;
mod dates;
mod eway;
mod facts;
mod flat;
mod item;
mod kinds;
mod known;
mod status;
mod sums;
mod supply;
mod tax;
mod taxed;
mod totals;
mod whole;

pub use context::{Context, Current, DocumentState};
pub use kinds::{KINDS, ValueKind, Words};
pub use status::status_after;
pub use supply::Taxation;

use crate::payload::{ObjectKind, PeriodTerm, roles};
use crate::read::{ObjectContext, Segment};
use crate::report::Code;
use book::Book;
use facts::Facts;
use known::Gaps;

/// A rule and what it is about.
struct Rule {
    code: Code,
    /// It runs when the payload names one of these.
    roles: u64,
    run: fn(&Facts<'_>, &mut ObjectContext<'_>, &mut Gaps),
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

/// The rules of EnKash's invoice on its way to Bharat Connect that it shares with others.
const FLAT: &[Rule] = &[
    Rule { code: Code::TaxMixed, roles: roles(tax::HEADS), run: tax::mixed },
    Rule { code: Code::TaxHalfMissing, roles: roles(tax::HALVES), run: tax::half_missing },
    Rule { code: Code::TaxHalvesDiffer, roles: roles(tax::HALVES), run: tax::halves_differ },
    Rule { code: Code::DateOrder, roles: roles(dates::BOTH), run: dates::order },
    Rule { code: Code::DateFuture, roles: roles(dates::INVOICE), run: dates::future },
];

/// The rules of a PATCH beside those of an invoice.
const PATCH: &[Rule] = &[
    Rule { code: Code::PatchClearsRequired, roles: roles(whole::CREATION), run: whole::clears_required },
    Rule { code: Code::PatchNoChange, roles: roles(whole::ALL), run: whole::no_change },
];

/// The law, while a payload is read: it judges each object when that has been read to its
/// end, and remembers what the objects around it will be asked for.
pub struct Checker<'c> {
    context: &'c Context,
    /// For payloads of Bharat Connect only.
    book: Option<Box<Book>>,
    /// How the supply of the nested invoice is taxed that was judged last.
    pub taxation: Taxation,
}

impl<'c> Checker<'c> {
    /// A judge who is told this.
    pub fn new(context: &'c Context) -> Self {
        Checker { context, book: None, taxation: Taxation::default() }
    }

    /// Judges an object by the rules of its law.
    pub fn check(&mut self, cx: &mut ObjectContext<'_>) {
        match cx.shape.object {
            ObjectKind::Free | ObjectKind::SyntaxOnly | ObjectKind::CallerInput => {}
            ObjectKind::InvoicePatch => self.invoice(cx, INVOICE, true),
            ObjectKind::InvoiceCreation | ObjectKind::StoredInvoice => self.invoice(cx, INVOICE, false),
            ObjectKind::FlatInvoice => {
                self.invoice(cx, FLAT, false);
                flat::judge(cx, self.context);
            }
            law => {
                let book = self.book.get_or_insert_default();
                if law == ObjectKind::Document {
                    self.taxation = Taxation::of(book, cx);
                }
                book.judge(cx, self.context);
            }
        }
    }

    /// EnKash's own invoice, whether patched, new, stored or on its way to Bharat Connect.
    fn invoice(&self, cx: &mut ObjectContext<'_>, rules: &[Rule], patch: bool) {
        let facts = Facts::of(cx, self.context, patch);
        if patch && cx.known == 0 {
            whole::empty(cx);
        }
        for rule in rules.iter().chain(if patch { PATCH } else { &[] }) {
            if facts.names(rule.roles) {
                let mut gaps = Gaps::default();
                (rule.run)(&facts, cx, &mut gaps);
                if gaps.0 != 0 {
                    cx.sink.skip(rule.code, gaps.0, cx.shape);
                }
            }
        }
    }
}

impl Book {
    /// Judges an object of Bharat Connect.
    fn judge(&mut self, cx: &mut ObjectContext<'_>, context: &Context) {
        match cx.shape.object {
            ObjectKind::ItemCharge => self.note_item_value(cx, context),
            ObjectKind::ItemRate => self.note_item_rate(cx, context),
            ObjectKind::OtherTax => self.note_other_tax(cx),
            ObjectKind::Item => self.judge_item(cx, context),
            ObjectKind::Supply => self.note_supply(cx),
            ObjectKind::Supplier => {
                self.supplier = supply::party(cx);
                supply::state_mismatch(&self.supplier, &[Segment::Field("stateCode")], cx);
            }
            ObjectKind::Buyer => self.buyer = supply::party(cx),
            ObjectKind::Place => {
                let place = supply::party(cx);
                supply::state_mismatch(&place, &[Segment::Field("stateCode")], cx);
            }
            ObjectKind::DocumentCharge => self.note_other_value(cx, context),
            ObjectKind::Totals => self.note_values(cx),
            ObjectKind::Advance => self.note_advance(cx),
            ObjectKind::Period => sums::period(PeriodTerm::Start, PeriodTerm::End, cx),
            ObjectKind::Preceding => self.note_preceding(cx),
            ObjectKind::Milestone => self.note_milestone(cx),
            ObjectKind::Financing => self.note_financing(cx),
            ObjectKind::Eway => eway::judge(cx),
            ObjectKind::Version => self.note_version(cx),
            ObjectKind::Transition => self.note_step(cx, context.lifecycle),
            ObjectKind::StatusChange | ObjectKind::Confirmation => self.judge_change(cx, context),
            ObjectKind::PaidInvoice => self.note_settled(cx),
            ObjectKind::PaymentConfirmation => self.judge_payment(cx),
            ObjectKind::Document => {
                self.judge_standing(cx);
                supply::judge(self, cx);
                item::serials(self, cx);
                item::dated(self, cx);
                sums::dates(self, context.today, cx);
                self.judge_sums(cx, context.tolerance);
                *self = Book::default();
            }
            _ => {}
        }
    }
}
