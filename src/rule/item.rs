//! An item: price, discount, taxes and value.

use super::book::{Book, Line, Lines, add, all_of, held, position};
use super::kinds::{TAXES, ValueKind};
use super::known::Gaps;
use crate::calc::{Exact, Share, Tolerance};
use crate::payload::{Beside, Doc, Entry, Item, Law, OtherTax};
use crate::read::{Hop, Scene, Slot, Span, Value};
use crate::report::{Arg, Code, Fault, Msg, Row, Subject};
use crate::rule::Context;
use crate::value::{Force, Paise, Rate, Schedule, whole};
use std::collections::BinaryHeap;

/// The three heads of GST, the kinds 0 to 2.
const HEADS: [ValueKind; 3] = [ValueKind::Cgst, ValueKind::Sgst, ValueKind::Igst];

/// The cesses, which the buyer pays too where the buyer pays the tax.
const CESSES: [ValueKind; 4] = [ValueKind::Cess, ValueKind::CessNonAdvol, ValueKind::StateCess, ValueKind::StateCessNonAdvol];

/// What the value of an item holds beside its taxable value and the taxes.
const CHARGES: [ValueKind; 2] = [ValueKind::OtherCharges, ValueKind::RoundOff];

const DETAILS: &str = "itemValueDetails";

/// A number in the seat, in its units; none if it is not there, is below zero or cannot
/// be read.
#[inline(never)]
fn units(slots: &[Slot], seat: u8) -> Option<i64> {
    signed(slots.get(usize::from(seat))?).filter(|units| *units >= 0)
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
pub(super) fn entry(scene: &mut Scene<'_>, context: &Context, code: Code) -> Option<(ValueKind, i64, Span)> {
    // A word with escapes is looked up once more.
    let kind = context.words.kind(scene.raw(Entry::Kind));
    let value = scene.slot(Entry::Value);
    match (kind, units(scene.slots, Entry::Value as u8)) {
        (Some(kind), Some(amount)) => Some((kind, amount, value.span())),
        (kind, _) => odd_entry(kind, scene, context, code).map(|(kind, amount)| (kind, amount, value.span())),
    }
}

#[inline(never)]
fn odd_entry(kind: Option<ValueKind>, scene: &mut Scene<'_>, context: &Context, code: Code) -> Option<(ValueKind, i64)> {
    let (word, value) = (scene.slot(Entry::Kind), scene.slot(Entry::Value));
    let content = word.content(scene.text);
    let kind = kind.or_else(|| context.words.kind(&content));
    if kind.is_none() && word.value == Value::Text {
        let fault = Fault::new(Msg::WordNotKnown).input(&content).shown(&context.words.shown());
        scene.raise(Some(Entry::Kind), fault);
    }
    let below = signed(&value).is_some_and(|amount| amount < 0) && kind != Some(ValueKind::RoundOff);
    // The table of rates has told that already.
    if below && kind.is_some() && scene.shape.law != Law::ItemRate {
        let fault = Fault::new(Msg::Negative).subject(Subject { name: "value", text: value.text(scene.text) });
        scene.raise(Some(Entry::Value), fault.wants(">= 0"));
    }
    let amount = signed(&value).filter(|_| !below);
    let mut gaps = Gaps::default();
    gaps.note(Entry::Kind, kind.is_none());
    gaps.note(Entry::Value, amount.is_none() && kind.is_some());
    skip(code, gaps, scene);
    kind.zip(amount)
}

impl Book {
    /// Notes a value of the item being read.
    pub(super) fn note_item_value(&mut self, scene: &mut Scene<'_>, context: &Context) {
        self.item.counts[0] += 1;
        match entry(scene, context, Code::TotalItemValue) {
            Some((kind, paise, span)) => add(&mut self.item.values, kind, paise, position(scene), span),
            None => self.item.unclear = true,
        }
    }

    /// Notes a rate of the item being read.
    pub(super) fn note_item_rate(&mut self, scene: &mut Scene<'_>, context: &Context) {
        self.item.counts[1] += 1;
        match entry(scene, context, Code::TaxRateSum) {
            Some((kind, rate, span)) => add(&mut self.item.rates, kind, rate, position(scene), span),
            None => self.item.rates_unclear = true,
        }
    }

    /// Notes a tax of the item being read that has no head of its own.
    pub(super) fn note_other_tax(&mut self, scene: &Scene<'_>) {
        self.item.counts[2] += 1;
        let amount = scene.slot(OtherTax::Amount);
        let number = |seat: OtherTax| units(scene.slots, seat as u8);
        match (number(OtherTax::Rate), number(OtherTax::Amount)) {
            (_, Some(paise)) => self.item.others = self.item.others.saturating_add(paise),
            (Some(0) | None, None) if held(amount).is_none() => {}
            _ => self.item.others_unclear = true,
        }
        if let (Some(rate @ 1..), Some(paise)) = (number(OtherTax::Rate), number(OtherTax::Amount)) {
            self.item.rated.push((rate, Line { paise, index: position(scene), span: amount.span() }));
        }
    }

    /// Judges the item that has been read.
    pub(super) fn judge_item(&mut self, scene: &mut Scene<'_>, context: &Context) {
        let (leaves, place_gaps) = self.leaves_state(scene.text);
        let [values, rates, others] = self.item.counts;
        self.item.rates_unclear |= !all_of(scene.slot(Item::Rates), rates);
        self.item.others_unclear |= !all_of(scene.slot(Item::OtherTaxes), others);
        let told = all_of(scene.slot(Item::ValueDetails), values);
        if !told {
            self.item.values = Default::default();
        }
        let judge = Judge {
            lines: &self.item,
            told: told && !self.item.unclear,
            leaves,
            place_gaps,
            without_payment: self.supply.kind.is_without_payment(),
            untaxed: self.supply.reverse_charge == Some(true) || self.supply.kind.is_export(),
            tolerance: context.tolerance,
        };
        judge.goods(scene);
        judge.gross(scene);
        judge.taxable(scene);
        judge.heads(scene);
        judge.rates(scene);
        judge.cess(scene);
        judge.value(scene);
        let rate = units(scene.slots, Item::GstRate as u8).and_then(|rate| schedule(rate, scene));
        self.add_item(scene, told, rate);
        self.item.clear();
    }

    /// Adds the item to the sums of the invoice.
    fn add_item(&mut self, scene: &mut Scene<'_>, told: bool, rate: Option<&'static Schedule>) {
        let index = position(scene);
        let Book { items, item: lines, .. } = self;
        items.count += 1;
        match units(scene.slots, Item::Taxable as u8) {
            Some(paise) => items.taxable = items.taxable.saturating_add(paise),
            None => items.taxable_unclear = true,
        }
        match units(scene.slots, Item::ItemValue as u8) {
            Some(paise) => items.value = items.value.saturating_add(paise),
            None => items.value_unclear = true,
        }
        items.heads_unclear |= !told || lines.unclear;
        for (sum, line) in items.heads.iter_mut().zip(&lines.values.0) {
            *sum = sum.saturating_add(line.paise);
        }
        if let Some(schedule) = rate.filter(|schedule| schedule.has_its_time()) {
            items.dated.push((index, scene.slot(Item::GstRate).span(), schedule));
        }
        let serial = scene.slot(Item::Serial);
        if serial.value == Value::Text {
            items.serials.push((index, serial.span()));
        }
        items.unordered |= whole(scene.raw(Item::Serial)) != Some(items.count);
    }
}

/// The schedule of an item's rate, or a finding if there is none.
fn schedule(rate: i64, scene: &mut Scene<'_>) -> Option<&'static Schedule> {
    let rate = Rate(u32::try_from(rate).ok()?);
    let schedule = Schedule::of(rate);
    if schedule.is_none() {
        let fault = Fault::new(Msg::RateNotKnown).shown(&rate).plain(Schedule::LIST).wants(Schedule::LIST);
        scene.raise(Some(Item::GstRate), fault);
    }
    schedule
}

/// An item with what its law asks.
struct Judge<'b> {
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

impl Judge<'_> {
    /// Goods or service, and what each needs.
    #[inline(never)]
    fn goods(&self, scene: &mut Scene<'_>) {
        let text = scene.text;
        let (service, hsn) = (scene.slot(Item::IsService), scene.slot(Item::Hsn));
        let service = match service.text(text) {
            "\"Y\"" => true,
            "\"N\"" => false,
            _ if held(service).is_none() => return,
            _ => return scene.sink.skip(Code::HsnServiceMismatch, Item::IsService.bit(), scene.shape),
        };
        if hsn.value == Value::Text && hsn.text(text).starts_with("\"99") != service && hsn.to - hsn.from > 3 {
            let content = hsn.content(text);
            let msg = if service { Msg::HsnService } else { Msg::HsnGoods };
            scene.raise(Some(Item::Hsn), Fault::new(msg).subject(Subject { name: "hsnCode", text: &content }));
        }
        if !service {
            for (seat, name) in [(Item::Quantity, "quantity"), (Item::Unit, "unit")] {
                if scene.slot(seat).value == Value::Absent {
                    scene.raise_at(&[Hop::Field(name)], Span::default(), false, Fault::new(Msg::MissingForGoods).plain(name));
                }
            }
        }
    }

    /// Quantity times price.
    #[inline(never)]
    fn gross(&self, scene: &mut Scene<'_>) {
        let Some(gross) = units(scene.slots, Item::Gross as u8) else {
            return;
        };
        let (quantity, price) = (units(scene.slots, Item::Quantity as u8), units(scene.slots, Item::UnitPrice as u8));
        let (Some(quantity), Some(price)) = (quantity, price) else {
            // A service need not be counted.
            let counted = held(scene.slot(Item::Quantity)).is_some() || scene.slot(Item::IsService).text(scene.text) != "\"Y\"";
            let mut gaps = Gaps::default();
            gaps.note(Item::Quantity, quantity.is_none() && counted);
            gaps.note(Item::UnitPrice, price.is_none());
            return skip(Code::TotalItemGross, gaps, scene);
        };
        let exact = Exact::gross(quantity, price);
        if !exact.takes(gross, self.tolerance) {
            let right = exact.rounded();
            let fault = Fault::new(Msg::ItemGross).paise(gross).paise(right.0).expected(&right);
            scene.raise(Some(Item::Gross), fault);
        }
    }

    /// Gross less discount.
    #[inline(never)]
    fn taxable(&self, scene: &mut Scene<'_>) {
        let (Some(gross), discount) = (units(scene.slots, Item::Gross as u8), self.lines.line(ValueKind::Discount)) else {
            if held(scene.slot(Item::Taxable)).is_some() {
                let mut gaps = Gaps::default();
                gaps.note(Item::Gross, true);
                skip(Code::TotalItemTaxable, gaps, scene);
            }
            return;
        };
        if discount.paise > gross {
            let fault = Fault::new(Msg::DiscountAboveGross).paise(discount.paise).paise(gross).at_most(&Paise(gross));
            return at_line(Item::ValueDetails, DETAILS, discount, scene, fault);
        }
        let Some(taxable) = units(scene.slots, Item::Taxable as u8) else {
            return;
        };
        let right = gross - discount.paise;
        if Exact::paise(right).takes(taxable, self.tolerance) {
            return;
        }
        if !self.told {
            let mut gaps = Gaps::default();
            gaps.note(Item::ValueDetails, true);
            return skip(Code::TotalItemTaxable, gaps, scene);
        }
        let fault = Fault::new(Msg::ItemTaxable).paise(taxable).paise(gross).paise(discount.paise).paise(right).expected(&Paise(right));
        scene.raise(Some(Item::Taxable), fault);
    }

    /// The heads of the tax: which are due, and how much.
    #[inline(never)]
    fn heads(&self, scene: &mut Scene<'_>) {
        let [cgst, sgst, igst] = HEADS.map(|kind| self.lines.line(kind));
        let raise = |scene: &mut Scene<'_>, line, fault| at_line(Item::ValueDetails, DETAILS, line, scene, fault);
        let (within, between) = (cgst.paise != 0 || sgst.paise != 0, igst.paise != 0);
        if within && between {
            let fault = Fault::new(Msg::Mixed).paise(igst.paise).paise(cgst.paise).paise(sgst.paise);
            return raise(scene, igst, fault);
        }
        if within && (cgst.paise == 0 || sgst.paise == 0) && self.told {
            let (name, line, other, missing) = match cgst.paise {
                0 => ("SGST", sgst, "CGST", cgst),
                _ => ("CGST", cgst, "SGST", sgst),
            };
            let fault = Fault::new(Msg::HalfMissing).plain(name).paise(line.paise).plain(other);
            raise(scene, if missing.is_there() { missing } else { line }, fault.expected(&Row(&[&other, &" ", &Paise(line.paise)])));
        } else if cgst.paise != sgst.paise && within && self.told {
            // The one that is not its share is the wrong one.
            let right = units(scene.slots, Item::GstRate as u8).zip(units(scene.slots, Item::Taxable as u8));
            let right = right.map(|(rate, taxable)| Exact::head(taxable, rate, Share::Half).rounded().0);
            let (wrong, other) = if right == Some(sgst.paise) { (cgst, sgst) } else { (sgst, cgst) };
            raise(scene, wrong, Fault::new(Msg::HalvesDiffer).paise(cgst.paise).paise(sgst.paise).expected(&Paise(other.paise)));
        }
        match self.leaves {
            Some(true) if within => {
                let line = if cgst.paise != 0 { cgst } else { sgst };
                return raise(scene, line, Fault::new(Msg::HeadsBetween).paise(cgst.paise).paise(sgst.paise).wants("IGST"));
            }
            Some(false) if between => {
                return raise(scene, igst, Fault::new(Msg::HeadWithin).paise(igst.paise).wants("CGST and SGST"));
            }
            None => scene.sink.skip(Code::TaxWrongHead, self.place_gaps, scene.shape),
            _ => {}
        }
        let (Some(rate), Some(taxable)) = (units(scene.slots, Item::GstRate as u8), units(scene.slots, Item::Taxable as u8)) else {
            let mut gaps = Gaps::default();
            gaps.note(Item::GstRate, units(scene.slots, Item::GstRate as u8).is_none());
            gaps.note(Item::Taxable, units(scene.slots, Item::Taxable as u8).is_none());
            return skip(Code::TaxAmount, gaps, scene);
        };
        if !within && !between {
            let (half, full) = (Exact::head(taxable, rate, Share::Half).rounded(), Exact::head(taxable, rate, Share::Full).rounded());
            // Of a few paise each half may be nothing where the whole is a paisa.
            let due = if self.leaves == Some(true) { full } else { half };
            if due.0 == 0 || self.without_payment || self.untaxed {
                return;
            }
            let mut gaps = Gaps::default();
            gaps.note(Item::ValueDetails, !self.told);
            if !self.told {
                return skip(Code::TaxMissing, gaps, scene);
            }
            let fault = Fault::new(Msg::TaxNotThere).shown(&percent(rate)).paise(taxable);
            let fault = match self.leaves {
                Some(true) => fault.expected(&Row(&[&"IGST ", &full])),
                Some(false) => fault.expected(&Row(&[&"CGST ", &half, &" and SGST ", &half])),
                None => fault.expected(&Row(&[&"CGST ", &half, &" and SGST ", &half, &", or IGST ", &full])),
            };
            return scene.raise(Some(Item::ValueDetails), fault);
        }
        for (kind, line) in HEADS.into_iter().zip([cgst, sgst, igst]).filter(|(_, line)| line.paise != 0) {
            let share = if between { Share::Full } else { Share::Half };
            self.amount(kind.as_str(), rate, line.paise, taxable, share, |fault| at_line(Item::ValueDetails, DETAILS, line, scene, fault));
        }
    }

    /// The rates of the heads against the rate of the item.
    #[inline(never)]
    fn rates(&self, scene: &mut Scene<'_>) {
        if held(scene.slot(Item::Rates)).is_none() || self.lines.rates_unclear {
            return;
        }
        let [cgst, sgst, igst] = HEADS.map(|kind| self.lines.rate(kind));
        let Some(rate) = units(scene.slots, Item::GstRate as u8) else {
            let mut gaps = Gaps::default();
            gaps.note(Item::GstRate, true);
            return skip(Code::TaxRateSum, gaps, scene);
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
        let fault = rates.iter().fold(Fault::new(Msg::RateSum), |fault, rate| fault.shown(rate));
        let first = [cgst, sgst, igst].into_iter().find(Line::is_there).unwrap_or_default();
        at_line(Item::Rates, "rates", first, scene, fault.expected(&percent(rate)));
    }

    /// Cess and other taxes against the rates that are told for them.
    #[inline(never)]
    fn cess(&self, scene: &mut Scene<'_>) {
        let Some(taxable) = units(scene.slots, Item::Taxable as u8) else {
            return;
        };
        for kind in [ValueKind::Cess, ValueKind::StateCess] {
            let (rate, line) = (self.lines.rate(kind), self.lines.line(kind));
            if rate.paise > 0 && line.is_there() {
                self.amount(kind.as_str(), rate.paise, line.paise, taxable, Share::Full, |fault| {
                    at_line(Item::ValueDetails, DETAILS, line, scene, fault);
                });
            }
        }
        for (rate, line) in &self.lines.rated {
            let way = [Hop::Field("otherTaxes"), Hop::Index(line.index), Hop::Field("amount")];
            self.amount("the tax", *rate, line.paise, taxable, Share::Full, |fault| scene.raise_at(&way, line.span, false, fault));
        }
    }

    /// One tax against its rate.
    #[inline]
    fn amount(&self, name: &'static str, rate: i64, paise: i64, taxable: i64, share: Share, raise: impl FnOnce(Fault<'_>)) {
        let exact = Exact::head(taxable, rate, share);
        if !exact.takes(paise, self.tolerance) {
            raise(amount_fault(name, rate, paise, taxable, share));
        }
    }

    /// Taxable value and all taxes.
    #[inline(never)]
    fn value(&self, scene: &mut Scene<'_>) {
        let Some(value) = units(scene.slots, Item::ItemValue as u8) else {
            return;
        };
        let taxable = units(scene.slots, Item::Taxable as u8);
        let others = held(scene.slot(Item::OtherTaxes)).is_some() && self.lines.others_unclear;
        let Some(taxable) = taxable.filter(|_| self.told && !others) else {
            let mut gaps = Gaps::default();
            gaps.note(Item::Taxable, taxable.is_none());
            gaps.note(Item::ValueDetails, !self.told);
            gaps.note(Item::OtherTaxes, others);
            return skip(Code::TotalItemValue, gaps, scene);
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
        let fault = Fault::new(Msg::ItemValue).paise(value).paise(taxable).paise(rest).paise(right).expected(&Paise(right));
        scene.raise(Some(Item::ItemValue), fault);
    }
}

/// Raises a fault at the value of a line, or at the whole list if the line is not there.
#[inline(never)]
fn at_line(seat: Item, list: &'static str, line: Line, scene: &mut Scene<'_>, fault: Fault<'_>) {
    if line.is_there() {
        scene.raise_at(&[Hop::Field(list), Hop::Index(line.index), Hop::Field("value")], line.span, false, fault);
    } else {
        scene.raise(Some(seat), fault);
    }
}

/// A rate as messages show it.
fn percent(thousandths: i64) -> Rate {
    Rate(u32::try_from(thousandths).unwrap_or_default())
}

#[inline(never)]
fn amount_fault(name: &'static str, rate: i64, paise: i64, taxable: i64, share: Share) -> Fault<'static> {
    let right = Exact::head(taxable, rate, share).rounded();
    let msg = if share == Share::Half { Msg::HalfAmount } else { Msg::HeadAmount };
    let fault = Fault::new(msg).arg(Arg::Phrase(name)).paise(paise).shown(&percent(rate)).paise(taxable);
    fault.paise(right.0).expected(&right)
}

/// Lists a rule as skipped, if something is missing for it.
pub(super) fn skip(code: Code, gaps: Gaps, scene: &mut Scene<'_>) {
    if gaps.0 != 0 {
        scene.sink.skip(code, gaps.0, scene.shape);
    }
}

/// Serial numbers that stand on more than one item.
#[inline(never)]
pub(super) fn serials(book: &Book, scene: &mut Scene<'_>) {
    let mut serials = BinaryHeap::new();
    for (place, (_, span)) in book.items.serials.iter().enumerate().filter(|_| book.items.unordered) {
        let text = Slot { value: Value::Text, from: span.from, to: span.to }.content(scene.text);
        if whole(&text).is_some() {
            serials.push((text, place));
        }
    }
    // Those of one number come from the heap together, the last first.
    while let Some((serial, place)) = serials.pop() {
        if serials.peek().is_some_and(|(before, _)| *before == serial) {
            let (index, span) = book.items.serials.get(place).copied().unwrap_or_default();
            let way = [Hop::Field("itemLists"), Hop::Index(index), Hop::Field("serialno")];
            scene.raise_at(&way, span, false, Fault::new(Msg::SerialTwice).input(&serial));
        }
    }
}

/// Rates that are not in force on the day of the invoice.
pub(super) fn dated(book: &Book, scene: &mut Scene<'_>) {
    let Value::Day(day) = scene.slot(Doc::Ts).value else {
        if !book.items.dated.is_empty() {
            scene.sink.skip(Code::TaxRateExpired, Beside::Ts.bit(), scene.shape);
        }
        return;
    };
    for (index, span, schedule) in &book.items.dated {
        let msg = match schedule.force(day) {
            Force::Full => continue,
            Force::Rare => Msg::RateRare,
            Force::Not => Msg::RateOver,
        };
        let fault = Fault::new(msg).shown(&schedule.rate).shown(&day);
        scene.raise_at(&[Hop::Field("itemLists"), Hop::Index(*index), Hop::Field("gstRate")], *span, false, fault);
    }
}
