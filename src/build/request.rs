//! From fields and a recipe to a request that passes every check.

use super::recipe::{Amounts, Recipe, WORKED_OUT, follow, is_worked_out};
use crate::options::Options;
use crate::payload::{Endpoint, Field, Law, Method, Role, Setting, Shape, TARGET, Target};
use crate::read::{self, Job, Member, Reading, members, slot_of};
use crate::report::{Fault, Msg, Part, Place, Report, Sink, Trail};
use crate::value::{Date, DateForm, Paise, encode, plain_date};
use serde::Serialize;
use std::fmt::Write;

/// A request, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The path, with the ids of the target filled in.
    pub path: String,
    /// The query: names and values, not yet encoded.
    #[cfg_attr(feature = "types", tsify(type = "Record<string, string>"))]
    pub query: Query,
    /// The body as JSON text: to be sent as it is, so that no digit is lost.
    pub body: String,
}

/// The query of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Query {
    /// The selling company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seller_id: Option<String>,
}

/// What building brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[serde(tag = "status", rename_all = "lowercase")]
pub enum Built {
    /// A request that passes every check.
    Ready {
        /// The request.
        request: Request,
        /// The amounts that were worked out, if there was a recipe.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "types", tsify(optional))]
        amounts: Option<Amounts>,
        /// The report on the body: without errors, perhaps with warnings.
        report: Report,
    },
    /// The fields do not make one; the report says why.
    Refused {
        /// What is wrong with the fields and the target.
        report: Report,
    },
}

impl Built {
    /// The request, if it is ready.
    pub fn ready(self) -> Option<Request> {
        match self {
            Built::Ready { request, .. } => Some(request),
            Built::Refused { .. } => None,
        }
    }

    /// The amounts that were worked out, if the request is ready and there was a recipe.
    pub fn amounts(&self) -> Option<Amounts> {
        match self {
            Built::Ready { amounts, .. } => *amounts,
            Built::Refused { .. } => None,
        }
    }

    /// What there is to say about the fields and the target.
    pub fn report(&self) -> &Report {
        match self {
            Built::Ready { report, .. } | Built::Refused { report } => report,
        }
    }
}

/// Builds the request of an endpoint from its fields, given as JSON text.
///
/// The fields are the payload's own, and beside them `gst`: the recipe from which
/// baseAmount, the heads of the tax, netAmount, balanceAmount, tds, totalReceived and
/// gstExclusive are worked out. What is given is taken over byte for byte, in the
/// order of the page; the result has passed [`check`](crate::check).
///
/// ```
/// use bijak::{Endpoint, build, payload::Target};
/// let fields = r#"{
///     "customerId": "KCAB12CD34EF56GH", "invoiceNumber": "INV/42",
///     "invoiceDate": "2025-11-15T10:30:00", "dueDate": "2025-12-15",
///     "gst": { "base": 1000, "rate": 18, "supplierState": "27", "placeOfSupply": "27" }
/// }"#;
/// let request = build(Endpoint::CreateInvoice, fields, &Target::default(), &Default::default()).ready().unwrap();
/// assert!(request.body.contains(r#""cgst":90.00"#));
/// assert!(request.body.contains(r#""netAmount":1180.00"#));
/// ```
pub fn build(endpoint: Endpoint, fields: impl AsRef<[u8]>, target: &Target, options: &Options) -> Built {
    let target = serde_json::to_string(target).unwrap_or_default();
    build_text(endpoint, fields.as_ref(), target.as_bytes(), options)
}

/// [`build`] with the target as JSON text.
pub(crate) fn build_text(endpoint: Endpoint, fields: &[u8], target: &[u8], options: &Options) -> Built {
    let shape = endpoint.shape();
    let (address, target_sink) = address(endpoint, target, options);
    let outline = outline(fields, options);
    let Some(text) = outline.text.filter(|_| outline.complete && outline.sink.errors == 0) else {
        return Built::Refused { report: report(endpoint, vec![outline.sink], target_sink, options) };
    };
    let given = members(text);
    let find = |name: &str| given.iter().find(|member| member.name == name);
    let gst = find("gst").filter(|_| worked_out(shape).next().is_some());
    let root = Trail::Root;
    let day = find("invoiceDate").and_then(|member| day(member.value));
    let stored = options.context.current.stored().filter(|_| shape.law == Law::InvoicePatch);
    let (recipe, recipe_sink) = match gst {
        Some(gst) => follow(gst.value.as_bytes(), Trail::Field(&root, "gst"), day, stored, options),
        None => (None, Sink::new(options.limits.findings, options.locale)),
    };
    let mut conflicts = Sink::new(options.limits.findings, options.locale);
    for field in worked_out(shape).filter(|_| gst.is_some()).filter_map(|field| find(field.name).map(|_| field)) {
        let trail = Trail::Field(&root, field.name);
        conflicts.raise(Place::new(&trail, 0, ""), Fault::new(Msg::Conflict).plain(field.name));
    }
    let body = compose(shape, &given, gst.is_some(), recipe.as_ref());
    // Without the recipe its amounts are missing; that is no fault of the fields.
    let excused = if gst.is_some() && recipe.is_none() { WORKED_OUT } else { 0 };
    let reading = options.reading_excusing(excused, endpoint, body.as_bytes(), false);
    let errors = recipe_sink.errors + conflicts.errors + reading.sink.errors + target_sink.errors;
    let report = report(endpoint, vec![recipe_sink, conflicts, reading.sink], target_sink, options);
    let Some((method, path, query)) = address.filter(|_| errors == 0 && excused == 0) else {
        return Built::Refused { report };
    };
    let amounts = recipe.map(|recipe| recipe.amounts);
    Built::Ready { request: Request { method, path, query, body }, amounts, report }
}

/// Reads the fields for their syntax alone: broken, not an object, or a key twice.
#[inline(never)]
fn outline<'s>(fields: &'s [u8], options: &Options) -> Reading<'s> {
    static OUTLINE: Shape =
        Shape { name: "fields", source: "contract of build", fields: &[], law: Law::Outline, slots: 0, wanted: [0; 2], late: None };
    let job = Job { limits: options.limits, locale: options.locale, ..Job::plain(&OUTLINE) };
    read::read(fields, &job, &mut |_| {})
}

/// The fields that a recipe works out.
fn worked_out(shape: &'static Shape) -> impl Iterator<Item = &'static Field> {
    let invoice = matches!(shape.law, Law::InvoicePatch | Law::NewInvoice);
    shape.fields.iter().filter(move |field| invoice && is_worked_out(field))
}

/// The day of an invoice date as it is given.
fn day(value: &str) -> Option<Date> {
    plain_date(DateForm::LocalTime, value.strip_prefix('"')?.strip_suffix('"')?)
}

/// The body: what is given, byte for byte, and what was worked out, in the order of
/// the page; what the page does not know comes last.
#[inline(never)]
fn compose(shape: &'static Shape, given: &[Member<'_>], has_recipe: bool, recipe: Option<&Recipe>) -> String {
    let mut body = String::from("{");
    let mut put = |name: &str, value: &str| {
        if body.len() > 1 {
            body.push(',');
        }
        encode(name, &mut body);
        body.push(':');
        body.push_str(value);
    };
    let patch = shape.law == Law::InvoicePatch;
    for field in shape.fields {
        if let Some(member) = given.iter().find(|member| member.name == field.name) {
            put(field.name, member.value);
        } else if let Some(value) = recipe.zip(field.seat.and_then(Role::of)).and_then(|(recipe, role)| recipe.value(role, patch)) {
            put(field.name, &value);
        }
    }
    let stranger = |member: &&Member<'_>| shape.field(&member.name).is_none() && !(has_recipe && member.name == "gst");
    for member in given.iter().filter(stranger) {
        put(&member.name, member.value);
    }
    body.push('}');
    body
}

impl Recipe {
    /// What the recipe gives a field, as JSON. A PATCH sets the head that is not due to
    /// zero, for the stored invoice may have it; and it tells the balance only if it is
    /// known what is received.
    fn value(&self, role: Role, patch: bool) -> Option<String> {
        let Amounts { cgst, sgst, igst, net, balance, inter_state, .. } = self.amounts;
        let head = |paise: Paise, due: bool| (due || patch).then_some(paise);
        let paise = match role {
            Role::Base => Some(self.base),
            Role::Cgst => head(cgst, !inter_state),
            Role::Sgst => head(sgst, !inter_state),
            Role::Igst => head(igst, inter_state),
            Role::Net => Some(net),
            Role::Balance => Some(balance).filter(|_| !patch || self.balanced),
            Role::Tds => self.tds,
            Role::Received => self.received,
            Role::GstExclusive => return Some((!self.inclusive).to_string()),
            _ => None,
        };
        paise.map(|paise| paise.to_string())
    }
}

type Address = (Method, String, Query);

/// Method, path and query, from the endpoint and the target.
#[inline(never)]
fn address(endpoint: Endpoint, target: &[u8], options: &Options) -> (Option<Address>, Sink) {
    let job = Job { limits: options.limits, locale: options.locale, ..Job::plain(&TARGET) };
    let reading = read::read(if target.is_empty() { b"{}" } else { target }, &job, &mut |_| {});
    let text = |seat: Setting| {
        let slot = slot_of(&reading.slots, seat);
        (slot.value == read::Value::Text).then(|| slot.content(reading.text.unwrap_or("")).into_owned())
    };
    let (invoice, seller) = (text(Setting::InvoiceId), text(Setting::SellerId));
    let mut sink = reading.sink;
    let mut raise = |name: &'static str, fault: Fault<'_>| {
        let trail = Trail::Field(&Trail::Root, name);
        sink.raise(Place::new(&trail, 0, TARGET.source), fault);
    };
    let Some(route) = endpoint.route() else {
        raise("endpoint", Fault::new(Msg::NoRequest).plain(endpoint.name()));
        return (None, sink);
    };
    let mut path = route.path.to_owned();
    if let Some((before, _)) = route.path.split_once('{') {
        match invoice.as_deref() {
            None => raise("invoiceId", Fault::new(Msg::Missing).plain("invoiceId")),
            Some("") => raise("invoiceId", Fault::new(Msg::Empty).plain("invoiceId")),
            // A URL's path drops these segments, and the call would go elsewhere.
            Some(dots @ ("." | "..")) => raise("invoiceId", Fault::new(Msg::InvoiceIdDots).input(dots)),
            Some(id) => path = format!("{before}{}", percent(id)),
        }
    } else if invoice.is_some() {
        raise("invoiceId", Fault::new(Msg::Unknown).input("invoiceId"));
    }
    let mut query = Query::default();
    if let Some(seller) = seller {
        if route.seller {
            query.seller_id = Some(seller);
        } else {
            raise("sellerId", Fault::new(Msg::Unknown).input("sellerId"));
        }
    }
    (Some((route.method, path, query)), sink)
}

/// A segment of a URL's path, by RFC 3986.
#[inline(never)]
fn percent(segment: &str) -> String {
    let mut out = String::with_capacity(segment.len());
    for byte in segment.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            other => drop(write!(out, "%{other:02X}")),
        }
    }
    out
}

/// The report on a request: what was found in its body, part by part, then in its URL.
#[inline(never)]
fn report(endpoint: Endpoint, body: Vec<Sink>, target: Sink, options: &Options) -> Report {
    let mut all = Sink::new(options.limits.findings, options.locale);
    for sink in body {
        all.adopt(sink, None);
    }
    let part = |name: &str| {
        if name == "sellerId" { Part::Query } else { Part::Path }
    };
    all.adopt(target, Some(part));
    all.into_report(endpoint.name(), options.mask)
}
