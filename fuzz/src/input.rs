//! What the bytes say: an endpoint, options and a payload.
//!
//! ```text
//! byte       the endpoint
//! byte       flags: mask, Hindi, exact, documented, today, small limits
//! JSON, 00   options, if the payload has a NUL in it, which no JSON has
//! …          the payload
//! ```

use bijak::{Date, Endpoint, Limits, Locale, Options, Strictness, Tolerance};

/// A call of `check`, `normalize` or `build`.
pub struct Input<'b> {
    pub endpoint: Endpoint,
    pub options: Options,
    /// The limits of these options.
    pub limits: Limits,
    pub payload: &'b [u8],
}

/// Limits that are soon reached.
const SMALL: Limits = Limits { bytes: 2000, depth: 3, findings: 3 };

impl Input<'_> {
    pub fn of(bytes: &[u8]) -> Option<Input<'_>> {
        let [endpoint, flags, rest @ ..] = bytes else { return None };
        let endpoint = Endpoint::ALL[usize::from(*endpoint) % Endpoint::ALL.len()];
        let at = rest.iter().position(|byte| *byte == 0);
        let (json, payload) = at.map_or((&[][..], rest), |at| (&rest[..at], &rest[at + 1..]));
        let given = Options::from_json(json).ok();
        let mut limits = if given.is_some() { limits(json) } else { Limits::default() };
        let mut options = given.unwrap_or_default();
        let flag = |bit: u8| flags >> bit & 1 == 1;
        if flag(0) {
            options = options.mask(true);
        }
        if flag(1) {
            options = options.locale(Locale::Hi);
        }
        if flag(2) {
            options = options.tolerance(Tolerance::Exact);
        }
        if flag(3) {
            options = options.lifecycle(Strictness::Documented);
        }
        if flag(4) {
            options = options.today(Date::new(2025, 11, 21).expect("a day"));
        }
        if flag(5) {
            limits = SMALL;
            options = options.limits(SMALL);
        }
        Some(Input { endpoint, options, limits, payload })
    }
}

/// The limits that options in JSON ask for, as serde_json reads them.
fn limits(json: &[u8]) -> Limits {
    let given: serde_json::Value = serde_json::from_slice(json).unwrap_or_default();
    let or = |name: &str, usual: usize| given[name].as_f64().map_or(usual, |number| number as usize);
    let usual = Limits::default();
    Limits { bytes: or("maxBytes", usual.bytes), depth: or("maxDepth", usual.depth), findings: or("maxFindings", usual.findings) }
}

/// The bytes of a call.
pub fn bytes(endpoint: Endpoint, options: &str, payload: &[u8]) -> Vec<u8> {
    let place = Endpoint::ALL.iter().position(|other| *other == endpoint).expect("it is one of them");
    let mut bytes = vec![place as u8, 0];
    if !options.is_empty() {
        bytes.extend_from_slice(options.as_bytes());
        bytes.push(0);
    }
    bytes.extend_from_slice(payload);
    bytes
}
