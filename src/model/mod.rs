//! The canonical invoice: what a payload says by its meaning in GST, whatever it calls its
//! fields. Payload tables map fields to terms, and rules read what is here.

mod charge_kind;
mod context;
mod document;
mod item;
mod receivable;
mod resolved;
mod supply;
mod taxed;

pub use charge_kind::{TAXES, ValueKind, Words};
pub use context::{Context, Current, DocumentStatus};
pub use document::*;
pub use item::{CESSES, CHARGE_TERMS, CHARGES, HEADS, Item};
pub use receivable::{Receivable, note};
pub use resolved::Resolved;
pub use supply::{Party, Supply, SupplyKind, content};
pub use taxed::is_due;
