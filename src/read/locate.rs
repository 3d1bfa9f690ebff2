//! Lines and columns, worked out only for findings.

use crate::report::{Finding, characters, line_feeds};

/// Gives every finding the line and column of its byte. They come in the order of the
/// document, so one walk over the text serves all.
pub fn locate(text: &[u8], findings: &mut [(usize, Finding)]) {
    let (mut line, mut column, mut at) = (1, 1, 0);
    for (target, finding) in findings {
        let Some(mut passed) = text.get(at..*target) else {
            continue;
        };
        at = *target;
        while let Some((chunk, rest)) = passed.split_first_chunk::<8>() {
            if line_feeds(*chunk) == 0 {
                column += characters(*chunk);
            } else {
                walk(chunk, &mut line, &mut column);
            }
            passed = rest;
        }
        walk(passed, &mut line, &mut column);
        (finding.line, finding.column) = (Some(line), Some(column));
    }
}

/// Goes on byte by byte.
fn walk(bytes: &[u8], line: &mut u32, column: &mut u32) {
    for byte in bytes {
        match byte {
            b'\n' => (*line, *column) = (*line + 1, 1),
            // Continuation bytes of UTF-8 begin no character.
            0x80..0xc0 => {}
            _ => *column += 1,
        }
    }
}
