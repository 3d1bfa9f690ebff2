//! "Did you mean …?"

/// The longest word for which a suggestion is looked for.
const LONGEST: usize = 48;

/// The candidate that a slip of the fingers would turn into `word`, if there is one.
///
/// Letters are compared without case; a third of them may differ, at most three.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let allowed = (word.len() / 3).clamp(1, 3);
    candidates
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= allowed)
        .map(|candidate| (distance(word.as_bytes(), candidate.as_bytes()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein's distance, in bytes, letters without case.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, y) in row.iter_mut().skip(1).zip(b) {
            let swap = diagonal + usize::from(!x.eq_ignore_ascii_case(y));
            diagonal = *cell;
            left = swap.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_mended_and_strangers_left_alone() {
        let words = ["baseAmount", "balanceAmount", "cgst", "sgst"];
        assert_eq!(nearest("baseamount", words.into_iter()), Some("baseAmount"));
        assert_eq!(nearest("baseAmout", words.into_iter()), Some("baseAmount"));
        assert_eq!(nearest("csgt", words.into_iter()), None);
        assert_eq!(nearest("colour", words.into_iter()), None);
        assert_eq!(nearest("", words.into_iter()), None);
    }
}
