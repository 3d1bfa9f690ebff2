//! The report and its parts.

use super::{Code, Diagnostic, Messages, Path, Place, Severity, excerpt, render};
use crate::term::TermSet;
use serde::Serialize;
use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

/// The part of a request that a finding is about, where it is not the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Part {
    /// The path of the URL.
    Path,
    /// The query of the URL.
    Query,
}

/// One problem: an error or a warning.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct Finding {
    /// The kind of problem, for programs.
    pub code: Code,
    /// Whether it makes the payload invalid.
    pub severity: Severity,
    /// The position: keys and indices from the root; empty for the payload as a whole.
    #[cfg_attr(feature = "types", tsify(type = "Path"))]
    pub path: Path,
    /// The part of the request, where it is not the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub part: Option<Part>,
    /// What is wrong and how to fix it, for people.
    pub message: String,
    /// The correct value or format, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub expected: Option<String>,
    /// The value found, as JSON, truncated if long.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub actual: Option<String>,
    /// The page, law or specification that the rule rests on; begins with `inferred` if none states it outright.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub source: Cow<'static, str>,
    /// The line, from 1; for payloads given as strings or bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub line: Option<u32>,
    /// The column in characters, from 1; for payloads given as strings or bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub column: Option<u32>,
    /// For a personal field, the message without its value.
    #[serde(skip)]
    pub(super) masked_message: Option<String>,
}

impl Finding {
    /// The same finding with the value of a personal field hidden.
    fn masked(mut self) -> Self {
        if let Some(masked_message) = self.masked_message.take() {
            self.message = masked_message;
            self.expected = None;
            self.actual = Some(render::MASK.to_owned());
        }
        self
    }
}

/// A finding as a sink keeps it: without what follows from its code.
#[derive(Debug, Clone)]
pub struct StoredFinding {
    /// The code.
    pub code: Code,
    /// The severity.
    pub severity: Severity,
    /// The position.
    pub path: Path,
    /// The part of the request, where it is not the body.
    pub part: Option<Part>,
    /// The message.
    pub message: String,
    /// For a personal field, the message without its value.
    pub masked_message: Option<String>,
    /// The correct value or format, if known.
    pub expected: Option<String>,
    /// The value found, as JSON, truncated if long.
    pub actual: Option<String>,
    /// The page that documents the field, for a code without a source of its own.
    pub page: &'static str,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The column in characters, from 1.
    pub column: Option<u32>,
}

impl StoredFinding {
    /// A diagnostic at its position.
    pub(super) fn new(place: Place<'_>, fault: Diagnostic<'_>, messages: Messages) -> StoredFinding {
        let (code, severity) = (fault.code(), fault.severity());
        let message = messages.of(&fault, false);
        let masked_message = place.personal.then(|| messages.of(&fault, true));
        let (expected, actual) = fault.into_sides();
        let expected = expected.map(|right| match super::sink::short(&right) {
            Cow::Owned(cut) => cut,
            Cow::Borrowed(_) => right.into_owned(),
        });
        let actual = actual.or_else(|| place.actual.map(|text| excerpt(text).into_owned()));
        StoredFinding {
            code,
            severity,
            path: place.path.to_path(),
            part: place.path.part(),
            message,
            masked_message,
            expected,
            actual,
            page: place.source,
            line: None,
            column: None,
        }
    }

    /// The finding of a report.
    pub(super) fn into_finding(self) -> Finding {
        let source = match self.code.source() {
            "" => self.page,
            own => own,
        };
        Finding {
            code: self.code,
            severity: self.severity,
            path: self.path,
            part: self.part,
            message: self.message,
            expected: self.expected,
            actual: self.actual,
            source: Cow::Borrowed(source),
            line: self.line,
            column: self.column,
            masked_message: self.masked_message,
        }
    }
}

/// A rule that could not run.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct Skipped {
    /// The code of the rule.
    pub code: Code,
    /// The fields and options that the rule needs and that are missing or unreadable; options are
    /// written `options.today`.
    #[cfg_attr(feature = "types", tsify(type = "string[]"))]
    pub needs: MissingInputs,
}

/// The missing inputs of a rule. Names are computed on access: most callers never ask, and every
/// valid payload skips some rule.
///
/// ```
/// let report = bijak::check(bijak::Endpoint::UpdateInvoice, r#"{"via":"EMAIL"}"#, &Default::default());
/// let needs: Vec<String> = report.skipped[0].needs.iter().collect();
/// assert_eq!(needs, ["options.current"]);
/// ```
#[derive(Clone, Copy)]
pub struct MissingInputs {
    /// The terms of the canonical invoice that are missing.
    pub(super) terms: TermSet,
    /// Their names in the payload.
    pub(super) names: &'static dyn Names,
}

/// What a payload calls terms.
pub trait Names: Sync {
    /// The paths of the fields that carry the terms, in the order of the page.
    fn names(&self, terms: &TermSet) -> Vec<String>;
}

impl MissingInputs {
    /// The paths of the fields and options, in the order of the page: `itemLists[].gstRate`,
    /// `options.today`.
    pub fn iter(&self) -> impl Iterator<Item = String> + use<> {
        self.names.names(&self.terms).into_iter()
    }

    /// The terms and the address of their names, for comparison.
    fn parts(&self) -> (TermSet, *const ()) {
        (self.terms, std::ptr::from_ref(self.names).cast())
    }
}

impl PartialEq for MissingInputs {
    fn eq(&self, other: &MissingInputs) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for MissingInputs {}

impl Hash for MissingInputs {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

impl fmt::Debug for MissingInputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for MissingInputs {
    /// A list of names.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// The result of a check.
///
/// ```
/// let report = bijak::check(bijak::Endpoint::UpdateInvoice, r#"{"cgst":90,"sgst":90.5}"#, &Default::default());
/// assert!(!report.valid);
/// assert_eq!(report.findings[0].code, bijak::Code::TaxHalvesDiffer);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct Report {
    /// The endpoint that the payload was checked against.
    #[cfg_attr(feature = "types", tsify(type = "Endpoint"))]
    pub endpoint: &'static str,
    /// Whether there are no errors; a payload with warnings is valid.
    pub valid: bool,
    /// The number of errors, listed or not.
    pub errors: usize,
    /// The number of warnings, listed or not.
    pub warnings: usize,
    /// The findings, in document order.
    pub findings: Vec<Finding>,
    /// The number of findings beyond the option `maxFindings`, which are not listed.
    pub omitted: usize,
    /// The rules that could not run. They have not passed.
    pub skipped: Vec<Skipped>,
}

impl Report {
    /// The same report with the values of personal fields (GSTIN, PAN, mobile number,
    /// email address, account) hidden, for logs.
    ///
    /// ```
    /// let report = bijak::check(bijak::Endpoint::UpdateInvoice, r#"{"mobileNumber":"98765"}"#, &Default::default());
    /// assert!(report.findings[0].message.contains("98765"));
    /// assert!(!report.masked().findings[0].message.contains("98765"));
    /// ```
    pub fn masked(mut self) -> Self {
        self.findings = self.findings.into_iter().map(Finding::masked).collect();
        self
    }

    /// Whether a finding with this code is listed.
    pub fn has(&self, code: Code) -> bool {
        self.findings.iter().any(|finding| finding.code == code)
    }
}

/// One change by normalization.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct Change {
    /// The path of the value.
    #[cfg_attr(feature = "types", tsify(type = "Path"))]
    pub path: Path,
    /// The JSON before.
    pub from: String,
    /// The JSON after.
    pub to: String,
    /// The reason.
    pub why: String,
}
