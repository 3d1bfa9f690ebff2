//! What a check is told beside the payload.

use crate::payload::{CheckOptions, Endpoint, INVOICE_RESPONSE, OPTIONS, Setting};
use crate::read::{self, Frame, Job, Limits, Reading, Value, members, slot_of};
use crate::report::{Locale, Report, Trail, joined};
use crate::rule::{Context, Judge};
use crate::value::Date;
use std::fmt;

/// What a check is told beside the payload. The default is: nothing of the stored
/// invoice, no day, English, 8 MiB, 64 levels, 1000 findings, nothing hidden.
///
/// ```
/// use bijak::{Code, Endpoint, Options, check};
/// let options = Options::new()
///     .today("2025-11-21".parse().unwrap())
///     .current(r#"{"baseAmount":1000,"cgst":90,"sgst":90,"netAmount":1180}"#)
///     .unwrap();
/// let report = check(Endpoint::UpdateInvoice, r#"{"netAmount":1000}"#, &options);
/// assert!(report.has(Code::TotalNet));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub(crate) context: Context,
    pub(crate) locale: Locale,
    pub(crate) limits: Limits,
    pub(crate) mask: bool,
}

/// Options or a stored invoice that cannot be used: a mistake of the caller's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misuse(pub(crate) String);

impl fmt::Display for Misuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misuse {}

impl Options {
    /// The default.
    pub fn new() -> Self {
        Options::default()
    }

    /// The invoice as it stands, as JSON text: a PATCH is judged on what would become
    /// of it. The answer's envelope is taken as well as its `payload`.
    ///
    /// # Errors
    /// If the text is no JSON object, or none of its fields is one of an invoice.
    #[inline(never)]
    pub fn current(mut self, invoice: impl AsRef<[u8]>) -> Result<Self, Misuse> {
        let text = std::str::from_utf8(invoice.as_ref()).map_err(|_| Misuse("current is not UTF-8".to_owned()))?;
        let payload = members(text).into_iter().find(|member| member.name == "payload").map_or(text, |member| member.value);
        let job = Job { limits: self.limits, locale: self.locale, ..Job::plain(&INVOICE_RESPONSE) };
        let reading = read::read(payload.as_bytes(), &job, &mut |_| {});
        if !reading.complete {
            let why = reading.sink.into_report("current", false);
            let why = why.findings.first().map_or("", |finding| finding.message.as_str());
            return Err(Misuse(format!("current cannot be read: {why}")));
        }
        if reading.slots.iter().all(|slot| slot.value == Value::Absent) {
            return Err(Misuse("current has no field of an invoice; give the payload of an invoice response".to_owned()));
        }
        self.context.current = Some(Frame { slots: reading.slots, text: payload.to_owned() });
        Ok(self)
    }

    /// Today, for rules that ask whether a date lies ahead.
    pub fn today(mut self, day: Date) -> Self {
        self.context.today = Some(day);
        self
    }

    /// How much is read and listed.
    ///
    /// ```
    /// use bijak::{Code, Endpoint, Limits, Options, check};
    /// let options = Options::new().limits(Limits { bytes: 10, ..Limits::default() });
    /// assert!(check(Endpoint::UpdateInvoice, r#"{"via":"EMAIL"}"#, &options).has(Code::JsonTooLarge));
    /// ```
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The language of messages.
    pub fn locale(mut self, locale: Locale) -> Self {
        self.locale = locale;
        self
    }

    /// Whether the values of personal fields are hidden in findings.
    pub fn mask(mut self, mask: bool) -> Self {
        self.mask = mask;
        self
    }

    /// Reads options from JSON text, shaped as [`CheckOptions`].
    ///
    /// # Errors
    /// If an option is unknown or has a value that it cannot have.
    ///
    /// ```
    /// use bijak::Options;
    /// assert!(Options::from_json(r#"{"today":"2025-11-21","maxFindings":20}"#).is_ok());
    /// let misuse = Options::from_json(r#"{"todya":"2025-11-21"}"#).unwrap_err();
    /// assert_eq!(misuse.to_string(), "options: `todya` is not known here; did you mean today?");
    /// ```
    #[inline(never)]
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, Misuse> {
        let bytes = text.as_ref();
        let limits = Limits { bytes: usize::MAX, ..Limits::default() };
        let job = Job { limits, ..Job::plain(&OPTIONS) };
        let reading = read::read(bytes, &job, &mut |_| {});
        let text = reading.text.unwrap_or("");
        let (slots, report) = (reading.slots, reading.sink.into_report("options", false));
        if !report.findings.is_empty() {
            let faults = joined(report.findings.iter().map(|finding| finding.message.as_str()), "; ");
            return Err(Misuse(format!("options: {faults}")));
        }
        let slot = |seat| slot_of(&slots, seat);
        let number = |seat: Setting, or: usize| match slot(seat).value {
            Value::Int(number) => usize::try_from(number).unwrap_or(or),
            _ => or,
        };
        let limits = Limits::default();
        let mut options = Options::new().mask(slot(Setting::Mask).value == Value::Flag(true)).limits(Limits {
            bytes: number(Setting::MaxBytes, limits.bytes),
            depth: number(Setting::MaxDepth, limits.depth),
            findings: number(Setting::MaxFindings, limits.findings),
        });
        if let Value::Day(day) = slot(Setting::Today).value {
            options = options.today(day);
        }
        match slot(Setting::Current) {
            current if current.value == Value::Text && current.text(text) != "null" => options.current(current.text(text)),
            _ => Ok(options),
        }
    }

    /// Reads options from their typed form.
    ///
    /// # Errors
    /// As [`Options::from_json`].
    pub fn from_typed(options: &CheckOptions) -> Result<Self, Misuse> {
        Options::from_json(serde_json::to_string(options).unwrap_or_default())
    }

    /// Reads a payload with these options.
    pub(crate) fn reading<'s>(&self, endpoint: Endpoint, payload: &'s [u8], tidy: bool) -> Reading<'s> {
        self.reading_excusing(0, endpoint, payload, tidy)
    }

    /// Reads a payload; that fields of the excused roles are missing is not told.
    #[inline(never)]
    pub(crate) fn reading_excusing<'s>(&self, excused: u64, endpoint: Endpoint, payload: &'s [u8], tidy: bool) -> Reading<'s> {
        let job = Job { shape: endpoint.shape(), limits: self.limits, locale: self.locale, tidy, excused, trail: Trail::Root };
        let mut law = Judge::new(&self.context);
        read::read(payload, &job, &mut |scene| law.judge(scene))
    }

    /// The report on what was read; `located` asks for lines and columns.
    #[inline(never)]
    pub(crate) fn report(&self, endpoint: Endpoint, payload: &[u8], reading: Reading<'_>, located: bool) -> Report {
        let mut sink = reading.sink;
        // Of a payload that was not read no place is known.
        if located && payload.len() <= self.limits.bytes {
            read::locate(payload, &mut sink.findings);
        }
        sink.into_report(endpoint.name(), self.mask)
    }
}
