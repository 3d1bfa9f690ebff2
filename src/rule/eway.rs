//! The e-way bill.

use super::{Check, Object, Rule};
use crate::model::Context;
use crate::read::{Anchor, Slot, Value};
use crate::report::{Concat, Diagnostic, MessageId};
use crate::term::EwayTerm;

/// The longest distance that the e-way bill system accepts, in kilometres.
const FARTHEST: i64 = 4000;

rule! {
    /// A distance over the e-way bill limit.
    EwayDistance "eway.distance" Documented "e-invoice schema INV-01 v1.1, EwbDtls" {
        TooFar Error "a distance of {0} km is over the e-way bill limit of {1} km; check it";
    }
    DISTANCE: Object on EWAY reads term_set![Eway: Distance] => distance;
}

fn distance(_: &Context, check: &mut Check<'_, '_>) -> Option<()> {
    if let Some(distance) = check.cx.slot(EwayTerm::Distance).int().filter(|distance| *distance > FARTHEST) {
        let diagnostic = Diagnostic::new(MessageId::TooFar).display(&distance).display(&FARTHEST);
        check.raise_field(EwayTerm::Distance, diagnostic.expected(&Concat(&[&"0 to ", &FARTHEST])));
    }
    Some(())
}

rule! {
    /// A field is missing that the mode of transport requires.
    EwayTransport "eway.transport" Documented "e-invoice validations 2253, 2254" {
        TransportLacks Error [Eway Mode] "{0} is missing; it is required for {Mode} {1}";
    }
    TRANSPORT: Object on EWAY reads term_set![Eway: Mode] => transport;
}

/// A transport without what its mode needs.
fn transport(_: &Context, check: &mut Check<'_, '_>) -> Option<()> {
    let text = check.cx.text;
    let mode = check.cx.content(EwayTerm::Mode).to_ascii_uppercase();
    let needs: &[EwayTerm] = match mode.as_str() {
        "ROAD" | "1" => &[EwayTerm::Vehicle, EwayTerm::VehicleType],
        "RAIL" | "2" | "AIR" | "3" | "SHIP" | "4" => &[EwayTerm::DocumentNo, EwayTerm::DocumentDate],
        _ => {
            if check.cx.slot(EwayTerm::Mode).is_given() {
                check.missing(term_id!(Eway: Mode));
            }
            return None;
        }
    };
    for term in needs {
        let slot = check.cx.slot(*term);
        let given = matches!(slot.value, Value::Day(_) | Value::Unreadable) || is_non_empty(slot, text);
        if !given {
            let name = check.cx.name(*term);
            check.raise(Anchor::Absent(*term as u8), Diagnostic::new(MessageId::TransportLacks).plain(name).input(&mode));
        }
    }
    Some(())
}

/// Whether a slot is a string that is not empty.
fn is_non_empty(slot: &Slot, text: &str) -> bool {
    slot.is_text() && !slot.content(text).trim().is_empty()
}
