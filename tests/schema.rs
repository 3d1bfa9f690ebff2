//! The JSON Schemas and the OpenAPI description against the tables that they come from. What they
//! accept and refuse is tried in a validator by tests/package/schemas.test.mjs.

use bijak::payload::{Kind, Presence, Shape, TARGET};
use bijak::{Endpoint, json_schema, openapi};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn names<'t>(names: impl IntoIterator<Item = &'t str>) -> BTreeSet<&'t str> {
    names.into_iter().collect()
}

fn texts(list: &Value) -> BTreeSet<&str> {
    names(list.as_array().into_iter().flatten().map(|text| text.as_str().unwrap()))
}

/// The table inside a kind, if there is one.
fn inside(kind: &'static Kind) -> Option<&'static Shape> {
    match kind {
        Kind::Object(shape) => Some(shape),
        Kind::List(element) => inside(element),
        _ => None,
    }
}

/// The object schema that a property stands for, and whether null passes beside it.
fn target<'v>(property: &'v Value, definitions: &'v Value, place: &str) -> Option<&'v Value> {
    let property = property.get("items").unwrap_or(property);
    let reference = property["anyOf"][0].get("$ref").or(property.get("$ref"))?.as_str().unwrap();
    Some(&definitions[reference.strip_prefix(place).unwrap()])
}

fn takes_null(property: &Value) -> bool {
    let null = json!("null");
    property["anyOf"][1]["type"] == null || property["type"].as_array().is_some_and(|types| types.contains(&null))
}

/// Every field of the table and of those inside it; how many there are.
fn compare(shape: &'static Shape, schema: &Value, definitions: &Value, place: &str) -> usize {
    let properties = schema["properties"].as_object().unwrap();
    assert_eq!(names(properties.keys().map(String::as_str)), names(shape.fields.iter().map(|field| field.name())), "{}", shape.name);
    let required = shape.fields.iter().filter(|field| field.presence == Presence::Required).map(|field| field.name());
    assert_eq!(texts(&schema["required"]), names(required), "{}", shape.name);
    assert!(schema.get("additionalProperties").is_none(), "{}: a field that is not known is a warning", shape.name);
    let mut fields = 0;
    for field in shape.fields {
        let (property, name) = (&properties[field.name()], format!("{}.{}", shape.name, field.name()));
        assert!(property["description"].as_str().unwrap().starts_with(field.doc.trim()), "{name}");
        assert_eq!(takes_null(property), matches!(field.presence, Presence::Nullable | Presence::Response), "{name}");
        let target = target(property, definitions, place);
        assert_eq!(target.is_some(), inside(&field.kind).is_some(), "{name}");
        fields += 1;
        if let (Some(inner), Some(target)) = (inside(&field.kind), target) {
            fields += compare(inner, target, definitions, place);
        }
    }
    fields
}

#[test]
fn every_field_of_every_table_is_in_its_schema() {
    for endpoint in Endpoint::ALL {
        let schema = parsed(&json_schema(*endpoint));
        let fields = compare(endpoint.shape(), &schema, &schema["$defs"], "#/$defs/");
        assert!(fields >= endpoint.shape().fields.len());
    }
}

#[test]
fn every_table_is_among_the_components_once() {
    let description = parsed(&openapi());
    let components = &description["components"]["schemas"];
    let mut shapes: Vec<&Shape> = Endpoint::ALL.iter().map(|endpoint| endpoint.shape()).collect();
    for shape in &shapes {
        compare(shape, &components[shape.name], components, "#/components/schemas/");
    }
    let mut at = 0;
    while let Some(shape) = shapes.get(at) {
        shapes.extend(shape.fields.iter().filter_map(|field| inside(&field.kind)));
        at += 1;
    }
    for shape in &shapes {
        let namesake = shapes.iter().find(|other| other.name == shape.name && !std::ptr::eq(**other, *shape));
        assert!(namesake.is_none(), "two tables are called {}", shape.name);
    }
    let known = names(shapes.iter().map(|shape| shape.name));
    assert_eq!(names(components.as_object().unwrap().keys().map(String::as_str)), known);
}

#[test]
fn numbers_keep_every_digit() {
    let (patch, flat) = (json_schema(Endpoint::UpdateInvoice), json_schema(Endpoint::SendInvoiceRequest));
    assert!(patch.contains("\"maximum\": 99999999999999.99\n"));
    assert!(flat.contains("\"minimum\": -9223372036854775808,") && flat.contains("\"maximum\": 9223372036854775807\n"));
    assert!(json_schema(Endpoint::CreateInvoice).contains("\"minimum\": 0.1,"));
    assert!(json_schema(Endpoint::NbblInvoice).contains("\"maximum\": 999.999\n"));
}

#[test]
fn members_keep_the_order_of_the_page() {
    for endpoint in Endpoint::ALL {
        let text = json_schema(*endpoint);
        let places: Vec<_> = endpoint.shape().fields.iter().map(|field| text.find(&format!("\n    \"{}\": {{", field.name()))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{endpoint}");
        assert_eq!(text, json_schema(*endpoint));
    }
}

#[test]
fn constraints_are_what_an_error_is() {
    let property = |endpoint, path: &str| parsed(&json_schema(endpoint)).pointer(path).unwrap().clone();
    use Endpoint::*;
    let id = property(UpdateInvoice, "/properties/customerId");
    assert_eq!((&id["type"], &id["pattern"]), (&json!("string"), &json!("^KC[A-Z0-9]{14}$")));
    let approval = property(InvoiceResponse, "/$defs/ErrorResponse/properties/errorType");
    assert!(approval["enum"].as_array().unwrap().contains(&Value::Null));
    // The page prints `\"`, which JavaScript's `u` flag refuses.
    assert_eq!(property(ConfirmInvoice, "/$defs/B2bIds/properties/buyerB2BId/pattern"), json!("^([^\\\\\"]){1,100}$"));
    let remarks = property(ConfirmInvoice, "/$defs/InvoiceConfirmation/properties/buyerRemarks");
    assert_eq!((&remarks["minLength"], &remarks["maxLength"]), (&json!(1), &json!(100)));
    // Warnings refuse nothing.
    let number = property(CreateInvoice, "/properties/invoiceNumber");
    assert!(number.get("pattern").is_none() && number["description"].as_str().unwrap().contains("^[A-Za-z0-9/-]{1,16}$"));
    let kind = property(NbblInvoice, "/$defs/TransactionDetails/properties/supplyType");
    assert!(kind.get("enum").is_none() && kind["examples"].as_array().unwrap().contains(&json!("B2B")));
    let name = property(NbblInvoice, "/$defs/SupplierDetails/properties/legalName");
    assert!(name.get("minLength").is_none() && name["description"].as_str().unwrap().ends_with("Usually 3 to 100 characters."));
    for endpoint in Endpoint::ALL {
        assert!(!json_schema(*endpoint).contains("\"multipleOf\""), "{endpoint}");
    }
}

#[test]
fn calls_are_described_as_they_are_routed() {
    let description = parsed(&openapi());
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1."));
    assert_eq!(description["info"]["version"], env!("CARGO_PKG_VERSION"));
    let routes: Vec<_> = Endpoint::ALL.iter().filter_map(|endpoint| Some((endpoint, endpoint.route()?))).collect();
    assert_eq!(description["paths"].as_object().unwrap().len(), routes.len());
    for (endpoint, route) in routes {
        let method = serde_json::to_value(route.method).unwrap().as_str().unwrap().to_lowercase();
        let call = &description["paths"][route.path][&method];
        assert_eq!(call["operationId"], endpoint.name());
        let body = &call["requestBody"];
        assert_eq!(body["required"], json!(true));
        let schema = format!("#/components/schemas/{}", endpoint.shape().name);
        assert_eq!(body["content"]["application/json"]["schema"]["$ref"], json!(schema));
        let parameters = call["parameters"].as_array().map_or(&[][..], Vec::as_slice);
        let given: Vec<_> = parameters.iter().map(|parameter| (parameter["name"].as_str().unwrap(), &parameter["in"])).collect();
        let in_path = route.path.contains("{invoiceId}").then(|| ("invoiceId", json!("path")));
        let in_query = route.seller.then(|| ("sellerId", json!("query")));
        let wanted: Vec<_> = in_path.into_iter().chain(in_query).collect();
        assert_eq!(given, wanted.iter().map(|(name, place)| (*name, place)).collect::<Vec<_>>(), "{endpoint}");
        for parameter in parameters {
            assert!(TARGET.field(parameter["name"].as_str().unwrap()).is_some());
            assert_eq!(parameter["required"], json!(parameter["in"] == "path"));
        }
    }
    let seller = &description["paths"]["/api/v0/invoice/{invoiceId}"]["patch"]["parameters"][1]["schema"];
    assert_eq!(seller["pattern"], "^CEK[A-Z0-9]{7}$");
}
