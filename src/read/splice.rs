//! Tidying: the text with only the changed leaves replaced.

use crate::report::{ChangeReason, Path};

/// A leaf and what it becomes.
#[derive(Debug, Clone)]
pub struct Edit {
    /// Its first byte.
    pub from: usize,
    /// The byte after its last.
    pub to: usize,
    /// The JSON text that takes its place.
    pub with: String,
    /// Where it is.
    pub path: Path,
    /// Why.
    pub why: ChangeReason,
}

/// The text with the edits made, which come in its order and do not overlap. All
/// other bytes stay.
#[inline(never)]
pub fn splice(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.from).unwrap_or(""));
        out.push_str(&edit.with);
        at = edit.to;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}
