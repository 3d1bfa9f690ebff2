//! The JavaScript binding. Its size does not depend on the number of endpoints.
//!
//! JavaScript writes its strings into one buffer, which is faster than passing them as
//! strings, and reads the result of a function at the address of [`result`]. The return value of a function
//! is a number: the negated length of the result; [`INVALID_CALL`]; or a positive number where documented.

// Not in [workspace.lints]: Clippy cannot exempt tests from these two.
#![cfg_attr(not(test), deny(clippy::string_slice, clippy::float_arithmetic))]

mod constants;
mod encoded;
#[cfg(feature = "full")]
mod json;
#[cfg(test)]
mod tests;

#[cfg(feature = "full")]
use bijak::Gstin;
use bijak::internal::{self, LazyPath, Sink, WriteTo, joined};
#[cfg(feature = "full")]
use bijak::internal::{diagnostic, to_text};
use bijak::payload::{Kind, Shape};
use bijak::{Code, Endpoint, Options, OptionsError, Skipped};
use constants::{KEPT_SETS, MAX_KEPT_BYTES};
use encoded::MESSAGES;
#[cfg(feature = "full")]
use json::json;
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

/// Small and bounded; adjacent free blocks are merged, so freed memory can be used for larger blocks.
#[cfg(target_arch = "wasm32")]
struct AllocatorOptions;

#[cfg(target_arch = "wasm32")]
impl rlsf::GlobalTlsfOptions for AllocatorOptions {
    const COALESCE_POOLS: bool = true;
    const ENABLE_REALLOCATION: bool = false;
}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::GlobalTlsf<AllocatorOptions> = rlsf::GlobalTlsf::new();

/// The call was wrong; `takeText` returns the message. JavaScript throws a `TypeError`.
const INVALID_CALL: i32 = 0;

thread_local! {
    static INPUT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    static SKIPPED: Cell<Sets> = const { Cell::new(Sets { before: 0, sets: Vec::new() }) };
    static RESULT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    static TEXT: Cell<String> = const { Cell::new(String::new()) };
}

/// Passes the shared value to `body`; meanwhile the cell is empty.
fn with_borrowed<T: Default, R>(shared: &'static LocalKey<Cell<T>>, body: impl FnOnce(&mut T) -> R) -> R {
    let mut value = take(shared);
    let result = body(&mut value);
    set(shared, value);
    result
}

// `LocalKey::take` and `set` contain a panic for terminating threads, which cannot happen here.
fn take<T: Default>(shared: &'static LocalKey<Cell<T>>) -> T {
    shared.try_with(Cell::take).unwrap_or_default()
}

fn set<T>(shared: &'static LocalKey<Cell<T>>, value: T) {
    let _ = shared.try_with(|cell| cell.set(value));
}

/// The names of all endpoints; the index of each is its number.
#[wasm_bindgen]
pub fn endpoints() -> String {
    joined(Endpoint::ALL.iter().map(|endpoint| endpoint.name()), "\n")
}

/// Resizes the buffer to `length` bytes, keeping its content. Returns its address, or 0 if
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

/// The fields of an endpoint's payload in order, for the compact form: a JSON object in
/// which a field with an object has an object, a list of objects an array with one, others 0.
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

/// The address of the result of the last function, valid until the next call.
#[wasm_bindgen]
pub fn result() -> usize {
    with_borrowed(&RESULT, |text| text.as_ptr() as usize)
}

/// The text left by the last call, once: the error message, or the normalized payload.
#[wasm_bindgen(js_name = takeText)]
pub fn take_text() -> String {
    take(&TEXT)
}

/// The names of all codes, then their sources, one per line.
#[wasm_bindgen]
pub fn catalogue() -> String {
    Code::LISTED.to_owned()
}

/// Checks a payload. If it is not `located`, it is a JavaScript object in the compact form. A positive
/// number means that there are no findings, and `skipped` returns the skipped rules of that number.
#[wasm_bindgen]
pub fn check(endpoint: usize, payload: usize, options: usize, located: bool) -> i32 {
    with_input([payload, options, 0], &|[payload, options, _]| {
        let (endpoint, options) = (numbered(endpoint)?, options_of(options)?);
        let sink = internal::findings(endpoint, payload, &options, located);
        Ok(clean(&sink).unwrap_or_else(|| write_result(&|text| write_report(&sink, internal::masks(&options), text))))
    })
}

/// Sets of skipped rules, which valid payloads of one kind share: passing the number of a set
/// that JavaScript already knows costs a third of passing its text.
#[derive(Default)]
struct Sets {
    /// The number of dropped sets.
    before: usize,
    sets: Vec<Vec<Skipped>>,
}

impl Sets {
    /// The number of a set, from 1; a dropped set gets a new number.
    fn number_of(&mut self, set: &[Skipped]) -> usize {
        let known = self.sets.iter().position(|seen| seen == set);
        let index = known.unwrap_or_else(|| {
            if self.sets.len() == KEPT_SETS {
                self.before += KEPT_SETS;
                self.sets.clear();
            }
            self.sets.push(set.to_vec());
            self.sets.len() - 1
        });
        self.before + index + 1
    }
}

/// The skipped rules of a set, one per line: the number of the code, then the missing inputs,
/// separated by tabs.
#[wasm_bindgen]
pub fn skipped(number: usize) -> String {
    let mut text = String::new();
    with_borrowed(&SKIPPED, |Sets { before, sets }| {
        let set = number.checked_sub(*before + 1).and_then(|index| sets.get(index));
        for rule in set.map_or(&[][..], Vec::as_slice) {
            (rule.code as usize).write_to(&mut text);
            for name in rule.needs.iter() {
                text.push('\t');
                text.push_str(&name);
            }
            text.push('\n');
        }
    });
    text
}

/// Normalizes a payload. A positive number is that of `check`, and nothing was changed. Otherwise
/// the result is whether the text is JSON, the changes, and the report; if there are
/// changes, `takeText` returns the normalized text.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub fn normalize(endpoint: usize, payload: usize, options: usize, located: bool) -> i32 {
    with_input([payload, options, 0], &|[payload, options, _]| {
        let (endpoint, options) = (numbered(endpoint)?, options_of(options)?);
        let edited = internal::edit(endpoint, payload, &options, located);
        if let Some(number) = clean(&edited.sink).filter(|_| edited.edits.is_empty()) {
            return Ok(number);
        }
        set(&TEXT, edited.text.unwrap_or_default());
        Ok(write_result(&|text| {
            encoded::number(usize::from(edited.readable), text);
            encoded::number(edited.edits.len(), text);
            for edit in &edited.edits {
                encoded::path(&edit.path, text);
                for side in [&edit.replaced(payload), &edit.with, &to_text(&(edit.why as usize))] {
                    encoded::text(side, text);
                }
            }
            write_report(&edited.sink, internal::masks(&options), text);
        }))
    })
}

/// The result of `build` without its report.
#[cfg(feature = "full")]
#[derive(Serialize)]
struct Built<'b> {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<&'b bijak::Request>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amounts: Option<bijak::Amounts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'b str>,
}

/// Builds a request. The result is the report, then the rest as JSON.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub fn build(endpoint: usize, fields: usize, target: usize, options: usize) -> i32 {
    with_input([fields, target, options], &|[fields, target, options]| {
        let (endpoint, options) = (numbered(endpoint)?, options_of(options)?);
        let built = internal::draft(endpoint, fields, target, &options);
        Ok(write_result(&|text| {
            write_report(&built.sink, internal::masks(&options), text);
            let status = if built.request.is_some() { "ready" } else { "refused" };
            let built = Built { status, request: built.request.as_ref(), amounts: built.amounts, document: built.document.as_deref() };
            text.extend(json(&built).bytes());
        }))
    })
}

/// The amounts of a recipe, or its errors.
#[cfg(feature = "types")]
#[derive(Serialize, tsify::Tsify)]
#[serde(tag = "status", rename_all = "lowercase")]
pub enum SplitResult {
    /// The amounts.
    Ready {
        /// All of them.
        amounts: bijak::Amounts,
    },
    /// The recipe gives none.
    Refused {
        /// The reasons.
        findings: Vec<bijak::Finding>,
    },
}

/// Computes the amounts of a recipe. The result is the report on it, then the amounts as JSON.
#[cfg(all(feature = "full", feature = "receivables"))]
#[wasm_bindgen(js_name = splitTax)]
pub fn split_tax(recipe: usize) -> i32 {
    with_input([recipe, 0, 0], &|[recipe, ..]| {
        let (amounts, sink) = internal::split(recipe, &Options::of_messages(MESSAGES));
        Ok(write_result(&|text| {
            write_report(&sink, false, text);
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

/// The result of `parseGstin`; `api.d.ts` distinguishes the two cases.
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
    code: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'t str>,
}

/// Parses a GSTIN.
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
                code: Some(fault.code() as u32),
                message: Some(encoded::message(diagnostic(&fault), MESSAGES.locale, false)),
                expected: fault.expected(),
                ..Parsed::default()
            }),
        })
    })
}

/// The report on a payload of this many bytes, too many to be copied.
#[wasm_bindgen(js_name = tooLarge)]
pub fn too_large(endpoint: usize, bytes: usize, limit: usize) -> i32 {
    with_input([0; 3], &|_| {
        numbered(endpoint)?;
        let mut sink = Sink::new(1, MESSAGES);
        internal::too_large(&mut sink, &LazyPath::Root, bytes, limit);
        Ok(write_result(&|text| write_report(&sink, false, text)))
    })
}

/// The body of a function: from its strings to its number, or to the message of a wrong call.
type Function<'f> = &'f dyn Fn([&[u8]; 3]) -> Result<i32, String>;

/// Passes the parts of the buffer to `body`, one after the other; its return value is the
/// number of the function.
#[inline(never)]
fn with_input(lengths: [usize; 3], body: Function<'_>) -> i32 {
    let buffer = take(&INPUT);
    let [first, second, third] = lengths;
    let parts = buffer.split_at_checked(first).and_then(|(first, rest)| {
        let (second, rest) = rest.split_at_checked(second)?;
        Some([first, second, rest.get(..third)?])
    });
    let number = parts.ok_or_else(|| "the input buffer is shorter than its parts".to_owned()).and_then(body);
    if buffer.capacity() <= MAX_KEPT_BYTES {
        set(&INPUT, buffer);
    }
    number.unwrap_or_else(|why| {
        set(&TEXT, why);
        INVALID_CALL
    })
}

fn numbered(endpoint: usize) -> Result<Endpoint, String> {
    Endpoint::ALL.get(endpoint).copied().ok_or_else(|| "unknown endpoint".to_owned())
}

fn options_of(text: &[u8]) -> Result<Options, String> {
    if text.is_empty() {
        return Ok(Options::of_messages(MESSAGES));
    }
    Options::with_messages(text, MESSAGES).map_err(OptionsError::into_message)
}

#[cfg(feature = "full")]
fn write_json(value: &impl Serialize) -> i32 {
    write_result(&|text| text.extend(json(value).bytes()))
}

/// The number of the set of skipped rules, if there are no findings.
fn clean(sink: &Sink) -> Option<i32> {
    (sink.errors + sink.warnings == 0).then(|| number_of(&sink.skipped) as i32)
}

fn number_of(set: &[Skipped]) -> usize {
    with_borrowed(&SKIPPED, |sets| sets.number_of(set))
}

fn write_report(sink: &Sink, mask: bool, text: &mut Vec<u8>) {
    encoded::report(sink, number_of(&sink.skipped), mask, text);
}

/// Stores the output of `write` as the result; returns its negated length.
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
