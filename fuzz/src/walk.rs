//! A JSON text taken apart by serde_json: every value with its bytes, keys that stand twice
//! among them.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// A value of a text.
#[derive(Debug)]
pub struct Value<'t> {
    /// Its bytes.
    pub raw: &'t str,
    /// Where they begin.
    pub at: usize,
    pub inside: Inside<'t>,
}

#[derive(Debug)]
pub enum Inside<'t> {
    Leaf,
    List(Vec<Value<'t>>),
    Map(Vec<Member<'t>>),
    /// Deeper than was asked for.
    Unread,
}

/// A key and its value.
#[derive(Debug)]
pub struct Member<'t> {
    /// Where the key begins.
    pub at: usize,
    /// The key; none if it is half of a surrogate pair.
    pub name: Option<String>,
    pub value: Value<'t>,
}

/// The value that a text is, if serde_json takes it; to that depth.
pub fn value(text: &str, depth: usize) -> Option<Value<'_>> {
    let root: &RawValue = serde_json::from_str(text).ok()?;
    Some(apart(text, root.get(), depth))
}

fn apart<'t>(whole: &'t str, raw: &'t str, depth: usize) -> Value<'t> {
    let at = place(whole, raw);
    let inside = match raw.as_bytes()[0] {
        b'{' | b'[' if depth == 0 => Inside::Unread,
        b'{' => {
            let Members(members) = serde_json::from_str(raw).expect("it has been read before");
            let member = |(key, value): (&'t RawValue, &'t RawValue)| Member {
                at: place(whole, key.get()),
                name: serde_json::from_str(key.get()).ok(),
                value: apart(whole, value.get(), depth - 1),
            };
            Inside::Map(members.into_iter().map(member).collect())
        }
        b'[' => {
            let elements: Vec<&RawValue> = serde_json::from_str(raw).expect("it has been read before");
            Inside::List(elements.into_iter().map(|element| apart(whole, element.get(), depth - 1)).collect())
        }
        _ => Inside::Leaf,
    };
    Value { raw, at, inside }
}

fn place(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}

/// The members of an object in their order.
struct Members<'t>(Vec<(&'t RawValue, &'t RawValue)>);

impl<'t> Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'t> Visitor<'t> for InOrder {
            type Value = Members<'t>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Members<'t>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// How deep the brackets of a JSON text are nested.
pub fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut inside, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            b'"' if !escaped => inside = !inside,
            b'{' | b'[' if !inside => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !inside => depth -= 1,
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    deepest
}
