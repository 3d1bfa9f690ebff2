//! The examples of the rules page: for each code a payload that raises it and a clean one, from the fixtures.

use crate::case::{Case, Op, files};
use crate::tree::Tree;
use bijak::{Code, Finding, Gstin, Locale, ParseGstinError, build, check, split_tax};
use serde_json::Value;
use std::fmt::Write;

/// The most that is shown of a payload.
const MAX_LINES: usize = 16;
const MAX_CHARACTERS: usize = 800;
/// The width of a line of JSON.
const WIDTH: usize = 100;
/// The most findings that are shown for one payload.
const MAX_FINDINGS: usize = 3;

/// The fixtures that can be shown.
pub struct Examples(Vec<Shown>);

/// A fixture as it is shown.
struct Shown {
    case: Case,
    /// What is called, with which options and target, on which of the shared payloads.
    context: String,
    payload: Payload,
    /// The options; empty if there are none.
    options: String,
}

/// What is reported about a payload.
struct Reported {
    code: Code,
    place: String,
    message: String,
}

/// A payload as it is shown.
enum Payload {
    /// All of it.
    Whole(String),
    /// What differs from one of the payloads that several fixtures share.
    Changed(String),
    /// A text that is not JSON.
    Invalid(String),
}

impl Examples {
    /// Reads the fixtures.
    pub fn read() -> Examples {
        Examples(files().into_iter().flat_map(|(_, cases)| cases).filter_map(Shown::of).collect())
    }

    /// The example of a code, folded.
    pub fn of(&self, code: &str) -> Option<String> {
        let raises = self.0.iter().filter(|shown| shown.raises(code)).min_by_key(|shown| shown.rank(code))?;
        let clean = self.0.iter().filter(|shown| shown.is_clean_of(code, raises)).min_by_key(|shown| shown.distance(raises));
        let mut text = format!("<details><summary>Example</summary>\n\n{}\n", raises.markdown(&raises.context));
        let reported = raises.reported();
        for Reported { place, message, .. } in reported.iter().filter(|reported| reported.code.as_str() == code).take(MAX_FINDINGS) {
            let _ = writeln!(text, "* {place}: {}", escaped(message));
        }
        if let Some(clean) = clean {
            let context = if clean.context == raises.context { String::new() } else { format!(", {}", clean.context) };
            let _ = write!(text, "\n{}", clean.markdown(&format!("Without this finding{context}")));
        }
        text.push_str("\n</details>\n");
        Some(text)
    }
}

impl Shown {
    /// The fixture, unless it is too long or made by a call that returns no findings.
    fn of(case: Case) -> Option<Shown> {
        let payload = Payload::of(&case)?;
        let options = case.options.as_ref().map_or_else(String::new, |options| pretty(&Tree::of(options.get()), ""));
        let context = context_of(&case, &options)?;
        let mut shown = Shown { case, context, payload, options };
        if let Payload::Whole(text) = &shown.payload {
            let bytes = shown.case.bytes();
            let codes = |text: &[u8]| shown.reported_on(text).iter().map(|reported| reported.code).collect::<Vec<_>>();
            // White space counts where the length is limited.
            if codes(text.as_bytes()) != codes(&bytes) {
                shown.payload = Payload::Whole(String::from_utf8(bytes).ok()?);
            }
        }
        (fits(shown.payload.text()) && fits(&shown.options)).then_some(shown)
    }

    /// The codes that it raises, finding by finding.
    fn codes(&self) -> impl Iterator<Item = &str> {
        let raised = self.case.findings.iter().flatten().chain(&self.case.result);
        raised.filter_map(|finding| finding.get("code").and_then(Value::as_str))
    }

    /// The payload and its options behind a title.
    fn markdown(&self, title: &str) -> String {
        let block = |json: &str| format!("\n```json\n{json}\n```\n");
        let payload = match &self.payload {
            Payload::Changed(text) if text.is_empty() => String::new(),
            Payload::Whole(text) | Payload::Changed(text) => block(text),
            Payload::Invalid(text) => format!("\n`{text}`\n"),
        };
        let options = if is_long(&self.options) { format!("\nOptions:\n{}", block(&self.options)) } else { String::new() };
        format!("{title}{}\n{payload}{options}", if payload.is_empty() { "." } else { ":" })
    }

    fn raises(&self, code: &str) -> bool {
        self.codes().any(|raised| raised == code)
    }

    fn is_clean_of(&self, code: &str, raises: &Shown) -> bool {
        self.case.op == raises.case.op && self.case.clean.iter().any(|clean| clean == code)
    }

    /// How well it shows a code, the best first: nothing else is wrong, all of it is shown, a field is wrong, it is short.
    fn rank(&self, code: &str) -> impl Ord {
        let others = self.codes().filter(|raised| *raised != code).count();
        let is_below = |finding: &Value| finding.get("path").and_then(Value::as_array).is_some_and(|path| !path.is_empty());
        let is_of_field = self.case.findings.iter().flatten().any(is_below);
        let length = self.payload.text().len() + self.context.len() + self.options.len();
        (others, matches!(self.payload, Payload::Changed(_)), self.case.op != Op::Check, !is_of_field, length)
    }

    /// How far it is from another: the least first.
    fn distance(&self, other: &Shown) -> impl Ord {
        let is_of_another_form = std::mem::discriminant(&self.payload) != std::mem::discriminant(&other.payload);
        let difference = differing(&self.context, &other.context)
            + differing(&self.options, &other.options)
            + differing(self.payload.text(), other.payload.text());
        (is_of_another_form, self.codes().count(), difference)
    }

    /// What is reported.
    fn reported(&self) -> Vec<Reported> {
        self.reported_on(&self.case.bytes())
    }

    /// What the call of the fixture reports on a text.
    fn reported_on(&self, text: &[u8]) -> Vec<Reported> {
        let case = &self.case;
        let findings = match case.op {
            Op::Check => check(case.endpoint(), text, &case.options()).findings,
            Op::Build => build(case.endpoint(), text, &case.target, &case.options()).report().findings.clone(),
            Op::SplitTax => split_tax(text).err().unwrap_or_default(),
            Op::ParseGstin => return Gstin::parse(&String::from_utf8_lossy(text)).err().iter().map(Reported::of_gstin).collect(),
            Op::Transitions => Vec::new(),
        };
        findings.into_iter().map(Reported::of).collect()
    }
}

impl Reported {
    fn of(finding: Finding) -> Reported {
        let place = if finding.path.0.is_empty() { "The payload".to_owned() } else { format!("`{}`", finding.path) };
        Reported { code: finding.code, place, message: finding.message }
    }

    fn of_gstin(error: &ParseGstinError<'_>) -> Reported {
        Reported { code: error.code(), place: "The text".to_owned(), message: error.message(Locale::En) }
    }
}

impl Payload {
    /// The payload of a fixture; none if it is bytes, or made by repetition.
    fn of(case: &Case) -> Option<Payload> {
        if let Some(payload) = &case.payload {
            return Some(Payload::Whole(pretty(&Tree::of(payload.get()), "")));
        }
        if let Some(text) = &case.text {
            let is_json = serde_json::from_str::<Value>(text).is_ok();
            let is_inline = !text.is_empty() && !text.contains(['`', '\n']) && text.chars().all(|c| c == ' ' || c.is_ascii_graphic());
            return if is_json { Some(Payload::Whole(text.clone())) } else { is_inline.then(|| Payload::Invalid(text.clone())) };
        }
        if case.base.is_none() || case.repeat.is_some() || !case.front.is_empty() {
            return None;
        }
        Some(Payload::Changed(case.set.as_ref().map_or_else(String::new, |set| pretty(&Tree::of(set.get()), ""))))
    }

    fn text(&self) -> &str {
        match self {
            Payload::Whole(text) | Payload::Changed(text) | Payload::Invalid(text) => text,
        }
    }
}

/// What a fixture calls, with which options and target, on which of the shared payloads.
fn context_of(case: &Case, options: &str) -> Option<String> {
    let mut context = match (case.op, &case.endpoint) {
        (Op::Check, Some(endpoint)) => format!("`{endpoint}`"),
        (Op::Build, Some(endpoint)) => format!("`build` of `{endpoint}`"),
        (Op::SplitTax, _) => "`splitTax`".to_owned(),
        (Op::ParseGstin, _) => "`parseGstin`".to_owned(),
        _ => return None,
    };
    if !options.is_empty() && !is_long(options) {
        let _ = write!(context, ", options `{options}`");
    }
    let target = serde_json::to_string(&case.target).ok().filter(|target| target != "{}");
    if let Some(target) = target {
        let _ = write!(context, ", target `{target}`");
    }
    if let Some(base) = &case.base {
        let _ = write!(context, ", `tests/fixtures/base/{base}.json`");
        if !case.drop.is_empty() {
            let _ = write!(context, " without `{}`", case.drop.join("`, `"));
        }
        context.push_str(match (&case.set, case.drop.is_empty()) {
            (None, _) => "",
            (Some(_), true) => " with these values",
            (Some(_), false) => ", with these values",
        });
    }
    Some(context)
}

/// Whether options are shown apart.
fn is_long(options: &str) -> bool {
    options.contains('\n')
}

fn fits(text: &str) -> bool {
    text.lines().count() <= MAX_LINES && text.chars().count() <= MAX_CHARACTERS
}

/// The number of bytes between what two texts begin with and what they end with.
fn differing(one: &str, other: &str) -> usize {
    let start = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let end = one.bytes().rev().zip(other.bytes().rev()).take_while(|(a, b)| a == b).count();
    one.len().max(other.len()).saturating_sub(start + end)
}

/// A message as Markdown, outside its code.
fn escaped(message: &str) -> String {
    let escape =
        |(index, part): (usize, &str)| if index % 2 == 0 { part.replace('<', "&lt;").replace('*', "\\*") } else { part.to_owned() };
    message.split('`').enumerate().map(escape).collect::<Vec<_>>().join("`")
}

/// JSON on one line, with spaces.
fn inline(tree: &Tree) -> String {
    let joined = |parts: Vec<String>| parts.join(", ");
    match tree {
        Tree::Leaf(text) => text.clone(),
        Tree::List(elements) => format!("[{}]", joined(elements.iter().map(inline).collect())),
        Tree::Map(members) => format!("{{{}}}", joined(members.iter().map(|(key, value)| member(key, &inline(value))).collect())),
    }
}

/// JSON on one line if it is short, otherwise with a line for each member.
fn pretty(tree: &Tree, indent: &str) -> String {
    let line = inline(tree);
    if indent.len() + line.len() <= WIDTH {
        return line;
    }
    let deeper = format!("{indent}  ");
    let listed = |parts: Vec<String>| parts.join(&format!(",\n{deeper}"));
    match tree {
        Tree::Leaf(text) => text.clone(),
        Tree::List(elements) => {
            format!("[\n{deeper}{}\n{indent}]", listed(elements.iter().map(|element| pretty(element, &deeper)).collect()))
        }
        Tree::Map(members) => {
            let members = members.iter().map(|(key, value)| member(key, &pretty(value, &deeper))).collect();
            format!("{{\n{deeper}{}\n{indent}}}", listed(members))
        }
    }
}

fn member(key: &str, value: &str) -> String {
    format!("{}: {value}", Value::from(key))
}
