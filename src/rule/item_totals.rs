//! The amounts of an item: gross amount, discount, taxable value, value.

use super::{Check, OneItem, Rule};
use crate::calc::Exact;
use crate::model::{CESSES, CHARGE_TERMS, CHARGES, HEADS, Item, TAXES, ValueKind};
use crate::report::{Diagnostic, MessageId};
use crate::term::ItemTerm;

rule! {
    /// A gross amount that is not the quantity times the unit price.
    TotalItemGross "total.item-gross" Documented "e-invoice validation 2192, withdrawn for now" {
        ItemGross Warning [Item Gross, Item Quantity, Item UnitPrice] "{Gross} is {0}, but {Quantity} times {UnitPrice} is {1}; correct whichever is wrong";
    }
    GROSS: OneItem on ITEM reads term_set![Item: Gross Quantity UnitPrice IsService] => gross;
}

rule! {
    /// A discount that is more than the amount it is taken from.
    TotalDiscount "total.discount" Documented "e-invoice validation 2220" {
        DiscountAboveGross Error "the discount of {0} is more than {1}, the amount it is taken from; correct one of them";
    }
    DISCOUNT: OneItem on ITEM reads term_set![Item: Gross].and(CHARGE_TERMS) => discount;
}

rule! {
    /// A taxable value that is not the gross amount minus the discount.
    TotalItemTaxable "total.item-taxable" Documented "e-invoice validation 2193" {
        ItemTaxable Error [Item Taxable, Item Gross] "{Taxable} is {0}, but {Gross} {1} minus a discount of {2} is {3}; correct whichever is wrong";
    }
    TAXABLE: OneItem on ITEM reads term_set![Item: Gross Taxable].and(CHARGE_TERMS) => taxable;
}

rule! {
    /// An item value that is not the taxable value plus taxes and charges.
    TotalItemValue "total.item-value" Documented "e-invoice validation 2194" {
        ItemValue Error [Item Value, Item Taxable] "{Value} is {0}, but {Taxable} {1} plus taxes and charges of {2} is {3}; correct whichever is wrong";
    }
    VALUE: OneItem on ITEM reads term_set![Item: Value Taxable OtherTaxes; OtherTax: Rate Amount; Supply: Kind ReverseCharge].and(CHARGE_TERMS) => value;
}

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
            check.missing(term_id!(Item: Quantity));
        }
        if price.is_none() {
            check.missing(term_id!(Item: UnitPrice));
        }
        return None;
    };
    let exact = Exact::gross(quantity, price);
    if !exact.takes(gross, item.tolerance) {
        let right = exact.rounded();
        check.raise_field(ItemTerm::Gross, Diagnostic::new(MessageId::ItemGross).paise(gross).paise(right.0).expected_paise(right.0));
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
        let diagnostic = Diagnostic::new(MessageId::DiscountAboveGross).paise(discount.paise).paise(gross).at_most_paise(gross);
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
    check.raise_field(ItemTerm::Taxable, diagnostic.expected_paise(right));
    Some(())
}

/// A value that is not the taxable value with all taxes and charges.
fn value(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let value = given(item, ItemTerm::Value, check)?;
    let taxable = item.need(ItemTerm::Taxable, &mut check.missing);
    let complete = item.need_charges(&mut check.missing);
    let others_unknown = item.slot(ItemTerm::OtherTaxes).is_given() && item.charges.others_unknown;
    if others_unknown {
        check.missing(term_id!(Item: OtherTaxes));
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
        check.missing.insert_set(&item.untaxed_missing);
        return None;
    }
    let diagnostic = Diagnostic::new(MessageId::ItemValue).paise(value).paise(taxable).paise(rest).paise(right);
    check.raise_field(ItemTerm::Value, diagnostic.expected_paise(right));
    Some(())
}
