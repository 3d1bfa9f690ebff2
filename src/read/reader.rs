//! The walk over the text beside the table.
//!
//! The fast path, a valid leaf in the order of the page, is `object` with `fast_value`, put
//! together into one loop. What leaves it is `inline(never)`: repeated in that loop it
//! would make the Wasm larger and the path slower.

use super::compact::numbered;
use super::scan::{plain_ascii, stands};
use super::{Edit, Limits, ObjectContext, Slot, Value};
use crate::payload::{Field, Kind, ObjectKind, Presence, Shape};
use crate::report::{Arg, Diagnostic, LazyPath, MessageId, Messages, Noun, Place, Sink, name_of, nearest};
use crate::value::{self, AmountRule};
use std::borrow::Cow;
use std::collections::BinaryHeap;

/// What is to be read, and how.
pub struct Job<'j> {
    /// The table of the text.
    pub shape: &'static Shape,
    /// How much is read.
    pub limits: Limits,
    /// The messages of findings.
    pub messages: Messages,
    /// Whether edits are looked for.
    pub normalize: bool,
    /// Whether the text is in the compact form, in which no text or bytes of a caller's can be.
    pub compact: bool,
    /// Terms of the outermost object that may be missing, one bit each; or [`Job::DRAFT`].
    pub optional_here: u64,
    /// The way to the text, where it is part of something larger.
    pub path: LazyPath<'j>,
}

impl Job<'_> {
    /// For a draft: missing fields that building derives are not reported.
    pub const DRAFT: u64 = u64::MAX;

    /// Reads a text for its shape alone, with the usual limits.
    pub fn new(shape: &'static Shape, messages: Messages) -> Job<'static> {
        Job { shape, limits: Limits::default(), messages, normalize: false, compact: false, optional_here: 0, path: LazyPath::Root }
    }

    pub(super) fn normalizes(&self) -> bool {
        value::NORMALIZES && self.normalize
    }
}

/// What reading brought.
pub struct Reading<'s> {
    /// The text, if it is UTF-8 and not too large.
    pub text: Option<&'s str>,
    /// Whether the text is JSON to its end.
    pub complete: bool,
    /// What was found, not yet in the order of the document.
    pub sink: Sink,
    /// What normalizing would change, in the order of the document.
    pub edits: Vec<Edit>,
    /// The slots of the outermost object.
    pub slots: Vec<Slot>,
}

/// The syntax is broken; the finding is in the sink.
pub(super) struct Stop;

pub(super) type Read<T> = Result<T, Stop>;

/// Called with each object that rules read, at its end.
pub type OnObject<'j> = &'j mut dyn FnMut(&mut ObjectContext<'_>);

/// Reads a payload against a table; `on_object` is called at the end of each object that rules read.
#[inline(never)]
pub fn read<'s>(bytes: &'s [u8], job: &Job<'_>, on_object: OnObject<'_>) -> Reading<'s> {
    if bytes.len() > job.limits.bytes {
        return Reading::rejected(job, |sink| too_large(sink, &job.path, bytes.len(), job.limits.bytes));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let place = Place::new(&job.path, error.valid_up_to(), "");
            return Reading::rejected(job, |sink| sink.raise(place, Diagnostic::new(MessageId::SyntaxUtf8)));
        }
    };
    let mut reader = Reader {
        text,
        bytes,
        at: 0,
        depth: 0,
        too_deep: false,
        job,
        on_object,
        sink: Sink::new(job.limits.findings, job.messages),
        edits: Vec::new(),
        frame: Vec::with_capacity(job.shape.slots),
        unreadable: 0,
        unknown_word: false,
    };
    let complete = reader.document().is_ok();
    let Reader { sink, edits, frame, .. } = reader;
    let (edits, slots) = if complete { (edits, frame) } else { Default::default() };
    Reading { text: Some(text), complete, sink, edits, slots }
}

impl Reading<'_> {
    /// Nothing was read, and one finding says why: it is listed, however few are asked for.
    #[inline(never)]
    fn rejected(job: &Job<'_>, raise: impl FnOnce(&mut Sink)) -> Self {
        let mut sink = Sink::new(job.limits.findings.max(1), job.messages);
        raise(&mut sink);
        Reading { text: None, complete: false, sink, edits: Vec::new(), slots: Vec::new() }
    }
}

/// Raises the finding on a payload that is too large to be read.
pub fn too_large(sink: &mut Sink, path: &LazyPath<'_>, bytes: usize, limit: usize) {
    let fault = Diagnostic::new(MessageId::TooManyBytes).arg(Arg::Count(bytes)).arg(Arg::Count(limit));
    let fault = fault.actual(&bytes).at_most(&limit);
    sink.raise(Place::new(path, 0, ""), fault);
}

pub(super) struct Reader<'s, 'j> {
    pub(super) text: &'s str,
    pub(super) bytes: &'s [u8],
    pub(super) at: usize,
    pub(super) depth: usize,
    pub(super) too_deep: bool,
    pub(super) job: &'j Job<'j>,
    on_object: OnObject<'j>,
    pub(super) sink: Sink,
    pub(super) edits: Vec<Edit>,
    frame: Vec<Slot>,
    /// The terms of the object being read whose values are unreadable, one bit each.
    unreadable: u64,
    /// Whether the last word is not one of those that its field lists.
    pub(super) unknown_word: bool,
}

/// So many units of a number, as rules take them.
#[inline(always)]
pub(super) fn units(rule: &AmountRule, units: i64) -> Value {
    if rule.is_money() { Value::Paise(units) } else { Value::Milli(units) }
}

/// The fields of an object that have been read, one bit each.
#[derive(Default)]
struct Seen([u64; 2]);

impl Seen {
    /// Adds a field; false if it was there.
    #[inline(always)]
    fn insert(&mut self, index: usize) -> bool {
        let bit = 1 << (index & 63);
        let Some(word) = self.0.get_mut(index >> 6) else { return true };
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    fn has(&self, index: usize) -> bool {
        self.0.get(index >> 6).is_some_and(|word| word >> (index & 63) & 1 == 1)
    }

    #[inline(always)]
    fn covers(&self, wanted: [u64; 2]) -> bool {
        let ([low, high], [wanted_low, wanted_high]) = (self.0, wanted);
        low & wanted_low == wanted_low && high & wanted_high == wanted_high
    }

    fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }
}

/// The inside of a string.
pub(super) struct StringToken<'s> {
    pub(super) from: usize,
    pub(super) raw: &'s str,
    pub(super) escaped: bool,
    pub(super) non_ascii: bool,
}

/// A leaf on its way to being judged.
#[derive(Clone, Copy)]
pub(super) struct Leaf<'t> {
    pub(super) key: &'static str,
    pub(super) kind: &'static Kind,
    pub(super) source: &'static str,
    pub(super) path: &'t LazyPath<'t>,
}

impl Leaf<'_> {
    pub(super) fn name(&self) -> &'static str {
        name_of(self.key)
    }
}

impl<'s> Reader<'s, '_> {
    fn document(&mut self) -> Read<()> {
        let root = self.job.path;
        if self.text.starts_with('\u{feff}') {
            return Err(self.broken(&root, 0, Diagnostic::new(MessageId::SyntaxBom)));
        }
        self.space();
        match self.byte() {
            None => return Err(self.broken(&root, 0, Diagnostic::new(MessageId::SyntaxEmpty))),
            Some(b'{') => {
                self.object(self.job.shape, &root)?;
            }
            Some(_) => {
                let from = self.at;
                let found = self.found();
                self.skip(&root)?;
                let place = Place { actual: self.text.get(from..self.at), ..Place::new(&root, from, self.job.shape.source) };
                let fault =
                    Diagnostic::new(MessageId::PayloadType).arg(Arg::Noun(Noun::Object)).arg(Arg::Noun(found)).expected(&Noun::Object);
                self.sink.raise(place, fault);
            }
        }
        self.space();
        match self.byte() {
            None => Ok(()),
            Some(_) => {
                let fault = Diagnostic::new(MessageId::SyntaxAfter).display(&self.here());
                Err(self.broken(&root, self.at, fault))
            }
        }
    }

    /// Reads the object at the cursor; the frame holds its slots from the base returned.
    fn object(&mut self, shape: &'static Shape, path: &LazyPath<'_>) -> Read<usize> {
        let (from, base) = (self.at, self.frame.len());
        self.frame.resize(base + shape.slots, Slot::ABSENT);
        if !self.enter(path) {
            self.skip(path)?;
            return Ok(base);
        }
        self.at += 1;
        let mut seen = Seen::default();
        let unreadable_above = std::mem::take(&mut self.unreadable);
        let (mut next, mut named) = (0, 0_u64);
        let (mut unknown_keys, mut deferred) = (BinaryHeap::new(), None);
        self.space();
        if self.byte() == Some(b'}') {
            self.at += 1;
        } else {
            loop {
                self.space();
                let key_at = self.at;
                if let Some((index, field)) = self.known_key(shape, next, &mut unknown_keys, path)? {
                    if !seen.insert(index) {
                        self.duplicate(&LazyPath::Written(path, field.key), key_at, field.name(), shape.source);
                    }
                    next = index + 1;
                    self.space();
                    let from = self.at;
                    let slot = match self.fast_value(&field.kind) {
                        Some(value) => self.slot(value, from),
                        None if shape.deferred.field == index && !seen.covers(shape.deferred.needs) => {
                            deferred = Some((field, from));
                            self.skip(&LazyPath::Written(path, field.key))?;
                            Slot::ABSENT
                        }
                        None => self.field(field, shape.source, path)?,
                    };
                    named |= self.keep(field, slot, base);
                }
                self.space();
                match self.byte() {
                    Some(b',') => self.at += 1,
                    Some(b'}') => {
                        self.at += 1;
                        break;
                    }
                    _ => return Err(self.unexpected(path, Noun::CommaOrBrace)),
                }
            }
        }
        if unknown_keys.len() > 1 {
            self.repeated(unknown_keys, shape, path);
        }
        if let Some((field, at)) = deferred {
            let slot = self.deferred_field(field, at, shape.source, path)?;
            named |= self.keep(field, slot, base);
        }
        self.depth -= 1;
        let unreadable = std::mem::replace(&mut self.unreadable, unreadable_above);
        if !seen.covers(shape.wanted) {
            self.missing(shape, &seen, from, path);
        }
        if shape.object != ObjectKind::Free {
            let known = seen.count();
            let Reader { frame, sink, on_object, text, job, .. } = self;
            let slots = frame.get(base..).unwrap_or_default();
            let root = job.shape;
            on_object(&mut ObjectContext {
                root,
                shape,
                slots,
                named,
                unreadable,
                known,
                path,
                at: from,
                text,
                compact: job.compact,
                sink,
            });
        }
        Ok(base)
    }

    /// Reads a field at `at` that has waited for others; its term.
    #[inline(never)]
    fn deferred_field(&mut self, field: &'static Field, at: usize, source: &'static str, path: &LazyPath<'_>) -> Read<Slot> {
        let (end, edits) = (std::mem::replace(&mut self.at, at), self.edits.len());
        let slot = self.field(field, source, path)?;
        self.at = end;
        // Its edits belong where it stands.
        let place = self.edits.partition_point(|edit| edit.from < at);
        if let Some(after) = self.edits.get_mut(place..).filter(|_| self.job.normalizes() && place < edits) {
            after.rotate_left(edits - place);
        }
        Ok(slot)
    }

    /// Keeps a slot for the rules, if any of them asks; its term in a set.
    #[inline(always)]
    fn keep(&mut self, field: &Field, slot: Slot, base: usize) -> u64 {
        if let Some(term) = field.term
            && let Some(kept) = self.frame.get_mut(base + usize::from(term))
        {
            *kept = slot;
            return 1 << term;
        }
        0
    }

    /// Reads the key at the cursor and its colon; if no table knows it, its value too.
    #[inline(always)]
    fn known_key(
        &mut self,
        shape: &'static Shape,
        next: usize,
        unknown_keys: &mut BinaryHeap<(Cow<'s, str>, usize)>,
        path: &LazyPath<'_>,
    ) -> Read<Option<(usize, &'static Field)>> {
        if self.job.compact
            && let Some(known) = self.byte().and_then(|byte| numbered(shape, byte))
        {
            self.at += 1;
            return Ok(Some(known));
        }
        // Most payloads come in the order of the page.
        if let Some(field) = shape.fields.get(next)
            && self.passes(field)
        {
            return Ok(Some((next, field)));
        }
        self.any_key(shape, next, unknown_keys, path)
    }

    /// Passes over the key of a field and its colon, if they stand at the cursor.
    #[inline(always)]
    fn passes(&mut self, field: &Field) -> bool {
        let stands = stands(self.bytes, self.at, field.key.as_bytes());
        if stands {
            self.at += field.key.len();
        }
        stands
    }

    #[inline(never)]
    fn any_key(
        &mut self,
        shape: &'static Shape,
        next: usize,
        unknown_keys: &mut BinaryHeap<(Cow<'s, str>, usize)>,
        path: &LazyPath<'_>,
    ) -> Read<Option<(usize, &'static Field)>> {
        // Or in that order with some left out.
        for (offset, field) in shape.fields.iter().enumerate().skip(next + 1).take(12) {
            if self.passes(field) {
                return Ok(Some((offset, field)));
            }
        }
        let at = self.at;
        let key = self.string(path)?;
        let name = value::decode(key.raw).unwrap_or_else(|_| {
            let place = Place { actual: Some(key.raw), ..Place::new(path, at, shape.source) };
            self.sink.raise(place, Diagnostic::new(MessageId::LoneSurrogate).arg(Arg::Phrase("a key")));
            Cow::Borrowed(key.raw)
        });
        let (before, after) = shape.fields.split_at_checked(next).unwrap_or((shape.fields, &[]));
        let after = after.iter().enumerate().map(|(offset, field)| (next + offset, field));
        let known = after.chain(before.iter().enumerate()).find(|(_, field)| field.name() == name);
        let below = LazyPath::Key(path, &name);
        self.colon(&below)?;
        if known.is_none() {
            self.unknown_key(shape, &name, at, &below);
            self.skip(&below)?;
            unknown_keys.push((name, at));
        }
        Ok(known)
    }

    /// Keys that no table knows and that stand there more than once; those of one name
    /// come from the heap together, the last first.
    #[inline(never)]
    fn repeated(&mut self, mut unknown_keys: BinaryHeap<(Cow<'s, str>, usize)>, shape: &'static Shape, path: &LazyPath<'_>) {
        while let Some((name, at)) = unknown_keys.pop() {
            if unknown_keys.peek().is_some_and(|(before, _)| *before == name) {
                self.duplicate(&LazyPath::Key(path, &name), at, &name, shape.source);
            }
        }
    }

    #[inline(never)]
    fn missing(&mut self, shape: &'static Shape, seen: &Seen, at: usize, path: &LazyPath<'_>) {
        for (index, field) in shape.fields.iter().enumerate() {
            let msg = match field.presence {
                Presence::Required => MessageId::Missing,
                Presence::Recommended => MessageId::MissingAdvised,
                Presence::Optional | Presence::Response | Presence::Nullable => continue,
            };
            let optional_here = match self.job.optional_here {
                Job::DRAFT => {
                    matches!(shape.object, ObjectKind::Document | ObjectKind::Item | ObjectKind::StatusChange | ObjectKind::Confirmation)
                }
                terms => self.depth == 0 && field.term.is_some_and(|term| terms >> term & 1 == 1),
            };
            if seen.has(index) || optional_here {
                continue;
            }
            // Of millions of empty objects, each lacks all of them.
            if self.sink.has_room() {
                let below = LazyPath::Written(path, field.key);
                self.sink.raise(Place::new(&below, at, shape.source), Diagnostic::new(msg).plain(field.name()));
            } else {
                self.sink.count(msg.severity());
            }
        }
    }

    #[inline(never)]
    fn unknown_key(&mut self, shape: &Shape, name: &str, at: usize, path: &LazyPath<'_>) {
        if shape.object == ObjectKind::SyntaxOnly {
            return;
        }
        let near = self.sink.has_room().then(|| nearest(name, shape.fields.iter().map(|field| field.name()))).flatten();
        let msg = match (shape.object == ObjectKind::CallerInput, near.is_some()) {
            (true, true) => MessageId::StrayNear,
            (true, false) => MessageId::Stray,
            (false, true) => MessageId::UnknownNear,
            (false, false) => MessageId::Unknown,
        };
        let fault = Diagnostic::new(msg).input(name).plain(near.unwrap_or(""));
        let fault = if let Some(near) = near { fault.expected(&near) } else { fault };
        self.sink.raise(Place::new(path, at, shape.source), fault);
    }

    #[inline(never)]
    fn duplicate(&mut self, path: &LazyPath<'_>, at: usize, name: &str, source: &'static str) {
        self.sink.raise(Place::new(path, at, source), Diagnostic::new(MessageId::DuplicateKey).input(name));
    }

    /// Reads a leaf without a fault, plainly written: no escapes, nothing to normalize. The
    /// cursor stays where it is if the leaf is anything else.
    #[inline(always)]
    fn fast_value(&mut self, kind: &'static Kind) -> Option<Value> {
        let (value, end) = match (kind, self.byte()?) {
            (_, b'"') => {
                let from = self.at + 1;
                let inside = plain_ascii(self.bytes, from)?;
                let end = from + inside.len();
                let value = match kind {
                    Kind::Text(rule) if rule.holds(inside) => match rule.fits {
                        Some(fits) if !fits(self.text.get(from..end)?) => return None,
                        _ if self.job.normalizes() && (rule.normalize)(self.text.get(from..end)?).is_some() => return None,
                        _ => Value::Text,
                    },
                    Kind::Date(form) => Value::Day(value::fast_date(*form, inside)?),
                    Kind::Choice(choice) if choice.words.iter().any(|word| word.as_bytes() == inside) => Value::Text,
                    _ => return None,
                };
                (value, end + 1)
            }
            (Kind::Amount(rule), b'0'..=b'9') => {
                let scan = value::scan_here(self.bytes, self.at).ok()?;
                (units(rule, value::fast_amount(rule, scan)?), scan.end)
            }
            (Kind::Flag, b't') => (Value::Flag(true), self.at + self.word("true")?),
            (Kind::Flag, b'f') => (Value::Flag(false), self.at + self.word("false")?),
            _ => return None,
        };
        self.at = end;
        Some(value)
    }

    /// The length of a word, if it stands at the cursor.
    pub(super) fn word(&self, word: &str) -> Option<usize> {
        stands(self.bytes, self.at, word.as_bytes()).then_some(word.len())
    }

    /// Reads the value of a field of the object that `above` leads to, in full.
    #[inline(never)]
    fn field(&mut self, field: &'static Field, source: &'static str, above: &LazyPath<'_>) -> Read<Slot> {
        let (from, path) = (self.at, &LazyPath::Written(above, field.key));
        let leaf = Leaf { key: field.key, kind: &field.kind, source, path };
        let slot = if self.byte() == Some(b'n') && !matches!(field.kind, Kind::Opaque) {
            self.literal("null", path)?;
            let value = self.null(field, leaf, from);
            self.slot(value, from)
        } else {
            self.value(leaf, field.presence == Presence::Nullable)?
        };
        if slot.value == Value::Unreadable || std::mem::take(&mut self.unknown_word) {
            self.unreadable |= field.term.map_or(0, |term| 1 << term);
        }
        Ok(slot)
    }

    /// Reads a value of the leaf's kind and judges it.
    #[inline(always)]
    fn value(&mut self, leaf: Leaf<'_>, nullable: bool) -> Read<Slot> {
        let from = self.at;
        let value = match (leaf.kind, self.byte()) {
            (Kind::Object(shape), Some(b'{')) => return self.nested(shape, leaf.path),
            (Kind::List(element), Some(b'[')) => self.list(leaf, element)?,
            _ => self.kind(leaf, nullable)?,
        };
        Ok(self.slot(value, from))
    }

    fn slot(&self, value: Value, from: usize) -> Slot {
        Slot { value, from: from as u32, to: self.at as u32 }
    }

    /// Reads an object inside another; for the rules of the outer one, an EnumModel
    /// stands for its name, and an address for its PIN code.
    fn nested(&mut self, shape: &'static Shape, path: &LazyPath<'_>) -> Read<Slot> {
        let from = self.at;
        let too_deep = self.depth >= self.job.limits.depth;
        let base = self.object(shape, path)?;
        if too_deep {
            self.frame.truncate(base);
            return Ok(self.slot(Value::Unreadable, from));
        }
        let first = self.frame.get(base).filter(|_| shape.is_represented_by_its_field()).copied();
        self.frame.truncate(base);
        Ok(first.unwrap_or_else(|| self.slot(Value::Text, from)))
    }

    #[inline(never)]
    fn list(&mut self, leaf: Leaf<'_>, element: &'static Kind) -> Read<Value> {
        if !self.enter(leaf.path) {
            self.skip(leaf.path)?;
            return Ok(Value::Unreadable);
        }
        self.at += 1;
        self.space();
        let mut index = 0;
        if self.byte() == Some(b']') {
            self.at += 1;
        } else {
            loop {
                self.space();
                let path = LazyPath::Index(leaf.path, index);
                // An object in a list stands for nothing else, so it needs no slot.
                if let (Kind::Object(shape), Some(b'{')) = (element, self.byte()) {
                    let base = self.object(shape, &path)?;
                    self.frame.truncate(base);
                } else {
                    self.value(Leaf { kind: element, path: &path, ..leaf }, false)?;
                }
                index += 1;
                self.space();
                match self.byte() {
                    Some(b',') => self.at += 1,
                    Some(b']') => {
                        self.at += 1;
                        break;
                    }
                    _ => return Err(self.unexpected(&path, Noun::CommaOrBracket)),
                }
            }
        }
        self.depth -= 1;
        Ok(Value::Int(index as i64))
    }
}
