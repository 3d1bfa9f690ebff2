//! Reports as JSON text, for the Wasm build.
//!
//! serde_json would write the same text (a test compares them), but makes the gzipped Wasm 2 KB
//! larger; `make package` prints the size.

use bijak::internal::{WriteTo, encode};
use serde::ser::{Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, Serializer};
use std::fmt::{self, Display};

/// The value as JSON. Values that do not occur in reports (floats, bytes, tuples) are not
/// supported and give an empty string.
#[inline(never)]
pub(crate) fn json(value: &impl Serialize) -> String {
    let mut json = Json(String::new());
    match value.serialize(&mut json) {
        Ok(()) => json.0,
        Err(_) => String::new(),
    }
}

struct Json(String);

/// A kind of value that does not occur in reports.
#[derive(Debug)]
struct Unsupported;

impl Display for Unsupported {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Unsupported {}

impl serde::ser::Error for Unsupported {
    fn custom<T: Display>(_: T) -> Self {
        Unsupported
    }
}

type Done = Result<(), Unsupported>;

impl Json {
    fn text(&mut self, text: &str) {
        encode(text, &mut self.0);
    }

    /// Writes the comma before a member or element that is not the first.
    #[inline(never)]
    fn next(&mut self) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
    }

    #[inline(never)]
    fn key(&mut self, key: &str) {
        self.next();
        self.text(key);
        self.0.push(':');
    }

    fn close(&mut self, end: char) -> Done {
        self.0.push(end);
        Ok(())
    }
}

macro_rules! unsupported {
    ($($method:ident($($Type:ty),*) -> $Ok:ty),*) => { $(fn $method(self, $(_: $Type),*) -> Result<$Ok, Unsupported> { Err(Unsupported) })* };
}

impl Serializer for &mut Json {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Self;
    type SerializeTuple = Impossible<(), Unsupported>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    fn serialize_i64(self, value: i64) -> Done {
        value.write_to(&mut self.0);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Done {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Done {
        self.serialize_i64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Done {
        i64::try_from(value).map_err(|_| Unsupported).and_then(|value| self.serialize_i64(value))
    }

    unsupported!(
        serialize_i8(i8) -> (), serialize_i16(i16) -> (), serialize_i32(i32) -> (), serialize_u8(u8) -> (), serialize_u16(u16) -> (),
        serialize_f32(f32) -> (), serialize_f64(f64) -> (), serialize_char(char) -> (), serialize_bytes(&[u8]) -> (),
        serialize_unit_struct(&'static str) -> (), serialize_tuple(usize) -> Self::SerializeTuple,
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct,
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant
    );

    fn serialize_str(self, text: &str) -> Done {
        self.text(text);
        Ok(())
    }

    fn serialize_none(self) -> Done {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Done {
        Err(Unsupported)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Unsupported> {
        self.0.push('[');
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Unsupported> {
        self.0.push('{');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Unsupported> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self, Unsupported> {
        Err(Unsupported)
    }
}

impl SerializeSeq for &mut Json {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.next();
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.close(']')
    }
}

impl SerializeMap for &mut Json {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        self.next();
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.0.push(':');
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.close('}')
    }
}

impl SerializeStruct for &mut Json {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done {
        self.key(key);
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.close('}')
    }
}

impl SerializeStructVariant for &mut Json {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, _: &T) -> Done {
        Err(Unsupported)
    }

    fn end(self) -> Done {
        Err(Unsupported)
    }
}

#[cfg(test)]
mod tests {
    use bijak::{Endpoint, build, check, payload::Target};

    #[test]
    fn texts_are_those_of_serde_json() {
        let text =
            "{\"baseAmount\":-1.005,\"cgst\":\"a\\u0001\\\"\\\\ \\n₹\",\"mobileNumber\":\"1\\u0008\\f\\t\\r\",\"x\":[{}],\n\"tds\":{}}";
        let report = check(Endpoint::UpdateInvoice, text, &Default::default());
        assert!(report.findings.len() > 5);
        assert_eq!(super::json(&report), serde_json::to_string(&report).unwrap());
        let fields = r#"{"customerId":"KCAB12CD34EF56GH","dueDate":"2025-12-15","gst":{"base":1000,"rate":18,"interState":false}}"#;
        for target in [Target::default(), Target { invoice_id: Some("a/b".into()), seller_id: Some("CEK1234567".into()) }] {
            for endpoint in [Endpoint::UpdateInvoice, Endpoint::CreateInvoice] {
                let built = build(endpoint, fields, &target, &Default::default());
                assert_eq!(super::json(&built), serde_json::to_string(&built).unwrap());
            }
        }
    }
}
