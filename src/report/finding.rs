//! The report and what stands in it.

#[cfg(feature = "wasm")]
use super::EncodedReport;
use super::{Code, Path, Severity};
#[cfg(not(feature = "wasm"))]
use super::{Diagnostic, Locale, Place, excerpt, render};
use serde::Serialize;
use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

/// The part of a request that a finding is about, where it is not the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The path of the URL.
    Path,
    /// The query of the URL.
    Query,
}

/// One thing that is wrong or worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct Finding {
    /// What is wrong, for programs.
    pub code: Code,
    /// Whether it makes the payload wrong.
    pub severity: Severity,
    /// Where it is: keys and positions from the root; empty for the payload as a whole.
    #[cfg_attr(feature = "types", tsify(type = "Path"))]
    pub path: Path,
    /// The part of the request, where it is not the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub part: Option<Part>,
    /// What is wrong and what to do about it, for people.
    pub message: String,
    /// What would have been right, where that can be said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub expected: Option<String>,
    /// What is there: the text of the value, shortened if long.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub actual: Option<String>,
    /// The page, law or specification that the rule rests on; begins with `inferred` where none says it outright.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub source: Cow<'static, str>,
    /// The line, from 1; for payloads given as text or bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub line: Option<u32>,
    /// The column in characters, from 1; for payloads given as text or bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", tsify(optional))]
    pub column: Option<u32>,
    /// Of a personal field, the message that does not show its value.
    #[serde(skip)]
    #[cfg(not(feature = "wasm"))]
    pub(super) masked_message: Option<String>,
}

#[cfg(not(feature = "wasm"))]
impl Finding {
    /// A fault at its place.
    pub(super) fn new(place: Place<'_>, fault: Diagnostic<'_>, locale: Locale) -> Finding {
        let (code, severity) = (fault.code(), fault.severity());
        let message = render::sentence(&fault, locale, false);
        let masked_message = place.personal.then(|| render::sentence(&fault, locale, true));
        let (expected, actual) = fault.into_sides();
        let expected = expected.map(|right| match super::sink::short(&right) {
            Cow::Owned(cut) => cut,
            Cow::Borrowed(_) => right.into_owned(),
        });
        let actual = actual.or_else(|| place.actual.map(|text| excerpt(text).into_owned()));
        let source = match code.source() {
            "" => place.source,
            own => own,
        };
        Finding {
            code,
            severity,
            path: place.path.to_path(),
            part: place.path.part(),
            message,
            expected,
            actual,
            source: Cow::Borrowed(source),
            line: None,
            column: None,
            masked_message,
        }
    }

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

/// A rule that could not be judged.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct Skipped {
    /// What was not judged.
    pub code: Code,
    /// The fields and options that it would have needed and that are missing or unreadable;
    /// options are written `options.today`.
    #[cfg_attr(feature = "types", tsify(type = "string[]"))]
    pub needs: MissingInputs,
}

/// What a rule would have needed. Names are made when they are asked for: most callers never
/// do, and every sound payload skips some rule.
///
/// ```
/// let report = bijak::check(bijak::Endpoint::UpdateInvoice, r#"{"via":"EMAIL"}"#, &Default::default());
/// let needs: Vec<&str> = report.skipped[0].needs.iter().collect();
/// assert_eq!(needs, ["options.current"]);
/// ```
#[derive(Clone, Copy)]
pub struct MissingInputs {
    /// One bit each.
    pub(super) bits: u64,
    /// What the bits stand for.
    pub(super) names: &'static dyn Names,
}

/// Names for the bits of [`MissingInputs`].
pub trait Names: Sync {
    /// The names of the bits that are set, in the order of the page.
    fn names(&self, bits: u64) -> Vec<&'static str>;
}

impl MissingInputs {
    /// The names, in the order of the page.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.names.names(self.bits).into_iter()
    }

    /// The bits, and where their names stand in memory: what tells them from others.
    fn parts(&self) -> (u64, *const ()) {
        (self.bits, std::ptr::from_ref(self.names).cast())
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

/// Everything there is to say about a payload.
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
    /// The endpoint that the payload was judged for.
    #[cfg_attr(feature = "types", tsify(type = "Endpoint"))]
    pub endpoint: &'static str,
    /// Whether there is no error; warnings leave a payload valid.
    pub valid: bool,
    /// How many errors there are, listed or not.
    pub errors: usize,
    /// How many warnings there are, listed or not.
    pub warnings: usize,
    /// What was found, in the order of the document.
    pub findings: Vec<Finding>,
    /// How many findings are not listed, being more than the option `maxFindings`.
    pub omitted: usize,
    /// The rules that could not be judged: they did not pass, they were not asked.
    pub skipped: Vec<Skipped>,
    /// What JavaScript makes findings and skipped rules of; there the two above are empty.
    #[serde(skip)]
    #[cfg(feature = "wasm")]
    pub encoded: EncodedReport,
}

#[cfg(not(feature = "wasm"))]
impl Report {
    /// The same report with the values of personal fields (GSTIN, PAN, mobile number,
    /// email address, account) hidden, fit for a log.
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

/// One value that normalizing changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct Change {
    /// Where it is.
    #[cfg_attr(feature = "types", tsify(type = "Path"))]
    pub path: Path,
    /// The JSON text before.
    pub from: String,
    /// The JSON text after.
    pub to: String,
    /// Why.
    pub why: String,
}
