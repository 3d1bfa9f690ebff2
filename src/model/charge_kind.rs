//! The labels of charges: what each value of a list is.
//!
//! No page documents the values of `itemValueDetails[].type`, `rates[].type` and `otherValues[].type`.
//! A label is looked up in a table whose entries an option can replace. An unknown label is reported, and its
//! value is left unchanged.

use std::fmt;

/// What a value of an item or of the invoice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum ValueKind {
    /// Central GST.
    Cgst,
    /// State or Union Territory GST.
    Sgst,
    /// Integrated GST.
    Igst,
    /// Compensation cess by value.
    Cess,
    /// Compensation cess by quantity.
    CessNonAdvol,
    /// Cess of a state by value.
    StateCess,
    /// Cess of a state by quantity.
    StateCessNonAdvol,
    /// What is taken off.
    Discount,
    /// What is charged besides.
    OtherCharges,
    /// What rounding adds or takes.
    RoundOff,
    /// A value before tax that no sum counts.
    PreTax,
}

/// The kinds that are taxes, the three heads of GST first.
pub const TAXES: [ValueKind; 7] = [
    ValueKind::Cgst,
    ValueKind::Sgst,
    ValueKind::Igst,
    ValueKind::Cess,
    ValueKind::CessNonAdvol,
    ValueKind::StateCess,
    ValueKind::StateCessNonAdvol,
];

/// How many kinds there are.
pub const CHARGE_KINDS: usize = 11;

impl ValueKind {
    /// Every kind.
    pub const ALL: [ValueKind; CHARGE_KINDS] = [
        ValueKind::Cgst,
        ValueKind::Sgst,
        ValueKind::Igst,
        ValueKind::Cess,
        ValueKind::CessNonAdvol,
        ValueKind::StateCess,
        ValueKind::StateCessNonAdvol,
        ValueKind::Discount,
        ValueKind::OtherCharges,
        ValueKind::RoundOff,
        ValueKind::PreTax,
    ];

    /// The kind as the default table and the option `words` name it: `CGST`, `ROUND_OFF`.
    pub const fn as_str(self) -> &'static str {
        match self {
            ValueKind::Cgst => "CGST",
            ValueKind::Sgst => "SGST",
            ValueKind::Igst => "IGST",
            ValueKind::Cess => "CESS",
            ValueKind::CessNonAdvol => "CESS_NON_ADVOL",
            ValueKind::StateCess => "STATE_CESS",
            ValueKind::StateCessNonAdvol => "STATE_CESS_NON_ADVOL",
            ValueKind::Discount => "DISCOUNT",
            ValueKind::OtherCharges => "OTHER_CHARGES",
            ValueKind::RoundOff => "ROUND_OFF",
            ValueKind::PreTax => "PRE_TAX",
        }
    }

    /// Other words for it, without separators. Source: the names of INV-01 v1.1, as of
    /// 2026-11-21, and what is usual.
    const fn others(self) -> &'static str {
        match self {
            ValueKind::Cgst => "CGSTAMT CGSTVAL CGSTAMOUNT",
            ValueKind::Sgst => "UTGST SGSTAMT SGSTVAL SGSTAMOUNT SGSTUTGST",
            ValueKind::Igst => "IGSTAMT IGSTVAL IGSTAMOUNT",
            ValueKind::Cess => "CES CESAMT CESVAL CESSAMT CESSAMOUNT CESRT",
            ValueKind::CessNonAdvol => "CESNONADVLAMT CESSNONADVALOREM",
            ValueKind::StateCess => "STATECES STATECESAMT STCESVAL STATECESRT",
            ValueKind::StateCessNonAdvol => "STATECESNONADVLAMT STATECESSNONADVALOREM",
            ValueKind::Discount => "DISC DISCOUNTAMOUNT",
            ValueKind::OtherCharges => "OTHCHRG OTHERCHARGE",
            ValueKind::RoundOff => "RNDOFFAMT ROUNDING ROUNDOFFAMOUNT",
            ValueKind::PreTax => "PRETAXVAL PRETAXVALUE",
        }
    }
}

impl fmt::Display for ValueKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The words by which values say what they are: the default table, or one's own for some
/// of the kinds.
///
/// Case and `_`, `-`, `.`, `/` or space between parts of a word do not matter.
///
/// ```
/// use bijak::{ValueKind, Words};
/// assert_eq!(Words::default().kind("round off"), Some(ValueKind::RoundOff));
/// let words = Words::default().with(ValueKind::Cgst, ["Central tax"]);
/// assert_eq!(words.kind("central-tax"), Some(ValueKind::Cgst));
/// assert_eq!(words.kind("CGST"), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    own: Vec<(ValueKind, Vec<String>)>,
}

impl Words {
    /// Replaces the words of a kind.
    pub fn with<W: Into<String>>(mut self, kind: ValueKind, words: impl IntoIterator<Item = W>) -> Self {
        self.own.retain(|(known, _)| *known != kind);
        self.own.push((kind, words.into_iter().map(Into::into).collect()));
        self
    }

    /// What a word means.
    pub fn kind(&self, word: &str) -> Option<ValueKind> {
        if self.own.is_empty() {
            // As the default table writes them, which most do.
            match word {
                "CGST" => return Some(ValueKind::Cgst),
                "SGST" => return Some(ValueKind::Sgst),
                "IGST" => return Some(ValueKind::Igst),
                "CESS" => return Some(ValueKind::Cess),
                "DISCOUNT" => return Some(ValueKind::Discount),
                "OTHER_CHARGES" => return Some(ValueKind::OtherCharges),
                "ROUND_OFF" => return Some(ValueKind::RoundOff),
                _ => {}
            }
        }
        self.look_up(word)
    }

    #[inline(never)]
    fn look_up(&self, word: &str) -> Option<ValueKind> {
        let own = self.own.iter().find(|(_, words)| words.iter().any(|known| same(known, word)));
        let usual = |kind: &ValueKind| {
            let words = std::iter::once(kind.as_str()).chain(kind.others().split_ascii_whitespace());
            !self.own.iter().any(|(own, _)| own == kind) && words.into_iter().any(|known| same(known, word))
        };
        own.map(|(kind, _)| *kind).or_else(|| ValueKind::ALL.into_iter().find(usual))
    }

    /// The first word of a kind; empty if it was left without any.
    ///
    /// ```
    /// use bijak::{ValueKind, Words};
    /// let words = Words::default().with(ValueKind::Cgst, ["Central tax"]);
    /// assert_eq!((words.word(ValueKind::Cgst), words.word(ValueKind::Sgst)), ("Central tax", "SGST"));
    /// ```
    pub fn word(&self, kind: ValueKind) -> &str {
        match self.own.iter().find(|(own, _)| *own == kind) {
            Some((_, words)) => words.first().map_or("", String::as_str),
            None => kind.as_str(),
        }
    }

    /// The words that are known, one a kind, for messages.
    pub fn to_text(&self) -> String {
        crate::report::joined(ValueKind::ALL.into_iter().map(|kind| self.word(kind)).filter(|word| !word.is_empty()), ", ")
    }
}

/// The bytes of a word that count.
fn signs(word: &str) -> impl Iterator<Item = u8> {
    word.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' ' | b'.' | b'/')).map(|byte| byte.to_ascii_uppercase())
}

/// A longer text is no word.
const LONGEST: usize = 64;

/// Whether two words are the same but for case and separators.
fn same(a: &str, b: &str) -> bool {
    a.len() <= LONGEST && b.len() <= LONGEST && signs(a).eq(signs(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_in_any_usual_writing() {
        let words = Words::default();
        for (word, kind) in [
            ("CGST", Some(ValueKind::Cgst)),
            ("cgst", Some(ValueKind::Cgst)),
            ("Round-Off", Some(ValueKind::RoundOff)),
            ("ROUND_OFF", Some(ValueKind::RoundOff)),
            ("RndOffAmt", Some(ValueKind::RoundOff)),
            ("other charges", Some(ValueKind::OtherCharges)),
            ("State Cess Non Advol", Some(ValueKind::StateCessNonAdvol)),
            ("string", None),
            ("", None),
            ("CGST2", None),
        ] {
            assert_eq!(words.kind(word), kind, "{word}");
        }
    }

    #[test]
    fn no_word_means_two_things() {
        for kind in ValueKind::ALL {
            for word in std::iter::once(kind.as_str()).chain(kind.others().split(' ')) {
                assert_eq!(Words::default().kind(word), Some(kind), "{word}");
            }
            assert_eq!(ValueKind::ALL[kind as usize], kind);
        }
    }

    #[test]
    fn own_words_replace_those_of_their_kind_only() {
        let words = Words::default().with(ValueKind::Discount, ["Rebate", "Chhoot"]);
        assert_eq!(words.kind("rebate"), Some(ValueKind::Discount));
        assert_eq!(words.kind("DISCOUNT"), None);
        assert_eq!(words.kind("SGST"), Some(ValueKind::Sgst));
    }

    #[test]
    fn known_words_are_shown_one_a_kind() {
        let words = ValueKind::ALL.into_iter().skip(2).fold(Words::default(), |words, kind| words.with(kind, Vec::<String>::new()));
        assert_eq!(words.with(ValueKind::Cess, ["Upkar", "Cess"]).to_text(), "CGST, SGST, Upkar");
    }

    #[test]
    fn kinds_are_written_as_the_default_table_has_them() {
        assert_eq!(ValueKind::RoundOff.to_string(), "ROUND_OFF");
    }
}
