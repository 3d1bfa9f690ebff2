//! JSON Schema and OpenAPI, from the tables of the reader.
//!
//! Structural errors of `check` are constraints. Its warnings are only descriptions and
//! examples; rules between fields are not in a schema.

mod leaf;
mod object;
mod openapi;
mod tree;

pub use openapi::openapi;

use crate::payload::Endpoint;
use object::{defined, nested, sentence};
use tree::Tree;

/// Returns the JSON Schema of a payload, draft 2020-12, as JSON.
///
/// The schema is self-contained: inner objects are in its `$defs`, and its `$id` is a URN, such as
/// `urn:bijak:schema:updateInvoice`. Its patterns are JavaScript patterns with the `u` flag. It
/// rejects the structural errors of [`check`](crate::check), except those that no keyword can
/// express:
///
/// * the decimals of amounts: `multipleOf` would reject valid ones, because validators divide floats;
/// * the check character of a GSTIN;
/// * dates that do not exist, if `format` is not asserted or no format is documented;
/// * duplicate keys, lone surrogates and, in floats, the first integer beyond 64 bits.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(&bijak::json_schema(bijak::Endpoint::CreateInvoice)).unwrap();
/// assert_eq!(schema["required"], serde_json::json!(["baseAmount", "customerId", "dueDate"]));
/// assert_eq!(schema["properties"]["customerId"]["pattern"], "^KC[A-Z0-9]{14}$");
/// ```
pub fn json_schema(endpoint: Endpoint) -> String {
    let (shape, place) = (endpoint.shape(), "#/$defs/");
    let mut schema = vec![
        ("$schema", Tree::text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", Tree::text(format!("urn:bijak:schema:{endpoint}"))),
        ("$comment", Tree::text(NOTE)),
        ("title", Tree::text(endpoint.name())),
        ("description", Tree::text(format!("{} Source: {}.", sentence(endpoint.about()), shape.source))),
    ];
    schema.extend(object::members(shape, place));
    let inside: Vec<_> = nested(&[shape]).into_iter().filter(|inner| inner.name != shape.name).collect();
    if !inside.is_empty() {
        schema.push(("$defs", defined(&inside, place)));
    }
    Tree::Object(schema).json()
}

/// The description of every schema.
const NOTE: &str = "Written by bijak from its tables. An amount with more decimals than its description names is an error too; \
    multipleOf does not say so, because validators divide floats and would refuse sound amounts such as 0.07. Laws between \
    fields, such as equal CGST and SGST, are checked by bijak alone.";
