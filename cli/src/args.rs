//! The command-line arguments and their help texts.

use bijak::{Actor, Date, Endpoint, Limits, Locale, Machine, Options, Strictness, Tolerance};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Checks and normalizes Indian GST invoice payloads for the EnKash API.
///
/// All errors are reported at once, each with its position, the reason and the fix. Nothing is sent anywhere.
#[derive(Parser)]
#[command(version, arg_required_else_help = true, after_help = STATUS, after_long_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

const STATUS: &str = "Exit status: 0 no errors, 1 findings, 2 misuse.";

const EXAMPLES: &str = "\
Exit status:
  0  no errors, and with --deny-warnings no warnings
  1  findings
  2  misuse: an unknown argument, a file that cannot be read, columns that do not fit

Examples:
  bijak check updateInvoice patch.json
  bijak check updateInvoice --output json patches.ndjson > findings.ndjson
  bijak check createInvoice --map 'Party Code=customerId' export.csv
  bijak normalize updateInvoice --format ndjson < patches.ndjson > normalized.ndjson
  bijak rules tax.halves-differ
  bijak transitions SENT_TO_BUYER --actor buyer";

const CHECK_EXAMPLES: &str = "\
Examples:
  bijak check updateInvoice patch.json
  bijak check updateInvoice --today 2025-11-21 --current stored.json patch.json
  cat patches.ndjson | bijak check updateInvoice --format ndjson --output json
  bijak check createInvoice --map 'Party Code=customerId' --map 'Discount=' export.csv

Human output locates findings as LINE:COLUMN, in CSV by row and column. With --output json a single
payload gives its report; NDJSON and CSV give one line per payload with findings (--all: per
payload), {\"line\":12,\"report\":{…}}.";

const NORMALIZE_EXAMPLES: &str = "\
Examples:
  bijak normalize updateInvoice patch.json > normalized.json
  bijak normalize updateInvoice --changes patches.ndjson > normalized.ndjson
  bijak normalize createInvoice export.csv > bodies.ndjson

Ambiguous values are left unchanged. An invalid line passes through unchanged and is reported on
stderr. For CSV, each row becomes one line with the request body.";

#[derive(Subcommand)]
pub enum Command {
    /// Report every problem of payloads
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Write normalized payloads; only unambiguous values are changed
    #[command(after_help = NORMALIZE_EXAMPLES)]
    Normalize(Normalize),
    /// List the codes of findings with their meaning and source
    Rules(Rules),
    /// List the allowed transitions from a status, and who triggers them
    Transitions(Transitions),
    /// List the endpoints that can be checked
    Endpoints(Listing),
}

#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    pub payloads: Payloads,
    /// Hide the values of personal fields in findings, for logs
    #[arg(long)]
    pub mask: bool,
    /// Maximum number of findings listed per payload; further ones are counted
    #[arg(long, value_name = "N", default_value_t = Limits::default().findings)]
    pub max_findings: usize,
    /// Output format on stdout
    #[arg(long, value_name = "FORM", value_enum, default_value_t = Output::Human)]
    pub output: Output,
    /// Print payloads without findings too
    #[arg(long)]
    pub all: bool,
    /// Exit with 1 on warnings too
    #[arg(long)]
    pub deny_warnings: bool,
}

#[derive(Args)]
pub struct Normalize {
    #[command(flatten)]
    pub payloads: Payloads,
    /// List the changes on stderr, with the values
    #[arg(long, value_name = "FORM", value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "human")]
    pub changes: Option<Output>,
}

/// The arguments that `check` and `normalize` share.
#[derive(Args)]
pub struct Payloads {
    /// The endpoint that the payloads are for
    #[arg(value_parser = endpoint())]
    pub endpoint: Endpoint,
    /// Files with payloads; stdin if omitted or `-`
    pub files: Vec<PathBuf>,
    /// Format of the files [default: by file name (.json, .ndjson, .jsonl, .csv); one JSON payload for stdin]
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub format: Option<Format>,
    /// Map a CSV column to an API field, or name a file with one such mapping per line; `Column=` drops the column
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    /// The current invoice, as JSON: a PATCH is validated against the invoice that would result
    #[arg(long, value_name = "FILE")]
    pub current: Option<PathBuf>,
    /// Today's date, such as 2025-11-21; if omitted, rules about future dates are skipped
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    /// Allowed rounding difference of amounts in a nested invoice
    #[arg(long, value_name = "WORD", value_parser = tolerance(), default_value = "irp")]
    pub tolerance: Tolerance,
    /// How inferred transitions of the life-cycle are reported: `lenient` as warnings, `documented` as errors
    #[arg(long, value_name = "WORD", value_parser = strictness(), default_value = "lenient")]
    pub lifecycle: Strictness,
    /// Language of messages
    #[arg(long, value_name = "LANGUAGE", value_parser = locale(), default_value = "en")]
    pub locale: Locale,
    /// Maximum size of a payload
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().bytes)]
    pub max_bytes: usize,
    /// Maximum nesting depth of a payload
    #[arg(long, value_name = "LEVELS", default_value_t = Limits::default().depth)]
    pub max_depth: usize,
    /// Number of threads [default: number of cores]
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
    /// The current status, such as SENT_TO_BUYER
    pub status: String,
    /// State machine
    #[arg(long, value_name = "NAME", value_parser = machine(), default_value = "invoice")]
    pub machine: &'static Machine,
    /// Filter by actor [default: any]
    #[arg(long, value_name = "NAME", value_parser = actor())]
    pub actor: Option<Actor>,
    /// Which transitions are listed: `documented` omits inferred ones
    #[arg(long, value_name = "WORD", value_parser = strictness(), default_value = "lenient")]
    pub strictness: Strictness,
    #[command(flatten)]
    pub listing: Listing,
}

#[derive(Args)]
pub struct Listing {
    /// Output format on stdout
    #[arg(long, value_name = "FORM", value_enum, default_value_t = Output::Human)]
    pub output: Output,
}

/// The form of the output.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Output {
    /// For people
    Human,
    /// For programs
    Json,
}

/// The format of a file.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One payload
    Json,
    /// One payload per line
    Ndjson,
    /// One receivables invoice per row, below a row of column names
    Csv,
}

impl Payloads {
    /// The options of a check.
    pub fn options(&self, findings: usize, mask: bool) -> Options {
        let limits = Limits { bytes: self.max_bytes, depth: self.max_depth, findings };
        let options = Options::new().tolerance(self.tolerance).lifecycle(self.lifecycle).locale(self.locale);
        let options = options.limits(limits).mask(mask);
        match self.today {
            Some(day) => options.today(day),
            None => options,
        }
    }

    /// The number of threads.
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

fn date(text: &str) -> Result<Date, <Date as std::str::FromStr>::Err> {
    text.parse()
}
