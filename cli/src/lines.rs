//! NDJSON: one payload per line.

use crate::batch::{BLOCK, Batch, Content, Source, Unit};
use memchr::memchr;
use std::io::{self, Read};
use std::ops::Range;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads lines. At most `limit` bytes of a line are kept in memory.
pub struct LineReader<R> {
    source: R,
    limit: usize,
    /// The start of the line in which the last batch ended.
    rest: Vec<u8>,
    /// The number of the current line.
    line: u64,
    /// For a line above the limit, the number of bytes skipped so far.
    passed: Option<u64>,
    consumed: u64,
    ended: bool,
    note: Option<String>,
}

impl<R: Read + Send> LineReader<R> {
    pub fn new(source: R, limit: usize) -> Self {
        LineReader { source, limit, rest: Vec::new(), line: 1, passed: None, consumed: 0, ended: false, note: None }
    }

    /// Adds the next bytes of the source to the batch.
    fn more(&mut self, batch: &mut Batch) -> io::Result<()> {
        let count = (&mut self.source).take(BLOCK as u64).read_to_end(&mut batch.bytes)?;
        self.ended = count == 0;
        let first = self.consumed == 0;
        self.consumed += count as u64;
        if first && batch.bytes.starts_with(BYTE_ORDER_MARK) {
            batch.bytes.drain(..BYTE_ORDER_MARK.len());
            self.note = Some("the file starts with a byte order mark (BOM), which is ignored; save it without one".to_owned());
        }
        Ok(())
    }

    /// A line, or the end of one, with its line feed.
    fn ends(&mut self, batch: &mut Batch, range: Range<usize>) {
        let length = range.len() - usize::from(batch.text(&range).ends_with(b"\n"));
        let content = match self.passed.take() {
            passed if passed.is_some() || length > self.limit => {
                self.pass(batch, range);
                Content::TooLarge(passed.unwrap_or(0) + length as u64)
            }
            _ if batch.text(&range).trim_ascii().is_empty() => {
                self.pass(batch, range);
                self.line += 1;
                return;
            }
            _ => Content::Payload(range),
        };
        batch.units.push(self.unit(content));
        self.line += 1;
    }

    /// Input that is not checked; consecutive input of this kind is one part.
    fn pass(&self, batch: &mut Batch, range: Range<usize>) {
        match batch.units.last_mut() {
            _ if range.is_empty() => {}
            Some(Unit { content: Content::Passed(before), .. }) if before.end == range.start => before.end = range.end,
            _ => batch.units.push(self.unit(Content::Passed(range))),
        }
    }

    fn unit(&self, content: Content) -> Unit {
        Unit { line: self.line, row: None, content }
    }
}

impl<R: Read + Send> Source for LineReader<R> {
    fn fill(&mut self, batch: &mut Batch) -> io::Result<()> {
        batch.bytes.append(&mut self.rest);
        let (mut begun, mut sought) = (0, 0);
        while !batch.is_full(begun) {
            let unsought = batch.bytes.get(sought..).unwrap_or_default();
            if let Some(at) = memchr(b'\n', unsought) {
                let end = sought + at + 1;
                self.ends(batch, begun..end);
                (begun, sought) = (end, end);
                continue;
            }
            sought = batch.bytes.len();
            let open = sought - begun;
            if self.ended {
                if open > 0 || self.passed.is_some() {
                    self.ends(batch, begun..sought);
                    begun = sought;
                }
                break;
            }
            if open > self.limit || self.passed.is_some() && open > 0 {
                *self.passed.get_or_insert(0) += open as u64;
                self.pass(batch, begun..sought);
                begun = sought;
            } else {
                self.more(batch)?;
            }
        }
        self.rest.extend_from_slice(batch.bytes.get(begun..).unwrap_or_default());
        batch.bytes.truncate(begun);
        Ok(())
    }

    fn consumed(&self) -> u64 {
        self.consumed
    }

    fn notes(&mut self) -> Vec<String> {
        self.note.take().into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::{COUNT, FULL};

    /// The parts read from a text in chunks, with their text.
    fn read(text: &[u8], piece: usize, limit: usize) -> Vec<(u64, String, Vec<u8>)> {
        struct Pieces<'t>(&'t [u8], usize);
        impl Read for Pieces<'_> {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                let count = self.0.len().min(self.1).min(into.len());
                into[..count].copy_from_slice(&self.0[..count]);
                self.0 = &self.0[count..];
                Ok(count)
            }
        }
        let mut lines = LineReader::new(Pieces(text, piece), limit);
        let (mut batch, mut units) = (Batch::default(), Vec::new());
        loop {
            batch.clear();
            lines.fill(&mut batch).unwrap();
            if batch.units.is_empty() {
                assert_eq!(lines.consumed(), text.len() as u64);
                return units;
            }
            for unit in &batch.units {
                let (kind, range) = match &unit.content {
                    Content::Payload(range) => ("payload".to_owned(), range.clone()),
                    Content::Passed(range) => ("passed".to_owned(), range.clone()),
                    Content::TooLarge(bytes) => (format!("{bytes}"), 0..0),
                    other => panic!("{other:?} is of CSV"),
                };
                units.push((unit.line, kind, batch.text(&range).to_vec()));
            }
        }
    }

    #[test]
    fn lines_are_those_of_split_however_they_come() {
        let mut text = Vec::new();
        for line in 0..40_000 {
            text.extend_from_slice(format!("{{\"line\":{line},{}}}\n", "x".repeat(line % 97)).as_bytes());
        }
        text.truncate(text.len() - 1);
        for piece in [usize::MAX, 70_001, 1009] {
            let units = read(&text, piece, 1000);
            assert_eq!(units.len(), 40_000);
            for (index, ((line, kind, payload), expected)) in units.iter().zip(text.split_inclusive(|byte| *byte == b'\n')).enumerate() {
                assert_eq!((*line, kind.as_str(), payload.as_slice()), (index as u64 + 1, "payload", expected));
            }
        }
    }

    #[test]
    fn blank_lines_count_and_giant_ones_pass_in_parts() {
        let giant = "x".repeat(3 * FULL);
        let text = format!("{{}}\r\n\n \n{giant}\n{{}}\n{giant}");
        let units = read(text.as_bytes(), usize::MAX, 100);
        let reported: Vec<_> = units.iter().filter(|(_, kind, _)| kind != "passed").map(|(line, kind, _)| (*line, kind.as_str())).collect();
        assert_eq!(reported, [(1, "payload"), (4, "786432"), (5, "payload"), (6, "786432")]);
        assert_eq!(units.iter().flat_map(|(_, _, text)| text).copied().collect::<Vec<_>>(), text.as_bytes(), "no byte is lost");
        let largest = units.iter().map(|(_, _, text)| text.len()).max().unwrap();
        assert!(largest <= FULL + BLOCK, "{largest}");
    }

    #[test]
    fn a_batch_has_an_end_in_bytes_and_in_payloads() {
        let text = format!("{}{}", "{}\n".repeat(3 * COUNT + 1), "\n".repeat(3 * FULL));
        let mut lines = LineReader::new(text.as_bytes(), 100);
        let mut counts = Vec::new();
        let mut batch = Batch::default();
        while lines.fill(&mut batch).is_ok() && !batch.units.is_empty() {
            assert!(batch.bytes.len() <= FULL + BLOCK);
            counts.push(batch.units.len());
            batch.clear();
        }
        assert_eq!(counts, [COUNT, COUNT, COUNT, 2, 1, 1, 1]);
        assert_eq!(lines.line, 3 * (COUNT + FULL) as u64 + 2);
    }

    #[test]
    fn a_line_at_the_limit_is_read_and_one_above_is_not() {
        let kinds = |text: &str| read(text.as_bytes(), 3, 5).into_iter().map(|(_, kind, _)| kind).collect::<Vec<_>>();
        assert_eq!(kinds("12345\n"), ["payload"]);
        assert_eq!(kinds("12345"), ["payload"]);
        assert_eq!(kinds("123456\n"), ["passed", "6"]);
        assert_eq!(kinds("123456"), ["passed", "6"]);
        assert_eq!(kinds("\n\n123456\n\n\n12345\n"), ["passed", "6", "passed", "payload"]);
        assert!(kinds("").is_empty());
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_at_the_beginning_only() {
        let text = b"\xef\xbb\xbf{}\n\xef\xbb\xbf{}\n";
        let mut lines = LineReader::new(text.as_slice(), 100);
        let mut batch = Batch::default();
        lines.fill(&mut batch).unwrap();
        assert_eq!(batch.bytes, b"{}\n\xef\xbb\xbf{}\n");
        assert_eq!((lines.notes().len(), lines.notes().len()), (1, 0));
    }
}
