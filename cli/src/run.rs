//! The pipeline from source to output: while all threads process one batch, the output of the
//! previous one is written and the next one is read.

use crate::batch::{Batch, Source};
use crate::counters::Counters;
use crate::worker::{Worker, WorkerOutput};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::ThreadPool;
use rayon::prelude::*;
use std::io::{self, IsTerminal, Write};

/// The number of payloads that a thread processes at once.
const SHARE: usize = 32;

/// The reason why a run ends early.
#[derive(Debug)]
pub enum RunError {
    /// The output was closed.
    Closed,
    /// The output cannot be written.
    Write(io::Error),
    /// The input cannot be read.
    Read(io::Error),
}

/// The outputs and the counts.
pub struct Out {
    bar: Option<ProgressBar>,
    pub counters: Counters,
    /// The number of bytes read.
    pub bytes: u64,
}

impl Out {
    /// With a progress bar, if enabled and on a terminal; `total` is the number of bytes to read, if
    /// known.
    pub fn new(bar: bool, total: Option<u64>) -> Self {
        let seen = bar && io::stderr().is_terminal();
        let bar = seen.then(|| {
            let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
            let template = match total {
                Some(_) => "{bar:40} {percent}% {bytes}/{total_bytes} {bytes_per_sec}, {eta} left",
                None => "{spinner} {bytes} {bytes_per_sec}, {elapsed}",
            };
            // With an invalid template the default bar would be shown.
            match ProgressStyle::with_template(template) {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        });
        Out { bar, counters: Counters::default(), bytes: 0 }
    }

    /// Writes text to stdout and notes to stderr, with the bar hidden.
    pub fn write(&mut self, text: &[u8], notes: &[u8]) -> Result<(), RunError> {
        if text.is_empty() && notes.is_empty() {
            return Ok(());
        }
        let write = || {
            // A closed stderr does not stop the output.
            let _ = io::stderr().write_all(notes);
            io::stdout().write_all(text)
        };
        let written = match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        };
        written.map_err(RunError::from_write)
    }

    /// Writes the output of payloads.
    pub fn take(&mut self, output: &WorkerOutput) -> Result<(), RunError> {
        self.counters.add(&output.counters);
        self.write(&output.text, &output.notes)
    }

    pub fn note(&mut self, note: &str) -> Result<(), RunError> {
        self.write(&[], format!("{note}\n").as_bytes())
    }

    fn progressed(&mut self, bytes: u64) {
        self.bytes += bytes;
        if let Some(bar) = &self.bar {
            bar.set_position(self.bytes);
        }
    }

    /// Removes the bar.
    pub fn finish(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

impl std::fmt::Display for RunError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            RunError::Closed => f.write_str("the output is closed"),
            RunError::Write(error) | RunError::Read(error) => write!(f, "{error}"),
        }
    }
}

impl RunError {
    pub fn from_write(error: io::Error) -> RunError {
        match error.kind() {
            io::ErrorKind::BrokenPipe => RunError::Closed,
            _ => RunError::Write(error),
        }
    }
}

/// Runs a source to its end and writes the output in order.
pub fn run(source: &mut dyn Source, name: &str, worker: &Worker<'_>, pool: &ThreadPool, out: &mut Out) -> Result<(), RunError> {
    let (mut now, mut next) = (Batch::default(), Batch::default());
    let mut before: Vec<WorkerOutput> = Vec::new();
    let mut seen = 0;
    let mut read = fill(source, name, &mut now, &mut seen, out)?;
    while !now.units.is_empty() {
        let (written, worked) = pool.install(|| {
            rayon::join(
                || {
                    std::mem::take(&mut before).iter().try_for_each(|output| out.take(output))?;
                    next.clear();
                    if read.is_ok() {
                        read = fill(source, name, &mut next, &mut seen, out)?;
                    }
                    Ok(())
                },
                || work(&now, worker),
            )
        });
        written?;
        before = worked.map_err(RunError::Write)?;
        std::mem::swap(&mut now, &mut next);
    }
    before.iter().try_for_each(|output| out.take(output))?;
    read.map_err(RunError::Read)
}

/// Reads the next batch, including the input before an error.
fn fill(source: &mut dyn Source, name: &str, batch: &mut Batch, seen: &mut u64, out: &mut Out) -> Result<io::Result<()>, RunError> {
    let read = source.fill(batch);
    out.progressed(source.consumed() - *seen);
    *seen = source.consumed();
    for note in source.notes() {
        out.note(&format!("{name}: {note}"))?;
    }
    Ok(read)
}

fn work(batch: &Batch, worker: &Worker<'_>) -> io::Result<Vec<WorkerOutput>> {
    let share = |units: &[_]| {
        let mut output = WorkerOutput::default();
        units.iter().try_for_each(|unit| worker.unit(batch, unit, &mut output)).map(|()| output)
    };
    batch.units.par_chunks(SHARE).map(share).collect()
}
