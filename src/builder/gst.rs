//! The recipe `gst`: computes all amounts of an invoice from a price, a rate and two states.

use super::object::{Computed, value_of};
use super::recipe::{Amounts, Recipe, RecipeOutput, conflicts};
use crate::calc::Split;
use crate::options::Options;
use crate::payload::{COMPUTED, CREATE_INVOICE, Endpoint, Field, GST, Gst, ObjectKind, ReceivableTerm, Shape, receivable_bits};
use crate::read::{self, Anchor, Frame, Job, Member, ObjectContext, Slot, Value, members, slot_of};
use crate::report::{Diagnostic, Finding, LazyPath, MessageId, Sink, Subject, to_text};
use crate::value::{Date, DateForm, Gstin, Paise, Rate, RateEntry, RateValidity, State, encode, fast_date};
use serde::Serialize;
use std::borrow::Cow;

/// The recipe.
pub(super) const RECIPE: Recipe =
    Recipe { key: "gst", is_for: |shape| matches!(shape.object, ObjectKind::InvoicePatch | ObjectKind::InvoiceCreation), follow };

/// Computes the recipe of a receivables invoice.
#[inline(never)]
fn follow(endpoint: Endpoint, given: &[Member<'_>], text: &str, options: &Options) -> RecipeOutput {
    let (shape, root) = (endpoint.shape(), LazyPath::Root);
    let patch = shape.object == ObjectKind::InvoicePatch;
    let day = value_of(given, "invoiceDate").and_then(day);
    let stored = options.context.current.stored().filter(|_| patch);
    let (recipe, mut sink) = results(text.as_bytes(), LazyPath::Field(&root, "gst"), day, stored, options);
    conflicts(&mut worked_out(shape).map(|field| field.name()), given, &root, "gst", &mut sink);
    let mut computed = Computed::default();
    for field in worked_out(shape) {
        let value = recipe.as_ref().zip(field.term.and_then(ReceivableTerm::computed)).and_then(|(recipe, role)| recipe.value(role, patch));
        if let Some(value) = value {
            computed.put(field.name(), value);
        }
    }
    let optional_here = if recipe.is_none() { WORKED_OUT } else { 0 };
    let (amounts, other_charges) = (recipe.map(|recipe| recipe.amounts), recipe.map(|recipe| recipe.charges));
    RecipeOutput { computed, sinks: vec![sink], optional_here, amounts, other_charges, document: None }
}

/// The fields that the recipe `gst` computes.
fn worked_out(shape: &'static Shape) -> impl Iterator<Item = &'static Field> {
    shape.fields.iter().filter(|field| is_worked_out(field))
}

/// The day of a given invoice date.
fn day(value: &str) -> Option<Date> {
    fast_date(DateForm::LocalTime, value.strip_prefix('"')?.strip_suffix('"')?.as_bytes())
}

/// Whether a recipe computes the field.
fn is_worked_out(field: &Field) -> bool {
    field.term.is_some_and(|term| WORKED_OUT & (1 << term) != 0)
}

/// The results of a recipe.
const WORKED_OUT: u64 = receivable_bits(COMPUTED);

/// The values of a valid recipe.
#[derive(Debug, Clone, Copy)]
struct GstValues {
    base: Paise,
    /// What the net amount holds besides base and taxes.
    charges: Paise,
    inclusive: bool,
    tds: Option<Paise>,
    received: Option<Paise>,
    /// Whether the received amount, and therefore the balance, is known.
    balanced: bool,
    amounts: Amounts,
}

/// Reads a recipe and computes its results; `None` if there is an error in the sink. If the recipe has no
/// received amount or tds, those of the stored invoice are used.
fn results(bytes: &[u8], path: LazyPath<'_>, day: Option<Date>, stored: Option<&Frame>, options: &Options) -> (Option<GstValues>, Sink) {
    let job = Job { limits: options.limits, path, ..Job::new(&GST, options.messages) };
    let reading = read::read(bytes, &job, &mut |cx| validate(cx, day));
    let sums = reading.text.filter(|_| reading.complete && reading.sink.errors == 0);
    let recipe = sums.and_then(|text| recipe(&reading.slots, stored, options.context.other_charges, text));
    (recipe, reading.sink)
}

#[inline(never)]
fn recipe(slots: &[Slot], stored: Option<&Frame>, charges: Paise, text: &str) -> Option<GstValues> {
    let paise = |value| match value {
        Value::Paise(paise) => Some(Paise(paise)),
        _ => None,
    };
    let slot = |role| slot_of(slots, role);
    let sum = |role| paise(slot(role).value);
    let kept = |role| stored.and_then(|frame| paise(slot_of(&frame.slots, role).value));
    let flag = |role| slot(role).value == Value::Flag(true);
    let (Some(base), Value::Rate(rate)) = (sum(ReceivableTerm::Base), slot(ReceivableTerm::Rate).value) else {
        return None;
    };
    let (rate, inclusive) = (Rate(rate), flag(ReceivableTerm::Inclusive));
    let inter_state = match slot(ReceivableTerm::InterState).value {
        Value::Flag(stated) => stated,
        _ => Places::of(slots, text).differ()?,
    };
    let split = match inclusive {
        true => Split::inclusive(base, rate, inter_state),
        false => Split::exclusive(base, rate, inter_state),
    };
    let (tds, received) = (sum(ReceivableTerm::Tds), sum(ReceivableTerm::Received));
    let paid = received.or_else(|| kept(ReceivableTerm::Received));
    let deducted = tds.or_else(|| kept(ReceivableTerm::Tds)).unwrap_or_default();
    let charges = sum(ReceivableTerm::OtherCharges).unwrap_or(charges);
    let (in_net, after_net) = if flag(ReceivableTerm::NetAfterTds) { (deducted.0, 0) } else { (0, deducted.0) };
    let before = split.total().0.saturating_add(charges.0) - in_net;
    let net = match slot(ReceivableTerm::Rounding).text(text) {
        "\"rupee\"" => before.saturating_add(50).div_euclid(100) * 100,
        _ => before,
    };
    let amounts = Amounts {
        taxable: split.taxable,
        rate,
        inter_state,
        cgst: split.cgst,
        sgst: split.sgst,
        igst: split.igst,
        round_off: Paise(split.round_off.0 + net - before),
        net: Paise(net),
        tds: deducted,
        received: paid.unwrap_or_default(),
        balance: Paise(net - after_net - paid.unwrap_or_default().0),
    };
    Some(GstValues { base, charges, inclusive, tds, received, balanced: paid.is_some(), amounts })
}

impl GstValues {
    /// The value that the recipe computes for a field, as JSON. A PATCH sets the tax head that is not
    /// due to zero, because the stored invoice may have it. It sets the balance only if the received
    /// amount is known.
    fn value(&self, role: ReceivableTerm, patch: bool) -> Option<String> {
        let Amounts { cgst, sgst, igst, net, balance, inter_state, .. } = self.amounts;
        let head = |paise: Paise, due: bool| (due || patch).then_some(paise);
        let paise = match role {
            ReceivableTerm::Base => Some(self.base),
            ReceivableTerm::Cgst => head(cgst, !inter_state),
            ReceivableTerm::Sgst => head(sgst, !inter_state),
            ReceivableTerm::Igst => head(igst, inter_state),
            ReceivableTerm::Net => Some(net),
            ReceivableTerm::Balance => Some(balance).filter(|_| !patch || self.balanced),
            ReceivableTerm::Tds => self.tds,
            ReceivableTerm::Received => self.received,
            ReceivableTerm::GstExclusive => return Some(if self.inclusive { "false" } else { "true" }.to_owned()),
            _ => None,
        };
        paise.map(|paise| to_text(&paise))
    }
}

/// The origin and destination of a supply, as far as the recipe has them.
struct Places<'t> {
    stated: Option<State>,
    registered: Option<State>,
    gstin: Cow<'t, str>,
    supply: Option<State>,
}

impl<'t> Places<'t> {
    #[inline(never)]
    fn of(slots: &[Slot], text: &'t str) -> Places<'t> {
        let inside = |role| slot_of(slots, role).content(text);
        let gstin = inside(ReceivableTerm::SupplierGstin);
        Places {
            stated: State::from_code(&inside(ReceivableTerm::SupplierState)),
            registered: Gstin::parse(&gstin).ok().map(|gstin| gstin.state),
            gstin,
            supply: State::from_code(&inside(ReceivableTerm::PlaceOfSupply)),
        }
    }

    fn supplier(&self) -> Option<State> {
        self.stated.or(self.registered)
    }

    /// Whether the supply is inter-state, if both ends are known.
    fn differ(&self) -> Option<bool> {
        Some(self.supplier()? != self.supply?)
    }
}

/// Rules of a recipe that the table cannot express.
fn validate(cx: &mut ObjectContext<'_>, day: Option<Date>) {
    let slots = cx.slots;
    let slot = |role| slot_of(slots, role);
    let places = Places::of(slots, cx.text);
    if let (Some(stated), Some(registered)) = (places.stated, places.registered)
        && stated != registered
    {
        let subject = Subject { name: "supplierGstin", text: &places.gstin };
        let fault = Diagnostic::new(MessageId::StateMismatch).display(&stated).display(&registered).subject(subject);
        cx.raise(Anchor::field(ReceivableTerm::SupplierState), fault.expected(&registered));
    }
    match (slot(ReceivableTerm::InterState).value, places.differ()) {
        (Value::Flag(false), Some(true)) => {
            let state = |state: Option<State>| state.map(|state| to_text(&state)).unwrap_or_default();
            let fault = Diagnostic::new(MessageId::WrongHead).display(&state(places.supplier())).display(&state(places.supply));
            cx.raise(Anchor::field(ReceivableTerm::InterState), fault.expected_text("true"));
        }
        (Value::Absent | Value::Null, None) => {
            // An end that is given but invalid has its own finding.
            let silent = |roles: [ReceivableTerm; 2]| roles.iter().all(|role| slot(*role).is_absent());
            if silent([ReceivableTerm::SupplierState, ReceivableTerm::SupplierGstin]) || silent([ReceivableTerm::PlaceOfSupply; 2]) {
                cx.raise(Anchor::Object, Diagnostic::new(MessageId::MissingPlaces));
            }
        }
        _ => {}
    }
    if let Value::Rate(rate) = slot(ReceivableTerm::Rate).value {
        let Some(entry) = RateEntry::of(Rate(rate)) else {
            let fault = Diagnostic::new(MessageId::RateNotKnown).display(&Rate(rate)).plain(RateEntry::LIST).expected_text(RateEntry::LIST);
            return cx.raise(Anchor::field(ReceivableTerm::Rate), fault);
        };
        if let Some(day) = day.filter(|day| entry.validity(*day) == RateValidity::NotInForce) {
            let fault = Diagnostic::new(MessageId::RateOver).display(&Rate(rate)).display(&day);
            cx.raise(Anchor::field(ReceivableTerm::Rate), fault);
        }
    }
}

/// Computes all amounts of an invoice from a recipe, given as JSON.
///
/// This is arithmetic only. Whether the amounts make a valid invoice (tds above the base, more
/// received than due) is checked by [`build`](crate::build) and [`check`](crate::check).
///
/// # Errors
/// All findings on the recipe.
///
/// ```
/// let amounts = bijak::split_tax(r#"{"base":"1000.00","rate":18,"supplierState":"27","placeOfSupply":"29"}"#).unwrap();
/// assert_eq!(amounts.igst.to_string(), "180.00");
/// assert_eq!(amounts.net.to_string(), "1180.00");
/// let findings = bijak::split_tax(r#"{"base":1000,"rate":17,"interState":true}"#).unwrap_err();
/// assert_eq!(findings[0].code, bijak::Code::TaxRateUnknown);
/// ```
pub fn split_tax(gst: impl AsRef<[u8]>) -> Result<Amounts, Vec<Finding>> {
    let (amounts, sink) = split(gst.as_ref(), &Options::default());
    amounts.ok_or_else(|| sink.into_report("gst", false).findings)
}

/// [`split_tax`] with the findings before the report is made.
pub fn split(gst: &[u8], options: &Options) -> (Option<Amounts>, Sink) {
    let (recipe, sink) = results(gst, LazyPath::Root, None, None, options);
    (recipe.map(|recipe| recipe.amounts), sink)
}

impl Gst {
    /// The amounts of this recipe.
    ///
    /// # Errors
    /// All findings on the recipe.
    pub fn amounts(&self) -> Result<Amounts, Vec<Finding>> {
        split_tax(serde_json::to_string(self).unwrap_or_default())
    }

    /// A typed payload as fields for [`build`](crate::build), with this recipe in place of
    /// the amounts that it computes.
    ///
    /// ```
    /// use bijak::{Endpoint, Paise, build};
    /// use bijak::payload::{CreateInvoice, Gst, Target};
    /// let invoice = CreateInvoice {
    ///     customer_id: "KCAB12CD34EF56GH".into(),
    ///     invoice_number: Some("INV/42".into()),
    ///     due_date: "2025-12-15".parse().unwrap(),
    ///     ..Default::default()
    /// };
    /// let gst = Gst {
    ///     base: Paise(100_000).into(),
    ///     rate: Paise(1_800).into(), // 18.00 %
    ///     inter_state: Some(true),
    ///     ..Default::default()
    /// };
    /// let built = build(Endpoint::CreateInvoice, gst.fields(&invoice), &Target::default(), &Default::default());
    /// assert_eq!(built.amounts().unwrap().igst, Paise(18_000));
    /// assert!(built.ready().unwrap().body.contains(r#""netAmount":1180.00"#));
    /// ```
    pub fn fields(&self, payload: &impl Serialize) -> String {
        let payload = serde_json::to_string(payload).unwrap_or_default();
        let mut fields = String::from("{\"gst\":");
        fields.push_str(&serde_json::to_string(self).unwrap_or_default());
        let worked_out = |name: &str| CREATE_INVOICE.field(name).is_some_and(is_worked_out);
        for member in members(&payload).iter().filter(|member| !worked_out(&member.name)) {
            fields.push(',');
            encode(&member.name, &mut fields);
            fields.push(':');
            fields.push_str(member.value);
        }
        fields.push('}');
        fields
    }
}
