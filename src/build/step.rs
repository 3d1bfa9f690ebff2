//! The recipe `step`: from the invoice as it stands and an action to what changes.

use super::compose::{Made, Plan, block, conflicts, pair, raise, texts, value_of};
use crate::lifecycle::{Actor, INVOICE, Mark, Strictness};
use crate::options::Options;
use crate::payload::{Act, Kind, Law, STEP, Shape};
use crate::read::{self, DRAFT, Job, Member, Value, members, slot_of};
use crate::report::{Fault, Msg, Sink, Trail, excerpt, shown};
use crate::rule::{Whereabouts, status_after};

/// Where an invoice stands from which a step is taken.
pub(super) struct Standing<'c> {
    pub(super) whereabouts: &'c Whereabouts,
    version: i64,
    pub(super) status: &'c str,
}

/// The invoice as it stands; a finding if it is not told.
#[inline(never)]
pub(super) fn standing<'c>(options: &'c Options, sink: &mut Sink) -> Option<Standing<'c>> {
    let told = options.context.current.nested();
    if let Some((whereabouts, version, status)) = told.and_then(|told| Some((told, told.version?, told.status.as_deref()?))) {
        return Some(Standing { whereabouts, version, status });
    }
    raise(sink, ["options", "current"], Fault::new(Msg::MissingStanding));
    None
}

impl Standing<'_> {
    /// Adds the version and the step to a status.
    #[inline(never)]
    pub(super) fn step(&self, to: &str, more: i64, made: &mut Made) {
        moved(self.version, self.version.saturating_add(more), self.status, to, made);
    }
}

/// Adds a version and a step.
#[inline(never)]
pub(super) fn moved(from_version: i64, to_version: i64, from: &str, to: &str, made: &mut Made) {
    let (old, new) = (shown(&from_version), shown(&to_version));
    made.put("objectVersion", pair(["currentVersion", &old], ["newVersion", &new]));
    if !to.is_empty() {
        made.put("statusTransition", texts(["currentStatus", from], ["newStatus", to]));
    }
}

/// Whether a side can take an invoice from a status to another; else a finding that names
/// the actions of the call that are possible.
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
    for arrow in INVOICE.arrows {
        let counts = strictness == Strictness::Lenient || arrow.mark != Mark::Inferred;
        if arrow.from != from || arrow.actor != side || !counts {
            continue;
        }
        if Some(arrow.to) == to {
            return true;
        }
        if let Some(other) = arrow.by.strip_prefix(call) {
            if !possible.is_empty() {
                possible.push_str(", ");
            }
            possible.push_str(other.trim_start());
        }
    }
    let msg = if possible.is_empty() { Msg::ActionNowhere } else { Msg::ActionElsewhere };
    let fault = Fault::new(msg).input(action).shown(&&*excerpt(from)).plain(&possible);
    let fault = if possible.is_empty() { fault } else { fault.expected(&possible) };
    raise(sink, at, fault);
    false
}

/// Follows the recipe of a change of status or a confirmation.
#[inline(never)]
pub(super) fn plan(shape: &'static Shape, given: &[Member<'_>], recipe: &str, options: &Options) -> Plan {
    let trail = Trail::Field(&Trail::Root, "step");
    let job = Job { limits: options.limits, locale: options.locale, trail, ..Job::plain(&STEP) };
    let reading = read::read(recipe.as_bytes(), &job, &mut |_| {});
    let slot = |seat: Act| Some(slot_of(&reading.slots, seat)).filter(|slot| slot.value == Value::Text);
    let mut sink = reading.sink;
    let found = shape.fields.iter().find_map(|field| match field.kind {
        Kind::Object(inner) if matches!(inner.law, Law::StatusChange | Law::Confirmation) => Some((field.name(), inner)),
        _ => None,
    });
    let Some((name, inner)) = found else {
        return Plan::default();
    };
    let (side, call, word, why) = match inner.law {
        Law::Confirmation => (Actor::Buyer, "confirmInvoice", "buyerResponse", "buyerRemarks"),
        _ => (Actor::Supplier, "changeInvoiceStatus", "supplierAction", "supplierRemarks"),
    };
    let (mut made, mut change) = (Made::default(), Made::default());
    let action = slot(Act::Action).map(|slot| slot.content(recipe));
    for (name, seat) in [(word, Act::Action), (why, Act::Remarks)] {
        if let Some(slot) = slot(seat) {
            change.json(name, slot.text(recipe));
        }
    }
    if let Some(standing) = standing(options, &mut sink) {
        let Whereabouts { object_id, number, supplier, buyer, .. } = standing.whereabouts;
        for (name, stored) in [("objectId", object_id), ("supplierInvoiceNumber", number)] {
            if let Some(stored) = stored {
                change.text(name, stored);
            }
        }
        if let (Some(buyer), Some(supplier), None) = (buyer, supplier, value_of(given, "b2bIds")) {
            made.put("b2bIds", texts(["buyerB2BId", buyer], ["supplierB2BId", supplier]));
        }
        if let Some(action) = action {
            let told = slot(Act::NewStatus).map(|slot| slot.content(recipe));
            let to = told.as_deref().or_else(|| status_after(inner.law, &action));
            let strictness = options.context.lifecycle;
            let possible = allowed((side, call, &action), standing.status, to, strictness, ["step", "action"], &mut sink);
            standing.step(to.filter(|_| possible).unwrap_or_default(), 0, &mut change);
        }
    }
    let own = value_of(given, name);
    let mut fields = change.0.iter().map(|(name, _)| *name);
    conflicts(&mut fields, &members(own.unwrap_or_default()), &Trail::Field(&Trail::Root, name), "step", &mut sink);
    if sink.errors > 0 {
        // The recipe has been judged on them.
        for (_, value) in change.0.iter_mut().filter(|(name, _)| [word, why].contains(name)) {
            value.clear();
        }
    }
    made.put(name, block(inner, own, &change));
    Plan { made, excused: if sink.errors > 0 { DRAFT } else { 0 }, sinks: vec![sink], ..Plan::default() }
}
