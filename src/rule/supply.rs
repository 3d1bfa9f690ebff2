//! Who supplies whom, and from where to where.

use super::book::{Book, Party, Supply, SupplyKind, held, told};
use super::known::Gaps;
use crate::payload::{self, Beside, Party as Seat};
use crate::read::{Hop, Scene, Slot, Span, Value};
use crate::report::{Code, Fault, Msg, Subject, shown};
use crate::value::{Date, State, pin_fits};
use std::borrow::Cow;

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
        let word = |seat| held(scene.slot(seat)).and_then(|_| yes(&scene.content(seat)));
        let igst = payload::Supply::IgstWithin;
        self.supply = Supply {
            kind: SupplyKind::of(&scene.content(payload::Supply::Kind)),
            kind_span: told(scene.slot(payload::Supply::Kind)),
            reverse_charge: word(payload::Supply::ReverseCharge),
            reverse_span: told(scene.slot(payload::Supply::ReverseCharge)),
            igst_within: word(igst) == Some(true),
            unclear: held(scene.slot(igst)).is_some() && word(igst).is_none(),
        };
    }

    /// Whether the supply leaves the state, as far as that is known, and what is missing for
    /// it; worked out once.
    pub(super) fn leaves_state(&mut self, text: &str) -> (Option<bool>, u64) {
        *self.leaves.get_or_insert_with(|| {
            let mut gaps = Gaps::default();
            (leaves_state(&self.supply, &self.supplier, &self.buyer, text, &mut gaps), gaps.0)
        })
    }
}

/// Whether the supply leaves the state; of what is missing for that, gaps.
fn leaves_state(supply: &Supply, supplier: &Party, buyer: &Party, text: &str, gaps: &mut Gaps) -> Option<bool> {
    let Supply { kind, igst_within, unclear, .. } = *supply;
    if kind.is_export() || kind.is_sez() || igst_within {
        return Some(true);
    }
    let (from, to) = (supplier.located(text), buyer.place(text));
    gaps.note(Beside::Supplier, from.is_none());
    gaps.note(Beside::PlaceOfSupply, to.is_none());
    gaps.note(Beside::SupplyType, unclear && from == to);
    match (from?, to?) {
        (from, to) if from == to => (!unclear).then_some(false),
        _ => Some(true),
    }
}

/// Judges a party and returns what the invoice will ask of it.
pub(super) fn party(scene: &mut Scene<'_>) -> Party {
    let party = Party {
        gstin: told(scene.slot(Seat::Gstin)),
        state: told(scene.slot(Seat::State)),
        place_of_supply: told(scene.slot(Seat::PlaceOfSupply)),
        pin: told(scene.slot(Seat::Pin)),
    };
    let pin = content(party.pin, scene.text);
    if let Some(state) = party.located(scene.text)
        && pin_fits(&pin, state) == Some(false)
    {
        let fault = Fault::new(Msg::PinState).subject(Subject { name: "pincode", text: &pin }).shown(&state).plain(state.name());
        scene.raise(Some(Seat::Pin), fault);
    }
    party
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
    pub(super) fn of(book: &mut Book, scene: &Scene<'_>) -> Taxation {
        Taxation {
            leaves_state: book.leaves_state(scene.text).0,
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
        let gstin = content(self.gstin, text);
        State::from_code(gstin.get(..2)?).filter(|_| gstin.len() == 15)
    }

    /// The state by its code.
    pub(super) fn told(&self, text: &str) -> Option<State> {
        State::from_code(&content(self.state, text))
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
        State::from_code(&content(self.place_of_supply, text)).filter(|state| state.is_place_of_supply())
    }

    fn is_unregistered(&self, text: &str) -> bool {
        content(self.gstin, text) == "URP"
    }
}

/// The text that stands there.
fn content(span: Span, text: &str) -> Cow<'_, str> {
    Slot { value: Value::Text, from: span.from, to: span.to }.content(text)
}

/// A state that is not that of the GSTIN beside it.
pub(super) fn state_mismatch(party: &Party, way: &[Hop], scene: &mut Scene<'_>) {
    let text = scene.text;
    let (Some(told), Some(registered)) = (party.told(text), party.registered(text)) else {
        return;
    };
    // A provider of online services from abroad has no state.
    if told == registered || shown(&registered) == "99" {
        return;
    }
    let gstin = content(party.gstin, text);
    let fault = Fault::new(Msg::StateMismatch).shown(&told).shown(&registered).subject(Subject { name: "gstin", text: &gstin });
    scene.raise_at(way, party.state, false, fault.expected(&registered));
}

const BUYER: Hop = Hop::Field("buyerDetails");
const KIND: [Hop; 2] = [Hop::Field("transactionDetails"), Hop::Field("supplyType")];
const REVERSE: [Hop; 2] = [Hop::Field("transactionDetails"), Hop::Field("reverseChargeTax")];

/// What the parties and the kind of supply must agree on, once the invoice has been read.
pub(super) fn judge(book: &Book, scene: &mut Scene<'_>) {
    let Book { supply, supplier, buyer, .. } = book;
    let text = scene.text;
    let foreign = |state: Option<State>| state.map(|state| !state.is_in_india());
    if !supply.kind.is_export() && !supply.kind.is_sez() {
        state_mismatch(buyer, &[BUYER, Hop::Field("stateCode")], scene);
    }
    let gstin = content(buyer.gstin, text);
    if gstin.len() == 15 && content(supplier.gstin, text) == gstin {
        let fault = Fault::new(Msg::SameGstin).subject(Subject { name: "gstin", text: &gstin });
        scene.raise_at(&[BUYER, Hop::Field("gstin")], buyer.gstin, true, fault);
    }
    let kind = content(supply.kind_span, text);
    let say = |msg| Fault::new(msg).input(&kind);
    let at = |field| [BUYER, Hop::Field(field)];
    if supply.kind.is_export() {
        if scene.slot(payload::Doc::Export).value == Value::Absent {
            scene.raise_at(
                &[Hop::Field("exportDetails")],
                Span::default(),
                false,
                Fault::new(Msg::MissingForExport).plain("exportDetails"),
            );
        }
        if buyer.gstin.to > 0 && !buyer.is_unregistered(text) {
            scene.raise_at(&at("gstin"), buyer.gstin, true, say(Msg::ExportRegistered).wants("URP"));
        }
        if foreign(buyer.place(text)) == Some(false) {
            scene.raise_at(&at("placeOfSupply"), buyer.place_of_supply, false, say(Msg::ExportPlace).wants("96"));
        }
        if foreign(buyer.told(text)) == Some(false) {
            scene.raise_at(&at("stateCode"), buyer.state, false, say(Msg::ExportPlace).wants("96"));
        }
        if supply.reverse_charge == Some(true) {
            scene.raise_at(&REVERSE, supply.reverse_span, false, say(Msg::ReverseCharge).wants("N"));
        }
        return;
    }
    if supply.kind == SupplyKind::Unknown {
        return scene.sink.skip(Code::SupplyTypeMismatch, Beside::SupplyType.bit(), scene.shape);
    }
    if buyer.is_unregistered(text) {
        scene.raise_at(&at("gstin"), buyer.gstin, true, say(Msg::Unregistered));
    }
    if !supply.kind.is_sez() && foreign(buyer.place(text)) == Some(true) {
        scene.raise_at(&KIND, supply.kind_span, false, say(Msg::PlaceAbroad).wants("EXPWP or EXPWOP"));
    }
    if supply.kind == SupplyKind::DeemedExport && supply.reverse_charge == Some(true) {
        scene.raise_at(&REVERSE, supply.reverse_span, false, say(Msg::ReverseCharge).wants("N"));
    }
}

/// Whether a slot holds a text that is not empty.
pub(super) fn is_told(slot: Slot, text: &str) -> bool {
    slot.value == Value::Text && !slot.content(text).trim().is_empty()
}
