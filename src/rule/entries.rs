//! Every code as a list: what it means, what it rests on, where it can be raised.

use super::is_softened;
use super::registry::{Listed, listed};
use crate::payload::Endpoint;
use crate::report::{Code, Evidence, MessageId, Names, Severity, SourceLink};
use crate::table::{Field, Kind, Shape};
use crate::term::Group;

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
    /// The published works that the source names, with their addresses.
    pub links: Vec<SourceLink>,
    /// How well that fact is documented.
    #[serde(rename = "standing")]
    pub evidence: Evidence,
    /// The endpoints whose payloads can raise it.
    pub endpoints: Vec<Endpoint>,
    /// The paths of the fields that it reads, over all endpoints; empty where it is about any field
    /// or about the payload as a whole.
    pub fields: Vec<String>,
}

/// Returns all codes with meaning, severities, source, endpoints and fields, in the order of the catalogue.
///
/// ```
/// use bijak::{Code, Endpoint, Severity, rules};
/// let rule = rules().into_iter().find(|rule| rule.code == Code::TaxHalvesDiffer).unwrap();
/// assert_eq!(rule.meaning, "CGST and SGST that are not equal.");
/// assert_eq!((rule.severities, rule.source), (vec![Severity::Error], "e-invoice validation 2227"));
/// assert!(rule.endpoints.contains(&Endpoint::UpdateInvoice));
/// assert!(rule.fields.contains(&"cgst".to_owned()));
/// ```
pub fn rules() -> Vec<RuleEntry> {
    let rules = listed();
    Code::ALL.iter().map(|code| entry(*code, &rules)).collect()
}

/// Codes about the text, any field or the payload as a whole.
const ANYWHERE: &[Code] = &[
    Code::JsonSyntax,
    Code::JsonTooDeep,
    Code::JsonTooLarge,
    Code::JsonDuplicateKey,
    Code::FieldUnknown,
    Code::FieldType,
    Code::FieldMissing,
    Code::FieldNull,
    Code::FieldEmptyObject,
    Code::TextLoneSurrogate,
    Code::TextControlCharacter,
    Code::TextUntrimmed,
    Code::PatchEmpty,
];

fn entry(code: Code, rules: &[Listed]) -> RuleEntry {
    let of_message = |severity: Severity| MessageId::ALL.iter().any(|message| message.code() == code && message.severity() == severity);
    let is_softened = |rule: &Listed| rule.code == code && rule.objects.iter().any(|object| is_softened(code, *object));
    let says = |severity: &Severity| of_message(*severity) || *severity == Severity::Warning && rules.iter().any(is_softened);
    let (mut endpoints, mut fields) = (Vec::new(), Vec::<String>::new());
    for endpoint in Endpoint::ALL {
        let shape = endpoint.shape();
        let mut paths = Vec::new();
        add_paths(shape, code, "", &mut paths);
        let mut raised = !paths.is_empty() || is_of_every_payload(code);
        for rule in rules.iter().filter(|rule| rule.code == code && rule.runs_on(shape)) {
            raised = true;
            paths.extend(shape.names(&rule.reads.without(Group::External)));
        }
        if raised {
            endpoints.push(*endpoint);
        }
        if !ANYWHERE.contains(&code) {
            for path in paths {
                if !fields.contains(&path) {
                    fields.push(path);
                }
            }
        }
    }
    RuleEntry {
        code,
        severities: [Severity::Error, Severity::Warning].into_iter().filter(says).collect(),
        meaning: code.meaning().trim(),
        source: if code.source().is_empty() { "the API documentation of the endpoint" } else { code.source() },
        links: code.links(),
        evidence: code.evidence(),
        endpoints,
        fields,
    }
}

/// Whether a code is about the text itself.
fn is_of_every_payload(code: Code) -> bool {
    matches!(code, Code::JsonSyntax | Code::JsonTooDeep | Code::JsonTooLarge | Code::JsonDuplicateKey | Code::FieldUnknown)
}

impl Listed {
    /// Whether the rule runs on an object of a payload.
    fn runs_on(&self, shape: &Shape) -> bool {
        let carries = |field: &Field| field.term.is_some_and(|term| self.when >> term & 1 == 1);
        let here = self.objects.contains(&shape.object) && (self.when == 0 || shape.fields.iter().any(carries));
        here || shape.fields.iter().filter_map(Field::inside).any(|inner| self.runs_on(inner))
    }
}

/// Adds the paths of the fields that can raise a code by themselves.
fn add_paths(shape: &Shape, code: Code, above: &str, paths: &mut Vec<String>) {
    for field in shape.fields {
        let path = [above, field.name()].concat();
        if field.codes().contains(&code) {
            paths.push(path.clone());
        }
        if let Some(inner) = field.inside() {
            let mark = if matches!(field.kind, Kind::List(_)) { "[]." } else { "." };
            add_paths(inner, code, &[&path, mark].concat(), paths);
        }
    }
}

/// The paths that each rule reads in a payload: what tests walk.
#[doc(hidden)]
pub fn reads_of(endpoint: Endpoint) -> Vec<(Code, Vec<String>)> {
    let shape = endpoint.shape();
    let rules = listed().into_iter().filter(|rule| rule.runs_on(shape));
    rules.map(|rule| (rule.code, shape.names(&rule.reads.without(Group::External)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::ObjectKind;

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
        let entry = |code| entry(code, &listed());
        assert_eq!(entry(Code::FieldMissing).severities, [Severity::Error, Severity::Warning]);
        assert_eq!(entry(Code::FieldMissing).source, "the API documentation of the endpoint");
        assert_eq!(entry(Code::DateFuture).severities, [Severity::Warning]);
    }

    #[test]
    fn every_kind_of_object_has_rules() {
        let mut shapes = Vec::new();
        for endpoint in Endpoint::ALL {
            add_shapes(endpoint.shape(), &mut shapes);
        }
        // What these say is kept for the rules of the invoice.
        let kept = [
            ObjectKind::Supply,
            ObjectKind::OtherTax,
            ObjectKind::Totals,
            ObjectKind::Advance,
            ObjectKind::Preceding,
            ObjectKind::Milestone,
            ObjectKind::Financing,
        ];
        for shape in shapes {
            let Some(group) = shape.object.group() else { continue };
            let own = listed().iter().any(|rule| rule.objects.contains(&shape.object));
            let read = listed().iter().any(|rule| rule.reads.of(group) != 0);
            assert!(own || kept.contains(&shape.object) && read, "no rule runs on {}", shape.name);
        }
    }

    #[test]
    fn rules_read_terms_that_a_payload_has() {
        for rule in listed() {
            let shapes: Vec<_> = Endpoint::ALL.iter().map(|endpoint| endpoint.shape()).filter(|shape| rule.runs_on(shape)).collect();
            assert!(!shapes.is_empty(), "{} runs nowhere", rule.code);
            let reads = shapes.iter().any(|shape| !shape.names(&rule.reads).is_empty());
            assert!(rule.code == Code::PatchEmpty || reads, "{} reads nothing", rule.code);
        }
    }

    fn add_shapes(shape: &'static Shape, shapes: &mut Vec<&'static Shape>) {
        shapes.push(shape);
        shape.fields.iter().filter_map(Field::inside).for_each(|inner| add_shapes(inner, shapes));
    }
}
