//! How the supply of an invoice is taxed.

use crate::model::{Party, Supply};
use crate::payload::{DocumentTerm, Group, ObjectKind, TermSet};
use crate::read::ObjectContext;
use crate::value::Date;

/// How the supply of an invoice is taxed, as far as the invoice says.
#[derive(Default)]
pub(super) struct Taxation {
    supply: Supply,
    supplier: Party,
    buyer: Party,
    /// The date of the invoice.
    pub(super) day: Option<Date>,
}

impl Taxation {
    /// Notes what an object says. What is unreadable in it is reported by the rules.
    pub(super) fn note(&mut self, cx: &ObjectContext<'_>) {
        let mut unreadable = TermSet::EMPTY;
        match cx.shape.object {
            ObjectKind::Supply => self.supply = Supply::of(cx, &mut unreadable),
            ObjectKind::Supplier => self.supplier = Party::of(Group::Supplier, cx, &mut unreadable),
            ObjectKind::Buyer => self.buyer = Party::of(Group::Buyer, cx, &mut unreadable),
            ObjectKind::Document => self.day = cx.slot(DocumentTerm::Date).day(),
            _ => {}
        }
    }

    /// Whether IGST is due, if that is known.
    pub(super) fn leaves_state(&self) -> Option<bool> {
        self.supply.leaves_state(&self.supplier, &self.buyer).0
    }

    /// Whether the supply is made without payment of the tax.
    pub(super) fn without_payment(&self) -> bool {
        self.supply.kind.is_without_payment()
    }

    /// Whether the buyer pays the tax.
    pub(super) fn reverse_charge(&self) -> bool {
        self.supply.reverse_charge == Some(true)
    }
}
