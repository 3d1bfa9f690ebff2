//! Taxes, discounts and charges in a list: each says by a word which one it is.

use super::{Charge, Rule};
use crate::model::{Context, ValueKind};
use crate::read::{Anchor, Value};
use crate::report::{Code, Diagnostic, MessageId, Subject};
use crate::term::{ChargeTerm, Group, TermId};

type Model<'m> = (Option<ValueKind>, &'m Context);

pub(super) const KIND_UNKNOWN: Rule<Charge> = Rule::new(
    Code::ValueKindUnknown,
    term_set![ItemCharge: Kind; ItemRate: Kind; DocumentCharge: Kind],
    |(kind, context): &Model<'_>, check| {
        if kind.is_none() && check.cx.slot(ChargeTerm::Kind).value == Value::Text {
            let content = check.cx.content(ChargeTerm::Kind);
            let diagnostic = Diagnostic::new(MessageId::WordNotKnown).input(&content).display(&context.words.to_text());
            check.raise(Anchor::field(ChargeTerm::Kind), diagnostic);
        }
        Some(())
    },
);

/// The table of rates has a minimum of its own.
pub(super) const NEGATIVE: Rule<Charge> =
    Rule::new(Code::AmountNegative, term_set![ItemCharge: Kind Value; DocumentCharge: Kind Value], |(kind, _): &Model<'_>, check| {
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
                check.raise(Anchor::field(ChargeTerm::Value), diagnostic);
            }
        }
        Some(())
    });
