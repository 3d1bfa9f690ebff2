//! Reading: one pass over the bytes, against the tables.
//!
//! No tree is built. Every leaf is judged where it stands, as a slice of the text; what
//! rules need waits in a small frame per object; a path, a message or a line is made
//! only when there is a finding.

mod compact;
mod frame;
mod leaf;
mod locate;
mod members;
mod reader;
mod scan;
mod splice;
mod syntax;

pub use frame::{Frame, ObjectContext, Segment, Slot, Span, Value, slot_of};
pub use locate::locate;
pub use members::{Member, elements, members};
pub use reader::{DRAFT, Job, OnObject, Reading, read, too_large};
pub use splice::{Edit, splice};

/// How much is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of text.
    pub bytes: usize,
    /// Levels of nesting.
    pub depth: usize,
    /// Findings that are listed; more are counted.
    pub findings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { bytes: 8 << 20, depth: 64, findings: 1000 }
    }
}
