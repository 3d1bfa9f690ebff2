//! The members of an object whose syntax has already been checked, as slices of its text.

use crate::value::decode;
use std::borrow::Cow;

/// A key and its value.
#[derive(Debug, Clone)]
pub struct Member<'s> {
    /// The key.
    pub name: Cow<'s, str>,
    /// The value, byte for byte.
    pub value: &'s str,
}

/// The members of the object `text`, in its order. The text must have been read to its end
/// without a syntax error; of anything else, none are found.
pub fn members(text: &str) -> Vec<Member<'_>> {
    let mut members = Vec::new();
    let mut rest = text.trim_ascii_start().strip_prefix('{').unwrap_or("");
    while let Some(key) = rest.bytes().position(|byte| byte == b'"').and_then(|at| rest.get(at..)) {
        let Some((name, after)) = key.split_at_checked(string_end(key)) else {
            break;
        };
        let name = name.get(1..name.len() - 1).unwrap_or("");
        let value = after.trim_ascii_start().strip_prefix(':').unwrap_or("").trim_ascii_start();
        let Some((value, after)) = value.split_at_checked(value_end(value)) else {
            break;
        };
        members.push(Member { name: decode(name).unwrap_or(Cow::Borrowed(name)), value: value.trim_ascii_end() });
        rest = after;
    }
    members
}

/// The elements of the array `text`, under the same condition.
pub fn elements(text: &str) -> Vec<&str> {
    let mut elements = Vec::new();
    let mut rest = text.trim_ascii().strip_prefix('[').unwrap_or("").trim_ascii_start();
    while let Some((value, after)) = rest.split_at_checked(value_end(rest)).filter(|(value, _)| !value.is_empty()) {
        elements.push(value.trim_ascii_end());
        rest = after.strip_prefix(',').unwrap_or("").trim_ascii_start();
    }
    elements
}

/// The byte after the string at the start of the text.
pub(super) fn string_end(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    });
    end.map_or(text.len(), |at| at + 2)
}

/// The byte after the value at the start of the text: at the comma or brace that follows.
pub(super) fn value_end(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'"' => {
                at += string_end(text.get(at..).unwrap_or(""));
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' if depth == 0 => break,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{elements, members};

    #[test]
    fn values_are_found_byte_for_byte() {
        let text = r#" { "a" : 1.50 , "b\u0041":{"x":[1,"}\""]},"c":"q\\" , "d":null}"#;
        let found: Vec<_> = members(text).into_iter().map(|member| (member.name.into_owned(), member.value)).collect();
        let want = [("a", "1.50"), ("bA", r#"{"x":[1,"}\""]}"#), ("c", r#""q\\""#), ("d", "null")];
        assert_eq!(found, want.map(|(name, value)| (name.to_owned(), value)));
        assert_eq!(elements(r#" [ 1 , "a,]" ,[2,3], {"x":[]} ] "#), ["1", r#""a,]""#, "[2,3]", r#"{"x":[]}"#]);
        assert!(elements("[]").is_empty() && elements("{}").is_empty() && elements("").is_empty());
        assert!(members("{}").is_empty() && members("[1]").is_empty() && members("").is_empty());
    }
}
