//! The life-cycle: changes from one status to the next, and who may make them.

use super::{Check, Document, DocumentModel, Invoice, Rule};
use crate::lifecycle::{APPROVAL, Actor, EARLY_PAYMENT, INVOICE, Machine, PAYMENT_STATE, Strictness, Transition, TransitionEvidence};
use crate::model::{Receivable, StatusChange};
use crate::read::{Anchor, Span, slot_of};
use crate::report::{Arg, Diagnostic, MessageId, joined};
use crate::term::{Group, ObjectKind, ReceivableTerm, StatusCallTerm, TermId, TermSet, TransitionTerm};

rule! {
    /// A change of status that is neither documented nor inferred.
    StatusTransition "status.transition" Inferred "inferred: the API documentation gives actions and states, not the transitions" {
        NoStep Error "the status cannot change from {0} to {1}; it can change to {2}";
        NoStepDocumented Error "the status cannot change from {0} to {1}; the API documentation shows no status after {0}";
        StepOutOfEnd Error "{0} is a final status; it cannot change, not even to {1}";
        ActionElsewhere Error "{0} is not possible in status {1}; possible actions: {2}";
        ActionNowhere Error "{0} is not possible in status {1}, and neither is any other action of this call";
        StepUnlikely Warning "{0} changes from {1} to {2}, which is unusual, so check it; what usually comes next: {3}";
    }
    TRANSITION: Document on TRANSITION reads term_set![Transition: From To] => transition;
    MOVED: Invoice on FLAT_INVOICE reads term_set![Receivable: ApprovalStatus InvoiceStatus EarlyStatus NbblStatus; External: Current] => moved;
}

rule! {
    /// A change of status that is inferred, not documented.
    StatusUndocumented "status.undocumented" Inferred "inferred from actions and the states' names" {
        StepInferred Warning "the change from {0} to {1} is not documented; bijak infers that it is allowed, so check that you mean it";
        StepNotDocumented Error "the change from {0} to {1} is not documented, and the option `lifecycle` allows only documented changes";
    }
    UNDOCUMENTED: Document on TRANSITION reads term_set![Transition: From To] => undocumented;
}

fn undocumented((state, context): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let change = state.transition?;
    let (from, to) = need_change(change, check)?;
    if change.known.is_some_and(|transition| transition.evidence == TransitionEvidence::Inferred) {
        let message = match context.lifecycle {
            Strictness::Documented => MessageId::StepNotDocumented,
            Strictness::Lenient => MessageId::StepInferred,
        };
        check.raise_field(TransitionTerm::To, Diagnostic::new(message).plain(from).plain(to));
    }
    Some(())
}

/// The action of a call, and the status that it leads to.
const OUTCOME: TermSet = term_set![Transition: To; StatusCall: Action Transition];

rule! {
    /// A change of status that only the other side can make.
    StatusActor "status.actor" Documented "EnKash pages Confirm Invoice, Change Invoice Status and Payment Confirmation" {
        OtherSide Error "only the {2} can change {0} to {1} ({3}), not the {4}; leave this change to that side";
        OtherSideInferred Warning "it seems that only the {2} can change {0} to {1} ({3}), not the {4}; check it";
        RejectOnPlatform Error "only a payment made off the platform can be rejected; this one is ONPLATFORM, so send ACCEPT";
    }
    ACTOR: Document on CALL, PAID_INVOICE reads term_set![Transition: From To; StatusCall: Transition; PaidInvoice: Transition] => actor;
    REJECT_ON_PLATFORM: Document on PAYMENT reads term_set![StatusCall: Action Kind] => reject_on_platform;
}

fn reject_on_platform(_: &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if check.cx.content(StatusCallTerm::Action) == "REJECT" && check.cx.content(StatusCallTerm::Kind) == "ONPLATFORM" {
        let diagnostic = Diagnostic::new(MessageId::RejectOnPlatform).expected_text("ACCEPT");
        check.raise_field(StatusCallTerm::Action, diagnostic);
    }
    Some(())
}

rule! {
    /// An action that leads to a status other than newStatus.
    StatusPayloadMismatch "status.payload-mismatch" Documented "EnKash pages Confirm Invoice and Change Invoice Status" {
        ActionMismatch Error [Transition To] "{0} leads to {1}, but {To} is {2}; correct one of them";
        ActionMismatchInferred Warning [Transition To] "{0} probably leads to {1}, but {To} is {2}; check it";
    }
    MISMATCH: Document on CALL reads OUTCOME => mismatch;
    PAYMENT_MISMATCH: Document on PAYMENT reads term_set![Transition: To; StatusCall: Action Invoices; PaidInvoice: Transition] => payment_mismatch;
}

fn mismatch((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let change = state.transition?;
    let outcome = outcome(check)?;
    not_outcome(outcome, change, to_of_transition(0, change.to_span), check)
}

fn payment_mismatch((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let outcome = outcome(check)?;
    for (index, change) in &state.settled {
        not_outcome(outcome, *change, to_of_transition(*index, change.to_span), check);
    }
    Some(())
}

rule! {
    /// A status, version or invoice id that differs from the stored invoice.
    StatusOutdated "status.outdated" Own "courtesy of bijak, with the option current" {
        StatusElsewhere Warning [Transition From] "{From} is {0}, but the status of the stored invoice is {1}; start from that status";
        VersionElsewhere Warning [Version Current] "{Current} is {0}, but the version of the stored invoice is {1}; start from that version";
        OtherInvoice Warning "{0} differs from the stored invoice, which has {1}; check which invoice is meant";
    }
    OUTDATED: Document on CALL reads term_set![Transition: From; Version: Current; External: Current; StatusCall: ObjectId Number Version Transition] => outdated;
}

rule! {
    /// Statuses that contradict each other or the amounts.
    StatusIncoherent "status.incoherent" Inferred "inferred from the names of the statuses" {
        StatusesApart Warning "{0} is {1}, but {2} is {3}; {4} would match";
        StatusAgainstPaid Warning [Receivable InvoiceStatus] "{InvoiceStatus} is {0}, but {1} of {2} is paid; {3} would match";
    }
    INCOHERENT: Invoice on FLAT_INVOICE reads term_set![Receivable: InvoiceStatus NbblStatus PaymentStatus PaidTillNow InvoiceAmount TotalAmount Tds] => incoherent;
}

/// The machine of each status of EnKash's own invoice.
const MACHINES: [(ReceivableTerm, &Machine); 4] = [
    (ReceivableTerm::ApprovalStatus, &APPROVAL),
    (ReceivableTerm::InvoiceStatus, &PAYMENT_STATE),
    (ReceivableTerm::EarlyStatus, &EARLY_PAYMENT),
    (ReceivableTerm::NbblStatus, &INVOICE),
];

/// Where the new status of a change is.
fn to_of_transition(index: u32, span: Span) -> Anchor {
    Anchor::Below(term_id!(Transition: To), index, span)
}

/// Both statuses of a change; a word that is not known is missing.
fn need_change(change: StatusChange, check: &mut Check<'_, '_>) -> Option<(&'static str, &'static str)> {
    for (term, status) in [(TransitionTerm::From, change.from), (TransitionTerm::To, change.to)] {
        if status.is_none() {
            check.missing(TermId::of(Group::Transition, term as u8));
        }
    }
    change.from.zip(change.to)
}

/// A change that no source and no reading of the statuses allows.
fn transition((state, context): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let change = state.transition?;
    let (from, to) = need_change(change, check)?;
    if change.known.is_none() {
        let next = next(from, context.lifecycle);
        let message = match next.is_empty() {
            true if INVOICE.is_terminal(from) => MessageId::StepOutOfEnd,
            true => MessageId::NoStepDocumented,
            false => MessageId::NoStep,
        };
        let diagnostic = Diagnostic::new(message).plain(from).plain(to).display(&next);
        let diagnostic = if next.is_empty() { diagnostic } else { diagnostic.expected(&next) };
        check.raise_field(TransitionTerm::To, diagnostic);
    }
    Some(())
}

/// The statuses that may come next, as a list for a message.
fn next(from: &str, strictness: Strictness) -> String {
    let counts = |transition: &&Transition| strictness == Strictness::Lenient || transition.evidence != TransitionEvidence::Inferred;
    let mut statuses: Vec<&str> = Vec::new();
    for transition in INVOICE.next(from).filter(counts) {
        if !statuses.contains(&transition.to) {
            statuses.push(transition.to);
        }
    }
    joined(statuses.into_iter(), ", ")
}

/// A change that the other side makes.
fn actor((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let side = if check.cx.shape.object == ObjectKind::Confirmation { Actor::Buyer } else { Actor::Supplier };
    let change = state.transition?;
    let (from, to) = need_change(change, check)?;
    let transitions = || INVOICE.next(from).filter(|transition| transition.to == to);
    if transitions().any(|transition| transition.actor == side) {
        return Some(());
    }
    if let Some(transition) = transitions().next() {
        let inferred = transition.evidence == TransitionEvidence::Inferred;
        let diagnostic = Diagnostic::new(if inferred { MessageId::OtherSideInferred } else { MessageId::OtherSide })
            .plain(from)
            .plain(to)
            .arg(Arg::Phrase(transition.actor.as_str()))
            .arg(Arg::Phrase(transition.by))
            .arg(Arg::Phrase(side.as_str()));
        check.raise(to_of_transition(0, change.to_span), diagnostic);
    }
    Some(())
}

/// The statuses that an action leads to, and whether that is more than our reading.
type Outcome = (ObjectKind, &'static str, &'static [&'static str], bool);

const OUTCOMES: &[Outcome] = &[
    (ObjectKind::StatusChange, "CANCEL", &["CANCELLED"], true),
    (ObjectKind::Confirmation, "ACCEPT", &["ACCEPTED"], true),
    (ObjectKind::Confirmation, "REJECT", &["REJECTED"], true),
    (ObjectKind::Confirmation, "RETURN", &["UNDER_REVIEW"], false),
    (ObjectKind::PaymentConfirmation, "ACCEPT", &["FULLY_PAID", "PARTIALLY_PAID"], true),
    (ObjectKind::PaymentConfirmation, "REJECT", &["ACCEPTED", "PARTIALLY_PAID"], false),
];

/// What an action of a call leads to, as far as it is known.
fn outcome_of(object: ObjectKind, action: &str) -> Option<&'static Outcome> {
    OUTCOMES.iter().find(|(known, word, ..)| *known == object && *word == action)
}

/// The status that an action of a call leads to, as far as it is known.
#[cfg(feature = "bharat-connect")]
pub fn status_after(object: ObjectKind, action: &str) -> Option<&'static str> {
    outcome_of(object, action).and_then(|(_, _, statuses, _)| statuses.first().copied())
}

/// What the action of the call at hand leads to; an action that is not known is missing.
fn outcome(check: &mut Check<'_, '_>) -> Option<&'static Outcome> {
    let outcome = outcome_of(check.cx.shape.object, &check.cx.content(StatusCallTerm::Action));
    if outcome.is_none() && check.cx.slot(StatusCallTerm::Action).is_given() {
        check.missing(term_id!(StatusCall: Action));
    }
    outcome
}

/// An action that leads to another status than the one that is given.
fn not_outcome((_, action, statuses, documented): &Outcome, change: StatusChange, anchor: Anchor, check: &mut Check<'_, '_>) -> Option<()> {
    let Some(to) = change.to else {
        check.missing(term_id!(Transition: To));
        return None;
    };
    if !statuses.contains(&to) {
        let message = if *documented { MessageId::ActionMismatch } else { MessageId::ActionMismatchInferred };
        check.raise(anchor, Diagnostic::new(message).input(action).either(statuses).plain(to));
    }
    Some(())
}

/// Status, version and ids that are not those of the stored invoice.
fn outdated((state, context): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let Some(stored) = context.current.nested() else {
        check.missing(term_id!(External: Current));
        return None;
    };
    if let (Some(status), Some(change)) = (&stored.status, state.transition)
        && let Some(from) = change.from
        && from != status
    {
        let diagnostic = Diagnostic::new(MessageId::StatusElsewhere).plain(from).input(status).expected(status);
        let term = term_id!(Transition: From);
        check.raise_below(term, 0, change.from_span, diagnostic);
    }
    if let (Some(stored), Some(version)) = (stored.version, state.version)
        && version.current != stored
    {
        let diagnostic = Diagnostic::new(MessageId::VersionElsewhere).display(&version.current).display(&stored);
        let term = term_id!(Version: Current);
        check.raise_below(term, 0, version.span, diagnostic.expected(&stored).actual(&version.current));
    }
    for (term, stored) in [(StatusCallTerm::ObjectId, &stored.object_id), (StatusCallTerm::Number, &stored.number)] {
        let own = check.cx.content(term);
        if let Some(stored) = stored.as_deref().filter(|stored| !own.is_empty() && *stored != own) {
            let diagnostic = Diagnostic::new(MessageId::OtherInvoice).plain(check.cx.name(term)).input(stored).expected(&stored);
            check.raise_field(term, diagnostic);
        }
    }
    Some(())
}

/// The statuses of an invoice that is paid.
const PAID_UP: [&str; 2] = ["FULLY_PAID", "CLOSED"];

/// What a status of Bharat Connect or of the payment means for invoiceStatus.
const MEANS: &[(ReceivableTerm, &str, &[&str])] = &[
    (ReceivableTerm::NbblStatus, "FULLY_PAID", &["PAID"]),
    (ReceivableTerm::NbblStatus, "PARTIALLY_PAID", &["PARTIAL_PAID"]),
    (ReceivableTerm::NbblStatus, "PARTIALLY_PAID_AND_PAYMENT_INITIATED", &["PARTIAL_PAID"]),
    (ReceivableTerm::NbblStatus, "CREATED", &["UNPAID"]),
    (ReceivableTerm::NbblStatus, "SENT_TO_BUYER", &["UNPAID"]),
    (ReceivableTerm::NbblStatus, "ACCEPTED", &["UNPAID"]),
    (ReceivableTerm::NbblStatus, "UNDER_REVIEW", &["UNPAID"]),
    (ReceivableTerm::NbblStatus, "REJECTED", &["UNPAID"]),
    (ReceivableTerm::NbblStatus, "PAYMENT_INITIATED", &["UNPAID"]),
    (ReceivableTerm::PaymentStatus, "SUCCESS", &["PAID", "PARTIAL_PAID"]),
    (ReceivableTerm::PaymentStatus, "PAID_OFFLINE", &["PAID", "PARTIAL_PAID"]),
    (ReceivableTerm::PaymentStatus, "PARTIAL_PAID", &["PARTIAL_PAID"]),
    (ReceivableTerm::PaymentStatus, "REFUNDED", &["REFUNDED"]),
];

/// Statuses that contradict each other or what was paid.
fn incoherent(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let status = check.cx.content(ReceivableTerm::InvoiceStatus);
    if !PAYMENT_STATE.statuses.contains(&&*status) {
        if check.cx.slot(ReceivableTerm::InvoiceStatus).is_given() {
            crate::model::note(ReceivableTerm::InvoiceStatus, &mut check.missing);
        }
        return None;
    }
    let field = check.cx.name(ReceivableTerm::InvoiceStatus);
    for term in [ReceivableTerm::NbblStatus, ReceivableTerm::PaymentStatus] {
        let other = check.cx.content(term);
        let row = MEANS.iter().find(|(of, word, _)| *of == term && *word == other);
        if let Some((_, _, means)) = row.filter(|(_, _, means)| !means.contains(&&*status)) {
            let name = check.cx.name(term);
            let diagnostic = Diagnostic::new(MessageId::StatusesApart).plain(field).input(&status).plain(name).input(&other);
            check.raise_field(ReceivableTerm::InvoiceStatus, diagnostic.either(means));
        }
    }
    // Paid in full is the status PAID of the machine, too.
    let nbbl = check.cx.content(ReceivableTerm::NbblStatus);
    let known = |word: &str| INVOICE.statuses.contains(&word) && !MEANS.iter().any(|(_, known, _)| *known == word);
    if status == "PAID" && known(&nbbl) && !PAID_UP.contains(&&*nbbl) {
        let name = check.cx.name(ReceivableTerm::NbblStatus);
        let diagnostic = Diagnostic::new(MessageId::StatusesApart).plain(name).input(&nbbl).plain(field).input(&status);
        check.raise_field(ReceivableTerm::NbblStatus, diagnostic.either(&PAID_UP));
    }
    against_paid(invoice, &status, check)
}

/// A status that contradicts what was paid.
fn against_paid(invoice: &Receivable<'_>, status: &str, check: &mut Check<'_, '_>) -> Option<()> {
    let amount = |term| invoice.sum(term).value();
    let amounts = [ReceivableTerm::TotalAmount, ReceivableTerm::InvoiceAmount].map(amount);
    let [Some(total), Some(other)] = amounts else {
        return Some(());
    };
    let Some(paid) = amount(ReceivableTerm::PaidTillNow) else {
        return Some(());
    };
    let (total, most) = (total.min(other), total.max(other));
    let tds = amount(ReceivableTerm::Tds).unwrap_or_default();
    let right: &[&str] = match status {
        "UNPAID" if paid > 0 => &["PARTIAL_PAID", "PAID"],
        "PARTIAL_PAID" if paid == 0 => &["UNPAID"],
        "PARTIAL_PAID" if paid >= most && paid > 0 => &["PAID"],
        "PAID" if paid < total - tds => &["PARTIAL_PAID"],
        _ => return Some(()),
    };
    let diagnostic = Diagnostic::new(MessageId::StatusAgainstPaid).input(status).paise(paid).paise(most).either(right);
    check.raise_field(ReceivableTerm::InvoiceStatus, diagnostic);
    Some(())
}

/// Statuses that do not follow those of the stored invoice.
fn moved(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    for (term, machine) in MACHINES {
        if !check.cx.slot(term).is_text() {
            continue;
        }
        let Some(current) = invoice.context.current.flat() else {
            check.missing(term_id!(External: Current));
            return None;
        };
        let (from, to) = (slot_of(&current.slots, term).content(&current.text), check.cx.content(term));
        unlikely(machine, term, &from, &to, check);
    }
    Some(())
}

fn unlikely(machine: &Machine, term: ReceivableTerm, from: &str, to: &str, check: &mut Check<'_, '_>) {
    let known = |word: &str| machine.statuses.contains(&word);
    if !known(to) {
        crate::model::note(term, &mut check.missing);
    }
    if from == to || !known(from) || !known(to) || machine.transition(from, to).is_some() {
        return;
    }
    let next = joined(machine.next(from).map(|transition| transition.to), ", ");
    let diagnostic = Diagnostic::new(MessageId::StepUnlikely).plain(check.cx.name(term)).input(from).input(to);
    let diagnostic = if next.is_empty() { diagnostic.arg(Arg::Phrase("nothing")) } else { diagnostic.display(&next).expected(&next) };
    check.raise_field(term, diagnostic);
}
