//! Who supplies whom, and from where to where.

use super::book::{Book, Party, Supply, SupplyKind, held};
use super::known::Gaps;
use crate::payload::{self, Beside, Party as Seat};
use crate::read::{Hop, Scene, Slot, Value};
use crate::report::{Code, Fault, Msg, Subject};
use crate::value::{Date, State, pin_fits};

/// What a yes or a no is written with.
fn yes(word: &str) -> Option<bool> {
    let is = |words: [&str; 3]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    match (is(["Y", "YES", "TRUE"]), is(["N", "NO", "FALSE"])) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

impl Book {
    /// Notes what kind of supply it is.
    pub(super) fn note_supply(&mut self, scene: &Scene<'_>) {
        let told = |seat| held(scene.slot(seat));
        let word = |seat| told(seat).and_then(|_| yes(&scene.content(seat)));
        let igst = payload::Supply::IgstWithin;
        self.supply = Supply {
            kind: SupplyKind::of(&scene.content(payload::Supply::Kind)),
            kind_slot: told(payload::Supply::Kind),
            reverse_charge: word(payload::Supply::ReverseCharge),
            reverse_slot: told(payload::Supply::ReverseCharge),
            igst_within: word(igst) == Some(true),
            unclear: told(igst).is_some() && word(igst).is_none(),
        };
    }

    /// Judges a party and returns what the invoice will ask of it.
    pub(super) fn party(&self, scene: &mut Scene<'_>) -> Party {
        let told = |seat| held(scene.slot(seat));
        let party = Party {
            gstin: told(Seat::Gstin),
            state: told(Seat::State),
            place_of_supply: told(Seat::PlaceOfSupply),
            pin: told(Seat::Pin).filter(|slot| slot.text(scene.text).starts_with('"')),
        };
        if let (Some(pin), Some(state)) = (party.pin, party.located(scene.text)) {
            let pin = pin.content(scene.text);
            if pin_fits(&pin, state) == Some(false) {
                let fault = Fault::new(Msg::PinState).subject(Subject { name: "pincode", text: &pin }).shown(&state).plain(state.name());
                scene.raise(Some(Seat::Pin), fault);
            }
        }
        party
    }

    /// Whether the supply leaves the state; of what is missing for that, gaps.
    pub(super) fn leaves_state(&self, text: &str, gaps: &mut Gaps) -> Option<bool> {
        let Supply { kind, igst_within, unclear, .. } = self.supply;
        if kind.is_export() || kind.is_sez() || igst_within {
            return Some(true);
        }
        let (from, to) = (self.supplier.located(text), self.buyer.place(text));
        gaps.note(Beside::Supplier, from.is_none());
        gaps.note(Beside::PlaceOfSupply, to.is_none());
        gaps.note(Beside::SupplyType, unclear && from == to);
        match (from?, to?) {
            (from, to) if from == to => (!unclear).then_some(false),
            _ => Some(true),
        }
    }
}

/// How a supply is taxed, as far as its invoice tells.
#[derive(Default)]
pub struct Taxation {
    /// Whether IGST is due.
    pub leaves_state: Option<bool>,
    /// Whether the supply goes out without payment of the tax.
    pub without_payment: bool,
    /// Whether the buyer pays the tax.
    pub reverse_charge: bool,
    /// The day of the invoice.
    pub day: Option<Date>,
}

impl Taxation {
    /// Of an invoice that has been read, before its law.
    pub(super) fn of(book: &Book, scene: &Scene<'_>) -> Taxation {
        Taxation {
            leaves_state: book.leaves_state(scene.text, &mut Gaps::default()),
            without_payment: book.supply.kind.is_without_payment(),
            reverse_charge: book.supply.reverse_charge == Some(true),
            day: match scene.slot(payload::Doc::Ts).value {
                Value::Day(day) => Some(day),
                _ => None,
            },
        }
    }
}

impl Party {
    /// The state of registration, by the GSTIN.
    pub(super) fn registered(&self, text: &str) -> Option<State> {
        let gstin = self.gstin?.content(text);
        State::from_code(gstin.get(..2)?).filter(|_| gstin.len() == 15)
    }

    /// The state by its code.
    pub(super) fn told(&self, text: &str) -> Option<State> {
        State::from_code(&self.state?.content(text))
    }

    /// The state, if the code and the GSTIN do not contradict each other.
    pub(super) fn located(&self, text: &str) -> Option<State> {
        match (self.told(text), self.registered(text)) {
            (Some(told), Some(registered)) => (told == registered).then_some(told),
            (told, registered) => told.or(registered),
        }
    }

    /// The place of supply.
    pub(super) fn place(&self, text: &str) -> Option<State> {
        State::from_code(&self.place_of_supply?.content(text)).filter(|state| state.is_place_of_supply())
    }

    fn is_unregistered(&self, text: &str) -> bool {
        self.gstin.is_some_and(|slot| slot.content(text) == "URP")
    }
}

/// A state that is not that of the GSTIN beside it.
pub(super) fn state_mismatch(party: &Party, way: &[Hop], scene: &mut Scene<'_>) {
    let text = scene.text;
    let (Some(told), Some(registered)) = (party.told(text), party.registered(text)) else {
        return;
    };
    // A provider of online services from abroad has no state.
    if told == registered || registered.to_string() == "99" {
        return;
    }
    let gstin = party.gstin.map(|slot| slot.content(text)).unwrap_or_default();
    let fault = Fault::new(Msg::StateMismatch).shown(&told).shown(&registered).subject(Subject { name: "gstin", text: &gstin });
    scene.raise_at(way, party.state, false, fault.expected(&registered));
}

const BUYER: Hop = Hop::Field("buyerDetails");
const KIND: [Hop; 2] = [Hop::Field("transactionDetails"), Hop::Field("supplyType")];

/// What the parties and the kind of supply must agree on, once the invoice has been read.
pub(super) fn judge(book: &Book, scene: &mut Scene<'_>) {
    let Book { supply, supplier, buyer, .. } = book;
    let text = scene.text;
    let foreign = |state: Option<State>| state.map(|state| !state.is_in_india());
    if !supply.kind.is_export() && !supply.kind.is_sez() {
        state_mismatch(buyer, &[BUYER, Hop::Field("stateCode")], scene);
    }
    if let (Some(own), Some(other)) = (supplier.gstin, buyer.gstin)
        && own.content(text) == other.content(text)
        && own.content(text).len() == 15
    {
        let gstin = other.content(text);
        let fault = Fault::new(Msg::SameGstin).subject(Subject { name: "gstin", text: &gstin });
        scene.raise_at(&[BUYER, Hop::Field("gstin")], buyer.gstin, true, fault);
    }
    let kind = supply.kind_slot.map(|slot| slot.content(text)).unwrap_or_default();
    let say = |msg| Fault::new(msg).input(&kind);
    let at = |field| [BUYER, Hop::Field(field)];
    if supply.kind.is_export() {
        if buyer.gstin.is_some() && !buyer.is_unregistered(text) {
            scene.raise_at(&at("gstin"), buyer.gstin, true, say(Msg::ExportRegistered).expected(&"URP"));
        }
        if foreign(buyer.place(text)) == Some(false) {
            scene.raise_at(&at("placeOfSupply"), buyer.place_of_supply, false, say(Msg::ExportPlace).expected(&"96"));
        }
        if foreign(buyer.told(text)) == Some(false) {
            scene.raise_at(&at("stateCode"), buyer.state, false, say(Msg::ExportPlace).expected(&"96"));
        }
        if supply.reverse_charge == Some(true) {
            scene.raise_at(
                &[Hop::Field("transactionDetails"), Hop::Field("reverseChargeTax")],
                supply.reverse_slot,
                false,
                say(Msg::ReverseCharge).expected(&"N"),
            );
        }
        return;
    }
    if supply.kind == SupplyKind::Unknown {
        if supply.kind_slot.is_none() || !kind.is_empty() {
            scene.sink.skip(Code::SupplyTypeMismatch, Beside::SupplyType.bit(), scene.shape);
        }
        return;
    }
    if buyer.is_unregistered(text) {
        scene.raise_at(&at("gstin"), buyer.gstin, true, say(Msg::Unregistered));
    }
    if !supply.kind.is_sez() && foreign(buyer.place(text)) == Some(true) {
        scene.raise_at(&KIND, supply.kind_slot, false, say(Msg::PlaceAbroad).expected(&"EXPWP or EXPWOP"));
    }
    if supply.kind == SupplyKind::DeemedExport && supply.reverse_charge == Some(true) {
        scene.raise_at(&KIND, supply.kind_slot, false, say(Msg::ReverseCharge));
    }
}

/// Whether a slot holds a text that is not empty.
pub(super) fn is_told(slot: Slot, text: &str) -> bool {
    slot.value == Value::Text && !slot.content(text).trim().is_empty()
}
