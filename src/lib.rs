// The macro of the tables takes three steps for each field, and one table has 90 of them.
#![recursion_limit = "512"]
#![warn(missing_docs)]
// Not in [workspace.lints]: Clippy cannot exempt tests from these two.
#![cfg_attr(not(test), deny(clippy::string_slice, clippy::float_arithmetic))]
#![doc = include_str!("../README.md")]

#[cfg(doctest)]
#[doc = include_str!("../docs/rust.md")]
mod guide {}

#[macro_use]
mod term;
#[macro_use]
mod table;
mod builder;
pub mod calc;
#[cfg(any(test, feature = "full"))]
mod json;
pub mod lifecycle;
mod model;
mod options;
pub mod payload;
mod read;
mod report;
mod rule;
#[cfg(not(feature = "wasm"))]
mod schema;
mod value;
#[cfg(feature = "wasm")]
#[doc(hidden)]
pub mod wasm;

pub use builder::{Amounts, Built, Query, Request, build, split_tax};
pub use calc::Tolerance;
pub use lifecycle::{Actor, Machine, Strictness, Transition, TransitionEvidence, TransitionQuery, transitions};
pub use model::{ValueKind, Words};
pub use options::{Options, OptionsError, OptionsErrorKind};
pub use payload::{Amount, Endpoint, Method, Nullable};
pub use read::Limits;
pub use report::{
    Change, Code, Evidence, Finding, Locale, MissingInputs, Part, Path, PathSegment, Report, Severity, Skipped, UnknownNameError,
};
#[cfg(any(not(feature = "wasm"), feature = "types"))]
pub use rule::{RuleEntry, rules};
#[cfg(not(feature = "wasm"))]
pub use schema::{json_schema, openapi};
pub use value::{Date, Gstin, GstinKind, Paise, PanHolder, ParseGstinError, Pattern, Rate, RateEntry, RateValidity, State, plain_number};

#[cfg(not(feature = "wasm"))]
#[doc(hidden)]
pub use report::catalogue;
#[doc(hidden)]
pub use report::nearest;
#[cfg(not(feature = "wasm"))]
#[doc(hidden)]
pub use rule::reads_of;
#[doc(hidden)]
pub use value::TEXT_RULES;

/// Checks a payload, given as JSON text or its bytes: everything that is wrong with it, at
/// once, in the order of the document.
///
/// Bad data is no error of this function: it is what the report tells. A payload is read
/// once, in time that grows with its length; limits stand in the [`Options`].
///
/// ```
/// use bijak::{Code, Endpoint, check};
/// let report = check(Endpoint::CreateInvoice, r#"{"baseAmount":0.05,"customerId":"KC1"}"#, &Default::default());
/// let codes: Vec<Code> = report.findings.iter().map(|finding| finding.code).collect();
/// assert_eq!(codes, [
///     Code::FieldMissing, // dueDate
///     Code::FieldMissing, // invoiceDate, a warning
///     Code::FieldMissing, // invoiceNumber, a warning
///     Code::AmountBelowMinimum,
///     Code::IdCustomer,
/// ]);
/// ```
pub fn check(endpoint: Endpoint, payload: impl AsRef<[u8]>, options: &Options) -> Report {
    let payload = payload.as_ref();
    options.report(endpoint, options.located(payload, options.reading(endpoint, payload, false), true))
}

/// The report on a payload above the limit of bytes, of which only the length is known: for
/// those who read a stream and do not hold what is too large. It is the one that [`check`]
/// would give.
///
/// ```
/// use bijak::{Endpoint, Limits, Options, check, too_large};
/// let options = Options::new().limits(Limits { bytes: 4, ..Limits::default() });
/// assert_eq!(too_large(Endpoint::UpdateInvoice, 7, &options), check(Endpoint::UpdateInvoice, b"{     }", &options));
/// ```
pub fn too_large(endpoint: Endpoint, bytes: usize, options: &Options) -> Report {
    let mut sink = report::Sink::new(options.limits.findings, options.locale);
    read::too_large(&mut sink, &report::LazyPath::Root, bytes, options.limits.bytes);
    sink.into_report(endpoint.name(), options.mask)
}

/// A payload, tidied.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Normalized {
    /// The text with only the changed values replaced; of bytes that are not UTF-8, with `�`
    /// for those, and the report is on the bytes.
    pub text: String,
    /// What was changed, in the order of the document.
    pub changes: Vec<Change>,
    /// The report on the tidied text.
    pub report: Report,
}

/// Tidies a payload: what is certain is mended, every change is listed, and all other
/// bytes stay as they are. Tidying twice changes nothing more.
///
/// What could be meant in two ways is left alone: `3/14/2025` is no date with the day
/// first, as India writes them. Of broken JSON the text comes back as it is.
///
/// ```
/// use bijak::{Endpoint, normalize};
/// let tidy = normalize(Endpoint::UpdateInvoice, r#"{"mobileNumber": "+91 98765 43210", "x":1.0}"#, &Default::default());
/// assert_eq!(tidy.text, r#"{"mobileNumber": "9876543210", "x":1.0}"#);
/// assert_eq!(tidy.changes[0].path.to_string(), "mobileNumber");
/// ```
pub fn normalize(endpoint: Endpoint, payload: impl AsRef<[u8]>, options: &Options) -> Normalized {
    let payload = payload.as_ref();
    let Edited { text, changes, sink, .. } = apply_edits(endpoint, payload, options, true);
    let text = text.unwrap_or_else(|| String::from_utf8_lossy(payload).into_owned());
    Normalized { text, changes, report: options.report(endpoint, sink) }
}

/// What [`normalize`] brings, before its text is made where nothing changes.
pub(crate) struct Edited {
    /// The tidied text, if it is another.
    pub(crate) text: Option<String>,
    /// Whether it is JSON.
    #[cfg_attr(not(feature = "full"), expect(dead_code, reason = "asked by the binding only"))]
    pub(crate) readable: bool,
    pub(crate) changes: Vec<Change>,
    /// What was found in the tidied text.
    pub(crate) sink: report::Sink,
}

#[inline(never)]
pub(crate) fn apply_edits(endpoint: Endpoint, payload: &[u8], options: &Options, located: bool) -> Edited {
    let mut reading = options.reading(endpoint, payload, true);
    let (readable, edits) = (reading.complete, std::mem::take(&mut reading.edits));
    let Some(text) = reading.text.filter(|_| !edits.is_empty()) else {
        return Edited { text: None, readable, changes: Vec::new(), sink: options.located(payload, reading, located) };
    };
    let change = |edit: &read::Edit| Change {
        path: edit.path.clone(),
        from: text.get(edit.from..edit.to).unwrap_or("").to_owned(),
        to: edit.with.clone(),
        why: edit.why.text(options.locale),
    };
    let changes = edits.iter().map(change).collect();
    let normalized = read::splice(text, &edits);
    let sink = options.located(normalized.as_bytes(), options.reading(endpoint, normalized.as_bytes(), false), located);
    Edited { text: Some(normalized), readable, changes, sink }
}

/// The patterns of the API and of the law, as regular expressions.
pub fn patterns() -> &'static [&'static Pattern] {
    value::PATTERNS
}
