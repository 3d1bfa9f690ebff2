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
        .filter_map(|candidate| Some((distance(word.as_bytes(), candidate.as_bytes(), allowed)?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein's distance with neighbours swapped as one slip, in bytes, letters without
/// case; nothing, if it is more than `allowed`.
fn distance(a: &[u8], b: &[u8], allowed: usize) -> Option<usize> {
    let (mut before, mut next) = (Vec::new(), Vec::with_capacity(b.len() + 1));
    let mut row: Vec<usize> = (0..=b.len()).collect();
    let mut last = 0;
    for (i, x) in a.iter().enumerate() {
        next.clear();
        next.push(i + 1);
        let mut left = (i + 1, 0);
        for (j, ((diagonal, above), y)) in row.iter().zip(row.iter().skip(1)).zip(b).enumerate() {
            let same = x.eq_ignore_ascii_case(y);
            let swapped = j > 0 && x.eq_ignore_ascii_case(&left.1) && y.eq_ignore_ascii_case(&last);
            let swap = before.get(j.wrapping_sub(1)).filter(|_| swapped).map_or(usize::MAX, |cost| cost + 1);
            let cell = (diagonal + usize::from(!same)).min(above + 1).min(left.0 + 1).min(swap);
            next.push(cell);
            left = (cell, *y);
        }
        // No later row has less.
        if next.iter().all(|cell| *cell > allowed) {
            return None;
        }
        last = *x;
        (before, row, next) = (row, next, before);
    }
    row.last().copied().filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_mended_and_strangers_left_alone() {
        let words = ["baseAmount", "balanceAmount", "cgst", "sgst"];
        assert_eq!(nearest("baseamount", words.into_iter()), Some("baseAmount"));
        assert_eq!(nearest("baseAmout", words.into_iter()), Some("baseAmount"));
        assert_eq!(nearest("csgt", words.into_iter()), Some("cgst"));
        assert_eq!(nearest("todya", ["today", "locale"].into_iter()), Some("today"));
        assert_eq!(nearest("recieved", ["received"].into_iter()), Some("received"));
        assert_eq!(nearest("tgsc", words.into_iter()), None);
        assert_eq!(nearest("colour", words.into_iter()), None);
        assert_eq!(nearest("", words.into_iter()), None);
    }
}
