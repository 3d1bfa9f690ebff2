//! A value as far as it is known.

/// A value as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved<T> {
    /// It may be anything: it is not given, or unreadable.
    Unknown,
    /// There is none.
    Absent,
    /// It is this.
    Value(T),
}

impl<T> Resolved<T> {
    /// The value, if it is known and there is one.
    pub fn value(self) -> Option<T> {
        match self {
            Resolved::Value(value) => Some(value),
            Resolved::Unknown | Resolved::Absent => None,
        }
    }
}
