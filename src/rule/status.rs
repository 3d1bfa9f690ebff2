//! The life-cycle: versions, steps from one status to the next, and what each side may do.

use super::book::{Book, Step, Version, held, position};
use super::known::Gaps;
use crate::lifecycle::{Actor, INVOICE, Strictness, Transition, TransitionEvidence};
use crate::payload::{self, ExternalTerm, ObjectKind, StatusCallTerm};
use crate::read::{ObjectContext, Segment, Slot, Value};
use crate::report::{Arg, Code, Diagnostic, MessageId, joined};
use crate::rule::Context;

const VERSION: Segment = Segment::Field("objectVersion");
const STEP: Segment = Segment::Field("statusTransition");

fn int(slot: Slot) -> Option<i64> {
    match slot.value {
        Value::Int(number) => Some(number),
        _ => None,
    }
}

impl Book {
    /// Judges a version and keeps it for the object around it.
    pub(super) fn note_version(&mut self, cx: &mut ObjectContext<'_>) {
        let (current, new) = (cx.slot(payload::VersionTerm::Current), cx.slot(payload::VersionTerm::New));
        self.version = match (int(current), int(new)) {
            (Some(current), Some(new_version)) => {
                if new_version < current {
                    let fault = Diagnostic::new(MessageId::VersionBack).display(&new_version).display(&current);
                    cx.raise(Some(payload::VersionTerm::New), fault.at_least(&current));
                }
                Some(Version { current, new: new_version, span: new.span() })
            }
            _ => None,
        };
    }

    /// Judges a step from one status to the next and keeps it for the object around it.
    pub(super) fn note_step(&mut self, cx: &mut ObjectContext<'_>, strictness: Strictness) {
        let (from_slot, to_slot) = (cx.slot(payload::TransitionTerm::From), cx.slot(payload::TransitionTerm::To));
        let status = |slot: Slot| {
            let content = slot.content(cx.text);
            INVOICE.statuses.iter().copied().find(|status| *status == content)
        };
        let step = Step { from: status(from_slot), to: status(to_slot), from_span: from_slot.span(), to_span: to_slot.span() };
        match (step.from, step.to) {
            (Some(from), Some(to)) => transition(from, to, strictness, cx),
            (from, to) => {
                let mut gaps = Gaps::default();
                gaps.note(payload::TransitionTerm::From, from.is_none());
                gaps.note(payload::TransitionTerm::To, to.is_none());
                cx.sink.skip(Code::StatusTransition, gaps.0, cx.shape);
            }
        }
        self.step = Some(step);
    }

    /// Judges the version by the step that is taken.
    ///
    /// Only an edit raises it; the first sending may.
    fn version_step(&self, version: Version, step: Option<Step>, cx: &mut ObjectContext<'_>) {
        let raised = version.new.saturating_sub(version.current);
        let edited = match step.map(|step| (step.from, step.to)) {
            Some((Some("CREATED"), Some("SENT_TO_BUYER"))) if matches!(raised, 0 | 1) => return,
            Some((Some(_), Some("SENT_TO_BUYER"))) => 1,
            Some((Some(_), Some(_))) => 0,
            _ => return cx.sink.skip(Code::VersionStep, ExternalTerm::Status.bit(), cx.shape),
        };
        if raised >= 0 && raised != edited {
            let right = version.current.saturating_add(edited);
            let msg = if edited == 1 { MessageId::VersionOfEdit } else { MessageId::VersionKept };
            let fault = Diagnostic::new(msg).display(&version.new).display(&version.current).display(&right).expected(&right);
            cx.raise_at(&[VERSION, Segment::Field("newVersion")], version.span, false, fault);
        }
    }

    /// Judges where an object stands by the version and the step inside it, and hands them
    /// over.
    pub(super) fn judge_standing(&mut self, cx: &mut ObjectContext<'_>) -> (Option<Version>, Option<Step>) {
        let (version, step) = (self.version.take(), self.step.take());
        if let Some(version) = version {
            self.version_step(version, step, cx);
        }
        (version, step)
    }

    /// Judges what one side says about an invoice.
    pub(super) fn judge_change(&mut self, cx: &mut ObjectContext<'_>, context: &Context) {
        let (version, step) = self.judge_standing(cx);
        let side = if cx.shape.object == ObjectKind::Confirmation { Actor::Buyer } else { Actor::Supplier };
        let action = cx.slot(StatusCallTerm::Action).content(cx.text).into_owned();
        let known = fitting(cx.shape.object, &action);
        if let Some(step) = step {
            let way = [STEP, Segment::Field("newStatus")];
            side_of(side, step, &way, cx);
            mismatch(&action, known, step, &way, cx);
        }
        if known.is_none() && held(cx.slot(StatusCallTerm::Action)).is_some() {
            cx.sink.skip(Code::StatusPayloadMismatch, StatusCallTerm::Action.bit(), cx.shape);
        }
        current(version, step, cx, context);
    }

    /// Notes an invoice that a payment settles.
    pub(super) fn note_settled(&mut self, cx: &mut ObjectContext<'_>) {
        let (_, step) = self.judge_standing(cx);
        if let Some(step) = step {
            side_of(Actor::Supplier, step, &[STEP, Segment::Field("newStatus")], cx);
            self.settled.push((position(cx), step));
        }
    }

    /// Judges what the supplier says to a payment.
    pub(super) fn judge_payment(&mut self, cx: &mut ObjectContext<'_>) {
        let action = cx.slot(StatusCallTerm::Action).content(cx.text).into_owned();
        if action == "REJECT" && cx.content(StatusCallTerm::Kind) == "ONPLATFORM" {
            cx.raise(Some(StatusCallTerm::Action), Diagnostic::new(MessageId::RejectOnPlatform).expected_text("ACCEPT"));
        }
        let known = fitting(cx.shape.object, &action);
        for (index, step) in std::mem::take(&mut self.settled) {
            let way = [Segment::Field("invoiceInfos"), Segment::Index(index), STEP, Segment::Field("newStatus")];
            mismatch(&action, known, step, &way, cx);
        }
    }
}

/// What an action makes of the status, and whether that is more than our reading.
type Fits = (ObjectKind, &'static str, &'static [&'static str], bool);

const FITTING: &[Fits] = &[
    (ObjectKind::StatusChange, "CANCEL", &["CANCELLED"], true),
    (ObjectKind::Confirmation, "ACCEPT", &["ACCEPTED"], true),
    (ObjectKind::Confirmation, "REJECT", &["REJECTED"], true),
    (ObjectKind::Confirmation, "RETURN", &["UNDER_REVIEW"], false),
    (ObjectKind::PaymentConfirmation, "ACCEPT", &["FULLY_PAID", "PARTIALLY_PAID"], true),
    (ObjectKind::PaymentConfirmation, "REJECT", &["ACCEPTED", "PARTIALLY_PAID"], false),
];

/// What an action of that law leads to, as far as it is known.
fn fitting(object: ObjectKind, action: &str) -> Option<&'static Fits> {
    FITTING.iter().find(|(known, word, ..)| *known == object && *word == action)
}

/// The status that an action of that law leads to, as far as it is known.
pub fn status_after(object: ObjectKind, action: &str) -> Option<&'static str> {
    fitting(object, action).and_then(|(_, _, fits, _)| fits.first().copied())
}

/// Whether the machine has the transition, and how well it is known.
fn transition(from: &'static str, to: &'static str, strictness: Strictness, cx: &mut ObjectContext<'_>) {
    let term = Some(payload::TransitionTerm::To);
    let Some(transition) = INVOICE.transition(from, to) else {
        let next = next(from, strictness);
        let msg = match next.is_empty() {
            true if INVOICE.is_terminal(from) => MessageId::StepOutOfEnd,
            true => MessageId::NoStepDocumented,
            false => MessageId::NoStep,
        };
        let fault = Diagnostic::new(msg).plain(from).plain(to).display(&next);
        return cx.raise(term, if next.is_empty() { fault } else { fault.expected(&next) });
    };
    if transition.evidence == TransitionEvidence::Inferred {
        let msg = match strictness {
            Strictness::Documented => MessageId::StepNotDocumented,
            Strictness::Lenient => MessageId::StepInferred,
        };
        cx.raise(term, Diagnostic::new(msg).plain(from).plain(to));
    }
}

/// The states that may come next, as a list for a message.
fn next(from: &str, strictness: Strictness) -> String {
    let counts = |transition: &&Transition| strictness == Strictness::Lenient || transition.evidence != TransitionEvidence::Inferred;
    let mut states: Vec<&str> = Vec::new();
    for transition in INVOICE.next(from).filter(counts) {
        if !states.contains(&transition.to) {
            states.push(transition.to);
        }
    }
    joined(states.into_iter(), ", ")
}

/// A step that the other side takes.
fn side_of(side: Actor, step: Step, way: &[Segment], cx: &mut ObjectContext<'_>) {
    let (Some(from), Some(to)) = (step.from, step.to) else {
        return;
    };
    let transitions = || INVOICE.next(from).filter(|transition| transition.to == to);
    if transitions().any(|transition| transition.actor == side) {
        return;
    }
    if let Some(transition) = transitions().next() {
        let msg = if transition.evidence == TransitionEvidence::Inferred { MessageId::OtherSideInferred } else { MessageId::OtherSide };
        let fault = Diagnostic::new(msg)
            .plain(from)
            .plain(to)
            .arg(Arg::Phrase(transition.actor.as_str()))
            .arg(Arg::Phrase(transition.by))
            .arg(Arg::Phrase(side.as_str()));
        cx.raise_at(way, step.to_span, false, fault);
    }
}

/// An action that leads to another status than the one that is told.
fn mismatch(action: &str, known: Option<&Fits>, step: Step, way: &[Segment], cx: &mut ObjectContext<'_>) {
    let (Some(to), Some((_, _, fits, firm))) = (step.to, known) else {
        return;
    };
    if !fits.contains(&to) {
        let msg = if *firm { MessageId::ActionMismatch } else { MessageId::ActionMismatchInferred };
        let fault = Diagnostic::new(msg).input(action).either(fits).plain(to);
        cx.raise_at(way, step.to_span, false, fault);
    }
}

/// Status and version against the invoice as it stands.
fn current(version: Option<Version>, step: Option<Step>, cx: &mut ObjectContext<'_>, context: &Context) {
    let Some(standing) = context.current.nested() else {
        return cx.sink.skip(Code::StatusOutdated, ExternalTerm::Current.bit(), cx.shape);
    };
    if let (Some(stored), Some(step)) = (&standing.status, step)
        && let Some(from) = step.from
        && from != stored
    {
        let fault = Diagnostic::new(MessageId::StatusElsewhere).plain(from).input(stored).expected(stored);
        cx.raise_at(&[STEP, Segment::Field("currentStatus")], step.from_span, false, fault);
    }
    if let (Some(stored), Some(version)) = (standing.version, version)
        && version.current != stored
    {
        let fault = Diagnostic::new(MessageId::VersionElsewhere).display(&version.current).display(&stored).expected(&stored);
        cx.raise_at(&[VERSION, Segment::Field("currentVersion")], version.span, false, fault.actual(&version.current));
    }
    for (term, stored, name) in
        [(StatusCallTerm::ObjectId, &standing.object_id, "objectId"), (StatusCallTerm::Number, &standing.number, "supplierInvoiceNumber")]
    {
        let own = cx.content(term).into_owned();
        if let Some(stored) = stored.as_deref().filter(|stored| !own.is_empty() && *stored != own) {
            let fault = Diagnostic::new(MessageId::OtherInvoice).plain(name).input(stored).expected(&stored);
            cx.raise(Some(term), fault);
        }
    }
}
