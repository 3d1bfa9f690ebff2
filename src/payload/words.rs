//! The statuses of an invoice, which the tables and the life-cycle share.

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
