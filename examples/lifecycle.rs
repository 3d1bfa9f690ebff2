//! Prints the states and their transitions as JSON, from which the npm package makes its
//! `transitions`: `cargo run --example lifecycle`.

use bijak::{Actor, Machine, Strictness};

#[derive(serde::Serialize)]
struct Tables {
    actors: &'static [Actor],
    strictnesses: &'static [Strictness],
    machines: &'static [&'static Machine],
}

fn main() -> serde_json::Result<()> {
    let tables = Tables { actors: Actor::ALL, strictnesses: Strictness::ALL, machines: Machine::ALL };
    println!("{}", serde_json::to_string_pretty(&tables)?);
    Ok(())
}
