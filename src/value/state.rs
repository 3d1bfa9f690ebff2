//! The states and union territories of GST.

use super::text::{PLAIN, TextRule};
use super::whole;
use crate::report::{Diagnostic, MessageId, Subject, WriteTo, digits, to_text};
use std::fmt;

/// A state or union territory by its GST code.
///
/// ```
/// use bijak::State;
/// let state = State::from_code("27").unwrap();
/// assert_eq!(state.name(), "Maharashtra");
/// assert!(State::from_code("45").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct State(pub(super) u8);

/// Code and name. 25 and 28 remain in old registrations; 96 and 99 are not places in
/// India. Source: e-invoice masters, state codes, as of 2026-11-21.
const STATES: &[(u8, &str)] = &[
    (1, "Jammu and Kashmir"),
    (2, "Himachal Pradesh"),
    (3, "Punjab"),
    (4, "Chandigarh"),
    (5, "Uttarakhand"),
    (6, "Haryana"),
    (7, "Delhi"),
    (8, "Rajasthan"),
    (9, "Uttar Pradesh"),
    (10, "Bihar"),
    (11, "Sikkim"),
    (12, "Arunachal Pradesh"),
    (13, "Nagaland"),
    (14, "Manipur"),
    (15, "Mizoram"),
    (16, "Tripura"),
    (17, "Meghalaya"),
    (18, "Assam"),
    (19, "West Bengal"),
    (20, "Jharkhand"),
    (21, "Odisha"),
    (22, "Chhattisgarh"),
    (23, "Madhya Pradesh"),
    (24, "Gujarat"),
    (25, "Daman and Diu (merged into 26)"),
    (26, "Dadra and Nagar Haveli and Daman and Diu"),
    (27, "Maharashtra"),
    (28, "Andhra Pradesh (before 2014)"),
    (29, "Karnataka"),
    (30, "Goa"),
    (31, "Lakshadweep"),
    (32, "Kerala"),
    (33, "Tamil Nadu"),
    (34, "Puducherry"),
    (35, "Andaman and Nicobar Islands"),
    (36, "Telangana"),
    (37, "Andhra Pradesh"),
    (38, "Ladakh"),
    (96, "Other Countries"),
    (97, "Other Territory"),
    (99, "Centre Jurisdiction"),
];

/// The valid codes, one bit each.
const KNOWN: [u64; 2] = {
    let (mut low, mut high, mut rest) = (0_u64, 0_u64, STATES);
    while let [(code, _), tail @ ..] = rest {
        if *code < 64 {
            low |= 1 << *code;
        } else {
            high |= 1 << (*code - 64);
        }
        rest = tail;
    }
    [low, high]
};

impl State {
    /// The state with this two-digit code.
    pub fn from_code(code: &str) -> Option<State> {
        let number = whole(code).filter(|_| code.len() == 2)? as u8;
        let known = KNOWN.get(usize::from(number / 64)).is_some_and(|known| known >> (number % 64) & 1 == 1);
        known.then_some(State(number))
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        STATES.iter().find(|(code, _)| *code == self.0).map_or("", |(_, name)| name)
    }

    /// Whether it can be a place of supply: not the codes of old registrations only, nor 99.
    pub fn is_place_of_supply(self) -> bool {
        !matches!(self.0, 25 | 28 | 99)
    }

    /// Whether it is a jurisdiction of India, which a supplier can be in.
    pub fn is_in_india(self) -> bool {
        self.0 != 96
    }

    /// Whether it is a place, in India or abroad: not 99.
    fn is_place(self) -> bool {
        self.0 != 99
    }

    /// All states that can be a place of supply, in the order of the codes, for a menu.
    ///
    /// ```
    /// use bijak::State;
    /// let menu: Vec<String> = State::all().map(|state| format!("{state} {}", state.name())).collect();
    /// assert_eq!(menu[0], "01 Jammu and Kashmir");
    /// ```
    pub fn all() -> impl Iterator<Item = State> {
        STATES.iter().map(|(code, _)| State(*code)).filter(|state| state.is_place_of_supply())
    }
}

impl fmt::Display for State {
    /// The two-digit code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_text(self))
    }
}

impl WriteTo for State {
    fn write_to(&self, out: &mut String) {
        digits(self.0.into(), 2, out);
    }
}

/// The state of a supplier.
pub static STATE: TextRule = TextRule {
    fits: Some(|text| State::from_code(text).is_some_and(State::is_in_india)),
    check: |subject, faults| validate(subject, State::is_in_india, faults),
    ..PLAIN
};

/// The place of supply.
pub static PLACE_OF_SUPPLY: TextRule = TextRule {
    fits: Some(|text| State::from_code(text).is_some_and(State::is_place_of_supply)),
    check: |subject, faults| validate(subject, State::is_place_of_supply, faults),
    ..PLAIN
};

/// The state of a buyer or a place of delivery, including 96 for other countries.
pub static STATE_OR_ABROAD: TextRule = TextRule {
    fits: Some(|text| State::from_code(text).is_some_and(State::is_place)),
    check: |subject, faults| validate(subject, State::is_place, faults),
    ..PLAIN
};

fn validate<'t>(subject: Subject<'t>, allowed: fn(State) -> bool, faults: &mut Vec<Diagnostic<'t>>) {
    if !State::from_code(subject.text).is_some_and(allowed) {
        faults.push(Diagnostic::new(MessageId::NoState).subject(subject));
    }
}
