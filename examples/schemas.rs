//! Writes the JSON Schemas and the OpenAPI description into a folder, from which the npm
//! package has them: `cargo run --example schemas -- FOLDER`.

use bijak::{Endpoint, json_schema, openapi};
use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("usage: schemas FOLDER");
        std::process::exit(2);
    };
    let folder = Path::new(&folder);
    let schemas = folder.join("schemas");
    fs::create_dir_all(&schemas)?;
    for endpoint in Endpoint::ALL {
        fs::write(schemas.join(format!("{endpoint}.json")), json_schema(*endpoint))?;
    }
    fs::write(folder.join("openapi.json"), openapi())
}
