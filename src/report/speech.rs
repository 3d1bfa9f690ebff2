//! Sentences natively: the template in the language asked for, with its places filled.

use super::{Arg, Locale, Msg, Noun, Why, hindi};

impl Locale {
    /// The template of a message.
    pub(super) fn template(self, msg: Msg) -> &'static str {
        match self {
            Locale::En => msg.english(),
            Locale::Hi => hindi::template(msg),
        }
    }

    /// A kind of value.
    pub(super) fn noun(self, noun: Noun) -> &'static str {
        match self {
            Locale::En => noun.english(),
            Locale::Hi => hindi::noun(noun),
        }
    }

    /// A word or two, told by their English; what the API calls so stays as it is.
    pub(super) fn phrase(self, english: &'static str) -> &'static str {
        match self {
            Locale::En => english,
            Locale::Hi => hindi::PHRASES.iter().find(|(known, _)| *known == english).map_or(english, |(_, hindi)| hindi),
        }
    }

    /// Why a value was changed.
    pub(super) fn reason(self, why: Why) -> &'static str {
        match self {
            Locale::En => why.english(),
            Locale::Hi => hindi::why(why),
        }
    }
}

/// What a message says; `discreet`, without what the user sent.
pub(super) fn sentence(msg: Msg, args: &[Arg<'_>], locale: Locale, discreet: bool) -> String {
    let template = locale.template(msg);
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        // `{}` in a template is meant as it stands: the empty object.
        match after.split_once('}').map(|(name, tail)| (name.as_bytes(), tail)) {
            Some(([digit @ b'0'..=b'9'], tail)) => {
                match args.get(usize::from(digit - b'0')) {
                    Some(arg) => arg.write(locale, discreet, &mut text),
                    // A test looks for places that nothing fills.
                    None => text.push_str("{?}"),
                }
                rest = tail;
            }
            _ => {
                text.push('{');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

/// Adds a kind of value.
pub(super) fn noun(noun: Noun, locale: Locale, out: &mut String) {
    out.push_str(locale.noun(noun));
}

/// Adds a word or two, told by their English.
pub(super) fn phrase(english: &'static str, locale: Locale, out: &mut String) {
    out.push_str(locale.phrase(english));
}

/// Why a value was changed.
pub(super) fn reason(why: Why, locale: Locale) -> String {
    locale.reason(why).to_owned()
}
