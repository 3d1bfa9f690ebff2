//! Bytes → normalize: once is enough, nothing but the listed values changes, and JSON stays
//! JSON.

use crate::check::consistent;
use crate::input::Input;
use crate::walk::{self, Inside, Value};
use bijak::{Change, PathSegment, check, normalize};
use serde::de::IgnoredAny;

/// Deeper than any table.
const DEEP: usize = 40;

pub fn run(bytes: &[u8]) {
    let Some(Input { endpoint, options, limits, payload }) = Input::of(bytes) else { return };
    let normalized = normalize(endpoint, payload, &options);
    let Ok(text) = std::str::from_utf8(payload) else {
        assert_eq!((normalized.text, normalized.changes), (String::from_utf8_lossy(payload).into_owned(), vec![]));
        assert_eq!(normalized.report, check(endpoint, payload, &options), "of bytes that are no text, the report is on the bytes");
        return;
    };
    assert_eq!(normalized.report, check(endpoint, &normalized.text, &options), "the report is that of the tidied text");
    consistent(&normalized.report, normalized.text.as_bytes(), limits);
    let twice = normalize(endpoint, &normalized.text, &options);
    assert_eq!(twice.text, normalized.text, "tidying twice");
    assert_eq!(twice.changes, []);
    let Some(value) = walk::value(text, DEEP) else {
        assert_eq!((normalized.text.as_str(), normalized.changes), (text, vec![]), "broken JSON stays as it is");
        return;
    };
    assert_eq!(normalized.text, changed(text, &value, &normalized.changes), "what is listed and nothing else");
    assert!(serde_json::from_str::<IgnoredAny>(&normalized.text).is_ok(), "JSON stays JSON");
}

/// The text with the changes made, each at its path.
fn changed(text: &str, root: &Value<'_>, changes: &[Change]) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for change in changes {
        assert_ne!(change.from, change.to);
        let mut places = Vec::new();
        places_of(root, &change.path.0, &mut places);
        // A key may stand twice: the changes come in the order of the text.
        let place = places.into_iter().find(|place| *place >= at && text[*place..].starts_with(&change.from));
        let place = place.unwrap_or_else(|| panic!("{change:?} is no change of this text"));
        out.push_str(&text[at..place]);
        out.push_str(&change.to);
        at = place + change.from.len();
    }
    out + &text[at..]
}

/// Where the values of a path begin.
fn places_of(value: &Value<'_>, path: &[PathSegment], places: &mut Vec<usize>) {
    match (path, &value.inside) {
        ([], _) => places.push(value.at),
        ([PathSegment::Key(key), below @ ..], Inside::Map(members)) => {
            for member in members.iter().filter(|member| member.name.as_deref() == Some(key)) {
                places_of(&member.value, below, places);
            }
        }
        ([PathSegment::Index(index), below @ ..], Inside::List(elements)) => {
            if let Some(element) = elements.get(*index) {
                places_of(element, below, places);
            }
        }
        _ => {}
    }
}
