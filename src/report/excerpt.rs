//! Excerpts of the user's input, for display.

use super::hex;
use std::borrow::Cow;

/// Maximum number of input characters in a message; an escaped character counts as six, one of four bytes as two.
const MAX_CHARACTERS: usize = 60;

/// Maximum length in bytes of a list of words in a message.
const MAX_LIST: usize = 160;

/// The input if it is short and printable; otherwise its beginning, with control characters
/// escaped: a finding on megabytes stays small.
pub fn excerpt(input: &str) -> Cow<'_, str> {
    let plain = |c: char| !c.is_control();
    let usual = |byte: u8| (0x20..0x7f).contains(&byte);
    if input.len() <= MAX_CHARACTERS && (input.bytes().all(usual) || input.chars().all(plain)) {
        return Cow::Borrowed(input);
    }
    let (mut shown, mut room) = (String::new(), MAX_CHARACTERS);
    for c in input.chars() {
        let length = if plain(c) { c.len_utf16() } else { 6 };
        if length > room {
            shown.push('…');
            break;
        }
        room -= length;
        if plain(c) {
            shown.push(c);
        } else {
            shown.push_str("\\u");
            hex(c.into(), &mut shown);
        }
    }
    Cow::Owned(shown)
}

/// The words, joined by a separator.
pub fn joined<'w>(words: impl Iterator<Item = &'w str>, separator: &str) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push_str(separator);
        }
        text.push_str(word);
    }
    text
}

/// The words of a list, joined by commas; the end of a long list is replaced by an ellipsis.
pub fn first_of(words: &[&str]) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push_str(", ");
        }
        if text.len() + word.len() > MAX_LIST {
            text.push('…');
            break;
        }
        text.push_str(word);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{MAX_LIST, excerpt, first_of};

    #[test]
    fn long_lists_are_cut() {
        assert_eq!(first_of(&["A", "B"]), "A, B");
        let list = first_of(&["ABCD"; 100]);
        assert!(list.ends_with(", ABCD, …") && list.len() <= MAX_LIST + ", …".len(), "{list}");
    }

    #[test]
    fn long_input_is_cut_and_controls_are_escaped() {
        assert_eq!(excerpt("KC1"), "KC1");
        assert_eq!(excerpt("a\0b"), "a\\u0000b");
        let long = "x".repeat(10_000_000);
        assert_eq!(excerpt(&long).chars().count(), 61);
        assert_eq!(excerpt(&"\u{7f}".repeat(11)), "\\u007f".repeat(10) + "…");
        assert_eq!(excerpt(&"😀".repeat(31)), "😀".repeat(30) + "…");
        let full = format!("{}\0", "₹".repeat(54));
        assert_eq!(excerpt(&full).chars().count(), 60);
    }
}
