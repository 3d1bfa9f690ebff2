//! The binding: thin, and of the same size however many endpoints there are.
//!
//! JavaScript writes its texts into one buffer here, which is faster than having them
//! passed as strings, and reads what a function says where [`result`] has it. A function itself returns
//! a number: the length of what it says, below zero; [`INVALID_CALL`]; or more than zero where it says so.

#[cfg(feature = "full")]
use crate::Gstin;
#[cfg(feature = "full")]
use crate::builder::build_text;
#[cfg(feature = "full")]
use crate::json::json;
use crate::options::{Options, OptionsError};
use crate::payload::{Endpoint, Kind, Shape};
use crate::read::{self, Job};
use crate::report::{Code, LazyPath, Locale, Sink, Skipped, WriteTo, joined};
#[cfg(feature = "full")]
use crate::report::{render, to_text};
#[cfg(feature = "full")]
use serde::Serialize;
use std::cell::Cell;
use std::thread::LocalKey;
use wasm_bindgen::prelude::*;

#[cfg(feature = "types")]
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "\
/** A sum in rupees with at most 2 decimals. */
export type Amount = number;
/** A decimal; as a text it keeps every digit. */
export type DecimalInput = number | string;
/** A day: `2025-12-15`. */
export type LocalDate = string;
/** A day and time without a zone: `2025-11-15T10:30:00`. */
export type LocalDateTime = string;
/** A day and time with an offset: `2025-11-15T10:30:00+05:30`. */
export type Instant = string;
/** Any JSON, kept as it is. */
export type Opaque = unknown;
/** Absent keeps what is stored, null clears it, a value sets it. */
export type Nullable<T> = T | null;
";

/// Small and bounded, and pools that stand side by side become one: what is given back can
/// be used for something larger.
struct AllocatorOptions;

impl rlsf::GlobalTlsfOptions for AllocatorOptions {
    const COALESCE_POOLS: bool = true;
    const ENABLE_REALLOCATION: bool = false;
}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::GlobalTlsf<AllocatorOptions> = rlsf::GlobalTlsf::new();

/// The call was wrong; `takeText` says how. JavaScript throws it as a `TypeError`.
const INVALID_CALL: i32 = 0;

/// A buffer that grew beyond this is given back after the call.
const MAX_KEPT_BYTES: usize = 1 << 20;

thread_local! {
    static INPUT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    static SKIPPED: Cell<Sets> = const { Cell::new(Sets { before: 0, sets: Vec::new() }) };
    static RESULT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    static TEXT: Cell<String> = const { Cell::new(String::new()) };
}

/// Lends what is shared here to `body`; meanwhile its place is empty.
fn with_borrowed<T: Default, R>(shared: &'static LocalKey<Cell<T>>, body: impl FnOnce(&mut T) -> R) -> R {
    let mut value = take(shared);
    let result = body(&mut value);
    set(shared, value);
    result
}

// `LocalKey::take` and `set` come with a panic for a thread that ends; here none does.
fn take<T: Default>(shared: &'static LocalKey<Cell<T>>) -> T {
    shared.try_with(Cell::take).unwrap_or_default()
}

fn set<T>(shared: &'static LocalKey<Cell<T>>, value: T) {
    let _ = shared.try_with(|cell| cell.set(value));
}

/// The names of all endpoints; the position of each is its number.
#[wasm_bindgen]
pub fn endpoints() -> String {
    joined(Endpoint::ALL.iter().map(|endpoint| endpoint.name()), "\n")
}

/// Makes the buffer hold `length` bytes, keeping those it has; its address, or 0 if
/// there is not enough memory.
#[wasm_bindgen]
pub fn input(length: usize) -> usize {
    with_borrowed(&INPUT, |buffer| {
        let more = length.saturating_sub(buffer.len());
        if buffer.try_reserve_exact(more).is_err() {
            return 0;
        }
        buffer.resize(buffer.len() + more, 0);
        buffer.as_ptr() as usize
    })
}

/// The fields of an endpoint's payload in their order, for the compact form: a JSON object in
/// which a field that holds an object has one, a list of objects one in an array, others 0.
#[wasm_bindgen]
pub fn key_table(endpoint: usize) -> String {
    let mut text = String::new();
    if let Ok(endpoint) = numbered(endpoint) {
        add_key_table(endpoint.shape(), &mut text);
    }
    text
}

fn add_key_table(shape: &Shape, text: &mut String) {
    for (index, field) in shape.fields.iter().enumerate() {
        text.push_str(if index == 0 { "{\"" } else { ",\"" });
        text.push_str(field.name());
        text.push_str("\":");
        match field.kind {
            Kind::Object(inner) => add_key_table(inner, text),
            Kind::List(Kind::Object(inner)) => {
                text.push('[');
                add_key_table(inner, text);
                text.push(']');
            }
            _ => text.push('0'),
        }
    }
    text.push('}');
}

/// Where what the last function says stands, until the next is called.
#[wasm_bindgen]
pub fn result() -> usize {
    with_borrowed(&RESULT, |text| text.as_ptr() as usize)
}

/// The text that the last call has left, once: how it was wrong, or the tidied payload.
#[wasm_bindgen(js_name = takeText)]
pub fn take_text() -> String {
    take(&TEXT)
}

/// The texts of all codes, then the sources of each, one a line.
#[wasm_bindgen]
pub fn catalogue() -> String {
    Code::LISTED.to_owned()
}

/// Checks a payload, which is in the compact form if it is not `located`, being an object of
/// JavaScript. A number above zero says that nothing was found, and that what was skipped is
/// what `skipped` tells of that number.
#[wasm_bindgen]
pub fn check(endpoint: usize, payload: usize, options: usize, located: bool) -> i32 {
    with_input([payload, options, 0], &|[payload, options, _]| {
        let (endpoint, options) = (numbered(endpoint)?, options_of(options)?);
        let job = Job { compact: !located, ..options.job(0, endpoint, false) };
        let reading = options.checked(&job, payload);
        Ok(clean(&reading.sink).unwrap_or_else(|| {
            let sink = options.located(payload, reading, located);
            write_result(&|text| write_report(&sink, options.mask, text))
        }))
    })
}

/// Sets of rules that were skipped, which sound payloads of one kind share: handing over
/// the number of one that JavaScript knows already costs a third of handing over its text.
#[derive(Default)]
struct Sets {
    /// How many were forgotten.
    before: usize,
    sets: Vec<Vec<Skipped>>,
}

impl Sets {
    /// The number of a set, from 1; of one that was forgotten it is another.
    fn number_of(&mut self, set: &[Skipped]) -> usize {
        const MOST: usize = 256;
        let known = self.sets.iter().position(|seen| seen == set);
        let index = known.unwrap_or_else(|| {
            if self.sets.len() == MOST {
                self.before += MOST;
                self.sets.clear();
            }
            self.sets.push(set.to_vec());
            self.sets.len() - 1
        });
        self.before + index + 1
    }
}

/// The rules that a set of that number skips, a line for each: the number of its code, then
/// what it needs, with tabs between.
#[wasm_bindgen]
pub fn skipped(number: usize) -> String {
    let mut text = String::new();
    with_borrowed(&SKIPPED, |Sets { before, sets }| {
        let set = number.checked_sub(*before + 1).and_then(|index| sets.get(index));
        for rule in set.map_or(&[][..], Vec::as_slice) {
            (rule.code as usize).write_to(&mut text);
            for name in rule.needs.iter() {
                text.push('\t');
                text.push_str(name);
            }
            text.push('\n');
        }
    });
    text
}

/// Tidies a payload. A number above zero is that of `check`, and nothing was changed. Else
/// what is said is whether the text is JSON, the changes, and the report; where there are
/// changes, `takeText` has the tidied text.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub fn normalize(endpoint: usize, payload: usize, options: usize, located: bool) -> i32 {
    with_input([payload, options, 0], &|[payload, options, _]| {
        let (endpoint, options) = (numbered(endpoint)?, options_of(options)?);
        let edited = crate::apply_edits(endpoint, payload, &options, located);
        if let Some(number) = clean(&edited.sink).filter(|_| edited.changes.is_empty()) {
            return Ok(number);
        }
        set(&TEXT, edited.text.unwrap_or_default());
        Ok(write_result(&|text| {
            render::number(usize::from(edited.readable), text);
            render::number(edited.changes.len(), text);
            for change in &edited.changes {
                render::path(&change.path, text);
                for side in [&change.from, &change.to, &change.why] {
                    render::text(side, text);
                }
            }
            write_report(&edited.sink, options.mask, text);
        }))
    })
}

/// Builds a request: says the report, then the rest as JSON.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub fn build(endpoint: usize, fields: usize, target: usize, options: usize) -> i32 {
    with_input([fields, target, options], &|[fields, target, options]| {
        let (endpoint, options) = (numbered(endpoint)?, options_of(options)?);
        let built = build_text(endpoint, fields, target, &options);
        Ok(write_result(&|text| {
            let encoded = &built.report().encoded;
            write_report(&encoded.sink, encoded.mask, text);
            text.extend(json(&built).bytes());
        }))
    })
}

/// The amounts that a recipe gives, or what is wrong with it.
#[cfg(feature = "types")]
#[derive(Serialize, tsify::Tsify)]
#[serde(tag = "status", rename_all = "lowercase")]
pub enum SplitResult {
    /// The amounts.
    Ready {
        /// All of them.
        amounts: crate::Amounts,
    },
    /// The recipe gives none.
    Refused {
        /// Why.
        findings: Vec<crate::Finding>,
    },
}

/// Works out the amounts that a recipe gives: says the report on it, then them as JSON.
#[cfg(feature = "full")]
#[wasm_bindgen(js_name = splitTax)]
pub fn split_tax(recipe: usize) -> i32 {
    with_input([recipe, 0, 0], &|[recipe, ..]| {
        let (amounts, report) = crate::builder::split(recipe);
        Ok(write_result(&|text| {
            write_report(&report.encoded.sink, false, text);
            text.extend(json(&amounts).bytes());
        }))
    })
}

#[cfg(feature = "full")]
#[derive(Serialize)]
struct StateOf {
    code: String,
    name: &'static str,
}

/// What `parseGstin` says; `api.d.ts` tells the two cases apart.
#[cfg(feature = "full")]
#[derive(Serialize, Default)]
struct Parsed<'t> {
    valid: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    gstin: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<StateOf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pan: Option<&'t str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    holder: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Code>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'t str>,
}

/// Takes a GSTIN apart.
#[cfg(feature = "full")]
#[wasm_bindgen(js_name = parseGstin)]
pub fn parse_gstin(text: usize) -> i32 {
    with_input([text, 0, 0], &|[text, ..]| {
        Ok(match Gstin::parse(std::str::from_utf8(text).unwrap_or("")) {
            Ok(gstin) => write_json(&Parsed {
                valid: true,
                gstin: Some(gstin.text),
                kind: Some(gstin.kind.as_str()),
                state: Some(StateOf { code: to_text(&gstin.state), name: gstin.state.name() }),
                pan: gstin.pan(),
                holder: gstin.holder().map(|holder| holder.as_str()),
                ..Parsed::default()
            }),
            Err(fault) => write_json(&Parsed {
                code: Some(fault.code()),
                message: Some(fault.message(Locale::En)),
                expected: fault.expected(),
                ..Parsed::default()
            }),
        })
    })
}

/// The report on a payload of so many bytes, too many to be copied here.
#[wasm_bindgen(js_name = tooLarge)]
pub fn too_large(endpoint: usize, bytes: usize, limit: usize) -> i32 {
    with_input([0; 3], &|_| {
        numbered(endpoint)?;
        let mut sink = Sink::new(1, Locale::En);
        read::too_large(&mut sink, &LazyPath::Root, bytes, limit);
        Ok(write_result(&|text| write_report(&sink, false, text)))
    })
}

/// What a function does with its texts; its number, or how it was called wrongly.
type Function<'f> = &'f dyn Fn([&[u8]; 3]) -> Result<i32, OptionsError>;

/// Gives `body` the parts of the buffer, one after the other; what it returns is the
/// function's number.
#[inline(never)]
fn with_input(lengths: [usize; 3], body: Function<'_>) -> i32 {
    let buffer = take(&INPUT);
    let [first, second, third] = lengths;
    let parts = buffer.split_at_checked(first).and_then(|(first, rest)| {
        let (second, rest) = rest.split_at_checked(second)?;
        Some([first, second, rest.get(..third)?])
    });
    let number = parts.ok_or_else(|| OptionsError("the input buffer is shorter than its parts".to_owned())).and_then(body);
    if buffer.capacity() <= MAX_KEPT_BYTES {
        set(&INPUT, buffer);
    }
    number.unwrap_or_else(|OptionsError(why)| {
        set(&TEXT, why);
        INVALID_CALL
    })
}

fn numbered(endpoint: usize) -> Result<Endpoint, OptionsError> {
    Endpoint::ALL.get(endpoint).copied().ok_or_else(|| OptionsError("there is no such endpoint".to_owned()))
}

fn options_of(text: &[u8]) -> Result<Options, OptionsError> {
    if text.is_empty() { Ok(Options::new()) } else { Options::from_json(text) }
}

#[cfg(feature = "full")]
fn write_json(value: &impl Serialize) -> i32 {
    write_result(&|text| text.extend(json(value).bytes()))
}

/// If nothing was found, the number of the rules that were skipped, which is enough.
fn clean(sink: &Sink) -> Option<i32> {
    (sink.errors + sink.warnings == 0).then(|| number_of(&sink.skipped) as i32)
}

fn number_of(set: &[Skipped]) -> usize {
    with_borrowed(&SKIPPED, |sets| sets.number_of(set))
}

fn write_report(sink: &Sink, mask: bool, text: &mut Vec<u8>) {
    sink.write(number_of(&sink.skipped), mask, text);
}

/// Says what `write` writes; its length, below zero.
#[inline(never)]
fn write_result(write: &dyn Fn(&mut Vec<u8>)) -> i32 {
    let mut text = take(&RESULT);
    if text.capacity() > MAX_KEPT_BYTES {
        text = Vec::new();
    }
    text.clear();
    write(&mut text);
    let length = -(text.len() as i32);
    set(&RESULT, text);
    length
}
