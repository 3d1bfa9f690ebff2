//! The recipe `sale`: from items, parties and the place of supply to every sum, head and
//! total of an invoice of Bharat Connect.

use super::compose::{Made, Plan, block, compose, conflicts, pair, quoted, raise, value_of};
use super::step::{allowed, moved, standing};
use crate::calc::{Exact, Share};
use crate::lifecycle::Actor;
use crate::options::Options;
use crate::payload::{
    ADVANCE_PAYMENT_DETAILS, FLAT_INVOICE, INVOICE_ITEM, NBBL_INVOICE, SALE, SALE_ITEM, Selling, Sold, TRANSACTION_DETAILS, VALUE_DETAILS,
};
use crate::read::{self, DRAFT, Hop, Job, Limits, Member, Scene, Slot, Span, Value, elements, members, slot_of};
use crate::report::{Fault, Msg, Names, Place, Sink, Step, Trail, joined};
use crate::rule::{Taxation, ValueKind, Words};
use crate::value::{OBJECT_ID_INVOICE, Paise, Rate, decode};
use std::borrow::Cow;

const KEY: &str = "sale";

/// What a sale works out of EnKash's own invoice.
const AMOUNTS: [&str; 6] = ["totalAmount", "invoiceAmount", "amountPaidTillNow", "sgst", "cgst", "igst"];

/// Follows the recipe of an invoice that is sent, or edited.
#[inline(never)]
pub(super) fn plan(edit: bool, given: &[Member<'_>], recipe: &str, options: &Options) -> Plan {
    let trail = Trail::Field(&Trail::Root, KEY);
    let mut lines = Vec::new();
    let job = Job { limits: options.limits, locale: options.locale, trail, ..Job::plain(&SALE) };
    let reading = read::read(recipe.as_bytes(), &job, &mut |scene| {
        if std::ptr::eq(scene.shape, &raw const SALE_ITEM) {
            lines.push(Line::of(scene));
        }
    });
    let mut sale = Sale { text: recipe, members: members(recipe), slots: reading.slots, lines, sink: reading.sink, options };
    let own = value_of(given, "invoice");
    let own_members = members(own.unwrap_or_default());
    conflicts(&mut AMOUNTS.into_iter(), &own_members, &Trail::Field(&Trail::Root, "invoice"), KEY, &mut sale.sink);
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
            let gaps = joined(NBBL_INVOICE.names(taxation.gaps).into_iter(), ", ");
            let fault = Fault::new(Msg::MissingOneOf).plain("what tells CGST and SGST from IGST").shown(&gaps);
            raise(&mut sale.sink, [KEY, ""], fault);
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

/// Reads the nested invoice; its findings stand where the recipe has what they are about.
#[inline(never)]
fn judged(document: &str, excused: u64, options: &Options) -> (Taxation, Sink) {
    let limits = Limits { bytes: usize::MAX, ..options.limits };
    let trail = Trail::Field(&Trail::Root, KEY);
    let job = Job { limits, locale: options.locale, trail, excused, ..Job::plain(&NBBL_INVOICE) };
    let (reading, taxation) = options.judged(&job, document.as_bytes());
    let mut sink = reading.sink;
    for (_, finding) in &mut sink.findings {
        if let Some(Step::Key(key)) = finding.path.0.get_mut(1).filter(|step| matches!(step, Step::Key(key) if key == "itemLists")) {
            *key = Cow::Borrowed("items");
        }
    }
    if excused != 0 {
        sink.skipped.clear();
    }
    (taxation, sink)
}

/// An item as far as its recipe tells.
struct Line {
    index: usize,
    service: bool,
    quantity: Option<i64>,
    price: i64,
    discount: Option<i64>,
    rate: Option<u32>,
    cess: Option<i64>,
    charges: Option<i64>,
}

/// A number in units.
#[inline(never)]
fn units(slot: Slot) -> Option<i64> {
    match slot.value {
        Value::Paise(units) | Value::Milli(units) => Some(units),
        _ => None,
    }
}

impl Line {
    fn of(scene: &mut Scene<'_>) -> Line {
        let told = scene.slot(Sold::IsService).text(scene.text);
        let service = told == "\"Y\"" || told.is_empty() && scene.slot(Sold::Hsn).text(scene.text).starts_with("\"99");
        let number = |seat| units(scene.slot(seat));
        let line = Line {
            index: match scene.trail {
                Trail::Index(_, index) => *index,
                _ => 0,
            },
            service,
            quantity: number(Sold::Quantity),
            price: number(Sold::UnitPrice).unwrap_or_default(),
            discount: number(Sold::Discount),
            rate: match scene.slot(Sold::GstRate).value {
                Value::Rate(rate) => Some(rate),
                _ => None,
            },
            cess: number(Sold::CessRate),
            charges: number(Sold::OtherCharges),
        };
        if !service && scene.slot(Sold::Quantity).value == Value::Absent {
            scene.raise_at(&[Hop::Field("quantity")], Span::default(), false, Fault::new(Msg::Missing).plain("quantity"));
        }
        let priced = number_is_told(scene, Sold::UnitPrice) && (service || number_is_told(scene, Sold::Quantity));
        if let Some(discount) = line.discount.filter(|discount| priced && *discount > line.gross()) {
            let fault = Fault::new(Msg::DiscountAboveGross).paise(discount).paise(line.gross());
            scene.raise(Some(Sold::Discount), fault.expected(&Paise(line.gross())));
        }
        line
    }

    fn gross(&self) -> i64 {
        Exact::gross(self.quantity.unwrap_or(1000), self.price).rounded().0
    }
}

fn number_is_told(scene: &Scene<'_>, seat: Sold) -> bool {
    units(scene.slot(seat)).is_some()
}

/// What all items come to.
#[derive(Default)]
struct Sums {
    taxable: i64,
    value: i64,
    halves: i64,
    igst: i64,
    cess: Option<i64>,
    leaves: bool,
    total: i64,
    paid: Option<i64>,
}

fn add(sum: &mut i64, paise: i64) {
    *sum = sum.saturating_add(paise);
}

#[inline(never)]
fn head(taxable: i64, rate: i64, share: Share) -> i64 {
    Exact::head(taxable, rate, share).rounded().0
}

#[inline(never)]
fn money(paise: i64) -> String {
    Paise(paise).to_string()
}

/// Values with their kinds.
struct Entries<'w> {
    words: &'w Words,
    text: String,
}

impl<'w> Entries<'w> {
    fn new(words: &'w Words) -> Self {
        Entries { words, text: String::from("[") }
    }

    #[inline(never)]
    fn put(&mut self, kind: ValueKind, value: &str) {
        if self.text.len() > 1 {
            self.text.push(',');
        }
        self.text.push_str(&pair(["type", &quoted(self.words.word(kind))], ["value", value]));
    }

    fn money(&mut self, kind: ValueKind, paise: Option<i64>) {
        if let Some(paise) = paise {
            self.put(kind, &money(paise));
        }
    }

    /// The heads of the case, of a value or a rate.
    fn heads(&mut self, leaves: bool, half: &str, full: &str) {
        if leaves {
            self.put(ValueKind::Igst, full);
        } else {
            self.put(ValueKind::Cgst, half);
            self.put(ValueKind::Sgst, half);
        }
    }

    fn end(mut self) -> String {
        self.text.push(']');
        self.text
    }
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
    fn slot(&self, seat: Selling) -> Slot {
        slot_of(&self.slots, seat)
    }

    fn raise(&mut self, name: &'static str, seat: Selling, fault: Fault<'_>) {
        let root = Trail::Field(&Trail::Root, KEY);
        let trail = Trail::Field(&root, name);
        let (text, slot) = (self.text, self.slot(seat));
        let actual = Some(slot.text(text).trim_matches('"')).filter(|text| !text.is_empty());
        self.sink.raise(Place { actual, ..Place::new(&trail, slot.from as usize, SALE.source) }, fault);
    }

    /// Id, version and step.
    fn identity(&mut self, edit: bool, made: &mut Made) {
        let told = |seat: Selling| Some(self.slot(seat)).filter(|slot| slot.value == Value::Text).map(|slot| slot.content(self.text));
        let (id, random) = (told(Selling::ObjectId), told(Selling::Random));
        let mut stored = None;
        if edit {
            if let Some(standing) = standing(self.options, &mut self.sink) {
                stored = standing.whereabouts.object_id.as_deref();
                let (to, strictness) = ("SENT_TO_BUYER", self.options.context.lifecycle);
                let step = (Actor::Supplier, "editInvoiceRequest", "editInvoiceRequest");
                if allowed(step, standing.status, Some(to), strictness, [KEY, ""], &mut self.sink) {
                    standing.step(to, 1, made);
                }
            }
        } else {
            moved(1, 1, "CREATED", "SENT_TO_BUYER", made);
        }
        match (id, random) {
            (Some(_), Some(_)) => {
                self.raise("objectId", Selling::ObjectId, Fault::new(Msg::Conflict).plain("objectId").plain("random"));
            }
            (None, Some(random)) => {
                let mut id = String::from("INV");
                for byte in random.bytes().filter(|byte| *byte != b'-') {
                    id.push(char::from(byte));
                }
                if OBJECT_ID_INVOICE.takes(&id) {
                    made.text("objectId", &id);
                } else {
                    let fault = Fault::new(Msg::RandomForm).subject(crate::report::Subject { name: "random", text: &random });
                    self.raise("random", Selling::Random, fault);
                }
            }
            (None, None) => match stored {
                Some(stored) => made.text("objectId", stored),
                None if edit && self.options.context.current.nested().is_none() => {}
                None => {
                    let fault = Fault::new(Msg::MissingOneOf).plain("objectId").plain("it, or 32 random letters or digits in `random`");
                    self.raise("objectId", Selling::ObjectId, fault);
                }
            },
            (Some(id), None) => {
                if let Some(stored) = stored.filter(|stored| *stored != id) {
                    let fault = Fault::new(Msg::OtherInvoice).plain("objectId").input(stored).expected(&stored);
                    self.raise("objectId", Selling::ObjectId, fault);
                }
            }
        }
    }

    /// The kind of supply, an ordinary one unless told.
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

    /// The invoice without its sums, for what is given to be judged and for how it is taxed.
    fn draft(&self, made: &mut Made) -> (Taxation, Sink) {
        made.put("itemLists", self.items(None, &mut Sums::default()));
        let draft = compose(&NBBL_INVOICE, &self.members, made, false);
        made.0.pop();
        judged(&draft, DRAFT, self.options)
    }

    /// The items and the sums.
    fn sums(&mut self, leaves: bool, taxation: &Taxation, made: &mut Made) -> Option<Sums> {
        let mut sums = Sums { leaves, ..Sums::default() };
        made.put("itemLists", self.items(Some(taxation), &mut sums));
        let (discount, charges) = (units(self.slot(Selling::Discount)), units(self.slot(Selling::OtherCharges)));
        if let Some(discount) = discount.filter(|discount| *discount > sums.value) {
            let fault = Fault::new(Msg::DiscountAboveGross).paise(discount).paise(sums.value).expected(&Paise(sums.value));
            self.raise("discount", Selling::Discount, fault);
            return None;
        }
        let total = sums.value.saturating_add(charges.unwrap_or_default()) - discount.unwrap_or_default();
        let rounded = match self.slot(Selling::Rounding).text(self.text) {
            "\"rupee\"" => total.saturating_add(50).div_euclid(100) * 100,
            _ => total,
        };
        sums.total = rounded;
        let mut others = Entries::new(&self.options.context.words);
        others.heads(leaves, &money(sums.halves), &money(sums.igst));
        others.money(ValueKind::Cess, sums.cess);
        others.money(ValueKind::Discount, discount);
        others.money(ValueKind::OtherCharges, charges);
        others.money(ValueKind::RoundOff, Some(rounded - total).filter(|paise| *paise != 0));
        let mut values = Made::default();
        values.money("assessmentValue", sums.taxable);
        values.money("totalInvoiceValue", rounded);
        values.put("otherValues", others.end());
        made.put("valueDetails", compose(&VALUE_DETAILS, &[], &values, false));
        sums.paid = units(self.slot(Selling::Paid));
        if let Some(paid) = sums.paid {
            if paid > rounded {
                let fault = Fault::new(Msg::PaidBeyond).paise(paid).paise(rounded).expected(&Paise(rounded));
                self.raise("paid", Selling::Paid, fault);
                return None;
            }
            let own = value_of(&self.members, "advancePaymentDetails");
            let mut advance = Made::default();
            advance.money("paidAmount", paid);
            advance.money("pendingDueAmount", rounded - paid);
            let root = Trail::Field(&Trail::Root, KEY);
            let trail = Trail::Field(&root, "advancePaymentDetails");
            let mut names = advance.0.iter().map(|(name, _)| *name);
            conflicts(&mut names, &members(own.unwrap_or_default()), &trail, "paid", &mut self.sink);
            made.put("advancePaymentDetails", block(&ADVANCE_PAYMENT_DETAILS, own, &advance));
        }
        (self.sink.errors == 0).then_some(sums)
    }

    /// The list of items; without the taxation, only what is given of them.
    fn items(&self, taxation: Option<&Taxation>, sums: &mut Sums) -> String {
        let mut text = String::from("[");
        let mut lines = self.lines.iter().peekable();
        for (index, element) in elements(self.slot(Selling::Items).text(self.text)).into_iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            let given = members(element);
            let line = lines.next_if(|line| line.index == index);
            let mut made = numbers(&given, taxation.is_some(), line.is_some_and(|line| line.rate.is_some()));
            if let (Some(line), Some(taxation)) = (line, taxation) {
                self.item(line, &given, taxation, sums, &mut made);
            }
            text.push_str(&compose(&INVOICE_ITEM, &given, &made, false));
        }
        text.push(']');
        text
    }

    /// What is worked out of an item.
    fn item(&self, line: &Line, given: &[Member<'_>], taxation: &Taxation, sums: &mut Sums, made: &mut Made) {
        let words = &self.options.context.words;
        if value_of(given, "serialno").is_none() {
            made.text("serialno", &(line.index + 1).to_string());
        }
        if value_of(given, "isService").is_none() {
            made.text("isService", if line.service { "Y" } else { "N" });
        }
        let gross = line.gross();
        let taxable = gross - line.discount.unwrap_or_default();
        let rate = line.rate.unwrap_or_default();
        let tax = |rate, share| if taxation.without_payment { 0 } else { head(taxable, rate, share) };
        let (half, full) = (tax(rate.into(), Share::Half), tax(rate.into(), Share::Full));
        let cess_rate = line.cess.filter(|_| !taxation.without_payment);
        let cess = cess_rate.map(|rate| tax(rate, Share::Full));
        let heads = if sums.leaves { full } else { half.saturating_mul(2) };
        let due = if taxation.reverse_charge { 0 } else { heads.saturating_add(cess.unwrap_or_default()) };
        let value = taxable.saturating_add(due).saturating_add(line.charges.unwrap_or_default());
        add(&mut sums.taxable, taxable);
        add(&mut sums.value, value);
        add(&mut sums.halves, half);
        add(&mut sums.igst, full);
        if let Some(cess) = cess {
            add(sums.cess.get_or_insert_default(), cess);
        }
        let mut values = Entries::new(words);
        values.money(ValueKind::Discount, line.discount);
        values.heads(sums.leaves, &money(half), &money(full));
        values.money(ValueKind::Cess, cess);
        values.money(ValueKind::OtherCharges, line.charges);
        let mut rates = Entries::new(words);
        rates.heads(sums.leaves, &Rate(rate / 2).to_string(), &Rate(rate).to_string());
        if let Some(rate) = cess_rate {
            rates.put(ValueKind::Cess, &Rate(u32::try_from(rate).unwrap_or(u32::MAX)).to_string());
        }
        for (name, paise) in [("totalAmt", gross), ("assessmentAmount", taxable), ("totalItemValue", value)] {
            made.money(name, paise);
        }
        made.put("itemValueDetails", values.end());
        made.put("rates", rates.end());
    }

    /// The two sides, if both are told, or stand already.
    #[inline(never)]
    fn sides(&self, made: &mut Made) {
        let stored = self.options.context.current.nested();
        let buyer = self.side("buyerDetails", stored.and_then(|stored| stored.buyer.as_ref()));
        let supplier = self.side("supplierDetails", stored.and_then(|stored| stored.supplier.as_ref()));
        if !buyer.is_empty() && !supplier.is_empty() {
            made.put("b2bIds", pair(["buyerB2BId", &buyer], ["supplierB2BId", &supplier]));
        }
    }

    /// The id of a side; empty if it is not known.
    #[inline(never)]
    fn side(&self, party: &str, stored: Option<&String>) -> String {
        let told = members(value_of(&self.members, party).unwrap_or_default());
        match value_of(&told, "b2bId") {
            Some(told) => told.to_owned(),
            None => stored.map(|id| quoted(id)).unwrap_or_default(),
        }
    }

    /// What goes into EnKash's own invoice.
    #[inline(never)]
    fn flat(&self, own: &[Member<'_>], taxation: &Taxation, sums: Option<&Sums>) -> Made {
        let mut made = Made::default();
        made.json("supplierInvoiceNo", value_of(&self.members, "supplierInvoiceNumber").unwrap_or_default());
        if let Some(day) = taxation.day {
            let day = day.to_string();
            made.text("supplierInvoiceDate", &day);
            made.text("invoiceDate", &day);
        }
        if let Value::Day(day) = self.slot(Selling::DueDate).value {
            made.text("dueDate", &(day.to_string() + "T00:00:00+05:30"));
        }
        made.json("nbblEnabled", "true");
        // Of these, what is given counts.
        made.0.retain(|(name, _)| value_of(own, name).is_none());
        for name in AMOUNTS {
            let paise = sums.and_then(|sums| sums.amount(name));
            made.put(name, paise.map(money).unwrap_or_default());
        }
        made
    }
}

impl Sums {
    /// What a field of [`AMOUNTS`] comes to, if it applies.
    fn amount(&self, name: &str) -> Option<i64> {
        match name {
            "amountPaidTillNow" => self.paid,
            "cgst" | "sgst" => Some(self.halves).filter(|_| !self.leaves),
            "igst" => Some(self.igst).filter(|_| self.leaves),
            _ => Some(self.total),
        }
    }
}

/// The decimals of an item as JSON numbers; those that are not asked for are left out, for
/// the recipe has been judged on them.
fn numbers(given: &[Member<'_>], priced: bool, rated: bool) -> Made {
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
