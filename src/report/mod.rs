//! Findings: their codes, paths and messages.

mod catalogue;
mod code;
mod excerpt;
mod finding;
mod hindi;
mod lines;
mod message;
mod nearest;
mod path;
mod render;
mod rupees;
mod sink;
mod source;
mod write_to;

pub use catalogue::catalogue;
pub use code::{Code, Evidence, MessageId, Severity, SourceLink};
pub use excerpt::{excerpt, first_of, joined};
pub use finding::{Change, Finding, MissingInputs, Names, Part, Report, Skipped, StoredFinding};
pub use lines::{characters, line_feeds};
pub use message::{Arg, Bounds, ChangeReason, Diagnostic, Locale, Messages, Noun, Subject};
pub use nearest::nearest;
pub use path::{LazyPath, Path, PathSegment, name_of};
pub use render::MASK;
pub use rupees::Rupees;
pub use sink::{Place, Sink};
pub use write_to::{Concat, WriteTo, code_point, digits, hex, to_text};

/// A name that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownNameError(pub(crate) &'static str);

impl std::fmt::Display for UnknownNameError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "unknown {}", self.0)
    }
}

impl std::error::Error for UnknownNameError {}
