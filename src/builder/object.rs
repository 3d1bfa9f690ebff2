//! Composes objects from given values, byte for byte, and computed ones.

use super::recipe::Amounts;
use crate::payload::{STEP, Shape};
use crate::read::{Member, members};
use crate::report::{Diagnostic, LazyPath, MessageId, Place, Sink, to_text};
use crate::value::{Paise, encode};

/// Computed fields with their JSON; a field without JSON is omitted.
#[derive(Default)]
pub(super) struct Computed(pub(super) Vec<(&'static str, String)>);

impl Computed {
    #[inline(never)]
    pub(super) fn put(&mut self, name: &'static str, value: String) {
        self.0.push((name, value));
    }

    /// Adds raw JSON.
    #[inline(never)]
    pub(super) fn json(&mut self, name: &'static str, value: &str) {
        self.put(name, value.to_owned());
    }

    /// Adds a string.
    #[inline(never)]
    pub(super) fn text(&mut self, name: &'static str, text: &str) {
        self.put(name, quoted(text));
    }

    /// Adds an amount.
    #[inline(never)]
    pub(super) fn money(&mut self, name: &'static str, paise: i64) {
        self.put(name, to_text(&Paise(paise)));
    }

    #[inline(never)]
    fn value_of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, value)| value.as_str())
    }
}

/// The contribution of a recipe to a request.
#[derive(Default)]
pub(super) struct RecipeOutput {
    /// The fields of the payload that it computes.
    pub(super) computed: Computed,
    /// Its findings, by part.
    pub(super) sinks: Vec<Sink>,
    /// The fields that may be missing because the recipe has errors; 0 if it has none.
    pub(super) optional_here: u64,
    /// The amounts of a receivables invoice.
    pub(super) amounts: Option<Amounts>,
    /// The nested invoice.
    pub(super) document: Option<String>,
}

/// An object that is being written.
pub(super) struct Object(String);

impl Object {
    pub(super) fn new() -> Object {
        Object(String::from("{"))
    }

    #[inline(never)]
    pub(super) fn put(&mut self, name: &str, value: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        encode(name, &mut self.0);
        self.0.push(':');
        self.0.push_str(value);
    }

    pub(super) fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// An object of two members.
#[inline(never)]
pub(super) fn pair(first: [&str; 2], second: [&str; 2]) -> String {
    let mut object = Object::new();
    for [name, value] in [first, second] {
        object.put(name, value);
    }
    object.end()
}

/// An object of two strings.
#[inline(never)]
pub(super) fn texts([first, one]: [&str; 2], [second, other]: [&str; 2]) -> String {
    pair([first, &quoted(one)], [second, &quoted(other)])
}

/// A string as JSON.
#[inline(never)]
pub(super) fn quoted(text: &str) -> String {
    let mut json = String::new();
    encode(text, &mut json);
    json
}

/// The value of a member, byte for byte.
#[inline(never)]
pub(super) fn value_of<'s>(given: &[Member<'s>], name: &str) -> Option<&'s str> {
    given.iter().find(|member| member.name == name).map(|member| member.value)
}

/// The object: computed and given fields, in the order of the page; unknown fields come last,
/// or are omitted.
#[inline(never)]
pub(super) fn write_object(shape: &'static Shape, given: &[Member<'_>], computed: &Computed, unknown_keys: bool) -> String {
    // Allocated at once: growing step by step would take three times the size of a large object.
    let room = given.iter().map(|member| member.name.len() + member.value.len() + 4).sum::<usize>();
    let mut object = Object(String::with_capacity(room + 256));
    object.0.push('{');
    for field in shape.fields {
        if let Some(value) = computed.value_of(field.name()).or_else(|| value_of(given, field.name())).filter(|value| !value.is_empty()) {
            object.put(field.name(), value);
        }
    }
    for member in given.iter().filter(|member| unknown_keys && shape.field(&member.name).is_none()) {
        object.put(&member.name, member.value);
    }
    object.end()
}

/// An inner object with its computed fields. A given value that is not an object is kept, so that
/// the check reports it.
#[inline(never)]
pub(super) fn write_nested(shape: &'static Shape, given: Option<&str>, computed: &Computed) -> String {
    match given {
        Some(other) if !other.starts_with('{') => other.to_owned(),
        given => write_object(shape, &members(given.unwrap_or_default()), computed, true),
    }
}

/// Raises a finding of a recipe at the first name, or at the second name inside it.
#[inline(never)]
pub(super) fn raise(sink: &mut Sink, [first, second]: [&'static str; 2], fault: Diagnostic<'_>) {
    let above = LazyPath::Field(&LazyPath::Root, first);
    let below = LazyPath::Field(&above, second);
    let path = if second.is_empty() { &above } else { &below };
    sink.raise(Place::new(path, 0, STEP.source), fault);
}

/// Raises a conflict for each of the fields that is present.
#[inline(never)]
pub(super) fn conflicts(
    fields: &mut dyn Iterator<Item = &'static str>,
    given: &[Member<'_>],
    path: &LazyPath<'_>,
    recipe: &'static str,
    sink: &mut Sink,
) {
    for name in fields.filter(|name| value_of(given, name).is_some()) {
        let path = LazyPath::Field(path, name);
        sink.raise(Place::new(&path, 0, ""), Diagnostic::new(MessageId::Conflict).plain(name).plain(recipe));
    }
}
