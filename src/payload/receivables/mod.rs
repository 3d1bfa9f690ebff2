//! The receivables: EnKash's own invoice, which is created, changed and returned in responses.

mod create_invoice;
mod invoice_response;
mod recipe;
mod update_invoice;

use super::*;

pub use create_invoice::*;
pub use invoice_response::*;
pub use recipe::*;
pub use update_invoice::*;
