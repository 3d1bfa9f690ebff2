//! The pipeline from source to output: while all threads process one batch, the output of the
//! previous one is written and the next one is read.

use crate::batch::{Batch, Source};
use crate::judge::{Done, Judge};
use crate::tally::Tally;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::ThreadPool;
use rayon::prelude::*;
use std::io::{self, IsTerminal, Write};

/// The number of payloads that a thread processes at once.
const SHARE: usize = 32;

/// The reason why a run ends early.
#[derive(Debug)]
pub enum Stop {
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
    pub tally: Tally,
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
        Out { bar, tally: Tally::default(), bytes: 0 }
    }

    /// Writes text to stdout and notes to stderr, with the bar hidden.
    pub fn write(&mut self, text: &[u8], notes: &[u8]) -> Result<(), Stop> {
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
        written.map_err(Stop::from_write)
    }

    /// Writes the output of payloads.
    pub fn take(&mut self, done: &Done) -> Result<(), Stop> {
        self.tally.add(&done.tally);
        self.write(&done.text, &done.notes)
    }

    pub fn note(&mut self, note: &str) -> Result<(), Stop> {
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

impl std::fmt::Display for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Stop::Closed => f.write_str("the output is closed"),
            Stop::Write(error) | Stop::Read(error) => write!(f, "{error}"),
        }
    }
}

impl Stop {
    pub fn from_write(error: io::Error) -> Stop {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::Closed,
            _ => Stop::Write(error),
        }
    }
}

/// Runs a source to its end and writes the output in order.
pub fn run(source: &mut dyn Source, name: &str, judge: &Judge<'_>, pool: &ThreadPool, out: &mut Out) -> Result<(), Stop> {
    let (mut now, mut next) = (Batch::default(), Batch::default());
    let mut before: Vec<Done> = Vec::new();
    let mut seen = 0;
    let mut read = fill(source, name, &mut now, &mut seen, out)?;
    while !now.units.is_empty() {
        let (written, worked) = pool.install(|| {
            rayon::join(
                || {
                    std::mem::take(&mut before).iter().try_for_each(|done| out.take(done))?;
                    next.clear();
                    if read.is_ok() {
                        read = fill(source, name, &mut next, &mut seen, out)?;
                    }
                    Ok(())
                },
                || work(&now, judge),
            )
        });
        written?;
        before = worked.map_err(Stop::Write)?;
        std::mem::swap(&mut now, &mut next);
    }
    before.iter().try_for_each(|done| out.take(done))?;
    read.map_err(Stop::Read)
}

/// Reads the next batch, including the input before an error.
fn fill(source: &mut dyn Source, name: &str, batch: &mut Batch, seen: &mut u64, out: &mut Out) -> Result<io::Result<()>, Stop> {
    let read = source.fill(batch);
    out.progressed(source.consumed() - *seen);
    *seen = source.consumed();
    for note in source.notes() {
        out.note(&format!("{name}: {note}"))?;
    }
    Ok(read)
}

fn work(batch: &Batch, judge: &Judge<'_>) -> io::Result<Vec<Done>> {
    let share = |units: &[_]| {
        let mut done = Done::default();
        units.iter().try_for_each(|unit| judge.unit(batch, unit, &mut done)).map(|()| done)
    };
    batch.units.par_chunks(SHARE).map(share).collect()
}
