//! Lists of words.

use super::Choice;

/// The approval statuses that the page of `createInvoice` lists; BANK_REJECTED is not
/// among them.
pub static APPROVAL_STATUS: Choice = Choice {
    words: &[
        "APPROVER_APPROVAL_PENDING",
        "APPROVER_APPROVED",
        "APPROVER_REJECTED",
        "BANK_APPROVED",
        "CHECKER_APPROVAL_PENDING",
        "CHECKER_APPROVED",
        "CHECKER_REJECTED",
        "MAKER_APPROVAL_PENDING",
        "MAKER_APPROVED",
        "MAKER_REJECTED",
    ],
    closed: true,
};
