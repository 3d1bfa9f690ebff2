//! Taxes, discounts and charges in a list: each says by a word which one it is.

use super::{Charge, ChargeModel, Check, Rule};
use crate::model::ValueKind;
use crate::report::{Diagnostic, MessageId, Subject};
use crate::term::{ChargeTerm, Group, TermId};

rule! {
    /// An unknown type of tax, discount or charge.
    ValueKindUnknown "value.kind-unknown" Inferred "inferred: the API documentation does not list the types; option words" {
        WordNotKnown Warning "{0} is not one of the known types ({1}), so its amount was not checked; use one of them or set the option `words`";
    }
    KIND_UNKNOWN: Charge on CHARGE reads term_set![ItemCharge: Kind; ItemRate: Kind; DocumentCharge: Kind] => kind_unknown;
}

fn kind_unknown((kind, context): &ChargeModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if kind.is_none() && check.cx.slot(ChargeTerm::Kind).is_text() {
        let content = check.cx.content(ChargeTerm::Kind);
        let diagnostic = Diagnostic::new(MessageId::WordNotKnown).input(&content).display(&context.words.to_text());
        check.raise_field(ChargeTerm::Kind, diagnostic);
    }
    Some(())
}

rule! {
    of AmountNegative
    /// The table of rates has a minimum of its own.
    NEGATIVE: Charge on CHARGE reads term_set![ItemCharge: Kind Value; DocumentCharge: Kind Value] => negative;
}

fn negative((kind, _): &ChargeModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let slot = check.cx.slot(ChargeTerm::Value);
    slot.units().filter(|amount| *amount < 0)?;
    let group = check.cx.shape.object.group().filter(|group| *group != Group::ItemRate)?;
    match kind {
        None => {
            check.missing(TermId::of(group, ChargeTerm::Kind as u8));
            return None;
        }
        Some(ValueKind::RoundOff) => {}
        Some(_) => {
            let subject = Subject { name: check.cx.name(ChargeTerm::Value), text: slot.text(check.cx.text) };
            let diagnostic = Diagnostic::new(MessageId::Negative).subject(subject).expected_text(">= 0");
            check.raise_field(ChargeTerm::Value, diagnostic);
        }
    }
    Some(())
}
