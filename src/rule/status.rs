//! The life-cycle: versions, steps from one status to the next, and what each side may do.

use super::book::{Book, Step, Version, held, position};
use super::known::Gaps;
use crate::lifecycle::{Actor, Arrow, INVOICE, Mark, Strictness};
use crate::payload::{self, Beside, Change, Law};
use crate::read::{Hop, Scene, Slot, Value};
use crate::report::{Arg, Code, Fault, Msg, joined};
use crate::rule::Context;

const VERSION: Hop = Hop::Field("objectVersion");
const STEP: Hop = Hop::Field("statusTransition");

fn int(slot: Slot) -> Option<i64> {
    match slot.value {
        Value::Int(number) => Some(number),
        _ => None,
    }
}

impl Book {
    /// Judges a version and keeps it for the object around it.
    pub(super) fn note_version(&mut self, scene: &mut Scene<'_>) {
        let (current, new) = (scene.slot(payload::Version::Current), scene.slot(payload::Version::New));
        self.version = match (int(current), int(new)) {
            (Some(current), Some(new_version)) => {
                if new_version < current {
                    let fault = Fault::new(Msg::VersionBack).shown(&new_version).shown(&current);
                    scene.raise(Some(payload::Version::New), fault.at_least(&current));
                }
                Some(Version { current, new: new_version, span: new.span() })
            }
            _ => None,
        };
    }

    /// Judges a step from one status to the next and keeps it for the object around it.
    pub(super) fn note_step(&mut self, scene: &mut Scene<'_>, strictness: Strictness) {
        let (from_slot, to_slot) = (scene.slot(payload::Move::From), scene.slot(payload::Move::To));
        let status = |slot: Slot| {
            let content = slot.content(scene.text);
            INVOICE.statuses.iter().copied().find(|status| *status == content)
        };
        let step = Step { from: status(from_slot), to: status(to_slot), from_span: from_slot.span(), to_span: to_slot.span() };
        match (step.from, step.to) {
            (Some(from), Some(to)) => arrow(from, to, strictness, scene),
            (from, to) => {
                let mut gaps = Gaps::default();
                gaps.note(payload::Move::From, from.is_none());
                gaps.note(payload::Move::To, to.is_none());
                scene.sink.skip(Code::StatusTransition, gaps.0, scene.shape);
            }
        }
        self.step = Some(step);
    }

    /// Judges the version by the step that is taken.
    ///
    /// Only an edit raises it; the first sending may.
    fn version_step(&self, version: Version, step: Option<Step>, scene: &mut Scene<'_>) {
        let raised = version.new.saturating_sub(version.current);
        let edited = match step.map(|step| (step.from, step.to)) {
            Some((Some("CREATED"), Some("SENT_TO_BUYER"))) if matches!(raised, 0 | 1) => return,
            Some((Some(_), Some("SENT_TO_BUYER"))) => 1,
            Some((Some(_), Some(_))) => 0,
            _ => return scene.sink.skip(Code::VersionStep, Beside::Status.bit(), scene.shape),
        };
        if raised >= 0 && raised != edited {
            let right = version.current.saturating_add(edited);
            let msg = if edited == 1 { Msg::VersionOfEdit } else { Msg::VersionKept };
            let fault = Fault::new(msg).shown(&version.new).shown(&version.current).shown(&right).expected(&right);
            scene.raise_at(&[VERSION, Hop::Field("newVersion")], version.span, false, fault);
        }
    }

    /// Judges where an object stands by the version and the step inside it, and hands them
    /// over.
    pub(super) fn judge_standing(&mut self, scene: &mut Scene<'_>) -> (Option<Version>, Option<Step>) {
        let (version, step) = (self.version.take(), self.step.take());
        if let Some(version) = version {
            self.version_step(version, step, scene);
        }
        (version, step)
    }

    /// Judges what one side says about an invoice.
    pub(super) fn judge_change(&mut self, scene: &mut Scene<'_>, context: &Context) {
        let (version, step) = self.judge_standing(scene);
        let side = if scene.shape.law == Law::Confirmation { Actor::Buyer } else { Actor::Supplier };
        let action = scene.slot(Change::Action).content(scene.text).into_owned();
        let known = fitting(scene.shape.law, &action);
        if let Some(step) = step {
            let way = [STEP, Hop::Field("newStatus")];
            side_of(side, step, &way, scene);
            mismatch(&action, known, step, &way, scene);
        }
        if known.is_none() && held(scene.slot(Change::Action)).is_some() {
            scene.sink.skip(Code::StatusPayloadMismatch, Change::Action.bit(), scene.shape);
        }
        current(version, step, scene, context);
    }

    /// Notes an invoice that a payment settles.
    pub(super) fn note_settled(&mut self, scene: &mut Scene<'_>) {
        let (_, step) = self.judge_standing(scene);
        if let Some(step) = step {
            side_of(Actor::Supplier, step, &[STEP, Hop::Field("newStatus")], scene);
            self.settled.push((position(scene), step));
        }
    }

    /// Judges what the supplier says to a payment.
    pub(super) fn judge_payment(&mut self, scene: &mut Scene<'_>) {
        let action = scene.slot(Change::Action).content(scene.text).into_owned();
        if action == "REJECT" && scene.content(Change::Kind) == "ONPLATFORM" {
            scene.raise(Some(Change::Action), Fault::new(Msg::RejectOnPlatform).wants("ACCEPT"));
        }
        let known = fitting(scene.shape.law, &action);
        for (index, step) in std::mem::take(&mut self.settled) {
            let way = [Hop::Field("invoiceInfos"), Hop::Index(index), STEP, Hop::Field("newStatus")];
            mismatch(&action, known, step, &way, scene);
        }
    }
}

/// What an action makes of the status, and whether that is more than our reading.
type Fits = (Law, &'static str, &'static [&'static str], bool);

const FITTING: &[Fits] = &[
    (Law::StatusChange, "CANCEL", &["CANCELLED"], true),
    (Law::Confirmation, "ACCEPT", &["ACCEPTED"], true),
    (Law::Confirmation, "REJECT", &["REJECTED"], true),
    (Law::Confirmation, "RETURN", &["UNDER_REVIEW"], false),
    (Law::PaymentConfirmation, "ACCEPT", &["FULLY_PAID", "PARTIALLY_PAID"], true),
    (Law::PaymentConfirmation, "REJECT", &["ACCEPTED", "PARTIALLY_PAID"], false),
];

/// What an action of that law leads to, as far as it is known.
fn fitting(law: Law, action: &str) -> Option<&'static Fits> {
    FITTING.iter().find(|(known, word, ..)| *known == law && *word == action)
}

/// The status that an action of that law leads to, as far as it is known.
pub fn status_after(law: Law, action: &str) -> Option<&'static str> {
    fitting(law, action).and_then(|(_, _, fits, _)| fits.first().copied())
}

/// Whether the machine has the arrow, and how well it is known.
fn arrow(from: &'static str, to: &'static str, strictness: Strictness, scene: &mut Scene<'_>) {
    let seat = Some(payload::Move::To);
    let Some(arrow) = INVOICE.arrow(from, to) else {
        let next = next(from, strictness);
        let msg = match next.is_empty() {
            true if INVOICE.is_terminal(from) => Msg::StepOutOfEnd,
            true => Msg::NoStepDocumented,
            false => Msg::NoStep,
        };
        let fault = Fault::new(msg).plain(from).plain(to).shown(&next);
        return scene.raise(seat, if next.is_empty() { fault } else { fault.expected(&next) });
    };
    if arrow.mark == Mark::Inferred {
        let msg = match strictness {
            Strictness::Documented => Msg::StepNotDocumented,
            Strictness::Lenient => Msg::StepInferred,
        };
        scene.raise(seat, Fault::new(msg).plain(from).plain(to));
    }
}

/// The states that may come next, as a list for a message.
fn next(from: &str, strictness: Strictness) -> String {
    let counts = |arrow: &&Arrow| strictness == Strictness::Lenient || arrow.mark != Mark::Inferred;
    let mut states: Vec<&str> = Vec::new();
    for arrow in INVOICE.next(from).filter(counts) {
        if !states.contains(&arrow.to) {
            states.push(arrow.to);
        }
    }
    joined(states.into_iter(), ", ")
}

/// A step that the other side takes.
fn side_of(side: Actor, step: Step, way: &[Hop], scene: &mut Scene<'_>) {
    let (Some(from), Some(to)) = (step.from, step.to) else {
        return;
    };
    let arrows = || INVOICE.next(from).filter(|arrow| arrow.to == to);
    if arrows().any(|arrow| arrow.actor == side) {
        return;
    }
    if let Some(arrow) = arrows().next() {
        let msg = if arrow.mark == Mark::Inferred { Msg::OtherSideInferred } else { Msg::OtherSide };
        let fault = Fault::new(msg)
            .plain(from)
            .plain(to)
            .arg(Arg::Phrase(arrow.actor.as_str()))
            .arg(Arg::Phrase(arrow.by))
            .arg(Arg::Phrase(side.as_str()));
        scene.raise_at(way, step.to_span, false, fault);
    }
}

/// An action that leads to another status than the one that is told.
fn mismatch(action: &str, known: Option<&Fits>, step: Step, way: &[Hop], scene: &mut Scene<'_>) {
    let (Some(to), Some((_, _, fits, firm))) = (step.to, known) else {
        return;
    };
    if !fits.contains(&to) {
        let msg = if *firm { Msg::ActionMismatch } else { Msg::ActionMismatchInferred };
        let fault = Fault::new(msg).input(action).either(fits).plain(to);
        scene.raise_at(way, step.to_span, false, fault);
    }
}

/// Status and version against the invoice as it stands.
fn current(version: Option<Version>, step: Option<Step>, scene: &mut Scene<'_>, context: &Context) {
    let Some(standing) = context.current.nested() else {
        return scene.sink.skip(Code::StatusOutdated, Beside::Current.bit(), scene.shape);
    };
    if let (Some(stored), Some(step)) = (&standing.status, step)
        && let Some(from) = step.from
        && from != stored
    {
        let fault = Fault::new(Msg::StatusElsewhere).plain(from).input(stored).expected(stored);
        scene.raise_at(&[STEP, Hop::Field("currentStatus")], step.from_span, false, fault);
    }
    if let (Some(stored), Some(version)) = (standing.version, version)
        && version.current != stored
    {
        let fault = Fault::new(Msg::VersionElsewhere).shown(&version.current).shown(&stored).expected(&stored);
        scene.raise_at(&[VERSION, Hop::Field("currentVersion")], version.span, false, fault.actual(&version.current));
    }
    for (seat, stored, name) in
        [(Change::ObjectId, &standing.object_id, "objectId"), (Change::Number, &standing.number, "supplierInvoiceNumber")]
    {
        let own = scene.content(seat).into_owned();
        if let Some(stored) = stored.as_deref().filter(|stored| !own.is_empty() && *stored != own) {
            let fault = Fault::new(Msg::OtherInvoice).plain(name).input(stored).expected(&stored);
            scene.raise(Some(seat), fault);
        }
    }
}
