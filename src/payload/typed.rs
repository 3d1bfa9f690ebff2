//! The types of typed payloads.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _, ser::Error as _};
use serde_json::value::RawValue;
use std::fmt;

/// A field in one of three states: absent keeps what is stored, null clears it, a
/// value sets it (the page's JsonNullable).
///
/// ```
/// use bijak::{Nullable, payload::UpdateInvoice};
/// let patch: UpdateInvoice = serde_json::from_str(r#"{"poNumber":null,"via":"EMAIL"}"#).unwrap();
/// assert_eq!(patch.po_number, Nullable::Null);
/// assert_eq!(patch.via, Nullable::Value("EMAIL".into()));
/// assert_eq!(patch.description, Nullable::Absent);
/// assert_eq!(serde_json::to_string(&patch).unwrap(), r#"{"poNumber":null,"via":"EMAIL"}"#);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Nullable<T> {
    /// The field is absent.
    #[default]
    Absent,
    /// The field is `null`.
    Null,
    /// The field has this value.
    Value(T),
}

impl<T> Nullable<T> {
    /// Whether the field is absent.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Nullable::Absent)
    }

    /// The value, if there is one.
    pub fn value(self) -> Option<T> {
        match self {
            Nullable::Value(value) => Some(value),
            Nullable::Absent | Nullable::Null => None,
        }
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Nullable::Value(value)
    }
}

impl<T: Serialize> Serialize for Nullable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Nullable::Value(value) => value.serialize(serializer),
            Nullable::Absent | Nullable::Null => serializer.serialize_none(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|value| value.map_or(Nullable::Null, Nullable::Value))
    }
}

/// An amount in rupees: an exact decimal, serialized as a plain JSON number.
///
/// It uses serde_json's raw values, so that no digit passes through a float; other serde
/// formats are not supported.
///
/// ```
/// use bijak::Amount;
/// let amount: Amount = serde_json::from_str("118000.50").unwrap();
/// assert_eq!(serde_json::to_string(&amount).unwrap(), "118000.50");
/// assert!(serde_json::from_str::<Amount>("\"118000.50\"").is_err());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(pub Decimal);

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Decimal> for Amount {
    fn from(value: Decimal) -> Self {
        Amount(value)
    }
}

impl From<crate::value::Paise> for Amount {
    fn from(value: crate::value::Paise) -> Self {
        Amount(value.into())
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.0.to_string()).map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let text = raw.get();
        // The first character is tested because Decimal also accepts `.5` and `1_000`, which JSON
        // has already rejected here, and quoted strings, which it has not.
        let number = text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        let exact = match text.contains(['e', 'E']) {
            true => Decimal::from_scientific(text),
            false => Decimal::from_str_exact(text),
        };
        exact.ok().filter(|_| number).map(Amount).ok_or_else(|| D::Error::custom("an amount is a JSON number of at most 28 digits"))
    }
}

/// A decimal that may also be given as a string, to keep every digit.
pub type DecimalInput = Amount;

/// Any JSON, kept byte for byte; null by default.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Opaque(pub Box<RawValue>);

impl PartialEq for Opaque {
    fn eq(&self, other: &Self) -> bool {
        self.0.get() == other.0.get()
    }
}

/// A date: `2025-12-15`.
pub type LocalDate = NaiveDate;

/// A date and time without a zone: `2025-11-15T10:30:00`. Typed payloads need the seconds;
/// a check also accepts `2025-11-15T10:30`, as Java does.
pub type LocalDateTime = NaiveDateTime;

/// A date and time with an offset: `2025-11-15T10:30:00+05:30`.
pub type Instant = DateTime<FixedOffset>;
