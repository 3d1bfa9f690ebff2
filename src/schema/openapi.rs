//! The OpenAPI 3.1 description of the calls.

use super::NOTE;
use super::object::{defined, keywords, nested, sentence};
use super::tree::{Members, Tree};
use crate::payload::{Endpoint, Field, Method, Route, Shape, TARGET};

const SCHEMAS: &str = "#/components/schemas/";

/// Returns an OpenAPI 3.1 description as JSON: all payloads in `components.schemas`, shared objects
/// once, and the requests with method, path, parameters and body. It has no servers.
///
/// ```
/// let description: serde_json::Value = serde_json::from_str(&bijak::openapi()).unwrap();
/// let call = &description["paths"]["/api/v0/invoice/{invoiceId}"]["patch"];
/// assert_eq!(call["operationId"], "updateInvoice");
/// assert_eq!(call["parameters"][0]["name"], "invoiceId");
/// ```
pub fn openapi() -> String {
    let shapes: Vec<_> = Endpoint::ALL.iter().map(|endpoint| endpoint.shape()).collect();
    let calls = Endpoint::ALL.iter().filter_map(|endpoint| Some((*endpoint, endpoint.route()?)));
    let license = env!("CARGO_PKG_LICENSE");
    let info = vec![
        ("title", Tree::text("EnKash API, receivables and Bharat Connect")),
        ("description", Tree::text(NOTE)),
        ("version", Tree::text(env!("CARGO_PKG_VERSION"))),
        ("license", Tree::Object(vec![("name", Tree::text(license)), ("identifier", Tree::text(license))])),
    ];
    let description = vec![
        ("openapi", Tree::text("3.1.0")),
        ("info", Tree::Object(info)),
        ("jsonSchemaDialect", Tree::text("https://json-schema.org/draft/2020-12/schema")),
        ("paths", Tree::Object(calls.map(|(endpoint, route)| (route.path, path(endpoint, &route))).collect())),
        ("components", Tree::Object(vec![("schemas", defined(&nested(&shapes), SCHEMAS))])),
    ];
    Tree::Object(description).json()
}

/// A path; each has one method.
fn path(endpoint: Endpoint, route: &Route) -> Tree {
    let method = match route.method {
        Method::Post => "post",
        Method::Patch => "patch",
    };
    let mut call = vec![("operationId", Tree::text(endpoint.name())), ("summary", Tree::text(sentence(endpoint.about())))];
    let parameters: Vec<Tree> = TARGET.fields.iter().filter_map(|field| parameter(field, route)).collect();
    if !parameters.is_empty() {
        call.push(("parameters", Tree::List(parameters)));
    }
    let mut body = vec![("required", Tree::Flag(true))];
    body.extend(content(endpoint.shape()));
    call.push(("requestBody", Tree::Object(body)));
    if let Some(shape) = endpoint.response() {
        call.push(("responses", Tree::Object(vec![("default", answer(shape))])));
    }
    Tree::Object(vec![(method, Tree::Object(call))])
}

/// The role of a target field in the URL of a call, if any.
fn parameter(field: &'static Field, route: &Route) -> Option<Tree> {
    let in_path = route.path.contains(&format!("{{{}}}", field.name()));
    let in_query = route.seller && field.name() == "sellerId";
    if !(in_path || in_query) {
        return None;
    }
    let mut schema = keywords(&field.kind, SCHEMAS);
    if in_path {
        schema.push(("minLength", Tree::Number("1".to_owned())));
    }
    Some(Tree::Object(vec![
        ("name", Tree::text(field.name())),
        ("in", Tree::text(if in_path { "path" } else { "query" })),
        ("required", Tree::Flag(in_path)),
        ("description", Tree::text(sentence(field.doc))),
        ("schema", Tree::Object(schema)),
    ]))
}

fn content(shape: &Shape) -> Members {
    let schema = Tree::Object(vec![("$ref", Tree::text(format!("{SCHEMAS}{}", shape.name)))]);
    vec![("content", Tree::Object(vec![("application/json", Tree::Object(vec![("schema", schema)]))]))]
}

/// The response of a call, for any status.
fn answer(shape: &Shape) -> Tree {
    let mut answer = vec![("description", Tree::text(sentence(shape.about)))];
    answer.extend(content(shape));
    Tree::Object(answer)
}
