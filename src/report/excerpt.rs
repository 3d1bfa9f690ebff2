//! Pieces of the user's input, made fit to be shown.

use std::{borrow::Cow, fmt::Write};

/// Characters of input that a message shows at the most.
const SHOWN: usize = 60;

/// The input itself if it is short and printable, else its beginning with control
/// characters escaped: a finding on megabytes stays small.
pub fn excerpt(input: &str) -> Cow<'_, str> {
    let plain = |c: char| !c.is_control();
    if input.len() <= SHOWN && input.chars().all(plain) {
        return Cow::Borrowed(input);
    }
    let mut shown = String::new();
    let mut rest = input.chars();
    for c in rest.by_ref().take(SHOWN) {
        if plain(c) {
            shown.push(c);
        } else {
            let _ = write!(shown, "\\u{:04x}", u32::from(c));
        }
    }
    if rest.next().is_some() {
        shown.push('…');
    }
    Cow::Owned(shown)
}

/// The words with a separator between them.
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

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn long_input_is_cut_and_controls_are_escaped() {
        assert_eq!(excerpt("KC1"), "KC1");
        assert_eq!(excerpt("a\0b"), "a\\u0000b");
        let long = "x".repeat(10_000_000);
        assert_eq!(excerpt(&long).chars().count(), 61);
    }
}
