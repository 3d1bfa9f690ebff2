//! The parties: their GSTINs, states and PIN codes.

use super::{Check, Document, OneParty, Rule};
use crate::model::{Context, DocumentState, Party, content};
use crate::read::Anchor;
use crate::report::{Code, Diagnostic, MessageId, Subject, to_text};
use crate::term::{Group, PartyTerm, TermId};
use crate::value::pin_fits;

type Model<'m> = (&'m DocumentState, &'m Context);

pub(super) const PIN: Rule<OneParty> = Rule::new(
    Code::PinStateMismatch,
    term_set![
        Supplier: Gstin State Pin; Buyer: Gstin State Pin; Dispatch: Gstin State Pin;
        ShipTo: Gstin State Pin
    ],
    |model, check| pin_state(model, check),
);

pub(super) const STATE: Rule<OneParty> = Rule::new(
    Code::PartyStateMismatch,
    term_set![Supplier: Gstin State; Dispatch: Gstin State; ShipTo: Gstin State],
    |(group, party), check| state_mismatch(party, *group, Anchor::field(PartyTerm::State), check),
);

/// The buyer's state depends on the kind of supply, which may come after the buyer.
pub(super) const BUYER_STATE: Rule<Document> =
    Rule::new(Code::PartyStateMismatch, term_set![Document: Buyer; Buyer: Gstin State; Supply: Kind], |(state, _): &Model<'_>, check| {
        let DocumentState { supply, buyer, .. } = state;
        if supply.kind.is_export() || supply.kind.is_sez() {
            return Some(());
        }
        let anchor = Anchor::Below(term_id!(Buyer: State), 0, buyer.state);
        state_mismatch(buyer, Group::Buyer, anchor, check)
    });

pub(super) const SAME_GSTIN: Rule<Document> =
    Rule::new(Code::PartySameGstin, term_set![Document: Supplier Buyer; Supplier: Gstin; Buyer: Gstin], |(state, _): &Model<'_>, check| {
        let (text, DocumentState { supplier, buyer, .. }) = (check.cx.text, state);
        let gstin = content(buyer.gstin, text);
        if gstin.len() == 15 && content(supplier.gstin, text) == gstin {
            let term = term_id!(Buyer: Gstin);
            let subject = Subject { name: check.cx.name_below(term), text: &gstin };
            check.raise(Anchor::Below(term, 0, buyer.gstin), Diagnostic::new(MessageId::SameGstin).subject(subject));
        }
        Some(())
    });

/// A PIN code of another state than the party's.
fn pin_state((group, party): &(Group, Party), check: &mut Check<'_, '_>) -> Option<()> {
    let pin = content(party.pin, check.cx.text);
    let state = party.located()?;
    if pin_fits(&pin, state) == Some(false) {
        let name = check.cx.name_below(TermId::of(*group, PartyTerm::Pin as u8));
        let diagnostic = Diagnostic::new(MessageId::PinState).subject(Subject { name, text: &pin }).display(&state).plain(state.name());
        check.raise(Anchor::field(PartyTerm::Pin), diagnostic);
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
