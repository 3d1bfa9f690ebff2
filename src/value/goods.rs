//! HSN and SAC codes, units.

use super::text::{PLAIN, Pattern, TextRule, capitalized, normalizer};
use crate::report::{ChangeReason, Diagnostic, MessageId, Subject, nearest};

pub(super) const HSN_PATTERN: Pattern = Pattern {
    name: "hsnCode",
    text: "^([0-9]{4}|[0-9]{6}|[0-9]{8}|99[0-9]{3})$",
    source: "Notification 78/2020-CT; e-invoice schema INV-01 v1.1, HsnCd",
};

/// An HSN code of 4, 6 or 8 digits, or the SAC of a service: 99 and 2, 3 or 4 more digits.
pub static HSN: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&HSN_PATTERN),
    fits: Some(is_hsn),
    check: |subject, faults| {
        if !is_hsn(subject.text) {
            faults.push(Diagnostic::new(MessageId::HsnForm).subject(subject).expected_text(HSN_PATTERN.text));
        }
    },
    ..PLAIN
};

fn is_hsn(text: &str) -> bool {
    let length = matches!(text.len(), 4 | 6 | 8) || text.len() == 5 && text.starts_with("99");
    length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Unit quantity codes, four bytes each including a space. Source: e-invoice masters,
/// as of 2026-11-21; the list may lack some.
const UNITS: &str = "\
    BAG BAL BDL BKL BOU BOX BTL BUN CAN CBM CCM CMS CTN DOZ DRM GGK GMS GRS GYD KGS \
    KLR KME LTR MLT MTR MTS NOS OTH PAC PCS PRS QTL ROL SET SQF SQM SQY TBS TGM THD \
    TON TUB UGS UNT YDS ";

/// A unit quantity code.
pub static UNIT: TextRule = TextRule { fits: Some(is_unit), check: validate_unit, normalize: normalizer(capitals), ..PLAIN };

fn is_unit(text: &str) -> bool {
    let Ok(code) = <[u8; 3]>::try_from(text.as_bytes()) else {
        return false;
    };
    let (units, _) = UNITS.as_bytes().as_chunks::<4>();
    units.binary_search_by_key(&code, |[a, b, c, _]| [*a, *b, *c]).is_ok()
}

fn validate_unit<'t>(subject: Subject<'t>, faults: &mut Vec<Diagnostic<'t>>) {
    if is_unit(subject.text) {
        return;
    }
    faults.push(match nearest(subject.text, UNITS.split_ascii_whitespace()) {
        Some(near) => Diagnostic::new(MessageId::UnitNear).subject(subject).quoted(near).expected_text(near),
        None => Diagnostic::new(MessageId::UnitNotKnown).subject(subject),
    });
}

fn capitals(text: &str) -> Option<(String, ChangeReason)> {
    capitalized(text).filter(|normalized| is_unit(normalized)).map(|normalized| (normalized, ChangeReason::CodeCapitals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_the_digits_they_may_have() {
        for text in ["1006", "100630", "10063020", "9983", "99831", "998314"] {
            assert!(HSN.takes(text) && HSN.faults(text).is_empty(), "{text}");
        }
        for text in ["", "10", "100", "10063", "1006302", "100630201", "99", "998", "9983141", "1006 30", "१००६", "HSN1006"] {
            assert!(!HSN.takes(text) && HSN.faults(text).len() == 1, "{text}");
        }
    }

    #[test]
    fn units_are_known_or_guessed() {
        assert!(UNITS.split_ascii_whitespace().is_sorted() && UNITS.len() == 45 * 4);
        let suggested = |text| {
            let mut faults = Vec::new();
            validate_unit(Subject { name: "unit", text }, &mut faults);
            faults.first().map(|fault| fault.expected_value().map(str::to_owned))
        };
        assert_eq!(suggested("KGS"), None);
        assert_eq!(suggested("kgs"), Some(Some("KGS".to_owned())));
        assert_eq!(suggested("NO"), Some(Some("NOS".to_owned())));
        assert_eq!(suggested("furlong"), Some(None));
        assert_eq!(capitals("nos"), Some(("NOS".to_owned(), ChangeReason::CodeCapitals)));
        assert_eq!(capitals("NOS"), None);
        assert_eq!(capitals("kilo"), None);
    }
}
