//! What the command line says.

use bijak::{Actor, Date, Endpoint, Limits, Locale, Machine, Options, Strictness, Tolerance};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Checks and tidies Indian GST invoice payloads for the EnKash API.
///
/// Every fault is told at once, with its place, its reason and its remedy. Nothing is sent anywhere.
#[derive(Parser)]
#[command(version, arg_required_else_help = true, after_help = STATUS, after_long_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

const STATUS: &str = "Exit status: 0 clean, 1 findings, 2 misuse.";

const EXAMPLES: &str = "\
Exit status:
  0  clean: no error, and no warning with --deny-warnings
  1  findings
  2  misuse: an unknown word, a file that cannot be read, columns that do not fit

Examples:
  bijak check updateInvoice patch.json
  bijak check updateInvoice --output json patches.ndjson > findings.ndjson
  bijak check createInvoice --map 'Party Code=customerId' export.csv
  bijak normalize updateInvoice --format ndjson < patches.ndjson > tidy.ndjson
  bijak rules tax.halves-differ
  bijak transitions SENT_TO_BUYER --actor buyer";

const CHECK_EXAMPLES: &str = "\
Examples:
  bijak check updateInvoice patch.json
  bijak check updateInvoice --today 2025-11-21 --current stored.json patch.json
  cat patches.ndjson | bijak check updateInvoice --format ndjson --output json
  bijak check createInvoice --map 'Party Code=customerId' --map 'Discount=' export.csv

Human output tells findings as LINE:COLUMN, those of CSV by row and column. With --output json one
payload gives its report; NDJSON and CSV give a line for each payload with findings (--all: for
each), {\"line\":12,\"report\":{…}}.";

const NORMALIZE_EXAMPLES: &str = "\
Examples:
  bijak normalize updateInvoice patch.json > tidy.json
  bijak normalize updateInvoice --changes patches.ndjson > tidy.ndjson
  bijak normalize createInvoice export.csv > bodies.ndjson

What could be meant in two ways is left alone. A line that is broken passes through unchanged and is
told on stderr. CSV gives the body of each row as a line.";

#[derive(Subcommand)]
pub enum Command {
    /// Tells everything that is wrong with payloads
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Writes payloads tidied; only what is certain is changed
    #[command(after_help = NORMALIZE_EXAMPLES)]
    Normalize(Normalize),
    /// Lists the codes of findings with their meaning and source
    Rules(Rules),
    /// Tells what may come after a status of an invoice, and who brings it about
    Transitions(Transitions),
    /// Lists what can be checked
    Endpoints(Listing),
}

#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    pub payloads: Payloads,
    /// Hide the values of personal fields in findings, for logs
    #[arg(long)]
    pub mask: bool,
    /// How many findings of a payload are listed; more are counted
    #[arg(long, value_name = "N", default_value_t = Limits::default().findings)]
    pub max_findings: usize,
    /// What is written to stdout
    #[arg(long, value_name = "FORM", value_enum, default_value_t = Output::Human)]
    pub output: Output,
    /// Print payloads without findings too
    #[arg(long)]
    pub all: bool,
    /// End with 1 on warnings too
    #[arg(long)]
    pub deny_warnings: bool,
}

#[derive(Args)]
pub struct Normalize {
    #[command(flatten)]
    pub payloads: Payloads,
    /// List what is changed on stderr; the values are shown
    #[arg(long, value_name = "FORM", value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "human")]
    pub changes: Option<Output>,
}

/// What `check` and `normalize` have in common.
#[derive(Args)]
pub struct Payloads {
    /// What the payloads are for
    #[arg(value_parser = endpoint())]
    pub endpoint: Endpoint,
    /// Files of payloads; - or none is stdin
    pub files: Vec<PathBuf>,
    /// What the files hold; unless told, their names say it (.json, .ndjson, .jsonl, .csv), and stdin is one JSON payload
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub format: Option<Format>,
    /// Which field of the API a column of CSV is, or a file with one such line for each; `Column=` leaves it out
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    /// The invoice as it stands, as JSON: a PATCH is judged on what would become of it
    #[arg(long, value_name = "FILE")]
    pub current: Option<PathBuf>,
    /// Today, such as 2025-11-21; without it no rule asks whether a date lies ahead
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    /// How far an amount of a nested invoice may lie from what it should be
    #[arg(long, value_name = "WORD", value_parser = tolerance(), default_value = "irp")]
    pub tolerance: Tolerance,
    /// Which steps of the life-cycle are accepted: `documented` makes an error of those that are inferred
    #[arg(long, value_name = "WORD", value_parser = strictness(), default_value = "lenient")]
    pub lifecycle: Strictness,
    /// The language of messages
    #[arg(long, value_name = "LANGUAGE", value_parser = locale(), default_value = "en")]
    pub locale: Locale,
    /// The largest payload that is read
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().bytes)]
    pub max_bytes: usize,
    /// The deepest nesting that is read
    #[arg(long, value_name = "LEVELS", default_value_t = Limits::default().depth)]
    pub max_depth: usize,
    /// How many threads work; unless told, as many as there are cores
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// No summary and no progress bar
    #[arg(long, short)]
    pub quiet: bool,
}

#[derive(Args)]
pub struct Rules {
    /// A code such as tax.halves-differ, or a subject such as tax
    pub code: Option<String>,
    #[command(flatten)]
    pub listing: Listing,
}

#[derive(Args)]
pub struct Transitions {
    /// The status as it is, such as SENT_TO_BUYER
    pub status: String,
    /// Whose states
    #[arg(long, value_name = "NAME", value_parser = machine(), default_value = "invoice")]
    pub machine: &'static Machine,
    /// Who acts; anybody unless told
    #[arg(long, value_name = "NAME", value_parser = actor())]
    pub actor: Option<Actor>,
    /// Which steps count: `documented` leaves out those that are inferred
    #[arg(long, value_name = "WORD", value_parser = strictness(), default_value = "lenient")]
    pub strictness: Strictness,
    #[command(flatten)]
    pub listing: Listing,
}

#[derive(Args)]
pub struct Listing {
    /// What is written to stdout
    #[arg(long, value_name = "FORM", value_enum, default_value_t = Output::Human)]
    pub output: Output,
}

/// Who reads what is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Output {
    /// People
    Human,
    /// Programs
    Json,
}

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One payload
    Json,
    /// A payload on each line
    Ndjson,
    /// An AR invoice in each row, under a row of names
    Csv,
}

impl Payloads {
    /// What a check is told.
    pub fn options(&self, findings: usize, mask: bool) -> Options {
        let limits = Limits { bytes: self.max_bytes, depth: self.max_depth, findings };
        let options = Options::new().tolerance(self.tolerance).lifecycle(self.lifecycle).locale(self.locale);
        let options = options.limits(limits).mask(mask);
        match self.today {
            Some(day) => options.today(day),
            None => options,
        }
    }

    /// How many threads work.
    pub fn threads(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        self.jobs.map_or_else(cores, NonZeroUsize::get)
    }
}

fn endpoint() -> impl TypedValueParser<Value = Endpoint> {
    PossibleValuesParser::new(Endpoint::ALL.iter().map(|endpoint| endpoint.name())).try_map(|name| name.parse::<Endpoint>())
}

fn machine() -> impl TypedValueParser<Value = &'static Machine> {
    PossibleValuesParser::new(Machine::ALL.iter().map(|machine| machine.name)).try_map(|name| Machine::named(&name))
}

fn actor() -> impl TypedValueParser<Value = Actor> {
    PossibleValuesParser::new(Actor::ALL.iter().map(|actor| actor.as_str())).try_map(|name| name.parse::<Actor>())
}

fn strictness() -> impl TypedValueParser<Value = Strictness> {
    PossibleValuesParser::new(Strictness::ALL.iter().map(|word| word.as_str())).try_map(|word| word.parse::<Strictness>())
}

fn tolerance() -> impl TypedValueParser<Value = Tolerance> {
    PossibleValuesParser::new(["irp", "exact"]).map(|word| if word == "exact" { Tolerance::Exact } else { Tolerance::Irp })
}

fn locale() -> impl TypedValueParser<Value = Locale> {
    PossibleValuesParser::new(Locale::ALL.iter().map(|locale| locale.as_str())).try_map(|tag| tag.parse::<Locale>())
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|error| format!("{error}; write it like 2025-11-21"))
}
