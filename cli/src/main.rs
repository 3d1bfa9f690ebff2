//! `bijak` on the command line.
// Not in [workspace.lints]: Clippy cannot exempt tests from these two.
#![cfg_attr(not(test), deny(clippy::string_slice, clippy::float_arithmetic))]

mod args;
mod batch;
mod columns;
mod counters;
mod input;
mod lines;
mod printer;
mod rows;
mod run;
mod tables;
mod worker;

use anstream::AutoStream;
use args::{Cli, Command, Format, Payloads};
use bijak::Options;
use clap::Parser;
use columns::Mapping;
use input::Input;
use lines::LineReader;
use printer::{Location, TextPrinter};
use rayon::ThreadPool;
use rows::Rows;
use run::{Out, RunError};
use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::time::Instant;
use worker::{Task, Worker, WorkerOutput};

const CLEAN: u8 = 0;
const FINDINGS: u8 = 1;
const USAGE_ERROR: u8 = 2;

fn main() -> ExitCode {
    let printer = TextPrinter { colour: AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never };
    let status = match Cli::parse().command {
        Command::Check(args) => {
            let task = Task::Check(args.output, args.all);
            run_all(&args.payloads, task, args.payloads.options(args.max_findings, args.mask), args.deny_warnings)
        }
        Command::Normalize(args) => {
            let limit = bijak::Limits::default().findings;
            run_all(&args.payloads, Task::Normalize(args.changes), args.payloads.options(limit, false), false)
        }
        Command::Rules(args) => print(tables::print_rules(&args, printer)),
        Command::Transitions(args) => print(tables::print_transitions(&args, printer)),
        Command::Endpoints(args) => print(tables::print_endpoints(&args, printer)),
    };
    ExitCode::from(status)
}

fn print_error(why: &str) {
    // If stderr is closed, nothing can be reported.
    let _ = writeln!(io::stderr(), "bijak: {why}");
}

fn usage_error(why: &str) -> u8 {
    print_error(why);
    USAGE_ERROR
}

/// Writes a string to stdout.
fn print(text: Result<String, String>) -> u8 {
    let text = match text {
        Ok(text) => text,
        Err(why) => return usage_error(&why),
    };
    match io::stdout().write_all(text.as_bytes()).map_err(RunError::from_write) {
        Ok(()) | Err(RunError::Closed) => CLEAN,
        Err(error) => usage_error(&error.to_string()),
    }
}

/// Runs the task on all payloads; returns the exit status.
fn run_all(args: &Payloads, task: Task, options: Options, deny_warnings: bool) -> u8 {
    let prepared = options_with_current(args, options).and_then(|options| Ok((options, Input::all(args)?, mapping(args)?)));
    let (options, inputs, mapping) = match prepared {
        Ok(prepared) => prepared,
        Err(why) => return usage_error(&why),
    };
    let pool = match rayon::ThreadPoolBuilder::new().num_threads(args.threads()).build() {
        Ok(pool) => pool,
        Err(error) => return usage_error(&format!("--jobs: {error}")),
    };
    let streams = inputs.iter().any(|input| input.format != Format::Json);
    let mut out = Out::new(streams && !args.quiet, Input::total(&inputs));
    let began = Instant::now();
    let several = inputs.len() > 1;
    let stderr = TextPrinter { colour: AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never };
    let printer = [TextPrinter { colour: AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never }, stderr];
    let (mut unread, mut closed) = (false, false);
    for input in &inputs {
        let name = input.name();
        let file = several.then_some(name.as_str());
        let worker = Worker { task, endpoint: args.endpoint, options: &options, printer, file, columns: None };
        match run_input(input, args, worker, &mapping, &pool, &mut out) {
            Ok(()) => {}
            Err(CliError::Run(RunError::Closed)) => {
                closed = true;
                break;
            }
            Err(error) => {
                unread = true;
                let fatal = matches!(error, CliError::Run(RunError::Write(_)));
                let why = match error {
                    CliError::Run(RunError::Write(error)) => format!("stdout: {error}"),
                    CliError::Run(error) => format!("{name}: {error}"),
                    CliError::Input(why) => format!("{name}: {why}"),
                };
                let _ = out.note(&format!("bijak: {why}"));
                if fatal {
                    break;
                }
            }
        }
    }
    out.finish();
    if streams && !args.quiet && !closed {
        let summary = out.counters.summary(out.bytes, began.elapsed(), matches!(task, Task::Normalize(_)));
        let _ = io::stderr().write_all(summary.as_bytes());
    }
    let found = out.counters.wrong > 0 || deny_warnings && out.counters.warned > 0;
    match (unread, found) {
        (true, _) => USAGE_ERROR,
        (false, true) => FINDINGS,
        (false, false) => CLEAN,
    }
}

fn options_with_current(args: &Payloads, options: Options) -> Result<Options, String> {
    let Some(file) = &args.current else { return Ok(options) };
    let text = std::fs::read(file).map_err(|error| format!("--current {}: {error}", file.display()))?;
    options.current(text).map_err(|error| format!("--current {}: {error}", file.display()))
}

fn mapping(args: &Payloads) -> Result<Mapping, String> {
    Mapping::read(&args.map, args.endpoint.shape())
}

/// The reason why an input is not processed.
enum CliError {
    Run(RunError),
    /// It cannot be opened, or its columns do not fit.
    Input(String),
}

impl From<RunError> for CliError {
    fn from(error: RunError) -> CliError {
        CliError::Run(error)
    }
}

fn run_input(
    input: &Input,
    args: &Payloads,
    worker: Worker<'_>,
    mapping: &Mapping,
    pool: &ThreadPool,
    out: &mut Out,
) -> Result<(), CliError> {
    let source = input.open().map_err(|error| CliError::Input(error.to_string()))?;
    let name = input.name();
    match input.format {
        Format::Json => run_single(source, args.max_bytes, &worker, out)?,
        Format::Ndjson => run::run(&mut LineReader::new(source, args.max_bytes), &name, &worker, pool, out)?,
        Format::Csv => {
            let mut rows = Rows::new(source, args.max_bytes, mapping, args.endpoint.shape()).map_err(CliError::Input)?;
            let columns = rows.columns();
            run::run(&mut rows, &name, &Worker { columns: Some(&columns), ..worker }, pool, out)?;
        }
    }
    Ok(())
}

/// Runs the task on the only payload of a source. At most `limit` bytes are kept in memory.
fn run_single(mut source: Box<dyn Read + Send>, limit: usize, worker: &Worker<'_>, out: &mut Out) -> Result<(), RunError> {
    let mut text = Vec::new();
    (&mut source).take((limit as u64).saturating_add(1)).read_to_end(&mut text).map_err(RunError::Read)?;
    let place = Location { file: worker.file, ..Location::default() };
    let mut output = WorkerOutput::default();
    if text.len() <= limit {
        worker.payload(&text, &place, &mut output).map_err(RunError::Write)?;
        return out.take(&output);
    }
    let mut bytes = text.len() as u64;
    loop {
        if matches!(worker.task, Task::Normalize(_)) {
            out.write(&text, &[])?;
        }
        text.clear();
        let more = (&mut source).take(batch::BLOCK as u64).read_to_end(&mut text).map_err(RunError::Read)?;
        if more == 0 {
            break;
        }
        bytes += more as u64;
    }
    worker.too_large(bytes, &place, &mut output).map_err(RunError::Write)?;
    out.take(&output)
}
