//! The tables against the field lists of the API's pages, transcribed in `seed/ar.txt`.

use bijak::payload::{Field, Kind, Presence, Shape, TARGET};
use bijak::{Endpoint, Method};

/// One field as its page shows it.
struct Row<'t> {
    name: &'t str,
    kind: &'t str,
    presence: &'t str,
    /// Pattern, minimum or words; empty where the page shows none.
    rule: &'t str,
}

struct Section<'t> {
    table: &'t str,
    rows: Vec<Row<'t>>,
}

fn sections() -> Vec<Section<'static>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    let lines = include_str!("seed/ar.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    for line in lines {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(title) => {
                let table = title.split(" = ").next().unwrap();
                sections.push(Section { table, rows: Vec::new() });
            }
            None => {
                let mut cells = line.splitn(4, '|').map(str::trim);
                let mut cell = || cells.next().unwrap_or_else(|| panic!("four cells: {line}"));
                let row = Row { name: cell(), kind: cell(), presence: cell(), rule: cell() };
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

/// The types that the pages may show for a field of this kind; objects by the name of our table.
fn page_types(field: &Field) -> Vec<String> {
    let date = |kind: &Kind| match kind {
        Kind::Date(form) => format!("{form:?}"),
        _ => String::new(),
    };
    let types: &[&str] = match (&field.kind, date(&field.kind).as_str()) {
        (Kind::Text(_), _) => &["string"],
        (Kind::Choice(_), _) => &["enum<string>"],
        (Kind::Amount(_), _) => &["number", "bigdecimal"],
        (Kind::Int((-2_147_483_648, 2_147_483_647)), _) => &["integer<int32>"],
        (Kind::Flag, _) => &["boolean"],
        (Kind::Date(_), "Day") => &["string<date>", "LocalDate"],
        (Kind::Date(_), "LocalTime") => &["LocalDateTime"],
        (Kind::Date(_), "Instant") => &["string<date-time>"],
        (Kind::Date(_), "Stamp") => &["string yyyy-MM-dd HH:mm:ss"],
        (Kind::List(Kind::OpaqueObject), _) => &["array[object(ApiSubError)]"],
        (Kind::Object(inner), _) => return vec![format!("object({})", page_name(inner))],
        (Kind::List(Kind::Object(inner)), _) => return vec![format!("array[object({})]", page_name(inner))],
        _ => &[],
    };
    let nullable = field.presence == Presence::Nullable;
    types.iter().map(|name| if nullable { format!("JsonNullable<{name}>") } else { (*name).to_owned() }).collect()
}

/// What the page calls the object of a table.
fn page_name(table: &Shape) -> &'static str {
    let title = |line: &'static str| line.strip_prefix('[')?.strip_suffix(']')?.split_once(" = ");
    let renamed = include_str!("seed/ar.txt").lines().filter_map(title).find(|(own, _)| *own == table.name);
    renamed.map_or(table.name, |(_, page)| page)
}

fn presence_fits(table: &Shape, row: &Row<'_>, presence: Presence) -> bool {
    let answer = !["Target", "UpdateInvoice", "CreateInvoice"].contains(&table.name);
    match row.presence {
        "required" => presence == Presence::Required,
        // A path parameter: build asks for it by endpoint.
        "required in the path" => presence == Presence::Optional,
        "optional" if answer => presence == Presence::Answered,
        "optional" if row.kind.starts_with("JsonNullable") => presence == Presence::Nullable,
        "optional" | "?" => presence == Presence::Optional,
        "? probably required" => presence == Presence::Advised,
        other => panic!("unknown presence {other}"),
    }
}

fn rule_fits(row: &Row<'_>, kind: &Kind) -> bool {
    match kind {
        Kind::Amount(rule) if row.rule.is_empty() => rule.minimum.is_none(),
        Kind::Choice(_) if row.rule.is_empty() => false,
        _ if row.rule.is_empty() => true,
        Kind::Text(rule) => rule.pattern.is_some_and(|pattern| pattern.text == row.rule),
        Kind::Choice(choice) => choice.closed && choice.words.join(" ") == row.rule,
        Kind::Amount(rule) => rule.minimum == Some(10) && row.rule == ">= 0.1",
        _ => false,
    }
}

#[test]
fn every_table_has_the_fields_of_its_page() {
    let (sections, tables) = (sections(), tables());
    let names: Vec<_> = tables.iter().map(|table| table.name).collect();
    for section in &sections {
        assert!(names.contains(&section.table), "no table {}", section.table);
    }
    for table in tables {
        let section = sections.iter().find(|section| section.table == table.name);
        let section = section.unwrap_or_else(|| panic!("{} is not in the list", table.name));
        let want: Vec<_> = section.rows.iter().map(|row| row.name).collect();
        let have: Vec<_> = table.fields.iter().map(|field| field.name).collect();
        assert_eq!(have, want, "the fields of {}, in the order of the page", table.name);
        for (row, field) in section.rows.iter().zip(table.fields) {
            let place = format!("{}.{}", table.name, field.name);
            let types = page_types(field);
            assert!(types.iter().any(|name| name == row.kind), "{place}: {types:?}, the page says {}", row.kind);
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
    assert_eq!(route(Endpoint::InvoiceResponse), None);
}
