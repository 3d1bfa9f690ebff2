//! The report and what stands in it.

use super::message::MASK;
use super::{Code, Path, Severity};
use serde::Serialize;
use std::borrow::Cow;

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
    pub(super) discreet: Option<String>,
}

impl Finding {
    /// The same finding with the value of a personal field hidden.
    fn masked(mut self) -> Self {
        if let Some(discreet) = self.discreet.take() {
            self.message = discreet;
            self.expected = None;
            self.actual = Some(MASK.to_owned());
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
    pub needs: Vec<&'static str>,
}

/// A rule that could not be judged, before anybody asks for the names of what it lacks.
#[derive(Debug, Clone, Copy)]
pub struct Lack {
    /// What was not judged.
    pub(super) code: Code,
    /// What is missing, one bit each.
    pub(super) bits: u64,
    /// What the bits stand for.
    pub(super) names: &'static dyn Names,
}

/// Names for the bits of a [`Lack`].
pub trait Names: std::fmt::Debug + Sync {
    /// What tells these names from others: where they stand in memory.
    fn place(&self) -> usize;

    /// The names of the bits that are set, in the order of the page.
    fn names(&self, bits: u64) -> Vec<&'static str>;
}

impl From<&Lack> for Skipped {
    fn from(lack: &Lack) -> Skipped {
        Skipped { code: lack.code, needs: lack.names.names(lack.bits) }
    }
}

impl PartialEq for Lack {
    fn eq(&self, other: &Lack) -> bool {
        (self.code, self.bits) == (other.code, other.bits) && self.names.place() == other.names.place()
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
}

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
