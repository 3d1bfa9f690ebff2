//! The skeleton of an endpoint: its table, its lines in the lists, its fields as the page has them, and a fixture.

use xtask::{cargo, read, root, write};

const ENDPOINTS: &str = "src/payload/endpoint.rs";
const PAYLOADS: &str = "src/payload/mod.rs";
const SPEC_TEST: &str = "tests/spec_tables.rs";

/// What is still to be done by hand.
const NEXT: &str = "\
Next, by hand:
* the table: its fields, the page that it is from, the kind of object if rules run on it, the terms that fields carry
* a new family: its feature in Cargo.toml and wasm/Cargo.toml
* the endpoint: its description; for a request `=> RESPONSE` and `Some(Route { … })`
* tests/spec_tables: the fields as the page has them
* the fixture: a payload of the page, and what is reported
Then `cargo xtask codegen` and `cargo test`.";

/// The names of an endpoint.
struct Names {
    /// `cancelInvoice`
    camel: String,
    /// `CancelInvoice`
    pascal: String,
    /// `cancel_invoice`
    snake: String,
    /// `CANCEL_INVOICE`
    table: String,
    /// `cancel-invoice`
    kebab: String,
}

/// Writes the skeleton of an endpoint; `family` is a folder in `src/payload`, a new one if there is none.
pub fn run(family: &str, name: &str) -> Result<(), String> {
    let is_snake =
        |text: &str| text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    if !is_snake(family) {
        return Err(format!("FAMILY is the name of a module such as `receivables`, not `{family}`"));
    }
    let names = Names::of(name).ok_or_else(|| format!("NAME is in camel case, such as `cancelInvoice`, not `{name}`"))?;
    let table = format!("src/payload/{family}/{}.rs", names.snake);
    let fixture = format!("tests/fixtures/{}.json", names.kebab);
    let endpoints = read(ENDPOINTS)?;
    if root().join(&table).exists() || root().join(&fixture).exists() || endpoints.contains(&format!("\"{name}\"")) {
        return Err(format!("there is a `{name}` already"));
    }
    let endpoints = with_endpoint(&endpoints, family, &names)?;
    let modules = with_module(family, &names)?;
    let spec = with_spec(family, &names)?;
    let mut files = vec![(table, names.fill(TABLE)), (fixture, names.fill(FIXTURE)), (ENDPOINTS.to_owned(), endpoints)];
    files.extend(modules);
    files.extend(spec);
    for (path, text) in files {
        write(&path, &text)?;
        println!("{path}");
    }
    cargo(&["fmt", "--all"])?;
    println!("\n{NEXT}");
    Ok(())
}

const TABLE: &str = "\
//! TODO: what the payload is.

use crate::payload::*;
use crate::value::{LINE, TextRule};

payload! {
    /// TODO: what it is.
    {Pascal} {TABLE} \"TODO: the page that documents it\" Free {
        /// TODO: the sentence of the page.
        required id \"id\": text(&LINE);
    }
}
";

const ENDPOINT: &str = "        /// TODO: what it is.\n        {Pascal} \"{camel}\" {TABLE} None;\n";

const SPEC: &str = "\n# TODO: the page.\n\n[{Pascal}]\nid | string | required |\n";

const FIXTURE: &str = "\
[
  {
    \"name\": \"the smallest {camel}\",
    \"endpoint\": \"{camel}\",
    \"payload\": {\"id\": \"1\"},
    \"findings\": []
  }
]
";

impl Names {
    /// The forms of a name in camel case.
    fn of(camel: &str) -> Option<Names> {
        let first = camel.chars().next().filter(char::is_ascii_lowercase)?;
        if !camel.chars().all(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        let separated = |separator: char| {
            let part = |c: char| if c.is_ascii_uppercase() { format!("{separator}{}", c.to_ascii_lowercase()) } else { c.to_string() };
            camel.chars().map(part).collect::<String>()
        };
        let snake = separated('_');
        Some(Names {
            camel: camel.to_owned(),
            pascal: std::iter::once(first.to_ascii_uppercase()).chain(camel.chars().skip(1)).collect(),
            table: snake.to_ascii_uppercase(),
            kebab: separated('-'),
            snake,
        })
    }

    /// A template with the names in their places.
    fn fill(&self, template: &str) -> String {
        template.replace("{camel}", &self.camel).replace("{Pascal}", &self.pascal).replace("{TABLE}", &self.table)
    }
}

/// The list of endpoints with another one at the end of its family, which may be new.
fn with_endpoint(endpoints: &str, family: &str, names: &Names) -> Result<String, String> {
    let list = endpoints.find("\nendpoints! {").ok_or_else(|| format!("{ENDPOINTS}: there is no list `endpoints! {{`"))?;
    let (before, after) = endpoints.split_at(list);
    let (entries, rest) = after.split_once("\n}\n").ok_or_else(|| format!("{ENDPOINTS}: the list does not end"))?;
    let head = format!("    \"{}\" {{\n", family.replace('_', "-"));
    let entry = names.fill(ENDPOINT);
    let entries = match entries.split_once(&head) {
        Some((others, of_family)) => {
            let (known, next) = of_family.split_once("\n    }").ok_or_else(|| format!("{ENDPOINTS}: `{family}` does not end"))?;
            format!("{others}{head}{known}\n{entry}    }}{next}")
        }
        None => format!("{entries}\n{head}{entry}    }}"),
    };
    Ok(format!("{before}{entries}\n}}\n{rest}"))
}

/// The modules with that of the table: those of the family, and those of `src/payload` if the family is new.
fn with_module(family: &str, names: &Names) -> Result<Vec<(String, String)>, String> {
    let of_family = format!("src/payload/{family}/mod.rs");
    if root().join(&of_family).exists() {
        let text = with_lines(&read(&of_family)?, &names.snake);
        return Ok(vec![(of_family, text)]);
    }
    let text = format!("//! TODO: what the payloads have in common.\n\nmod {0};\n\npub use {0}::*;\n", names.snake);
    Ok(vec![(of_family, text), (PAYLOADS.to_owned(), with_lines(&read(PAYLOADS)?, family))])
}

/// A list of modules and what they export, with another one first in each part; rustfmt sorts them.
fn with_lines(text: &str, module: &str) -> String {
    text.replacen("\nmod ", &format!("\nmod {module};\nmod "), 1).replacen("\npub use ", &format!("\npub use {module}::*;\npub use "), 1)
}

/// The fields as the page has them, in the list of the family, and that list in its test if it is new.
fn with_spec(family: &str, names: &Names) -> Result<Vec<(String, String)>, String> {
    let path = format!("tests/spec_tables/{family}.txt");
    let is_new = !root().join(&path).exists();
    let text = if is_new { String::new() } else { read(&path)? };
    let mut files = vec![(path, format!("{text}{}", names.fill(SPEC)).trim_start().to_owned())];
    if is_new {
        let test = read(SPEC_TEST)?;
        let list = test.find("const LISTS:").and_then(|at| test.get(at..)?.find("];").map(|length| at + length));
        let (before, after) = test.split_at(list.ok_or_else(|| format!("{SPEC_TEST}: there is no list `LISTS`"))?);
        files.push((SPEC_TEST.to_owned(), format!("{before}, include_str!(\"spec_tables/{family}.txt\"){after}")));
    }
    Ok(files)
}
