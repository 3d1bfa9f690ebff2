//! Builds a request from fields and a recipe, and checks it.

use super::RECIPES;
use super::object::{value_of, write_object};
use super::recipe::{Amounts, RecipeOutput};
use crate::options::Options;
use crate::payload::{Deferred, Endpoint, Method, ObjectKind, OptionTerm, Shape, TARGET, Target};
use crate::read::{self, Job, Reading, members, slot_of};
use crate::report::{Concat, Diagnostic, LazyPath, MessageId, Place, Report, Sink, to_text};
use crate::value::cut;
use serde::Serialize;

/// A request that is ready to be sent.
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
    /// The body as JSON. Send it unchanged, so that no digit is lost.
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

/// The result of [`build`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[serde(tag = "status", rename_all = "lowercase")]
pub enum Built {
    /// A request that passes the check.
    Ready {
        /// The request.
        request: Request,
        /// The computed amounts, if there was a recipe `gst`.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "types", tsify(optional))]
        amounts: Option<Amounts>,
        /// The nested invoice of Bharat Connect as JSON, if there was a recipe `sale`. The request
        /// to EnKash contains only its totals: the page does not show where the items go.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "types", tsify(optional))]
        document: Option<String>,
        /// The report on the body and the nested invoice: no errors, possibly warnings.
        report: Report,
    },
    /// The fields do not make a valid request; the report says why.
    Refused {
        /// The findings on the fields and the target.
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

    /// The computed amounts, if the request is ready and there was a recipe.
    pub fn amounts(&self) -> Option<Amounts> {
        match self {
            Built::Ready { amounts, .. } => *amounts,
            Built::Refused { .. } => None,
        }
    }

    /// The nested invoice, if the request is ready and there was a recipe `sale`.
    pub fn document(&self) -> Option<&str> {
        match self {
            Built::Ready { document, .. } => document.as_deref(),
            Built::Refused { .. } => None,
        }
    }

    /// The report on the fields and the target.
    pub fn report(&self) -> &Report {
        match self {
            Built::Ready { report, .. } | Built::Refused { report } => report,
        }
    }
}

/// Builds the request of an endpoint from its fields, given as JSON.
///
/// The fields are those of the payload, plus a recipe from which other fields are computed:
/// `gst` ([`Gst`](crate::payload::Gst)) computes the amounts of a receivables invoice; `sale`
/// ([`Sale`](crate::payload::Sale)) computes the sums, tax heads and totals of an invoice that is
/// sent or edited, and the nested invoice; `step` ([`Step`](crate::payload::Step)) computes the
/// version and transition of a status change or a confirmation. An edit and a step need the
/// current invoice ([`Options::current`]). Given values are copied byte for byte, in the order of
/// the page. The result has passed [`check`](crate::check).
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
///
/// let stands = r#"{"objectId":"INV0123456789abcdef0123456789abcdef","supplierInvoiceNumber":"SE/42",
///     "objectVersion":{"currentVersion":1,"newVersion":1},
///     "statusTransition":{"currentStatus":"CREATED","newStatus":"SENT_TO_BUYER"}}"#;
/// let options = bijak::Options::new().current(stands).unwrap();
/// let fields = |action| format!(
///     r#"{{"device":{{"tag":{{}}}},"b2bIds":{{"buyerB2BId":"B1","supplierB2BId":"S1"}},
///          "step":{{"action":"{action}","remarks":"Goods received"}}}}"#
/// );
/// let confirm = |action| build(Endpoint::ConfirmInvoice, fields(action), &Target::default(), &options);
/// assert!(confirm("ACCEPT").ready().unwrap().body.contains(r#""newStatus":"ACCEPTED""#));
/// let refused = confirm("PAY");
/// assert_eq!(refused.report().findings[0].message, "`PAY` is not possible in status SENT_TO_BUYER; possible actions: ACCEPT, REJECT, RETURN");
/// ```
pub fn build(endpoint: Endpoint, fields: impl AsRef<[u8]>, target: &Target, options: &Options) -> Built {
    let target = serde_json::to_string(target).unwrap_or_default();
    let Draft { request, amounts, document, sink } = draft(endpoint, fields.as_ref(), target.as_bytes(), options);
    let report = options.report(endpoint, sink);
    match request {
        Some(request) => Built::Ready { request, amounts, document, report },
        None => Built::Refused { report },
    }
}

/// What [`build`] returns, before the report is made.
#[derive(Debug)]
pub struct Draft {
    /// The request, if it is ready.
    pub request: Option<Request>,
    /// The computed amounts of a request that is ready.
    pub amounts: Option<Amounts>,
    /// The nested invoice of a request that is ready.
    pub document: Option<String>,
    /// The findings.
    pub sink: Sink,
}

/// [`build`] with the target as JSON text.
pub fn draft(endpoint: Endpoint, fields: &[u8], target: &[u8], options: &Options) -> Draft {
    let shape = endpoint.shape();
    let (address, target_sink) = address(endpoint, target, options);
    let syntax_only = syntax_only(fields, options);
    let Some(text) = syntax_only.text.filter(|_| syntax_only.complete && syntax_only.sink.errors == 0) else {
        return refused(merged(vec![syntax_only.sink], target_sink, options));
    };
    let mut given = members(text);
    let mut output = RecipeOutput::default();
    let recipe = RECIPES.iter().find(|recipe| (recipe.is_for)(shape));
    if let Some((recipe, text)) = recipe.and_then(|recipe| Some((recipe, value_of(&given, recipe.key)?))) {
        given.retain(|member| member.name != recipe.key);
        output = (recipe.follow)(endpoint, &given, text, options);
    }
    let body = write_object(shape, &given, &output.computed, true);
    // Values that the recipe could not compute are not reported as missing fields.
    let charged;
    let checking = match output.other_charges {
        Some(charges) if charges != options.context.other_charges => {
            charged = options.clone().other_charges(charges);
            &charged
        }
        _ => options,
    };
    let reading = checking.reading_with_optional(output.optional_here, endpoint, body.as_bytes(), false);
    output.sinks.push(reading.sink);
    let RecipeOutput { sinks, optional_here, amounts, document, .. } = output;
    let sink = merged(sinks, target_sink, options);
    let Some((method, path, query)) = address.filter(|_| sink.errors == 0 && optional_here == 0) else {
        return refused(sink);
    };
    Draft { request: Some(Request { method, path, query, body }), amounts, document, sink }
}

fn refused(sink: Sink) -> Draft {
    Draft { request: None, amounts: None, document: None, sink }
}

/// Checks only the syntax of the fields: invalid JSON, not an object, or a duplicate key.
#[inline(never)]
fn syntax_only<'s>(fields: &'s [u8], options: &Options) -> Reading<'s> {
    static SYNTAX_ONLY: Shape = Shape {
        name: "fields",
        #[cfg(feature = "schema")]
        about: "What callers give to build.",
        source: "contract of build",
        fields: &[],
        object: ObjectKind::SyntaxOnly,
        slots: 0,
        wanted: [0; 2],
        deferred: Deferred::NONE,
    };
    let job = Job { limits: options.limits, ..Job::new(&SYNTAX_ONLY, options.messages) };
    read::read(fields, &job, &mut |_| {})
}

type Address = (Method, String, Query);

/// Method, path and query, from the endpoint and the target.
#[inline(never)]
fn address(endpoint: Endpoint, target: &[u8], options: &Options) -> (Option<Address>, Sink) {
    let root = LazyPath::Url("sellerId");
    let job = Job { limits: options.limits, path: root, ..Job::new(&TARGET, options.messages) };
    let reading = read::read(if target.is_empty() { b"{}" } else { target }, &job, &mut |_| {});
    let text = |term: OptionTerm| {
        let slot = slot_of(&reading.slots, term);
        (slot.value == read::Value::Text).then(|| slot.content(reading.text.unwrap_or("")).into_owned())
    };
    let (invoice, seller) = (text(OptionTerm::InvoiceId), text(OptionTerm::SellerId));
    let mut sink = reading.sink;
    let mut raise = |name: &'static str, fault: Diagnostic<'_>| {
        let path = LazyPath::Field(&root, name);
        sink.raise(Place::new(&path, 0, TARGET.source), fault);
    };
    let Some(route) = endpoint.route() else {
        raise("endpoint", Diagnostic::new(MessageId::NoRequest).plain(endpoint.name()));
        return (None, sink);
    };
    let mut path = route.path.to_owned();
    if let Some((before, _)) = cut(route.path, b'{') {
        match invoice.as_deref() {
            None => raise("invoiceId", Diagnostic::new(MessageId::Missing).plain("invoiceId")),
            Some("") => raise("invoiceId", Diagnostic::new(MessageId::Empty).plain("invoiceId")),
            // A URL drops these path segments, and the call would go to another address.
            Some(dots @ ("." | "..")) => raise("invoiceId", Diagnostic::new(MessageId::InvoiceIdDots).input(dots)),
            Some(id) => path = to_text(&Concat(&[&before, &percent(id)])),
        }
    } else if invoice.is_some() {
        raise("invoiceId", Diagnostic::new(MessageId::Unknown).input("invoiceId"));
    }
    let mut query = Query::default();
    if let Some(seller) = seller {
        if route.seller {
            query.seller_id = Some(seller);
        } else {
            raise("sellerId", Diagnostic::new(MessageId::Unknown).input("sellerId"));
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
            other => {
                out.push('%');
                for digit in [other >> 4, other & 0xf] {
                    out.push(char::from_digit(digit.into(), 16).unwrap_or_default().to_ascii_uppercase());
                }
            }
        }
    }
    out
}

/// The findings on a request: those on its body, by part, then those on its URL.
#[inline(never)]
fn merged(body: Vec<Sink>, target: Sink, options: &Options) -> Sink {
    let mut all = Sink::new(options.limits.findings, options.messages);
    for sink in body {
        all.merge(sink);
    }
    all.merge(target);
    all
}
