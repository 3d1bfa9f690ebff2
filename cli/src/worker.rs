//! Processes one payload.

use crate::args::Output;
use crate::batch::{Batch, Content, Unit};
use crate::columns::Columns;
use crate::counters::Counters;
use crate::printer::{self, Location, TextPrinter};
use bijak::{Code, Endpoint, Options, Report, check, normalize, too_large};
use std::io;

/// The output of some payloads.
#[derive(Default)]
pub struct WorkerOutput {
    /// For stdout.
    pub text: Vec<u8>,
    /// For stderr.
    pub notes: Vec<u8>,
    pub counters: Counters,
}

/// The task.
#[derive(Clone, Copy)]
pub enum Task {
    /// Report problems; with `all`, also payloads without findings.
    Check(Output, bool),
    /// Write it normalized, and optionally list the changes.
    Normalize(Option<Output>),
}

/// Runs the task.
pub struct Worker<'j> {
    pub task: Task,
    pub endpoint: Endpoint,
    pub options: &'j Options,
    /// The styles of human output on stdout and on stderr.
    pub printer: [TextPrinter; 2],
    /// The name of the file, if there are several.
    pub file: Option<&'j str>,
    pub columns: Option<&'j Columns>,
}

impl Worker<'_> {
    /// Runs the task on one part of a batch.
    pub fn unit(&self, batch: &Batch, unit: &Unit, output: &mut WorkerOutput) -> io::Result<()> {
        let place = Location { file: self.file, line: Some(unit.line), row: unit.row, columns: self.columns };
        match (&unit.content, self.task) {
            (Content::Payload(range), _) => self.payload(batch.text(range), &place, output),
            (Content::Row(text, ends), _) => {
                let mut body = Vec::with_capacity(2 * text.len());
                match self.columns.map(|columns| columns.body(batch.cells(text, ends), &mut body)) {
                    Some(Ok(true)) => {
                        body.push(b'\n');
                        self.payload(&body, &place, output)
                    }
                    // An empty row is ignored.
                    Some(Ok(false)) | None => Ok(()),
                    Some(Err(why)) => self.broken(&why, &place, output),
                }
            }
            (Content::Passed(range), Task::Normalize(_)) => {
                output.text.extend_from_slice(batch.text(range));
                Ok(())
            }
            (Content::Passed(_), Task::Check(..)) => Ok(()),
            (Content::TooLarge(bytes), _) => self.too_large(*bytes, &place, output),
            (Content::Broken(why), _) => self.broken(why, &place, output),
        }
    }

    /// Reports a row that cannot be read.
    fn broken(&self, why: &str, place: &Location<'_>, output: &mut WorkerOutput) -> io::Result<()> {
        output.counters.count_broken();
        let [printer, stderr] = self.printer;
        match self.task {
            Task::Check(Output::Human, _) => printer.error(place, why, &mut output.text),
            Task::Check(Output::Json, _) => printer::error_json(place, why, &mut output.text),
            Task::Normalize(_) => stderr.error(place, why, &mut output.notes),
        }
    }

    /// Runs the task on a payload.
    pub fn payload(&self, text: &[u8], place: &Location<'_>, output: &mut WorkerOutput) -> io::Result<()> {
        // The line feed after a line is not part of the payload.
        let (payload, feed) = match text.strip_suffix(b"\n") {
            Some(payload) if place.line.is_some() => (payload, "\n"),
            _ => (text, ""),
        };
        let Task::Normalize(changes) = self.task else {
            return self.report(check(self.endpoint, payload, self.options), place, output);
        };
        let normalized = normalize(self.endpoint, payload, self.options);
        if normalized.changes.is_empty() {
            output.text.extend_from_slice(text);
        } else {
            match output.text.is_empty() {
                // A payload may be megabytes, so it is not copied again.
                true => output.text = normalized.text.into_bytes(),
                false => output.text.extend_from_slice(normalized.text.as_bytes()),
            }
            output.text.extend_from_slice(feed.as_bytes());
            output.counters.changed += 1;
            match changes {
                Some(Output::Human) => self.printer[1].changes(place, &normalized.changes, &mut output.notes)?,
                Some(Output::Json) => printer::changes_json(place, &normalized.changes, &mut output.notes)?,
                None => {}
            }
        }
        self.report(normalized.report, place, output)
    }

    /// Reports a payload above the limit.
    pub fn too_large(&self, bytes: u64, place: &Location<'_>, output: &mut WorkerOutput) -> io::Result<()> {
        let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
        self.report(too_large(self.endpoint, bytes, self.options), place, output)
    }

    fn report(&self, mut report: Report, place: &Location<'_>, output: &mut WorkerOutput) -> io::Result<()> {
        output.counters.count(&report);
        place.locate(&mut report);
        let [printer, stderr] = self.printer;
        let alone = place.line.is_none();
        let found = report.errors + report.warnings > 0;
        match self.task {
            Task::Check(Output::Json, all) if all || alone || found => printer::report_json(place, &report, &mut output.text),
            Task::Check(Output::Human, all) => {
                printer.findings(place, &report, &mut output.text)?;
                match (alone, all && !found) {
                    (true, _) => printer.totals(place, &report, &mut output.text),
                    (false, true) => printer.clean(place, &mut output.text),
                    (false, false) => Ok(()),
                }
            }
            // An unreadable payload cannot be normalized; `check` reports the rest.
            Task::Normalize(_) if [Code::JsonSyntax, Code::JsonTooLarge].into_iter().any(|code| report.has(code)) => {
                stderr.findings(place, &report, &mut output.notes)
            }
            _ => Ok(()),
        }
    }
}
