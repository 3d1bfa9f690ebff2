#![forbid(unsafe_code)]
#![warn(missing_docs)]
//! `bijak` inside [Apache DataFusion](https://datafusion.apache.org): two scalar functions, and a
//! table of text lines to use them on.
//!
//! ```
//! use datafusion::prelude::SessionContext;
//!
//! # #[tokio::main]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let mut context = SessionContext::new();
//! bijak_datafusion::register_all(&mut context)?;
//! let rows = context.sql(r#"SELECT bijak_check('updateInvoice', '{"cgst":90,"sgst":90.5}')['errors']"#).await?.to_string().await?;
//! assert!(rows.contains("| 1 "));
//! # Ok(())
//! # }
//! ```

mod arguments;
mod check;
mod lines;
mod normalize;
mod reports;

pub use check::BijakCheck;
pub use lines::lines;
pub use normalize::BijakNormalize;

use datafusion::error::Result;
use datafusion::execution::FunctionRegistry;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// Both functions, for an engine that takes them one by one.
///
/// ```
/// let names: Vec<String> = bijak_datafusion::functions().iter().map(|function| function.name().to_owned()).collect();
/// assert_eq!(names, ["bijak_check", "bijak_normalize"]);
/// ```
pub fn functions() -> [Arc<ScalarUDF>; 2] {
    [Arc::new(BijakCheck::default().into()), Arc::new(BijakNormalize::default().into())]
}

/// Makes both functions known to a session, or to whatever else keeps functions.
///
/// # Errors
/// If the registry takes no functions.
///
/// ```
/// let mut context = datafusion::prelude::SessionContext::new();
/// bijak_datafusion::register_all(&mut context)?;
/// assert!(context.udf("bijak_check").is_ok());
/// # use datafusion::execution::FunctionRegistry;
/// # Ok::<(), datafusion::error::DataFusionError>(())
/// ```
pub fn register_all(registry: &mut dyn FunctionRegistry) -> Result<()> {
    for function in functions() {
        registry.register_udf(function)?;
    }
    Ok(())
}
