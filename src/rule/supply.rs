//! Who supplies whom, and from where to where.

use super::book::{Book, Party, Supply, SupplyKind, held, told};
use super::known::Gaps;
use crate::payload::{self, ExternalTerm, PartyTerm};
use crate::read::{ObjectContext, Segment, Slot, Span, Value};
use crate::report::{Code, Diagnostic, MessageId, Subject, to_text};
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
    pub(super) fn note_supply(&mut self, cx: &ObjectContext<'_>) {
        let word = |term| held(cx.slot(term)).and_then(|_| yes(&cx.content(term)));
        let igst = payload::SupplyTerm::IgstWithin;
        self.supply = Supply {
            kind: SupplyKind::of(&cx.content(payload::SupplyTerm::Kind)),
            kind_span: told(cx.slot(payload::SupplyTerm::Kind)),
            reverse_charge: word(payload::SupplyTerm::ReverseCharge),
            reverse_span: told(cx.slot(payload::SupplyTerm::ReverseCharge)),
            igst_within: word(igst) == Some(true),
            unclear: held(cx.slot(igst)).is_some() && word(igst).is_none(),
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
    gaps.note(ExternalTerm::Supplier, from.is_none());
    gaps.note(ExternalTerm::PlaceOfSupply, to.is_none());
    gaps.note(ExternalTerm::SupplyType, unclear && from == to);
    match (from?, to?) {
        (from, to) if from == to => (!unclear).then_some(false),
        _ => Some(true),
    }
}

/// Judges a party and returns what the invoice will ask of it.
pub(super) fn party(cx: &mut ObjectContext<'_>) -> Party {
    let party = Party {
        gstin: told(cx.slot(PartyTerm::Gstin)),
        state: told(cx.slot(PartyTerm::State)),
        place_of_supply: told(cx.slot(PartyTerm::PlaceOfSupply)),
        pin: told(cx.slot(PartyTerm::Pin)),
    };
    let pin = content(party.pin, cx.text);
    if let Some(state) = party.located(cx.text)
        && pin_fits(&pin, state) == Some(false)
    {
        let fault =
            Diagnostic::new(MessageId::PinState).subject(Subject { name: "pincode", text: &pin }).display(&state).plain(state.name());
        cx.raise(Some(PartyTerm::Pin), fault);
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
    pub(super) fn of(book: &mut Book, cx: &ObjectContext<'_>) -> Taxation {
        Taxation {
            leaves_state: book.leaves_state(cx.text).0,
            without_payment: book.supply.kind.is_without_payment(),
            reverse_charge: book.supply.reverse_charge == Some(true),
            day: match cx.slot(payload::DocumentTerm::Ts).value {
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
pub(super) fn state_mismatch(party: &Party, way: &[Segment], cx: &mut ObjectContext<'_>) {
    let text = cx.text;
    let (Some(told), Some(registered)) = (party.told(text), party.registered(text)) else {
        return;
    };
    // A provider of online services from abroad has no state.
    if told == registered || to_text(&registered) == "99" {
        return;
    }
    let gstin = content(party.gstin, text);
    let fault =
        Diagnostic::new(MessageId::StateMismatch).display(&told).display(&registered).subject(Subject { name: "gstin", text: &gstin });
    cx.raise_at(way, party.state, false, fault.expected(&registered));
}

const BUYER: Segment = Segment::Field("buyerDetails");
const KIND: [Segment; 2] = [Segment::Field("transactionDetails"), Segment::Field("supplyType")];
const REVERSE: [Segment; 2] = [Segment::Field("transactionDetails"), Segment::Field("reverseChargeTax")];

/// What the parties and the kind of supply must agree on, once the invoice has been read.
pub(super) fn judge(book: &Book, cx: &mut ObjectContext<'_>) {
    let Book { supply, supplier, buyer, .. } = book;
    let text = cx.text;
    let foreign = |state: Option<State>| state.map(|state| !state.is_in_india());
    if !supply.kind.is_export() && !supply.kind.is_sez() {
        state_mismatch(buyer, &[BUYER, Segment::Field("stateCode")], cx);
    }
    let gstin = content(buyer.gstin, text);
    if gstin.len() == 15 && content(supplier.gstin, text) == gstin {
        let fault = Diagnostic::new(MessageId::SameGstin).subject(Subject { name: "gstin", text: &gstin });
        cx.raise_at(&[BUYER, Segment::Field("gstin")], buyer.gstin, true, fault);
    }
    let kind = content(supply.kind_span, text);
    let say = |msg| Diagnostic::new(msg).input(&kind);
    let at = |field| [BUYER, Segment::Field(field)];
    if supply.kind.is_export() {
        if cx.slot(payload::DocumentTerm::Export).value == Value::Absent {
            cx.raise_at(
                &[Segment::Field("exportDetails")],
                Span::default(),
                false,
                Diagnostic::new(MessageId::MissingForExport).plain("exportDetails"),
            );
        }
        if buyer.gstin.to > 0 && !buyer.is_unregistered(text) {
            cx.raise_at(&at("gstin"), buyer.gstin, true, say(MessageId::ExportRegistered).expected_text("URP"));
        }
        if foreign(buyer.place(text)) == Some(false) {
            cx.raise_at(&at("placeOfSupply"), buyer.place_of_supply, false, say(MessageId::ExportPlace).expected_text("96"));
        }
        if foreign(buyer.told(text)) == Some(false) {
            cx.raise_at(&at("stateCode"), buyer.state, false, say(MessageId::ExportPlace).expected_text("96"));
        }
        if supply.reverse_charge == Some(true) {
            cx.raise_at(&REVERSE, supply.reverse_span, false, say(MessageId::ReverseCharge).expected_text("N"));
        }
        return;
    }
    if supply.kind == SupplyKind::Unknown {
        return cx.sink.skip(Code::SupplyTypeMismatch, ExternalTerm::SupplyType.bit(), cx.shape);
    }
    if buyer.is_unregistered(text) {
        cx.raise_at(&at("gstin"), buyer.gstin, true, say(MessageId::Unregistered));
    }
    if !supply.kind.is_sez() && foreign(buyer.place(text)) == Some(true) {
        cx.raise_at(&KIND, supply.kind_span, false, say(MessageId::PlaceAbroad).expected_text("EXPWP or EXPWOP"));
    }
    if supply.kind == SupplyKind::DeemedExport && supply.reverse_charge == Some(true) {
        cx.raise_at(&REVERSE, supply.reverse_span, false, say(MessageId::ReverseCharge).expected_text("N"));
    }
}

/// Whether a slot holds a text that is not empty.
pub(super) fn is_told(slot: Slot, text: &str) -> bool {
    slot.value == Value::Text && !slot.content(text).trim().is_empty()
}
