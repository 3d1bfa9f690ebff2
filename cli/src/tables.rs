//! Prints the tables of the library: rules, transitions, endpoints.

use crate::args::{Listing, Output, Rules, Transitions};
use crate::printer::{TextPrinter, plain};
use anstyle::{AnsiColor, Style};
use bijak::{Endpoint, Method, RuleEntry, TransitionQuery, nearest, rules, transitions};
use serde::Serialize;
use std::fmt::Write;

/// Prints a code, those of a subject, or all.
pub fn print_rules(args: &Rules, printer: TextPrinter) -> Result<String, String> {
    let all = rules();
    let word = args.code.as_deref();
    let wanted = |rule: &&RuleEntry| word.is_none_or(|word| rule.code.as_str() == word || subject(rule) == word);
    let found: Vec<&RuleEntry> = all.iter().filter(wanted).collect();
    let exact = found.iter().find(|rule| Some(rule.code.as_str()) == word);
    match (word, args.listing.output) {
        (Some(word), _) if found.is_empty() => Err(unknown_code(word, &all)),
        (_, Output::Json) => match exact {
            Some(rule) => json(rule),
            None => json(&found),
        },
        (_, Output::Human) => Ok(match exact {
            Some(rule) => in_full(rule, printer),
            None => found.iter().map(|rule| in_a_line(rule, printer)).collect(),
        }),
    }
}

fn subject(rule: &RuleEntry) -> &'static str {
    let code = rule.code.as_str();
    code.split_once('.').map_or(code, |(subject, _)| subject)
}

fn severities(rule: &RuleEntry) -> String {
    rule.severities.iter().map(|severity| format!("{severity:?}").to_lowercase()).collect::<Vec<_>>().join(", ")
}

fn in_a_line(rule: &RuleEntry, printer: TextPrinter) -> String {
    let code = printer.paint(AnsiColor::Cyan.on_default(), &format!("{:<26}", rule.code.as_str()));
    format!("{code} {:<14} {}\n", severities(rule), rule.meaning)
}

fn in_full(rule: &RuleEntry, printer: TextPrinter) -> String {
    let code = printer.paint(AnsiColor::Cyan.on_default().bold(), rule.code.as_str());
    let evidence = format!("{:?}", rule.evidence).to_lowercase();
    let links: String = rule.links.iter().map(|link| format!("          {}\n", link.url)).collect();
    format!("{code}\n{}\nseverity  {}\nstanding  {evidence}\nsource    {}\n{links}", rule.meaning, severities(rule), rule.source)
}

fn unknown_code(word: &str, all: &[RuleEntry]) -> String {
    let known = || all.iter().map(|rule| rule.code.as_str());
    let mut subjects: Vec<&str> = Vec::new();
    for subject in all.iter().map(subject) {
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    let mut text = format!("unknown code or subject `{}`", plain(word));
    if let Some(near) = nearest(word, known().chain(subjects.iter().copied())) {
        // Writing to a string does not fail.
        let _ = write!(text, "; did you mean {near}?");
    }
    let same: Vec<&str> = match word.split_once('.') {
        Some((before, _)) => known().filter(|code| code.split('.').next() == Some(before)).collect(),
        None => Vec::new(),
    };
    let _ = match same.is_empty() {
        true => write!(text, "\n  subjects: {}", subjects.join(", ")),
        false => write!(text, "\n  codes of the subject: {}", same.join(", ")),
    };
    text
}

/// Prints the transitions from a status.
pub fn print_transitions(args: &Transitions, printer: TextPrinter) -> Result<String, String> {
    let query = TransitionQuery { machine: args.machine, actor: args.actor, strictness: args.strictness };
    let statuses = args.machine.statuses;
    let transitions = transitions(&args.status, &query).map_err(|_| {
        let near = nearest(&args.status, statuses.iter().copied()).map(|near| format!("; did you mean {near}?")).unwrap_or_default();
        let machine = args.machine.name;
        format!("unknown {machine} status `{}`{near}\n  known statuses: {}", plain(&args.status), statuses.join(", "))
    })?;
    if args.listing.output == Output::Json {
        return json(&transitions);
    }
    let bold = |text: &str| printer.paint(Style::new().bold(), text);
    if transitions.is_empty() {
        let why = if args.machine.is_terminal(&args.status) { "a final status, nothing follows it" } else { "no such status change" };
        return Ok(format!("{}: {why}\n", bold(&args.status)));
    }
    let line = |transition: &&bijak::Transition| {
        let to = bold(&format!("{:<width$}", transition.to, width = statuses.iter().map(|status| status.len()).max().unwrap_or(0)));
        let evidence =
            if transition.source.starts_with(transition.evidence.as_str()) { String::new() } else { format!("{}: ", transition.evidence) };
        format!("{to}  {:<8}  {}\n  {evidence}{}\n", transition.actor.as_str(), transition.by, transition.source)
    };
    Ok(transitions.iter().map(line).collect())
}

/// The description of an endpoint.
#[derive(Serialize)]
struct EndpointEntry {
    name: Endpoint,
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<Method>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'static str>,
    source: &'static str,
}

/// Prints the endpoints.
pub fn print_endpoints(listing: &Listing, printer: TextPrinter) -> Result<String, String> {
    let entry = |endpoint: &Endpoint| EndpointEntry {
        name: *endpoint,
        method: endpoint.route().map(|route| route.method),
        path: endpoint.route().map(|route| route.path),
        source: endpoint.shape().source,
    };
    let entries: Vec<EndpointEntry> = Endpoint::ALL.iter().map(entry).collect();
    if listing.output == Output::Json {
        return json(&entries);
    }
    let line = |entry: &EndpointEntry| {
        let name = printer.paint(Style::new().bold(), &format!("{:<23}", entry.name.name()));
        match (entry.method, entry.path) {
            (Some(method), Some(path)) => format!("{name} {:<6} {path}\n", format!("{method:?}").to_uppercase()),
            _ => format!("{name} received\n"),
        }
    };
    Ok(entries.iter().map(line).collect())
}

fn json(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(value).map(|text| text + "\n").map_err(|error| error.to_string())
}
