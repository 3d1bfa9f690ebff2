//! Prints what findings and changes say, in every language, as JSON: `cargo run --example messages`.
//! The npm package makes its languages from it.

use bijak::{Locale, catalogue};

fn main() -> Result<(), serde_json::Error> {
    let languages: Vec<String> = Locale::ALL
        .iter()
        .map(|locale| Ok(format!("\"{locale}\": {}", serde_json::to_string_pretty(&catalogue(*locale))?)))
        .collect::<Result<_, serde_json::Error>>()?;
    println!("{{{}}}", languages.join(",\n"));
    Ok(())
}
