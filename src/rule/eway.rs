//! The e-way bill.

use super::supply::is_told;
use crate::payload::EwayTerm;
use crate::read::{ObjectContext, Segment, Value};
use crate::report::{Concat, Diagnostic, MessageId};

/// The longest way that the e-way bill system takes, in kilometres.
const FARTHEST: i64 = 4000;

pub(super) fn judge(cx: &mut ObjectContext<'_>) {
    if let Value::Int(distance) = cx.slot(EwayTerm::Distance).value
        && distance > FARTHEST
    {
        let fault = Diagnostic::new(MessageId::TooFar).display(&distance).display(&FARTHEST).expected(&Concat(&[&"0 to ", &FARTHEST]));
        cx.raise(Some(EwayTerm::Distance), fault);
    }
    let mode = cx.content(EwayTerm::Mode).to_ascii_uppercase();
    let needs: &[(EwayTerm, &'static str)] = match mode.as_str() {
        "ROAD" | "1" => &[(EwayTerm::Vehicle, "vehicleNo"), (EwayTerm::VehicleType, "vehicleType")],
        "RAIL" | "2" | "AIR" | "3" | "SHIP" | "4" => {
            &[(EwayTerm::DocumentNo, "transportDocumentNo"), (EwayTerm::DocumentDate, "transportDocumentDate")]
        }
        _ => return,
    };
    for (term, name) in needs {
        let slot = cx.slot(*term);
        let dated = matches!(slot.value, Value::Day(_) | Value::Unreadable);
        if !dated && !is_told(slot, cx.text) {
            let way = [Segment::Field(name)];
            cx.raise_at(&way, slot.span(), false, Diagnostic::new(MessageId::TransportLacks).plain(name).input(&mode));
        }
    }
}
