//! The list of rules: the catalogue as data.

use super::{Code, Evidence, MessageId, Severity};
use serde::Serialize;

/// The catalogue entry of a code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct RuleEntry {
    /// The code.
    pub code: Code,
    /// The severities of its findings: `error`, `warning`, or both if it depends on the case.
    pub severities: Vec<Severity>,
    /// Its meaning in one sentence.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub meaning: &'static str,
    /// The page, law or specification behind it; begins with `inferred` if none states it outright.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub source: &'static str,
    /// How well that fact is documented.
    #[serde(rename = "standing")]
    pub evidence: Evidence,
}

/// Returns all codes with meaning, severities and source, in the order of the catalogue.
///
/// ```
/// use bijak::{Code, Severity, rules};
/// let rule = rules().into_iter().find(|rule| rule.code == Code::TaxHalvesDiffer).unwrap();
/// assert_eq!(rule.meaning, "CGST and SGST that are not the same.");
/// assert_eq!((rule.severities, rule.source), (vec![Severity::Error], "e-invoice validation 2227"));
/// ```
pub fn rules() -> Vec<RuleEntry> {
    Code::ALL.iter().copied().map(entry).collect()
}

fn entry(code: Code) -> RuleEntry {
    let said = |severity: &Severity| MessageId::ALL.iter().any(|message| message.code() == code && message.severity() == *severity);
    RuleEntry {
        code,
        severities: [Severity::Error, Severity::Warning].into_iter().filter(said).collect(),
        meaning: code.meaning().trim(),
        source: if code.source().is_empty() { "the page of the endpoint" } else { code.source() },
        evidence: code.evidence(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_an_entry_that_says_something() {
        let rules = rules();
        assert_eq!(rules.iter().map(|rule| rule.code).collect::<Vec<_>>(), Code::ALL);
        for rule in rules {
            assert!(!rule.severities.is_empty() && !rule.source.is_empty(), "{}", rule.code);
            assert!(rule.meaning.ends_with('.') && !rule.meaning.starts_with(' '), "{}: {}", rule.code, rule.meaning);
            assert_eq!(rule.evidence == Evidence::Inferred, rule.source.starts_with("inferred"), "{}", rule.code);
        }
    }

    #[test]
    fn a_code_may_be_error_and_warning() {
        assert_eq!(entry(Code::FieldMissing).severities, [Severity::Error, Severity::Warning]);
        assert_eq!(entry(Code::FieldMissing).source, "the page of the endpoint");
        assert_eq!(entry(Code::DateFuture).severities, [Severity::Warning]);
    }
}
