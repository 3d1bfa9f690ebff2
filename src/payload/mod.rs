//! The payloads of the API, one table each, and the endpoints that use them.

mod b2b;
mod create_invoice;
mod endpoint;
mod flat_invoice;
mod input;
mod invoice_response;
mod nbbl_invoice;
mod nbbl_parts;
mod status_change;
mod typed;
mod update_invoice;
mod words;

pub use crate::table::*;
pub use crate::term::*;
pub use b2b::*;
pub use create_invoice::{CREATE_INVOICE, CreateInvoice};
pub use endpoint::{Endpoint, Method, Route};
pub use flat_invoice::*;
pub use input::{CheckOptions, GST, Gst, OPTIONS, SALE, SALE_ITEM, STEP, Sale, SaleItem, Step, TARGET, Target, ValueWords};
pub use invoice_response::*;
pub use nbbl_invoice::*;
pub use nbbl_parts::*;
pub use status_change::*;
pub use typed::{Amount, DecimalInput, Instant, LocalDate, LocalDateTime, Nullable, Opaque};
pub use update_invoice::{UPDATE_INVOICE, UpdateInvoice};
pub use words::{APPROVAL_STATUS, APPROVALS, NBBL, NBBL_STATUS, NBBL_STATUS_SEEN, YES_NO};
