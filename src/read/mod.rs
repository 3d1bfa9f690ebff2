//! The parser: one pass over the bytes, guided by the tables.
//!
//! No tree is built. Every leaf is checked in place, as a slice of the text. The values that
//! rules need are kept in a small frame per object. A path, a message or a line is computed only
//! when there is a finding.

mod compact;
mod frame;
mod leaf;
mod locate;
mod members;
mod reader;
mod scan;
mod splice;
mod syntax;

pub use compact::{FIRST_KEY, KEYS};
pub use frame::{Anchor, Frame, ObjectContext, Slot, Span, Value, slot_of};
pub use locate::locate;
pub use members::{Member, elements, members};
pub use reader::{Job, OnObject, Reading, read, too_large};
pub use splice::Edit;
pub use splice::splice;

/// The limits of size, depth and listed findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Maximum size in bytes.
    pub bytes: usize,
    /// Maximum nesting depth.
    pub depth: usize,
    /// Maximum number of listed findings; further ones are counted.
    pub findings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { bytes: 8 << 20, depth: 64, findings: 1000 }
    }
}
