use crate::arguments::{Rows, coerced, known_endpoint};
use crate::reports::{Reports, report_type};
use bijak::{Options, check};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};
use std::sync::Arc;

const NAME: &str = "bijak_check";

/// `bijak_check(endpoint, payload [, today])`: the report of [`bijak::check`] as a structure.
///
/// * `endpoint`: a text, or a column of texts. An unknown one ends the query, while it is planned if it stands there.
/// * `payload`: JSON as text or bytes. A payload that is no JSON is a finding, not an error.
/// * `today`: a date or a text like `2025-11-21`, for the rules that ask whether a date lies ahead; without it, or where
///   it is NULL, they stand in `skipped`.
///
/// Where the endpoint or the payload is NULL, the report is NULL. Otherwise it has the fields of [`bijak::Report`], all of
/// them filled:
///
/// | field | type |
/// |---|---|
/// | `valid` | `BOOLEAN` |
/// | `errors`, `warnings`, `omitted` | `BIGINT` |
/// | `findings` | a list of structures: `code`, `severity`, `path`, `message`, `source`; `expected`, `actual`, NULL where there are none; `line`, `column` |
/// | `skipped` | a list of structures: `code`, and `needs`, a list of texts |
///
/// A path is written as people write it: `itemLists[0].gstRate`, and `(root)` for the payload as a whole.
///
/// ```
/// use datafusion::logical_expr::ScalarUDF;
/// use datafusion::prelude::{SessionContext, col, lit};
///
/// # #[tokio::main]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let check = ScalarUDF::from(bijak_datafusion::BijakCheck::default());
/// let report = check.call(vec![lit("updateInvoice"), lit(r#"{"dueDate":"15/12/2025"}"#)]);
/// let rows = SessionContext::new().read_empty()?.select(vec![report])?.to_string().await?;
/// assert!(rows.contains("date.format"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct BijakCheck {
    signature: Signature,
}

impl Default for BijakCheck {
    fn default() -> Self {
        BijakCheck { signature: Signature::user_defined(Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for BijakCheck {
    fn name(&self) -> &str {
        NAME
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        coerced(NAME, "an endpoint, a payload and, if it shall judge by the day, today", 3, types)
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(report_type())
    }

    fn return_field_from_args(&self, arguments: ReturnFieldArgs) -> Result<FieldRef> {
        known_endpoint(NAME, &arguments)?;
        Ok(Arc::new(Field::new(NAME, report_type(), true)))
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let rows = Rows::new(NAME, &arguments)?;
        let mut reports = Reports::with_capacity(rows.len());
        for row in rows.iter() {
            reports.push(row.map(|(endpoint, payload, today)| {
                let options = today.map_or_else(Options::new, |today| Options::new().today(today));
                check(endpoint, payload, &options)
            }));
        }
        rows.result(Arc::new(reports.finish()?))
    }
}
