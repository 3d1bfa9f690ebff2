//! Collects the `rule!` blocks of src/rule: their codes and messages for the catalogue, their rules as lists.

use crate::file::{formatted, with_region};
use std::fs;
use xtask::{Generated, Mode, read, root};

/// The modules of src/rule that have no rules.
const OTHERS: [&str; 7] = ["entries", "lists", "mod", "nested", "other_names", "registry", "runner"];

/// The modules in the order in which their rules run and the catalogue lists their codes: causes before effects, so that
/// of the findings at one field that of the cause comes first. Modules that are not named here come last, by name.
const ORDER: [&str; 18] = [
    "charges",
    "version",
    "parties",
    "supply_type",
    "goods",
    "dates",
    "tax_heads",
    "tax_amount",
    "tax_rate",
    "item_totals",
    "document_totals",
    "receivable_totals",
    "tds",
    "payment",
    "dispatch",
    "eway",
    "status",
    "patch",
];

/// The lines around what is written into a file that also has other lines.
const REGION: [&str; 2] =
    ["// Written by `cargo xtask codegen` from `src/rule`.\n", "// End of what is written by `cargo xtask codegen`.\n"];

/// A file of rules.
struct Module {
    name: String,
    blocks: Vec<Block>,
}

/// A `rule!` block.
struct Block {
    /// The code with its messages, as the catalogue has it; empty for a code that is declared elsewhere.
    code: String,
    rules: Vec<Row>,
}

/// A rule of a block.
struct Row {
    name: String,
    /// What the rule is about, `Invoice` or `OneItem`.
    scope: String,
    /// The lists that it is on.
    lists: Vec<String>,
}

/// Writes the files that are made from the blocks, or checks that they are fresh.
pub fn settle(mode: Mode) -> Result<(), String> {
    mode.apply(&generated()?)
}

fn generated() -> Result<Vec<Generated>, String> {
    let modules = modules()?;
    let codes: Vec<&str> = modules.iter().flat_map(|module| &module.blocks).map(|block| block.code.as_str()).collect();
    let mut names: Vec<String> = modules.iter().map(|module| format!("mod {};\n", module.name)).collect();
    names.sort();
    let [first, last] = REGION;
    let indented = [format!("    {first}"), format!("    {last}")];
    Ok(vec![
        Generated {
            path: "src/report/code.rs",
            text: with_region("src/report/code.rs", indented.each_ref().map(String::as_str), &codes.concat())?,
        },
        Generated { path: "src/rule/mod.rs", text: with_region("src/rule/mod.rs", REGION, &names.concat())? },
        Generated { path: "src/rule/lists.rs", text: formatted(&lists(&modules)?)? },
    ])
}

/// The modules that have rules, in their order.
fn modules() -> Result<Vec<Module>, String> {
    let folder = fs::read_dir(root().join("src/rule")).map_err(|error| format!("src/rule: {error}"))?;
    let mut names: Vec<String> = folder
        .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".rs")?.to_owned()))
        .filter(|name| !OTHERS.contains(&name.as_str()))
        .collect();
    names.sort_by_key(|name| (ORDER.iter().position(|known| known == name).unwrap_or(ORDER.len()), name.clone()));
    names
        .into_iter()
        .map(|name| {
            let file = format!("src/rule/{name}.rs");
            let blocks = blocks(&read(&file)?).map_err(|error| format!("{file}: {error}"))?;
            Ok(Module { name, blocks })
        })
        .collect()
}

/// The blocks of a file, which begin and end at the first column.
fn blocks(text: &str) -> Result<Vec<Block>, String> {
    text.split("\nrule! {\n").skip(1).map(|rest| block(rest.split_once("\n}\n").map_or(rest, |(block, _)| block))).collect()
}

fn block(text: &str) -> Result<Block, String> {
    // The messages end with a brace on a line of its own; of a code that is declared elsewhere there is one line.
    let (code, rows) = match text.strip_prefix("    of ") {
        Some(rest) => (String::new(), rest.split_once('\n').map_or("", |(_, rows)| rows)),
        None => {
            let (code, rows) = text.split_once("\n    }\n").ok_or("a rule! block without messages and rules")?;
            (format!("{code}\n    }}\n"), rows)
        }
    };
    let uncommented: Vec<&str> = rows.lines().map(str::trim).filter(|line| !line.starts_with("///")).collect();
    let uncommented = uncommented.join(" ");
    let rules = uncommented.split("=>").filter(|row| row.contains(" reads ")).map(row).collect::<Result<Vec<_>, String>>()?;
    match rules.is_empty() {
        true => Err("a rule! block without rules".to_owned()),
        false => Ok(Block { code, rules }),
    }
}

/// `NAME: Scope on LIST reads ..`, after the function of the rule before it.
fn row(text: &str) -> Result<Row, String> {
    let row = text.split_once(';').map_or(text, |(before, after)| if before.contains(" on ") { text } else { after });
    let parts = || {
        let (name, rest) = row.split_once(':')?;
        let (scope, rest) = rest.split_once(" on ")?;
        let (lists, _) = rest.split_once(" reads ")?;
        let lists = lists.split(" when ").next()?.split(',').map(|list| list.trim().to_owned()).collect();
        Some(Row { name: name.trim().to_owned(), scope: scope.trim().to_owned(), lists })
    };
    parts().ok_or_else(|| format!("not a rule: `{}`", row.trim()))
}

/// The lists as a Rust file.
fn lists(modules: &[Module]) -> Result<String, String> {
    let mut lists: Vec<(&str, &str, Vec<String>)> = Vec::new();
    for module in modules {
        for row in module.blocks.iter().flat_map(|block| &block.rules) {
            for list in &row.lists {
                let rule = format!("{}::{}", module.name, row.name);
                match lists.iter_mut().find(|(name, ..)| name == list) {
                    Some((_, scope, _)) if *scope != row.scope => {
                        return Err(format!("{rule} is about {}, but its list {list} has rules about {scope}", row.scope));
                    }
                    Some((.., rules)) => rules.push(rule),
                    None => lists.push((list, &row.scope, vec![rule])),
                }
            }
        }
    }
    lists.sort();
    let mut scopes: Vec<&str> = lists.iter().map(|(_, scope, _)| *scope).collect();
    scopes.sort_unstable();
    scopes.dedup();
    let names: Vec<&str> = modules.iter().map(|module| module.name.as_str()).collect();
    let lists: Vec<String> = lists
        .iter()
        .map(|(name, scope, rules)| format!("pub(super) const {name}_RULES: &[Rule<{scope}>] = &[{}];\n", rules.join(", ")))
        .collect();
    Ok(format!(
        "//! Which rules run on which object. Written by `cargo xtask codegen` from the `rule!` blocks.\n\n\
         use super::{{{}, Rule}};\nuse super::{{{}}};\n\n{}",
        scopes.join(", "),
        names.join(", "),
        lists.join("\n")
    ))
}
