//! The recipes of Bharat Connect.

pub(super) mod sale;
pub(super) mod step;
mod taxation;

use super::object::{Computed, Object, value_of, write_object};
use super::recipe::{Recipe, RecipeOutput, conflicts};
use crate::payload::{STEP, Shape};
use crate::read::members;
use crate::report::{Diagnostic, LazyPath, Place, Sink, to_text};
use crate::value::{Paise, encode};

impl Computed {
    /// Adds raw JSON.
    #[inline(never)]
    fn json(&mut self, name: &'static str, value: &str) {
        self.put(name, value.to_owned());
    }

    /// Adds a string.
    #[inline(never)]
    fn text(&mut self, name: &'static str, text: &str) {
        self.put(name, quoted(text));
    }

    /// Adds an amount.
    #[inline(never)]
    fn money(&mut self, name: &'static str, paise: i64) {
        self.put(name, to_text(&Paise(paise)));
    }
}

/// An object of two members.
#[inline(never)]
fn pair(first: [&str; 2], second: [&str; 2]) -> String {
    let mut object = Object::new(64);
    for [name, value] in [first, second] {
        object.put(name, value);
    }
    object.end()
}

/// An object of two strings.
#[inline(never)]
fn texts([first, one]: [&str; 2], [second, other]: [&str; 2]) -> String {
    pair([first, &quoted(one)], [second, &quoted(other)])
}

/// A string as JSON.
#[inline(never)]
fn quoted(text: &str) -> String {
    let mut json = String::new();
    encode(text, &mut json);
    json
}

/// An inner object with its computed fields. A given value that is not an object is kept, so that
/// the check reports it.
#[inline(never)]
fn write_nested(shape: &'static Shape, given: Option<&str>, computed: &Computed) -> String {
    match given {
        Some(other) if !other.starts_with('{') => other.to_owned(),
        given => write_object(shape, &members(given.unwrap_or_default()), computed, true),
    }
}

/// Raises a finding of a recipe at the first name, or at the second name inside it.
#[inline(never)]
fn raise(sink: &mut Sink, [first, second]: [&'static str; 2], fault: Diagnostic<'_>) {
    let above = LazyPath::Field(&LazyPath::Root, first);
    let below = LazyPath::Field(&above, second);
    let path = if second.is_empty() { &above } else { &below };
    sink.raise(Place::new(path, 0, STEP.source), fault);
}
