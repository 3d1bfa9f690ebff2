//! Normalizing: replaces only the changed leaves of a text.

use crate::report::{ChangeReason, Path};

/// A leaf and its replacement.
#[derive(Debug, Clone)]
pub struct Edit {
    /// Its first byte.
    pub from: usize,
    /// The byte after its last.
    pub to: usize,
    /// The JSON that replaces it.
    pub with: String,
    /// Its path.
    pub path: Path,
    /// The reason.
    pub why: ChangeReason,
}

impl Edit {
    /// What it replaces in the text of which it is an edit.
    pub fn replaced(&self, text: &[u8]) -> String {
        text.get(self.from..self.to).map(String::from_utf8_lossy).unwrap_or_default().into_owned()
    }
}

/// The text with the edits applied, which must be in its order and not overlap. All other bytes
/// are kept.
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
