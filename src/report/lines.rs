//! Counts lines and characters eight bytes at a time.

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const LOW: u64 = ONES * 0x7f;
const PAIRS: u64 = 0x00ff_00ff_00ff_00ff;

/// The number of line feeds.
pub fn line_feeds(bytes: &[u8]) -> usize {
    counted(bytes, true)
}

/// The number of characters: all bytes but the continuation bytes of UTF-8.
pub fn characters(bytes: &[u8]) -> usize {
    bytes.len() - counted(bytes, false)
}

/// The first position of a byte.
pub fn position(bytes: &[u8], byte: u8) -> Option<usize> {
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word) ^ (ONES * u64::from(byte));
        // The lowest top bit is that of the first zero.
        let zeros = word.wrapping_sub(ONES) & !word & (ONES << 7);
        if zeros > 0 {
            return Some(8 * index + zeros.trailing_zeros() as usize / 8);
        }
    }
    rest.iter().position(|other| *other == byte).map(|at| 8 * words.len() + at)
}

/// The number of line feeds, or of continuation bytes.
#[inline(never)]
fn counted(bytes: &[u8], feeds: bool) -> usize {
    // One bit for each byte that counts, its lowest; none for a zero.
    let mark = |word: u64| {
        if feeds {
            let word = word ^ (ONES * b'\n' as u64);
            !(((word & LOW) + LOW) | word | LOW) >> 7
        } else {
            (word & !(word << 1)) >> 7 & ONES
        }
    };
    // Each lane of the sum counts up to 255.
    let block = |block: &[u8]| {
        let (words, rest) = block.as_chunks::<8>();
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(byte, left)| *byte = *left);
        let sum = words.iter().chain([&last]).fold(0, |sum, word| sum + mark(u64::from_le_bytes(*word)));
        let pairs = (sum & PAIRS) + (sum >> 8 & PAIRS);
        (pairs.wrapping_mul(1 | 1 << 16 | 1 << 32 | 1 << 48) >> 48) as usize
    };
    bytes.chunks(8 * 254).map(block).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(bytes: &[u8]) {
        assert_eq!(line_feeds(bytes), bytes.iter().filter(|byte| **byte == b'\n').count(), "{bytes:?}");
        assert_eq!(characters(bytes), bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count(), "{bytes:?}");
        for byte in [b'\n', 0x8a, b'x', 0] {
            assert_eq!(position(bytes, byte), bytes.iter().position(|other| *other == byte), "{bytes:?}");
        }
    }

    #[test]
    fn bytes_are_counted_as_they_are_one_by_one() {
        for odd in [b'\n', 0x0b, 0x0a | 0x80, 0, 0xff, 0x80, 0xbf, 0xc0, 0x7f, b'a', 0x09] {
            for fill in [b'x', b'\n', 0x8a, 0xe2, 0x0b] {
                for length in 0..20 {
                    let mut bytes = vec![fill; length];
                    compare(&bytes);
                    for at in 0..length {
                        bytes[at] = odd;
                        compare(&bytes);
                        bytes[at] = fill;
                    }
                }
            }
        }
        for length in [8 * 254 - 1, 8 * 254, 8 * 255, 8 * 256, 100_000] {
            for fill in [b'\n', 0x80, b'x'] {
                compare(&vec![fill; length]);
            }
        }
    }
}
