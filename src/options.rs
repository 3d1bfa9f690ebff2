//! What a check is told beside the payload.

use crate::calc::Tolerance;
use crate::lifecycle::Strictness;
use crate::payload::{
    CheckOptions, DocumentTerm, Endpoint, FLAT_INVOICE, INVOICE_RESPONSE, NBBL_INVOICE, OPTIONS, ObjectKind, OptionTerm, PartyTerm, Shape,
    TransitionTerm, VersionTerm,
};
use crate::read::{self, Frame, Job, Limits, Reading, Value, elements, members, slot_of};
use crate::report::{Concat, Locale, Report, Sink, joined, to_text};
use crate::rule::{Checker, Context, Current, DocumentState, Taxation, ValueKind, Words};
use crate::value::{Date, content_of};
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
pub struct OptionsError(pub(crate) String);

impl fmt::Display for OptionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for OptionsError {}

impl Options {
    /// The default.
    pub fn new() -> Self {
        Options::default()
    }

    /// The invoice as it stands, as JSON text: a PATCH is judged on what would become
    /// of it, a change of status on where it starts. It may be an invoice of the
    /// receivables, EnKash's invoice on its way to Bharat Connect or the nested one, alone
    /// or in the envelope of an answer or a request.
    ///
    /// # Errors
    /// If the text is no JSON object, or none of its fields is one of an invoice.
    #[inline(never)]
    pub fn current(mut self, invoice: impl AsRef<[u8]>) -> Result<Self, OptionsError> {
        let text = std::str::from_utf8(invoice.as_ref()).map_err(|_| OptionsError("current is not UTF-8".to_owned()))?;
        let mut payload = text;
        for envelope in ["payload", "invoice"] {
            payload = members(payload).into_iter().find(|member| member.name == envelope).map_or(payload, |member| member.value);
        }
        let mut shape = &INVOICE_RESPONSE;
        for member in members(payload) {
            match member.name.as_ref() {
                "itemLists" | "objectId" | "statusTransition" => {
                    self.context.current = Current::Nested(self.document_state(payload)?);
                    return Ok(self);
                }
                "totalAmount" | "invoiceAmount" | "invoiceStatus" | "earlyPaymentStatus" | "nbblInvoiceStatus" => shape = &FLAT_INVOICE,
                _ => {}
            }
        }
        let reading = self.stored(payload, shape, &mut |_| {})?;
        if reading.slots.iter().all(|slot| slot.value == Value::Absent) {
            return Err(OptionsError("current has no field of an invoice; give the payload of an invoice response".to_owned()));
        }
        let frame = Frame { slots: reading.slots, text: payload.to_owned() };
        self.context.current = if std::ptr::eq(shape, &FLAT_INVOICE) { Current::Flat(frame) } else { Current::Stored(frame) };
        Ok(self)
    }

    /// Reads an invoice as it stands.
    fn stored<'s>(&self, payload: &'s str, shape: &'static Shape, on_object: read::OnObject<'_>) -> Result<Reading<'s>, OptionsError> {
        // What a misuse says is English in every language: it is for those who write the call.
        let job = Job { limits: self.limits, ..Job::new(shape) };
        let reading = read::read(payload.as_bytes(), &job, on_object);
        if reading.complete {
            return Ok(reading);
        }
        let messages = reading.sink.messages();
        Err(OptionsError(["current cannot be read: ", messages.first().map_or("", |first| first.as_ref())].concat()))
    }

    /// Where a nested invoice stands: at the new version and status of its last step.
    fn document_state(&self, payload: &str) -> Result<DocumentState, OptionsError> {
        let mut state = DocumentState::default();
        self.stored(payload, &NBBL_INVOICE, &mut |cx| {
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

    /// How far an amount of a nested invoice may lie from what it should be; as the invoice
    /// registration portal takes it, unless told.
    ///
    /// ```
    /// use bijak::{Options, Tolerance};
    /// let strict = Options::new().tolerance(Tolerance::Exact);
    /// ```
    pub fn tolerance(mut self, tolerance: Tolerance) -> Self {
        self.context.tolerance = tolerance;
        self
    }

    /// Which steps of the life-cycle are accepted: those that are inferred with a warning,
    /// unless told.
    pub fn lifecycle(mut self, strictness: Strictness) -> Self {
        self.context.lifecycle = strictness;
        self
    }

    /// The words by which the values of a nested invoice say what they are.
    ///
    /// ```
    /// use bijak::{Options, ValueKind, Words};
    /// let options = Options::new().words(Words::default().with(ValueKind::Discount, ["Rebate"]));
    /// ```
    pub fn words(mut self, words: Words) -> Self {
        self.context.words = words;
        self
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
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, OptionsError> {
        let bytes = text.as_ref();
        let limits = Limits { bytes: usize::MAX, ..Limits::default() };
        let job = Job { limits, ..Job::new(&OPTIONS) };
        let reading = read::read(bytes, &job, &mut |_| {});
        let text = reading.text.unwrap_or("");
        let (slots, faults) = (reading.slots, reading.sink.messages());
        if !faults.is_empty() {
            let faults = joined(faults.iter().map(AsRef::as_ref), "; ");
            return Err(OptionsError(to_text(&Concat(&[&"options: ", &faults]))));
        }
        let slot = |term| slot_of(&slots, term);
        let number = |term: OptionTerm, or: usize| match slot(term).value {
            Value::Int(number) => usize::try_from(number).unwrap_or(or),
            _ => or,
        };
        let limits = Limits::default();
        let mut options = Options::new().mask(slot(OptionTerm::Mask).value == Value::Flag(true)).limits(Limits {
            bytes: number(OptionTerm::MaxBytes, limits.bytes),
            depth: number(OptionTerm::MaxDepth, limits.depth),
            findings: number(OptionTerm::MaxFindings, limits.findings),
        });
        if let Value::Day(day) = slot(OptionTerm::Today).value {
            options = options.today(day);
        }
        if slot(OptionTerm::Tolerance).content(text) == "exact" {
            options = options.tolerance(Tolerance::Exact);
        }
        if slot(OptionTerm::Lifecycle).content(text) == "documented" {
            options = options.lifecycle(Strictness::Documented);
        }
        #[cfg(not(feature = "wasm"))]
        if let Ok(locale) = slot(OptionTerm::Locale).content(text).parse() {
            options = options.locale(locale);
        }
        for member in members(slot(OptionTerm::Words).text(text)) {
            if let Some(kind) = ValueKind::ALL.into_iter().find(|kind| kind.as_str() == member.name) {
                options.context.words = options.context.words.with(kind, elements(member.value).into_iter().map(content_of));
            }
        }
        match slot(OptionTerm::Current) {
            current if current.value == Value::Text && current.text(text) != "null" => options.current(current.text(text)),
            _ => Ok(options),
        }
    }

    /// Reads options from their typed form.
    ///
    /// # Errors
    /// As [`Options::from_json`].
    pub fn from_typed(options: &CheckOptions) -> Result<Self, OptionsError> {
        Options::from_json(serde_json::to_string(options).unwrap_or_default())
    }

    /// Reads a payload with these options.
    pub(crate) fn reading<'s>(&self, endpoint: Endpoint, payload: &'s [u8], normalize: bool) -> Reading<'s> {
        self.reading_with_optional(0, endpoint, payload, normalize)
    }

    /// Reads a payload; that fields of the excused roles are missing is not told.
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

    /// The job of reading a payload with these options.
    pub(crate) fn job(&self, optional_here: u64, endpoint: Endpoint, normalize: bool) -> Job<'static> {
        Job { limits: self.limits, locale: self.locale, normalize, optional_here, ..Job::new(endpoint.shape()) }
    }

    /// Does a job by all rules.
    #[inline(never)]
    pub(crate) fn checked<'s>(&self, job: &Job<'_>, payload: &'s [u8]) -> Reading<'s> {
        let mut checker = Checker::new(&self.context);
        read::read(payload, job, &mut |cx| checker.check(cx))
    }

    /// The same; of a nested invoice, how it is taxed comes with it.
    pub(crate) fn checked_and_taxed<'s>(&self, job: &Job<'_>, payload: &'s [u8]) -> (Reading<'s>, Taxation) {
        let mut checker = Checker::new(&self.context);
        let reading = read::read(payload, job, &mut |cx| checker.check(cx));
        (reading, checker.taxation)
    }

    /// What was found in what was read; `located` asks for lines and columns.
    pub(crate) fn located(&self, payload: &[u8], reading: Reading<'_>, located: bool) -> Sink {
        let mut sink = reading.sink;
        // Of a payload that was not read no place is known.
        if located && payload.len() <= self.limits.bytes {
            read::locate(payload, &mut sink.findings);
        }
        sink
    }

    /// The report on what was found.
    pub(crate) fn report(&self, endpoint: Endpoint, sink: Sink) -> Report {
        sink.into_report(endpoint.name(), self.mask)
    }
}
