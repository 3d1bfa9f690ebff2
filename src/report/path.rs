//! Where in a payload something stands.

use super::{Part, Row, Show, shown};
use serde::Serialize;
use std::{borrow::Cow, fmt};

/// One step from a value to a part of it: a key or a position.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Step {
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
pub struct Path(#[cfg_attr(feature = "types", tsify(type = "(string | number)[]"))] pub Vec<Step>);

impl fmt::Display for Path {
    /// `payload.invoiceAttachments[0].url`; the root is `(root)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(self))
    }
}

impl Show for Path {
    fn show(&self, out: &mut String) {
        if self.0.is_empty() {
            out.push_str("(root)");
        }
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if depth == 0 => out.push_str(key),
                Step::Key(key) => Row(&[&".", &&**key]).show(out),
                Step::Index(index) => Row(&[&"[", index, &"]"]).show(out),
            }
        }
    }
}

/// The name in a key with its quotes and colon.
#[inline(never)]
pub fn name_of(key: &str) -> &str {
    key.get(1..key.len() - 2).unwrap_or("")
}

/// The way to the value being read, kept on the stack: it costs nothing until a
/// finding asks for it as a [`Path`].
#[derive(Clone, Copy)]
pub enum Trail<'t> {
    /// The payload itself.
    Root,
    /// The URL of a request; the field of this name is its query.
    Url(&'static str),
    /// The value above, whose field of the first name is called by the second.
    Called(&'t Trail<'t>, &'static str, &'static str),
    /// A documented field of the value above.
    Field(&'t Trail<'t>, &'static str),
    /// The same, by its key as it is written.
    Written(&'t Trail<'t>, &'static str),
    /// A key that no table knows.
    Key(&'t Trail<'t>, &'t str),
    /// An element of the array above.
    Index(&'t Trail<'t>, usize),
}

impl Trail<'_> {
    /// The trail as an owned path.
    pub fn path(&self) -> Path {
        let mut steps = Vec::new();
        let mut here = self;
        loop {
            let (up, step) = match here {
                Trail::Root | Trail::Url(_) => break,
                Trail::Called(up, ..) => {
                    here = up;
                    continue;
                }
                Trail::Field(up, name) => (*up, Step::Key(Cow::Borrowed(up.name_of(name)))),
                Trail::Written(up, key) => (*up, Step::Key(Cow::Borrowed(up.name_of(name_of(key))))),
                // A hostile key may be megabytes long; a path need not be.
                Trail::Key(up, key) => (*up, Step::Key(Cow::Owned(super::excerpt(key).into_owned()))),
                Trail::Index(up, index) => (*up, Step::Index(*index)),
            };
            steps.push(step);
            here = up;
        }
        steps.reverse();
        Path(steps)
    }

    /// What its field of this name is called.
    pub(super) fn name_of(&self, name: &'static str) -> &'static str {
        match self {
            Trail::Called(_, known, called) if *known == name => called,
            _ => name,
        }
    }

    /// The part of the request that it leads through, where that is not the body.
    pub fn part(&self) -> Option<Part> {
        match self {
            Trail::Root => None,
            Trail::Url(_) => Some(Part::Path),
            Trail::Field(Trail::Url(query), name) if query == name => Some(Part::Query),
            Trail::Written(Trail::Url(query), key) if *query == name_of(key) => Some(Part::Query),
            Trail::Called(up, ..) | Trail::Field(up, _) | Trail::Written(up, _) | Trail::Key(up, _) | Trail::Index(up, _) => up.part(),
        }
    }
}
