//! What is known, and what is not.

use crate::payload::Term;

/// What a rule would have needed to know: roles, one bit each.
#[derive(Debug, Default)]
pub(super) struct Gaps(pub(super) u64);

/// A value as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known<T> {
    /// It may be anything: not told, or unreadable.
    No,
    /// There is none.
    Nothing,
    /// It is this.
    Is(T),
}

impl<T> Known<T> {
    /// The value, if it is known and there is one.
    pub(super) fn value(self) -> Option<T> {
        match self {
            Known::Is(value) => Some(value),
            Known::No | Known::Nothing => None,
        }
    }
}

impl Gaps {
    /// Notes that what has a term is not known.
    pub(super) fn note(&mut self, term: impl Term, missing: bool) {
        if missing {
            self.0 |= term.flag();
        }
    }
}
