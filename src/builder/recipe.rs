//! What a recipe is, and what it contributes to a request.

use super::RECIPES;
use super::object::{Computed, value_of};
use crate::options::Options;
use crate::payload::{Endpoint, Shape};
use crate::read::Member;
use crate::report::{Diagnostic, LazyPath, MessageId, Place, Sink};
use crate::value::{Paise, Rate};
use serde::Serialize;

/// A recipe: a value among the fields from which others are computed.
pub(super) struct Recipe {
    /// Its key among the fields.
    pub(super) key: &'static str,
    /// Whether it computes payloads of a table.
    pub(super) is_for: fn(&'static Shape) -> bool,
    /// Computes it, from the fields and its own text.
    pub(super) follow: fn(Endpoint, &[Member<'_>], &str, &Options) -> RecipeOutput,
}

/// The key of the recipe that computes payloads of a table.
pub fn recipe_of(shape: &'static Shape) -> Option<&'static str> {
    RECIPES.iter().find(|recipe| (recipe.is_for)(shape)).map(|recipe| recipe.key)
}

/// The contribution of a recipe to a request.
#[derive(Default)]
pub(super) struct RecipeOutput {
    /// The fields of the payload that it computes.
    pub(super) computed: Computed,
    /// Its findings, by part.
    pub(super) sinks: Vec<Sink>,
    /// The fields that may be missing because the recipe has errors; 0 if it has none.
    pub(super) optional_here: u64,
    /// The amounts of a receivables invoice.
    pub(super) amounts: Option<Amounts>,
    /// What the net amount of that invoice holds besides base and taxes.
    pub(super) other_charges: Option<Paise>,
    /// The nested invoice.
    pub(super) document: Option<String>,
}

/// The computed amounts of an invoice, in rupees with two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Amounts {
    /// The value without tax.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub taxable: Paise,
    /// The rate in percent.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub rate: Rate,
    /// Whether IGST is due.
    pub inter_state: bool,
    /// Central GST.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub cgst: Paise,
    /// State or Union Territory GST.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub sgst: Paise,
    /// Integrated GST.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub igst: Paise,
    /// The round-off: the remainder of a tax-inclusive price, and what rounding the net amount to the rupee adds or takes.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub round_off: Paise,
    /// The net amount: price, taxes and other charges, less tds if the recipe has `netAfterTds`.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub net: Paise,
    /// Tax deducted at source.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub tds: Paise,
    /// The amount already received.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub received: Paise,
    /// The amount still due, after tds.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub balance: Paise,
}

/// Raises a conflict for each of the fields that is present.
#[inline(never)]
pub(super) fn conflicts(
    fields: &mut dyn Iterator<Item = &'static str>,
    given: &[Member<'_>],
    path: &LazyPath<'_>,
    recipe: &'static str,
    sink: &mut Sink,
) {
    for name in fields.filter(|name| value_of(given, name).is_some()) {
        let path = LazyPath::Field(path, name);
        sink.raise(Place::new(&path, 0, ""), Diagnostic::new(MessageId::Conflict).plain(name).plain(recipe));
    }
}
