//! The inputs: files and stdin, with their formats.

use crate::args::{Format, Payloads};
use bijak::Endpoint;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

/// A file, or stdin.
pub struct Input {
    path: Option<PathBuf>,
    pub format: Format,
}

impl Input {
    /// All inputs of the command line, in order.
    ///
    /// # Errors
    /// If a format cannot be determined or is not supported for the endpoint, or a mapping has nothing
    /// to map.
    pub fn all(args: &Payloads) -> Result<Vec<Input>, String> {
        let stdin = [PathBuf::from("-")];
        let files = if args.files.is_empty() { stdin.as_slice() } else { &args.files };
        let inputs: Vec<Input> = files.iter().map(|file| Input::named(file.clone(), args.format)).collect::<Result<_, _>>()?;
        if inputs.iter().filter(|input| input.path.is_none()).count() > 1 {
            return Err("- is given twice, but stdin can be read only once".to_owned());
        }
        let csv = inputs.iter().any(|input| input.format == Format::Csv);
        if csv && !matches!(args.endpoint, Endpoint::CreateInvoice | Endpoint::UpdateInvoice) {
            return Err(format!("CSV is supported only for createInvoice and updateInvoice, not for {}", args.endpoint));
        }
        if !csv && !args.map.is_empty() {
            return Err("--map is only for CSV, and no file is CSV; pass --format csv if one is".to_owned());
        }
        Ok(inputs)
    }

    fn named(path: PathBuf, format: Option<Format>) -> Result<Input, String> {
        if path.as_os_str() == "-" {
            return Ok(Input { path: None, format: format.unwrap_or(Format::Json) });
        }
        let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
        let by_name = match extension.as_deref() {
            Some("json") => Some(Format::Json),
            Some("ndjson" | "jsonl") => Some(Format::Ndjson),
            Some("csv") => Some(Format::Csv),
            _ => None,
        };
        let advice = "cannot tell the format from the file name (.json, .ndjson, .jsonl, .csv); pass --format";
        let format = format.or(by_name).ok_or_else(|| format!("{}: {advice}", path.display()))?;
        Ok(Input { path: Some(path), format })
    }

    /// The name, as shown in messages.
    pub fn name(&self) -> String {
        self.path.as_ref().map_or_else(|| "stdin".to_owned(), |path| path.display().to_string())
    }

    pub fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(match &self.path {
            Some(path) => Box::new(File::open(path)?),
            None => Box::new(io::stdin()),
        })
    }

    /// The total number of bytes of the streams, if known.
    pub fn total(inputs: &[Input]) -> Option<u64> {
        let size = |input: &Input| match &input.path {
            Some(path) => std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map(|file| file.len()),
            None => None,
        };
        inputs.iter().filter(|input| input.format != Format::Json).map(size).sum()
    }
}
