//! The e-way bill.

use super::supply::is_told;
use crate::payload::Eway;
use crate::read::{Hop, Scene, Value};
use crate::report::{Fault, Msg, Row};

/// The longest way that the e-way bill system takes, in kilometres.
const FARTHEST: i64 = 4000;

pub(super) fn judge(scene: &mut Scene<'_>) {
    if let Value::Int(distance) = scene.slot(Eway::Distance).value
        && distance > FARTHEST
    {
        let fault = Fault::new(Msg::TooFar).shown(&distance).shown(&FARTHEST).expected(&Row(&[&"0 to ", &FARTHEST]));
        scene.raise(Some(Eway::Distance), fault);
    }
    let mode = scene.content(Eway::Mode).to_ascii_uppercase();
    let needs: &[(Eway, &'static str)] = match mode.as_str() {
        "ROAD" | "1" => &[(Eway::Vehicle, "vehicleNo"), (Eway::VehicleType, "vehicleType")],
        "RAIL" | "2" | "AIR" | "3" | "SHIP" | "4" => {
            &[(Eway::DocumentNo, "transportDocumentNo"), (Eway::DocumentDate, "transportDocumentDate")]
        }
        _ => return,
    };
    for (seat, name) in needs {
        let slot = scene.slot(*seat);
        let dated = matches!(slot.value, Value::Day(_) | Value::Unreadable);
        if !dated && !is_told(slot, scene.text) {
            let way = [Hop::Field(name)];
            scene.raise_at(&way, slot.span(), false, Fault::new(Msg::TransportLacks).plain(name).input(&mode));
        }
    }
}
