//! A JSON tree that keeps the order of members and all digits of numbers; `serde_json::Value` needs
//! features for both, which leak into dependents.

use serde::ser::{Error, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// null
    Null,
    /// true or false
    Flag(bool),
    /// A number as JSON writes it.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Tree>),
    /// An object.
    Object(Members),
}

/// The members of an object.
pub type Members = Vec<(&'static str, Tree)>;

impl Tree {
    /// A string.
    pub fn text(text: impl Into<String>) -> Tree {
        Tree::Text(text.into())
    }

    /// An array of strings.
    pub fn texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Tree {
        Tree::List(texts.into_iter().map(Tree::text).collect())
    }

    /// The tree as indented JSON.
    pub fn json(&self) -> String {
        // Nothing here can fail: keys are strings, and numbers come from tables.
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Tree::Null => serializer.serialize_unit(),
            Tree::Flag(flag) => serializer.serialize_bool(*flag),
            Tree::Number(number) => RawValue::from_string(number.clone()).map_err(S::Error::custom)?.serialize(serializer),
            Tree::Text(text) => serializer.serialize_str(text),
            Tree::List(list) => serializer.collect_seq(list),
            Tree::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
