//! Counting lines eight bytes at a time.

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const LOW: u64 = ONES * 0x7f;

/// One top bit for each byte of the chunk that is a line feed, and for no other.
#[inline(always)]
pub fn line_feeds(chunk: [u8; 8]) -> u64 {
    let word = u64::from_le_bytes(chunk) ^ (ONES * b'\n' as u64);
    !(((word & LOW) + LOW) | word | LOW)
}

/// How many of the bytes begin a character: all but UTF-8's continuation bytes.
#[inline(always)]
pub fn characters(chunk: [u8; 8]) -> u32 {
    let word = u64::from_le_bytes(chunk);
    8 - (word & !(word << 1) & (ONES << 7)).count_ones()
}

/// A line of a text, from 0; empty if there are not so many.
#[cfg(any(test, feature = "wasm"))]
#[inline(never)]
pub fn nth_line(text: &'static str, index: usize) -> &'static str {
    let (mut rest, mut left) = (text.as_bytes(), index as u32);
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let found = line_feeds(*chunk).count_ones();
        if found >= left {
            break;
        }
        (rest, left) = (after, left - found);
    }
    let mut from = text.len() - rest.len();
    for byte in rest {
        if left == 0 {
            break;
        }
        left -= u32::from(*byte == b'\n');
        from += 1;
    }
    let line = text.get(from..).unwrap_or_default();
    line.get(..line.bytes().position(|byte| byte == b'\n').unwrap_or(line.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_counted_as_they_are_one_by_one() {
        for odd in [b'\n', 0x0b, 0x0a | 0x80, 0, 0xff, 0x80, 0xbf, 0xc0, 0x7f, b'a', 0x09] {
            for at in 0..8 {
                for fill in [b'x', b'\n', 0x8a, 0xe2, 0x0b] {
                    let mut chunk = [fill; 8];
                    chunk[at] = odd;
                    let feeds = chunk.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
                    assert_eq!(line_feeds(chunk), feeds.map(|(at, _)| 0x80 << (at * 8)).sum::<u64>(), "{chunk:?}");
                    assert_eq!(characters(chunk) as usize, chunk.iter().filter(|byte| **byte & 0xc0 != 0x80).count(), "{chunk:?}");
                }
            }
        }
    }

    #[test]
    fn lines_are_those_of_split() {
        let text = "\nfirst\nsecond line\n\na much longer line, of more than eight bytes\nlast\n";
        for (index, line) in text.split('\n').enumerate() {
            assert_eq!(nth_line(text, index), line);
        }
        assert_eq!(nth_line(text, 99), "");
    }
}
