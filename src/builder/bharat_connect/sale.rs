//! The recipe `sale`: computes all sums, tax heads and totals of a Bharat Connect invoice from
//! items, parties and the place of supply.

use super::step::{allowed, current_state, moved};
use super::taxation::Taxation;
use super::{Computed, Recipe, RecipeOutput, conflicts, pair, quoted, raise, value_of, write_nested, write_object};
use crate::calc::{Exact, Share};
use crate::lifecycle::Actor;
use crate::model::{ValueKind, Words};
use crate::options::Options;
use crate::payload::{
    ADVANCE_PAYMENT_DETAILS, Endpoint, FLAT_INVOICE, INVOICE_ITEM, Kind, NBBL_INVOICE, ObjectKind, SALE, SALE_ITEM, SaleItemTerm, SaleTerm,
    TRANSACTION_DETAILS, VALUE_DETAILS,
};
use crate::read::{self, Anchor, Job, Limits, Member, ObjectContext, Slot, Value, elements, members, slot_of};
use crate::report::{Concat, Diagnostic, LazyPath, MessageId, Place, Sink, Subject, to_text};
use crate::rule::RuleRunner;
use crate::value::{OBJECT_ID_INVOICE, Paise, Rate, decode};

const KEY: &str = "sale";

/// The recipe.
pub(in super::super) const RECIPE: Recipe = Recipe {
    key: KEY,
    is_for: |shape| shape.fields.iter().any(|field| matches!(field.kind, Kind::Object(inner) if inner.object == ObjectKind::FlatInvoice)),
    follow,
};

/// The fields of the flat invoice that a sale computes.
const AMOUNTS: [&str; 6] = ["totalAmount", "invoiceAmount", "amountPaidTillNow", "sgst", "cgst", "igst"];

/// Computes the recipe of an invoice that is sent or edited.
#[inline(never)]
fn follow(endpoint: Endpoint, given: &[Member<'_>], recipe: &str, options: &Options) -> RecipeOutput {
    let path = LazyPath::Field(&LazyPath::Root, KEY);
    let mut lines = Vec::new();
    let job = Job { limits: options.limits, path, ..Job::new(&SALE, options.messages) };
    let reading = read::read(recipe.as_bytes(), &job, &mut |cx| {
        if std::ptr::eq(cx.shape, &raw const SALE_ITEM) {
            lines.push(RecipeItem::of(cx));
        }
    });
    let mut sale = SaleBuilder { text: recipe, members: members(recipe), slots: reading.slots, lines, sink: reading.sink, options };
    let own = value_of(given, "invoice");
    let own_members = members(own.unwrap_or_default());
    conflicts(&mut AMOUNTS.into_iter(), &own_members, &LazyPath::Field(&LazyPath::Root, "invoice"), KEY, &mut sale.sink);
    let mut document = Computed::default();
    if !recipe.starts_with('{') {
        return RecipeOutput { sinks: vec![sale.sink], optional_here: Job::DRAFT, ..RecipeOutput::default() };
    }
    sale.identity(endpoint == Endpoint::EditInvoiceRequest, &mut document);
    sale.supply(&mut document);
    let (taxation, draft) = sale.draft(&mut document);
    let sums = match taxation.leaves_state() {
        Some(leaves) if sale.sink.errors == 0 => sale.sums(leaves, &taxation, &mut document),
        None if sale.sink.errors + draft.errors == 0 => {
            raise(&mut sale.sink, [KEY, ""], Diagnostic::new(MessageId::MissingHeads));
            None
        }
        _ => None,
    };
    let mut computed = Computed::default();
    if value_of(given, "b2bIds").is_none() {
        sale.sides(&mut computed);
    }
    let flat = sale.flat(&own_members, &taxation, sums.as_ref());
    computed.put("invoice", write_nested(&FLAT_INVOICE, own, &flat));
    let SaleBuilder { members, sink, .. } = sale;
    let text = sums.map(|_| write_object(&NBBL_INVOICE, &members, &document, false));
    let (optional_here, checked) = match &text {
        Some(text) => (0, checked(text, 0, options).1),
        None => (Job::DRAFT, draft),
    };
    RecipeOutput { computed, sinks: vec![sink, checked], optional_here, document: text, ..RecipeOutput::default() }
}

/// Checks the nested invoice; its findings get the paths of the recipe.
#[inline(never)]
fn checked(document: &str, optional_here: u64, options: &Options) -> (Taxation, Sink) {
    let limits = Limits { bytes: usize::MAX, ..options.limits };
    let sale = LazyPath::Field(&LazyPath::Root, KEY);
    let path = LazyPath::Called(&sale, "itemLists", "items");
    let job = Job { limits, path, optional_here, ..Job::new(&NBBL_INVOICE, options.messages) };
    let (mut rules, mut taxation) = (RuleRunner::new(&options.context), Taxation::default());
    let reading = read::read(document.as_bytes(), &job, &mut |cx| {
        taxation.note(cx);
        rules.on_object(cx);
    });
    let mut sink = reading.sink;
    if optional_here != 0 {
        sink.skipped.clear();
    }
    (taxation, sink)
}

/// Numbers in units, by term; negative if not given.
type Numbers = [i64; if SaleTerm::COUNT > SaleItemTerm::COUNT { SaleTerm::COUNT } else { SaleItemTerm::COUNT }];

#[inline(never)]
fn numbers(slots: &[Slot]) -> Numbers {
    let mut numbers: Numbers = [-1; _];
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
struct RecipeItem {
    index: usize,
    service: bool,
    numbers: Numbers,
}

impl RecipeItem {
    fn of(cx: &mut ObjectContext<'_>) -> RecipeItem {
        let given = cx.slot(SaleItemTerm::IsService).text(cx.text);
        let service = given == "\"Y\"" || given.is_empty() && cx.slot(SaleItemTerm::Hsn).text(cx.text).starts_with("\"99");
        let index = match cx.path {
            LazyPath::Index(_, index) => *index,
            _ => 0,
        };
        let line = RecipeItem { index, service, numbers: numbers(cx.slots) };
        let counted = line.number(SaleItemTerm::Quantity) >= 0;
        if !service && cx.slot(SaleItemTerm::Quantity).is_absent() {
            cx.raise(Anchor::Absent(SaleItemTerm::Quantity as u8), Diagnostic::new(MessageId::Missing).plain("quantity"));
        }
        let (gross, discount) = (line.gross(), line.number(SaleItemTerm::Discount));
        if discount > gross && line.number(SaleItemTerm::UnitPrice) >= 0 && (service || counted) {
            cx.raise(Anchor::field(SaleItemTerm::Discount), discount_above(discount, gross));
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
    to_text(&Paise(paise))
}

fn percent(rate: i64) -> String {
    to_text(&Rate(u32::try_from(rate).unwrap_or(u32::MAX)))
}

/// Amounts or rates with their kinds.
#[derive(Default)]
struct ChargeSums {
    units: [i64; ValueKind::ALL.len()],
    given: u32,
}

impl ChargeSums {
    /// Adds to a kind; a negative number means not given.
    #[inline(never)]
    fn add(&mut self, kind: ValueKind, units: i64) {
        if let Some(sum) = self.units.get_mut(kind as usize).filter(|_| units >= 0) {
            *sum = sum.saturating_add(units);
            self.given |= 1 << kind as u32;
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
            if self.given >> kind as u32 & 1 == 1 {
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
    kinds: ChargeSums,
    total: i64,
    paid: i64,
}

/// A recipe that has been read.
struct SaleBuilder<'s> {
    text: &'s str,
    members: Vec<Member<'s>>,
    slots: Vec<Slot>,
    lines: Vec<RecipeItem>,
    sink: Sink,
    options: &'s Options,
}

impl SaleBuilder<'_> {
    fn slot(&self, term: SaleTerm) -> &Slot {
        slot_of(&self.slots, term)
    }

    fn raise(&mut self, name: &'static str, term: SaleTerm, fault: Diagnostic<'_>) {
        let root = LazyPath::Field(&LazyPath::Root, KEY);
        let path = LazyPath::Field(&root, name);
        let (text, slot) = (self.text, self.slot(term));
        let actual = Some(slot.text(text).trim_matches('"')).filter(|text| !text.is_empty());
        self.sink.raise(Place { actual, ..Place::new(&path, slot.from as usize, SALE.source) }, fault);
    }

    /// Id, version and transition.
    fn identity(&mut self, edit: bool, computed: &mut Computed) {
        let (id, random) = (*self.slot(SaleTerm::ObjectId), *self.slot(SaleTerm::Random));
        let (own, text) = (id.content(self.text), random.content(self.text));
        let mut stored = None;
        if edit {
            if let Some(current_state) = current_state(self.options, &mut self.sink) {
                stored = current_state.document.object_id.as_deref();
                let (to, strictness) = ("SENT_TO_BUYER", self.options.context.lifecycle);
                let step = (Actor::Supplier, "editInvoiceRequest", "editInvoiceRequest");
                if allowed(step, current_state.status, Some(to), strictness, [KEY, ""], &mut self.sink) {
                    current_state.step(to, 1, computed);
                }
            }
        } else {
            moved(1, 1, "CREATED", "SENT_TO_BUYER", computed);
        }
        let given = id.is_text();
        let (name, term) = ("objectId", SaleTerm::ObjectId);
        let fault = match (random.value, stored) {
            (Value::Text, _) if given => Diagnostic::new(MessageId::Conflict).plain(name).plain("random"),
            (Value::Text, _) => {
                let mut id = String::from("INV");
                for byte in text.bytes().filter(|byte| *byte != b'-') {
                    id.push(char::from(byte));
                }
                if OBJECT_ID_INVOICE.takes(&id) {
                    return computed.text(name, &id);
                }
                let fault = Diagnostic::new(MessageId::RandomForm).subject(Subject { name: "random", text: &text });
                return self.raise("random", SaleTerm::Random, fault);
            }
            (_, Some(stored)) if !given => return computed.text(name, stored),
            (_, Some(stored)) if own != stored => Diagnostic::new(MessageId::OtherInvoice).plain(name).input(stored).expected(&stored),
            // An edit without the current invoice has been reported.
            (_, None) if !given && (!edit || self.options.context.current.nested().is_some()) => Diagnostic::new(MessageId::MissingRandom),
            _ => return,
        };
        self.raise(name, term, fault);
    }

    /// The supply type, `B2B` by default.
    fn supply(&self, computed: &mut Computed) {
        let own = value_of(&self.members, "transactionDetails");
        let given = members(own.unwrap_or_default());
        let mut usual = Computed::default();
        for (name, word) in [("taxScheme", "\"GST\""), ("supplyType", "\"B2B\""), ("reverseChargeTax", "\"N\"")] {
            if value_of(&given, name).is_none() {
                usual.json(name, word);
            }
        }
        computed.put("transactionDetails", write_nested(&TRANSACTION_DETAILS, own, &usual));
    }

    /// The invoice without its sums, to check the given values and to find its taxation.
    fn draft(&self, computed: &mut Computed) -> (Taxation, Sink) {
        computed.put("itemLists", self.items(None, &mut Sums::default()));
        let draft = write_object(&NBBL_INVOICE, &self.members, computed, false);
        computed.0.pop();
        checked(&draft, Job::DRAFT, self.options)
    }

    /// The items and the totals.
    fn sums(&mut self, leaves: bool, taxation: &Taxation, computed: &mut Computed) -> Option<Sums> {
        let mut sums = Sums::default();
        computed.put("itemLists", self.items(Some((leaves, taxation)), &mut sums));
        let given = numbers(&self.slots);
        let given = |term: SaleTerm| number(&given, term as u8);
        let (discount, charges, paid) = (given(SaleTerm::Discount), given(SaleTerm::OtherCharges), given(SaleTerm::Paid));
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
        let mut values = Computed::default();
        values.money("assessmentValue", sums.taxable);
        values.money("totalInvoiceValue", rounded);
        values.put("otherValues", sums.kinds.list(words, money));
        computed.put("valueDetails", write_object(&VALUE_DETAILS, &[], &values, false));
        if paid >= 0 {
            if paid > rounded {
                let fault = Diagnostic::new(MessageId::PaidBeyond).paise(paid).paise(rounded).expected(&Paise(rounded));
                self.raise("paid", SaleTerm::Paid, fault);
                return None;
            }
            let own = value_of(&self.members, "advancePaymentDetails");
            let mut advance = Computed::default();
            advance.money("paidAmount", paid);
            advance.money("pendingDueAmount", rounded - paid);
            let root = LazyPath::Field(&LazyPath::Root, KEY);
            let path = LazyPath::Field(&root, "advancePaymentDetails");
            let mut names = advance.0.iter().map(|(name, _)| *name);
            conflicts(&mut names, &members(own.unwrap_or_default()), &path, "paid", &mut self.sink);
            computed.put("advancePaymentDetails", write_nested(&ADVANCE_PAYMENT_DETAILS, own, &advance));
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
            let mut computed = decimals(&given, taxation.is_some(), line.is_some_and(|line| line.number(SaleItemTerm::GstRate) >= 0));
            match (line, taxation) {
                (Some(line), Some(taxation)) => self.item(line, &given, taxation, sums, &mut computed),
                // For goods, a missing quantity would be reported.
                _ => computed.json("isService", ""),
            }
            text.push_str(&write_object(&INVOICE_ITEM, &given, &computed, false));
        }
        text.push(']');
        text
    }

    /// The computed values of an item.
    fn item(
        &self,
        line: &RecipeItem,
        given: &[Member<'_>],
        (leaves, taxation): (bool, &Taxation),
        sums: &mut Sums,
        computed: &mut Computed,
    ) {
        let words = &self.options.context.words;
        if value_of(given, "serialno").is_none() {
            computed.text("serialno", &to_text(&(line.index + 1)));
        }
        if value_of(given, "isService").is_none() {
            computed.text("isService", if line.service { "Y" } else { "N" });
        }
        let (gross, discount, charges) = (line.gross(), line.number(SaleItemTerm::Discount), line.number(SaleItemTerm::OtherCharges));
        let taxable = gross - discount.max(0);
        let (rate, cess) = (line.number(SaleItemTerm::GstRate), line.number(SaleItemTerm::CessRate));
        let (mut values, mut rates) = (ChargeSums::default(), ChargeSums::default());
        let mut value = taxable.saturating_add(charges.max(0));
        let due: &[(ValueKind, i64, Share)] = match leaves {
            true => &[(ValueKind::Igst, rate, Share::Full), (ValueKind::Cess, cess, Share::Full)],
            false => &[(ValueKind::Cgst, rate, Share::Half), (ValueKind::Sgst, rate, Share::Half), (ValueKind::Cess, cess, Share::Full)],
        };
        for (kind, rate, share) in due {
            if *rate < 0 || *kind == ValueKind::Cess && taxation.without_payment() {
                continue;
            }
            let tax = if taxation.without_payment() { 0 } else { head(taxable, *rate, *share) };
            values.add(*kind, tax);
            sums.kinds.add(*kind, tax);
            rates.add(*kind, if *share == Share::Half { rate / 2 } else { *rate });
            value = value.saturating_add(if taxation.reverse_charge() { 0 } else { tax });
        }
        values.add(ValueKind::Discount, discount);
        values.add(ValueKind::OtherCharges, charges);
        sums.taxable = sums.taxable.saturating_add(taxable);
        sums.value = sums.value.saturating_add(value);
        for (name, paise) in [("totalAmt", gross), ("assessmentAmount", taxable), ("totalItemValue", value)] {
            computed.money(name, paise);
        }
        computed.put("itemValueDetails", values.list(words, money));
        computed.put("rates", rates.list(words, percent));
    }

    /// The two sides, if both are given or already known.
    #[inline(never)]
    fn sides(&self, computed: &mut Computed) {
        let stored = self.options.context.current.nested();
        let buyer = self.side("buyerDetails", stored.and_then(|stored| stored.buyer.as_ref()));
        let supplier = self.side("supplierDetails", stored.and_then(|stored| stored.supplier.as_ref()));
        if !buyer.is_empty() && !supplier.is_empty() {
            computed.put("b2bIds", pair(["buyerB2BId", &buyer], ["supplierB2BId", &supplier]));
        }
    }

    /// The id of a side; empty if unknown.
    #[inline(never)]
    fn side(&self, party: &str, stored: Option<&String>) -> String {
        let given = members(value_of(&self.members, party).unwrap_or_default());
        match value_of(&given, "b2bId") {
            Some(given) => given.to_owned(),
            None => stored.map(|id| quoted(id)).unwrap_or_default(),
        }
    }

    /// The fields of the flat invoice.
    #[inline(never)]
    fn flat(&self, own: &[Member<'_>], taxation: &Taxation, sums: Option<&Sums>) -> Computed {
        let mut computed = Computed::default();
        computed.json("supplierInvoiceNo", value_of(&self.members, "supplierInvoiceNumber").unwrap_or_default());
        if let Some(day) = taxation.day {
            let day = to_text(&day);
            computed.text("supplierInvoiceDate", &day);
            computed.text("invoiceDate", &day);
        }
        if let Value::Day(day) = self.slot(SaleTerm::DueDate).value {
            computed.text("dueDate", &to_text(&Concat(&[&day, &"T00:00:00+05:30"])));
        }
        computed.json("nbblEnabled", "true");
        // For these, given values take precedence.
        for (name, value) in &mut computed.0 {
            if let Some(given) = value_of(own, name) {
                given.clone_into(value);
            }
        }
        for name in AMOUNTS {
            let paise = sums.map_or(-1, |sums| sums.amount(name));
            computed.put(name, if paise < 0 { String::new() } else { money(paise) });
        }
        computed
    }
}

impl Sums {
    /// The amount of a field of [`AMOUNTS`]; negative if it does not apply.
    fn amount(&self, name: &str) -> i64 {
        let head = |kind: ValueKind| if self.kinds.given >> kind as u32 & 1 == 1 { self.kinds.of(kind) } else { -1 };
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
fn decimals(given: &[Member<'_>], priced: bool, rated: bool) -> Computed {
    let mut computed = Computed::default();
    for (name, wanted) in [("quantity", priced), ("freeQuantity", priced), ("unitPrice", priced), ("gstRate", rated)] {
        let Some(value) = value_of(given, name) else {
            continue;
        };
        let text = if wanted { value.trim_matches('"') } else { "" };
        computed.json(name, &decode(text).unwrap_or_default());
    }
    computed
}
