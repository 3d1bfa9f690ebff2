//! What a payload table is: the kinds of fields, whether they must be present, and the term
//! of the canonical invoice that each of them carries. The tables themselves are in `payload`.

#[macro_use]
mod macros;
mod codes;
mod names;
mod shape;

pub use names::{Location, Segment, locate, name_of_term};
pub use shape::{Choice, Decimals, Deferred, Field, Kind, Presence, Shape};
