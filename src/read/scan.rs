//! Finds the end of a string eight bytes at a time.

/// The end of a run of string bytes.
pub struct Run {
    /// The byte that ended it: a quote, a backslash, a control character or the end.
    pub at: usize,
    /// Whether something other than printable ASCII may have been among the bytes.
    pub non_ascii: bool,
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGH: u64 = ONES << 7;

/// Nonzero in the top bit of each byte that is zero (and perhaps of bytes above one).
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGH
}

/// Runs from `from` to the next quote, backslash or control character.
#[inline(never)]
pub fn run(bytes: &[u8], from: usize) -> Run {
    let mut at = from;
    let mut non_ascii = 0;
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let word = u64::from_le_bytes(*chunk);
        let quote = zeros(word ^ (ONES * b'"' as u64));
        let backslash = zeros(word ^ (ONES * b'\\' as u64));
        let control = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
        let end = quote | backslash | control;
        non_ascii |= (word & HIGH) | zeros(word ^ (ONES * 0x7f));
        if end != 0 {
            return Run { at: at + (end.trailing_zeros() / 8) as usize, non_ascii: non_ascii != 0 };
        }
        at += 8;
    }
    let mut non_ascii = non_ascii != 0;
    while let Some(byte) = bytes.get(at) {
        if matches!(byte, b'"' | b'\\' | 0..0x20) {
            break;
        }
        non_ascii |= *byte >= 0x7f;
        at += 1;
    }
    Run { at, non_ascii }
}

/// Nonzero in the top bit of each byte that is not plain, and perhaps of bytes above one:
/// plain is printable ASCII but `"` and `\`.
#[inline(always)]
const fn not_plain(word: u64) -> u64 {
    const LOW: u64 = ONES * 0x7f;
    let not_quote = (word ^ (ONES * b'"' as u64)).wrapping_add(LOW);
    let not_backslash = (word ^ (ONES * b'\\' as u64)).wrapping_add(LOW);
    let not_control = word.wrapping_add(ONES * 0x60);
    let delete = word.wrapping_add(ONES);
    (!(not_quote & not_backslash & not_control) | word | delete) & HIGH
}

/// The content of the string whose opening quote is before `from`, if all of it is plain.
#[inline(always)]
pub fn plain_ascii(bytes: &[u8], from: usize) -> Option<&[u8]> {
    let mut rest = bytes.get(from..)?;
    while let Some((eight, after)) = rest.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*eight);
        let ends = not_plain(word);
        if ends != 0 {
            let place = ends.trailing_zeros() & !7;
            let end = bytes.len() - rest.len() + (place / 8) as usize;
            return if (word >> place) as u8 == b'"' { bytes.get(from..end) } else { None };
        }
        rest = after;
    }
    let end = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20 | 0x7f..))?;
    let end = bytes.len() - rest.len() + end;
    bytes.get(from..end).filter(|_| bytes.get(end) == Some(&b'"'))
}

/// Whether `word` is at `at`. In Wasm slices are compared byte by byte; this function compares
/// eight bytes at a time, with an overlap at the end.
#[inline(always)]
pub fn stands(bytes: &[u8], at: usize, word: &[u8]) -> bool {
    let Some(mut here) = bytes.get(at..at + word.len()) else { return false };
    let mut word = word;
    let (Some(here_end), Some(word_end)) = (here.last_chunk::<8>(), word.last_chunk::<8>()) else {
        return is_short(here, word);
    };
    while let (Some((a, here_rest)), Some((b, word_rest))) = (here.split_first_chunk::<8>(), word.split_first_chunk::<8>()) {
        if u64::from_le_bytes(*a) != u64::from_le_bytes(*b) {
            return false;
        }
        (here, word) = (here_rest, word_rest);
    }
    u64::from_le_bytes(*here_end) == u64::from_le_bytes(*word_end)
}

/// [`stands`] for two slices of the same length below eight bytes.
#[inline(always)]
fn is_short(here: &[u8], word: &[u8]) -> bool {
    let four = |bytes: Option<&[u8; 4]>| bytes.map(|bytes| u32::from_le_bytes(*bytes));
    if let (Some(here_end), Some(word_end)) = (four(here.last_chunk()), four(word.last_chunk())) {
        return here_end == word_end && four(here.first_chunk()) == four(word.first_chunk());
    }
    match (here, word) {
        ([a, b, c], [x, y, z]) => a == x && b == y && c == z,
        ([a, b], [x, y]) => a == x && b == y,
        ([a], [x]) => a == x,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{plain_ascii, run, stands};

    #[test]
    fn words_are_compared_to_their_end() {
        let text = b"xx\"approvalStatus\"";
        for end in 0..=16 {
            let word = &text[2..2 + end];
            assert!(stands(text, 2, word));
            if end > 0 {
                let mut other = word.to_vec();
                other[end - 1] ^= 1;
                assert!(!stands(text, 2, &other));
                assert!(!stands(&text[..1 + end], 2, word), "cut");
            }
        }
    }

    #[test]
    fn a_run_ends_where_a_plain_loop_ends() {
        for length in 0..40 {
            for end in [b'"', b'\\', b'\n', 0, 0x1f] {
                for fill in [b' ', b'a', 0x7f, 0xe2, 0xff, b'#', b'[', b'!', b']'] {
                    let mut bytes = vec![fill; length];
                    bytes.push(end);
                    bytes.extend_from_slice(&[b'"', fill, 0x80, 0x01, b'x', b'x', b'x', b'x', b'x']);
                    let run = run(&bytes, 0);
                    assert_eq!(run.at, length, "{fill:#x} {end:#x}");
                    assert!(run.non_ascii || fill < 0x7f || length == 0, "{fill:#x}");
                    let valid = end == b'"' && (fill < 0x7f || length == 0);
                    for cut in [bytes.len(), length + 1] {
                        assert_eq!(plain_ascii(&bytes[..cut], 0), valid.then_some(&bytes[..length]), "{fill:#x} {end:#x}");
                    }
                }
            }
        }
    }
}
