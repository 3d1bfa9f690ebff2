//! The syntax of JSON: the cursor, strings, numbers, and skipping values.

use super::reader::{Read, Reader, Stop, StringToken};
use super::scan::run;
use crate::report::{Arg, Concat, Diagnostic, LazyPath, MessageId, Noun, Place, Sink, code_point, to_text};
use crate::value::{self, Scan};

impl<'s> Reader<'s, '_> {
    #[inline(always)]
    pub(super) fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline(always)]
    pub(super) fn space(&mut self) {
        if self.byte().is_some_and(|byte| byte <= b' ') {
            self.spaces();
        }
    }

    #[inline(never)]
    pub(super) fn spaces(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
    }

    /// Goes one level down, or raises a finding at the depth limit.
    pub(super) fn enter(&mut self, path: &LazyPath<'_>) -> bool {
        let fits = self.depth < self.job.limits.depth;
        if fits {
            self.depth += 1;
        } else {
            self.deep(path);
        }
        fits
    }

    #[inline(never)]
    pub(super) fn deep(&mut self, path: &LazyPath<'_>) {
        if !self.too_deep {
            self.too_deep = true;
            self.sink.raise(Place::new(path, self.at, ""), Diagnostic::new(MessageId::TooDeep).arg(Arg::Count(self.job.limits.depth)));
        }
    }

    pub(super) fn colon(&mut self, path: &LazyPath<'_>) -> Read<()> {
        if self.byte() != Some(b':') {
            self.colon_after_space(path)?;
        }
        self.at += 1;
        Ok(())
    }

    #[inline(never)]
    pub(super) fn colon_after_space(&mut self, path: &LazyPath<'_>) -> Read<()> {
        self.spaces();
        match self.byte() {
            Some(b':') => Ok(()),
            _ => Err(self.unexpected(path, Noun::Colon)),
        }
    }

    #[inline(never)]
    pub(super) fn literal(&mut self, word: &str, path: &LazyPath<'_>) -> Read<()> {
        match self.word(word) {
            Some(length) => self.at += length,
            None => return Err(self.unexpected(path, Noun::Value)),
        }
        Ok(())
    }

    pub(super) fn number(&mut self, path: &LazyPath<'_>) -> Read<(Scan, &'s str)> {
        let from = self.at;
        match value::scan(self.bytes, from) {
            Ok(scan) => {
                self.at = scan.end;
                Ok((scan, self.text.get(from..scan.end).unwrap_or("")))
            }
            Err(at) => {
                self.at = at;
                Err(self.unexpected(path, Noun::Digit))
            }
        }
    }

    /// Reads the string at the cursor to its closing quote.
    pub(super) fn string(&mut self, path: &LazyPath<'_>) -> Read<StringToken<'s>> {
        if self.byte() != Some(b'"') {
            return Err(self.unexpected(path, Noun::Key));
        }
        let from = self.at + 1;
        let (mut escaped, mut non_ascii) = (false, false);
        self.at = from;
        loop {
            let run = run(self.bytes, self.at);
            self.at = run.at;
            non_ascii |= run.non_ascii;
            match self.byte() {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.escape(path)?;
                }
                Some(_) => return Err(self.broken(path, self.at, Diagnostic::new(MessageId::SyntaxControl))),
                None => return Err(self.unexpected(path, Noun::Quote)),
            }
        }
        let raw = self.text.get(from..self.at).unwrap_or("");
        self.at += 1;
        Ok(StringToken { from, raw, escaped, non_ascii })
    }

    pub(super) fn escape(&mut self, path: &LazyPath<'_>) -> Read<()> {
        let length = match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
            Some(b'u') if self.bytes.get(self.at + 2..self.at + 6).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)) => 6,
            None => {
                self.at += 1;
                return Err(self.unexpected(path, Noun::Quote));
            }
            // A truncated escape, not an invalid one.
            Some(b'u') if self.bytes.get(self.at + 2..).is_some_and(|hex| hex.len() < 4 && hex.iter().all(u8::is_ascii_hexdigit)) => {
                self.at = self.bytes.len();
                return Err(self.unexpected(path, Noun::Quote));
            }
            Some(_) => {
                let escape: String = self.text.get(self.at..).unwrap_or("").chars().take(2).collect();
                return Err(self.broken(path, self.at, Diagnostic::new(MessageId::SyntaxEscape).input(&escape)));
            }
        };
        self.at += length;
        Ok(())
    }

    /// Skips any JSON value, however deep, without recursion.
    pub(super) fn skip(&mut self, path: &LazyPath<'_>) -> Read<()> {
        let mut open = Open::default();
        loop {
            self.space();
            match self.byte() {
                Some(b'"') => {
                    self.string(path)?;
                }
                Some(b'{' | b'[') => {
                    let brace = self.byte() == Some(b'{');
                    if self.depth + open.depth >= self.job.limits.depth {
                        self.deep(path);
                    }
                    self.at += 1;
                    self.space();
                    if self.byte() == Some(if brace { b'}' } else { b']' }) {
                        self.at += 1;
                    } else {
                        open.push(brace);
                        if brace {
                            self.key(path)?;
                        }
                        continue;
                    }
                }
                Some(b'-' | b'0'..=b'9') => {
                    self.number(path)?;
                }
                Some(b't') => self.literal("true", path)?,
                Some(b'f') => self.literal("false", path)?,
                Some(b'n') => self.literal("null", path)?,
                _ => return Err(self.unexpected(path, Noun::Value)),
            }
            loop {
                let Some(brace) = open.last() else {
                    return Ok(());
                };
                self.space();
                match self.byte() {
                    Some(b',') => {
                        self.at += 1;
                        if brace {
                            self.space();
                            self.key(path)?;
                        }
                        break;
                    }
                    Some(b'}') if brace => self.at += 1,
                    Some(b']') if !brace => self.at += 1,
                    _ => {
                        return Err(self.unexpected(path, if brace { Noun::CommaOrBrace } else { Noun::CommaOrBracket }));
                    }
                }
                open.pop();
            }
        }
    }

    pub(super) fn key(&mut self, path: &LazyPath<'_>) -> Read<()> {
        if self.job.compact && self.byte() != Some(b'"') {
            self.at += 1;
            return Ok(());
        }
        self.string(path)?;
        self.colon(path)
    }

    /// The type of the value at the cursor.
    pub(super) fn found(&self) -> Noun {
        match self.byte() {
            Some(b'"') => Noun::Text,
            Some(b'{') => Noun::Object,
            Some(b'[') => Noun::Array,
            Some(b't' | b'f') => Noun::Boolean,
            Some(b'n') => Noun::Null,
            _ => Noun::Number,
        }
    }

    /// The character at the cursor, for a message.
    pub(super) fn here(&self) -> String {
        match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(c) if c.is_control() => code_point(c),
            Some(c) => to_text(&Concat(&[&"`", &&*c.encode_utf8(&mut [0; 4]), &"`"])),
            None => String::new(),
        }
    }

    /// Raises a finding: unexpected input, or the end of the text.
    #[inline(never)]
    pub(super) fn unexpected(&mut self, path: &LazyPath<'_>, expected: Noun) -> Stop {
        let fault = match self.byte() {
            Some(_) => Diagnostic::new(MessageId::SyntaxUnexpected).arg(Arg::Noun(expected)).display(&self.here()),
            None => Diagnostic::new(MessageId::SyntaxCut).arg(Arg::Noun(expected)),
        };
        self.broken(path, self.at, fault)
    }

    /// Raises a syntax error and stops reading, because nothing after it can be trusted.
    #[inline(never)]
    pub(super) fn broken(&mut self, path: &LazyPath<'_>, at: usize, fault: Diagnostic<'_>) -> Stop {
        self.sink = Sink::new(self.job.limits.findings.max(1), self.job.messages);
        self.sink.raise(Place::new(path, at, ""), fault);
        Stop
    }
}

/// The open brackets, one bit each, so that a text of brackets does not take more memory than its own
/// size.
#[derive(Default)]
struct Open {
    braces: Vec<u8>,
    depth: usize,
}

impl Open {
    /// Whether the innermost is a brace; `None` if none is open.
    fn last(&self) -> Option<bool> {
        let at = self.depth.checked_sub(1)?;
        Some(self.braces.get(at / 8)? >> (at % 8) & 1 == 1)
    }

    fn push(&mut self, brace: bool) {
        if self.depth / 8 == self.braces.len() {
            self.braces.push(0);
        }
        if let Some(byte) = self.braces.get_mut(self.depth / 8) {
            let bit = 1 << (self.depth % 8);
            *byte = if brace { *byte | bit } else { *byte & !bit };
        }
        self.depth += 1;
    }

    fn pop(&mut self) {
        self.depth -= 1;
    }
}
