//! Maps the columns of a CSV file to fields of the API.

use crate::printer::plain;
use bijak::nearest;
use bijak::payload::{Field, Kind, Shape};
use std::collections::BTreeMap;
use std::path::Path;

/// Column names of common exports: Counters, Zoho Books, QuickBooks, GST returns. A courtesy of bijak;
/// ambiguous names (Date, Amount, Status) are not included. Case, spaces and punctuation do not matter.
pub const ALIASES: &[(&str, &[&str])] = &[
    ("baseAmount", &["Taxable Value", "Taxable Amount", "Sub Total"]),
    ("cgst", &["CGST Amount", "Central Tax", "Central Tax Amount"]),
    ("sgst", &["SGST Amount", "SGST/UTGST", "State Tax", "State/UT Tax", "State/UT Tax Amount"]),
    ("igst", &["IGST Amount", "Integrated Tax", "Integrated Tax Amount"]),
    ("tds", &["TDS Amount", "Tax Deducted at Source"]),
    ("netAmount", &["Rounded Total", "Rounded Amount", "Invoice Value", "Invoice Amount", "Invoice Total", "Grand Total", "Total"]),
    ("totalReceived", &["Amount Received", "Received Amount", "Payment Received"]),
    ("balanceAmount", &["Balance", "Balance Due", "Amount Due", "Open Balance", "Outstanding Amount", "Pending Amount"]),
    ("invoiceNumber", &["Invoice No", "Invoice #", "Bill No", "Bill Number", "Voucher No", "Voucher Number", "Vch No", "Document Number"]),
    ("invoiceDate", &["Bill Date", "Voucher Date", "Document Date"]),
    ("dueDate", &["Due On", "Payment Due Date"]),
    ("poNumber", &["PO No", "Purchase Order", "Purchase Order No", "Purchase Order Number", "Buyer's Order No"]),
    ("mobileNumber", &["Mobile", "Mobile No", "Mobile Phone", "Phone", "Phone No", "Phone Number", "Contact Number"]),
    ("emailAddress", &["Email", "Email ID", "Customer Email", "Primary Contact Email ID"]),
    ("description", &["Narration", "Notes", "Memo", "Memo/Description"]),
];

/// Names of a total that has been rounded. It is taken before one that has not, which the file may have as well.
const ROUNDED: &[&str] = &["Rounded Total", "Rounded Amount"];

/// A value of the option `--map`: the field of a column, or that it is dropped.
#[derive(Default)]
pub struct Mapping(BTreeMap<String, Option<&'static Field>>);

/// The columns of a file.
pub struct Columns {
    /// The names, as in the file.
    names: Vec<String>,
    /// The field of each column, if any.
    fields: Vec<Option<&'static Field>>,
}

impl Mapping {
    /// Reads the values of `--map`: `Column=field`, or a file with such lines.
    pub fn read(said: &[String], shape: &'static Shape) -> Result<Mapping, String> {
        let mut mapping = Mapping::default();
        for word in said {
            if word.contains('=') {
                mapping.add(word, shape)?;
                continue;
            }
            let lines = std::fs::read_to_string(Path::new(word))
                .map_err(|error| format!("--map {word}: {error}; write `Column=field`, or name a file with such lines"))?;
            let lines = lines.strip_prefix('\u{feff}').unwrap_or(&lines);
            for line in lines.lines().filter(|line| !line.trim().is_empty()) {
                mapping.add(line, shape).map_err(|error| format!("{word}: {error}"))?;
            }
        }
        Ok(mapping)
    }

    fn add(&mut self, said: &str, shape: &'static Shape) -> Result<(), String> {
        let (column, name) = said.rsplit_once('=').ok_or_else(|| format!("`{said}` is not of the form `Column=field`"))?;
        let (column, name) = (column.trim(), name.trim());
        let field = match name {
            "" => None,
            name => Some(shape.field(name).ok_or_else(|| unknown_field(name, shape))?),
        };
        match self.0.insert(column.to_owned(), field) {
            None => Ok(()),
            Some(_) => Err(format!("--map names column `{column}` twice; leave out one of them")),
        }
    }
}

impl Columns {
    /// Finds the field of each column. Also returns the dropped columns, for a note to the user.
    ///
    /// # Errors
    /// If a mapping names an unknown column, two columns have the same field, or no column has a field.
    pub fn find(names: Vec<String>, mapping: &Mapping, shape: &'static Shape) -> Result<(Columns, Vec<String>), String> {
        if let Some(absent) = mapping.0.keys().find(|column| !names.contains(column)) {
            let hint = match nearest(absent, names.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `{}`?", plain(near)),
                None => format!("its columns are {}", listed(&names)),
            };
            return Err(format!("--map names column `{}`, which is not in the file; {hint}", plain(absent)));
        }
        let field = |name: &String| mapping.0.get(name).copied().unwrap_or_else(|| field_of(name, shape));
        let mut columns = Columns { fields: names.iter().map(field).collect(), names };
        columns.prefer_rounded(mapping);
        for field in shape.fields {
            let same: Vec<&str> = columns.pairs().filter(|(_, known)| known.name() == field.name()).map(|(name, _)| name).collect();
            if let [first, second, ..] = same.as_slice() {
                let (first, second) = (plain(first), plain(second));
                return Err(format!("columns `{first}` and `{second}` are both {}; ignore one with --map \"{second}=\"", field.name()));
            }
        }
        if columns.pairs().next().is_none() {
            return Err(format!(
                "no column is a field of {}; the columns are {}; map one with --map \"Column=field\"",
                shape.name,
                listed(&columns.names)
            ));
        }
        let left = columns.names.iter().zip(&columns.fields).filter(|(name, field)| field.is_none() && !mapping.0.contains_key(*name));
        let left = left.map(|(name, _)| match nearest(name, shape.fields.iter().map(|field| field.name())) {
            Some(near) => format!("{} (did you mean {near}?)", plain(name)),
            None => plain(name),
        });
        let left = left.collect();
        Ok((columns, left))
    }

    /// Drops the other totals of a file that has a rounded one, unless a mapping names them.
    fn prefer_rounded(&mut self, mapping: &Mapping) {
        let is_net = |field: &Option<&Field>| field.is_some_and(|field| field.name() == "netAmount");
        let is_rounded = |name: &str| ROUNDED.iter().any(|rounded| loose(rounded) == loose(name));
        if !self.pairs().any(|(name, field)| is_net(&Some(field)) && is_rounded(name)) {
            return;
        }
        for (name, field) in self.names.iter().zip(&mut self.fields) {
            if is_net(field) && !is_rounded(name) && !mapping.0.contains_key(name) {
                *field = None;
            }
        }
    }

    fn pairs(&self) -> impl Iterator<Item = (&str, &'static Field)> {
        self.names.iter().zip(&self.fields).filter_map(|(name, field)| Some((name.as_str(), (*field)?)))
    }

    /// The column of a field, with its name in the file.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.pairs().find(|(_, known)| known.name() == field).map(|(name, _)| name)
    }

    /// Writes a row as the body of a request; false if all its cells are empty.
    ///
    /// # Errors
    /// If the row has more cells than there are columns, or one is not UTF-8.
    pub fn body<'c>(&self, cells: impl Iterator<Item = &'c [u8]>, body: &mut Vec<u8>) -> Result<bool, String> {
        let (mut any, mut fields, mut count, mut last) = (false, 0, 0, 0);
        body.push(b'{');
        for (index, cell) in cells.enumerate() {
            count = index + 1;
            if cell.trim_ascii().is_empty() {
                continue;
            }
            (any, last) = (true, count);
            let (Some(name), Some(Some(field))) = (self.names.get(index), self.fields.get(index)) else { continue };
            let text = std::str::from_utf8(cell)
                .map_err(|_| format!("column `{}` is not valid UTF-8; save the file as CSV in UTF-8", plain(name)))?;
            if fields > 0 {
                body.push(b',');
            }
            fields += 1;
            quoted(field.name(), body);
            body.push(b':');
            match (&field.kind, flag(text)) {
                (Kind::Amount(_), _) if is_plain_number(text) => body.extend_from_slice(cell),
                (Kind::Flag, Some(word)) => body.extend_from_slice(word.as_bytes()),
                _ => quoted(text, body),
            }
        }
        body.push(b'}');
        match last > self.names.len() {
            true => {
                Err(format!("{count} cells, but the header row has {}; put cells that contain a comma in double quotes", self.names.len()))
            }
            false => Ok(any),
        }
    }
}

/// The field of a column name: the exact name, a loose match, or an alias.
fn field_of(column: &str, shape: &'static Shape) -> Option<&'static Field> {
    let known = loose(column);
    let like = |field: &&Field| loose(field.name()) == known;
    let alias = || ALIASES.iter().find(|(_, names)| names.iter().any(|name| loose(name) == known)).and_then(|(name, _)| shape.field(name));
    shape.field(column).or_else(|| shape.fields.iter().find(like)).or_else(alias)
}

/// A name without case, spaces and punctuation; `Invoice #` stays different from `Invoice`.
fn loose(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric() || *c == '#').flat_map(char::to_lowercase).collect()
}

fn unknown_field(name: &str, shape: &Shape) -> String {
    let known = || shape.fields.iter().map(|field| field.name());
    let near = nearest(name, known()).map(|near| format!("did you mean {near}? ")).unwrap_or_default();
    format!(
        "--map names `{}`, which is not a field of {}; {near}its fields are {}",
        plain(name),
        shape.name,
        known().collect::<Vec<_>>().join(", ")
    )
}

fn listed(names: &[String]) -> String {
    names.iter().map(|name| plain(name)).collect::<Vec<_>>().join(", ")
}

/// The JSON boolean of a cell with yes or no.
fn flag(cell: &str) -> Option<&'static str> {
    let is = |words: [&str; 2]| words.iter().any(|word| cell.trim().eq_ignore_ascii_case(word));
    if is(["true", "yes"]) { Some("true") } else { is(["false", "no"]).then_some("false") }
}

/// Whether a cell is a JSON number without an exponent: a number that a spreadsheet wrote with an
/// exponent has already lost digits.
fn is_plain_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

/// Writes a JSON string.
fn quoted(text: &str, into: &mut Vec<u8>) {
    // Writing a string to a Vec cannot fail.
    let _ = serde_json::to_writer(into, text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use bijak::payload::{CREATE_INVOICE, UPDATE_INVOICE};

    fn find(header: &str, said: &[&str]) -> Result<(Columns, Vec<String>), String> {
        let said: Vec<String> = said.iter().map(|said| (*said).to_owned()).collect();
        let mapping = Mapping::read(&said, &UPDATE_INVOICE)?;
        Columns::find(header.split(',').map(str::to_owned).collect(), &mapping, &UPDATE_INVOICE)
    }

    fn body(header: &str, row: &str) -> String {
        let (columns, _) = find(header, &[]).unwrap();
        let mut body = Vec::new();
        columns.body(row.split(',').map(str::as_bytes), &mut body).unwrap();
        String::from_utf8(body).unwrap()
    }

    #[test]
    fn aliases_name_fields_and_none_names_two() {
        let mut seen = BTreeMap::new();
        for (field, names) in ALIASES {
            assert!(CREATE_INVOICE.field(field).is_some() && UPDATE_INVOICE.field(field).is_some(), "{field}");
            for name in *names {
                assert_eq!(seen.insert(loose(name), field), None, "{name}");
                assert!(UPDATE_INVOICE.fields.iter().all(|field| loose(field.name()) != loose(name)), "{name} needs no alias");
            }
        }
    }

    #[test]
    fn the_readme_lists_the_aliases() {
        let readme = include_str!("../README.md");
        for (field, names) in ALIASES {
            let row = format!("| `{field}` | {} |", names.join(", "));
            assert!(readme.contains(&row), "{row}");
        }
    }

    #[test]
    fn columns_are_found_by_name_nearly_and_by_alias() {
        let (columns, left) = find("baseAmount,CGST,due_date,INVOICE NUMBER,Total,Recieved,totalRecieved", &[]).unwrap();
        let fields: Vec<_> = columns.fields.iter().map(|field| field.map_or("", |field| field.name())).collect();
        assert_eq!(fields, ["baseAmount", "cgst", "dueDate", "invoiceNumber", "netAmount", "", ""]);
        assert_eq!(left, ["Recieved", "totalRecieved (did you mean totalReceived?)"]);
        assert_eq!(columns.of("netAmount"), Some("Total"));
    }

    #[test]
    fn a_rounded_total_is_taken_before_another() {
        let (columns, left) = find("Net Total,Grand Total,Rounding Adjustment,Rounded Total", &[]).unwrap();
        assert_eq!(columns.of("netAmount"), Some("Rounded Total"));
        assert_eq!(left, ["Net Total", "Grand Total", "Rounding Adjustment"]);
        let error = find("Grand Total,Rounded Total", &["Grand Total=netAmount"]).err().unwrap();
        assert!(error.contains("columns `Grand Total` and `Rounded Total` are both netAmount"), "{error}");
    }

    #[test]
    fn a_mapping_wins_and_is_rejected_when_it_cannot_be() {
        let (columns, left) = find("Total,Worth,a=b", &["Total=", "Worth=netAmount", "a=b=via"]).unwrap();
        assert_eq!((columns.of("netAmount"), columns.of("via"), left.len()), (Some("Worth"), Some("a=b"), 0));
        for (header, said, expected) in [
            ("Total,netAmount", &[][..], "columns `Total` and `netAmount` are both netAmount; ignore one with --map \"netAmount=\""),
            ("Total,Total", &[], "columns `Total` and `Total` are both"),
            ("Total", &["Totl=netAmount"], "--map names column `Totl`, which is not in the file; did you mean `Total`?"),
            ("Total", &["x=netAmount"], "which is not in the file; its columns are Total"),
            ("Total", &["Total=netamout"], "not a field of UpdateInvoice; did you mean netAmount? its fields are approvalStatus, "),
            ("Total", &["Total=via", "Total="], "--map names column `Total` twice"),
            ("Total", &["/no/such/file"], "a file with such lines"),
            ("Sum,Date", &[], "no column is a field of UpdateInvoice; the columns are Sum, Date; map one with --map"),
        ] {
            let error = find(header, said).err().unwrap();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn cells_are_written_as_their_fields_want_them() {
        assert_eq!(body("baseAmount,via,chargeCustomer", "1180.50,12,YES"), r#"{"baseAmount":1180.50,"via":"12","chargeCustomer":true}"#);
        assert_eq!(body("baseAmount,via,chargeCustomer", " , ,no"), r#"{"chargeCustomer":false}"#);
        assert_eq!(body("baseAmount,chargeCustomer", "007,1"), r#"{"baseAmount":"007","chargeCustomer":"1"}"#);
        assert_eq!(body("via,x,tds", "\"a\\\t,9,99999999999999999999.99"), r#"{"via":"\"a\\\t","tds":99999999999999999999.99}"#);
        for number in ["0", "-1", "0.10", "100"] {
            assert!(is_plain_number(number), "{number}");
        }
        for text in ["", "-", "1.", ".5", "01", "1e5", "+1", "1,000", " 1", "₹ 1", "0x1", "1.2.3", "NaN"] {
            assert!(!is_plain_number(text), "{text}");
        }
    }

    #[test]
    fn rows_that_cannot_be_read_are_reported() {
        let (columns, _) = find("via,tds", &[]).unwrap();
        let read = |cells: &[&[u8]]| columns.body(cells.iter().copied(), &mut Vec::new());
        assert_eq!(read(&[b"", b" "]), Ok(false));
        assert_eq!(read(&[b"a"]), Ok(true));
        assert_eq!(read(&[b"a", b"1", b""]), Ok(true));
        assert!(read(&[b"a", b"1", b"180.00"]).unwrap_err().starts_with("3 cells, but the header row has 2;"));
        assert!(read(&[b"\xff", b"1"]).unwrap_err().contains("`via` is not valid UTF-8"));
    }
}
