//! The amounts of an item: gross amount, discount, taxable value, value.

use super::{Check, OneItem, Rule};
use crate::calc::Exact;
use crate::model::{CESSES, CHARGE_TERMS, CHARGES, HEADS, Item, TAXES, ValueKind};
use crate::read::Anchor;
use crate::report::{Code, Diagnostic, MessageId};
use crate::term::{Group, ItemTerm};
use crate::value::Paise;

pub(super) const GROSS: Rule<OneItem> =
    Rule::new(Code::TotalItemGross, term_set![Item: Gross Quantity UnitPrice IsService], |model, check| gross(model, check));

pub(super) const DISCOUNT: Rule<OneItem> =
    Rule::new(Code::TotalDiscount, term_set![Item: Gross].and(CHARGE_TERMS), |model, check| discount(model, check));

pub(super) const TAXABLE: Rule<OneItem> =
    Rule::new(Code::TotalItemTaxable, term_set![Item: Gross Taxable].and(CHARGE_TERMS), |model, check| taxable(model, check));

pub(super) const VALUE: Rule<OneItem> = Rule::new(
    Code::TotalItemValue,
    term_set![Item: Value Taxable OtherTaxes; OtherTax: Rate Amount; Supply: Kind ReverseCharge].and(CHARGE_TERMS),
    |model, check| value(model, check),
);

/// An amount of the item that the rule is about; unreadable, it is missing.
fn given(item: &Item<'_>, term: ItemTerm, check: &mut Check<'_, '_>) -> Option<i64> {
    if item.slot(term).is_given() { item.need(term, &mut check.missing) } else { None }
}

/// A gross amount that is not quantity times price.
fn gross(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let gross = given(item, ItemTerm::Gross, check)?;
    let (quantity, price) = (item.units(ItemTerm::Quantity), item.units(ItemTerm::UnitPrice));
    let (Some(quantity), Some(price)) = (quantity, price) else {
        // A service need not be counted.
        let counted = item.slot(ItemTerm::Quantity).is_given() || item.slot(ItemTerm::IsService).text(item.text) != "\"Y\"";
        if quantity.is_none() && counted {
            check.missing(Group::Item, ItemTerm::Quantity as u8);
        }
        if price.is_none() {
            check.missing(Group::Item, ItemTerm::UnitPrice as u8);
        }
        return None;
    };
    let exact = Exact::gross(quantity, price);
    if !exact.takes(gross, item.tolerance) {
        let right = exact.rounded();
        check.raise(Anchor::field(ItemTerm::Gross), Diagnostic::new(MessageId::ItemGross).paise(gross).paise(right.0).expected(&right));
    }
    Some(())
}

/// A discount above the gross amount.
fn discount(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let discount = item.total(ValueKind::Discount);
    if discount.paise == 0 {
        return Some(());
    }
    let gross = item.need(ItemTerm::Gross, &mut check.missing)?;
    if discount.paise > gross {
        let diagnostic = Diagnostic::new(MessageId::DiscountAboveGross).paise(discount.paise).paise(gross).at_most(&Paise(gross));
        check.raise(item.anchor(discount), diagnostic);
    }
    Some(())
}

/// A taxable value that is not the gross amount minus the discount.
fn taxable(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let taxable = given(item, ItemTerm::Taxable, check)?;
    let gross = item.need(ItemTerm::Gross, &mut check.missing)?;
    let discount = item.total(ValueKind::Discount).paise;
    let right = gross - discount;
    if right < 0 || Exact::paise(right).takes(taxable, item.tolerance) {
        return Some(());
    }
    if !item.need_charges(&mut check.missing) {
        return None;
    }
    let diagnostic = Diagnostic::new(MessageId::ItemTaxable).paise(taxable).paise(gross).paise(discount).paise(right);
    check.raise(Anchor::field(ItemTerm::Taxable), diagnostic.expected(&Paise(right)));
    Some(())
}

/// A value that is not the taxable value with all taxes and charges.
fn value(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let value = given(item, ItemTerm::Value, check)?;
    let taxable = item.need(ItemTerm::Taxable, &mut check.missing);
    let complete = item.need_charges(&mut check.missing);
    let others_unknown = item.slot(ItemTerm::OtherTaxes).is_given() && item.charges.others_unknown;
    if others_unknown {
        check.missing(Group::Item, ItemTerm::OtherTaxes as u8);
    }
    let taxable = taxable.filter(|_| complete && !others_unknown)?;
    let sum = |kinds: &[ValueKind], from: i64| kinds.iter().map(|kind| item.total(*kind).paise).fold(from, i64::saturating_add);
    let rest = sum(&CHARGES, sum(&TAXES, item.charges.others));
    let right = taxable.saturating_add(rest);
    let takes = |right| Exact::paise(right).takes(value, item.tolerance);
    let (heads, cesses) = (sum(&HEADS, 0), sum(&CESSES, 0));
    let without_taxes = || takes(right - heads) || takes(right - heads - cesses);
    if takes(right) || item.untaxed && without_taxes() {
        return Some(());
    }
    if !item.untaxed_missing.is_empty() && without_taxes() {
        check.missing = check.missing.union(&item.untaxed_missing);
        return None;
    }
    let diagnostic = Diagnostic::new(MessageId::ItemValue).paise(value).paise(taxable).paise(rest).paise(right);
    check.raise(Anchor::field(ItemTerm::Value), diagnostic.expected(&Paise(right)));
    Some(())
}
