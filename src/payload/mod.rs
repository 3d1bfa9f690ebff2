//! The payloads of the API, one table each, by the family of their endpoints; and the list of endpoints.

#[cfg(feature = "bharat-connect")]
mod bharat_connect;
mod endpoint;
mod input;
#[cfg(feature = "receivables")]
mod receivables;
mod typed;
mod words;

pub use crate::table::*;
pub use crate::term::*;
#[cfg(feature = "bharat-connect")]
pub use bharat_connect::*;
pub use endpoint::{Endpoint, Method, Route};
pub use input::{CheckOptions, OPTIONS, TARGET, Target, ValueWords};
#[cfg(feature = "receivables")]
pub use receivables::*;
pub use typed::{Amount, DecimalInput, Instant, LocalDate, LocalDateTime, Nullable, Opaque};
pub use words::{APPROVALS, NBBL};

/// The tables of a stored invoice. One that fits several of them equally is of the first.
pub(crate) const STORED_INVOICES: &[&Shape] = &[
    #[cfg(feature = "receivables")]
    &INVOICE_RESPONSE,
    #[cfg(feature = "bharat-connect")]
    &NBBL_INVOICE,
    #[cfg(feature = "bharat-connect")]
    &FLAT_INVOICE,
];
