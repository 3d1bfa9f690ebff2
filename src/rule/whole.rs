//! The payload as a whole: what a PATCH does, and where a dispatch goes.

use super::facts::Facts;
use super::known::{Gaps, Known};
use crate::payload::{INVOICE_RESPONSE, Role};
use crate::read::{Frame, Scene, Value};
use crate::report::{Fault, Msg};

pub(super) const DISPATCH: &[Role] = &[Role::DispatchNow];

/// What `createInvoice` requires or most likely requires.
pub(super) const CREATION: &[Role] = &[Role::Base, Role::DueDate, Role::InvoiceDate, Role::InvoiceNumber];

pub(super) const ALL: &[Role] = &[
    Role::Base,
    Role::Cgst,
    Role::Sgst,
    Role::Igst,
    Role::Net,
    Role::Balance,
    Role::Tds,
    Role::Received,
    Role::InvoiceDate,
    Role::DueDate,
    Role::PartialAllowed,
    Role::ApprovalStatus,
    Role::CustomerId,
    Role::Description,
    Role::InvoiceNumber,
    Role::PayableReferenceId,
    Role::PoNumber,
    Role::ReceivableStatus,
    Role::Via,
];

pub(super) fn empty(scene: &mut Scene<'_>) {
    scene.raise_whole(Fault::new(Msg::PatchNothing));
}

pub(super) fn clears_required(facts: &Facts<'_>, scene: &mut Scene<'_>, _: &mut Gaps) {
    for role in CREATION.iter().copied().filter(|role| facts.nulls(*role)) {
        let name = scene.shape.field_of(role).map_or("", |field| field.name());
        scene.raise(Some(role), Fault::new(Msg::ClearsRequired).plain(name));
    }
}

pub(super) fn no_change(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let Some(current) = facts.need_current(gaps) else {
        return;
    };
    let same = |seat: u8| INVOICE_RESPONSE.field_of(seat).is_some() && same(seat, scene, current);
    let named = scene.shape.fields.iter().filter_map(|field| field.seat);
    let mut named = named.filter(|seat| scene.slot(*seat).value != Value::Absent);
    if named.all(same) {
        scene.raise_whole(Fault::new(Msg::NoChange));
    }
}

/// Whether the patch gives a field the value that it has.
fn same(seat: u8, scene: &Scene<'_>, current: &Frame) -> bool {
    let own = scene.slot(seat);
    let Some(stored) = current.slots.get(usize::from(seat)) else {
        return false;
    };
    let texts = || (own.content(scene.text), stored.content(&current.text));
    match (own.value, stored.value) {
        (Value::Unreadable, _) | (_, Value::Unreadable) => false,
        (Value::Null, Value::Absent | Value::Null) => true,
        // The patch has a local time, the answer an instant: the same but for the zone.
        (Value::Day(_), Value::Day(_)) if seat == Role::InvoiceDate as u8 => {
            let (own, stored) = texts();
            stored.starts_with(own.as_ref())
        }
        (Value::Text, Value::Text) => {
            let (own, stored) = texts();
            own == stored
        }
        (own, stored) => own == stored,
    }
}

pub(super) fn no_contact(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    if facts.flag(Role::DispatchNow) != Known::Is(true) {
        return;
    }
    match (facts.has(Role::Email), facts.has(Role::Mobile), facts.flag(Role::HasContacts)) {
        (Known::Is(()), _, _) | (_, Known::Is(()), _) | (_, _, Known::Is(true)) => {}
        (Known::No, _, _) | (_, Known::No, _) => {
            gaps.note(Role::Email, true);
            gaps.note(Role::Mobile, true);
        }
        _ => scene.raise(facts.spot(DISPATCH), Fault::new(Msg::NoContact)),
    }
}
