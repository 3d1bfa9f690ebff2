//! "Did you mean …?"

/// The maximum length of a word for which a suggestion is computed.
const LONGEST: usize = 48;

/// The candidate of which `word` is most likely a misspelling, if there is one.
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

/// Room for a row of the table below: a candidate is at most 3 bytes longer than the word.
const ROOM: usize = LONGEST + 4;

/// The Levenshtein distance in bytes, with a transposition as one edit and without case; `None` if it
/// is more than `allowed`.
fn distance(a: &[u8], b: &[u8], allowed: usize) -> Option<usize> {
    let mut before = [u8::MAX; ROOM];
    let mut row: [u8; ROOM] = std::array::from_fn(|at| at as u8);
    let mut last = 0;
    for x in a {
        let mut next = row.map(|cost| cost + 1); // the first of them stays: it drops all of `b`
        let (mut left, mut crossed) = (0, u8::MAX);
        let above = row.iter().zip(row.iter().skip(1)).zip(&before);
        let mut cost = next.first().copied().unwrap_or_default();
        for ((((diagonal, above), old), cell), y) in above.zip(next.iter_mut().skip(1)).zip(b) {
            let same = x.eq_ignore_ascii_case(y);
            let swapped = x.eq_ignore_ascii_case(&left) && y.eq_ignore_ascii_case(&last);
            let swap = if swapped { crossed.saturating_add(1) } else { u8::MAX };
            cost = (diagonal + u8::from(!same)).min(above + 1).min(cost + 1).min(swap);
            *cell = cost;
            (left, crossed) = (*y, *old);
        }
        // Later rows cannot have a smaller distance.
        if next.iter().take(b.len() + 1).all(|cost| usize::from(*cost) > allowed) {
            return None;
        }
        (last, before, row) = (*x, row, next);
    }
    row.get(b.len()).copied().map(usize::from).filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, distance, nearest};

    /// The same distance by its definition.
    fn plainly(a: &[u8], b: &[u8]) -> usize {
        let (Some((x, front)), Some((y, start))) = (a.split_last(), b.split_last()) else {
            return a.len() + b.len();
        };
        let change = plainly(front, start) + usize::from(!x.eq_ignore_ascii_case(y));
        let least = change.min(plainly(front, b) + 1).min(plainly(a, start) + 1);
        match (front.split_last(), start.split_last()) {
            (Some((x2, front)), Some((y2, start))) if x.eq_ignore_ascii_case(y2) && x2.eq_ignore_ascii_case(y) => {
                least.min(plainly(front, start) + 1)
            }
            _ => least,
        }
    }

    #[test]
    fn distances_are_those_of_the_definition() {
        let words = ["", "a", "ab", "ba", "abc", "acb", "cgst", "sgst", "csgt", "IGST", "tgsi", "abcab", "bacba", "ca"];
        for (a, b) in words.iter().flat_map(|a| words.map(|b| (a.as_bytes(), b.as_bytes()))) {
            let plain = plainly(a, b);
            assert_eq!(distance(a, b, LONGEST), Some(plain), "{a:?} {b:?}");
            assert_eq!(distance(a, b, 2), Some(plain).filter(|distance| *distance <= 2), "{a:?} {b:?}");
        }
        let long = [b'x'; LONGEST];
        assert_eq!(distance(&long, &[b'x'; LONGEST + 3], 3), Some(3));
    }

    #[test]
    fn slips_are_corrected_and_unknown_words_left_alone() {
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
