//! What the package build needs: the lists of the crate as JSON, the schemas and the OpenAPI description.

use crate::rules;
use bijak::{Actor, Endpoint, Locale, Machine, Strictness, catalogue, json_schema, openapi};
use std::fs;
use std::io;
use std::path::Path;

/// The states and their transitions, from which the package has its `transitions`.
#[derive(serde::Serialize)]
struct Lifecycle {
    actors: &'static [Actor],
    strictnesses: &'static [Strictness],
    machines: &'static [&'static Machine],
}

/// Writes the lists into a folder.
pub fn write(folder: &Path) -> io::Result<()> {
    let schemas = folder.join("schemas");
    fs::create_dir_all(&schemas)?;
    for endpoint in Endpoint::ALL {
        fs::write(schemas.join(format!("{endpoint}.json")), json_schema(*endpoint))?;
    }
    let lifecycle = Lifecycle { actors: Actor::ALL, strictnesses: Strictness::ALL, machines: Machine::ALL };
    fs::write(folder.join("openapi.json"), openapi())?;
    fs::write(folder.join("rules.json"), rules::json())?;
    fs::write(folder.join("lifecycle.json"), serde_json::to_string_pretty(&lifecycle)?)?;
    fs::write(folder.join("messages.json"), messages()?)
}

/// What findings and changes say, in every language.
fn messages() -> serde_json::Result<String> {
    let languages: Vec<String> = Locale::ALL
        .iter()
        .map(|locale| Ok(format!("\"{locale}\": {}", serde_json::to_string_pretty(&catalogue(*locale))?)))
        .collect::<serde_json::Result<_>>()?;
    Ok(format!("{{{}}}", languages.join(",\n")))
}
