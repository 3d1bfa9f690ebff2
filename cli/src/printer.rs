//! The output of findings, for people and for programs.

use crate::columns::Columns;
use anstyle::{AnsiColor, Style};
use bijak::{Change, Finding, PathSegment, Report, Severity};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The position of a payload.
#[derive(Clone, Copy, Default)]
pub struct Location<'p> {
    /// Its file, if there are several.
    pub file: Option<&'p str>,
    /// Its line, if a file has many payloads.
    pub line: Option<u64>,
    /// Its row in CSV.
    pub row: Option<u64>,
    pub columns: Option<&'p Columns>,
}

/// The style of human output.
#[derive(Clone, Copy)]
pub struct TextPrinter {
    pub colour: bool,
}

/// A line of JSON output.
#[derive(Serialize)]
struct OutputLine<'l, T> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u64>,
    /// The columns of the fields with findings.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    columns: BTreeMap<&'l str, &'l str>,
    #[serde(flatten)]
    content: T,
}

/// The content of a line of JSON output.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum OutputContent<'s> {
    Report(&'s Report),
    Changes(&'s [Change]),
    Error(&'s str),
}

/// User input, escaped for a terminal.
pub fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

impl Location<'_> {
    /// The column of a finding.
    fn column(&self, finding: &Finding) -> Option<&str> {
        match finding.path.0.first() {
            Some(PathSegment::Key(field)) => self.columns?.of(field),
            _ => None,
        }
    }

    /// Sets the line of findings to that of the file; findings of CSV have none, because their payload is not in the file.
    pub fn locate(&self, report: &mut Report) {
        for finding in &mut report.findings {
            if self.row.is_some() {
                (finding.line, finding.column) = (None, None);
            } else if let (Some(line), Some(_)) = (self.line, finding.line) {
                finding.line = u32::try_from(line).ok();
            }
        }
    }
}

/// Writes a report as a line of JSON, with its position if it has one.
pub fn report_json(place: &Location<'_>, report: &Report, into: &mut Vec<u8>) -> io::Result<()> {
    if place.file.is_none() && place.line.is_none() {
        serde_json::to_writer(&mut *into, report)?;
        return into.write_all(b"\n");
    }
    let columns = report.findings.iter().filter_map(|finding| match finding.path.0.first() {
        Some(PathSegment::Key(field)) => Some((field.as_ref(), place.column(finding)?)),
        _ => None,
    });
    json_line(place, columns.collect(), OutputContent::Report(report), into)
}

/// Writes changes as a line of JSON.
pub fn changes_json(place: &Location<'_>, changes: &[Change], into: &mut Vec<u8>) -> io::Result<()> {
    json_line(place, BTreeMap::new(), OutputContent::Changes(changes), into)
}

/// Writes the reason why a row is invalid as a line of JSON.
pub fn error_json(place: &Location<'_>, why: &str, into: &mut Vec<u8>) -> io::Result<()> {
    json_line(place, BTreeMap::new(), OutputContent::Error(why), into)
}

fn json_line(place: &Location<'_>, columns: BTreeMap<&str, &str>, content: OutputContent<'_>, into: &mut Vec<u8>) -> io::Result<()> {
    serde_json::to_writer(&mut *into, &OutputLine { file: place.file, line: place.line, row: place.row, columns, content })?;
    into.write_all(b"\n")
}

impl TextPrinter {
    /// The text in a style, if colours are enabled.
    pub fn paint(self, style: Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    fn place(place: &Location<'_>, finding: Option<&Finding>) -> String {
        let file = place.file.map(plain);
        let at = finding.and_then(|finding| finding.line.zip(finding.column)).map(|(line, column)| format!("{line}:{column}"));
        let at = match place.row {
            Some(row) => Some(format!("row {row}")),
            None => at.or_else(|| place.line.map(|line| line.to_string())),
        };
        [file, at].into_iter().flatten().collect::<Vec<_>>().join(":")
    }

    /// Writes the findings.
    pub fn findings(self, place: &Location<'_>, report: &Report, into: &mut Vec<u8>) -> io::Result<()> {
        for finding in &report.findings {
            let (mark, colour) = match finding.severity {
                Severity::Error => ("✗", AnsiColor::Red),
                Severity::Warning => ("!", AnsiColor::Yellow),
            };
            let mark = self.paint(colour.on_default().bold(), mark);
            let column = place.column(finding).map(|name| format!("column \"{}\" ", plain(name))).unwrap_or_default();
            let at = Self::place(place, Some(finding));
            let space = if at.is_empty() { "" } else { " " };
            let path = self.paint(Style::new().bold(), &plain(&finding.path.to_string()));
            let code = self.paint(AnsiColor::Cyan.on_default(), finding.code.as_str());
            writeln!(into, "{mark} {at}{space}{column}{path}  {code}\n  {}", plain(&finding.message))?;
        }
        if report.omitted > 0 && place.line.is_some() {
            writeln!(into, "  {} {} more", Self::place(place, None), report.omitted)?;
        }
        Ok(())
    }

    /// Writes the summary of a single payload.
    pub fn totals(self, place: &Location<'_>, report: &Report, into: &mut Vec<u8>) -> io::Result<()> {
        let plural = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
        let file = place.file.map(|file| format!("{}: ", plain(file))).unwrap_or_default();
        let omitted = if report.omitted > 0 { format!(" ({} not listed)", report.omitted) } else { String::new() };
        let [errors, warnings] = [plural(report.errors, "error"), plural(report.warnings, "warning")];
        let skipped = plural(report.skipped.len(), "rule");
        writeln!(into, "{file}{errors}, {warnings}{omitted}, {skipped} skipped (inputs missing)")
    }

    /// Writes that there are no findings.
    pub fn clean(self, place: &Location<'_>, into: &mut Vec<u8>) -> io::Result<()> {
        let mark = self.paint(AnsiColor::Green.on_default().bold(), "✓");
        writeln!(into, "{mark} {}", Self::place(place, None))
    }

    /// Writes the reason why a row is invalid.
    pub fn error(self, place: &Location<'_>, why: &str, into: &mut Vec<u8>) -> io::Result<()> {
        let mark = self.paint(AnsiColor::Red.on_default().bold(), "✗");
        writeln!(into, "{mark} {}\n  {}", Self::place(place, None), plain(why))
    }

    /// Writes the changes.
    pub fn changes(self, place: &Location<'_>, changes: &[Change], into: &mut Vec<u8>) -> io::Result<()> {
        for Change { path, from, to, why, .. } in changes {
            let mark = self.paint(AnsiColor::Green.on_default().bold(), "~");
            let at = Self::place(place, None);
            let space = if at.is_empty() { "" } else { " " };
            writeln!(into, "{mark} {at}{space}{}: {} → {}\n  {why}", plain(&path.to_string()), plain(from), plain(to))?;
        }
        Ok(())
    }
}
