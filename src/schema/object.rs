//! Schemas of objects: their fields and inner objects.

use super::leaf;
use super::tree::{Members, Tree};
use crate::payload::{Field, Kind, Presence, Shape};

/// The given shapes and their inner ones, each once, in order of appearance.
pub fn nested(roots: &[&'static Shape]) -> Vec<&'static Shape> {
    let mut found: Vec<&'static Shape> = Vec::new();
    let mut ahead: Vec<&'static Shape> = roots.iter().rev().copied().collect();
    while let Some(shape) = ahead.pop() {
        if !found.iter().any(|known| known.name == shape.name) {
            found.push(shape);
            ahead.extend(shape.fields.iter().rev().filter_map(|field| inside(&field.kind)));
        }
    }
    found
}

fn inside(kind: &'static Kind) -> Option<&'static Shape> {
    match kind {
        Kind::Object(shape) => Some(shape),
        Kind::List(element) => inside(element),
        _ => None,
    }
}

/// Schemas of shapes, by name; they refer to each other at `place`.
pub fn defined(shapes: &[&'static Shape], place: &str) -> Tree {
    let schema = |shape: &&'static Shape| {
        let mut schema = vec![("description", Tree::text(sentence(shape.about)))];
        schema.extend(members(shape, place));
        (shape.name, Tree::Object(schema))
    };
    Tree::Object(shapes.iter().map(schema).collect())
}

/// The keywords of an object. Unknown fields are allowed, because they are warnings.
pub fn members(shape: &'static Shape, place: &str) -> Members {
    let properties = shape.fields.iter().map(|field| (field.name(), property(field, place))).collect();
    let mut members = vec![("type", Tree::text("object")), ("properties", Tree::Object(properties))];
    let required = shape.fields.iter().filter(|field| field.presence == Presence::Required);
    let required: Vec<&str> = required.map(|field| field.name()).collect();
    if !required.is_empty() {
        members.push(("required", Tree::texts(required)));
    }
    members
}

fn property(field: &'static Field, place: &str) -> Tree {
    let advised = (field.presence == Presence::Recommended).then(|| "Most likely required.".to_owned());
    let sentences: Vec<String> = [sentence(field.doc)].into_iter().chain(advised).chain(leaf::hint(field)).collect();
    let mut schema = vec![("description", Tree::text(sentences.join(" ")))];
    let mut kind = keywords(&field.kind, place);
    if matches!(field.presence, Presence::Nullable | Presence::Response) {
        kind = or_null(kind);
    }
    schema.extend(kind);
    Tree::Object(schema)
}

/// The keywords of a value.
pub fn keywords(kind: &'static Kind, place: &str) -> Members {
    let typed = |name: &str| vec![("type", Tree::text(name))];
    match kind {
        Kind::Text(rule) => leaf::text(rule),
        Kind::Choice(choice) => leaf::choice(choice),
        Kind::Amount(rule) => leaf::amount(rule),
        Kind::Decimal(_) => vec![("type", Tree::texts(["number", "string"]))],
        Kind::Int((from, to)) => leaf::int(*from, *to),
        Kind::Flag => typed("boolean"),
        Kind::Date(form) => leaf::date(*form),
        Kind::Object(shape) => vec![("$ref", Tree::text(format!("{place}{}", shape.name)))],
        Kind::List(element) => vec![("type", Tree::text("array")), ("items", Tree::Object(keywords(element, place)))],
        Kind::Opaque => Vec::new(),
        Kind::OpaqueObject => typed("object"),
    }
}

/// The same, also allowing null.
fn or_null(keywords: Members) -> Members {
    if keywords.iter().any(|(key, _)| *key == "$ref") {
        let null = Tree::Object(vec![("type", Tree::text("null"))]);
        return vec![("anyOf", Tree::List(vec![Tree::Object(keywords), null]))];
    }
    let widened = |(key, value)| match (key, value) {
        ("type", Tree::Text(name)) => (key, Tree::texts([name.as_str(), "null"])),
        ("enum", Tree::List(words)) => (key, Tree::List(words.into_iter().chain([Tree::Null]).collect())),
        other => other,
    };
    keywords.into_iter().map(widened).collect()
}

/// The lines of a doc comment, ending with a full stop.
pub fn sentence(doc: &str) -> String {
    let doc = doc.trim();
    if doc.ends_with('.') { doc.to_owned() } else { format!("{doc}.") }
}
