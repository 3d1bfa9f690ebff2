//! What rules read besides the payload.

use super::charge_kind::Words;
use crate::calc::Tolerance;
use crate::lifecycle::Strictness;
use crate::read::Frame;
use crate::value::{Date, Paise};

/// What rules read besides the payload.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The invoice as it stands.
    pub current: Current,
    /// Today.
    pub today: Option<Date>,
    /// What the net amount of a receivables invoice holds besides base and taxes; negative for a reduction.
    pub other_charges: Paise,
    /// How far an amount may lie from what it should be.
    pub tolerance: Tolerance,
    /// Which transitions of the life-cycle are accepted.
    pub lifecycle: Strictness,
    /// The words by which values say what they are.
    pub words: Words,
}

/// The invoice as it stands, by what it was given as.
#[derive(Debug, Clone, Default)]
pub enum Current {
    /// It was not given.
    #[default]
    Unknown,
    /// As the receivables answer it.
    Stored(Frame),
    /// As EnKash sends it to Bharat Connect.
    Flat(Frame),
    /// As Bharat Connect nests it.
    Nested(DocumentStatus),
}

/// What a nested invoice says of where it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentStatus {
    /// Its id.
    pub object_id: Option<String>,
    /// The supplier's number for it.
    pub number: Option<String>,
    /// Its version.
    pub version: Option<i64>,
    /// Its status.
    pub status: Option<String>,
    /// The supplier's id on Bharat Connect.
    pub supplier: Option<String>,
    /// The buyer's.
    pub buyer: Option<String>,
}

impl Current {
    /// The invoice of the receivables.
    pub fn stored(&self) -> Option<&Frame> {
        match self {
            Current::Stored(frame) => Some(frame),
            _ => None,
        }
    }

    /// EnKash's invoice on its way to Bharat Connect.
    pub fn flat(&self) -> Option<&Frame> {
        match self {
            Current::Flat(frame) => Some(frame),
            _ => None,
        }
    }

    /// The nested invoice.
    pub fn nested(&self) -> Option<&DocumentStatus> {
        match self {
            Current::Nested(status) => Some(status),
            _ => None,
        }
    }
}
