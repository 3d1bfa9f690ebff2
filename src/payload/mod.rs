//! The payloads of the API: one table each, and the endpoints that carry them.

#[macro_use]
mod table;
mod create_invoice;
mod endpoint;
mod input;
mod invoice_response;
mod seat;
mod shape;
mod typed;
mod update_invoice;
mod words;

pub use create_invoice::{CREATE_INVOICE, CreateInvoice};
pub use endpoint::{Endpoint, Method, Route};
pub use input::{CheckOptions, GST, Gst, OPTIONS, TARGET, Target};
pub use invoice_response::*;
pub use seat::*;
pub use shape::{Choice, Decimals, Field, Kind, Law, Presence, Shape};
pub use typed::{Amount, DecimalInput, Instant, LocalDate, LocalDateTime, Nullable, Opaque};
pub use update_invoice::{UPDATE_INVOICE, UpdateInvoice};
pub use words::APPROVAL_STATUS;
