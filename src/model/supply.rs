//! Who supplies whom, from where to where, and how that is taxed.

use crate::read::{ObjectContext, Slot, Span, Value};
use crate::term::{Group, PartyTerm, SupplyTerm, TermId, TermSet};
use crate::value::State;
use std::borrow::Cow;

/// The kind of a supply.
#[derive(Default, Clone, Copy)]
pub struct Supply {
    /// Its kind.
    pub kind: SupplyKind,
    /// Where the kind is written.
    pub kind_span: Span,
    /// Whether the buyer pays the tax.
    pub reverse_charge: Option<bool>,
    /// Where that is written.
    pub reverse_span: Span,
    /// Whether IGST is charged although the supply stays within a state.
    pub igst_within: bool,
    /// Whether the word for that could not be read.
    pub igst_unknown: bool,
}

/// The kinds of supply of INV-01.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub enum SupplyKind {
    /// It is not given, or with a word that is not known.
    #[default]
    Unknown,
    /// Business to business.
    B2b,
    /// To a special economic zone, with payment of the tax.
    SezWithPayment,
    /// To a special economic zone, without payment of the tax.
    SezWithoutPayment,
    /// Export with payment of the tax.
    ExportWithPayment,
    /// Export without payment of the tax.
    ExportWithoutPayment,
    /// Deemed export.
    DeemedExport,
}

impl SupplyKind {
    fn of(word: &str) -> SupplyKind {
        match word {
            "B2B" => SupplyKind::B2b,
            "SEZWP" => SupplyKind::SezWithPayment,
            "SEZWOP" => SupplyKind::SezWithoutPayment,
            "EXPWP" => SupplyKind::ExportWithPayment,
            "EXPWOP" => SupplyKind::ExportWithoutPayment,
            "DEXP" => SupplyKind::DeemedExport,
            _ => SupplyKind::Unknown,
        }
    }

    /// Whether it is an export.
    pub fn is_export(self) -> bool {
        matches!(self, SupplyKind::ExportWithPayment | SupplyKind::ExportWithoutPayment)
    }

    /// Whether it goes to a special economic zone.
    pub fn is_sez(self) -> bool {
        matches!(self, SupplyKind::SezWithPayment | SupplyKind::SezWithoutPayment)
    }

    /// Whether it is made without payment of the tax.
    pub fn is_without_payment(self) -> bool {
        matches!(self, SupplyKind::SezWithoutPayment | SupplyKind::ExportWithoutPayment)
    }
}

/// A yes or a no, in the usual spellings.
fn yes(word: &str) -> Option<bool> {
    let is = |words: [&str; 3]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    match (is(["Y", "YES", "TRUE"]), is(["N", "NO", "FALSE"])) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

impl Supply {
    /// The supply of an object of that kind; terms with words that are not known are unreadable.
    pub fn of(cx: &ObjectContext<'_>, unreadable: &mut TermSet) -> Supply {
        let mut word = |term: SupplyTerm| {
            let slot = cx.slot(term);
            let yes = yes(&slot.content(cx.text)).filter(|_| slot.is_text());
            if yes.is_none() && slot.is_given() {
                unreadable.insert(TermId::of(Group::Supply, term as u8));
            }
            yes
        };
        let (reverse_charge, igst_within) = (word(SupplyTerm::ReverseCharge), word(SupplyTerm::IgstWithin));
        let kind = SupplyKind::of(&cx.content(SupplyTerm::Kind));
        if kind == SupplyKind::Unknown && cx.slot(SupplyTerm::Kind).is_given() {
            unreadable.insert(term_id!(Supply: Kind));
        }
        Supply {
            kind,
            kind_span: cx.slot(SupplyTerm::Kind).text_span(),
            reverse_charge,
            reverse_span: cx.slot(SupplyTerm::ReverseCharge).text_span(),
            igst_within: igst_within == Some(true),
            igst_unknown: igst_within.is_none() && cx.slot(SupplyTerm::IgstWithin).is_given(),
        }
    }

    /// Whether the supply leaves the state, if that is known; the terms that are missing for it.
    pub fn leaves_state(&self, supplier: &Party, buyer: &Party) -> (Option<bool>, TermSet) {
        let mut missing = TermSet::EMPTY;
        if self.kind.is_export() || self.kind.is_sez() || self.igst_within {
            return (Some(true), missing);
        }
        let (from, to) = (supplier.located(), buyer.place);
        if from.is_none() {
            missing.insert_set(&term_set![Supplier: Gstin State]);
        }
        if to.is_none() {
            missing.insert_set(&term_set![Buyer: PlaceOfSupply]);
        }
        let leaves = match (from, to) {
            (Some(from), Some(to)) if from != to => Some(true),
            (Some(_), Some(_)) if self.igst_unknown => {
                missing = term_set![Supply: IgstWithin];
                None
            }
            (Some(_), Some(_)) => Some(false),
            _ => None,
        };
        (leaves, missing)
    }
}

/// A party to the invoice, or a place where goods leave or arrive.
#[derive(Default, Clone, Copy)]
pub struct Party {
    /// Where the GSTIN is written.
    pub gstin: Span,
    /// Where the code of the state is written.
    pub state: Span,
    /// Where the place of supply is written.
    pub place_of_supply: Span,
    /// Where the PIN code is written.
    pub pin: Span,
    /// The state of registration, by the GSTIN.
    pub registered: Option<State>,
    /// Whether it is a party without registration.
    pub unregistered: bool,
    /// The state by its code.
    pub given: Option<State>,
    /// The place of supply, if it can be one.
    pub place: Option<State>,
}

impl Party {
    /// The party of an object of that kind; terms whose values mean nothing are unreadable.
    pub fn of(group: Group, cx: &ObjectContext<'_>, unreadable: &mut TermSet) -> Party {
        let span = |term: PartyTerm| cx.slot(term).text_span();
        let (gstin, state, place_of_supply) = (span(PartyTerm::Gstin), span(PartyTerm::State), span(PartyTerm::PlaceOfSupply));
        let number = content(gstin, cx.text);
        let code = |span: Span| if span.to > 0 { State::from_code(&content(span, cx.text)) } else { None };
        let party = Party {
            gstin,
            state,
            place_of_supply,
            pin: span(PartyTerm::Pin),
            registered: number.get(..2).filter(|_| number.len() == 15).and_then(State::from_code),
            unregistered: number == "URP",
            given: code(state),
            place: code(place_of_supply).filter(|state| state.is_place_of_supply()),
        };
        let known = [
            (PartyTerm::Gstin, gstin, party.registered.is_some() || party.unregistered),
            (PartyTerm::State, state, party.given.is_some()),
            (PartyTerm::PlaceOfSupply, place_of_supply, party.place.is_some()),
        ];
        for (term, _, _) in known.into_iter().filter(|(_, span, known)| span.to > 0 && !known) {
            unreadable.insert(TermId::of(group, term as u8));
        }
        party
    }

    /// The state, if the code and the GSTIN do not contradict each other.
    pub fn located(&self) -> Option<State> {
        match (self.given, self.registered) {
            (Some(given), Some(registered)) => (given == registered).then_some(given),
            (given, registered) => given.or(registered),
        }
    }
}

/// The content of a string.
pub fn content(span: Span, text: &str) -> Cow<'_, str> {
    Slot { value: Value::Text, from: span.from, to: span.to }.content(text)
}
