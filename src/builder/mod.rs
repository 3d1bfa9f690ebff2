//! Builds requests that pass the check.

#[cfg(feature = "bharat-connect")]
mod bharat_connect;
#[cfg(feature = "receivables")]
mod gst;
mod object;
mod recipe;
mod request;

#[cfg(feature = "receivables")]
pub use gst::{split, split_tax};
pub use recipe::{Amounts, recipe_of};
pub use request::{Built, Draft, Query, Request, build, draft};

/// The recipes that are compiled in.
const RECIPES: &[recipe::Recipe] = &[
    #[cfg(feature = "receivables")]
    gst::RECIPE,
    #[cfg(feature = "bharat-connect")]
    bharat_connect::sale::RECIPE,
    #[cfg(feature = "bharat-connect")]
    bharat_connect::step::RECIPE,
];
