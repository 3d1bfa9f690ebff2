//! Composes objects from given values, byte for byte, and computed ones.

use crate::payload::Shape;
use crate::read::Member;
use crate::value::encode;

/// Computed fields with their JSON; a field without JSON is omitted.
#[derive(Default)]
pub(super) struct Computed(pub(super) Vec<(&'static str, String)>);

impl Computed {
    #[inline(never)]
    pub(super) fn put(&mut self, name: &'static str, value: String) {
        self.0.push((name, value));
    }

    #[inline(never)]
    fn value_of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, value)| value.as_str())
    }
}

/// An object that is being written.
pub(super) struct Object(String);

impl Object {
    /// An object with room for so many bytes.
    #[inline(never)]
    pub(super) fn new(room: usize) -> Object {
        let mut text = String::with_capacity(room);
        text.push('{');
        Object(text)
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
    let mut object = Object::new(room + 256);
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
