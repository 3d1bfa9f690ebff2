//! GSTINs of all kinds: format, state and check character.

use super::{
    State,
    text::{PLAIN, TextRule, capitalized, characters, normalizer},
};
use crate::report::{Arg, ChangeReason, Diagnostic, Locale, MessageId, Subject};

/// The kind of holder of a GSTIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GstinKind {
    /// Normal, composition and casual taxpayers, SEZ units and input service distributors.
    Regular,
    /// A government department.
    Government,
    /// A non-resident taxable person.
    Nrtp,
    /// A provider of online services from abroad.
    Oidar,
    /// A body of the United Nations, an embassy or another holder of a UIN.
    Uin,
    /// A deductor of tax at source.
    Tds,
    /// A collector of tax at source: an e-commerce operator.
    Tcs,
}

impl GstinKind {
    /// All kinds.
    pub const ALL: &'static [GstinKind] =
        &[GstinKind::Regular, GstinKind::Government, GstinKind::Nrtp, GstinKind::Oidar, GstinKind::Uin, GstinKind::Tds, GstinKind::Tcs];

    /// The kind as a word: `regular`, `government`, `nrtp`, `oidar`, `uin`, `tds`, `tcs`.
    pub const fn as_str(self) -> &'static str {
        match self {
            GstinKind::Regular => "regular",
            GstinKind::Government => "government",
            GstinKind::Nrtp => "nrtp",
            GstinKind::Oidar => "oidar",
            GstinKind::Uin => "uin",
            GstinKind::Tds => "tds",
            GstinKind::Tcs => "tcs",
        }
    }
}

/// The kind of holder of a PAN, by its fourth letter. Source: Income Tax Department, structure of the
/// PAN, as of 2026-11-21.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PanHolder {
    /// A: an association of persons.
    Association,
    /// B: a body of individuals.
    Body,
    /// C: a company.
    Company,
    /// F: a firm or limited liability partnership.
    Firm,
    /// G: the government.
    Government,
    /// H: a Hindu undivided family.
    Family,
    /// J: an artificial juridical person.
    Juridical,
    /// L: a local authority.
    Local,
    /// P: a person.
    Person,
    /// T: a trust.
    Trust,
}

impl PanHolder {
    /// The holder as a word, such as `company`.
    pub const fn as_str(self) -> &'static str {
        match self {
            PanHolder::Association => "association",
            PanHolder::Body => "body",
            PanHolder::Company => "company",
            PanHolder::Firm => "firm",
            PanHolder::Government => "government",
            PanHolder::Family => "family",
            PanHolder::Juridical => "juridical",
            PanHolder::Local => "local",
            PanHolder::Person => "person",
            PanHolder::Trust => "trust",
        }
    }

    fn of(pan: &str) -> Option<PanHolder> {
        Some(match pan.as_bytes().get(3)? {
            b'A' => PanHolder::Association,
            b'B' => PanHolder::Body,
            b'C' => PanHolder::Company,
            b'F' => PanHolder::Firm,
            b'G' => PanHolder::Government,
            b'H' => PanHolder::Family,
            b'J' => PanHolder::Juridical,
            b'L' => PanHolder::Local,
            b'P' => PanHolder::Person,
            b'T' => PanHolder::Trust,
            _ => return None,
        })
    }
}

/// The formats that GSTN issues, narrower ones first. `#` is a digit, `@` a letter, `*` either,
/// `+` either but 0, `%` the 14th character of a regular number; anything else is literal. Source: GSTN developer portal, as of 2026-11-21.
const SHAPES: &[(&str, GstinKind)] = &[
    ("99##@@@#####OS*", GstinKind::Oidar),
    ("####@@@#####NR*", GstinKind::Nrtp),
    ("####@@@#####UN*", GstinKind::Uin),
    ("####@@@#####ON*", GstinKind::Uin),
    ("##@@@@*####@+D*", GstinKind::Tds),
    ("##@@@@@####@+C*", GstinKind::Tcs),
    ("##@@@@#####@#Z#", GstinKind::Government),
    ("##@@@@@####@+%*", GstinKind::Regular),
];

fn fits(shape: &str, text: &str) -> bool {
    let one = |(class, byte): (u8, u8)| match class {
        b'#' => byte.is_ascii_digit(),
        b'@' => byte.is_ascii_uppercase(),
        b'*' => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
        b'+' => byte.is_ascii_uppercase() || (b'1'..=b'9').contains(&byte),
        b'%' => matches!(byte, b'Z' | b'1'..=b'9' | b'A' | b'B' | b'D'..=b'J'),
        itself => byte == itself,
    };
    shape.len() == text.len() && shape.bytes().zip(text.bytes()).all(one)
}

/// A valid GSTIN and its parts.
///
/// ```
/// use bijak::{Gstin, GstinKind, PanHolder};
/// let gstin = Gstin::parse("27AAPFU0939F1ZV").unwrap();
/// assert_eq!(gstin.kind, GstinKind::Regular);
/// assert_eq!(gstin.state.name(), "Maharashtra");
/// assert_eq!(gstin.pan(), Some("AAPFU0939F"));
/// assert_eq!(gstin.holder(), Some(PanHolder::Firm));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Gstin<'t> {
    /// The 15 characters.
    pub text: &'t str,
    /// The kind of holder.
    pub kind: GstinKind,
    /// The state of registration; 99 for OIDAR numbers.
    pub state: State,
}

/// The reason why a string is not a valid GSTIN.
#[derive(Debug, Clone)]
pub struct ParseGstinError<'t>(pub(crate) Diagnostic<'t>);

impl ParseGstinError<'_> {
    /// The code, one of four.
    pub fn code(&self) -> crate::report::Code {
        self.0.code()
    }

    /// The message, with the fix.
    pub fn message(&self, locale: Locale) -> String {
        self.0.message(locale)
    }

    /// The correct GSTIN or check character, if it is unambiguous.
    pub fn expected(&self) -> Option<&str> {
        self.0.expected_value()
    }
}

impl<'t> Gstin<'t> {
    /// Parses a GSTIN.
    ///
    /// # Errors
    /// The first error: `gstin.length`, `gstin.shape`, `gstin.state` or
    /// `gstin.check-digit`.
    ///
    /// ```
    /// use bijak::{Code, Gstin};
    /// assert_eq!(Gstin::parse("27AAPFU0939F1ZX").unwrap_err().code(), Code::GstinCheckDigit);
    /// ```
    pub fn parse(text: &'t str) -> Result<Gstin<'t>, ParseGstinError<'t>> {
        read(Subject { name: "GSTIN", text }).map_err(ParseGstinError)
    }

    /// The PAN inside it, if its kind has one.
    pub fn pan(&self) -> Option<&'t str> {
        let pan = self.text.get(2..12)?;
        let has_pan = match self.kind {
            GstinKind::Regular | GstinKind::Tcs => true,
            // Or a TAN.
            GstinKind::Tds => fits("@@@@@####@", pan),
            _ => false,
        };
        has_pan.then_some(pan)
    }

    /// The kind of holder of that PAN.
    pub fn holder(&self) -> Option<PanHolder> {
        PanHolder::of(self.pan()?)
    }
}

fn read(subject: Subject<'_>) -> Result<Gstin<'_>, Diagnostic<'_>> {
    let text = subject.text;
    let length = characters(text);
    if length != 15 {
        return Err(Diagnostic::new(MessageId::GstinCut).subject(subject).arg(Arg::Count(length)).expected_text("15 characters"));
    }
    let fitting = |(shape, _): &&(&str, GstinKind)| fits(shape, text);
    // Nearly all have a `Z` there, which only the last two formats allow.
    let usual = text.as_bytes().get(13) == Some(&b'Z');
    let Some((_, kind)) = (if usual { SHAPES.iter().rev().find(fitting) } else { SHAPES.iter().find(fitting) }) else {
        let fault = Diagnostic::new(MessageId::GstinForm).subject(subject);
        return Err(match capitals(text) {
            Some((normalized, _)) => fault.expected(&normalized),
            None => fault,
        });
    };
    let digits = text.get(..2).unwrap_or("");
    let Some(state) = State::from_code(digits).filter(|state| state.is_in_india()) else {
        return Err(Diagnostic::new(MessageId::GstinNoState).subject(subject).input(digits));
    };
    let want = check_character(text);
    if !text.ends_with(want) {
        let want = want.to_string();
        return Err(Diagnostic::new(MessageId::GstinCheck).subject(subject).quoted(&want).expected(&want));
    }
    Ok(Gstin { text, kind: *kind, state })
}

/// The check character of the first 14 characters: the Luhn algorithm over 36 characters.
fn check_character(text: &str) -> char {
    let (mut sum, mut twice) = (0, false);
    for byte in text.bytes().take(14) {
        let value = u32::from(byte.wrapping_sub(if byte.is_ascii_digit() { b'0' } else { b'A' - 10 }));
        let product = if twice { 2 * value } else { value };
        sum += if product < 36 { product } else { product - 35 }; // the sum of its two digits
        twice = !twice;
    }
    char::from_digit((36 - sum % 36) % 36, 36).unwrap_or('0').to_ascii_uppercase()
}

/// A complete GSTIN: format, state and check character.
pub static GSTIN: TextRule = TextRule {
    fits: Some(is_plain),
    check: |subject, faults| {
        validate(subject, faults);
    },
    ..SHARED
};

/// The parts that the rules of GSTINs share.
const SHARED: TextRule = TextRule { personal: true, normalize: normalizer(capitals), ..PLAIN };

/// A GSTIN, or `URP` for an unregistered party.
pub static GSTIN_OR_URP: TextRule = TextRule {
    fits: Some(|text| text == UNREGISTERED || is_plain(text)),
    check: |subject, faults| {
        if subject.text == UNREGISTERED {
            return;
        }
        if subject.text.eq_ignore_ascii_case(UNREGISTERED) {
            faults.push(Diagnostic::new(MessageId::GstinForm).subject(subject).expected_text(UNREGISTERED));
        } else {
            validate(subject, faults);
        }
    },
    normalize: normalizer(|text| capitals_if(text, |normalized| normalized == UNREGISTERED || is_valid(normalized))),
    ..SHARED
};

/// A transporter: its GSTIN, or its enrolment number of `88` and 13 capital letters or digits.
pub static TRANSPORTER: TextRule = TextRule {
    fits: Some(|text| is_enrolment(text) || is_plain(text)),
    check: |subject, faults| {
        if !is_enrolment(subject.text) {
            validate(subject, faults);
        }
    },
    normalize: normalizer(|text| capitals_if(text, |normalized| is_enrolment(normalized) || is_valid(normalized))),
    ..SHARED
};

/// The GSTIN of an e-commerce operator, which collects tax at source.
pub static TCS_GSTIN: TextRule = TextRule {
    fits: Some(|text| Gstin::parse(text).is_ok_and(|gstin| gstin.kind == GstinKind::Tcs && !lacks_holder(&gstin))),
    check: |subject, faults| {
        if validate(subject, faults).is_some_and(|gstin| gstin.kind != GstinKind::Tcs) {
            faults.push(Diagnostic::new(MessageId::GstinNotTcs).subject(subject));
        }
    },
    ..SHARED
};

/// The regular expression of a GSTIN rule, without the check character.
#[cfg(feature = "schema")]
pub fn gstin_expression(rule: &TextRule) -> String {
    let special = [(UNREGISTERED, UNREGISTERED), (ENROLMENT, "880000000000000")];
    let special = special.iter().filter(|(_, sample)| rule.takes(sample)).map(|(shape, _)| *shape);
    let (in_states, elsewhere): (Vec<_>, Vec<_>) =
        special.chain(SHAPES.iter().map(|(shape, _)| *shape)).partition(|shape| shape.starts_with("##"));
    let states: Vec<_> =
        (0..100).map(|code| format!("{code:02}")).filter(|code| State::from_code(code).is_some_and(State::is_in_india)).collect();
    let rests: Vec<_> = in_states.into_iter().filter_map(|shape| shape.get(2..)).map(expression).collect();
    let others: String = elsewhere.into_iter().map(|shape| format!("{}|", expression(shape))).collect();
    format!("^(?:{others}(?:{})(?:{}))$", states.join("|"), rests.join("|"))
}

#[cfg(feature = "schema")]
fn expression(shape: &str) -> String {
    let class = |byte: &u8| match byte {
        b'#' => "[0-9]",
        b'@' => "[A-Z]",
        b'*' => "[0-9A-Z]",
        b'+' => "[1-9A-Z]",
        b'%' => "[1-9ABD-JZ]",
        _ => "",
    };
    let run = |run: &[u8]| match (run.first().map_or("", class), run.len()) {
        ("", _) => String::from_utf8_lossy(run).into_owned(),
        (class, 1) => class.to_owned(),
        (class, times) => format!("{class}{{{times}}}"),
    };
    shape.as_bytes().chunk_by(|a, b| a == b).map(run).collect()
}

/// The value in place of a GSTIN for an unregistered person.
const UNREGISTERED: &str = "URP";

fn validate<'t>(subject: Subject<'t>, faults: &mut Vec<Diagnostic<'t>>) -> Option<Gstin<'t>> {
    let gstin = read(subject).map_err(|fault| faults.push(fault)).ok()?;
    if lacks_holder(&gstin) {
        let letter = gstin.text.get(5..6).unwrap_or("");
        faults.push(Diagnostic::new(MessageId::PanNoHolder).subject(subject).input(letter));
    }
    Some(gstin)
}

/// Whether it contains a PAN whose fourth letter is not a kind of holder.
fn lacks_holder(gstin: &Gstin<'_>) -> bool {
    gstin.pan().is_some_and(|pan| PanHolder::of(pan).is_none())
}

fn is_plain(text: &str) -> bool {
    Gstin::parse(text).is_ok_and(|gstin| !lacks_holder(&gstin))
}

fn is_valid(text: &str) -> bool {
    Gstin::parse(text).is_ok()
}

/// The format of a transporter's enrolment number.
const ENROLMENT: &str = "88*************";

fn is_enrolment(text: &str) -> bool {
    fits(ENROLMENT, text)
}

fn capitals(text: &str) -> Option<(String, ChangeReason)> {
    capitals_if(text, is_valid)
}

fn capitals_if(text: &str, valid: fn(&str) -> bool) -> Option<(String, ChangeReason)> {
    capitalized(text).filter(|normalized| valid(normalized)).map(|normalized| (normalized, ChangeReason::Capitals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Code;

    #[test]
    fn every_kind_is_known() {
        // Bodies in the formats of GSTN; the check character is computed.
        for (body, kind) in [
            ("27AAPFU0939F1Z", GstinKind::Regular),
            ("29AAGCB7383J1Z", GstinKind::Regular),
            ("07AAACE1234F12", GstinKind::Regular),
            ("9917USA29012OS", GstinKind::Oidar),
            ("9917USA29012NR", GstinKind::Nrtp),
            ("0717UNO00157UN", GstinKind::Uin),
            ("27DELI09652G1D", GstinKind::Tds),
            ("27AAPFU0939F1D", GstinKind::Tds),
            ("27AAPFU0939F1C", GstinKind::Tcs),
        ] {
            let text = format!("{body}{}", check_character(body));
            assert_eq!(Gstin::parse(&text).map(|gstin| gstin.kind).map_err(|fault| fault.code()), Ok(kind), "{text}");
        }
    }

    #[test]
    fn fields_take_the_kinds_they_are_for() {
        use crate::report::Severity::*;
        let full = |body: &str| format!("{body}{}", check_character(body));
        let (regular, tcs, no_holder) = (full("27AAPFU0939F1Z"), full("27AAPFU0939F1C"), full("27AAPXU0939F1Z"));
        let tan = full("27DELI09652G1D");
        for (rule, text, faults) in [
            (&GSTIN, regular.as_str(), &[][..]),
            (&GSTIN, &tan, &[]),
            (&GSTIN, &no_holder, &[(Code::PanHolder, Warning)]),
            (&GSTIN, "URP", &[(Code::GstinLength, Error)]),
            (&GSTIN_OR_URP, "URP", &[]),
            (&GSTIN_OR_URP, "UR", &[(Code::GstinLength, Error)]),
            (&GSTIN_OR_URP, "", &[(Code::GstinLength, Error)]),
            (&GSTIN_OR_URP, &regular, &[]),
            (&GSTIN_OR_URP, &no_holder, &[(Code::PanHolder, Warning)]),
            (&TRANSPORTER, "88AABCT1234X1ZK", &[]),
            (&TRANSPORTER, "88AABCT1234X1Z", &[(Code::GstinLength, Error)]),
            (&TRANSPORTER, "89AABCT1234X1ZK", &[(Code::GstinState, Error)]),
            (&TRANSPORTER, &regular, &[]),
            (&TCS_GSTIN, &tcs, &[]),
            (&TCS_GSTIN, &regular, &[(Code::GstinKind, Warning)]),
            (&TCS_GSTIN, "27AAPFU0939F1ZX", &[(Code::GstinCheckDigit, Error)]),
        ] {
            assert_eq!(rule.faults(text), faults, "{text}");
            assert_eq!(rule.takes(text), faults.is_empty(), "{text}");
            assert!(rule.personal);
            let normalized = (rule.normalize)(&text.to_lowercase()).map(|(normalized, _)| normalized);
            let valid = faults.iter().all(|(_, severity)| *severity == Warning);
            assert_eq!(normalized.as_deref(), Some(text).filter(|_| valid), "{text}");
        }
    }

    #[test]
    fn published_numbers_are_sound_and_placeholders_are_not() {
        assert!(Gstin::parse("27AAPFU0939F1ZV").is_ok());
        for (text, code) in [
            ("24AAFCD5862R005", Code::GstinShape),
            ("27AAPFU0939F1ZO", Code::GstinCheckDigit),
            ("22AAAAA0000A1Z5", Code::GstinCheckDigit),
            ("29ABCDE1234F1Z5", Code::GstinCheckDigit),
            ("27AAPFU0939F1Z", Code::GstinLength),
            ("27AAPFU0939F1ZVV", Code::GstinLength),
            ("27aapfu0939f1zv", Code::GstinShape),
            ("2७AAPFU0939F1ZV", Code::GstinShape),
            ("27AAPFU0939F0ZV", Code::GstinShape),
            ("45AAPFU0939F1ZV", Code::GstinState),
            ("96AAPFU0939F1ZV", Code::GstinState),
            ("", Code::GstinLength),
        ] {
            assert_eq!(Gstin::parse(text).unwrap_err().code(), code, "{text}");
        }
    }
}
