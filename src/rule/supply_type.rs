//! The kind of supply, compared with the parties, the place of supply and reverse charge.

use super::{Check, Document, DocumentModel, Rule};
use crate::model::{DocumentState, SupplyKind, content};
use crate::read::Anchor;
use crate::report::{Diagnostic, MessageId};
use crate::term::DocumentTerm;
use crate::value::State;

rule! {
    /// A supply type that contradicts the parties, the place of supply or the reverse charge.
    SupplyTypeMismatch "supply.type-mismatch" Documented "e-invoice validations 2162, 2171, 2212, 2229, 2232, 2242, 2248, 2261" {
        ExportRegistered Error [Supply Kind, Buyer Gstin] "{Kind} {0} is an export; set the buyer's {Gstin} to URP, or correct {Kind}";
        ExportPlace Error [Supply Kind, Buyer State, Buyer PlaceOfSupply] "{Kind} {0} is an export; set the buyer's {State} and {PlaceOfSupply} to 96 (other countries)";
        PlaceAbroad Error [Supply Kind, Buyer PlaceOfSupply] "{Kind} is {0}, but {PlaceOfSupply} is 96 (other countries); use an export {Kind} (EXPWP, EXPWOP) or the code of the state";
        Unregistered Error [Supply Kind, Buyer Gstin] "{Kind} is {0}, but the buyer's {Gstin} is URP (unregistered); give the buyer's GSTIN, which this {Kind} requires";
        ReverseCharge Error [Supply Kind, Supply ReverseCharge] "{Kind} {0} does not allow reverse charge; set {ReverseCharge} to N";
    }
    MISMATCH: Document on DOCUMENT reads term_set![Document: Supply Buyer; Supply: Kind ReverseCharge; Buyer: Gstin State PlaceOfSupply] => mismatch;
}

rule! {
    of FieldMissing
    EXPORT_DETAILS: Document on DOCUMENT reads term_set![Document: Supply; Supply: Kind] => export_details;
}

fn export_details((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if state.supply.kind.is_export() && check.cx.slot(DocumentTerm::Export).is_absent() {
        let name = check.cx.name(DocumentTerm::Export);
        check.raise(Anchor::Absent(DocumentTerm::Export as u8), Diagnostic::new(MessageId::MissingForExport).plain(name));
    }
    Some(())
}

/// A kind of supply that the parties, the place or reverse charge contradict.
fn mismatch((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let DocumentState { supply, buyer, .. } = state;
    let text = check.cx.text;
    let kind = content(supply.kind_span, text);
    let say = |message| Diagnostic::new(message).input(&kind);
    let foreign = |state: Option<State>| state.map(|state| !state.is_in_india());
    let registered = buyer.gstin.to > 0 && !buyer.unregistered;
    let reverse_charge = supply.reverse_charge == Some(true);
    if supply.kind == SupplyKind::Unknown {
        check.missing(term_id!(Supply: Kind));
        return None;
    }
    if supply.kind.is_export() {
        if registered {
            check.raise_below(term_id!(Buyer: Gstin), 0, buyer.gstin, say(MessageId::ExportRegistered).expected_text("URP"));
        }
        if foreign(buyer.place) == Some(false) {
            check.raise_below(term_id!(Buyer: PlaceOfSupply), 0, buyer.place_of_supply, say(MessageId::ExportPlace).expected_text("96"));
        }
        if foreign(buyer.given) == Some(false) {
            check.raise_below(term_id!(Buyer: State), 0, buyer.state, say(MessageId::ExportPlace).expected_text("96"));
        }
    } else {
        if buyer.unregistered {
            check.raise_below(term_id!(Buyer: Gstin), 0, buyer.gstin, say(MessageId::Unregistered));
        }
        if !supply.kind.is_sez() && foreign(buyer.place) == Some(true) {
            check.raise_below(term_id!(Supply: Kind), 0, supply.kind_span, say(MessageId::PlaceAbroad).expected_text("EXPWP or EXPWOP"));
        }
    }
    if reverse_charge && (supply.kind.is_export() || supply.kind == SupplyKind::DeemedExport) {
        check.raise_below(term_id!(Supply: ReverseCharge), 0, supply.reverse_span, say(MessageId::ReverseCharge).expected_text("N"));
    }
    Some(())
}
