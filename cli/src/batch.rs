//! Payloads on their way: read a batch at a time, worked on together, written in order.

use std::io;
use std::ops::Range;

/// How many bytes a batch is filled with; a payload that begins below this is read to its end.
pub const FULL: usize = 256 << 10;

/// How many payloads a batch has at the most: `{}` of three bytes may have a report of thousands.
pub const COUNT: usize = 2048;

/// How many bytes are asked for at once.
pub const BLOCK: usize = 128 << 10;

/// Some payloads that follow each other.
#[derive(Default)]
pub struct Batch {
    /// Their text.
    pub bytes: Vec<u8>,
    /// Of CSV, where its cells end, counted from the beginning of their row.
    pub ends: Vec<usize>,
    /// What the text is.
    pub units: Vec<Unit>,
}

/// A stretch of what is read.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// The line of the file that it begins on, from 1.
    pub line: u64,
    /// Of CSV, the row as a spreadsheet counts it, the names being the first.
    pub row: Option<u64>,
    pub content: Content,
}

/// What a stretch holds; ranges are those of the batch's bytes, with the line feed that ends it.
#[derive(Debug, PartialEq, Eq)]
pub enum Content {
    /// A payload.
    Payload(Range<usize>),
    /// The cells of a row, one after the other, and their ends.
    Row(Range<usize>, Range<usize>),
    /// Nothing, or a part of a payload above the limit, which is not judged.
    Passed(Range<usize>),
    /// The end of a payload above the limit, of so many bytes.
    TooLarge(u64),
    /// A row that cannot be read, and why.
    Broken(String),
}

/// Where batches come from.
pub trait Source: Send {
    /// Fills the batch, which is empty; it stays so at the end.
    fn fill(&mut self, batch: &mut Batch) -> io::Result<()>;

    /// How many bytes have been read.
    fn consumed(&self) -> u64;

    /// What is to be told on stderr, once.
    fn notes(&mut self) -> Vec<String> {
        Vec::new()
    }
}

impl Batch {
    /// The text of a stretch.
    pub fn text(&self, range: &Range<usize>) -> &[u8] {
        self.bytes.get(range.clone()).unwrap_or_default()
    }

    /// The cells of a row.
    pub fn cells(&self, text: &Range<usize>, ends: &Range<usize>) -> impl Iterator<Item = &[u8]> {
        cells(self.text(text), self.ends.get(ends.clone()).unwrap_or_default())
    }

    /// Whether no more payloads are begun, so many bytes having been taken.
    pub fn is_full(&self, taken: usize) -> bool {
        taken >= FULL || self.units.len() >= COUNT
    }

    pub fn clear(&mut self) {
        self.bytes.clear();
        // What a giant line needed is given back.
        self.bytes.shrink_to(4 * FULL);
        self.ends.clear();
        self.units.clear();
    }
}

/// A text in pieces.
pub fn cells<'t>(text: &'t [u8], ends: &'t [usize]) -> impl Iterator<Item = &'t [u8]> {
    let begins = std::iter::once(&0).chain(ends);
    begins.zip(ends).map(|(begin, end)| text.get(*begin..*end).unwrap_or_default())
}
