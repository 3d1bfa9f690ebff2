//! What the JavaScript binding works with: findings and edits before they become reports, and constants that its JavaScript
//! shares. It is not part of the public interface and changes without notice.

#[cfg(feature = "receivables")]
pub use crate::builder::split;
pub use crate::builder::{Draft, draft, recipe_of};
pub use crate::read::{FIRST_KEY, KEYS, too_large};
pub use crate::report::{
    Arg, Bounds, Diagnostic, LazyPath, MASK, Messages, Rupees, Sink, StoredFinding, WriteTo, excerpt, joined, to_text,
};
pub use crate::value::encode;

use crate::options::Options;
use crate::payload::Endpoint;
use crate::read::{Edit, Job, splice};
use crate::value::ParseGstinError;

/// The findings on a payload; `located` adds lines and columns. A payload that is not located is a JavaScript object in
/// the compact form.
pub fn findings(endpoint: Endpoint, payload: &[u8], options: &Options, located: bool) -> Sink {
    let job = Job { compact: !located, ..options.job(0, endpoint, false) };
    options.located(payload, options.checked(&job, payload), located)
}

/// A normalized payload, before the report is made.
#[derive(Debug)]
pub struct Edited {
    /// The normalized text, if it differs.
    pub text: Option<String>,
    /// Whether the payload is valid JSON.
    pub readable: bool,
    /// The edits, in document order.
    pub edits: Vec<Edit>,
    /// The findings on the normalized text.
    pub sink: Sink,
}

/// Normalizes a payload.
#[inline(never)]
pub fn edit(endpoint: Endpoint, payload: &[u8], options: &Options, located: bool) -> Edited {
    let mut reading = options.reading(endpoint, payload, true);
    let (readable, edits) = (reading.complete, std::mem::take(&mut reading.edits));
    let Some(text) = reading.text.filter(|_| !edits.is_empty()) else {
        return Edited { text: None, readable, edits: Vec::new(), sink: options.located(payload, reading, located) };
    };
    let normalized = splice(text, &edits);
    let sink = options.located(normalized.as_bytes(), options.reading(endpoint, normalized.as_bytes(), false), located);
    Edited { text: Some(normalized), readable, edits, sink }
}

/// Whether the values of personal fields are hidden.
pub fn masks(options: &Options) -> bool {
    options.mask
}

/// What is wrong with a GSTIN.
pub fn diagnostic<'e, 't>(error: &'e ParseGstinError<'t>) -> &'e Diagnostic<'t> {
    &error.0
}
