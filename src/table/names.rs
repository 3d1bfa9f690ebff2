//! What a payload calls the terms of the canonical invoice, and where it has them.

use super::{Field, Kind, Shape};
use crate::report::{Concat, Names, to_text};
use crate::term::{Group, TermId, TermSet};

/// One segment of the path from an object to a value inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// A documented field.
    Field(&'static str),
    /// An element of an array.
    Index(u32),
}

/// Where a payload has a term: the path from an object, and the field that carries it.
pub struct Location {
    /// The path; elements of arrays have the number 0.
    pub segments: Vec<Segment>,
    /// The field.
    pub field: &'static Field,
}

impl Field {
    /// The table of the object, or of the objects in the list.
    pub fn inside(&self) -> Option<&'static Shape> {
        match self.kind {
            Kind::Object(inner) => Some(inner),
            Kind::List(Kind::Object(inner)) => Some(*inner),
            _ => None,
        }
    }

    /// The field that represents the object in this field, as its PIN code does an address.
    pub fn represented(&self) -> Option<&'static Field> {
        match self.kind {
            Kind::Object(inner) if inner.is_represented_by_its_field() => inner.fields.iter().find(|field| field.term.is_some()),
            _ => None,
        }
    }
}

/// Where a term is, seen from an object of that shape: in the object itself or below it.
#[inline(never)]
pub fn locate(shape: &'static Shape, term: TermId) -> Option<Location> {
    let mut segments = Vec::new();
    let field = search(shape, term, &mut segments)?;
    segments.reverse();
    Some(Location { segments, field })
}

/// What a payload calls a term, seen from an object of that shape.
#[inline(never)]
pub fn name_of_term(shape: &'static Shape, term: TermId) -> Option<&'static str> {
    let own = shape.object.group().and_then(|group| term.within(group));
    if own.is_some()
        && let Some(field) = shape.fields.iter().find(|field| field.term == own)
    {
        return Some(field.represented().unwrap_or(field).name());
    }
    shape.fields.iter().filter_map(Field::inside).find_map(|inner| name_of_term(inner, term))
}

/// The field that carries the term; its path is written from its end.
fn search(shape: &'static Shape, term: TermId, segments: &mut Vec<Segment>) -> Option<&'static Field> {
    let own = shape.object.group().and_then(|group| term.within(group));
    if own.is_some()
        && let Some(field) = shape.fields.iter().find(|field| field.term == own)
    {
        segments.push(Segment::Field(field.name()));
        return Some(field);
    }
    for field in shape.fields {
        let found = match field.kind {
            Kind::Object(inner) => search(inner, term, segments),
            Kind::List(Kind::Object(inner)) => {
                let found = search(inner, term, segments);
                if found.is_some() {
                    segments.push(Segment::Index(0));
                }
                found
            }
            _ => None,
        };
        if found.is_some() {
            segments.push(Segment::Field(field.name()));
            return found;
        }
    }
    None
}

impl Names for Shape {
    /// The paths of the fields that carry the terms, in the order of the page, then the
    /// options: `itemLists[].gstRate`, `options.today`.
    fn names(&self, terms: &TermSet) -> Vec<String> {
        let mut names = Vec::new();
        self.add_names(terms, &mut String::new(), &mut names);
        for (number, option) in ["options.current", "options.today"].into_iter().enumerate() {
            if terms.contains(TermId::of(Group::External, number as u8)) {
                names.push(option.to_owned());
            }
        }
        names
    }
}

impl Shape {
    /// Adds the paths of the fields; `path` is that of the object.
    fn add_names(&self, terms: &TermSet, path: &mut String, names: &mut Vec<String>) {
        let above = path.len();
        for field in self.fields {
            path.push_str(field.name());
            let carries = |(group, term)| terms.contains(TermId::of(group, term));
            let carries = self.object.group().zip(field.term).is_some_and(carries);
            if carries {
                names.push(match field.represented() {
                    Some(inner) => to_text(&Concat(&[path, &".", &inner.name()])),
                    None => path.clone(),
                });
            }
            if let Some(inner) = field.inside() {
                path.push_str(if matches!(field.kind, Kind::List(_)) { "[]." } else { "." });
                inner.add_names(terms, path, names);
            }
            path.truncate(above);
        }
    }
}
