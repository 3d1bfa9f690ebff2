//! Lines and columns, worked out only for findings.

use crate::report::Finding;

/// Gives every finding the line and column of its byte. They come in the order of the
/// document, so one walk over the text serves all.
pub fn locate(text: &[u8], findings: &mut [(usize, Finding)]) {
    let (mut line, mut begin, mut at) = (1_u32, 0, 0);
    for (target, finding) in findings {
        let Some(passed) = text.get(at..*target) else {
            continue;
        };
        for (offset, _) in passed.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
            line += 1;
            begin = at + offset + 1;
        }
        at = *target;
        let before = text.get(begin..at).unwrap_or_default();
        // Continuation bytes of UTF-8 begin no character.
        let characters = before.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        finding.line = Some(line);
        finding.column = u32::try_from(characters + 1).ok();
    }
}
