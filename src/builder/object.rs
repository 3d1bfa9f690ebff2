//! Objects put together from what is given, byte for byte, and what was worked out.

use super::recipe::Amounts;
use crate::payload::{STEP, Shape};
use crate::read::{Member, members};
use crate::report::{Diagnostic, LazyPath, MessageId, Place, Sink, to_text};
use crate::value::{Paise, encode};

/// Fields that were worked out, with their JSON; without any they are left out.
#[derive(Default)]
pub(super) struct Computed(pub(super) Vec<(&'static str, String)>);

impl Computed {
    #[inline(never)]
    pub(super) fn put(&mut self, name: &'static str, value: String) {
        self.0.push((name, value));
    }

    /// Adds JSON as it is.
    #[inline(never)]
    pub(super) fn json(&mut self, name: &'static str, value: &str) {
        self.put(name, value.to_owned());
    }

    /// Adds a text.
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

/// What a recipe gives a request.
#[derive(Default)]
pub(super) struct RecipeOutput {
    /// The fields of the payload that it works out.
    pub(super) computed: Computed,
    /// What is wrong with it, part by part.
    pub(super) sinks: Vec<Sink>,
    /// The fields whose absence is no fault, for the recipe cannot be followed; 0 if it can.
    pub(super) optional_here: u64,
    /// The amounts of an invoice of the receivables.
    pub(super) amounts: Option<Amounts>,
    /// The nested invoice.
    pub(super) document: Option<String>,
}

/// An object being written.
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

/// An object of two texts.
#[inline(never)]
pub(super) fn texts([first, one]: [&str; 2], [second, other]: [&str; 2]) -> String {
    pair([first, &quoted(one)], [second, &quoted(other)])
}

/// A text as JSON.
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

/// The object: what was worked out and else what is given, in the order of the page; what
/// the page does not know comes last, or is left out.
#[inline(never)]
pub(super) fn write_object(shape: &'static Shape, given: &[Member<'_>], computed: &Computed, unknown_keys: bool) -> String {
    // With room for all at once: grown step by step, an object of megabytes takes three times itself.
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

/// An object inside another, with what was worked out in it. What is given instead of an
/// object stays, to be judged.
#[inline(never)]
pub(super) fn write_nested(shape: &'static Shape, given: Option<&str>, computed: &Computed) -> String {
    match given {
        Some(other) if !other.starts_with('{') => other.to_owned(),
        given => write_object(shape, &members(given.unwrap_or_default()), computed, true),
    }
}

/// Raises a fault of a recipe at the first name, or at the second in it.
#[inline(never)]
pub(super) fn raise(sink: &mut Sink, [first, second]: [&'static str; 2], fault: Diagnostic<'_>) {
    let above = LazyPath::Field(&LazyPath::Root, first);
    let below = LazyPath::Field(&above, second);
    let path = if second.is_empty() { &above } else { &below };
    sink.raise(Place::new(path, 0, STEP.source), fault);
}

/// Raises a conflict for each of the fields that is given.
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
