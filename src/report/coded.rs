//! Sentences in the Wasm: what JavaScript, which has the languages, puts them together from.
//!
//! A sentence is the number of its template and what fills the places, with control characters
//! around and between; phrases in it are marked. Texts of users have such characters escaped.

use super::{Arg, Locale, Msg, Noun, Show, Why, shown};

const SENTENCE: char = '\u{1d}';
const PHRASE: char = '\u{1e}';
const PART: char = '\u{1f}';

/// What a message says; `discreet`, without what the user sent.
pub(super) fn sentence(msg: Msg, args: &[Arg<'_>], locale: Locale, discreet: bool) -> String {
    let mut text = String::from(SENTENCE);
    (msg as usize).show(&mut text);
    for arg in args {
        text.push(PART);
        arg.write(locale, discreet, &mut text);
    }
    text.push(SENTENCE);
    text
}

/// Adds a kind of value.
pub(super) fn noun(noun: Noun, locale: Locale, out: &mut String) {
    phrase(noun.english(), locale, out);
}

/// Adds a word or two, told by their English.
pub(super) fn phrase(english: &'static str, _: Locale, out: &mut String) {
    out.push(PHRASE);
    out.push_str(english);
    out.push(PHRASE);
}

/// Why a value was changed.
pub(super) fn reason(why: Why, _: Locale) -> String {
    shown(&(why as usize))
}
