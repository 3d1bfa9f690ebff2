//! The TypeScript types that only list what the crate has: `pkg-template/types/tables.d.ts`.

use bijak::internal::recipe_of;
use bijak::payload::{GST, SALE, STEP, Shape};
use bijak::{Endpoint, GstinKind, Machine};
use std::fmt::Write;

const HEAD: &str = "// Written by `cargo xtask codegen` from the tables of the crate. build.mjs appends this to the generated types.\n";
/// The longest line that the formatter leaves as it is.
const WIDTH: usize = 140;

/// The recipes, by their keys.
const RECIPES: [(&str, &Shape); 3] = [("gst", &GST), ("sale", &SALE), ("step", &STEP)];

/// The file.
pub fn declarations() -> String {
    let mut text = HEAD.to_owned();
    let requests = || Endpoint::ALL.iter().filter(|endpoint| endpoint.route().is_some());
    interface(
        "The payload of each endpoint.",
        "Payloads",
        Endpoint::ALL.iter().map(|endpoint| format!("  {endpoint}: {};", endpoint.shape().name)),
        &mut text,
    );
    alias(
        "The endpoints that `build` makes requests for. The others are responses.",
        "BuildEndpoint",
        requests().map(|endpoint| endpoint.name()),
        &mut text,
    );
    let recipe = |endpoint: &Endpoint| {
        let key = recipe_of(endpoint.shape())?;
        let (_, shape) = RECIPES.iter().find(|(known, _)| *known == key)?;
        Some(format!("  /** {} */\n  {endpoint}: {{ {key}?: {} }};", shape.about.trim(), shape.name))
    };
    interface("The recipes from which fields of an endpoint are computed.", "Recipes", requests().filter_map(recipe), &mut text);
    alias("The kind of holder of a GSTIN.", "GstinKind", GstinKind::ALL.iter().map(|kind| kind.as_str()), &mut text);
    interface(
        "The statuses of each machine.",
        "Statuses",
        Machine::ALL.iter().map(|machine| union(&format!("  {}:", machine.name), "    ", machine.statuses.iter().copied())),
        &mut text,
    );
    text
}

fn interface(about: &str, name: &str, members: impl Iterator<Item = String>, text: &mut String) {
    let members: Vec<String> = members.collect();
    let _ = write!(text, "\n/** {about} */\nexport interface {name} {{\n{}\n}}\n", members.join("\n"));
}

fn alias(about: &str, name: &str, words: impl Iterator<Item = &'static str>, text: &mut String) {
    let _ = write!(text, "\n/** {about} */\n{}\n", union(&format!("export type {name} ="), "  ", words));
}

/// A union of words behind its head: on one line, or on one line each.
fn union(head: &str, indent: &str, words: impl Iterator<Item = &'static str>) -> String {
    let words: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
    let line = format!("{head} {};", words.join(" | "));
    if line.len() <= WIDTH {
        return line;
    }
    let lines: Vec<String> = words.iter().map(|word| format!("{indent}| {word}")).collect();
    format!("{head}\n{};", lines.join("\n"))
}
