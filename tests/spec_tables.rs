//! The tables against the field lists of the API's pages, transcribed in `spec_tables/`.
#![cfg(test)]

use bijak::payload::{Field, Kind, Presence, Shape, TARGET};
use bijak::{Endpoint, Method};
use std::collections::BTreeSet;

/// One field as its page shows it.
struct Concat<'t> {
    name: &'t str,
    /// The type; of an example alone, `object = ` and the name of our table of its inside.
    kind: &'t str,
    presence: &'t str,
    /// Pattern, range or words; empty where the page shows none.
    rule: &'t str,
}

/// The receivables, and Bharat Connect.
const LISTS: &[&str] = &[include_str!("spec_tables/receivables.txt"), include_str!("spec_tables/bharat_connect.txt")];

struct Section<'t> {
    table: &'t str,
    rows: Vec<Concat<'t>>,
}

fn sections() -> Vec<Section<'static>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    let lines = LISTS.iter().flat_map(|list| list.lines()).filter(|line| !line.is_empty() && !line.starts_with('#'));
    for line in lines {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(title) => {
                let table = title.split(" = ").next().unwrap();
                sections.push(Section { table, rows: Vec::new() });
            }
            None => {
                let mut cells = line.splitn(4, '|').map(str::trim);
                let mut cell = || cells.next().unwrap_or_else(|| panic!("four cells: {line}"));
                let row = Concat { name: cell(), kind: cell(), presence: cell(), rule: cell() };
                sections.last_mut().expect("a title first").rows.push(row);
            }
        }
    }
    sections
}

/// Every table of the endpoints and of the target, with those inside them.
fn tables() -> Vec<&'static Shape> {
    let mut tables: Vec<&Shape> = vec![&TARGET];
    tables.extend(Endpoint::ALL.iter().map(|endpoint| endpoint.shape()));
    let mut at = 0;
    while let Some(table) = tables.get(at) {
        for field in table.fields {
            let inner: &'static Shape = match &field.kind {
                Kind::Object(inner) | Kind::List(Kind::Object(inner)) => inner,
                _ => continue,
            };
            if !tables.iter().any(|known| known.name == inner.name) {
                tables.push(inner);
            }
        }
        at += 1;
    }
    tables
}

/// Whether the page's type is that of the field.
fn type_fits(row: &Concat<'_>, field: &Field) -> bool {
    let kind = row.kind.strip_prefix("JsonNullable<").and_then(|kind| kind.strip_suffix('>'));
    if kind.is_some() != (field.presence == Presence::Nullable) {
        return false;
    }
    let kind = kind.unwrap_or(row.kind);
    let inside = |frame: &str| kind.strip_prefix(frame).and_then(|kind| kind.trim_start().strip_prefix("= "));
    let named = |open: &str, close: &str| kind.strip_prefix(open).and_then(|kind| kind.strip_suffix(close));
    match &field.kind {
        Kind::Text(_) => kind == "string",
        // The words are ours where the page shows an example alone.
        Kind::Choice(choice) => kind == if choice.closed { "enum<string>" } else { "string" },
        Kind::Amount(_) => ["number", "bigdecimal", "0"].contains(&kind),
        Kind::Int((-2_147_483_648, 2_147_483_647)) => ["integer<int32>", "integer", "0"].contains(&kind),
        Kind::Int((i64::MIN, i64::MAX)) => kind == "integer<int64>",
        Kind::Int((0, _)) => kind == "0",
        Kind::Flag => kind == "boolean",
        Kind::Date(form) => match format!("{form:?}").as_str() {
            "Day" => ["string<date>", "LocalDate"].contains(&kind),
            "LocalTime" => kind == "LocalDateTime",
            "Instant" => kind == "string<date-time>",
            "Stamp" => kind == "string yyyy-MM-dd HH:mm:ss",
            "Any" => kind == "string",
            _ => false,
        },
        Kind::Object(inner) => named("object(", ")") == Some(page_name(inner)) || inside("object") == Some(inner.name),
        Kind::List(Kind::Object(inner)) => named("array[object(", ")]") == Some(page_name(inner)) || inside("array") == Some(inner.name),
        // Their inside is not shown.
        Kind::OpaqueObject => kind == "object" || named("object(", ")").is_some(),
        Kind::List(Kind::OpaqueObject) => named("array[object", "]").is_some(),
        _ => false,
    }
}

/// What the page calls the object of a table.
fn page_name(table: &Shape) -> &'static str {
    let title = |line: &'static str| line.strip_prefix('[')?.strip_suffix(']')?.split_once(" = ");
    let renamed = LISTS.iter().flat_map(|list| list.lines()).filter_map(title).find(|(own, _)| *own == table.name);
    renamed.map_or(table.name, |(_, page)| page)
}

/// Tables of answers, whose pages call optional what may be left out of an answer.
const ANSWERS: &[&str] = &["InvoiceResponseEnvelope", "ErrorResponse", "InvoiceResponse", "EnumModel", "InvoiceAttachment"];

fn presence_fits(table: &Shape, row: &Concat<'_>, presence: Presence) -> bool {
    match row.presence {
        "required" | "? as elsewhere" => presence == Presence::Required,
        // A path parameter: build asks for it by endpoint.
        "required in the path" => presence == Presence::Optional,
        // A document that is stored leaves out what does not apply.
        "required in the webhook" | "-" => presence == Presence::Response,
        "optional" if ANSWERS.contains(&table.name) => presence == Presence::Response,
        "optional" if row.kind.starts_with("JsonNullable") => presence == Presence::Nullable,
        "optional" | "?" => presence == Presence::Optional,
        "? probably required" | "M" => presence == Presence::Recommended,
        other => panic!("unknown presence {other}"),
    }
}

fn rule_fits(row: &Concat<'_>, kind: &Kind) -> bool {
    let set = |words: &[&'static str]| words.iter().map(|word| (*word).to_owned()).collect::<BTreeSet<_>>();
    let range = row.rule.split_once("..");
    match kind {
        Kind::Amount(rule) if row.rule.is_empty() => rule.minimum.is_none() && !rule.ranged,
        Kind::Choice(choice) if row.rule.is_empty() => !choice.closed,
        _ if row.rule.is_empty() => true,
        Kind::Text(rule) => match range.filter(|_| !row.rule.starts_with('^')) {
            Some((min, max)) => Ok(rule.length.0) == min.parse() && Ok(rule.length.1) == max.parse(),
            None => rule.pattern.is_some_and(|pattern| pattern.text == row.rule),
        },
        Kind::Choice(choice) => {
            let separator = if row.rule.contains(',') { ", " } else { " " };
            choice.closed && set(choice.words) == row.rule.split(separator).map(str::to_owned).collect()
        }
        Kind::Amount(rule) => match range {
            Some((_, most)) => !rule.negative && rule.text(rule.maximum) == most,
            None if row.rule == ">= 0 <= 100" => rule.ranged && rule.text(rule.maximum) == "100",
            None => rule.minimum == Some(10) && row.rule == ">= 0.1",
        },
        Kind::Int((low, high)) => range == Some((low.to_string().as_str(), high.to_string().as_str())),
        _ => false,
    }
}

#[test]
fn every_table_has_the_fields_of_its_page() {
    let (sections, tables) = (sections(), tables());
    let names: Vec<_> = tables.iter().map(|table| table.name).collect();
    for (at, section) in sections.iter().enumerate() {
        assert!(sections[..at].iter().all(|earlier| earlier.table != section.table), "{} is listed twice", section.table);
        assert!(names.contains(&section.table), "no table {}", section.table);
    }
    for table in tables {
        let section = sections.iter().find(|section| section.table == table.name);
        let section = section.unwrap_or_else(|| panic!("{} is not in the list", table.name));
        let want: Vec<_> = section.rows.iter().map(|row| row.name).collect();
        let have: Vec<_> = table.fields.iter().map(|field| field.name()).collect();
        assert_eq!(have, want, "the fields of {}, in the order of the page", table.name);
        for (row, field) in section.rows.iter().zip(table.fields) {
            let place = format!("{}.{}", table.name, field.name());
            assert!(type_fits(row, field), "{place}: the page says {}", row.kind);
            assert!(presence_fits(table, row, field.presence), "{place}: {:?}, the page says {}", field.presence, row.presence);
            assert!(rule_fits(row, &field.kind), "{place}: the page says {}", row.rule);
        }
    }
}

#[test]
fn requests_go_where_the_pages_say() {
    let route = |endpoint: Endpoint| endpoint.route().map(|route| (route.method, route.path, route.seller));
    assert_eq!(route(Endpoint::UpdateInvoice), Some((Method::Patch, "/api/v0/invoice/{invoiceId}", true)));
    assert_eq!(route(Endpoint::CreateInvoice), Some((Method::Post, "/api/v0/invoice", false)));
    for (endpoint, path) in [
        (Endpoint::SendInvoiceRequest, "/api/v0/invoice/req-send-invoice"),
        (Endpoint::EditInvoiceRequest, "/api/v0/invoice/req-edit-invoice"),
        (Endpoint::ChangeInvoiceStatus, "/api/v0/invoice/req-status-change-invoice"),
        (Endpoint::ConfirmInvoice, "/api/v0/invoice/req-confirm-invoice"),
        (Endpoint::PayInvoice, "/api/v0/payment/req-pay"),
        (Endpoint::ConfirmPayment, "/api/v0/payment/req-pay-confirmation"),
    ] {
        assert_eq!(route(endpoint), Some((Method::Post, path, false)));
    }
    for endpoint in [Endpoint::InvoiceResponse, Endpoint::InvoiceWebhookResponse, Endpoint::NbblInvoice, Endpoint::B2bResponse] {
        assert_eq!(route(endpoint), None);
    }
}
