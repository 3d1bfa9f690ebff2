//! The recipe `sale`: computes all sums, tax heads and totals of a Bharat Connect invoice from
//! items, parties and the place of supply.

use super::compose::{Made, Plan, block, compose, conflicts, pair, quoted, raise, value_of};
use super::step::{allowed, current_state, moved};
use crate::calc::{Exact, Share};
use crate::lifecycle::Actor;
use crate::options::Options;
use crate::payload::{
    ADVANCE_PAYMENT_DETAILS, FLAT_INVOICE, INVOICE_ITEM, NBBL_INVOICE, SALE, SALE_ITEM, SaleItemTerm, SaleTerm, TRANSACTION_DETAILS,
    VALUE_DETAILS,
};
use crate::read::{self, DRAFT, Job, Limits, Member, ObjectContext, Segment, Slot, Span, Value, elements, members, slot_of};
use crate::report::{Concat, Diagnostic, LazyPath, MessageId, Place, Sink, Subject, shown};
use crate::rule::{KINDS, Taxation, ValueKind, Words};
use crate::value::{OBJECT_ID_INVOICE, Paise, Rate, decode};

const KEY: &str = "sale";

/// The fields of the flat invoice that a sale computes.
const AMOUNTS: [&str; 6] = ["totalAmount", "invoiceAmount", "amountPaidTillNow", "sgst", "cgst", "igst"];

/// Computes the recipe of an invoice that is sent or edited.
#[inline(never)]
pub(super) fn plan(edit: bool, given: &[Member<'_>], recipe: &str, options: &Options) -> Plan {
    let trail = LazyPath::Field(&LazyPath::Root, KEY);
    let mut lines = Vec::new();
    let job = Job { limits: options.limits, locale: options.locale, trail, ..Job::plain(&SALE) };
    let reading = read::read(recipe.as_bytes(), &job, &mut |cx| {
        if std::ptr::eq(cx.shape, &raw const SALE_ITEM) {
            lines.push(Line::of(cx));
        }
    });
    let mut sale = Sale { text: recipe, members: members(recipe), slots: reading.slots, lines, sink: reading.sink, options };
    let own = value_of(given, "invoice");
    let own_members = members(own.unwrap_or_default());
    conflicts(&mut AMOUNTS.into_iter(), &own_members, &LazyPath::Field(&LazyPath::Root, "invoice"), KEY, &mut sale.sink);
    let mut document = Made::default();
    if !recipe.starts_with('{') {
        return Plan { sinks: vec![sale.sink], excused: DRAFT, ..Plan::default() };
    }
    sale.identity(edit, &mut document);
    sale.supply(&mut document);
    let (taxation, draft) = sale.draft(&mut document);
    let sums = match taxation.leaves_state {
        Some(leaves) if sale.sink.errors == 0 => sale.sums(leaves, &taxation, &mut document),
        None if sale.sink.errors + draft.errors == 0 => {
            raise(&mut sale.sink, [KEY, ""], Diagnostic::new(MessageId::MissingHeads));
            None
        }
        _ => None,
    };
    let mut made = Made::default();
    if value_of(given, "b2bIds").is_none() {
        sale.sides(&mut made);
    }
    let flat = sale.flat(&own_members, &taxation, sums.as_ref());
    made.put("invoice", block(&FLAT_INVOICE, own, &flat));
    let Sale { members, sink, .. } = sale;
    let text = sums.map(|_| compose(&NBBL_INVOICE, &members, &document, false));
    let (excused, judged) = match &text {
        Some(text) => (0, judged(text, 0, options).1),
        None => (DRAFT, draft),
    };
    Plan { made, sinks: vec![sink, judged], excused, document: text, ..Plan::default() }
}

/// Checks the nested invoice; its findings get the paths of the recipe.
#[inline(never)]
fn judged(document: &str, excused: u64, options: &Options) -> (Taxation, Sink) {
    let limits = Limits { bytes: usize::MAX, ..options.limits };
    let sale = LazyPath::Field(&LazyPath::Root, KEY);
    let trail = LazyPath::Called(&sale, "itemLists", "items");
    let job = Job { limits, locale: options.locale, trail, excused, ..Job::plain(&NBBL_INVOICE) };
    let (reading, taxation) = options.judged_and_taxed(&job, document.as_bytes());
    let mut sink = reading.sink;
    if excused != 0 {
        sink.skipped.clear();
    }
    (taxation, sink)
}

/// Numbers in units, by term; negative if not given.
type Numbers = [i64; 8];

#[inline(never)]
fn numbers(slots: &[Slot]) -> Numbers {
    let mut numbers = [-1; 8];
    for (number, slot) in numbers.iter_mut().zip(slots) {
        *number = match slot.value {
            Value::Paise(units) | Value::Milli(units) => units,
            Value::Rate(units) => i64::from(units),
            _ => -1,
        };
    }
    numbers
}

#[inline(never)]
fn number(numbers: &Numbers, term: u8) -> i64 {
    numbers.get(usize::from(term)).copied().unwrap_or(-1)
}

/// An item, as far as its recipe has values.
struct Line {
    index: usize,
    service: bool,
    numbers: Numbers,
}

impl Line {
    fn of(cx: &mut ObjectContext<'_>) -> Line {
        let told = cx.slot(SaleItemTerm::IsService).text(cx.text);
        let service = told == "\"Y\"" || told.is_empty() && cx.slot(SaleItemTerm::Hsn).text(cx.text).starts_with("\"99");
        let index = match cx.trail {
            LazyPath::Index(_, index) => *index,
            _ => 0,
        };
        let line = Line { index, service, numbers: numbers(cx.slots) };
        let counted = line.number(SaleItemTerm::Quantity) >= 0;
        if !service && cx.slot(SaleItemTerm::Quantity).value == Value::Absent {
            cx.raise_at(&[Segment::Field("quantity")], Span::default(), false, Diagnostic::new(MessageId::Missing).plain("quantity"));
        }
        let (gross, discount) = (line.gross(), line.number(SaleItemTerm::Discount));
        if discount > gross && line.number(SaleItemTerm::UnitPrice) >= 0 && (service || counted) {
            cx.raise(Some(SaleItemTerm::Discount), discount_above(discount, gross));
        }
        line
    }

    fn number(&self, term: SaleItemTerm) -> i64 {
        number(&self.numbers, term as u8)
    }

    fn gross(&self) -> i64 {
        let quantity = self.number(SaleItemTerm::Quantity);
        Exact::gross(if quantity < 0 { 1000 } else { quantity }, self.number(SaleItemTerm::UnitPrice)).rounded().0
    }
}

#[inline(never)]
fn discount_above(discount: i64, whole: i64) -> Diagnostic<'static> {
    Diagnostic::new(MessageId::DiscountAboveGross).paise(discount).paise(whole).expected(&Paise(whole))
}

#[inline(never)]
fn head(taxable: i64, rate: i64, share: Share) -> i64 {
    Exact::head(taxable, rate, share).rounded().0
}

#[inline(never)]
fn money(paise: i64) -> String {
    shown(&Paise(paise))
}

fn percent(rate: i64) -> String {
    shown(&Rate(u32::try_from(rate).unwrap_or(u32::MAX)))
}

/// Amounts or rates with their kinds.
#[derive(Default)]
struct Values {
    units: [i64; KINDS],
    told: u32,
}

impl Values {
    /// Adds to a kind; a negative number means not given.
    #[inline(never)]
    fn add(&mut self, kind: ValueKind, units: i64) {
        if let Some(sum) = self.units.get_mut(kind as usize).filter(|_| units >= 0) {
            *sum = sum.saturating_add(units);
            self.told |= 1 << kind as u32;
        }
    }

    fn of(&self, kind: ValueKind) -> i64 {
        self.units.get(kind as usize).copied().unwrap_or_default()
    }

    /// The given entries, as the list of the page.
    #[inline(never)]
    fn list(&self, words: &Words, write: fn(i64) -> String) -> String {
        let mut text = String::from("[");
        for (kind, units) in ValueKind::ALL.into_iter().zip(self.units) {
            if self.told >> kind as u32 & 1 == 1 {
                if text.len() > 1 {
                    text.push(',');
                }
                text.push_str(&pair(["type", &quoted(words.word(kind))], ["value", &write(units)]));
            }
        }
        text.push(']');
        text
    }
}

/// The totals of all items.
#[derive(Default)]
struct Sums {
    taxable: i64,
    value: i64,
    kinds: Values,
    total: i64,
    paid: i64,
}

/// A recipe that has been read.
struct Sale<'s> {
    text: &'s str,
    members: Vec<Member<'s>>,
    slots: Vec<Slot>,
    lines: Vec<Line>,
    sink: Sink,
    options: &'s Options,
}

impl Sale<'_> {
    fn slot(&self, term: SaleTerm) -> Slot {
        slot_of(&self.slots, term)
    }

    fn raise(&mut self, name: &'static str, term: SaleTerm, fault: Diagnostic<'_>) {
        let root = LazyPath::Field(&LazyPath::Root, KEY);
        let trail = LazyPath::Field(&root, name);
        let (text, slot) = (self.text, self.slot(term));
        let actual = Some(slot.text(text).trim_matches('"')).filter(|text| !text.is_empty());
        self.sink.raise(Place { actual, ..Place::new(&trail, slot.from as usize, SALE.source) }, fault);
    }

    /// Id, version and transition.
    fn identity(&mut self, edit: bool, made: &mut Made) {
        let (id, random) = (self.slot(SaleTerm::ObjectId), self.slot(SaleTerm::Random));
        let (own, text) = (id.content(self.text), random.content(self.text));
        let mut stored = None;
        if edit {
            if let Some(current_state) = current_state(self.options, &mut self.sink) {
                stored = current_state.whereabouts.object_id.as_deref();
                let (to, strictness) = ("SENT_TO_BUYER", self.options.context.lifecycle);
                let step = (Actor::Supplier, "editInvoiceRequest", "editInvoiceRequest");
                if allowed(step, current_state.status, Some(to), strictness, [KEY, ""], &mut self.sink) {
                    current_state.step(to, 1, made);
                }
            }
        } else {
            moved(1, 1, "CREATED", "SENT_TO_BUYER", made);
        }
        let told = id.value == Value::Text;
        let (name, term) = ("objectId", SaleTerm::ObjectId);
        let fault = match (random.value, stored) {
            (Value::Text, _) if told => Diagnostic::new(MessageId::Conflict).plain(name).plain("random"),
            (Value::Text, _) => {
                let mut id = String::from("INV");
                for byte in text.bytes().filter(|byte| *byte != b'-') {
                    id.push(char::from(byte));
                }
                if OBJECT_ID_INVOICE.takes(&id) {
                    return made.text(name, &id);
                }
                let fault = Diagnostic::new(MessageId::RandomForm).subject(Subject { name: "random", text: &text });
                return self.raise("random", SaleTerm::Random, fault);
            }
            (_, Some(stored)) if !told => return made.text(name, stored),
            (_, Some(stored)) if own != stored => Diagnostic::new(MessageId::OtherInvoice).plain(name).input(stored).expected(&stored),
            // An edit without the current invoice has been reported.
            (_, None) if !told && (!edit || self.options.context.current.nested().is_some()) => Diagnostic::new(MessageId::MissingRandom),
            _ => return,
        };
        self.raise(name, term, fault);
    }

    /// The supply type, `B2B` by default.
    fn supply(&self, made: &mut Made) {
        let own = value_of(&self.members, "transactionDetails");
        let told = members(own.unwrap_or_default());
        let mut usual = Made::default();
        for (name, word) in [("taxScheme", "\"GST\""), ("supplyType", "\"B2B\""), ("reverseChargeTax", "\"N\"")] {
            if value_of(&told, name).is_none() {
                usual.json(name, word);
            }
        }
        made.put("transactionDetails", block(&TRANSACTION_DETAILS, own, &usual));
    }

    /// The invoice without its sums, to check the given values and to find its taxation.
    fn draft(&self, made: &mut Made) -> (Taxation, Sink) {
        made.put("itemLists", self.items(None, &mut Sums::default()));
        let draft = compose(&NBBL_INVOICE, &self.members, made, false);
        made.0.pop();
        judged(&draft, DRAFT, self.options)
    }

    /// The items and the totals.
    fn sums(&mut self, leaves: bool, taxation: &Taxation, made: &mut Made) -> Option<Sums> {
        let mut sums = Sums::default();
        made.put("itemLists", self.items(Some((leaves, taxation)), &mut sums));
        let told = numbers(&self.slots);
        let told = |term: SaleTerm| number(&told, term as u8);
        let (discount, charges, paid) = (told(SaleTerm::Discount), told(SaleTerm::OtherCharges), told(SaleTerm::Paid));
        if discount > sums.value {
            self.raise("discount", SaleTerm::Discount, discount_above(discount, sums.value));
            return None;
        }
        let total = sums.value.saturating_add(charges.max(0)) - discount.max(0);
        let rounded = match self.slot(SaleTerm::Rounding).text(self.text) {
            "\"rupee\"" => total.saturating_add(50).div_euclid(100) * 100,
            _ => total,
        };
        (sums.total, sums.paid) = (rounded, paid);
        let words = &self.options.context.words;
        sums.kinds.add(ValueKind::Discount, discount);
        sums.kinds.add(ValueKind::OtherCharges, charges);
        if rounded != total {
            sums.kinds.add(ValueKind::RoundOff, 0);
            if let Some(round_off) = sums.kinds.units.get_mut(ValueKind::RoundOff as usize) {
                *round_off = rounded - total;
            }
        }
        let mut values = Made::default();
        values.money("assessmentValue", sums.taxable);
        values.money("totalInvoiceValue", rounded);
        values.put("otherValues", sums.kinds.list(words, money));
        made.put("valueDetails", compose(&VALUE_DETAILS, &[], &values, false));
        if paid >= 0 {
            if paid > rounded {
                let fault = Diagnostic::new(MessageId::PaidBeyond).paise(paid).paise(rounded).expected(&Paise(rounded));
                self.raise("paid", SaleTerm::Paid, fault);
                return None;
            }
            let own = value_of(&self.members, "advancePaymentDetails");
            let mut advance = Made::default();
            advance.money("paidAmount", paid);
            advance.money("pendingDueAmount", rounded - paid);
            let root = LazyPath::Field(&LazyPath::Root, KEY);
            let trail = LazyPath::Field(&root, "advancePaymentDetails");
            let mut names = advance.0.iter().map(|(name, _)| *name);
            conflicts(&mut names, &members(own.unwrap_or_default()), &trail, "paid", &mut self.sink);
            made.put("advancePaymentDetails", block(&ADVANCE_PAYMENT_DETAILS, own, &advance));
        }
        (self.sink.errors == 0).then_some(sums)
    }

    /// The list of items; without the taxation, only their given values.
    fn items(&self, taxation: Option<(bool, &Taxation)>, sums: &mut Sums) -> String {
        let mut text = String::from("[");
        let mut lines = self.lines.iter().peekable();
        for (index, element) in elements(self.slot(SaleTerm::Items).text(self.text)).into_iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            let given = members(element);
            let line = lines.next_if(|line| line.index == index);
            let mut made = decimals(&given, taxation.is_some(), line.is_some_and(|line| line.number(SaleItemTerm::GstRate) >= 0));
            match (line, taxation) {
                (Some(line), Some(taxation)) => self.item(line, &given, taxation, sums, &mut made),
                // For goods, a missing quantity would be reported.
                _ => made.json("isService", ""),
            }
            text.push_str(&compose(&INVOICE_ITEM, &given, &made, false));
        }
        text.push(']');
        text
    }

    /// The computed values of an item.
    fn item(&self, line: &Line, given: &[Member<'_>], (leaves, taxation): (bool, &Taxation), sums: &mut Sums, made: &mut Made) {
        let words = &self.options.context.words;
        if value_of(given, "serialno").is_none() {
            made.text("serialno", &shown(&(line.index + 1)));
        }
        if value_of(given, "isService").is_none() {
            made.text("isService", if line.service { "Y" } else { "N" });
        }
        let (gross, discount, charges) = (line.gross(), line.number(SaleItemTerm::Discount), line.number(SaleItemTerm::OtherCharges));
        let taxable = gross - discount.max(0);
        let (rate, cess) = (line.number(SaleItemTerm::GstRate), line.number(SaleItemTerm::CessRate));
        let (mut values, mut rates) = (Values::default(), Values::default());
        let mut value = taxable.saturating_add(charges.max(0));
        let due: &[(ValueKind, i64, Share)] = match leaves {
            true => &[(ValueKind::Igst, rate, Share::Full), (ValueKind::Cess, cess, Share::Full)],
            false => &[(ValueKind::Cgst, rate, Share::Half), (ValueKind::Sgst, rate, Share::Half), (ValueKind::Cess, cess, Share::Full)],
        };
        for (kind, rate, share) in due {
            if *rate < 0 || *kind == ValueKind::Cess && taxation.without_payment {
                continue;
            }
            let tax = if taxation.without_payment { 0 } else { head(taxable, *rate, *share) };
            values.add(*kind, tax);
            sums.kinds.add(*kind, tax);
            rates.add(*kind, if *share == Share::Half { rate / 2 } else { *rate });
            value = value.saturating_add(if taxation.reverse_charge { 0 } else { tax });
        }
        values.add(ValueKind::Discount, discount);
        values.add(ValueKind::OtherCharges, charges);
        sums.taxable = sums.taxable.saturating_add(taxable);
        sums.value = sums.value.saturating_add(value);
        for (name, paise) in [("totalAmt", gross), ("assessmentAmount", taxable), ("totalItemValue", value)] {
            made.money(name, paise);
        }
        made.put("itemValueDetails", values.list(words, money));
        made.put("rates", rates.list(words, percent));
    }

    /// The two sides, if both are given or already known.
    #[inline(never)]
    fn sides(&self, made: &mut Made) {
        let stored = self.options.context.current.nested();
        let buyer = self.side("buyerDetails", stored.and_then(|stored| stored.buyer.as_ref()));
        let supplier = self.side("supplierDetails", stored.and_then(|stored| stored.supplier.as_ref()));
        if !buyer.is_empty() && !supplier.is_empty() {
            made.put("b2bIds", pair(["buyerB2BId", &buyer], ["supplierB2BId", &supplier]));
        }
    }

    /// The id of a side; empty if unknown.
    #[inline(never)]
    fn side(&self, party: &str, stored: Option<&String>) -> String {
        let told = members(value_of(&self.members, party).unwrap_or_default());
        match value_of(&told, "b2bId") {
            Some(told) => told.to_owned(),
            None => stored.map(|id| quoted(id)).unwrap_or_default(),
        }
    }

    /// The fields of the flat invoice.
    #[inline(never)]
    fn flat(&self, own: &[Member<'_>], taxation: &Taxation, sums: Option<&Sums>) -> Made {
        let mut made = Made::default();
        made.json("supplierInvoiceNo", value_of(&self.members, "supplierInvoiceNumber").unwrap_or_default());
        if let Some(day) = taxation.day {
            let day = shown(&day);
            made.text("supplierInvoiceDate", &day);
            made.text("invoiceDate", &day);
        }
        if let Value::Day(day) = self.slot(SaleTerm::DueDate).value {
            made.text("dueDate", &shown(&Concat(&[&day, &"T00:00:00+05:30"])));
        }
        made.json("nbblEnabled", "true");
        // For these, given values take precedence.
        for (name, value) in &mut made.0 {
            if let Some(given) = value_of(own, name) {
                given.clone_into(value);
            }
        }
        for name in AMOUNTS {
            let paise = sums.map_or(-1, |sums| sums.amount(name));
            made.put(name, if paise < 0 { String::new() } else { money(paise) });
        }
        made
    }
}

impl Sums {
    /// The amount of a field of [`AMOUNTS`]; negative if it does not apply.
    fn amount(&self, name: &str) -> i64 {
        let head = |kind: ValueKind| if self.kinds.told >> kind as u32 & 1 == 1 { self.kinds.of(kind) } else { -1 };
        match name {
            "amountPaidTillNow" => self.paid,
            "cgst" => head(ValueKind::Cgst),
            "sgst" => head(ValueKind::Sgst),
            "igst" => head(ValueKind::Igst),
            _ => self.total,
        }
    }
}

/// The decimals of an item as JSON numbers. Those that are not requested are omitted: the recipe
/// has been checked for them.
fn decimals(given: &[Member<'_>], priced: bool, rated: bool) -> Made {
    let mut made = Made::default();
    for (name, wanted) in [("quantity", priced), ("freeQuantity", priced), ("unitPrice", priced), ("gstRate", rated)] {
        let Some(value) = value_of(given, name) else {
            continue;
        };
        let text = if wanted { value.trim_matches('"') } else { "" };
        made.json(name, &decode(text).unwrap_or_default());
    }
    made
}
