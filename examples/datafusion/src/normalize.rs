use crate::arguments::{Rows, coerced, known_endpoint};
use bijak::{Options, normalize};
use datafusion::arrow::array::StringViewArray;
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};
use std::sync::Arc;

const NAME: &str = "bijak_normalize";

/// `bijak_normalize(endpoint, payload)`: the tidied text of [`bijak::normalize`].
///
/// The arguments are those of [`BijakCheck`](crate::BijakCheck); where one is NULL, so is the text. It is NULL, too, of bytes
/// that are no UTF-8: they are no text that could come back as it is.
///
/// ```
/// use datafusion::logical_expr::ScalarUDF;
/// use datafusion::prelude::{SessionContext, lit};
///
/// # #[tokio::main]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let normalize = ScalarUDF::from(bijak_datafusion::BijakNormalize::default());
/// let text = normalize.call(vec![lit("updateInvoice"), lit(r#"{"tds": "1,000", "x": 1.50}"#)]);
/// let rows = SessionContext::new().read_empty()?.select(vec![text])?.to_string().await?;
/// assert!(rows.contains(r#"{"tds": 1000, "x": 1.50}"#));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct BijakNormalize {
    signature: Signature,
}

impl Default for BijakNormalize {
    fn default() -> Self {
        BijakNormalize { signature: Signature::user_defined(Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for BijakNormalize {
    fn name(&self) -> &str {
        NAME
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        coerced(NAME, "an endpoint and a payload", 2, types)
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8View)
    }

    fn return_field_from_args(&self, arguments: ReturnFieldArgs) -> Result<FieldRef> {
        known_endpoint(NAME, &arguments)?;
        Ok(Arc::new(Field::new(NAME, DataType::Utf8View, true)))
    }

    fn is_strict(&self) -> bool {
        true
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let rows = Rows::new(NAME, &arguments)?;
        let options = Options::new();
        let text = |(endpoint, payload, _): (_, _, _)| Some(normalize(endpoint, std::str::from_utf8(payload).ok()?, &options).text);
        let texts: StringViewArray = rows.iter().map(|row| row.and_then(text)).collect();
        rows.result(Arc::new(texts))
    }
}
