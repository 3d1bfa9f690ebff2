//! Goods and services: codes, quantities, serial numbers.

use super::{Check, Document, OneItem, Rule};
use crate::model::{Context, DocumentState, Item};
use crate::read::{Anchor, Slot, Value};
use crate::report::{Code, Diagnostic, MessageId, Subject};
use crate::term::ItemTerm;
use crate::value::whole;
use std::collections::BinaryHeap;

pub(super) const HSN: Rule<OneItem> = Rule::new(Code::HsnServiceMismatch, term_set![Item: IsService Hsn], |model, check| hsn(model, check));

pub(super) const MISSING: Rule<OneItem> = Rule::new(Code::FieldMissing, term_set![Item: IsService], |item, check| {
    if is_service(item, check)? {
        return Some(());
    }
    for term in [ItemTerm::Quantity, ItemTerm::Unit] {
        if item.slot(term).value == Value::Absent && check.cx.shape.field_of(term).is_some() {
            let name = check.cx.name(term);
            check.raise(Anchor::Absent(term as u8), Diagnostic::new(MessageId::MissingForGoods).plain(name));
        }
    }
    Some(())
});

pub(super) const SERIAL: Rule<Document> =
    Rule::new(Code::ItemsSerial, term_set![Document: Items; Item: Serial], |model, check| serial(model, check));

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
    if slot.value != Value::Text || slot.to - slot.from <= 3 {
        if slot.is_given() {
            check.missing(term_id!(Item: Hsn));
        }
        return None;
    }
    if slot.text(item.text).starts_with("\"99") != service {
        let content = slot.content(item.text);
        let message = if service { MessageId::HsnService } else { MessageId::HsnGoods };
        let subject = Subject { name: check.cx.name(ItemTerm::Hsn), text: &content };
        check.raise(Anchor::field(ItemTerm::Hsn), Diagnostic::new(message).subject(subject));
    }
    Some(())
}

/// Items with the same serial number.
#[inline(never)]
fn serial((state, _): &(&DocumentState, &Context), check: &mut Check<'_, '_>) -> Option<()> {
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
            let anchor = Anchor::Below(term_id!(Item: Serial), index, span);
            check.raise(anchor, Diagnostic::new(MessageId::SerialTwice).input(&serial));
        }
    }
    Some(())
}
