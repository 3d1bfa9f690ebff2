//! The totals of a nested invoice, compared with its items.

use super::{Check, Document, DocumentModel, Rule};
use crate::calc::Exact;
use crate::model::{CHARGE_TERMS, DocumentState, TAXES, TOTAL_CHARGE_TERMS, ValueKind};
use crate::read::Value;
use crate::report::{Arg, Concat, Diagnostic, MessageId};
use crate::term::{DocumentTerm, Group, ItemTerm, TermId, TermSet};

/// The most items that the e-invoice schema takes.
const MOST_ITEMS: u32 = 1000;

rule! {
    /// No items, or more than the invoice registration portal (IRP) accepts.
    ItemsCount "items.count" Inferred "inferred from e-invoice validations 2173 and 2228" {
        ItemCount Warning "there are {0} items; send 1 to 1000, the number that the invoice registration portal (IRP) accepts";
    }
    COUNT: Document on DOCUMENT reads term_set![Document: Items] => count;
}

fn count(_: &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let Value::Int(count) = check.cx.slot(DocumentTerm::Items).value else {
        return Some(());
    };
    if !(1..=i64::from(MOST_ITEMS)).contains(&count) {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let diagnostic = Diagnostic::new(MessageId::ItemCount).arg(Arg::Count(count)).expected(&Concat(&[&"1 to ", &MOST_ITEMS]));
        check.raise_field(DocumentTerm::Items, diagnostic);
    }
    Some(())
}

rule! {
    /// A taxable value that is not the sum of the items.
    TotalTaxable "total.taxable" Documented "e-invoice validation 2182" {
        SumOfTaxable Error [Totals Taxable] "{Taxable} is {0}, but the items add up to {1}; correct whichever is wrong";
    }
    TAXABLE: Document on DOCUMENT reads term_set![Document: Totals Items; Totals: Taxable; Item: Taxable] => taxable;
}

const CHARGES: TermSet = term_set![Document: Items].and(TOTAL_CHARGE_TERMS).and(CHARGE_TERMS);

rule! {
    /// A tax that is not the sum of the items.
    TotalTax "total.tax" Documented "e-invoice validations 2183 to 2188" {
        SumOfTax Error "{0} is {1}, but the items add up to {2}; correct whichever is wrong";
    }
    TAX: Document on DOCUMENT reads CHARGES => tax;
}

rule! {
    of TotalDiscount
    DISCOUNT: Document on DOCUMENT reads term_set![Document: Totals Items; Totals: Charges; DocumentCharge: Kind Value; Item: Value] => discount;
}

rule! {
    /// A round-off outside -99.99 to 99.99.
    TotalRoundOff "total.round-off" Documented "e-invoice schema INV-01 v1.1, RndOffAmt" {
        RoundOffRange Error "the round-off of {0} is outside -99.99 to 99.99; give a charge or a discount under its own type";
    }
    ROUND_OFF: Document on DOCUMENT reads TOTAL_CHARGE_TERMS => round_off;
}

fn round_off((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let round_off = state.totals.charges.of(ValueKind::RoundOff);
    if round_off.paise.abs() > 9_999 {
        let diagnostic = Diagnostic::new(MessageId::RoundOffRange).paise(round_off.paise).expected_text("-99.99 to 99.99");
        check.raise(state.totals.anchor(round_off), diagnostic);
    }
    Some(())
}

rule! {
    /// A total that does not follow from the items, discount, charges and round-off.
    TotalInvoice "total.invoice" Documented "e-invoice validation 2189" {
        SumOfItems Error [Totals Total] "{Total} is {0}, but the items ({1}) with charges, round-off and discount ({2}) add up to {3}; correct whichever is wrong";
    }
    INVOICE: Document on DOCUMENT reads term_set![Document: Totals Items; Totals: Total Charges; DocumentCharge: Kind Value; Item: Value] => invoice;
}

/// Whether all items have been read; if not, they are missing.
fn need_items(state: &DocumentState, check: &mut Check<'_, '_>) -> bool {
    let all = check.cx.slot(DocumentTerm::Items).is_list_of(state.items.count);
    if !all {
        check.missing(term_id!(Document: Items));
    }
    all
}

/// Notes a term of the items that is unknown for one of them.
fn need_of_items(unknown: bool, term: ItemTerm, check: &mut Check<'_, '_>) -> bool {
    if unknown {
        check.missing(TermId::of(Group::Item, term as u8));
    }
    !unknown
}

/// A taxable value that is not that of the items.
fn taxable((state, context): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let slot = state.totals.taxable?;
    if !need_items(state, check) || !need_of_items(state.items.taxable_unknown, ItemTerm::Taxable, check) {
        return None;
    }
    let right = state.items.taxable;
    if let Some(given) = slot.paise().filter(|given| !Exact::paise(right).takes(*given, context.tolerance)) {
        let diagnostic = Diagnostic::new(MessageId::SumOfTaxable).paise(given).paise(right).expected_paise(right);
        check.raise_below(term_id!(Totals: Taxable), 0, slot.span(), diagnostic);
    }
    Some(())
}

/// A tax that is not that of the items.
fn tax((state, context): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let DocumentState { items, totals, .. } = state;
    if !TAXES.iter().any(|kind| totals.charges.of(*kind).is_present()) {
        return Some(());
    }
    if !need_items(state, check) || !need_of_items(items.charges_unknown, ItemTerm::Charges, check) {
        return None;
    }
    let sum = |kind: ValueKind| items.charges.get(kind as usize).copied().unwrap_or_default();
    // One word may mean both parts, as it does in INV-01.
    let cess = |whole, part| if totals.charges.of(part).is_present() { sum(whole) } else { sum(whole).saturating_add(sum(part)) };
    for kind in TAXES {
        let total = totals.charges.of(kind);
        let right = match kind {
            ValueKind::Cess => cess(ValueKind::Cess, ValueKind::CessNonAdvol),
            ValueKind::StateCess => cess(ValueKind::StateCess, ValueKind::StateCessNonAdvol),
            _ => sum(kind),
        };
        if total.is_present() && !Exact::paise(right).takes(total.paise, context.tolerance) {
            let diagnostic = Diagnostic::new(MessageId::SumOfTax).plain(kind.as_str()).paise(total.paise).paise(right);
            check.raise(state.totals.anchor(total), diagnostic.expected_paise(right));
        }
    }
    Some(())
}

/// A discount above what the items add up to.
fn discount((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let discount = state.totals.charges.of(ValueKind::Discount);
    if discount.paise == 0 {
        return Some(());
    }
    if !need_items(state, check) || !need_of_items(state.items.value_unknown, ItemTerm::Value, check) {
        return None;
    }
    let value = state.items.value;
    if discount.paise > value {
        let diagnostic = Diagnostic::new(MessageId::DiscountAboveGross).paise(discount.paise).paise(value).at_most_paise(value);
        check.raise(state.totals.anchor(discount), diagnostic);
    }
    Some(())
}

/// A total that is not all items, minus the discount, with other charges and the round-off.
fn invoice((state, context): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let slot = state.totals.total?;
    if !need_items(state, check) {
        return None;
    }
    let known = need_of_items(state.items.value_unknown, ItemTerm::Value, check);
    if state.totals.charges_unknown {
        check.missing(term_id!(Totals: Charges));
        return None;
    }
    if !known {
        return None;
    }
    let total = |kind: ValueKind| state.totals.charges.of(kind).paise;
    let charges = total(ValueKind::OtherCharges).saturating_add(total(ValueKind::RoundOff));
    let rest = charges.saturating_sub(total(ValueKind::Discount));
    let right = state.items.value.saturating_add(rest);
    if let Some(given) = slot.paise().filter(|given| !Exact::paise(right).takes(*given, context.tolerance)) {
        let diagnostic = Diagnostic::new(MessageId::SumOfItems).paise(given).paise(state.items.value).paise(rest).paise(right);
        check.raise_below(term_id!(Totals: Total), 0, slot.span(), diagnostic.expected_paise(right));
    }
    Some(())
}
