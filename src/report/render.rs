//! Messages in the native build: the template of the chosen language with its placeholders filled.

use super::lines::position;
use super::{Arg, Bounds, ChangeReason, Diagnostic, Locale, MessageId, Noun, Rupees, excerpt, hindi, joined};
use std::fmt::Write;

/// Replaces personal data.
pub const MASK: &str = "•••";

impl Locale {
    /// The template of a message; in English where the language has none.
    pub(super) fn template(self, msg: MessageId) -> &'static str {
        match self {
            Locale::En => msg.english(),
            Locale::Hi => hindi::template(msg).unwrap_or(msg.english()),
        }
    }

    /// A kind of value.
    pub(super) fn noun(self, noun: Noun) -> &'static str {
        match self {
            Locale::En => noun.english(),
            Locale::Hi => hindi::noun(noun).unwrap_or(noun.english()),
        }
    }

    /// A short phrase, given by its English form; names of the API are not translated.
    pub(super) fn phrase(self, english: &'static str) -> &'static str {
        match self {
            Locale::En => english,
            Locale::Hi => hindi::PHRASES.iter().find(|(known, _)| *known == english).map_or(english, |(_, hindi)| hindi),
        }
    }

    /// The reason of a change.
    pub(super) fn reason(self, why: ChangeReason) -> &'static str {
        match self {
            Locale::En => why.english(),
            Locale::Hi => hindi::why(why).unwrap_or(why.english()),
        }
    }
}

/// The message of a diagnostic.
pub(super) fn message(fault: &Diagnostic<'_>, locale: Locale) -> String {
    sentence(fault, locale, false)
}

/// The message of a diagnostic; with `masked`, without the user's input.
pub(super) fn sentence(fault: &Diagnostic<'_>, locale: Locale, masked: bool) -> String {
    let (msg, args) = fault.parts();
    let template = locale.template(msg);
    let mut text = String::with_capacity(template.len() + 96);
    let mut rest = template;
    while let Some(at) = position(rest.as_bytes(), b'{') {
        let (before, place) = rest.split_at_checked(at).unwrap_or_default();
        text.push_str(before);
        // `{}` in a template is literal: the empty object.
        let (filled, index) = match place.as_bytes() {
            [_, digit @ b'0'..=b'9', b'}', ..] => (3, Some(usize::from(digit - b'0'))),
            [_, b'A'..=b'Z', ..] => {
                let name = place.get(1..).and_then(|rest| rest.split_once('}')).map_or("", |(name, _)| name);
                let named = msg.terms().iter().position(|term| term.name == name);
                (name.len() + 2, named.map(|named| named + args.len().saturating_sub(msg.terms().len())))
            }
            _ => (1, None),
        };
        match index.map(|index| args.get(index)) {
            Some(Some(arg)) => write(arg, locale, masked, &mut text),
            // A test looks for placeholders that are not filled.
            Some(None) => text.push_str("{?}"),
            None => text.push('{'),
        }
        rest = place.get(filled..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

fn write(arg: &Arg<'_>, locale: Locale, masked: bool, out: &mut String) {
    let done = match arg {
        Arg::Plain(text) => out.write_str(text),
        Arg::Owned(text) => out.write_str(text),
        Arg::Input(text) => {
            out.push('`');
            out.push_str(&if masked { MASK.into() } else { excerpt(text) });
            out.write_char('`')
        }
        Arg::Subject(name, text) => {
            out.push_str(name);
            out.push(' ');
            return write(&Arg::Input(text), locale, masked, out);
        }
        Arg::Paise(paise) => {
            out.push_str("₹ ");
            out.write_str(Rupees::grouped(*paise).as_str())
        }
        Arg::Count(count) => write!(out, "{}", *count as i64),
        Arg::Noun(noun) => out.write_str(locale.noun(*noun)),
        Arg::Phrase(text) => out.write_str(locale.phrase(text)),
        Arg::Bounds(Bounds(min, max)) if min == max => write!(out, "{min}"),
        Arg::Bounds(Bounds(min, max)) => write!(out, "{min}{}{max}", locale.phrase(" to ")),
        Arg::Either(words) => out.write_str(&joined(words.iter().copied(), locale.phrase(" or "))),
    };
    debug_assert!(done.is_ok(), "a String takes all");
}

/// The reason of a change.
pub(super) fn reason(why: ChangeReason, locale: Locale) -> String {
    locale.reason(why).to_owned()
}
