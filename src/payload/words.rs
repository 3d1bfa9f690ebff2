//! Lists of allowed values.

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

/// The statuses that the pages list for `nbblInvoiceStatus`.
pub const NBBL: &[&str] = &[
    "CREATED",
    "SENT_TO_BUYER",
    "ACCEPTED",
    "REJECTED",
    "UNDER_REVIEW",
    "CANCELLED",
    "DELETED",
    "PARTIALLY_PAID",
    "FULLY_PAID",
    "CLOSED",
    "ABANDONED",
    "PAYMENT_INITIATED",
    "PARTIALLY_PAID_AND_PAYMENT_INITIATED",
];

/// The statuses of an invoice at Bharat Connect where the page lists them.
pub static NBBL_STATUS: Choice = Choice { words: NBBL, closed: true };

/// The same where the page only shows one of them, CREATED.
pub static NBBL_STATUS_SEEN: Choice = Choice { words: NBBL, closed: false };

/// Yes or no, as in the e-invoice schema.
pub static YES_NO: Choice = Choice { words: &["Y", "N"], closed: false };

/// The approval statuses of an invoice (maker, checker, approver); the pages of the webhooks
/// also list BANK_REJECTED.
pub const APPROVALS: &[&str] = &[
    "MAKER_APPROVAL_PENDING",
    "MAKER_APPROVED",
    "MAKER_REJECTED",
    "CHECKER_APPROVAL_PENDING",
    "CHECKER_APPROVED",
    "CHECKER_REJECTED",
    "APPROVER_APPROVAL_PENDING",
    "APPROVER_APPROVED",
    "APPROVER_REJECTED",
    "BANK_APPROVED",
    "BANK_REJECTED",
];
