//! CSV: one invoice per row, below a row of column names.

use crate::batch::{BLOCK, Batch, Content, Source, Unit, cells};
use crate::columns::{Columns, Mapping};
use bijak::payload::Shape;
use csv_core::ReadRecordResult;
use memchr::memchr_iter;
use std::io::{self, Read};
use std::sync::Arc;

/// Reads rows. Their bodies are built in the worker threads.
pub struct Rows<R> {
    records: Records<R>,
    columns: Arc<Columns>,
    ended: bool,
    notes: Vec<String>,
}

/// Reads records with their positions.
struct Records<R> {
    source: R,
    limit: usize,
    parser: csv_core::Reader,
    buffer: Vec<u8>,
    /// The number of parsed bytes of the buffer.
    at: usize,
    consumed: u64,
    exhausted: bool,
    /// The line of the next byte, from 1.
    line: u64,
    /// The number of line feeds in cells so far.
    within: u64,
    /// The cells of the record, one after the other, and their ends.
    cells: Vec<u8>,
    ends: Vec<usize>,
}

/// The kind of a record.
enum Record {
    /// The end of the input.
    End,
    /// Its line, its row, and its number of cells.
    Cells(u64, u64, usize),
    /// Its line and row; it is above the limit.
    Endless(u64, u64),
}

impl<R: Read + Send> Rows<R> {
    /// Reads the row of column names and finds the field of each column.
    ///
    /// # Errors
    /// A message, if the source cannot be read, has no such row, or its columns do not fit.
    pub fn new(source: R, limit: usize, mapping: &Mapping, shape: &'static Shape) -> Result<Self, String> {
        let parser = csv_core::Reader::new();
        let mut records = Records {
            source,
            limit,
            parser,
            buffer: Vec::new(),
            at: 0,
            consumed: 0,
            exhausted: false,
            line: 1,
            within: 0,
            cells: Vec::new(),
            ends: Vec::new(),
        };
        let Record::Cells(_, _, count) = records.next().map_err(|error| error.to_string())? else {
            return Err("the header row is missing; name the columns in the first row".to_owned());
        };
        let name = |(index, cell): (usize, &[u8])| match String::from_utf8_lossy(cell).trim() {
            "" => format!("(column {})", index + 1),
            name => name.to_owned(),
        };
        let (text, ends) = records.row(count);
        let names = cells(text, ends).enumerate().map(name).collect();
        let (columns, left) = Columns::find(names, mapping, shape)?;
        let notes = match left.is_empty() {
            true => Vec::new(),
            false => vec![format!("columns not mapped: {}; map one with --map \"Column=field\"", left.join(", "))],
        };
        Ok(Rows { records, columns: Arc::new(columns), ended: false, notes })
    }

    pub fn columns(&self) -> Arc<Columns> {
        Arc::clone(&self.columns)
    }
}

impl<R: Read + Send> Source for Rows<R> {
    fn fill(&mut self, batch: &mut Batch) -> io::Result<()> {
        while !self.ended && !batch.is_full(batch.bytes.len()) {
            let (line, row, content) = match self.records.next()? {
                Record::End => {
                    self.ended = true;
                    break;
                }
                Record::Endless(line, row) => {
                    self.ended = true;
                    let limit = self.records.limit;
                    let why = format!(
                        "the row is longer than {limit} bytes, and nothing after it is read; check for a double quote that is not closed"
                    );
                    (line, row, Content::Broken(why))
                }
                Record::Cells(line, row, count) => {
                    let (text, ends) = self.records.row(count);
                    let (begin, first) = (batch.bytes.len(), batch.ends.len());
                    batch.bytes.extend_from_slice(text);
                    batch.ends.extend_from_slice(ends);
                    (line, row, Content::Row(begin..batch.bytes.len(), first..batch.ends.len()))
                }
            };
            batch.units.push(Unit { line, row: Some(row), content });
        }
        Ok(())
    }

    fn consumed(&self) -> u64 {
        self.records.consumed
    }

    fn notes(&mut self) -> Vec<String> {
        std::mem::take(&mut self.notes)
    }
}

impl<R: Read> Records<R> {
    /// The cells of the last record, and their ends.
    fn row(&self, count: usize) -> (&[u8], &[usize]) {
        let ends = self.ends.get(..count).unwrap_or_default();
        (self.cells.get(..ends.last().copied().unwrap_or(0)).unwrap_or_default(), ends)
    }

    fn next(&mut self) -> io::Result<Record> {
        let (mut length, mut count, mut taken, mut begun) = (0, 0, 0, None);
        // Line feeds since its start.
        let mut feeds = 0;
        loop {
            if self.at == self.buffer.len() && !self.exhausted {
                self.buffer.clear();
                self.at = 0;
                let more = (&mut self.source).take(BLOCK as u64).read_to_end(&mut self.buffer)?;
                self.exhausted = more == 0;
                self.consumed += more as u64;
            }
            let input = self.buffer.get(self.at..).unwrap_or_default();
            let cells = self.cells.get_mut(length..).unwrap_or_default();
            let ends = self.ends.get_mut(count..).unwrap_or_default();
            let (result, read, written, ended) = self.parser.read_record(input, cells, ends);
            let passed = input.get(..read).unwrap_or_default();
            // The bytes before a record are the end of another record, or an empty line.
            let blank = match begun {
                None => passed.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count(),
                Some(_) => 0,
            };
            let (before, record) = passed.split_at(blank);
            self.line += line_feeds(before);
            if begun.is_none() && !record.is_empty() {
                begun = Some(self.line);
            }
            self.line += line_feeds(record);
            feeds += line_feeds(record);
            let last = passed.last().copied();
            (self.at, length, count, taken) = (self.at + read, length + written, count + ended, taken + read);
            let line = begun.unwrap_or(self.line);
            let row = line.saturating_sub(self.within);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.cells.resize((2 * self.cells.len()).max(4096), 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize((2 * self.ends.len()).max(64), 0),
                ReadRecordResult::Record => {
                    // The final line feed is not part of a cell.
                    self.within += feeds - u64::from(last == Some(b'\n'));
                    return Ok(Record::Cells(line, row, count));
                }
                ReadRecordResult::End => return Ok(Record::End),
            }
            if begun.is_some() && taken > self.limit {
                return Ok(Record::Endless(line, row));
            }
        }
    }
}

fn line_feeds(bytes: &[u8]) -> u64 {
    memchr_iter(b'\n', bytes).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use bijak::payload::UPDATE_INVOICE;

    fn rows(text: &str, limit: usize) -> Result<Rows<&[u8]>, String> {
        Rows::new(text.as_bytes(), limit, &Mapping::default(), &UPDATE_INVOICE)
    }

    /// Line, row and body of each row.
    fn read(text: &str, limit: usize) -> Vec<(u64, u64, String)> {
        let mut rows = rows(text, limit).unwrap();
        let (mut batch, mut read) = (Batch::default(), Vec::new());
        loop {
            batch.clear();
            rows.fill(&mut batch).unwrap();
            if batch.units.is_empty() {
                return read;
            }
            for unit in &batch.units {
                let text = match &unit.content {
                    Content::Row(text, ends) => {
                        let mut body = Vec::new();
                        match rows.columns.body(batch.cells(text, ends), &mut body) {
                            Ok(true) => String::from_utf8(body).unwrap(),
                            Ok(false) => continue,
                            Err(why) => why,
                        }
                    }
                    Content::Broken(why) => why.clone(),
                    _ => unreachable!("rows are cells or broken"),
                };
                read.push((unit.line, unit.row.unwrap(), text));
            }
        }
    }

    #[test]
    fn rows_and_lines_are_those_of_spreadsheet_and_editor() {
        for feed in ["\n", "\r\n"] {
            let text = ["via,description", "a,\"x", "y\"", "", "b,\"z\"", ",", "c,\"1", "", "2\"", "d,"].join(feed);
            for text in [text.clone(), format!("{text}{feed}"), format!("\u{feff}{text}{feed}{feed}")] {
                let rows = read(&text, 1000);
                let places: Vec<_> = rows.iter().map(|(line, row, _)| (*line, *row)).collect();
                assert_eq!(places, [(2, 2), (5, 4), (7, 6), (10, 7)], "{text:?}");
                let inside = feed.replace('\r', "\\r").replace('\n', "\\n");
                assert_eq!(rows[0].2, format!("{{\"via\":\"a\",\"description\":\"x{inside}y\"}}"));
                assert_eq!(rows[3].2, "{\"via\":\"d\"}");
            }
        }
    }

    #[test]
    fn many_rows_come_in_order() {
        let mut text = "via,description\n".to_owned();
        for row in 0..30_000 {
            text += &format!("{row},\"{}\"\n", "x,".repeat(row % 61));
        }
        let rows = read(&text, 1000);
        assert_eq!(rows.len(), 30_000);
        for (index, (line, row, body)) in rows.iter().enumerate() {
            assert_eq!((*line, *row), (index as u64 + 2, index as u64 + 2));
            assert!(body.starts_with(&format!("{{\"via\":\"{index}\"")), "{body}");
        }
    }

    #[test]
    fn a_quote_left_open_ends_the_reading() {
        let text = format!("via,tds\na,1\nb,\"{}\n", "c,1\n".repeat(100_000));
        let rows = read(&text, 1000);
        assert_eq!(rows.len(), 2);
        assert!((rows[1].0, rows[1].1) == (3, 3) && rows[1].2.contains("check for a double quote that is not closed"), "{:?}", rows[1]);
    }

    #[test]
    fn a_row_of_names_is_needed() {
        assert!(rows("", 1000).err().unwrap().contains("the header row is missing"));
        assert!(rows("\n\n", 1000).err().unwrap().contains("the header row is missing"));
        let mut named = rows("via,,Colour\n", 1000).unwrap();
        assert_eq!(named.notes(), ["columns not mapped: (column 2), Colour; map one with --map \"Column=field\""]);
    }
}
