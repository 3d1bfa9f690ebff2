//! Processes one payload.

use crate::args::Output;
use crate::batch::{Batch, Content, Unit};
use crate::columns::Columns;
use crate::show::{self, Human, Place};
use crate::tally::Tally;
use bijak::{Code, Endpoint, Options, Report, check, normalize, too_large};
use std::io;

/// The output of some payloads.
#[derive(Default)]
pub struct Done {
    /// For stdout.
    pub text: Vec<u8>,
    /// For stderr.
    pub notes: Vec<u8>,
    pub tally: Tally,
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
pub struct Judge<'j> {
    pub task: Task,
    pub endpoint: Endpoint,
    pub options: &'j Options,
    /// The styles of human output on stdout and on stderr.
    pub human: [Human; 2],
    /// The name of the file, if there are several.
    pub file: Option<&'j str>,
    pub columns: Option<&'j Columns>,
}

impl Judge<'_> {
    /// Runs the task on one part of a batch.
    pub fn unit(&self, batch: &Batch, unit: &Unit, done: &mut Done) -> io::Result<()> {
        let place = Place { file: self.file, line: Some(unit.line), row: unit.row, columns: self.columns };
        match (&unit.content, self.task) {
            (Content::Payload(range), _) => self.payload(batch.text(range), &place, done),
            (Content::Concat(text, ends), _) => {
                let mut body = Vec::with_capacity(2 * text.len());
                match self.columns.map(|columns| columns.body(batch.cells(text, ends), &mut body)) {
                    Some(Ok(true)) => {
                        body.push(b'\n');
                        self.payload(&body, &place, done)
                    }
                    // An empty row is ignored.
                    Some(Ok(false)) | None => Ok(()),
                    Some(Err(why)) => self.broken(&why, &place, done),
                }
            }
            (Content::Passed(range), Task::Normalize(_)) => {
                done.text.extend_from_slice(batch.text(range));
                Ok(())
            }
            (Content::Passed(_), Task::Check(..)) => Ok(()),
            (Content::TooLarge(bytes), _) => self.too_large(*bytes, &place, done),
            (Content::Broken(why), _) => self.broken(why, &place, done),
        }
    }

    /// Reports a row that cannot be read.
    fn broken(&self, why: &str, place: &Place<'_>, done: &mut Done) -> io::Result<()> {
        done.tally.count_broken();
        let [human, aside] = self.human;
        match self.task {
            Task::Check(Output::Human, _) => human.error(place, why, &mut done.text),
            Task::Check(Output::Json, _) => show::error_json(place, why, &mut done.text),
            Task::Normalize(_) => aside.error(place, why, &mut done.notes),
        }
    }

    /// Runs the task on a payload.
    pub fn payload(&self, text: &[u8], place: &Place<'_>, done: &mut Done) -> io::Result<()> {
        // The line feed after a line is not part of the payload.
        let (payload, feed) = match text.strip_suffix(b"\n") {
            Some(payload) if place.line.is_some() => (payload, "\n"),
            _ => (text, ""),
        };
        let Task::Normalize(told) = self.task else {
            return self.tell(check(self.endpoint, payload, self.options), place, done);
        };
        let tidy = normalize(self.endpoint, payload, self.options);
        if tidy.changes.is_empty() {
            done.text.extend_from_slice(text);
        } else {
            match done.text.is_empty() {
                // A payload may be megabytes, so it is not copied again.
                true => done.text = tidy.text.into_bytes(),
                false => done.text.extend_from_slice(tidy.text.as_bytes()),
            }
            done.text.extend_from_slice(feed.as_bytes());
            done.tally.changed += 1;
            match told {
                Some(Output::Human) => self.human[1].changes(place, &tidy.changes, &mut done.notes)?,
                Some(Output::Json) => show::changes_json(place, &tidy.changes, &mut done.notes)?,
                None => {}
            }
        }
        self.tell(tidy.report, place, done)
    }

    /// Reports a payload above the limit.
    pub fn too_large(&self, bytes: u64, place: &Place<'_>, done: &mut Done) -> io::Result<()> {
        let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
        self.tell(too_large(self.endpoint, bytes, self.options), place, done)
    }

    fn tell(&self, mut report: Report, place: &Place<'_>, done: &mut Done) -> io::Result<()> {
        done.tally.count(&report);
        place.locate(&mut report);
        let [human, aside] = self.human;
        let alone = place.line.is_none();
        let found = report.errors + report.warnings > 0;
        match self.task {
            Task::Check(Output::Json, all) if all || alone || found => show::report_json(place, &report, &mut done.text),
            Task::Check(Output::Human, all) => {
                human.findings(place, &report, &mut done.text)?;
                match (alone, all && !found) {
                    (true, _) => human.totals(place, &report, &mut done.text),
                    (false, true) => human.clean(place, &mut done.text),
                    (false, false) => Ok(()),
                }
            }
            // An unreadable payload cannot be normalized; `check` reports the rest.
            Task::Normalize(_) if [Code::JsonSyntax, Code::JsonTooLarge].into_iter().any(|code| report.has(code)) => {
                aside.findings(place, &report, &mut done.notes)
            }
            _ => Ok(()),
        }
    }
}
