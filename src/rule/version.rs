//! Versions: they do not go back, and only an edit raises them.

use super::{Check, Document, DocumentModel, Object, Rule};
use crate::model::Context;
use crate::report::{Diagnostic, MessageId};
use crate::term::{Group, TermId, TransitionTerm, VersionTerm};

rule! {
    /// A version that goes down.
    VersionDecreasing "version.decreasing" Inferred "inferred: versions count up" {
        VersionBack Error [Version New, Version Current] "{New} {0} is lower than {Current} {1}; a version never goes down, so correct it";
    }
    DECREASING: Object on VERSION reads term_set![Version: Current New] => decreasing;
}

fn decreasing(_: &Context, check: &mut Check<'_, '_>) -> Option<()> {
    for term in [VersionTerm::Current, VersionTerm::New] {
        if check.cx.slot(term).is_given() && check.cx.slot(term).int().is_none() {
            check.missing(TermId::of(Group::Version, term as u8));
        }
    }
    let (current, new) = (check.cx.slot(VersionTerm::Current).int()?, check.cx.slot(VersionTerm::New).int()?);
    if new < current {
        let diagnostic = Diagnostic::new(MessageId::VersionBack).display(&new).display(&current).at_least(&current);
        check.raise_field(VersionTerm::New, diagnostic);
    }
    Some(())
}

rule! {
    /// A version that is raised without an edit, or not raised by one.
    VersionStep "version.step" Inferred "inferred: an edit raises the version by one, other changes keep it" {
        VersionOfEdit Warning [Version New, Version Current] "{New} is {0} and {Current} is {1}; an edit raises the version by one, so send {2}";
        VersionKept Warning [Version New, Version Current] "{New} is {0} and {Current} is {1}; only an edit raises the version, so send {2}";
    }
    STEP: Document on CALL, PAID_INVOICE, DOCUMENT reads term_set![Version: Current New; Transition: From To; Document: Version Transition; StatusCall: Version Transition; PaidInvoice: Version Transition] => step;
}

/// A version that is raised by something else than an edit, or is not raised by one.
fn step((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let Some(version) = state.version else {
        return Some(());
    };
    let raised = version.new.saturating_sub(version.current);
    let edited = match state.transition.map(|transition| (transition.from, transition.to)) {
        // The first sending may raise it.
        Some((Some("CREATED"), Some("SENT_TO_BUYER"))) if matches!(raised, 0 | 1) => return Some(()),
        Some((Some(_), Some("SENT_TO_BUYER"))) => 1,
        Some((Some(_), Some(_))) => 0,
        change => {
            let (from, to) = change.unwrap_or_default();
            for (term, status) in [(TransitionTerm::From, from), (TransitionTerm::To, to)] {
                if status.is_none() {
                    check.missing(TermId::of(Group::Transition, term as u8));
                }
            }
            return None;
        }
    };
    if raised >= 0 && raised != edited {
        let right = version.current.saturating_add(edited);
        let message = if edited == 1 { MessageId::VersionOfEdit } else { MessageId::VersionKept };
        let diagnostic = Diagnostic::new(message).display(&version.new).display(&version.current).display(&right).expected(&right);
        check.raise_below(term_id!(Version: New), 0, version.span, diagnostic);
    }
    Some(())
}
