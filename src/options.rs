//! The options of a check.

use crate::calc::Tolerance;
use crate::lifecycle::Strictness;
use crate::model::{Context, Current, DocumentStatus, ValueKind, Words};
use crate::payload::{
    CheckOptions, DocumentTerm, Endpoint, OPTIONS, ObjectKind, OptionTerm, PartyTerm, STORED_INVOICES, Shape, TransitionTerm, VersionTerm,
};
use crate::read::{self, Frame, Job, Limits, Reading, Slot, Value, elements, members, slot_of};
use crate::report::{Concat, Locale, Messages, Report, Sink, joined, to_text};
use crate::rule::RuleRunner;
use crate::value::{Date, Paise, content_of};
use std::fmt;

/// The options of a call. By default there is no stored invoice and no current date, messages are in English,
/// the limits are 8 MiB, 64 levels and 1000 findings, and no values are hidden.
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
    pub(crate) messages: Messages,
    pub(crate) limits: Limits,
    pub(crate) mask: bool,
}

/// Invalid options or an unusable stored invoice: a mistake of the caller.
///
/// ```
/// use bijak::{Options, OptionsErrorKind};
/// let error = Options::new().current(r#"{"colour":"blue"}"#).unwrap_err();
/// assert_eq!(error.kind(), OptionsErrorKind::NotAnInvoice);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionsError {
    kind: OptionsErrorKind,
    message: String,
}

/// Why options or a stored invoice cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OptionsErrorKind {
    /// The text is not UTF-8.
    NotUtf8,
    /// The text is not valid JSON.
    InvalidJson,
    /// The text is larger than the limits allow.
    TooLarge,
    /// An option is unknown, or its value is invalid.
    InvalidOption,
    /// The stored invoice has none of the fields of an invoice.
    NotAnInvoice,
}

impl OptionsError {
    fn new(kind: OptionsErrorKind, message: String) -> Self {
        OptionsError { kind, message }
    }

    /// Why they cannot be used.
    pub fn kind(&self) -> OptionsErrorKind {
        self.kind
    }

    /// The message alone.
    #[doc(hidden)]
    pub fn into_message(self) -> String {
        self.message
    }
}

impl fmt::Display for OptionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for OptionsError {}

impl Options {
    /// The default options.
    pub fn new() -> Self {
        Options::default()
    }

    /// The current invoice, as JSON. A PATCH is validated against the invoice that would
    /// result, a status change against the current status. It may be a receivables invoice,
    /// the flat invoice or the nested invoice of Bharat Connect, on its own or in the envelope
    /// of a response or a request; of the families of endpoints that are enabled.
    ///
    /// # Errors
    /// If the text is not a JSON object, or has no field of an invoice.
    #[inline(never)]
    pub fn current(mut self, invoice: impl AsRef<[u8]>) -> Result<Self, OptionsError> {
        let text = std::str::from_utf8(invoice.as_ref()).map_err(|_| {
            OptionsError::new(OptionsErrorKind::NotUtf8, "the option `current` is not valid UTF-8; pass JSON text in UTF-8".to_owned())
        })?;
        let mut payload = text;
        for envelope in ["payload", "invoice"] {
            payload = members(payload).into_iter().find(|member| member.name == envelope).map_or(payload, |member| member.value);
        }
        // The invoice is of the table that knows most of its keys, and of the first of several.
        let keys = members(payload);
        let known = |shape: &&Shape| keys.iter().filter(|member| shape.field(&member.name).is_some()).count();
        let Some(shape) = STORED_INVOICES.iter().rev().copied().max_by_key(known) else {
            return Ok(self);
        };
        if shape.object == ObjectKind::Document {
            self.context.current = Current::Nested(self.document_state(payload, shape)?);
            return Ok(self);
        }
        let reading = self.stored(payload, shape, &mut |_| {})?;
        if reading.slots.iter().all(Slot::is_absent) {
            let message = "the option `current` has no invoice fields; pass the invoice from a response (its `payload`)".to_owned();
            return Err(OptionsError::new(OptionsErrorKind::NotAnInvoice, message));
        }
        let frame = Frame { shape, slots: reading.slots, text: payload.to_owned() };
        self.context.current = if shape.object == ObjectKind::FlatInvoice { Current::Flat(frame) } else { Current::Stored(frame) };
        Ok(self)
    }

    /// Reads the current invoice.
    fn stored<'s>(&self, payload: &'s str, shape: &'static Shape, on_object: read::OnObject<'_>) -> Result<Reading<'s>, OptionsError> {
        // Messages of OptionsError are always English: they are for developers.
        let job = Job { limits: self.limits, ..Job::new(shape, Messages { locale: Locale::En, ..self.messages }) };
        let reading = read::read(payload.as_bytes(), &job, on_object);
        if reading.complete {
            return Ok(reading);
        }
        let messages = reading.sink.messages();
        let kind = if reading.text.is_some() { OptionsErrorKind::InvalidJson } else { OptionsErrorKind::TooLarge };
        let first = messages.first().copied().unwrap_or_default();
        Err(OptionsError::new(kind, to_text(&Concat(&[&"the option `current` cannot be read: ", &first]))))
    }

    /// The current state of a nested invoice: the new version and status of its last transition.
    fn document_state(&self, payload: &str, shape: &'static Shape) -> Result<DocumentStatus, OptionsError> {
        let mut state = DocumentStatus::default();
        self.stored(payload, shape, &mut |cx| {
            let text = |term: u8| Some(cx.content(term).into_owned()).filter(|text| !text.is_empty());
            match cx.shape.object {
                ObjectKind::Version => {
                    if let Value::Int(version) = cx.slot(VersionTerm::New).value {
                        state.version = Some(version);
                    }
                }
                ObjectKind::Transition => state.status = text(TransitionTerm::To as u8),
                ObjectKind::Supplier => state.supplier = text(PartyTerm::B2bId as u8),
                ObjectKind::Buyer => state.buyer = text(PartyTerm::B2bId as u8),
                ObjectKind::Document => {
                    (state.object_id, state.number) = (text(DocumentTerm::ObjectId as u8), text(DocumentTerm::Number as u8))
                }
                _ => {}
            }
        })?;
        Ok(state)
    }

    /// The allowed rounding difference of amounts in a nested invoice; by default the one of
    /// the invoice registration portal.
    ///
    /// ```
    /// use bijak::{Options, Tolerance};
    /// let strict = Options::new().tolerance(Tolerance::Exact);
    /// ```
    pub fn tolerance(mut self, tolerance: Tolerance) -> Self {
        self.context.tolerance = tolerance;
        self
    }

    /// What the net amount of a receivables invoice holds besides the base amount and the taxes, for which the API has no
    /// field: tax collected at source, freight, cess; negative for a reduction.
    ///
    /// ```
    /// use bijak::{Endpoint, Options, Paise, check};
    /// let payload = r#"{"baseAmount":1000,"cgst":90,"sgst":90,"igst":0,"tds":0,"gstExclusive":true,"netAmount":1191.80}"#;
    /// let options = Options::new().other_charges(Paise(1180));
    /// assert!(check(Endpoint::UpdateInvoice, payload, &options).valid);
    /// ```
    pub fn other_charges(mut self, charges: Paise) -> Self {
        self.context.other_charges = charges;
        self
    }

    /// How inferred transitions of the life-cycle are reported: by default as warnings.
    pub fn lifecycle(mut self, strictness: Strictness) -> Self {
        self.context.lifecycle = strictness;
        self
    }

    /// The labels that identify tax, discount and charge entries of a nested invoice.
    ///
    /// ```
    /// use bijak::{Options, ValueKind, Words};
    /// let options = Options::new().words(Words::default().with(ValueKind::Discount, ["Rebate"]));
    /// ```
    pub fn words(mut self, words: Words) -> Self {
        self.context.words = words;
        self
    }

    /// The current date, for rules about future dates. If omitted, those rules are skipped.
    pub fn today(mut self, day: Date) -> Self {
        self.context.today = Some(day);
        self
    }

    /// The limits of size, depth and listed findings.
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
        self.messages.locale = locale;
        self
    }

    /// Whether the values of personal fields are hidden in findings.
    pub fn mask(mut self, mask: bool) -> Self {
        self.mask = mask;
        self
    }

    /// Reads options from JSON with the fields of [`CheckOptions`].
    ///
    /// # Errors
    /// If an option is unknown or has an invalid value.
    ///
    /// ```
    /// use bijak::Options;
    /// assert!(Options::from_json(r#"{"today":"2025-11-21","maxFindings":20}"#).is_ok());
    /// let misuse = Options::from_json(r#"{"todya":"2025-11-21"}"#).unwrap_err();
    /// assert_eq!(misuse.to_string(), "options: unknown field or option `todya`; did you mean today?");
    /// ```
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, OptionsError> {
        Options::with_messages(text.as_ref(), Messages::default())
    }

    /// Options without a stored invoice and a current date, with these messages.
    #[doc(hidden)]
    pub fn of_messages(messages: Messages) -> Self {
        Options { context: Context::default(), limits: Limits::default(), mask: false, messages }
    }

    /// Reads options from JSON; findings and errors get these messages.
    #[doc(hidden)]
    #[inline(never)]
    pub fn with_messages(bytes: &[u8], messages: Messages) -> Result<Self, OptionsError> {
        let limits = Limits { bytes: usize::MAX, ..Limits::default() };
        let job = Job { limits, ..Job::new(&OPTIONS, messages) };
        let reading = read::read(bytes, &job, &mut |_| {});
        let text = reading.text.unwrap_or("");
        let (slots, faults) = (reading.slots, reading.sink.messages());
        if !faults.is_empty() {
            let faults = joined(faults.iter().map(AsRef::as_ref), "; ");
            let kind = match (reading.text, reading.complete) {
                (None, _) => OptionsErrorKind::NotUtf8,
                (_, false) => OptionsErrorKind::InvalidJson,
                (_, true) => OptionsErrorKind::InvalidOption,
            };
            return Err(OptionsError::new(kind, to_text(&Concat(&[&"options: ", &faults]))));
        }
        let slot = |term| slot_of(&slots, term);
        let number = |term: OptionTerm, or: usize| match slot(term).value {
            Value::Int(number) => usize::try_from(number).unwrap_or(or),
            _ => or,
        };
        let limits = Limits::default();
        let mut options = Options::of_messages(messages);
        options.mask = matches!(slot(OptionTerm::Mask).value, Value::Flag(true));
        options.limits = Limits {
            bytes: number(OptionTerm::MaxBytes, limits.bytes),
            depth: number(OptionTerm::MaxDepth, limits.depth),
            findings: number(OptionTerm::MaxFindings, limits.findings),
        };
        options.context.today = slot(OptionTerm::Today).day();
        options.context.other_charges = Paise(slot(OptionTerm::OtherCharges).units().unwrap_or_default());
        if slot(OptionTerm::Tolerance).content(text) == "exact" {
            options.context.tolerance = Tolerance::Exact;
        }
        if slot(OptionTerm::Lifecycle).content(text) == "documented" {
            options.context.lifecycle = Strictness::Documented;
        }
        if let Ok(locale) = slot(OptionTerm::Locale).content(text).parse() {
            options.messages.locale = locale;
        }
        for member in members(slot(OptionTerm::Words).text(text)) {
            if let Some(kind) = ValueKind::ALL.into_iter().find(|kind| kind.as_str() == member.name) {
                options.context.words = options.context.words.with(kind, elements(member.value).into_iter().map(content_of));
            }
        }
        match slot(OptionTerm::Current) {
            current if current.is_text() && current.text(text) != "null" => options.current(current.text(text)),
            _ => Ok(options),
        }
    }

    /// Converts options from their typed form.
    ///
    /// # Errors
    /// See [`Options::from_json`].
    pub fn from_typed(options: &CheckOptions) -> Result<Self, OptionsError> {
        Options::from_json(serde_json::to_string(options).unwrap_or_default())
    }

    /// Reads a payload with these options.
    pub(crate) fn reading<'s>(&self, endpoint: Endpoint, payload: &'s [u8], normalize: bool) -> Reading<'s> {
        self.reading_with_optional(0, endpoint, payload, normalize)
    }

    /// Reads a payload; missing fields of the excused roles are not reported.
    #[inline(never)]
    pub(crate) fn reading_with_optional<'s>(
        &self,
        optional_here: u64,
        endpoint: Endpoint,
        payload: &'s [u8],
        normalize: bool,
    ) -> Reading<'s> {
        self.checked(&self.job(optional_here, endpoint, normalize), payload)
    }

    /// The reader's job for a payload with these options.
    pub(crate) fn job(&self, optional_here: u64, endpoint: Endpoint, normalize: bool) -> Job<'static> {
        Job { limits: self.limits, normalize, optional_here, ..Job::new(endpoint.shape(), self.messages) }
    }

    /// Runs a job with all rules.
    #[inline(never)]
    pub(crate) fn checked<'s>(&self, job: &Job<'_>, payload: &'s [u8]) -> Reading<'s> {
        let mut runner = RuleRunner::new(&self.context);
        read::read(payload, job, &mut |cx| runner.on_object(cx))
    }

    /// The findings of a reading; `located` adds lines and columns.
    pub(crate) fn located(&self, payload: &[u8], reading: Reading<'_>, located: bool) -> Sink {
        let mut sink = reading.sink;
        // A payload that was not read has no positions.
        if located && payload.len() <= self.limits.bytes {
            read::locate(payload, &mut sink.findings);
        }
        sink
    }

    /// The report on the findings.
    pub(crate) fn report(&self, endpoint: Endpoint, sink: Sink) -> Report {
        sink.into_report(endpoint.name(), self.mask)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_of_which_kind_it_is() {
        let option = |text: &[u8]| Options::from_json(text).unwrap_err().kind();
        assert_eq!(option(b"\xff"), OptionsErrorKind::NotUtf8);
        assert_eq!(option(b"{"), OptionsErrorKind::InvalidJson);
        assert_eq!(option(b"5"), OptionsErrorKind::InvalidOption);
        assert_eq!(option(br#"{"todya":"2025-11-21"}"#), OptionsErrorKind::InvalidOption);
        let small = Options::new().limits(Limits { bytes: 20, ..Limits::default() });
        let current = |text: &[u8]| small.clone().current(text).unwrap_err().kind();
        assert_eq!(current(b"\xff"), OptionsErrorKind::NotUtf8);
        assert_eq!(current(br#"{"baseAmount":"#), OptionsErrorKind::InvalidJson);
        assert_eq!(current(br#"{"baseAmount":1000.00,"cgst":90}"#), OptionsErrorKind::TooLarge);
        assert_eq!(current(b"5"), OptionsErrorKind::NotAnInvoice);
        assert_eq!(current(br#"{"objectId":5,"a":"#), OptionsErrorKind::InvalidJson);
    }
}
