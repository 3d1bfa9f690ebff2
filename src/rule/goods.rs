//! Goods and services: codes, quantities, serial numbers.

use super::{Check, Document, DocumentModel, OneItem, Rule};
use crate::model::Item;
use crate::read::{Anchor, Slot, Value};
use crate::report::{Diagnostic, MessageId, Subject};
use crate::term::ItemTerm;
use crate::value::whole;
use std::collections::BinaryHeap;

rule! {
    /// A service with an HSN code of goods, or goods with a code of services.
    HsnServiceMismatch "hsn.service-mismatch" Documented "e-invoice validations, IsServc and HsnCd" {
        HsnService Error [Item IsService] "{IsService} marks this as a service, but {0} does not begin with 99; correct one of them";
        HsnGoods Error [Item IsService] "{IsService} marks this as goods, but {0} begins with 99, which is for services; correct one of them";
    }
    HSN: OneItem on ITEM reads term_set![Item: IsService Hsn] => hsn;
}

rule! {
    of FieldMissing
    MISSING: OneItem on ITEM reads term_set![Item: IsService] => missing;
}

fn missing(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if is_service(item, check)? {
        return Some(());
    }
    for term in [ItemTerm::Quantity, ItemTerm::Unit] {
        if item.slot(term).is_absent() && check.cx.shape.field_of(term).is_some() {
            let name = check.cx.name(term);
            check.raise(Anchor::Absent(term as u8), Diagnostic::new(MessageId::MissingForGoods).plain(name));
        }
    }
    Some(())
}

rule! {
    /// Two items with the same serial number.
    ItemsSerial "items.serial" Inferred "inferred from e-invoice validation 2233" {
        SerialTwice Warning "the serial number {0} is already used by an earlier item; give each item its own";
    }
    SERIAL: Document on DOCUMENT reads term_set![Document: Items; Item: Serial] => serial;
}

/// Whether the item is a service; where the word is not known, it is missing.
fn is_service(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<bool> {
    let slot = item.slot(ItemTerm::IsService);
    match slot.text(item.text) {
        "\"Y\"" => Some(true),
        "\"N\"" => Some(false),
        _ => {
            if slot.is_given() {
                check.missing(term_id!(Item: IsService));
            }
            None
        }
    }
}

/// A service whose code is of goods, or the reverse.
fn hsn(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let service = is_service(item, check)?;
    let slot = item.slot(ItemTerm::Hsn);
    if !slot.is_text() || slot.to - slot.from <= 3 {
        if slot.is_given() {
            check.missing(term_id!(Item: Hsn));
        }
        return None;
    }
    if slot.text(item.text).starts_with("\"99") != service {
        let content = slot.content(item.text);
        let message = if service { MessageId::HsnService } else { MessageId::HsnGoods };
        let subject = Subject { name: check.cx.name(ItemTerm::Hsn), text: &content };
        check.raise_field(ItemTerm::Hsn, Diagnostic::new(message).subject(subject));
    }
    Some(())
}

/// Items with the same serial number.
#[inline(never)]
fn serial((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let items = &state.items;
    let mut serials = BinaryHeap::new();
    for (place, (_, span)) in items.serials.iter().enumerate().filter(|_| items.unordered) {
        let text = Slot { value: Value::Text, from: span.from, to: span.to }.content(check.cx.text);
        if whole(&text).is_some() {
            serials.push((text, place));
        }
    }
    // Those of one number come from the heap together, the last first.
    while let Some((serial, place)) = serials.pop() {
        if serials.peek().is_some_and(|(before, _)| *before == serial) {
            let (index, span) = items.serials.get(place).copied().unwrap_or_default();
            check.raise_below(term_id!(Item: Serial), index, span, Diagnostic::new(MessageId::SerialTwice).input(&serial));
        }
    }
    Some(())
}
