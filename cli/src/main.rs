//! `bijak` on the command line.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::float_arithmetic,
        clippy::todo
    )
)]

mod args;
mod batch;
mod columns;
mod input;
mod judge;
mod lines;
mod rows;
mod run;
mod show;
mod tables;
mod tally;

use anstream::AutoStream;
use args::{Cli, Command, Format, Payloads};
use bijak::Options;
use clap::Parser;
use columns::Mapping;
use input::Input;
use judge::{Done, Judge, Task};
use lines::Lines;
use rayon::ThreadPool;
use rows::Rows;
use run::{Out, Stop};
use show::{Human, Place};
use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::time::Instant;

const CLEAN: u8 = 0;
const FINDINGS: u8 = 1;
const MISUSE: u8 = 2;

fn main() -> ExitCode {
    let human = Human { colour: AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never };
    let status = match Cli::parse().command {
        Command::Check(asked) => {
            let task = Task::Check(asked.output, asked.all);
            judge_all(&asked.payloads, task, asked.payloads.options(asked.max_findings, asked.mask), asked.deny_warnings)
        }
        Command::Normalize(asked) => {
            let limit = bijak::Limits::default().findings;
            judge_all(&asked.payloads, Task::Normalize(asked.changes), asked.payloads.options(limit, false), false)
        }
        Command::Rules(asked) => print(tables::rule_book(&asked, human)),
        Command::Transitions(asked) => print(tables::steps(&asked, human)),
        Command::Endpoints(asked) => print(tables::endpoints(&asked, human)),
    };
    ExitCode::from(status)
}

fn complain(why: &str) {
    // If stderr is closed, nothing can be reported.
    let _ = writeln!(io::stderr(), "bijak: {why}");
}

fn misuse(why: &str) -> u8 {
    complain(why);
    MISUSE
}

/// Writes a string to stdout.
fn print(text: Result<String, String>) -> u8 {
    let text = match text {
        Ok(text) => text,
        Err(why) => return misuse(&why),
    };
    match io::stdout().write_all(text.as_bytes()).map_err(Stop::from_write) {
        Ok(()) | Err(Stop::Closed) => CLEAN,
        Err(stop) => misuse(&stop.to_string()),
    }
}

/// Runs the task on all payloads; returns the exit status.
fn judge_all(asked: &Payloads, task: Task, options: Options, deny_warnings: bool) -> u8 {
    let prepared = options_with_current(asked, options).and_then(|options| Ok((options, Input::all(asked)?, mapping(asked)?)));
    let (options, inputs, mapping) = match prepared {
        Ok(prepared) => prepared,
        Err(why) => return misuse(&why),
    };
    let pool = match rayon::ThreadPoolBuilder::new().num_threads(asked.threads()).build() {
        Ok(pool) => pool,
        Err(error) => return misuse(&format!("--jobs: {error}")),
    };
    let streams = inputs.iter().any(|input| input.format != Format::Json);
    let mut out = Out::new(streams && !asked.quiet, Input::total(&inputs));
    let began = Instant::now();
    let several = inputs.len() > 1;
    let aside = Human { colour: AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never };
    let human = [Human { colour: AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never }, aside];
    let (mut unread, mut closed) = (false, false);
    for input in &inputs {
        let name = input.name();
        let file = several.then_some(name.as_str());
        let judge = Judge { task, endpoint: asked.endpoint, options: &options, human, file, columns: None };
        match judge_input(input, asked, judge, &mapping, &pool, &mut out) {
            Ok(()) => {}
            Err(Trouble::Stop(Stop::Closed)) => {
                closed = true;
                break;
            }
            Err(trouble) => {
                unread = true;
                let fatal = matches!(trouble, Trouble::Stop(Stop::Write(_)));
                let why = match trouble {
                    Trouble::Stop(Stop::Write(error)) => format!("stdout: {error}"),
                    Trouble::Stop(stop) => format!("{name}: {stop}"),
                    Trouble::Input(why) => format!("{name}: {why}"),
                };
                let _ = out.note(&format!("bijak: {why}"));
                if fatal {
                    break;
                }
            }
        }
    }
    out.finish();
    if streams && !asked.quiet && !closed {
        let summary = out.tally.summary(out.bytes, began.elapsed(), matches!(task, Task::Normalize(_)));
        let _ = io::stderr().write_all(summary.as_bytes());
    }
    let found = out.tally.wrong > 0 || deny_warnings && out.tally.warned > 0;
    match (unread, found) {
        (true, _) => MISUSE,
        (false, true) => FINDINGS,
        (false, false) => CLEAN,
    }
}

fn options_with_current(asked: &Payloads, options: Options) -> Result<Options, String> {
    let Some(file) = &asked.current else { return Ok(options) };
    let text = std::fs::read(file).map_err(|error| format!("--current {}: {error}", file.display()))?;
    options.current(text).map_err(|error| format!("--current {}: {error}", file.display()))
}

fn mapping(asked: &Payloads) -> Result<Mapping, String> {
    Mapping::read(&asked.map, asked.endpoint.shape())
}

/// The reason why an input is not processed.
enum Trouble {
    Stop(Stop),
    /// It cannot be opened, or its columns do not fit.
    Input(String),
}

impl From<Stop> for Trouble {
    fn from(stop: Stop) -> Trouble {
        Trouble::Stop(stop)
    }
}

fn judge_input(
    input: &Input,
    asked: &Payloads,
    judge: Judge<'_>,
    mapping: &Mapping,
    pool: &ThreadPool,
    out: &mut Out,
) -> Result<(), Trouble> {
    let source = input.open().map_err(|error| Trouble::Input(error.to_string()))?;
    let name = input.name();
    match input.format {
        Format::Json => judge_one(source, asked.max_bytes, &judge, out)?,
        Format::Ndjson => run::run(&mut Lines::new(source, asked.max_bytes), &name, &judge, pool, out)?,
        Format::Csv => {
            let mut rows = Rows::new(source, asked.max_bytes, mapping, asked.endpoint.shape()).map_err(Trouble::Input)?;
            let columns = rows.columns();
            run::run(&mut rows, &name, &Judge { columns: Some(&columns), ..judge }, pool, out)?;
        }
    }
    Ok(())
}

/// Runs the task on the only payload of a source. At most `limit` bytes are kept in memory.
fn judge_one(mut source: Box<dyn Read + Send>, limit: usize, judge: &Judge<'_>, out: &mut Out) -> Result<(), Stop> {
    let mut text = Vec::new();
    (&mut source).take((limit as u64).saturating_add(1)).read_to_end(&mut text).map_err(Stop::Read)?;
    let place = Place { file: judge.file, ..Place::default() };
    let mut done = Done::default();
    if text.len() <= limit {
        judge.payload(&text, &place, &mut done).map_err(Stop::Write)?;
        return out.take(&done);
    }
    let mut bytes = text.len() as u64;
    loop {
        if matches!(judge.task, Task::Normalize(_)) {
            out.write(&text, &[])?;
        }
        text.clear();
        let more = (&mut source).take(batch::BLOCK as u64).read_to_end(&mut text).map_err(Stop::Read)?;
        if more == 0 {
            break;
        }
        bytes += more as u64;
    }
    judge.too_large(bytes, &place, &mut done).map_err(Stop::Write)?;
    out.take(&done)
}
