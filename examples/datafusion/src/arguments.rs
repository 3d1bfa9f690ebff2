//! What both functions are called with.

use bijak::{Date, Endpoint};
use datafusion::arrow::array::{Array, ArrayRef, AsArray, BinaryViewArray};
use datafusion::arrow::datatypes::{DataType, Date32Type};
use datafusion::common::{ScalarValue, exec_datafusion_err, exec_err, plan_err};
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs};

/// The types that the arguments of `name` are cast to: an endpoint as text, a payload as bytes, a day as a date.
/// Of all texts and bytes there is one kind left, and its cast copies nothing from a Parquet scan.
pub fn coerced(name: &str, takes: &str, most: usize, types: &[DataType]) -> Result<Vec<DataType>> {
    if types.len() < 2 || types.len() > most {
        return plan_err!("{name} takes {takes}");
    }
    let cast = |(position, given): (usize, &DataType)| match (position, plain(given)) {
        (0, DataType::Null | DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View) => Ok(DataType::Utf8View),
        (0, _) => plan_err!("{name}: the endpoint must be a string, not {given}"),
        (
            1,
            DataType::Null
            | DataType::Utf8
            | DataType::LargeUtf8
            | DataType::Utf8View
            | DataType::Binary
            | DataType::LargeBinary
            | DataType::BinaryView
            | DataType::FixedSizeBinary(_),
        ) => Ok(DataType::BinaryView),
        (1, _) => plan_err!("{name}: the payload is JSON as text or bytes, not {given}; a number that was parsed has lost its digits"),
        (_, DataType::Null | DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Date32) => Ok(DataType::Date32),
        (_, _) => plan_err!("{name}: today is a date or a text like 2025-11-21, not {given}"),
    };
    types.iter().enumerate().map(cast).collect()
}

/// The type behind a dictionary.
fn plain(given: &DataType) -> &DataType {
    match given {
        DataType::Dictionary(_, values) => values,
        other => other,
    }
}

/// Refuses an unknown endpoint while the query is planned, where it stands in the query.
pub fn known_endpoint(name: &str, arguments: &ReturnFieldArgs) -> Result<()> {
    match arguments.scalar_arguments.first().copied().flatten().and_then(ScalarValue::try_as_str).flatten() {
        Some(endpoint) if endpoint.parse::<Endpoint>().is_err() => plan_err!("{name}: {}", unknown(endpoint)),
        _ => Ok(()),
    }
}

fn unknown(endpoint: &str) -> String {
    let known: Vec<&str> = Endpoint::ALL.iter().map(|endpoint| endpoint.name()).collect();
    format!("unknown endpoint {endpoint}; use one of {}", known.join(", "))
}

/// The arguments of a batch, row by row.
pub struct Rows {
    endpoints: Vec<Option<Endpoint>>,
    payloads: BinaryViewArray,
    days: Vec<Option<Date>>,
    /// Whether every argument is a single value, and so the result.
    single: bool,
}

impl Rows {
    pub fn new(name: &str, arguments: &ScalarFunctionArgs) -> Result<Rows> {
        let [endpoint, payload, today @ ..] = arguments.args.as_slice() else {
            return exec_err!("{name} lacks an argument");
        };
        let single = arguments.args.iter().all(|argument| matches!(argument, ColumnarValue::Scalar(_)));
        let rows = if single { 1 } else { arguments.number_rows };
        let read = |endpoint: &str| endpoint.parse().map_err(|_| exec_datafusion_err!("{name}: {}", unknown(endpoint)));
        let day = |days: i32| {
            let day = Date32Type::to_naive_date_opt(days).and_then(|day| Date::try_from(day).ok());
            day.ok_or_else(|| exec_datafusion_err!("{name}: today is no day of a calendar"))
        };
        Ok(Rows {
            endpoints: each(endpoint, rows, |array| array.as_string_view().iter().map(|text| text.map(read).transpose()).collect())?,
            payloads: payload.to_array(rows)?.as_binary_view().clone(),
            days: match today {
                [] => vec![None; rows],
                [today, ..] => {
                    each(today, rows, |array| array.as_primitive::<Date32Type>().iter().map(|days| days.map(day).transpose()).collect())?
                }
            },
            single,
        })
    }

    /// Endpoint, payload and day of each row; nothing where the endpoint or the payload is NULL.
    pub fn iter(&self) -> impl Iterator<Item = Option<(Endpoint, &[u8], Option<Date>)>> {
        let rows = self.endpoints.iter().zip(self.payloads.iter()).zip(&self.days);
        rows.map(|((endpoint, payload), day)| Some(((*endpoint)?, payload?, *day)))
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.payloads.len()
    }

    /// The result, of the same kind as the arguments.
    pub fn result(&self, array: ArrayRef) -> Result<ColumnarValue> {
        Ok(if self.single { ColumnarValue::Scalar(ScalarValue::try_from_array(&array, 0)?) } else { ColumnarValue::Array(array) })
    }
}

/// An argument read for each row; a single value is read once.
fn each<T: Copy>(argument: &ColumnarValue, rows: usize, read: impl Fn(&ArrayRef) -> Result<Vec<T>>) -> Result<Vec<T>> {
    match argument {
        ColumnarValue::Array(array) => read(array),
        ColumnarValue::Scalar(value) => Ok(read(&value.to_array()?)?.repeat(rows)),
    }
}
