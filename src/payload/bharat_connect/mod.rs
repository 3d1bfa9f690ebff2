//! Bharat Connect: invoices that are sent to a buyer, their changes of status, and payments.

mod b2b;
mod flat_invoice;
mod nbbl_invoice;
mod nbbl_parts;
mod recipe;
mod status_change;
mod words;

use super::*;

pub use b2b::*;
pub use flat_invoice::*;
pub use nbbl_invoice::*;
pub use nbbl_parts::*;
pub use recipe::*;
pub use status_change::*;
pub use words::*;
