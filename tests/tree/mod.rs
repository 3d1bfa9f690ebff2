//! JSON with its members in their order and its leaves as they are written: what fixtures
//! and property tests edit.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A JSON text, taken apart.
#[derive(Debug, Clone)]
pub enum Tree {
    /// A number, a string, true, false or null, as it is written.
    Leaf(String),
    /// An array.
    List(Vec<Tree>),
    /// An object.
    Map(Vec<(String, Tree)>),
}

/// A step of a path such as `itemLists[712].gstRate`.
enum Step<'p> {
    Key(&'p str),
    Index(usize),
}

fn steps(path: &str) -> Vec<Step<'_>> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    let step = |part: &'_ str| part.strip_suffix(']').map(|index| index.parse().unwrap());
    parts.map(|part| step(part).map_or(Step::Key(part), Step::Index)).collect()
}

impl Tree {
    /// Takes a text apart.
    pub fn of(text: &str) -> Tree {
        match text.trim_start().as_bytes().first() {
            Some(b'{') => {
                let Members(members) = serde_json::from_str(text).unwrap();
                Tree::Map(members.into_iter().map(|(name, value)| (name, Tree::of(value.get()))).collect())
            }
            Some(b'[') => {
                let elements: Vec<&RawValue> = serde_json::from_str(text).unwrap();
                Tree::List(elements.into_iter().map(|value| Tree::of(value.get())).collect())
            }
            _ => Tree::Leaf(text.trim().to_owned()),
        }
    }

    /// The text, without white space between its tokens.
    pub fn text(&self) -> String {
        match self {
            Tree::Leaf(text) => text.clone(),
            Tree::List(elements) => format!("[{}]", elements.iter().map(Tree::text).collect::<Vec<_>>().join(",")),
            Tree::Map(members) => {
                let member = |(name, value): &(String, Tree)| format!("{}:{}", serde_json::to_string(name).unwrap(), value.text());
                format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
            }
        }
    }

    /// Every number in it.
    pub fn numbers(&self) -> Vec<&str> {
        match self {
            Tree::Leaf(text) => {
                Some(text.as_str()).filter(|text| text.starts_with(|c: char| c == '-' || c.is_ascii_digit())).into_iter().collect()
            }
            Tree::List(elements) => elements.iter().flat_map(Tree::numbers).collect(),
            Tree::Map(members) => members.iter().flat_map(|(_, value)| value.numbers()).collect(),
        }
    }

    fn child(&mut self, step: &Step<'_>) -> Option<&mut Tree> {
        match (self, step) {
            (Tree::Map(members), Step::Key(key)) => members.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value),
            (Tree::List(elements), Step::Index(index)) => elements.get_mut(*index),
            _ => None,
        }
    }

    /// What stands around the end of a path, and the last step.
    fn around<'p>(&mut self, path: &'p str) -> (&mut Tree, Step<'p>) {
        let mut steps = steps(path);
        let last = steps.pop().expect("a path");
        let around = steps.iter().fold(self, |tree, step| tree.child(step).unwrap_or_else(|| panic!("{path} leads nowhere")));
        (around, last)
    }

    /// What stands at a path.
    pub fn at(&mut self, path: &str) -> &mut Tree {
        let (around, last) = self.around(path);
        around.child(&last).unwrap_or_else(|| panic!("{path} is not there"))
    }

    /// Sets what stands at a path; a member that is not there becomes the last one.
    pub fn set(&mut self, path: &str, value: Tree) {
        let (around, last) = self.around(path);
        match (around.child(&last).is_some(), &last, around) {
            (true, _, around) => *around.child(&last).expect("it is there") = value,
            (_, Step::Key(key), Tree::Map(members)) => members.push(((*key).to_owned(), value)),
            (_, Step::Index(index), Tree::List(elements)) if *index == elements.len() => elements.push(value),
            _ => panic!("{path} cannot be set"),
        }
    }

    /// Takes out what stands at a path.
    pub fn drop(&mut self, path: &str) -> Tree {
        match self.around(path) {
            (Tree::Map(members), Step::Key(key)) => {
                let at = members.iter().position(|(name, _)| name == key).unwrap_or_else(|| panic!("{path} is not there"));
                members.remove(at).1
            }
            (Tree::List(elements), Step::Index(index)) => elements.remove(index),
            _ => panic!("{path} cannot be dropped"),
        }
    }

    /// Moves a member to the front of its object.
    pub fn front(&mut self, path: &str) {
        let value = self.drop(path);
        match self.around(path) {
            (Tree::Map(members), Step::Key(key)) => members.insert(0, (key.to_owned(), value)),
            _ => panic!("{path} cannot be moved"),
        }
    }

    /// Repeats an array; where its elements have a `serialno`, they are numbered.
    pub fn repeat(&mut self, path: &str, times: usize) {
        let Tree::List(elements) = self.at(path) else { panic!("{path} is no array") };
        let once = std::mem::take(elements);
        for mut element in (0..times).flat_map(|_| once.iter().cloned()) {
            if let Some(serial) = element.child(&Step::Key("serialno")) {
                *serial = Tree::Leaf(format!("\"{}\"", elements.len() + 1));
            }
            elements.push(element);
        }
    }
}

/// The members of an object in their order.
struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(All)
    }
}
