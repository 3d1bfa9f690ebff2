//! Lists of allowed values that several tables share.

use super::{Choice, NBBL};

/// The statuses of an invoice at Bharat Connect where the page lists them.
pub static NBBL_STATUS: Choice = Choice { words: NBBL, closed: true };

/// The same where the page only shows one of them, CREATED.
pub static NBBL_STATUS_SEEN: Choice = Choice { words: NBBL, closed: false };

/// Yes or no, as in the e-invoice schema.
pub static YES_NO: Choice = Choice { words: &["Y", "N"], closed: false };
