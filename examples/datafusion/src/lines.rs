use datafusion::arrow::array::{BinaryViewBuilder, Int64Builder, RecordBatch, StringViewBuilder};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::catalog::streaming::StreamingTable;
use datafusion::common::plan_err;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_plan::stream::RecordBatchReceiverStream;
use datafusion::physical_plan::streaming::PartitionStream;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A batch is handed on when it holds so many bytes, however few its lines are.
const BATCH_BYTES: usize = 8 << 20;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A table of the lines of an NDJSON file, or of the `.ndjson` and `.jsonl` files of a folder: `file`, `line` from 1, and
/// `payload`, the bytes of the line. Each file is a partition. Blank lines are counted and left out,
/// and a byte order mark is passed over.
///
/// DataFusion's own JSON reader would parse the lines, and `0.1` and `0.10`, a key that stands twice, and a line that is no
/// JSON at all would be lost before anybody could check them. Its CSV reader would keep the text, but takes a quote at
/// the front of a line for its own, and ends the query where a line has one delimiter too many.
///
/// # Errors
/// If there is no such file, or the folder has none; while the query runs, if one cannot be read.
///
/// ```
/// # #[tokio::main]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// # let file = folder.path().join("invoices.ndjson");
/// std::fs::write(&file, "{\"via\":\"EMAIL\"}\n\n{\"tds\":\"1,000\"}\n")?;
///
/// let mut context = datafusion::prelude::SessionContext::new();
/// bijak_datafusion::register_all(&mut context)?;
/// context.register_table("invoices", std::sync::Arc::new(bijak_datafusion::lines(&file)?))?;
/// let faulty = context.sql("SELECT line FROM invoices WHERE NOT bijak_check('updateInvoice', payload)['valid']").await?;
/// assert!(faulty.to_string().await?.contains("| 3 "));
/// # Ok(())
/// # }
/// ```
pub fn lines(path: &Path) -> Result<StreamingTable> {
    let schema = Arc::new(Schema::new(vec![
        Field::new("file", DataType::Utf8View, false),
        Field::new("line", DataType::Int64, false),
        Field::new("payload", DataType::BinaryView, false),
    ]));
    let files = files(path)?;
    if files.is_empty() {
        return plan_err!("{} holds no .ndjson or .jsonl file", path.display());
    }
    let partition = |file| Arc::new(Lines { schema: schema.clone(), file }) as Arc<dyn PartitionStream>;
    StreamingTable::try_new(schema.clone(), files.into_iter().map(partition).collect())
}

fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        File::open(path).map_err(|error| unread(path, error))?;
        return Ok(vec![path.to_owned()]);
    }
    let entries = path.read_dir().and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>());
    let mut files = entries.map_err(|error| unread(path, error))?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "ndjson" || extension == "jsonl"));
    files.sort();
    Ok(files)
}

fn unread(path: &Path, error: std::io::Error) -> DataFusionError {
    DataFusionError::from(error).context(format!("cannot read {}", path.display()))
}

/// The lines of one file.
#[derive(Debug)]
struct Lines {
    schema: SchemaRef,
    file: PathBuf,
}

impl PartitionStream for Lines {
    fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    fn execute(&self, task: Arc<TaskContext>) -> SendableRecordBatchStream {
        let mut stream = RecordBatchReceiverStream::builder(self.schema.clone(), 2);
        let (sender, rows) = (stream.tx(), task.session_config().batch_size());
        let (file, schema) = (self.file.clone(), self.schema.clone());
        stream.spawn_blocking(move || {
            // Nobody listens any more once a LIMIT is reached.
            read(&file, &schema, rows, |batch| sender.blocking_send(Ok(batch)).is_ok())
        });
        stream.build()
    }
}

/// Reads a file in batches, for as long as they are taken.
fn read(file: &Path, schema: &SchemaRef, rows: usize, mut take: impl FnMut(RecordBatch) -> bool) -> Result<()> {
    let fault = |error| unread(file, error);
    let mut reader = BufReader::new(File::open(file).map_err(fault)?);
    let name = file.display().to_string();
    let (mut number, mut ended) = (0, false);
    while !ended {
        let (mut names, mut lines, mut payloads) = (StringViewBuilder::new(), Int64Builder::new(), BinaryViewBuilder::new());
        let (mut count, mut bytes, mut line) = (0, 0, Vec::new());
        while count < rows && bytes < BATCH_BYTES {
            line.clear();
            if reader.read_until(b'\n', &mut line).map_err(fault)? == 0 {
                ended = true;
                break;
            }
            number += 1;
            let payload = if number == 1 { line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&line) } else { &line };
            let payload = payload.trim_ascii_end();
            if payload.is_empty() {
                continue;
            }
            (count, bytes) = (count + 1, bytes + payload.len());
            names.append_value(&name);
            lines.append_value(number);
            payloads.append_value(payload);
        }
        let batch =
            RecordBatch::try_new(schema.clone(), vec![Arc::new(names.finish()), Arc::new(lines.finish()), Arc::new(payloads.finish())])?;
        if count > 0 && !take(batch) {
            break;
        }
    }
    Ok(())
}
