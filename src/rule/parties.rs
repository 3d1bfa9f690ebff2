//! The parties: their GSTINs, states and PIN codes.

use super::{Check, Document, DocumentModel, OneParty, Rule};
use crate::model::{DocumentState, Party, content};
use crate::read::Anchor;
use crate::report::{Diagnostic, MessageId, Subject, to_text};
use crate::term::{Group, PartyTerm, TermId};
use crate::value::pin_fits;

rule! {
    /// A PIN code of another state than the one given with it.
    PinStateMismatch "pin.state-mismatch" Documented "e-invoice masters, PIN codes (October 2024)" {
        PinState Warning "{0} is not a PIN code of {2} ({1}) in the e-invoice master list; check the PIN code and the state";
    }
    PIN: OneParty on PARTY, BUYER reads term_set![Supplier: Gstin State Pin; Buyer: Gstin State Pin; Dispatch: Gstin State Pin; ShipTo: Gstin State Pin] => pin_state;
}

rule! {
    /// A state that is not the state of the GSTIN given with it.
    PartyStateMismatch "party.state-mismatch" Documented "e-invoice validations 2258, 2265" {
        StateMismatch Error "the state is given as {0}, but {2} is registered in state {1}; correct one of them";
    }
    STATE: OneParty on PARTY reads term_set![Supplier: Gstin State; Dispatch: Gstin State; ShipTo: Gstin State] => state;
    /// The buyer's state depends on the kind of supply, which may come after the buyer.
    BUYER_STATE: Document on DOCUMENT reads term_set![Document: Buyer; Buyer: Gstin State; Supply: Kind] => buyer_state;
}

fn state((group, party): &(Group, Party), check: &mut Check<'_, '_>) -> Option<()> {
    state_mismatch(party, *group, Anchor::field(PartyTerm::State), check)
}

fn buyer_state((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let DocumentState { supply, buyer, .. } = state;
    if supply.kind.is_export() || supply.kind.is_sez() {
        return Some(());
    }
    let anchor = Anchor::Below(term_id!(Buyer: State), 0, buyer.state);
    state_mismatch(buyer, Group::Buyer, anchor, check)
}

rule! {
    /// Supplier and buyer with the same GSTIN.
    PartySameGstin "party.same-gstin" Documented "e-invoice validation 2211" {
        SameGstin Error "{0} is also the supplier's GSTIN; give the buyer's GSTIN";
    }
    SAME_GSTIN: Document on DOCUMENT reads term_set![Document: Supplier Buyer; Supplier: Gstin; Buyer: Gstin] => same_gstin;
}

fn same_gstin((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let (text, DocumentState { supplier, buyer, .. }) = (check.cx.text, state);
    let gstin = content(buyer.gstin, text);
    if gstin.len() == 15 && content(supplier.gstin, text) == gstin {
        let term = term_id!(Buyer: Gstin);
        let subject = Subject { name: check.cx.name_below(term), text: &gstin };
        check.raise_below(term, 0, buyer.gstin, Diagnostic::new(MessageId::SameGstin).subject(subject));
    }
    Some(())
}

/// A PIN code of another state than the party's.
fn pin_state((group, party): &(Group, Party), check: &mut Check<'_, '_>) -> Option<()> {
    let pin = content(party.pin, check.cx.text);
    let state = party.located()?;
    if pin_fits(&pin, state) == Some(false) {
        let name = check.cx.name_below(TermId::of(*group, PartyTerm::Pin as u8));
        let diagnostic = Diagnostic::new(MessageId::PinState).subject(Subject { name, text: &pin }).display(&state).plain(state.name());
        check.raise_field(PartyTerm::Pin, diagnostic);
    }
    Some(())
}

/// A state that is not that of the GSTIN.
fn state_mismatch(party: &Party, group: Group, anchor: Anchor, check: &mut Check<'_, '_>) -> Option<()> {
    let (Some(given), Some(registered)) = (party.given, party.registered) else {
        return Some(());
    };
    // A provider of online services from abroad has no state.
    if given != registered && to_text(&registered) != "99" {
        let (gstin, name) = (content(party.gstin, check.cx.text), check.cx.name_below(TermId::of(group, PartyTerm::Gstin as u8)));
        let diagnostic = Diagnostic::new(MessageId::StateMismatch).display(&given).display(&registered);
        check.raise(anchor, diagnostic.subject(Subject { name, text: &gstin }).expected(&registered));
    }
    Some(())
}
