//! Building requests that are right by construction.

mod recipe;
mod request;

pub use recipe::{Amounts, split_tax};
#[cfg(feature = "wasm")]
pub(crate) use request::build_text;
pub use request::{Built, Query, Request, build};
