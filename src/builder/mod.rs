//! Builds requests that pass the check.

mod object;
mod recipe;
mod request;
mod sale;
mod step;

#[cfg(feature = "full")]
pub(crate) use recipe::split;
pub use recipe::{Amounts, split_tax};
#[cfg(feature = "full")]
pub(crate) use request::build_text;
pub use request::{Built, Query, Request, build};
