//! Batches of payloads: read one batch at a time, processed in parallel, written in order.

use std::io;
use std::ops::Range;

/// The size of a batch in bytes; a payload that begins below it is read to its end.
pub const FULL: usize = 256 << 10;

/// Maximum number of payloads of a batch: `{}` with three bytes may have a report of thousands.
pub const COUNT: usize = 2048;

/// The number of bytes read at once.
pub const BLOCK: usize = 128 << 10;

/// Consecutive payloads.
#[derive(Default)]
pub struct Batch {
    /// Their bytes.
    pub bytes: Vec<u8>,
    /// For CSV, the ends of the cells, relative to the start of the row.
    pub ends: Vec<usize>,
    /// The parts of the bytes.
    pub units: Vec<Unit>,
}

/// A part of the input.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// The line of the file where it starts, from 1.
    pub line: u64,
    /// For CSV, the row as a spreadsheet counts it; the row of names is the first.
    pub row: Option<u64>,
    pub content: Content,
}

/// The content of a part; ranges are in the bytes of the batch and include the final line feed.
#[derive(Debug, PartialEq, Eq)]
pub enum Content {
    /// A payload.
    Payload(Range<usize>),
    /// The cells of a row, one after the other, and their ends.
    Row(Range<usize>, Range<usize>),
    /// Nothing, or a part of a payload above the limit, which is not checked.
    Passed(Range<usize>),
    /// The end of a payload above the limit, with its length in bytes.
    TooLarge(u64),
    /// A row that cannot be read, with the reason.
    Broken(String),
}

/// A source of batches.
pub trait Source: Send {
    /// Fills the empty batch; leaves it empty at the end of the input.
    fn fill(&mut self, batch: &mut Batch) -> io::Result<()>;

    /// The number of bytes read.
    fn consumed(&self) -> u64;

    /// A note for stderr, once.
    fn notes(&mut self) -> Vec<String> {
        Vec::new()
    }
}

impl Batch {
    /// The bytes of a part.
    pub fn text(&self, range: &Range<usize>) -> &[u8] {
        self.bytes.get(range.clone()).unwrap_or_default()
    }

    /// The cells of a row.
    pub fn cells(&self, text: &Range<usize>, ends: &Range<usize>) -> impl Iterator<Item = &[u8]> {
        cells(self.text(text), self.ends.get(ends.clone()).unwrap_or_default())
    }

    /// Whether the batch is full after this many bytes.
    pub fn is_full(&self, taken: usize) -> bool {
        taken >= FULL || self.units.len() >= COUNT
    }

    pub fn clear(&mut self) {
        self.bytes.clear();
        // Frees the memory of a giant line.
        self.bytes.shrink_to(4 * FULL);
        self.ends.clear();
        self.units.clear();
    }
}

/// A text in chunks.
pub fn cells<'t>(text: &'t [u8], ends: &'t [usize]) -> impl Iterator<Item = &'t [u8]> {
    let begins = std::iter::once(&0).chain(ends);
    begins.zip(ends).map(|(begin, end)| text.get(*begin..*end).unwrap_or_default())
}
