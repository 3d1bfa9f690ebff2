//! Lines and columns, computed only for findings.

use crate::report::{StoredFinding, characters, line_feeds};

/// Gives every finding the line and column of its byte. They are in document
/// order, so one pass over the text is enough.
pub fn locate(text: &[u8], findings: &mut [(usize, StoredFinding)]) {
    let (mut line, mut column, mut at) = (1, 1, 0);
    for (target, finding) in findings {
        let Some(mut passed) = text.get(at..*target) else {
            continue;
        };
        at = *target;
        let feeds = line_feeds(passed);
        if feeds > 0 {
            (line, column) = (line + feeds as u32, 1);
            passed = passed.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        }
        column += characters(passed) as u32;
        (finding.line, finding.column) = (Some(line), Some(column));
    }
}
