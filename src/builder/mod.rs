//! Builds requests that pass the check.

mod object;
mod recipe;
mod request;
mod sale;
mod step;

pub use recipe::{Amounts, split, split_tax};
pub use request::{Built, Draft, Query, Request, build, draft, recipe_of};
