//! The messages of a language as a list, from which the npm package is built.

use super::hindi;
use super::message::{ChangeReason, Noun};
use super::{Code, Locale, MessageId};
use serde::{Serialize, Serializer};

/// The messages of a language.
#[derive(Serialize)]
pub struct Catalogue {
    /// Templates by name, by code; in this order a template has the number of its [`MessageId`].
    pub messages: Listed<&'static str, Listed<String, String>>,
    /// The reasons of changes by normalization, in the order of [`ChangeReason`].
    pub reasons: Listed<String, &'static str>,
    /// Kinds of values, words and short phrases that fill placeholders, by their English form.
    pub phrases: Listed<&'static str, &'static str>,
}

/// A map that keeps its order.
pub struct Listed<K, V>(pub Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Listed<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// The template of a message with numbers in place of the names of terms, which follow the other places.
fn numbered(msg: MessageId, locale: Locale) -> String {
    let first = msg.places();
    let mut text = locale.template(msg).to_owned();
    for (index, term) in msg.terms().iter().enumerate() {
        text = text.replace(&format!("{{{}}}", term.name), &format!("{{{}}}", first + index));
    }
    text
}

/// All messages of findings and changes in a language.
pub fn catalogue(locale: Locale) -> Catalogue {
    let message = |msg: &MessageId| (format!("{msg:?}"), numbered(*msg, locale));
    let of = |code: &Code| MessageId::ALL.iter().filter(|msg| msg.code() == *code).map(message).collect();
    let nouns = Noun::ALL.iter().map(|noun| (noun.english(), locale.noun(*noun)));
    let phrases = hindi::PHRASES.iter().map(|(english, _)| (*english, locale.phrase(english)));
    Catalogue {
        messages: Listed(Code::ALL.iter().map(|code| (code.as_str(), Listed(of(code)))).collect()),
        reasons: Listed(ChangeReason::ALL.iter().map(|why| (format!("{why:?}"), locale.reason(*why))).collect()),
        phrases: Listed(nouns.chain(phrases).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// What has no Hindi yet and is said in English: names of [`MessageId`], [`ChangeReason`] and [`Noun`].
    const LACKING: &[&str] = &[];

    #[test]
    fn what_lacks_hindi_is_listed() {
        let messages = MessageId::ALL.iter().filter(|msg| hindi::template(**msg).is_none()).map(|msg| format!("{msg:?}"));
        let reasons = ChangeReason::ALL.iter().filter(|why| hindi::why(**why).is_none()).map(|why| format!("{why:?}"));
        let nouns = Noun::ALL.iter().filter(|noun| hindi::noun(**noun).is_none()).map(|noun| format!("{noun:?}"));
        assert_eq!(messages.chain(reasons).chain(nouns).collect::<Vec<_>>(), LACKING, "without Hindi, and listed as such");
    }

    fn is_hindi(text: &str) -> bool {
        text.contains(|c| matches!(c, '\u{900}'..='\u{97f}'))
    }

    /// The placeholders of a template, sorted: the order depends on the language.
    fn places(template: &str) -> Vec<&str> {
        let mut places: Vec<_> = template.split('{').skip(1).map(|rest| rest.split_once('}').map_or(rest, |(place, _)| place)).collect();
        places.sort_unstable();
        places
    }

    /// The text in backticks: names and values of the API, which are not translated.
    fn ticked(template: &str) -> BTreeSet<&str> {
        template.split('`').skip(1).step_by(2).collect()
    }

    /// Compares the two languages.
    fn pairs() -> Vec<(String, String, String)> {
        let flat = |locale| {
            let Catalogue { messages, reasons, phrases } = catalogue(locale);
            let phrases = phrases.0.into_iter().map(|(english, text)| (english.to_owned(), text.to_owned()));
            let messages = messages.0.into_iter().flat_map(|(_, of_code)| of_code.0);
            let reasons = reasons.0.into_iter().map(|(name, text)| (name, text.to_owned()));
            messages.chain(reasons).chain(phrases).collect::<Vec<_>>()
        };
        let (english, hindi) = (flat(Locale::En), flat(Locale::Hi));
        assert_eq!(english.len(), hindi.len());
        let lacks: Vec<&str> = Noun::ALL.iter().filter(|noun| hindi::noun(**noun).is_none()).map(|noun| noun.english()).collect();
        let both = english.into_iter().zip(hindi).map(|((name, english), (_, hindi))| (name, english, hindi));
        both.filter(|(name, ..)| !LACKING.contains(&name.as_str()) && !lacks.contains(&name.as_str())).collect()
    }

    #[test]
    fn all_has_its_hindi() {
        for (name, english, hindi) in pairs() {
            // `null` and signs in backticks are the same in every language.
            let sign = english == "null" || (english.starts_with('`') && !english.contains(" or "));
            assert_eq!(is_hindi(&hindi), !sign, "{name}: {hindi}");
            assert_eq!(english == hindi, sign, "{name}: {hindi}");
            assert!(!hindi.contains('।') && hindi.len() < 600, "{name}: {hindi}");
        }
    }

    #[test]
    fn places_and_words_of_the_api_stand_in_both() {
        for (name, english, hindi) in pairs() {
            assert_eq!(places(&english), places(&hindi), "{name}: {hindi}");
            assert_eq!(ticked(&english), ticked(&hindi), "{name}: {hindi}");
        }
        assert_eq!(places("{1} {0} {} {1}"), ["", "0", "1", "1"]);
    }

    #[test]
    fn a_position_is_a_number() {
        let Catalogue { messages, reasons, .. } = catalogue(Locale::Hi);
        let messages: Vec<_> = messages.0.iter().flat_map(|(code, of_code)| of_code.0.iter().map(move |(name, _)| (*code, name))).collect();
        assert_eq!(messages.len(), MessageId::ALL.len());
        for msg in MessageId::ALL {
            assert_eq!(messages[*msg as usize], (msg.code().as_str(), &format!("{msg:?}")));
        }
        for why in ChangeReason::ALL {
            assert_eq!(reasons.0[*why as usize], (format!("{why:?}"), Locale::Hi.reason(*why)));
        }
    }
}
