//! Dates, times and their formats in the API.

use super::text::cut;
use super::whole;
use crate::report::{ChangeReason, Concat, Diagnostic, MessageId, Subject, WriteTo, digits, to_text};
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A calendar date.
///
/// ```
/// use bijak::Date;
/// let day: Date = "2025-11-15".parse().unwrap();
/// assert!(day < "2026-01-01".parse().unwrap());
/// assert_eq!(day.to_string(), "2025-11-15");
/// assert!("2025-02-30".parse::<Date>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(u32);

/// The error for a string that is not a valid date in the format `yyyy-MM-dd`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseDateError;

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a valid date; write it like 2025-11-15")
    }
}

impl std::error::Error for ParseDateError {}

impl Date {
    /// The date, for a year from 1 to 9999, if it exists.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Date> {
        let days = match month {
            2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Date(year * 10_000 + month * 100 + day))
    }

    /// The date as the number `yyyymmdd`.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The next day; the last representable day is kept.
    fn next(self) -> Date {
        let (year, month, day) = self.parts();
        let candidates = [(year, month, day + 1), (year, month + 1, 1), (year + 1, 1, 1)];
        candidates.into_iter().find_map(|(year, month, day)| Date::new(year, month, day)).unwrap_or(self)
    }

    /// The previous day; the first representable day is kept.
    fn previous(self) -> Date {
        let (year, month, day) = self.parts();
        let ends = (28..=31).rev().filter_map(|last| Date::new(year, month - 1, last));
        let candidates = Date::new(year, month, day - 1).into_iter().chain(ends).chain(Date::new(year - 1, 12, 31));
        candidates.into_iter().next().unwrap_or(self)
    }

    const fn parts(self) -> (u32, u32, u32) {
        (self.0 / 10_000, self.0 / 100 % 100, self.0 % 100)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_text(self))
    }
}

impl WriteTo for Date {
    fn write_to(&self, out: &mut String) {
        let (year, month, day) = self.parts();
        digits(year.into(), 4, out);
        out.push('-');
        digits(month.into(), 2, out);
        out.push('-');
        digits(day.into(), 2, out);
    }
}

impl std::str::FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Date, ParseDateError> {
        match split(text.as_bytes()) {
            Some(Parts { day: Some(day), clock: None }) => Ok(day),
            _ => Err(ParseDateError),
        }
    }
}

impl From<Date> for NaiveDate {
    fn from(day: Date) -> NaiveDate {
        let (year, month, date) = day.parts();
        NaiveDate::from_ymd_opt(year as i32, month, date).unwrap_or_default()
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = ParseDateError;

    /// Fails for years outside 1 to 9999.
    fn try_from(day: NaiveDate) -> Result<Date, ParseDateError> {
        u32::try_from(day.year()).ok().and_then(|year| Date::new(year, day.month(), day.day())).ok_or(ParseDateError)
    }
}

/// The format of a date field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateForm {
    /// A date, `2025-11-15`: LocalDate of Java.
    Day,
    /// A date and time without a zone, `2025-11-15T10:30:00`: LocalDateTime of Java.
    LocalTime,
    /// A date and time with an offset, `2025-11-15T10:30:00+05:30`: RFC 3339.
    Instant,
    /// `2025-11-15 10:30:00`.
    Stamp,
    /// Not documented: any of these, or `15/11/2025` as in the e-invoice schema.
    Any,
}

impl DateForm {
    /// The same moment in this format.
    pub const fn example(self) -> &'static str {
        match self {
            DateForm::Day | DateForm::Any => "2025-11-15",
            DateForm::LocalTime => "2025-11-15T10:30:00",
            DateForm::Instant => "2025-11-15T10:30:00+05:30",
            DateForm::Stamp => "2025-11-15 10:30:00",
        }
    }
}

/// `yyyy-MM-dd` and the rest; the date is `None` if it does not exist.
struct Parts {
    day: Option<Date>,
    clock: Option<Clock>,
}

struct Clock {
    separator: u8,
    seconds: bool,
    real: bool,
    midnight: bool,
    zone: Option<Zone>,
}

impl Clock {
    /// Whether a format of [`DateForm`] has a time of this kind.
    fn is_usual(&self) -> bool {
        match (self.separator, &self.zone) {
            (b'T', None) => true,
            (b'T', Some(_)) | (b' ', None) => self.seconds,
            _ => false,
        }
    }
}

/// Minutes from midnight UTC, and the offset, to find the date in India.
struct Zone {
    real: bool,
    minutes: i32,
    offset: i32,
}

/// The two digits at `at`.
#[inline(always)]
fn pair(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().and_then(two)
}

/// The value of two digits.
#[inline(always)]
fn two(digits: [u8; 2]) -> Option<u32> {
    let [tens, ones] = digits.map(|digit| u32::from(digit.wrapping_sub(b'0')));
    (tens <= 9 && ones <= 9).then_some(tens * 10 + ones)
}

fn split(bytes: &[u8]) -> Option<Parts> {
    let [a, b, c, d, b'-', e, f, b'-', g, h, rest @ ..] = bytes else {
        return None;
    };
    let year = two([*a, *b])? * 100 + two([*c, *d])?;
    let day = Date::new(year, two([*e, *f])?, two([*g, *h])?);
    let clock = if rest.is_empty() { None } else { Some(clock(bytes)?) };
    Some(Parts { day, clock })
}

/// Reads `dd/MM/yyyy`, the format of the e-invoice schema.
fn slashed(text: &str) -> Option<Parts> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes.get(2) != Some(&b'/') || bytes.get(5) != Some(&b'/') {
        return None;
    }
    let year = pair(bytes, 6)? * 100 + pair(bytes, 8)?;
    Some(Parts { day: Date::new(year, pair(bytes, 3)?, pair(bytes, 0)?), clock: None })
}

/// Reads `T10:30[:00[.0]][zone]` after the ten bytes of a date.
fn clock(bytes: &[u8]) -> Option<Clock> {
    let separator = *bytes.get(10).filter(|byte| matches!(byte, b'T' | b' '))?;
    let (hour, minute) = (pair(bytes, 11)?, pair(bytes, 14)?);
    if bytes.get(13) != Some(&b':') {
        return None;
    }
    let (mut at, mut second, mut fraction) = (16, None, false);
    if bytes.get(at) == Some(&b':') {
        second = Some(pair(bytes, at + 1)?);
        at += 3;
    }
    if second.is_some() && bytes.get(at) == Some(&b'.') {
        let digits = bytes.get(at + 1..)?.iter().take_while(|byte| byte.is_ascii_digit());
        let length = digits.clone().count();
        if !(1..=9).contains(&length) {
            return None;
        }
        fraction = digits.into_iter().any(|digit| *digit != b'0');
        at += 1 + length;
    }
    let minutes = (hour * 60 + minute) as i32;
    let zone = match bytes.get(at..)? {
        [] => None,
        [b'Z' | b'z'] => Some(Zone { real: true, minutes, offset: 0 }),
        [sign @ (b'+' | b'-'), zone @ ..] if zone.len() == 5 && zone.get(2) == Some(&b':') => {
            let (hours, rest) = (pair(zone, 0)?, pair(zone, 3)?);
            let offset = (hours * 60 + rest) as i32;
            Some(Zone { real: hours < 24 && rest < 60, minutes, offset: if *sign == b'-' { -offset } else { offset } })
        }
        _ => return None,
    };
    let second_of = second.unwrap_or(0);
    Some(Clock {
        separator,
        seconds: second.is_some(),
        real: hour < 24 && minute < 60 && second_of < 60,
        midnight: hour + minute + second_of == 0 && !fraction,
        zone,
    })
}

/// The fast path of [`validate_date`]: a valid date.
pub fn fast_date(form: DateForm, bytes: &[u8]) -> Option<Date> {
    let Parts { day, clock } = split(bytes)?;
    let day = day?;
    match (form, clock) {
        (DateForm::Day | DateForm::Any, None) => Some(day),
        (DateForm::LocalTime | DateForm::Any, Some(Clock { separator: b'T', real: true, zone: None, .. })) => Some(day),
        (DateForm::Instant | DateForm::Any, Some(Clock { separator: b'T', seconds: true, real: true, zone: Some(zone), .. })) => {
            zone.real.then(|| day_in_india(day, &zone))
        }
        _ => None,
    }
}

/// Checks a date against the format of the field. For an instant, the result is the date in India; a
/// date with an unexpected time or zone still counts as that date.
pub fn validate_date<'t>(form: DateForm, subject: Subject<'t>, faults: &mut Vec<Diagnostic<'t>>) -> Option<Date> {
    if form == DateForm::Any && subject.text.is_empty() {
        faults.push(Diagnostic::new(MessageId::EmptyLikely).plain(subject.name));
        return None;
    }
    let say = |msg| Diagnostic::new(msg).subject(subject).plain(form.example()).expected_text(form.example());
    let any = form == DateForm::Any;
    let strange = if any { MessageId::DateFormUnknown } else { MessageId::DateForm };
    let Some(Parts { day, clock }) = split(subject.text.as_bytes()).or_else(|| slashed(subject.text).filter(|_| any)) else {
        faults.push(say(strange));
        return None;
    };
    let zone = clock.as_ref().and_then(|clock| clock.zone.as_ref());
    let real = clock.as_ref().is_none_or(|clock| clock.real) && zone.is_none_or(|zone| zone.real);
    let Some(day) = day.filter(|_| real) else {
        faults.push(Diagnostic::new(MessageId::DateUnreal).subject(subject));
        return None;
    };
    let separator = if form == DateForm::Stamp { b' ' } else { b'T' };
    match (form, &clock) {
        (DateForm::Day | DateForm::Any, None) => {}
        (DateForm::Any, Some(clock)) if clock.is_usual() => {}
        (DateForm::Any, Some(_)) => faults.push(say(strange)),
        (DateForm::Day, Some(_)) => faults.push(Diagnostic::new(MessageId::TimeUnexpected).subject(subject).display(&day).expected(&day)),
        (_, None) => faults.push(say(MessageId::DateForm)),
        (DateForm::LocalTime | DateForm::Stamp, Some(Clock { zone: Some(_), .. })) => faults.push(say(MessageId::ZoneUnexpected)),
        (DateForm::Instant, Some(Clock { zone: None, .. })) => faults.push(say(MessageId::ZoneMissing)),
        (DateForm::LocalTime, Some(clock)) if clock.separator == separator => {}
        (_, Some(clock)) if clock.separator == separator && clock.seconds => {}
        (_, Some(_)) => faults.push(say(MessageId::DateForm)),
    }
    Some(match zone {
        Some(zone) => day_in_india(day, zone),
        None => day,
    })
}

fn day_in_india(day: Date, zone: &Zone) -> Date {
    const INDIA: i32 = 5 * 60 + 30;
    match (zone.minutes - zone.offset + INDIA).div_euclid(24 * 60) {
        ..0 => day.previous(),
        0 => day,
        1 => day.next(),
        // An offset may be nearly a day.
        2.. => day.next().next(),
    }
}

/// The same moment in the format of the field, if it is unambiguous. The day comes first, as in
/// India: `03/04/2025` is the 3rd of April.
pub fn normalize_date(form: DateForm, text: &str) -> Option<(String, ChangeReason)> {
    let trimmed = text.trim();
    let untrimmed = trimmed.len() < text.len();
    normalize_form(form, trimmed).or_else(|| untrimmed.then(|| (trimmed.to_owned(), ChangeReason::Trimmed)))
}

fn normalize_form(form: DateForm, text: &str) -> Option<(String, ChangeReason)> {
    let (iso, rewritten) = match indian(text) {
        Some(iso) => (iso, true),
        None => (text.to_owned(), false),
    };
    let Parts { day, clock } = split(iso.as_bytes())?;
    let day = day?;
    if clock.as_ref().is_some_and(|clock| !clock.real) {
        return None;
    }
    let (normalized, why) = match (form, clock) {
        (DateForm::Day, None) => (to_text(&day), ChangeReason::DateForm),
        (DateForm::Day, Some(Clock { midnight: true, zone: None, .. })) => (to_text(&day), ChangeReason::MidnightDropped),
        (DateForm::LocalTime, None) => (to_text(&Concat(&[&day, &"T00:00:00"])), ChangeReason::MidnightAdded),
        (DateForm::LocalTime, Some(Clock { zone: None, .. })) => (with_t(&iso)?, ChangeReason::DateForm),
        (DateForm::Instant, Some(Clock { zone: Some(Zone { real: true, .. }), seconds: true, .. })) => {
            (with_t(&iso)?, ChangeReason::DateForm)
        }
        _ => return None,
    };
    (rewritten || normalized != text).then_some((normalized, why))
}

/// The date and time with `T` between them.
fn with_t(iso: &str) -> Option<String> {
    Some(to_text(&Concat(&[&iso.get(..10)?, &"T", &iso.get(11..)?])))
}

/// `15/11/2025`, `15-11-2025`, `15.11.2025` and `2025/11/15`, with or without a time,
/// as an ISO date.
fn indian(text: &str) -> Option<String> {
    let (date, time) = text.split_once([' ', 'T']).map_or((text, None), |(date, time)| (date, Some(time.trim_start())));
    let separator = date.bytes().find(|byte| matches!(byte, b'/' | b'-' | b'.'))?;
    let (first, rest) = cut(date, separator)?;
    let (month, last) = cut(rest, separator)?; // with a fourth field, the last one is not a number
    let (year, day) = match (first.len(), last.len()) {
        (1..=2, 4) => (last, first),
        (4, 1..=2) if separator != b'-' => (first, last),
        _ => return None,
    };
    if !(1..=2).contains(&month.len()) {
        return None;
    }
    let day = Date::new(whole(year)?, whole(month)?, whole(day)?)?;
    Some(match time {
        Some(time) => to_text(&Concat(&[&day, &"T", &time])),
        None => to_text(&day),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Code;

    fn judged(form: DateForm, text: &str) -> (Option<String>, Option<Code>) {
        let mut faults = Vec::new();
        let day = validate_date(form, Subject { name: "date", text }, &mut faults);
        assert!(faults.len() <= 1);
        (day.map(|day| day.to_string()), faults.first().map(Diagnostic::code))
    }

    #[test]
    fn each_form_takes_its_own() {
        use DateForm::*;
        for (form, text) in [
            (Day, "2024-02-29"),
            (LocalTime, "2025-11-15T10:30"),
            (LocalTime, "2025-11-15T10:30:00"),
            (LocalTime, "2025-11-15T10:30:00.123456789"),
            (Instant, "2019-08-24T14:15:22Z"),
            (Instant, "2025-11-15T10:30:00.5+05:30"),
            (Stamp, "2025-11-15 10:30:00"),
        ] {
            assert_eq!(judged(form, text), (text.get(..10).map(str::to_owned), None), "{text}");
        }
    }

    #[test]
    fn each_fault_has_its_code() {
        use DateForm::*;
        for (form, text, day, code) in [
            (Day, "15/11/2025", None, Code::DateFormat),
            (Day, "2025-02-30", None, Code::DateImpossible),
            (Day, "2025-11-15T00:00:00", Some("2025-11-15"), Code::DateTimeUnexpected),
            (LocalTime, "2025-11-15", Some("2025-11-15"), Code::DateFormat),
            (LocalTime, "2025-11-15 10:30:00", Some("2025-11-15"), Code::DateFormat),
            (LocalTime, "2025-11-15T24:00:00", None, Code::DateImpossible),
            (LocalTime, "2025-11-15T10:30:60", None, Code::DateImpossible),
            (LocalTime, "2025-11-15T10:30:00Z", Some("2025-11-15"), Code::DateZoneUnexpected),
            (Instant, "2025-11-15T10:30:00", Some("2025-11-15"), Code::DateZoneMissing),
            (Instant, "2025-11-15T10:30Z", Some("2025-11-15"), Code::DateFormat),
            (Stamp, "yyyy-MM-dd HH:mm:ss", None, Code::DateFormat),
            (Day, "2025-1१-15", None, Code::DateFormat),
            (Day, "", None, Code::DateFormat),
        ] {
            assert_eq!(judged(form, text), (day.map(str::to_owned), Some(code)), "{text}");
        }
    }

    #[test]
    fn any_form_takes_what_one_of_them_takes() {
        use DateForm::*;
        for (text, day) in [
            ("2024-02-29", "2024-02-29"),
            ("2025-11-15T10:30", "2025-11-15"),
            ("2025-11-15T10:30:00.5", "2025-11-15"),
            ("2025-11-15T20:30:00Z", "2025-11-16"),
            ("2025-11-15 10:30:00", "2025-11-15"),
            ("15/11/2025", "2025-11-15"),
        ] {
            assert_eq!(judged(Any, text), (Some(day.to_owned()), None), "{text}");
        }
        for (text, day, code) in [
            ("31/02/2025", None, Code::DateImpossible),
            ("2025-02-30", None, Code::DateImpossible),
            ("2025-11-15T10:30:60", None, Code::DateImpossible),
            ("2025-11-15T10:30Z", Some("2025-11-15"), Code::DateFormat),
            ("2025-11-15 10:30", Some("2025-11-15"), Code::DateFormat),
            ("2025-11-15 10:30:00Z", Some("2025-11-15"), Code::DateFormat),
            ("5/1/2025", None, Code::DateFormat),
            ("15-11-2025", None, Code::DateFormat),
            ("15/11/2025 10:30", None, Code::DateFormat),
            ("string", None, Code::DateFormat),
            ("", None, Code::TextEmpty),
        ] {
            assert_eq!(judged(Any, text), (day.map(str::to_owned), Some(code)), "{text}");
            assert_eq!(fast_date(Any, text.as_bytes()), None, "{text}");
        }
        let mut faults = Vec::new();
        validate_date(Any, Subject { name: "date", text: "string" }, &mut faults);
        assert_eq!(faults[0].severity(), crate::report::Severity::Warning);
        assert_eq!(judged(Day, "15/11/2025").1, Some(Code::DateFormat));
        for text in ["15-11-2025", "2025-11-15", "5/1/2025", "2025-11-15T00:00:00"] {
            assert_eq!(normalize_date(Any, text), None, "{text}");
        }
        assert_eq!(normalize_date(Any, " 15/11/2025 "), Some(("15/11/2025".to_owned(), ChangeReason::Trimmed)));
    }

    #[test]
    fn the_fast_path_ends_where_the_full_one_does() {
        use DateForm::*;
        let days = ["2025-11-15", "2025-02-30", "1999-12-31"];
        let times = ["", "T10:30", "T10:30:00", " 10:30:00", "T20:30:00.5", "T24:00:00", "T10:30:60", "T1030"];
        let zones = ["", "Z", "z", "+05:30", "-23:59", "+14:00", "+24:00", "+05:60", "+0530"];
        let ends = times.iter().flat_map(|time| zones.map(|zone| format!("{time}{zone}")));
        let texts = ends.flat_map(|end| days.map(|day| format!("{day}{end}")));
        for (text, form) in texts.flat_map(|text| [Day, LocalTime, Instant, Stamp, Any].map(|form| (text.clone(), form))) {
            let (day, code) = judged(form, &text);
            match fast_date(form, text.as_bytes()) {
                Some(fast) => assert_eq!((Some(fast.to_string()), None), (day, code), "{form:?} {text}"),
                None => assert!(code.is_some() || text.contains(' '), "{form:?} {text}"),
            }
        }
    }

    #[test]
    fn an_instant_falls_on_the_day_it_is_in_india() {
        for (text, day) in [
            ("2025-11-15T18:29:59Z", "2025-11-15"),
            ("2025-11-15T18:30:00Z", "2025-11-16"),
            ("2025-12-31T20:00:00Z", "2026-01-01"),
            ("2025-11-15T01:00:00+09:00", "2025-11-14"),
            ("2025-03-01T00:30:00+08:00", "2025-02-28"),
            ("2025-01-01T00:00:00+14:00", "2024-12-31"),
        ] {
            assert_eq!(judged(DateForm::Instant, text).0.as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn tidying_is_certain_or_does_nothing() {
        use DateForm::*;
        for (form, text, normalized) in [
            (Day, "15/11/2025", "2025-11-15"),
            (Day, "15-11-2025", "2025-11-15"),
            (Day, "03/04/2025", "2025-04-03"),
            (Day, " 5.1.2025 ", "2025-01-05"),
            (Day, " 2025-12-15 ", "2025-12-15"),
            (Day, " soon", "soon"),
            (Day, "2025/11/15", "2025-11-15"),
            (Day, "2025-11-15T00:00:00", "2025-11-15"),
            (LocalTime, "15/11/2025", "2025-11-15T00:00:00"),
            (LocalTime, "15-11-2025 10:30", "2025-11-15T10:30"),
            (LocalTime, "2025-11-15 10:30:00", "2025-11-15T10:30:00"),
            (LocalTime, "2025-11-15", "2025-11-15T00:00:00"),
        ] {
            assert_eq!(normalize_date(form, text).map(|(normalized, _)| normalized).as_deref(), Some(normalized), "{text}");
            assert_eq!(normalize_date(form, normalized), None, "{normalized}");
        }
        for (form, text) in [
            (Day, "3/14/2025"),
            (Day, "31/02/2025"),
            (Day, "15/11/25"),
            (Day, "2025-11-15T10:30:00"),
            (Day, "2025-11-15"),
            (LocalTime, "2025-11-15T10:30:00Z"),
            (Instant, "15/11/2025"),
            (Instant, "2025-11-15T10:30:00"),
            (Day, "yesterday"),
            (Day, ""),
            (LocalTime, "15/11/2025 25:00"),
            (Day, "1/2/3/2025"),
        ] {
            assert_eq!(normalize_date(form, text), None, "{text}");
        }
    }
}
