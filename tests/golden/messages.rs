//! Every message that the fixtures raise, in every language, as `tests/golden/messages.json` holds it: a wording that
//! changes, or two arguments that change places, show in that file. `make messages` refreshes it.

use super::{Case, Op, files, value};
use bijak::{Built, Gstin, Locale, build, catalogue, check, normalize, split_tax};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/messages.json");

/// Sentence forms that no fixture can raise, and why.
const ELSEWHERE: &[(&str, &str)] = &[(
    "text.too-short/TooShort",
    "no field has a documented minimum above one character; the unit tests of src/value/text.rs raise it by a rule of their own",
)];

/// Places of a form that always have the same argument, and why.
const SAME: &[(&str, [usize; 2], &str)] =
    &[("version.step/VersionKept", [1, 2], "a change that keeps the version expects the current one as the new one")];

/// The sentence forms of one language: `tds.high/TdsAboveFifth` and its template, in the order of the catalogue.
fn forms(locale: Locale) -> Vec<(String, String)> {
    let catalogue = catalogue(locale);
    let messages = catalogue.messages.0.into_iter().flat_map(|(code, forms)| {
        let named = move |(form, template): (String, String)| (format!("{code}/{form}"), template);
        forms.0.into_iter().map(named)
    });
    let reasons = catalogue.reasons.0.into_iter().map(|(reason, text)| (format!("normalize/{reason}"), text.to_owned()));
    messages.chain(reasons).collect()
}

/// The forms that are in English in every language, having no Hindi yet.
pub(super) fn untranslated() -> Vec<String> {
    let both = forms(Locale::En).into_iter().zip(forms(Locale::Hi));
    both.filter(|(english, hindi)| english == hindi).map(|((name, _), _)| name).collect()
}

/// What stands between the places of a template, and the numbers of the places.
fn taken_apart(template: &str) -> (Vec<&str>, Vec<usize>) {
    let (mut texts, mut places, mut from) = (Vec::new(), Vec::new(), 0);
    for (at, _) in template.match_indices('{') {
        if let [b'{', digit @ b'0'..=b'9', b'}', ..] = &template.as_bytes()[at..] {
            texts.push(&template[from..at]);
            places.push(usize::from(digit - b'0'));
            from = at + 3;
        }
    }
    texts.push(&template[from..]);
    (texts, places)
}

/// What fills the places of a template in a message, by the number of the place; none if the message is of another form.
fn filled<'m>(template: &str, message: &'m str) -> Option<BTreeMap<usize, &'m str>> {
    fn rest<'m>(texts: &[&str], places: &[usize], message: &'m str, found: &mut BTreeMap<usize, &'m str>) -> bool {
        let ([text, texts @ ..], [place, places @ ..]) = (texts, places) else { return message.is_empty() };
        for (at, _) in message.match_indices(text) {
            // The last place ends where its text ends the message.
            if texts.is_empty() && at + text.len() != message.len() {
                continue;
            }
            let earlier = found.insert(*place, &message[..at]);
            if earlier.is_none_or(|earlier| earlier == &message[..at]) && rest(texts, places, &message[at + text.len()..], found) {
                return true;
            }
            match earlier {
                Some(earlier) => found.insert(*place, earlier),
                None => found.remove(place),
            };
        }
        false
    }
    let (texts, places) = taken_apart(template);
    let mut found = BTreeMap::new();
    let message = message.strip_prefix(texts[0])?;
    rest(&texts[1..], &places, message, &mut found).then_some(found)
}

/// The length of a template without its places: of two that fit a message, the longer one was meant.
fn length(template: &str) -> usize {
    taken_apart(template).0.concat().len()
}

/// A message that a fixture raises.
struct Raised {
    /// `code`, or `normalize` for the reason of a change.
    subject: String,
    /// What else is said, in the order of the file.
    sides: Vec<(&'static str, Value)>,
    english: String,
    /// Natively, `split_tax` speaks English alone.
    hindi: Option<String>,
}

impl Raised {
    /// The same message at another index is no other message.
    fn same(&self) -> String {
        let mut sides = self.sides.clone();
        for (_, side) in sides.iter_mut().filter(|(name, _)| *name == "path") {
            let steps = side.as_array().unwrap().iter().map(|step| if step.is_number() { json!(0) } else { step.clone() });
            *side = steps.collect();
        }
        json!([self.subject, sides, self.english, self.hindi]).to_string()
    }
}

impl Case {
    fn raised(&self) -> Vec<Raised> {
        let spoken = |locale| {
            let options = self.options().locale(locale);
            let mut spoken: Vec<Value> = Vec::new();
            match self.op {
                Op::Check => {
                    spoken.extend(check(self.endpoint(), self.bytes(), &options).findings.iter().map(value));
                    spoken.extend(normalize(self.endpoint(), self.bytes(), &options).changes.iter().map(value));
                }
                Op::Build => match build(self.endpoint(), self.bytes(), &self.target, &options) {
                    Built::Ready { report, .. } | Built::Refused { report } => spoken.extend(report.findings.iter().map(value)),
                },
                Op::SplitTax if locale == Locale::En => {
                    spoken.extend(split_tax(self.bytes()).err().unwrap_or_default().iter().map(value));
                }
                Op::SplitTax | Op::Transitions => {}
                Op::ParseGstin => {
                    if let Err(error) = Gstin::parse(std::str::from_utf8(&self.bytes()).unwrap()) {
                        spoken.push(json!({ "code": error.code(), "expected": error.expected(), "message": error.message(locale) }));
                    }
                }
            }
            spoken
        };
        let mut hindi = spoken(Locale::Hi).into_iter();
        let text = |said: &Value| said.get("why").or(said.get("message")).unwrap().as_str().unwrap().to_owned();
        let raised = spoken(Locale::En).into_iter().map(|said| Raised {
            subject: said.get("code").map_or("normalize", |code| code.as_str().unwrap()).to_owned(),
            sides: ["severity", "part", "path", "from", "to", "actual", "expected"]
                .into_iter()
                .filter_map(|name| Some((name, said.get(name).filter(|side| !side.is_null())?.clone())))
                .collect(),
            english: text(&said),
            hindi: hindi.next().map(|said| text(&said)),
        });
        raised.collect()
    }
}

/// The messages of all fixtures, form by form.
fn all() -> Vec<(String, Vec<Raised>)> {
    let (english, hindi) = (forms(Locale::En), forms(Locale::Hi));
    let mut all: Vec<(String, Vec<Raised>)> = english.iter().map(|(name, _)| (name.clone(), Vec::new())).collect();
    let mut known = BTreeSet::new();
    for (file, cases) in files() {
        for (case, raised) in cases.iter().flat_map(|case| case.raised().into_iter().map(move |raised| (case, raised))) {
            let fits = |at: &usize| {
                english[*at].0.split_once('/').unwrap().0 == raised.subject
                    && filled(&english[*at].1, &raised.english).is_some()
                    && raised.hindi.as_ref().is_none_or(|said| filled(&hindi[*at].1, said).is_some())
            };
            let form = (0..english.len()).filter(fits).max_by_key(|at| length(&english[*at].1) + length(&hindi[*at].1));
            let form = form.unwrap_or_else(|| panic!("{file}, {}: `{}` has no form of {}", case.name, raised.english, raised.subject));
            if known.insert((form, raised.same())) {
                all[form].1.push(raised);
            }
        }
    }
    all
}

/// The file: a message takes a line, each of its languages another.
fn golden(all: &[(String, Vec<Raised>)]) -> String {
    let mut forms = Vec::new();
    for (name, raised) in all.iter().filter(|(_, raised)| !raised.is_empty()) {
        let mut records = Vec::new();
        for raised in raised {
            let sides: Vec<_> = raised.sides.iter().map(|(name, side)| format!("{}: {side}", json!(name))).collect();
            let hindi = raised.hindi.iter().map(|hindi| format!(",\n      \"hi\": {}", json!(hindi))).collect::<String>();
            let comma = if sides.is_empty() { "" } else { ",\n      " };
            records.push(format!("    {{ {}{comma}\"en\": {}{hindi} }}", sides.join(", "), json!(raised.english)));
        }
        forms.push(format!("  {}: [\n{}\n  ]", json!(name), records.join(",\n")));
    }
    format!("{{\n{}\n}}\n", forms.join(",\n"))
}

#[test]
fn messages_are_those_of_the_golden_file() {
    let fresh = golden(&all());
    serde_json::from_str::<Map<String, Value>>(&fresh).unwrap();
    if std::env::var_os("REFRESH").is_some() {
        std::fs::write(GOLDEN, fresh).unwrap();
        return;
    }
    let golden = std::fs::read_to_string(GOLDEN).unwrap_or_default().replace("\r\n", "\n");
    let differs = fresh.lines().zip(golden.lines()).position(|(fresh, golden)| fresh != golden);
    let at = differs.unwrap_or(fresh.lines().count().min(golden.lines().count()));
    assert!(
        fresh == golden,
        "the messages are not those of tests/golden/messages.json; look at the difference after `make messages`. Line {}:\n  is        {}\n  should be {}",
        at + 1,
        fresh.lines().nth(at).unwrap_or("the end of the file"),
        golden.lines().nth(at).unwrap_or("the end of the file")
    );
}

#[test]
fn every_form_is_raised() {
    let all = all();
    let silent: Vec<&str> = all.iter().filter(|(_, raised)| raised.is_empty()).map(|(name, _)| name.as_str()).collect();
    let listed: Vec<&str> = ELSEWHERE.iter().map(|(name, _)| *name).collect();
    assert_eq!(silent, listed, "forms that no fixture raises, and those that are listed");
    assert!(ELSEWHERE.iter().all(|(_, reason)| !reason.is_empty()));
}

/// Of equal arguments nobody sees that they change places.
#[test]
fn arguments_differ_in_some_message() {
    let (all, templates) = (all(), forms(Locale::En));
    let mut equal = Vec::new();
    for ((name, raised), (_, template)) in all.iter().zip(&templates) {
        let places: BTreeSet<usize> = taken_apart(template).1.into_iter().collect();
        for (a, b) in places.iter().flat_map(|a| places.range(a + 1..).map(move |b| (a, b))) {
            let differ = |raised: &Raised| filled(template, &raised.english).is_some_and(|filled| filled[a] != filled[b]);
            if !raised.is_empty() && !raised.iter().any(differ) {
                equal.push((name.as_str(), [*a, *b]));
            }
        }
    }
    let listed: Vec<_> = SAME.iter().map(|(name, places, _)| (*name, *places)).collect();
    assert_eq!(equal, listed, "places with the same argument in every fixture, and those that are listed");
    assert!(SAME.iter().all(|(.., reason)| !reason.is_empty()));
}

#[test]
fn a_message_is_taken_apart() {
    assert_eq!(filled("{0} is {1}; {{}} {0}", "a is b is c; {{}} a"), Some(BTreeMap::from([(0, "a"), (1, "b is c")])));
    assert_eq!(filled("{0} is {1}", "a was b"), None);
    assert_eq!(filled("as it is", "as it is"), Some(BTreeMap::new()));
    assert_eq!(filled("as it is", "as it is not"), None);
}
