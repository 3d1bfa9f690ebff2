//! Reports as a column.

use bijak::{Finding, Report, Severity, Skipped};
use datafusion::arrow::array::{
    ArrayRef, BooleanBuilder, Int64Builder, ListArray, ListBuilder, NullBufferBuilder, StringViewBuilder, StructArray,
};
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer, ScalarBuffer};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Fields};
use datafusion::common::exec_datafusion_err;
use datafusion::error::Result;
use std::sync::Arc;

/// The type of a report. Its texts are views: they have no limit of 2 GiB a batch.
pub fn report_type() -> DataType {
    DataType::Struct(report_fields())
}

/// NULL, all of them, where the report is NULL: DataFusion takes a field out of a structure without asking whether the
/// structure is there, and a missing payload would count as one that is not valid.
fn report_fields() -> Fields {
    let count = |name| Field::new(name, DataType::Int64, true);
    let list = |name, fields| Field::new(name, DataType::List(item(DataType::Struct(fields))), true);
    Fields::from(vec![
        Field::new("valid", DataType::Boolean, true),
        count("errors"),
        count("warnings"),
        list("findings", finding_fields()),
        count("omitted"),
        list("skipped", skipped_fields()),
    ])
}

fn finding_fields() -> Fields {
    let text = |name| filled(name, DataType::Utf8View);
    Fields::from(vec![
        text("code"),
        text("severity"),
        text("path"),
        text("message"),
        Field::new("expected", DataType::Utf8View, true),
        Field::new("actual", DataType::Utf8View, true),
        text("source"),
        Field::new("line", DataType::Int64, true),
        Field::new("column", DataType::Int64, true),
    ])
}

fn skipped_fields() -> Fields {
    Fields::from(vec![filled("code", DataType::Utf8View), filled("needs", DataType::List(item(DataType::Utf8View)))])
}

fn filled(name: &str, kind: DataType) -> Field {
    Field::new(name, kind, false)
}

fn item(kind: DataType) -> FieldRef {
    Arc::new(Field::new_list_field(kind, false))
}

/// Reports, gathered column by column.
pub struct Reports {
    present: NullBufferBuilder,
    valid: BooleanBuilder,
    errors: Int64Builder,
    warnings: Int64Builder,
    findings: Lists<Findings>,
    omitted: Int64Builder,
    skipped: Lists<Skips>,
}

impl Reports {
    pub fn with_capacity(rows: usize) -> Reports {
        Reports {
            present: NullBufferBuilder::new(rows),
            valid: BooleanBuilder::with_capacity(rows),
            errors: Int64Builder::with_capacity(rows),
            warnings: Int64Builder::with_capacity(rows),
            findings: Lists::default(),
            omitted: Int64Builder::with_capacity(rows),
            skipped: Lists::default(),
        }
    }

    /// Adds a report, or NULL.
    pub fn push(&mut self, report: Option<Report>) {
        self.present.append(report.is_some());
        let report = report.as_ref();
        let count = |of: fn(&Report) -> usize| report.map(|report| i64::try_from(of(report)).unwrap_or(i64::MAX));
        self.valid.append_option(report.map(|report| report.valid));
        self.errors.append_option(count(|report| report.errors));
        self.warnings.append_option(count(|report| report.warnings));
        self.findings.push(report.map_or(&[], |report| &report.findings));
        self.omitted.append_option(count(|report| report.omitted));
        self.skipped.push(report.map_or(&[], |report| &report.skipped));
    }

    pub fn finish(mut self) -> Result<StructArray> {
        let present = self.present.finish();
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.valid.finish()),
            Arc::new(self.errors.finish()),
            Arc::new(self.warnings.finish()),
            Arc::new(self.findings.finish(present.clone())?),
            Arc::new(self.omitted.finish()),
            Arc::new(self.skipped.finish(present.clone())?),
        ];
        Ok(StructArray::try_new(report_fields(), columns, present)?)
    }
}

/// What a list is made of.
trait Items: Default {
    type Item;
    fn push(&mut self, item: &Self::Item);
    fn finish(self) -> (Fields, Vec<ArrayRef>);
}

/// Lists of structures.
#[derive(Default)]
struct Lists<I> {
    items: I,
    count: usize,
    ends: Vec<usize>,
}

impl<I: Items> Lists<I> {
    fn push(&mut self, items: &[I::Item]) {
        items.iter().for_each(|item| self.items.push(item));
        self.count += items.len();
        self.ends.push(self.count);
    }

    /// The lists; those that are not present are NULL.
    fn finish(self, present: Option<NullBuffer>) -> Result<ListArray> {
        let (fields, columns) = self.items.finish();
        let offset = |end: usize| i32::try_from(end).map_err(|_| exec_datafusion_err!("a batch has more than {} findings", i32::MAX));
        let offsets: Vec<i32> = std::iter::once(0).chain(self.ends).map(offset).collect::<Result<_>>()?;
        let structures = StructArray::try_new(fields, columns, None)?;
        let item = item(DataType::Struct(structures.fields().clone()));
        Ok(ListArray::try_new(item, OffsetBuffer::new(ScalarBuffer::from(offsets)), Arc::new(structures), present)?)
    }
}

#[derive(Default)]
struct Findings {
    code: StringViewBuilder,
    severity: StringViewBuilder,
    path: StringViewBuilder,
    message: StringViewBuilder,
    expected: StringViewBuilder,
    actual: StringViewBuilder,
    source: StringViewBuilder,
    line: Int64Builder,
    column: Int64Builder,
}

impl Items for Findings {
    type Item = Finding;

    fn push(&mut self, finding: &Finding) {
        self.code.append_value(finding.code.as_str());
        self.severity.append_value(match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        });
        self.path.append_value(finding.path.to_string());
        self.message.append_value(&finding.message);
        self.expected.append_option(finding.expected.as_deref());
        self.actual.append_option(finding.actual.as_deref());
        self.source.append_value(&finding.source);
        self.line.append_option(finding.line.map(i64::from));
        self.column.append_option(finding.column.map(i64::from));
    }

    fn finish(mut self) -> (Fields, Vec<ArrayRef>) {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.code.finish()),
            Arc::new(self.severity.finish()),
            Arc::new(self.path.finish()),
            Arc::new(self.message.finish()),
            Arc::new(self.expected.finish()),
            Arc::new(self.actual.finish()),
            Arc::new(self.source.finish()),
            Arc::new(self.line.finish()),
            Arc::new(self.column.finish()),
        ];
        (finding_fields(), columns)
    }
}

struct Skips {
    code: StringViewBuilder,
    needs: ListBuilder<StringViewBuilder>,
}

impl Default for Skips {
    fn default() -> Self {
        Skips { code: StringViewBuilder::new(), needs: ListBuilder::new(StringViewBuilder::new()).with_field(item(DataType::Utf8View)) }
    }
}

impl Items for Skips {
    type Item = Skipped;

    fn push(&mut self, skipped: &Skipped) {
        self.code.append_value(skipped.code.as_str());
        skipped.needs.iter().for_each(|need| self.needs.values().append_value(need));
        self.needs.append(true);
    }

    fn finish(mut self) -> (Fields, Vec<ArrayRef>) {
        (skipped_fields(), vec![Arc::new(self.code.finish()), Arc::new(self.needs.finish())])
    }
}
