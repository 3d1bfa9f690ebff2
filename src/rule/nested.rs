//! The rules of the nested invoice and of the calls of Bharat Connect: what each object keeps for those around it.

use super::lists::*;
use super::run;
use super::runner::own_unreadable;
use crate::lifecycle::INVOICE;
use crate::model::{CHARGE_TERMS, Context, DocumentState, HEADS, Item, Party, StatusChange, Supply, ValueKind, VersionChange};
use crate::read::{ObjectContext, Slot, Span};
use crate::term::{
    AdvanceTerm, ChargeTerm, FinancingTerm, Group, ItemTerm, MilestoneTerm, ObjectKind, OtherTaxTerm, PrecedingTerm, TermId, TotalsTerm,
    TransitionTerm, VersionTerm,
};
use crate::value::{Rate, RateEntry, whole};

/// A slot that has a value.
fn given(slot: &Slot) -> Option<Slot> {
    slot.is_given().then_some(*slot)
}

impl DocumentState {
    /// Runs the rules of an object of Bharat Connect, and keeps what others need of it.
    pub(super) fn on_object(&mut self, object: ObjectKind, cx: &mut ObjectContext<'_>, context: &Context) {
        if cx.unreadable != 0 {
            self.note_unreadable(cx);
        }
        match object {
            // These have no terms, or are not of Bharat Connect.
            ObjectKind::Free
            | ObjectKind::SyntaxOnly
            | ObjectKind::CallerInput
            | ObjectKind::InvoicePatch
            | ObjectKind::InvoiceCreation
            | ObjectKind::StoredInvoice
            | ObjectKind::FlatInvoice => {}
            ObjectKind::ItemCharge => self.item_charge(cx, context),
            ObjectKind::ItemRate => self.item_rate(cx, context),
            ObjectKind::OtherTax => self.other_tax(cx),
            ObjectKind::Item => self.item(cx, context),
            ObjectKind::DocumentCharge => self.document_charge(cx, context),
            ObjectKind::Supply => self.supply = Supply::of(cx, &mut self.unreadable),
            ObjectKind::Supplier => self.supplier = self.party(Group::Supplier, cx),
            ObjectKind::Buyer => self.buyer = self.party(Group::Buyer, cx),
            ObjectKind::Dispatch => _ = self.party(Group::Dispatch, cx),
            ObjectKind::ShipTo => _ = self.party(Group::ShipTo, cx),
            ObjectKind::Totals => self.totals(cx),
            ObjectKind::Advance => {
                self.advance.paid = given(cx.slot(AdvanceTerm::Paid));
                self.advance.pending = given(cx.slot(AdvanceTerm::Pending));
            }
            ObjectKind::Financing => {
                self.financing.due = given(cx.slot(FinancingTerm::Due));
                self.financing.requested = given(cx.slot(FinancingTerm::Requested));
            }
            ObjectKind::BillingPeriod => run(BILLING_PERIOD_RULES, context, &own_unreadable(cx), cx),
            ObjectKind::RecurringPeriod => run(RECURRING_PERIOD_RULES, context, &own_unreadable(cx), cx),
            ObjectKind::Preceding => {
                if let Some(date) = given(cx.slot(PrecedingTerm::Date)) {
                    self.preceding.push((cx.position(), date));
                }
            }
            ObjectKind::Milestone => self.milestone(cx),
            ObjectKind::Eway => run(EWAY_RULES, context, &own_unreadable(cx), cx),
            ObjectKind::Version => {
                let (current, new) = (cx.slot(VersionTerm::Current), cx.slot(VersionTerm::New));
                self.version =
                    current.int().zip(new.int()).map(|(current, number)| VersionChange { current, new: number, span: new.span() });
                run(VERSION_RULES, context, &own_unreadable(cx), cx);
            }
            ObjectKind::Transition => {
                self.transition = Some(status_change(cx));
                run(TRANSITION_RULES, &(self, context), &own_unreadable(cx), cx);
            }
            ObjectKind::StatusChange | ObjectKind::Confirmation => self.call(CALL_RULES, cx, context),
            ObjectKind::PaidInvoice => {
                let change = self.transition;
                self.call(PAID_INVOICE_RULES, cx, context);
                self.settled.extend(change.map(|change| (cx.position(), change)));
            }
            ObjectKind::PaymentConfirmation => {
                self.call(PAYMENT_RULES, cx, context);
                self.settled.clear();
            }
            ObjectKind::Document => run(DOCUMENT_RULES, &(self, context), &self.unreadable, cx),
        }
    }

    /// An object with a version and a change of status.
    fn call(&mut self, rules: &[super::Rule<super::Document>], cx: &mut ObjectContext<'_>, context: &Context) {
        run(rules, &(self, context), &self.unreadable, cx);
        (self.version, self.transition) = (None, None);
    }

    /// Runs the rules of a party; what the invoice needs of it.
    fn party(&mut self, group: Group, cx: &mut ObjectContext<'_>) -> Party {
        let mut unreadable = own_unreadable(cx);
        let party = Party::of(group, cx, &mut unreadable);
        self.unreadable.insert_set(&unreadable);
        let rules = if group == Group::Buyer { BUYER_RULES } else { PARTY_RULES };
        run(rules, &(group, party), &unreadable, cx);
        party
    }

    /// The kind, the amount and the place of a charge.
    #[inline]
    fn charge(&mut self, group: Group, cx: &mut ObjectContext<'_>, context: &Context) -> Option<(ValueKind, i64, Span)> {
        let kind = context.words.kind(cx.raw(ChargeTerm::Kind));
        let value = cx.slot(ChargeTerm::Value);
        match (kind, value.units()) {
            (Some(kind), Some(amount @ 0..)) => Some((kind, amount, value.span())),
            (kind, amount) => {
                let (kind, amount) = self.unusual_charge(kind, amount, group, cx, context)?;
                Some((kind, amount, value.span()))
            }
        }
    }

    /// A charge with an escaped or unknown word, or with an amount that is missing or below zero.
    #[inline(never)]
    fn unusual_charge(
        &mut self,
        kind: Option<ValueKind>,
        amount: Option<i64>,
        group: Group,
        cx: &mut ObjectContext<'_>,
        context: &Context,
    ) -> Option<(ValueKind, i64)> {
        let kind = kind.or_else(|| context.words.kind(&cx.content(ChargeTerm::Kind)));
        let mut unreadable = own_unreadable(cx);
        if kind.is_none() {
            unreadable.insert(TermId::of(group, ChargeTerm::Kind as u8));
        }
        run(CHARGE_RULES, &(kind, context), &unreadable, cx);
        let amount = amount.filter(|amount| *amount >= 0 || kind == Some(ValueKind::RoundOff));
        if kind.is_none() {
            self.unreadable(group, ChargeTerm::Kind as u8);
        }
        if amount.is_none() {
            self.unreadable(group, ChargeTerm::Value as u8);
        }
        kind.zip(amount)
    }

    fn item_charge(&mut self, cx: &mut ObjectContext<'_>, context: &Context) {
        let [count, ..] = &mut self.item.counts;
        *count += 1;
        match self.charge(Group::ItemCharge, cx, context) {
            Some((kind, paise, span)) => self.item.values.add(kind, paise, cx.position(), span),
            None => self.item.unknown = true,
        }
    }

    fn item_rate(&mut self, cx: &mut ObjectContext<'_>, context: &Context) {
        let [_, count, _] = &mut self.item.counts;
        *count += 1;
        match self.charge(Group::ItemRate, cx, context) {
            Some((kind, rate, span)) => self.item.rates.add(kind, rate, cx.position(), span),
            None => self.item.rates_unknown = true,
        }
    }

    fn other_tax(&mut self, cx: &ObjectContext<'_>) {
        let [_, _, count] = &mut self.item.counts;
        *count += 1;
        let amount = cx.slot(OtherTaxTerm::Amount);
        let number = |term: OtherTaxTerm| cx.slot(term).units().filter(|units| *units >= 0);
        match (number(OtherTaxTerm::Rate), number(OtherTaxTerm::Amount)) {
            (_, Some(paise)) => self.item.others = self.item.others.saturating_add(paise),
            (Some(0) | None, None) if !amount.is_given() => {}
            _ => {
                self.item.others_unknown = true;
                self.unreadable(Group::OtherTax, OtherTaxTerm::Amount as u8);
            }
        }
        if let (Some(rate @ 1..), Some(paise)) = (number(OtherTaxTerm::Rate), number(OtherTaxTerm::Amount)) {
            let tax = crate::model::ChargeTotal { paise, index: cx.position(), span: amount.span() };
            self.item.rated.push((rate, tax));
        }
    }

    fn item(&mut self, cx: &mut ObjectContext<'_>, context: &Context) {
        let (leaves_state, place_missing) = self.leaves_state();
        let [values, rates, others] = self.item.counts;
        self.item.rates_unknown |= !cx.slot(ItemTerm::Rates).is_list_of(rates);
        self.item.others_unknown |= !cx.slot(ItemTerm::OtherTaxes).is_list_of(others);
        let as_fields = Item::has_fields(cx);
        if as_fields {
            self.item.unknown |= self.item.values.add_fields(cx.slots, ItemTerm::Cgst as u8);
        }
        let all = as_fields || cx.slot(ItemTerm::Charges).is_list_of(values);
        if !all {
            self.item.values = Default::default();
        }
        let units = |term| cx.slot(term).units().filter(|units| *units >= 0);
        let rate = units(ItemTerm::GstRate);
        let entry = rate.and_then(|rate| RateEntry::of(Rate(u32::try_from(rate).ok()?)));
        let (taxable, value) = (units(ItemTerm::Taxable), units(ItemTerm::Value));
        let heads = HEADS.map(|kind| self.item.values.of(kind));
        let item = Item {
            slots: cx.slots,
            text: cx.text,
            charges: &self.item,
            heads,
            rate,
            entry,
            taxable,
            complete: all && !self.item.unknown,
            charges_missing: match as_fields {
                true => own_unreadable(cx).intersection(&CHARGE_TERMS),
                false => term_set![Item: Charges],
            },
            as_fields,
            leaves_state,
            place_missing,
            without_payment: self.supply.kind.is_without_payment(),
            untaxed: self.supply.kind.is_export() || self.supply.reverse_charge == Some(true),
            untaxed_missing: self.unreadable.intersection(&term_set![Supply: Kind ReverseCharge]),
            tolerance: context.tolerance,
        };
        run(ITEM_RULES, &item, &self.unreadable, cx);
        let complete = item.complete;
        self.add_item(cx, complete, [taxable, value], entry);
        self.item.clear();
    }

    /// Adds the item to the sums of the invoice.
    fn add_item(&mut self, cx: &ObjectContext<'_>, complete: bool, [taxable, value]: [Option<i64>; 2], rate: Option<&'static RateEntry>) {
        let index = cx.position();
        let DocumentState { items, item, .. } = self;
        items.count += 1;
        items.taxable = items.taxable.saturating_add(taxable.unwrap_or_default());
        items.taxable_unknown |= taxable.is_none();
        items.value = items.value.saturating_add(value.unwrap_or_default());
        items.value_unknown |= value.is_none();
        items.charges_unknown |= !complete;
        for (sum, total) in items.charges.iter_mut().zip(&item.values.0) {
            *sum = sum.saturating_add(total.paise);
        }
        if let Some(entry) = rate.filter(|entry| entry.is_time_bound()) {
            items.dated.push((index, cx.slot(ItemTerm::GstRate).span(), entry));
        }
        let serial = cx.slot(ItemTerm::Serial);
        if serial.is_text() {
            items.serials.push((index, serial.span()));
        }
        items.unordered |= whole(cx.raw(ItemTerm::Serial)) != Some(items.count);
    }

    fn document_charge(&mut self, cx: &mut ObjectContext<'_>, context: &Context) {
        self.totals.count += 1;
        match self.charge(Group::DocumentCharge, cx, context) {
            Some((kind, paise, span)) => self.totals.charges.add(kind, paise, cx.position(), span),
            None => self.totals.charges_unknown = true,
        }
    }

    fn totals(&mut self, cx: &ObjectContext<'_>) {
        self.totals.taxable = given(cx.slot(TotalsTerm::Taxable));
        self.totals.total = given(cx.slot(TotalsTerm::Total));
        if cx.slots.len() > TotalsTerm::Cgst as usize {
            self.totals.as_fields = true;
            self.totals.charges_unknown |= self.totals.charges.add_fields(cx.slots, TotalsTerm::Cgst as u8);
        }
        let charges = cx.slot(TotalsTerm::Charges);
        self.totals.charges_unknown |= charges.is_given() && !charges.is_list_of(self.totals.count);
    }

    fn milestone(&mut self, cx: &ObjectContext<'_>) {
        self.milestones.count += 1;
        match cx.slot(MilestoneTerm::Due).paise() {
            Some(paise) => self.milestones.sum = self.milestones.sum.saturating_add(paise),
            None => self.milestones.unknown = true,
        }
        if let Some(date) = given(cx.slot(MilestoneTerm::Date)) {
            self.milestones.dates.push((cx.position(), date));
        }
    }
}

/// The change of status of an object.
fn status_change(cx: &ObjectContext<'_>) -> StatusChange {
    let (from, to) = (cx.slot(TransitionTerm::From), cx.slot(TransitionTerm::To));
    let status = |slot: &Slot| {
        let content = slot.content(cx.text);
        INVOICE.statuses.iter().copied().find(|status| *status == content)
    };
    let (before, after) = (status(from), status(to));
    let known = before.zip(after).and_then(|(before, after)| INVOICE.transition(before, after));
    StatusChange { from: before, to: after, known, from_span: from.span(), to_span: to.span() }
}
