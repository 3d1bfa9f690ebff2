//! What a finding says: a template of the catalogue and what is filled in.

use super::{Code, MessageId, Severity, UnknownNameError, WriteTo, joined, render, to_text};
use crate::term::TermId;
use std::borrow::Cow;
use std::fmt::Display;

/// The language of messages.
///
/// ```
/// use bijak::{Endpoint, Locale, Options, check};
/// let options = Options::new().locale(Locale::Hi);
/// let report = check(Endpoint::UpdateInvoice, r#"{"netAmount":-1}"#, &options);
/// assert_eq!(report.findings[0].message, "netAmount `-1` माइनस में है; शून्य या उससे ज़्यादा रकम भेजें, घटाने के लिए डिस्काउंट का फ़ील्ड हो तो उसमें दें");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Hindi.
    Hi,
}

impl Locale {
    /// Every language.
    pub const ALL: &'static [Locale] = &[Locale::En, Locale::Hi];

    /// The language's tag: `en` or `hi`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::Hi => "hi",
        }
    }
}

impl std::str::FromStr for Locale {
    type Err = UnknownNameError;

    /// The language with this tag.
    ///
    /// # Errors
    /// If no language has it.
    ///
    /// ```
    /// use bijak::Locale;
    /// assert_eq!("hi".parse(), Ok(Locale::Hi));
    /// assert!("Hindi".parse::<Locale>().is_err());
    /// ```
    fn from_str(tag: &str) -> Result<Locale, UnknownNameError> {
        Locale::ALL.iter().copied().find(|locale| locale.as_str() == tag).ok_or(UnknownNameError("locale"))
    }
}

impl Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

macro_rules! translated {
    ($( $(#[$meta:meta])* $Name:ident { $( $Word:ident $english:literal; )+ } )+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $Name { $( #[allow(missing_docs, reason = "its English follows it")] $Word, )+ }

        impl $Name {
            /// Each of them, in order.
            pub const ALL: &'static [$Name] = &[$($Name::$Word),+];

            /// In English.
            pub const fn english(self) -> &'static str {
                match self { $($Name::$Word => $english),+ }
            }
        }
    )+};
}

translated! {
    /// Kinds of values, as messages name them.
    Noun {
        Null "null";
        Boolean "true or false";
        Number "a number";
        Decimal "a number or a numeric string";
        Text "a string";
        Array "an array";
        Object "an object";
        Value "a value";
        Key "a key in double quotes";
        Colon "`:`";
        CommaOrBrace "`,` or `}`";
        CommaOrBracket "`,` or `]`";
        Digit "a digit";
        Quote "a closing double quote";
    }

    /// Why normalizing changed a value.
    ChangeReason {
        Trimmed "surrounding whitespace removed";
        Capitals "ids are written in capitals";
        ListedWord "spelled as in the API documentation";
        PlainNumber "amounts are JSON numbers, without currency signs or commas";
        Noise "floating-point rounding error removed";
        DateForm "written in the date format of this field";
        MidnightAdded "this field has a time of day; a date without one means 00:00";
        MidnightDropped "this field has no time of day, so 00:00 was removed";
        TenDigits "mobile numbers are sent as ten digits";
        DomainCase "the domain of an email address is written in lowercase";
        CodeCapitals "codes are written in capitals";
        SmallHex "an IRN is written in lowercase";
        VehicleSigns "a vehicle number has only capitals and digits";
    }
}

impl WriteTo for Noun {
    /// In English, as `expected` has it in every language.
    fn write_to(&self, out: &mut String) {
        out.push_str(self.english());
    }
}

impl ChangeReason {
    /// The reason in the language asked for.
    pub fn text(self, locale: Locale) -> String {
        render::reason(self, locale)
    }
}

/// How diagnostics become messages.
///
/// It is a value, so that what does not use the messages of this crate, as the JavaScript binding, is linked without
/// their templates.
#[derive(Debug, Clone, Copy)]
pub struct Messages {
    /// The language.
    pub locale: Locale,
    /// Writes a message; with `true`, without the user's input.
    pub write: fn(&Diagnostic<'_>, Locale, bool) -> String,
}

impl Default for Messages {
    /// English, from the templates of the catalogue.
    fn default() -> Self {
        Messages { locale: Locale::En, write: render::sentence }
    }
}

impl Messages {
    /// The message of a diagnostic; with `masked`, without the user's input.
    pub(super) fn of(self, diagnostic: &Diagnostic<'_>, masked: bool) -> String {
        (self.write)(diagnostic, self.locale, masked)
    }
}

/// A field and its text.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The field's name, as the API spells it.
    pub name: &'a str,
    /// Its value.
    pub text: &'a str,
}

/// Something that fills a place in a template.
#[derive(Debug, Clone)]
pub enum Arg<'a> {
    /// A field's name, a code, a date: shown as it is.
    Plain(&'a str),
    /// The same, made on the spot.
    Owned(String),
    /// What the user sent: in backticks, shortened if long.
    Input(&'a str),
    /// A field and its value: ``customerId `string` ``.
    Subject(&'a str, &'a str),
    /// Paise, shown in rupees with Indian grouping: `₹ 1,18,000.50`.
    Paise(i64),
    /// A count.
    Count(usize),
    /// A kind of value.
    Noun(Noun),
    /// A word or two that other languages have their own for; a call of the API stays.
    Phrase(&'static str),
    /// The fewest and the most that may be: `1 to 100`.
    Bounds(Bounds),
    /// What may stand there: `PAID or PARTIAL_PAID`.
    Either(&'static [&'static str]),
}

/// The fewest and the most that may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds(pub u32, pub u32);

impl WriteTo for Bounds {
    /// In English, as `expected` has it in every language.
    fn write_to(&self, out: &mut String) {
        let Bounds(min, max) = self;
        min.write_to(out);
        if max != min {
            out.push_str(" to ");
            max.write_to(out);
        }
    }
}

/// A fault found by a judge of values or a rule, not yet tied to a place.
///
/// It is boxed and its methods stay out of line: faults are rare, and judges that
/// carry less code for them are smaller and faster.
#[derive(Debug, Clone)]
pub struct Diagnostic<'a>(Box<Detail<'a>>);

/// The most places that a template has.
const PLACES: usize = 8;

#[derive(Debug, Clone)]
struct Detail<'a> {
    msg: MessageId,
    filled: usize,
    args: [Arg<'a>; PLACES],
    expected: Option<Cow<'a, str>>,
    actual: Option<String>,
    /// Whether an error is reported as a warning.
    softened: bool,
}

impl<'a> Diagnostic<'a> {
    /// A fault that says `msg`; its places are filled in the order of the calls below.
    #[cold]
    #[inline(never)]
    pub fn new(msg: MessageId) -> Self {
        let args = [const { Arg::Plain("") }; PLACES];
        Diagnostic(Box::new(Detail { msg, filled: 0, args, expected: None, actual: None, softened: false }))
    }

    /// Fills the next place.
    #[cold]
    #[inline(never)]
    pub fn arg(mut self, arg: Arg<'a>) -> Self {
        debug_assert!(self.0.filled < PLACES, "{:?} has more places", self.0.msg);
        if let Some(place) = self.0.args.get_mut(self.0.filled) {
            *place = arg;
            self.0.filled += 1;
        }
        self
    }

    /// Fills the places of the terms that the message names: `name` says what the payload calls a
    /// term; where it has no field for it, the term is
    /// named as templates write it, with a small first letter.
    #[inline(never)]
    pub fn named(mut self, name: &dyn Fn(TermId) -> &'static str) -> Self {
        debug_assert!(
            self.0.msg.terms().is_empty() || self.0.filled == self.0.msg.places(),
            "{:?} has {} places, {} are filled",
            self.0.msg,
            self.0.msg.places(),
            self.0.filled
        );
        for named in self.0.msg.terms() {
            self = match name(named.term) {
                "" => {
                    let mut name = named.name.to_owned();
                    name.get_mut(..1).map(str::make_ascii_lowercase);
                    self.arg(Arg::Owned(name))
                }
                name => self.plain(name),
            };
        }
        self
    }

    /// Fills the next place with a name.
    #[cold]
    #[inline(never)]
    pub fn plain(self, text: &'a str) -> Self {
        self.arg(Arg::Plain(text))
    }

    /// Fills the next place with a value, as it writes itself.
    #[cold]
    #[inline(never)]
    pub fn display(self, value: &dyn WriteTo) -> Self {
        self.arg(Arg::Owned(to_text(value)))
    }

    /// Fills the next place with a text in backticks.
    #[cold]
    #[inline(never)]
    pub fn quoted(self, text: &str) -> Self {
        let mut made = String::from("`");
        made.push_str(text);
        made.push('`');
        self.arg(Arg::Owned(made))
    }

    /// Fills the next place with what the user sent.
    #[cold]
    #[inline(never)]
    pub fn input(self, text: &'a str) -> Self {
        self.arg(Arg::Input(text))
    }

    /// Fills the next placeholder with a field and its value.
    #[cold]
    #[inline(never)]
    pub fn subject(self, subject: Subject<'a>) -> Self {
        self.arg(Arg::Subject(subject.name, subject.text))
    }

    /// Fills the next place with an amount in paise.
    #[cold]
    #[inline(never)]
    pub fn paise(self, paise: i64) -> Self {
        self.arg(Arg::Paise(paise))
    }

    /// Fills the next place with what may stand there, and says so of the field.
    #[cold]
    #[inline(never)]
    pub fn either(self, words: &'static [&'static str]) -> Self {
        self.expected(&joined(words.iter().copied(), " or ")).arg(Arg::Either(words))
    }

    /// Says what would have been right.
    #[cold]
    #[inline(never)]
    pub fn expected(mut self, value: &dyn WriteTo) -> Self {
        self.0.expected = Some(Cow::Owned(to_text(value)));
        self
    }

    /// Says what would have been right, where it stands somewhere already.
    #[cold]
    #[inline(never)]
    pub fn expected_text(mut self, text: &'a str) -> Self {
        self.0.expected = Some(Cow::Borrowed(text));
        self
    }

    /// Says that no more than this would have been right.
    #[cold]
    #[inline(never)]
    pub fn at_most(self, value: &dyn WriteTo) -> Self {
        self.bound("<= ", value)
    }

    /// Says that no less than this would have been right.
    #[cold]
    #[inline(never)]
    pub fn at_least(self, value: &dyn WriteTo) -> Self {
        self.bound(">= ", value)
    }

    #[inline(never)]
    fn bound(mut self, sign: &str, value: &dyn WriteTo) -> Self {
        let mut text = String::from(sign);
        value.write_to(&mut text);
        self.0.expected = Some(Cow::Owned(text));
        self
    }

    /// Says what is there, where it is not the text of the field itself.
    #[cold]
    #[inline(never)]
    pub fn actual(mut self, value: &dyn WriteTo) -> Self {
        self.0.actual = Some(to_text(value));
        self
    }

    /// The value that was found, if none was given.
    pub fn or_actual(self, value: &dyn WriteTo) -> Self {
        if self.0.actual.is_some() { self } else { self.actual(value) }
    }

    /// The code of the fault.
    pub fn code(&self) -> Code {
        self.0.msg.code()
    }

    /// How grave it is.
    #[inline(never)]
    pub fn severity(&self) -> Severity {
        if self.0.softened { Severity::Warning } else { self.0.msg.severity() }
    }

    /// At most a warning: of a payload that was received, and that nobody can correct.
    #[cold]
    #[inline(never)]
    pub fn softened(mut self) -> Self {
        self.0.softened = true;
        self
    }

    /// What would have been right, if that was said.
    pub fn expected_value(&self) -> Option<&str> {
        self.0.expected.as_deref()
    }

    /// What would have been right and what is there, as far as they were said.
    pub(super) fn into_sides(self) -> (Option<Cow<'a, str>>, Option<String>) {
        (self.0.expected, self.0.actual)
    }

    /// The form of the sentence, and what fills its places.
    pub fn parts(&self) -> (MessageId, &[Arg<'a>]) {
        (self.0.msg, self.0.args.get(..self.0.filled).unwrap_or_default())
    }

    /// The sentence, in the language asked for.
    pub fn message(&self, locale: Locale) -> String {
        render::message(self, locale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_fill_every_place_they_name() {
        for msg in MessageId::ALL {
            let fault = (0..msg.places()).fold(Diagnostic::new(*msg), |fault, n| fault.display(&format!("<{n}>")));
            let fault = fault.named(&|_| "");
            for text in Locale::ALL.iter().map(|locale| fault.message(*locale)) {
                assert!(!text.replace("{}", "").contains('{'), "{msg:?}: {text}");
                assert!(
                    msg.terms().iter().all(|term| text.to_lowercase().contains(&term.name.to_lowercase())),
                    "{msg:?} does not say what it names: {text}"
                );
            }
        }
    }

    #[test]
    fn braces_in_a_template_stay() {
        let text = Diagnostic::new(MessageId::EmptyObject).plain("cgst").message(Locale::En);
        assert!(text.starts_with("cgst is `{}`, a placeholder"), "{text}");
        let text = Diagnostic::new(MessageId::SyntaxUnexpected).arg(Arg::Noun(Noun::CommaOrBrace)).plain("x").message(Locale::En);
        assert_eq!(text, "expected `,` or `}`, found x");
    }
}
