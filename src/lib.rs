//! Checks, normalizes and builds Indian GST invoice payloads for the EnKash API and its Bharat Connect
//! endpoints.
//!
//! * [`check`] reports every problem of a payload at once: code, path, message, expected and actual value,
//!   legal or API source, line and column.
//! * [`normalize`] rewrites values that have only one possible meaning (`"₹ 1,000"`, `15/12/2025`), lists each
//!   change, and keeps all other bytes.
//! * [`build`] makes a request that passes [`check`], and computes taxes, totals, versions and statuses.
//! * [`transitions`] returns the life-cycle of an invoice as data, [`rules`] the list of all codes.
//!
//! A payload is a JSON string or bytes. It is read once, without a tree, and bad data is never an `Err` or a
//! panic: it is in the [`Report`]. The crate has no unsafe code, no global state, and no access to a clock, the
//! network or randomness. The current date and the stored invoice are passed in through [`Options`].
//!
//! # Check
//!
//! ```
//! use bijak::{Code, Endpoint, Options, check};
//!
//! let options = Options::new().today("2025-11-21".parse()?);
//! let report = check(Endpoint::UpdateInvoice, r#"{"cgst": 90, "sgst": 90.50}"#, &options);
//! assert!(!report.valid);
//!
//! let finding = &report.findings[0];
//! assert_eq!(finding.code, Code::TaxHalvesDiffer);
//! assert_eq!(finding.path.to_string(), "sgst");
//! assert_eq!((finding.line, finding.column), (Some(1), Some(22)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A rule whose inputs are missing is listed in [`Report::skipped`]; it has not passed.
//!
//! # Normalize
//!
//! ```
//! use bijak::{Endpoint, Options, normalize};
//!
//! let normalized = normalize(Endpoint::UpdateInvoice, r#"{"dueDate": "15/12/2025", "cgst": "₹ 90"}"#, &Options::new());
//! assert_eq!(normalized.text, r#"{"dueDate": "2025-12-15", "cgst": 90}"#);
//! assert_eq!(normalized.changes.len(), 2);
//! assert!(normalized.report.valid);
//! ```
//!
//! # Build
//!
//! ```
//! use bijak::payload::Target;
//! use bijak::{Endpoint, Options, build};
//!
//! let fields = r#"{
//!     "customerId": "KCAB12CD34EF56GH", "invoiceNumber": "INV/2025-26/0042",
//!     "invoiceDate": "2025-11-15T10:30:00", "dueDate": "2025-12-15",
//!     "gst": {"base": "1000.00", "rate": 18, "supplierGstin": "27AAPFU0939F1ZV", "placeOfSupply": "29"}
//! }"#;
//! let built = build(Endpoint::CreateInvoice, fields, &Target::default(), &Options::new());
//! let request = built.ready().ok_or("refused")?;
//! assert_eq!(request.path, "/api/v0/invoice");
//! assert!(request.body.contains(r#""igst":180.00"#));
//! # Ok::<(), &str>(())
//! ```
//!
//! # Limits
//!
//! Payloads above 8 MiB are not read, levels nested deeper than 64 are not read further, and at most 1000
//! findings are listed; [`Limits`] changes this. A check takes time proportional to the length of the payload
//! and memory proportional to its findings. [`too_large`] is the report on a payload that was never buffered.
//!
//! The crate has no list of HSN codes and asks no server whether a GSTIN, an invoice or a customer exists.
//!
//! # Errors
//!
//! Functions that read a payload do not fail. `Err` means that the call is wrong or a single value cannot be
//! parsed:
//!
//! | error | from |
//! |---|---|
//! | [`OptionsError`] | [`Options::from_json`], [`Options::current`] |
//! | [`UnknownNameError`] | parsing an [`Endpoint`], a [`Locale`], an [`Actor`] and the like; [`transitions`] |
//! | [`ParseGstinError`] | [`Gstin::parse`] |
//! | `Vec<`[`Finding`]`>` | [`split_tax`] |
//!
//! # Features
//!
//! | feature | default | |
//! |---|---|---|
//! | `receivables` | yes | the endpoints of EnKash's own invoice, and [`split_tax`] |
//! | `bharat-connect` | yes | the endpoints of Bharat Connect |
//! | `normalize` | yes | [`normalize`] |
//! | `schema` | yes | [`json_schema`] and [`openapi`], with the descriptions of all fields |
//! | `regex` | no | the patterns of the API as compiled `regex::Regex`; the checks do not need it |
//! | `types` | no | TypeScript types of reports and payloads; for the npm package |
//!
//! `receivables` and `bharat-connect` are families of endpoints. At least one is needed, and [`Endpoint::ALL`] has the
//! endpoints of those that are enabled.
// The table macro recurses three times per field, and one table has 90 fields.
#![recursion_limit = "512"]
#![warn(missing_docs)]
// Not in [workspace.lints]: Clippy cannot exempt tests from these two.
#![cfg_attr(not(test), deny(clippy::string_slice, clippy::float_arithmetic))]

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
#[cfg(doctest)]
#[doc = include_str!("../docs/rust.md")]
mod guide {}

#[cfg(not(any(feature = "receivables", feature = "bharat-connect")))]
compile_error!("bijak needs a family of endpoints: enable its feature `receivables` or `bharat-connect`");

#[macro_use]
mod term;
#[macro_use]
mod table;
mod builder;
pub mod calc;
#[doc(hidden)]
pub mod internal;
pub mod lifecycle;
mod model;
mod options;
pub mod payload;
mod read;
mod report;
mod rule;
#[cfg(feature = "schema")]
mod schema;
mod value;

#[cfg(feature = "receivables")]
pub use builder::split_tax;
pub use builder::{Amounts, Built, Query, Request, build};
pub use calc::Tolerance;
pub use lifecycle::{Actor, Machine, Strictness, Transition, TransitionEvidence, TransitionQuery, transitions};
pub use model::{ValueKind, Words};
pub use options::{Options, OptionsError, OptionsErrorKind};
pub use payload::{Amount, Endpoint, Method, Nullable};
pub use read::Limits;
pub use report::{
    Change, Code, Evidence, Finding, Locale, MissingInputs, Part, Path, PathSegment, Report, Severity, Skipped, SourceLink,
    UnknownNameError,
};
pub use rule::{RuleEntry, rules};
#[cfg(feature = "schema")]
pub use schema::{json_schema, openapi};
pub use value::{Date, Gstin, GstinKind, Paise, PanHolder, ParseGstinError, Pattern, Rate, RateEntry, RateValidity, State, plain_number};

#[doc(hidden)]
pub use report::catalogue;
#[doc(hidden)]
pub use report::nearest;
#[doc(hidden)]
pub use rule::reads_of;
#[doc(hidden)]
pub use value::TEXT_RULES;

/// Checks a payload and reports all problems at once, in document order.
///
/// The payload is a JSON string or bytes. Bad data is not an error of this function: it is in the report. The
/// payload is read once, in time proportional to its length; [`Options`] has the limits.
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

/// Returns the report on a payload above the size limit, from its length alone.
///
/// It is the report that [`check`] would return. Use it if you read a stream and do not buffer payloads above
/// the limit.
///
/// ```
/// use bijak::{Endpoint, Limits, Options, check, too_large};
/// let options = Options::new().limits(Limits { bytes: 4, ..Limits::default() });
/// assert_eq!(too_large(Endpoint::UpdateInvoice, 7, &options), check(Endpoint::UpdateInvoice, b"{     }", &options));
/// ```
pub fn too_large(endpoint: Endpoint, bytes: usize, options: &Options) -> Report {
    let mut sink = report::Sink::new(options.limits.findings, options.messages);
    read::too_large(&mut sink, &report::LazyPath::Root, bytes, options.limits.bytes);
    sink.into_report(endpoint.name(), options.mask)
}

/// The result of [`normalize`].
#[cfg(feature = "normalize")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Normalized {
    /// The JSON with only the changed values replaced. Bytes that are not UTF-8 are replaced by `�`, while the
    /// report is on the bytes.
    pub text: String,
    /// The changes, in document order.
    pub changes: Vec<Change>,
    /// The report on the normalized text.
    pub report: Report,
}

/// Normalizes a payload: rewrites values that have only one possible meaning, lists every change, and keeps all
/// other bytes. Normalizing twice changes nothing more.
///
/// Ambiguous values are left unchanged: `3/14/2025` is not a valid date with the day first, as India writes
/// dates. Broken JSON is returned unchanged.
///
/// ```
/// use bijak::{Endpoint, normalize};
/// let normalized = normalize(Endpoint::UpdateInvoice, r#"{"mobileNumber": "+91 98765 43210", "x":1.0}"#, &Default::default());
/// assert_eq!(normalized.text, r#"{"mobileNumber": "9876543210", "x":1.0}"#);
/// assert_eq!(normalized.changes[0].path.to_string(), "mobileNumber");
/// ```
#[cfg(feature = "normalize")]
pub fn normalize(endpoint: Endpoint, payload: impl AsRef<[u8]>, options: &Options) -> Normalized {
    let payload = payload.as_ref();
    let edited = internal::edit(endpoint, payload, options, true);
    let change = |edit: &read::Edit| Change {
        path: edit.path.clone(),
        from: edit.replaced(payload),
        to: edit.with.clone(),
        why: edit.why.text(options.messages.locale),
    };
    let changes = edited.edits.iter().map(change).collect();
    let text = edited.text.unwrap_or_else(|| String::from_utf8_lossy(payload).into_owned());
    Normalized { text, changes, report: options.report(endpoint, edited.sink) }
}

/// Returns the patterns of the API and of GST law as regular expressions.
pub fn patterns() -> &'static [&'static Pattern] {
    value::PATTERNS
}
