//! The heads of the tax: IGST between states, CGST and SGST in equal halves within one.

use super::{Check, Document, DocumentModel, Invoice, OneItem, Rule};
use crate::model::{CHARGE_TERMS, DocumentState, Item, Receivable, Resolved, TOTAL_CHARGE_TERMS, ValueKind, is_due, note};
use crate::read::{Anchor, ObjectContext};
use crate::report::{Concat, Diagnostic, MessageId};
use crate::term::{ReceivableTerm, TermSet};
use crate::value::Paise;

const HEADS: &[ReceivableTerm] = &[ReceivableTerm::Igst, ReceivableTerm::Cgst, ReceivableTerm::Sgst];

rule! {
    /// IGST together with CGST or SGST.
    TaxMixed "tax.mixed" Documented "IGST Act 2017, section 5; CGST Act 2017, section 9" {
        Mixed Error "IGST {0} is given together with CGST {1} and SGST {2}; use IGST between states, or CGST and SGST within a state, never both";
    }
    MIXED: Invoice on INVOICE, FLAT_INVOICE reads term_set![Receivable: Igst Cgst Sgst] => mixed;
    ITEM_MIXED: OneItem on ITEM reads CHARGE_TERMS => mixed;
}

rule! {
    /// CGST without SGST, or SGST without CGST.
    TaxHalfMissing "tax.half-missing" Documented "CGST Act 2017, section 9" {
        HalfMissing Error "{0} is {1}, but {2} is missing or zero; within a state each of the two is half of the tax, so give both";
    }
    HALF_MISSING: Invoice on INVOICE, FLAT_INVOICE reads term_set![Receivable: Cgst Sgst] => half_missing;
    ITEM_HALF_MISSING: OneItem on ITEM reads CHARGE_TERMS => half_missing;
}

rule! {
    /// CGST and SGST that are not equal.
    TaxHalvesDiffer "tax.halves-differ" Documented "e-invoice validation 2227" {
        HalvesDiffer Error "CGST {0} and SGST {1} are not equal; each is half the GST rate on the taxable value, rounded separately, so correct one of them";
    }
    HALVES_DIFFER: Invoice on INVOICE, FLAT_INVOICE reads term_set![Receivable: Cgst Sgst] => halves_differ;
    ITEM_HALVES_DIFFER: OneItem on ITEM reads CHARGE_TERMS => halves_differ;
    TOTALS_HALVES_DIFFER: Document on DOCUMENT reads term_set![Document: Items].and(TOTAL_CHARGE_TERMS).and(CHARGE_TERMS) => totals_halves_differ;
}

fn totals_halves_differ((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    halves_differ(&TotalsHeads(state), check)
}

rule! {
    /// IGST within a state, or CGST and SGST between states.
    TaxWrongHead "tax.wrong-head" Documented "e-invoice validations 2172, 2174, 2180, 2237" {
        WrongHead Error "the supply goes from state {0} to state {1}, so IGST applies; leave out interState or set it to true";
        HeadsBetween Error [Supply IgstWithin] "IGST applies to this supply (to another state, an SEZ or abroad, or with {IgstWithin} Y), not CGST {0} and SGST {1}; replace them with IGST";
        HeadWithin Error "this supply is within one state, so CGST and SGST apply, not IGST {0}; replace it with CGST and SGST";
    }
    ITEM_WRONG_HEAD: OneItem on ITEM reads term_set![Supply: Kind IgstWithin; Supplier: Gstin State; Buyer: PlaceOfSupply].and(CHARGE_TERMS) => wrong_head;
}

/// One of the two halves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Cgst,
    Sgst,
}

/// Something that has CGST and SGST.
trait Halves {
    /// CGST and SGST, zero where there is none; `None` with missing terms where one is unknown.
    fn halves(&self, missing: &mut TermSet) -> Option<(i64, i64)>;

    /// Which of two different halves is wrong: where it is, and what it should be.
    fn wrong_half(&self, cgst: i64, sgst: i64, missing: &mut TermSet) -> Option<(Anchor, Option<i64>)>;
}

/// Something that has the heads of a tax, as fields or in a list.
trait TaxHeads: Halves {
    /// CGST, SGST and IGST.
    fn heads(&self) -> [Resolved<i64>; 3];

    /// What is missing of heads that cannot be compared.
    fn missing_heads(&self, heads: [Resolved<i64>; 3], missing: &mut TermSet);

    /// Where IGST is.
    fn igst(&self) -> Anchor;

    /// What the payload calls a half.
    fn name(&self, half: Half, cx: &ObjectContext<'_>) -> &'static str;

    /// Where a half is missing.
    fn gap(&self, missing: Half) -> Anchor;
}

/// IGST combined with CGST or SGST.
fn mixed(heads: &impl TaxHeads, check: &mut Check<'_, '_>) -> Option<()> {
    let all @ [cgst, sgst, igst] = heads.heads();
    let none = |head: Resolved<i64>| matches!(head, Resolved::Absent | Resolved::Value(0));
    if none(igst) || none(cgst) && none(sgst) {
        return Some(());
    }
    let due = |head: Resolved<i64>| head.value().filter(|paise| *paise != 0);
    match (due(igst), due(cgst).or(due(sgst))) {
        (Some(igst), Some(_)) => {
            let given = |head: Resolved<i64>| head.value().unwrap_or_default();
            check.raise(heads.igst(), Diagnostic::new(MessageId::Mixed).paise(igst).paise(given(cgst)).paise(given(sgst)));
        }
        _ => heads.missing_heads(all, &mut check.missing),
    }
    Some(())
}

/// CGST without SGST or the reverse.
fn half_missing(heads: &impl TaxHeads, check: &mut Check<'_, '_>) -> Option<()> {
    // Combined with IGST neither half is due, which `tax.mixed` reports.
    let [_, _, igst] = heads.heads();
    if igst.value().is_some_and(|paise| paise != 0) {
        return Some(());
    }
    let (given, paise, missing) = match heads.halves(&mut check.missing)? {
        (0, 0) => return Some(()),
        (paise, 0) => (Half::Cgst, paise, Half::Sgst),
        (0, paise) => (Half::Sgst, paise, Half::Cgst),
        _ => return Some(()),
    };
    let (given, missing_name) = (heads.name(given, check.cx), heads.name(missing, check.cx));
    let diagnostic = Diagnostic::new(MessageId::HalfMissing).plain(given).paise(paise).plain(missing_name);
    check.raise(heads.gap(missing), diagnostic.expected(&Concat(&[&missing_name, &" ", &Paise(paise)])));
    Some(())
}

/// CGST and SGST that are not the same.
fn halves_differ(halves: &impl Halves, check: &mut Check<'_, '_>) -> Option<()> {
    let (cgst, sgst) = halves.halves(&mut check.missing)?;
    if cgst == 0 || sgst == 0 || cgst == sgst {
        return Some(());
    }
    let (anchor, right) = halves.wrong_half(cgst, sgst, &mut check.missing)?;
    let diagnostic = Diagnostic::new(MessageId::HalvesDiffer).paise(cgst).paise(sgst);
    check.raise(anchor, if let Some(right) = right { diagnostic.expected_paise(right) } else { diagnostic });
    Some(())
}

impl Halves for Receivable<'_> {
    fn halves(&self, missing: &mut TermSet) -> Option<(i64, i64)> {
        let (cgst, sgst) = (self.sum_or_zero(ReceivableTerm::Cgst, missing), self.sum_or_zero(ReceivableTerm::Sgst, missing));
        cgst.zip(sgst)
    }

    fn wrong_half(&self, _: i64, _: i64, _: &mut TermSet) -> Option<(Anchor, Option<i64>)> {
        Some((self.anchor(&[ReceivableTerm::Sgst, ReceivableTerm::Cgst]), None))
    }
}

impl TaxHeads for Receivable<'_> {
    fn heads(&self) -> [Resolved<i64>; 3] {
        [ReceivableTerm::Cgst, ReceivableTerm::Sgst, ReceivableTerm::Igst].map(|term| self.sum(term))
    }

    fn missing_heads(&self, [cgst, sgst, igst]: [Resolved<i64>; 3], missing: &mut TermSet) {
        let within = is_due(cgst) || is_due(sgst);
        for (term, head) in [(ReceivableTerm::Igst, igst), (ReceivableTerm::Cgst, cgst), (ReceivableTerm::Sgst, sgst)] {
            if head == Resolved::Unknown && (term == ReceivableTerm::Igst || !within) {
                note(term, missing);
            }
        }
    }

    fn igst(&self) -> Anchor {
        self.anchor(HEADS)
    }

    fn name(&self, half: Half, cx: &ObjectContext<'_>) -> &'static str {
        cx.name(match half {
            Half::Cgst => ReceivableTerm::Cgst,
            Half::Sgst => ReceivableTerm::Sgst,
        })
    }

    fn gap(&self, missing: Half) -> Anchor {
        // The payload may have only one of the two; the finding is about the one that it has.
        match missing {
            Half::Sgst => self.anchor(&[ReceivableTerm::Cgst, ReceivableTerm::Sgst]),
            Half::Cgst => self.anchor(&[ReceivableTerm::Sgst, ReceivableTerm::Cgst]),
        }
    }
}

impl Halves for Item<'_> {
    fn halves(&self, missing: &mut TermSet) -> Option<(i64, i64)> {
        let [cgst, sgst, _] = self.heads;
        if cgst.paise == sgst.paise || self.is_mixed() {
            return Some((0, 0));
        }
        self.need_charges(missing).then_some((cgst.paise, sgst.paise))
    }

    fn wrong_half(&self, cgst: i64, sgst: i64, _: &mut TermSet) -> Option<(Anchor, Option<i64>)> {
        // The one that is not half of the tax is wrong.
        let (wrong, right) = if self.half() == Some(sgst) { (ValueKind::Cgst, sgst) } else { (ValueKind::Sgst, cgst) };
        Some((self.anchor(self.total(wrong)), Some(right)))
    }
}

impl TaxHeads for Item<'_> {
    fn heads(&self) -> [Resolved<i64>; 3] {
        self.heads.map(|head| if head.is_present() { Resolved::Value(head.paise) } else { Resolved::Absent })
    }

    fn missing_heads(&self, _: [Resolved<i64>; 3], _: &mut TermSet) {}

    fn igst(&self) -> Anchor {
        self.anchor(self.total(ValueKind::Igst))
    }

    fn name(&self, half: Half, _: &ObjectContext<'_>) -> &'static str {
        kind(half).as_str()
    }

    fn gap(&self, missing: Half) -> Anchor {
        let [cgst, sgst, _] = self.heads;
        let (missing, given) = if missing == Half::Cgst { (cgst, sgst) } else { (sgst, cgst) };
        self.anchor(if missing.is_present() { missing } else { given })
    }
}

const fn kind(half: Half) -> ValueKind {
    match half {
        Half::Cgst => ValueKind::Cgst,
        Half::Sgst => ValueKind::Sgst,
    }
}

/// CGST and SGST among the totals of an invoice.
struct TotalsHeads<'m>(&'m DocumentState);

impl Halves for TotalsHeads<'_> {
    fn halves(&self, _: &mut TermSet) -> Option<(i64, i64)> {
        let total = |half| self.0.totals.charges.of(kind(half)).paise;
        Some((total(Half::Cgst), total(Half::Sgst)))
    }

    fn wrong_half(&self, cgst: i64, sgst: i64, missing: &mut TermSet) -> Option<(Anchor, Option<i64>)> {
        let DocumentState { totals, items, .. } = self.0;
        if items.charges_unknown {
            missing.insert(term_id!(Item: Charges));
            return None;
        }
        // The one that is not that of the items is wrong; where both are, the items have the finding.
        let is_of_items = |half, paise| items.charges.get(kind(half) as usize) == Some(&paise);
        let (wrong, right) = match (is_of_items(Half::Cgst, cgst), is_of_items(Half::Sgst, sgst)) {
            (true, true) => return None,
            (false, true) => (Half::Cgst, sgst),
            _ => (Half::Sgst, cgst),
        };
        Some((totals.anchor(totals.charges.of(kind(wrong))), Some(right)))
    }
}

/// IGST within a state, or CGST and SGST between states.
fn wrong_head(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let [cgst, sgst, igst] = item.heads;
    if item.is_mixed() {
        return Some(());
    }
    let within = cgst.paise != 0 || sgst.paise != 0;
    match item.leaves_state {
        Some(true) if within => {
            let diagnostic = Diagnostic::new(MessageId::HeadsBetween).paise(cgst.paise).paise(sgst.paise).expected_text("IGST");
            check.raise(item.anchor(if cgst.paise != 0 { cgst } else { sgst }), diagnostic);
        }
        Some(false) if igst.paise != 0 => {
            check.raise(item.anchor(igst), Diagnostic::new(MessageId::HeadWithin).paise(igst.paise).expected_text("CGST and SGST"));
        }
        None => check.missing.insert_set(&item.place_missing),
        _ => {}
    }
    Some(())
}
