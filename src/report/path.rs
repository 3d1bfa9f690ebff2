//! Paths of values in a payload.

use super::{Concat, Part, WriteTo, to_text};
use serde::Serialize;
use std::{borrow::Cow, fmt};

/// One step from a value to a part of it: a key or a position.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum PathSegment {
    /// The key of an object's member.
    Key(Cow<'static, str>),
    /// The position in an array, from 0.
    Index(usize),
}

/// The steps from the payload's root to a value; empty for the root itself.
///
/// ```
/// let report = bijak::check(bijak::Endpoint::UpdateInvoice, r#"{"baseAmount":-1}"#, &Default::default());
/// assert_eq!(report.findings[0].path.to_string(), "baseAmount");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
pub struct Path(#[cfg_attr(feature = "types", tsify(type = "(string | number)[]"))] pub Vec<PathSegment>);

impl fmt::Display for Path {
    /// `payload.invoiceAttachments[0].url`; the root is `(root)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_text(self))
    }
}

impl WriteTo for Path {
    fn write_to(&self, out: &mut String) {
        if self.0.is_empty() {
            out.push_str("(root)");
        }
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                PathSegment::Key(key) if depth == 0 => out.push_str(key),
                PathSegment::Key(key) => Concat(&[&".", &&**key]).write_to(out),
                PathSegment::Index(index) => Concat(&[&"[", index, &"]"]).write_to(out),
            }
        }
    }
}

/// The name in a key with its quotes and colon.
#[inline(never)]
pub fn name_of(key: &str) -> &str {
    key.get(1..key.len() - 2).unwrap_or("")
}

/// The path to the value being read, kept on the stack. It costs nothing until a finding needs it
/// as a [`Path`].
#[derive(Clone, Copy)]
pub enum LazyPath<'t> {
    /// The payload itself.
    Root,
    /// The URL of a request; the field of this name is its query.
    Url(&'static str),
    /// The parent, whose field of the first name is shown under the second name.
    Called(&'t LazyPath<'t>, &'static str, &'static str),
    /// A documented field of the parent.
    Field(&'t LazyPath<'t>, &'static str),
    /// A documented field, by its key as written.
    Written(&'t LazyPath<'t>, &'static str),
    /// An unknown key.
    Key(&'t LazyPath<'t>, &'t str),
    /// An element of the parent array.
    Index(&'t LazyPath<'t>, usize),
}

impl LazyPath<'_> {
    /// Converts to an owned path.
    pub fn to_path(self) -> Path {
        let mut steps = Vec::new();
        let mut here = &self;
        loop {
            let (up, step) = match here {
                LazyPath::Root | LazyPath::Url(_) => break,
                LazyPath::Called(up, ..) => {
                    here = up;
                    continue;
                }
                LazyPath::Field(up, name) => (*up, PathSegment::Key(Cow::Borrowed(up.name_of(name)))),
                LazyPath::Written(up, key) => (*up, PathSegment::Key(Cow::Borrowed(up.name_of(name_of(key))))),
                // A hostile key may be megabytes long; the path is truncated.
                LazyPath::Key(up, key) => (*up, PathSegment::Key(Cow::Owned(super::excerpt(key).into_owned()))),
                LazyPath::Index(up, index) => (*up, PathSegment::Index(*index)),
            };
            steps.push(step);
            here = up;
        }
        steps.reverse();
        Path(steps)
    }

    /// The shown name of a field.
    pub(super) fn name_of(&self, name: &'static str) -> &'static str {
        match self {
            LazyPath::Called(_, known, called) if *known == name => called,
            _ => name,
        }
    }

    /// The part of the request, if it is not the body.
    pub fn part(&self) -> Option<Part> {
        match self {
            LazyPath::Root => None,
            LazyPath::Url(_) => Some(Part::Path),
            LazyPath::Field(LazyPath::Url(query), name) if query == name => Some(Part::Query),
            LazyPath::Written(LazyPath::Url(query), key) if *query == name_of(key) => Some(Part::Query),
            LazyPath::Called(up, ..)
            | LazyPath::Field(up, _)
            | LazyPath::Written(up, _)
            | LazyPath::Key(up, _)
            | LazyPath::Index(up, _) => up.part(),
        }
    }
}
