//! The recipe `step`: computes a status change from the current invoice and an action.

use super::{Computed, Recipe, RecipeOutput, conflicts, pair, raise, texts, value_of, write_nested};
use crate::lifecycle::{Actor, INVOICE, Strictness, TransitionEvidence};
use crate::model::DocumentStatus;
use crate::options::Options;
use crate::payload::{Endpoint, Kind, ObjectKind, STEP, Shape, StepTerm};
use crate::read::{self, Job, Member, members, slot_of};
use crate::report::{Diagnostic, LazyPath, MessageId, Sink, excerpt, to_text};
use crate::rule::status_after;

/// The recipe.
pub(in super::super) const RECIPE: Recipe = Recipe { key: "step", is_for: |shape| changing(shape).is_some(), follow };

/// The field with the change of status, and its table.
fn changing(shape: &'static Shape) -> Option<(&'static str, &'static Shape)> {
    shape.fields.iter().find_map(|field| match field.kind {
        Kind::Object(inner) if matches!(inner.object, ObjectKind::StatusChange | ObjectKind::Confirmation) => Some((field.name(), inner)),
        _ => None,
    })
}

/// The current state of the invoice of a step.
pub(super) struct CurrentState<'c> {
    pub(super) document: &'c DocumentStatus,
    version: i64,
    pub(super) status: &'c str,
}

/// The current invoice; a finding if it is missing.
#[inline(never)]
pub(super) fn current_state<'c>(options: &'c Options, sink: &mut Sink) -> Option<CurrentState<'c>> {
    let given = options.context.current.nested();
    if let Some((document, version, status)) = given.and_then(|given| Some((given, given.version?, given.status.as_deref()?))) {
        return Some(CurrentState { document, version, status });
    }
    raise(sink, ["options", "current"], Diagnostic::new(MessageId::MissingStanding));
    None
}

impl CurrentState<'_> {
    /// Adds the version and the transition to a status.
    #[inline(never)]
    pub(super) fn step(&self, to: &str, more: i64, computed: &mut Computed) {
        moved(self.version, self.version.saturating_add(more), self.status, to, computed);
    }
}

/// Adds a version and a transition.
#[inline(never)]
pub(super) fn moved(from_version: i64, to_version: i64, from: &str, to: &str, computed: &mut Computed) {
    let (old, new) = (to_text(&from_version), to_text(&to_version));
    computed.put("objectVersion", pair(["currentVersion", &old], ["newVersion", &new]));
    if !to.is_empty() {
        computed.put("statusTransition", texts(["currentStatus", from], ["newStatus", to]));
    }
}

/// Whether an actor may move an invoice from one status to another; if not, a finding that lists
/// the allowed actions of the call.
#[inline(never)]
pub(super) fn allowed(
    (side, call, action): (Actor, &str, &str),
    from: &str,
    to: Option<&str>,
    strictness: Strictness,
    at: [&'static str; 2],
    sink: &mut Sink,
) -> bool {
    let mut possible = String::new();
    for transition in INVOICE.transitions {
        let counts = strictness == Strictness::Lenient || transition.evidence != TransitionEvidence::Inferred;
        if transition.from != from || transition.actor != side || !counts {
            continue;
        }
        if Some(transition.to) == to {
            return true;
        }
        if let Some(other) = transition.by.strip_prefix(call) {
            if !possible.is_empty() {
                possible.push_str(", ");
            }
            possible.push_str(other.trim_start());
        }
    }
    let msg = if possible.is_empty() { MessageId::ActionNowhere } else { MessageId::ActionElsewhere };
    let fault = Diagnostic::new(msg).input(action).display(&&*excerpt(from)).plain(&possible);
    let fault = if possible.is_empty() { fault } else { fault.expected(&possible) };
    raise(sink, at, fault);
    false
}

/// Computes the recipe of a status change or a confirmation.
#[inline(never)]
fn follow(endpoint: Endpoint, given: &[Member<'_>], recipe: &str, options: &Options) -> RecipeOutput {
    let path = LazyPath::Field(&LazyPath::Root, "step");
    let job = Job { limits: options.limits, path, ..Job::new(&STEP, options.messages) };
    let reading = read::read(recipe.as_bytes(), &job, &mut |_| {});
    let slot = |term: StepTerm| Some(slot_of(&reading.slots, term)).filter(|slot| slot.is_text());
    let mut sink = reading.sink;
    let Some((name, inner)) = changing(endpoint.shape()) else {
        return RecipeOutput::default();
    };
    let (side, call, word, why) = match inner.object {
        ObjectKind::Confirmation => (Actor::Buyer, "confirmInvoice", "buyerResponse", "buyerRemarks"),
        _ => (Actor::Supplier, "changeInvoiceStatus", "supplierAction", "supplierRemarks"),
    };
    let (mut computed, mut change) = (Computed::default(), Computed::default());
    let action = slot(StepTerm::Action).map(|slot| slot.content(recipe));
    for (name, term) in [(word, StepTerm::Action), (why, StepTerm::Remarks)] {
        if let Some(slot) = slot(term) {
            change.json(name, slot.text(recipe));
        }
    }
    if let Some(current_state) = current_state(options, &mut sink) {
        let DocumentStatus { object_id, number, supplier, buyer, .. } = current_state.document;
        for (name, stored) in [("objectId", object_id), ("supplierInvoiceNumber", number)] {
            if let Some(stored) = stored {
                change.text(name, stored);
            }
        }
        if let (Some(buyer), Some(supplier), None) = (buyer, supplier, value_of(given, "b2bIds")) {
            computed.put("b2bIds", texts(["buyerB2BId", buyer], ["supplierB2BId", supplier]));
        }
        if let Some(action) = action {
            let given = slot(StepTerm::NewStatus).map(|slot| slot.content(recipe));
            let to = given.as_deref().or_else(|| status_after(inner.object, &action));
            let strictness = options.context.lifecycle;
            let possible = allowed((side, call, &action), current_state.status, to, strictness, ["step", "action"], &mut sink);
            current_state.step(to.filter(|_| possible).unwrap_or_default(), 0, &mut change);
        }
    }
    let own = value_of(given, name);
    let mut fields = change.0.iter().map(|(name, _)| *name);
    conflicts(&mut fields, &members(own.unwrap_or_default()), &LazyPath::Field(&LazyPath::Root, name), "step", &mut sink);
    if sink.errors > 0 {
        // The recipe has been checked for them.
        for (_, value) in change.0.iter_mut().filter(|(name, _)| [word, why].contains(name)) {
            value.clear();
        }
    }
    computed.put(name, write_nested(inner, own, &change));
    RecipeOutput { computed, optional_here: if sink.errors > 0 { Job::DRAFT } else { 0 }, sinks: vec![sink], ..RecipeOutput::default() }
}
