//! An item: price, discount, taxes and value.

use super::book::{Book, Line, Lines, add, all_of, held, position};
use super::kinds::{TAXES, ValueKind};
use super::known::Gaps;
use crate::calc::{Exact, Share, Tolerance};
use crate::payload::{ChargeTerm, DocumentTerm, ExternalTerm, ItemTerm, ObjectKind, OtherTaxTerm};
use crate::read::{ObjectContext, Segment, Slot, Span, Value};
use crate::report::{Arg, Code, Concat, Diagnostic, MessageId, Subject};
use crate::rule::Context;
use crate::value::{Paise, Rate, RateEntry, RateValidity, whole};
use std::collections::BinaryHeap;

/// The three heads of GST, the kinds 0 to 2.
const HEADS: [ValueKind; 3] = [ValueKind::Cgst, ValueKind::Sgst, ValueKind::Igst];

/// The cesses, which the buyer pays too where the buyer pays the tax.
const CESSES: [ValueKind; 4] = [ValueKind::Cess, ValueKind::CessNonAdvol, ValueKind::StateCess, ValueKind::StateCessNonAdvol];

/// What the value of an item holds beside its taxable value and the taxes.
const CHARGES: [ValueKind; 2] = [ValueKind::OtherCharges, ValueKind::RoundOff];

const DETAILS: &str = "itemValueDetails";

/// A number in the term, in its units; none if it is not there, is below zero or cannot
/// be read.
#[inline(never)]
fn units(slots: &[Slot], term: u8) -> Option<i64> {
    signed(slots.get(usize::from(term))?).filter(|units| *units >= 0)
}

/// A number that may be below zero.
fn signed(slot: &Slot) -> Option<i64> {
    match slot.value {
        Value::Paise(units) | Value::Milli(units) => Some(units),
        _ => None,
    }
}

/// A value with its kind: the kind as the words have it, and the value.
#[inline]
pub(super) fn entry(cx: &mut ObjectContext<'_>, context: &Context, code: Code) -> Option<(ValueKind, i64, Span)> {
    // A word with escapes is looked up once more.
    let kind = context.words.kind(cx.raw(ChargeTerm::Kind));
    let value = cx.slot(ChargeTerm::Value);
    match (kind, units(cx.slots, ChargeTerm::Value as u8)) {
        (Some(kind), Some(amount)) => Some((kind, amount, value.span())),
        (kind, _) => odd_entry(kind, cx, context, code).map(|(kind, amount)| (kind, amount, value.span())),
    }
}

#[inline(never)]
fn odd_entry(kind: Option<ValueKind>, cx: &mut ObjectContext<'_>, context: &Context, code: Code) -> Option<(ValueKind, i64)> {
    let (word, value) = (cx.slot(ChargeTerm::Kind), cx.slot(ChargeTerm::Value));
    let content = word.content(cx.text);
    let kind = kind.or_else(|| context.words.kind(&content));
    if kind.is_none() && word.value == Value::Text {
        let fault = Diagnostic::new(MessageId::WordNotKnown).input(&content).display(&context.words.to_text());
        cx.raise(Some(ChargeTerm::Kind), fault);
    }
    let below = signed(&value).is_some_and(|amount| amount < 0) && kind != Some(ValueKind::RoundOff);
    // The table of rates has told that already.
    if below && kind.is_some() && cx.shape.object != ObjectKind::ItemRate {
        let fault = Diagnostic::new(MessageId::Negative).subject(Subject { name: "value", text: value.text(cx.text) });
        cx.raise(Some(ChargeTerm::Value), fault.expected_text(">= 0"));
    }
    let amount = signed(&value).filter(|_| !below);
    let mut gaps = Gaps::default();
    gaps.note(ChargeTerm::Kind, kind.is_none());
    gaps.note(ChargeTerm::Value, amount.is_none() && kind.is_some());
    skip(code, gaps, cx);
    kind.zip(amount)
}

impl Book {
    /// Notes a value of the item being read.
    pub(super) fn note_item_value(&mut self, cx: &mut ObjectContext<'_>, context: &Context) {
        self.item.counts[0] += 1;
        match entry(cx, context, Code::TotalItemValue) {
            Some((kind, paise, span)) => add(&mut self.item.values, kind, paise, position(cx), span),
            None => self.item.unclear = true,
        }
    }

    /// Notes a rate of the item being read.
    pub(super) fn note_item_rate(&mut self, cx: &mut ObjectContext<'_>, context: &Context) {
        self.item.counts[1] += 1;
        match entry(cx, context, Code::TaxRateSum) {
            Some((kind, rate, span)) => add(&mut self.item.rates, kind, rate, position(cx), span),
            None => self.item.rates_unclear = true,
        }
    }

    /// Notes a tax of the item being read that has no head of its own.
    pub(super) fn note_other_tax(&mut self, cx: &ObjectContext<'_>) {
        self.item.counts[2] += 1;
        let amount = cx.slot(OtherTaxTerm::Amount);
        let number = |term: OtherTaxTerm| units(cx.slots, term as u8);
        match (number(OtherTaxTerm::Rate), number(OtherTaxTerm::Amount)) {
            (_, Some(paise)) => self.item.others = self.item.others.saturating_add(paise),
            (Some(0) | None, None) if held(amount).is_none() => {}
            _ => self.item.others_unclear = true,
        }
        if let (Some(rate @ 1..), Some(paise)) = (number(OtherTaxTerm::Rate), number(OtherTaxTerm::Amount)) {
            self.item.rated.push((rate, Line { paise, index: position(cx), span: amount.span() }));
        }
    }

    /// Judges the item that has been read.
    pub(super) fn judge_item(&mut self, cx: &mut ObjectContext<'_>, context: &Context) {
        let (leaves, place_gaps) = self.leaves_state(cx.text);
        let [values, rates, others] = self.item.counts;
        self.item.rates_unclear |= !all_of(cx.slot(ItemTerm::Rates), rates);
        self.item.others_unclear |= !all_of(cx.slot(ItemTerm::OtherTaxes), others);
        let told = all_of(cx.slot(ItemTerm::ValueDetails), values);
        if !told {
            self.item.values = Default::default();
        }
        let judge = Checker {
            lines: &self.item,
            told: told && !self.item.unclear,
            leaves,
            place_gaps,
            without_payment: self.supply.kind.is_without_payment(),
            untaxed: self.supply.reverse_charge == Some(true) || self.supply.kind.is_export(),
            tolerance: context.tolerance,
        };
        judge.goods(cx);
        judge.gross(cx);
        judge.taxable(cx);
        judge.heads(cx);
        judge.rates(cx);
        judge.cess(cx);
        judge.value(cx);
        let rate = units(cx.slots, ItemTerm::GstRate as u8).and_then(|rate| rate_entry(rate, cx));
        self.add_item(cx, told, rate);
        self.item.clear();
    }

    /// Adds the item to the sums of the invoice.
    fn add_item(&mut self, cx: &mut ObjectContext<'_>, told: bool, rate: Option<&'static RateEntry>) {
        let index = position(cx);
        let Book { items, item: lines, .. } = self;
        items.count += 1;
        match units(cx.slots, ItemTerm::Taxable as u8) {
            Some(paise) => items.taxable = items.taxable.saturating_add(paise),
            None => items.taxable_unclear = true,
        }
        match units(cx.slots, ItemTerm::ItemValue as u8) {
            Some(paise) => items.value = items.value.saturating_add(paise),
            None => items.value_unclear = true,
        }
        items.heads_unclear |= !told || lines.unclear;
        for (sum, line) in items.heads.iter_mut().zip(&lines.values.0) {
            *sum = sum.saturating_add(line.paise);
        }
        if let Some(rate_entry) = rate.filter(|rate_entry| rate_entry.is_time_bound()) {
            items.dated.push((index, cx.slot(ItemTerm::GstRate).span(), rate_entry));
        }
        let serial = cx.slot(ItemTerm::Serial);
        if serial.value == Value::Text {
            items.serials.push((index, serial.span()));
        }
        items.unordered |= whole(cx.raw(ItemTerm::Serial)) != Some(items.count);
    }
}

/// The schedule of an item's rate, or a finding if there is none.
fn rate_entry(rate: i64, cx: &mut ObjectContext<'_>) -> Option<&'static RateEntry> {
    let rate = Rate(u32::try_from(rate).ok()?);
    let rate_entry = RateEntry::of(rate);
    if rate_entry.is_none() {
        let fault = Diagnostic::new(MessageId::RateNotKnown).display(&rate).plain(RateEntry::LIST).expected_text(RateEntry::LIST);
        cx.raise(Some(ItemTerm::GstRate), fault);
    }
    rate_entry
}

/// An item with what its law asks.
struct Checker<'b> {
    lines: &'b Lines,
    /// Whether its values are there and all of them are read.
    told: bool,
    /// Whether the supply leaves the state, if that is known.
    leaves: Option<bool>,
    place_gaps: u64,
    /// Whether the supply goes out without payment of the tax.
    without_payment: bool,
    /// Whether its value may leave the taxes out: reverse charge and exports.
    untaxed: bool,
    tolerance: Tolerance,
}

impl Checker<'_> {
    /// Goods or service, and what each needs.
    #[inline(never)]
    fn goods(&self, cx: &mut ObjectContext<'_>) {
        let text = cx.text;
        let (service, hsn) = (cx.slot(ItemTerm::IsService), cx.slot(ItemTerm::Hsn));
        let service = match service.text(text) {
            "\"Y\"" => true,
            "\"N\"" => false,
            _ if held(service).is_none() => return,
            _ => return cx.sink.skip(Code::HsnServiceMismatch, ItemTerm::IsService.bit(), cx.shape),
        };
        if hsn.value == Value::Text && hsn.text(text).starts_with("\"99") != service && hsn.to - hsn.from > 3 {
            let content = hsn.content(text);
            let msg = if service { MessageId::HsnService } else { MessageId::HsnGoods };
            cx.raise(Some(ItemTerm::Hsn), Diagnostic::new(msg).subject(Subject { name: "hsnCode", text: &content }));
        }
        if !service {
            for (term, name) in [(ItemTerm::Quantity, "quantity"), (ItemTerm::Unit, "unit")] {
                if cx.slot(term).value == Value::Absent {
                    cx.raise_at(&[Segment::Field(name)], Span::default(), false, Diagnostic::new(MessageId::MissingForGoods).plain(name));
                }
            }
        }
    }

    /// Quantity times price.
    #[inline(never)]
    fn gross(&self, cx: &mut ObjectContext<'_>) {
        let Some(gross) = units(cx.slots, ItemTerm::Gross as u8) else {
            return;
        };
        let (quantity, price) = (units(cx.slots, ItemTerm::Quantity as u8), units(cx.slots, ItemTerm::UnitPrice as u8));
        let (Some(quantity), Some(price)) = (quantity, price) else {
            // A service need not be counted.
            let counted = held(cx.slot(ItemTerm::Quantity)).is_some() || cx.slot(ItemTerm::IsService).text(cx.text) != "\"Y\"";
            let mut gaps = Gaps::default();
            gaps.note(ItemTerm::Quantity, quantity.is_none() && counted);
            gaps.note(ItemTerm::UnitPrice, price.is_none());
            return skip(Code::TotalItemGross, gaps, cx);
        };
        let exact = Exact::gross(quantity, price);
        if !exact.takes(gross, self.tolerance) {
            let right = exact.rounded();
            let fault = Diagnostic::new(MessageId::ItemGross).paise(gross).paise(right.0).expected(&right);
            cx.raise(Some(ItemTerm::Gross), fault);
        }
    }

    /// Gross less discount.
    #[inline(never)]
    fn taxable(&self, cx: &mut ObjectContext<'_>) {
        let (Some(gross), discount) = (units(cx.slots, ItemTerm::Gross as u8), self.lines.line(ValueKind::Discount)) else {
            if held(cx.slot(ItemTerm::Taxable)).is_some() {
                let mut gaps = Gaps::default();
                gaps.note(ItemTerm::Gross, true);
                skip(Code::TotalItemTaxable, gaps, cx);
            }
            return;
        };
        if discount.paise > gross {
            let fault = Diagnostic::new(MessageId::DiscountAboveGross).paise(discount.paise).paise(gross).at_most(&Paise(gross));
            return at_line(ItemTerm::ValueDetails, DETAILS, discount, cx, fault);
        }
        let Some(taxable) = units(cx.slots, ItemTerm::Taxable as u8) else {
            return;
        };
        let right = gross - discount.paise;
        if Exact::paise(right).takes(taxable, self.tolerance) {
            return;
        }
        if !self.told {
            let mut gaps = Gaps::default();
            gaps.note(ItemTerm::ValueDetails, true);
            return skip(Code::TotalItemTaxable, gaps, cx);
        }
        let fault =
            Diagnostic::new(MessageId::ItemTaxable).paise(taxable).paise(gross).paise(discount.paise).paise(right).expected(&Paise(right));
        cx.raise(Some(ItemTerm::Taxable), fault);
    }

    /// The heads of the tax: which are due, and how much.
    #[inline(never)]
    fn heads(&self, cx: &mut ObjectContext<'_>) {
        let [cgst, sgst, igst] = HEADS.map(|kind| self.lines.line(kind));
        let raise = |cx: &mut ObjectContext<'_>, line, fault| at_line(ItemTerm::ValueDetails, DETAILS, line, cx, fault);
        let (within, between) = (cgst.paise != 0 || sgst.paise != 0, igst.paise != 0);
        if within && between {
            let fault = Diagnostic::new(MessageId::Mixed).paise(igst.paise).paise(cgst.paise).paise(sgst.paise);
            return raise(cx, igst, fault);
        }
        if within && (cgst.paise == 0 || sgst.paise == 0) && self.told {
            let (name, line, other, missing) = match cgst.paise {
                0 => ("SGST", sgst, "CGST", cgst),
                _ => ("CGST", cgst, "SGST", sgst),
            };
            let fault = Diagnostic::new(MessageId::HalfMissing).plain(name).paise(line.paise).plain(other);
            raise(cx, if missing.is_there() { missing } else { line }, fault.expected(&Concat(&[&other, &" ", &Paise(line.paise)])));
        } else if cgst.paise != sgst.paise && within && self.told {
            // The one that is not its share is the wrong one.
            let right = units(cx.slots, ItemTerm::GstRate as u8).zip(units(cx.slots, ItemTerm::Taxable as u8));
            let right = right.map(|(rate, taxable)| Exact::head(taxable, rate, Share::Half).rounded().0);
            let (wrong, other) = if right == Some(sgst.paise) { (cgst, sgst) } else { (sgst, cgst) };
            raise(cx, wrong, Diagnostic::new(MessageId::HalvesDiffer).paise(cgst.paise).paise(sgst.paise).expected(&Paise(other.paise)));
        }
        match self.leaves {
            Some(true) if within => {
                let line = if cgst.paise != 0 { cgst } else { sgst };
                return raise(cx, line, Diagnostic::new(MessageId::HeadsBetween).paise(cgst.paise).paise(sgst.paise).expected_text("IGST"));
            }
            Some(false) if between => {
                return raise(cx, igst, Diagnostic::new(MessageId::HeadWithin).paise(igst.paise).expected_text("CGST and SGST"));
            }
            None => cx.sink.skip(Code::TaxWrongHead, self.place_gaps, cx.shape),
            _ => {}
        }
        let (Some(rate), Some(taxable)) = (units(cx.slots, ItemTerm::GstRate as u8), units(cx.slots, ItemTerm::Taxable as u8)) else {
            let mut gaps = Gaps::default();
            gaps.note(ItemTerm::GstRate, units(cx.slots, ItemTerm::GstRate as u8).is_none());
            gaps.note(ItemTerm::Taxable, units(cx.slots, ItemTerm::Taxable as u8).is_none());
            return skip(Code::TaxAmount, gaps, cx);
        };
        if !within && !between {
            let (half, full) = (Exact::head(taxable, rate, Share::Half).rounded(), Exact::head(taxable, rate, Share::Full).rounded());
            // Of a few paise each half may be nothing where the whole is a paisa.
            let due = if self.leaves == Some(true) { full } else { half };
            if due.0 == 0 || self.without_payment || self.untaxed {
                return;
            }
            let mut gaps = Gaps::default();
            gaps.note(ItemTerm::ValueDetails, !self.told);
            if !self.told {
                return skip(Code::TaxMissing, gaps, cx);
            }
            let fault = Diagnostic::new(MessageId::TaxNotThere).display(&percent(rate)).paise(taxable);
            let fault = match self.leaves {
                Some(true) => fault.expected(&Concat(&[&"IGST ", &full])),
                Some(false) => fault.expected(&Concat(&[&"CGST ", &half, &" and SGST ", &half])),
                None => fault.expected(&Concat(&[&"CGST ", &half, &" and SGST ", &half, &", or IGST ", &full])),
            };
            return cx.raise(Some(ItemTerm::ValueDetails), fault);
        }
        for (kind, line) in HEADS.into_iter().zip([cgst, sgst, igst]).filter(|(_, line)| line.paise != 0) {
            let share = if between { Share::Full } else { Share::Half };
            self.amount(kind.as_str(), rate, line.paise, taxable, share, |fault| at_line(ItemTerm::ValueDetails, DETAILS, line, cx, fault));
        }
    }

    /// The rates of the heads against the rate of the item.
    #[inline(never)]
    fn rates(&self, cx: &mut ObjectContext<'_>) {
        if held(cx.slot(ItemTerm::Rates)).is_none() || self.lines.rates_unclear {
            return;
        }
        let [cgst, sgst, igst] = HEADS.map(|kind| self.lines.rate(kind));
        let Some(rate) = units(cx.slots, ItemTerm::GstRate as u8) else {
            let mut gaps = Gaps::default();
            gaps.note(ItemTerm::GstRate, true);
            return skip(Code::TaxRateSum, gaps, cx);
        };
        let halves = cgst.paise + sgst.paise;
        // Some list the rates of both cases.
        let fits =
            halves + igst.paise == rate && cgst.paise == sgst.paise || halves == rate && igst.paise == rate && cgst.paise == sgst.paise;
        let none = ![cgst, sgst, igst].iter().any(Line::is_there);
        if fits || none {
            return;
        }
        let rates = [cgst.paise, sgst.paise, igst.paise, rate].map(percent);
        let fault = rates.iter().fold(Diagnostic::new(MessageId::RateSum), |fault, rate| fault.display(rate));
        let first = [cgst, sgst, igst].into_iter().find(Line::is_there).unwrap_or_default();
        at_line(ItemTerm::Rates, "rates", first, cx, fault.expected(&percent(rate)));
    }

    /// Cess and other taxes against the rates that are told for them.
    #[inline(never)]
    fn cess(&self, cx: &mut ObjectContext<'_>) {
        let Some(taxable) = units(cx.slots, ItemTerm::Taxable as u8) else {
            return;
        };
        for kind in [ValueKind::Cess, ValueKind::StateCess] {
            let (rate, line) = (self.lines.rate(kind), self.lines.line(kind));
            if rate.paise > 0 && line.is_there() {
                self.amount(kind.as_str(), rate.paise, line.paise, taxable, Share::Full, |fault| {
                    at_line(ItemTerm::ValueDetails, DETAILS, line, cx, fault);
                });
            }
        }
        for (rate, line) in &self.lines.rated {
            let way = [Segment::Field("otherTaxes"), Segment::Index(line.index), Segment::Field("amount")];
            self.amount("the tax", *rate, line.paise, taxable, Share::Full, |fault| cx.raise_at(&way, line.span, false, fault));
        }
    }

    /// One tax against its rate.
    #[inline]
    fn amount(&self, name: &'static str, rate: i64, paise: i64, taxable: i64, share: Share, raise: impl FnOnce(Diagnostic<'_>)) {
        let exact = Exact::head(taxable, rate, share);
        if !exact.takes(paise, self.tolerance) {
            raise(amount_fault(name, rate, paise, taxable, share));
        }
    }

    /// Taxable value and all taxes.
    #[inline(never)]
    fn value(&self, cx: &mut ObjectContext<'_>) {
        let Some(value) = units(cx.slots, ItemTerm::ItemValue as u8) else {
            return;
        };
        let taxable = units(cx.slots, ItemTerm::Taxable as u8);
        let others = held(cx.slot(ItemTerm::OtherTaxes)).is_some() && self.lines.others_unclear;
        let Some(taxable) = taxable.filter(|_| self.told && !others) else {
            let mut gaps = Gaps::default();
            gaps.note(ItemTerm::Taxable, taxable.is_none());
            gaps.note(ItemTerm::ValueDetails, !self.told);
            gaps.note(ItemTerm::OtherTaxes, others);
            return skip(Code::TotalItemValue, gaps, cx);
        };
        let within = TAXES.iter().chain(&CHARGES);
        let rest: i64 = within.map(|kind| self.lines.value(*kind)).fold(self.lines.others, i64::saturating_add);
        let sum = |kinds: &[ValueKind]| kinds.iter().map(|kind| self.lines.value(*kind)).fold(0, i64::saturating_add);
        let (heads, cesses) = (sum(&HEADS), sum(&CESSES));
        let right = taxable.saturating_add(rest);
        let takes = |right| Exact::paise(right).takes(value, self.tolerance);
        if takes(right) || self.untaxed && (takes(right - heads) || takes(right - heads - cesses)) {
            return;
        }
        let fault = Diagnostic::new(MessageId::ItemValue).paise(value).paise(taxable).paise(rest).paise(right).expected(&Paise(right));
        cx.raise(Some(ItemTerm::ItemValue), fault);
    }
}

/// Raises a fault at the value of a line, or at the whole list if the line is not there.
#[inline(never)]
fn at_line(term: ItemTerm, list: &'static str, line: Line, cx: &mut ObjectContext<'_>, fault: Diagnostic<'_>) {
    if line.is_there() {
        cx.raise_at(&[Segment::Field(list), Segment::Index(line.index), Segment::Field("value")], line.span, false, fault);
    } else {
        cx.raise(Some(term), fault);
    }
}

/// A rate as messages show it.
fn percent(thousandths: i64) -> Rate {
    Rate(u32::try_from(thousandths).unwrap_or_default())
}

#[inline(never)]
fn amount_fault(name: &'static str, rate: i64, paise: i64, taxable: i64, share: Share) -> Diagnostic<'static> {
    let right = Exact::head(taxable, rate, share).rounded();
    let msg = if share == Share::Half { MessageId::HalfAmount } else { MessageId::HeadAmount };
    let fault = Diagnostic::new(msg).arg(Arg::Phrase(name)).paise(paise).display(&percent(rate)).paise(taxable);
    fault.paise(right.0).expected(&right)
}

/// Lists a rule as skipped, if something is missing for it.
pub(super) fn skip(code: Code, gaps: Gaps, cx: &mut ObjectContext<'_>) {
    if gaps.0 != 0 {
        cx.sink.skip(code, gaps.0, cx.shape);
    }
}

/// Serial numbers that stand on more than one item.
#[inline(never)]
pub(super) fn serials(book: &Book, cx: &mut ObjectContext<'_>) {
    let mut serials = BinaryHeap::new();
    for (place, (_, span)) in book.items.serials.iter().enumerate().filter(|_| book.items.unordered) {
        let text = Slot { value: Value::Text, from: span.from, to: span.to }.content(cx.text);
        if whole(&text).is_some() {
            serials.push((text, place));
        }
    }
    // Those of one number come from the heap together, the last first.
    while let Some((serial, place)) = serials.pop() {
        if serials.peek().is_some_and(|(before, _)| *before == serial) {
            let (index, span) = book.items.serials.get(place).copied().unwrap_or_default();
            let way = [Segment::Field("itemLists"), Segment::Index(index), Segment::Field("serialno")];
            cx.raise_at(&way, span, false, Diagnostic::new(MessageId::SerialTwice).input(&serial));
        }
    }
}

/// Rates that are not in force on the day of the invoice.
pub(super) fn dated(book: &Book, cx: &mut ObjectContext<'_>) {
    let Value::Day(day) = cx.slot(DocumentTerm::Ts).value else {
        if !book.items.dated.is_empty() {
            cx.sink.skip(Code::TaxRateExpired, ExternalTerm::Ts.bit(), cx.shape);
        }
        return;
    };
    for (index, span, rate_entry) in &book.items.dated {
        let msg = match rate_entry.validity(day) {
            RateValidity::InForce => continue,
            RateValidity::Restricted => MessageId::RateRare,
            RateValidity::NotInForce => MessageId::RateOver,
        };
        let fault = Diagnostic::new(msg).display(&rate_entry.rate).display(&day);
        cx.raise_at(&[Segment::Field("itemLists"), Segment::Index(*index), Segment::Field("gstRate")], *span, false, fault);
    }
}
