//! Dates against each other and against today.

use super::facts::Facts;
use super::known::Gaps;
use crate::payload::Role;
use crate::read::Scene;
use crate::report::{Fault, Msg};

pub(super) const BOTH: &[Role] = &[Role::DueDate, Role::InvoiceDate];
pub(super) const INVOICE: &[Role] = &[Role::InvoiceDate];

pub(super) fn order(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let (due, issued) = (facts.need_day(Role::DueDate, gaps), facts.need_day(Role::InvoiceDate, gaps));
    if let (Some(due), Some(issued)) = (due, issued)
        && due < issued
    {
        let fault = Fault::new(Msg::DueBeforeInvoice).shown(&due).shown(&issued);
        scene.raise(facts.spot(BOTH), fault.at_least(&issued));
    }
}

pub(super) fn future(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    // A date that cannot be read has its own finding, and null is none.
    let Some(issued) = facts.need_day(Role::InvoiceDate, &mut Gaps::default()) else {
        return;
    };
    if let Some(today) = facts.need_today(gaps).filter(|today| issued > *today) {
        let fault = Fault::new(Msg::Future).shown(&issued).shown(&today);
        scene.raise(facts.spot(INVOICE), fault.at_most(&today));
    }
}
