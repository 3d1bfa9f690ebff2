//! The statuses of an invoice and the transitions between them: tables and look-ups.
//!
//! No public page gives these tables. Each transition therefore says how it is known: an
//! action that a page describes is [`TransitionEvidence::Documented`], or [`TransitionEvidence::Mapped`] if the name
//! of the state is our reading; the rest is [`TransitionEvidence::Inferred`].

use crate::payload::{APPROVALS, NBBL};
use crate::report::UnknownNameError;
use serde::Serialize;

macro_rules! words {
    ($( $(#[$about:meta])+ $Name:ident $what:literal { $( $(#[$doc:meta])+ $Word:ident $word:literal; )+ } )+) => {$(
        $(#[$about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
        #[cfg_attr(feature = "types", derive(tsify::Tsify))]
        pub enum $Name { $( $(#[$doc])+ #[serde(rename = $word)] $Word, )+ }

        impl $Name {
            /// All values.
            pub const ALL: &'static [$Name] = &[$($Name::$Word),+];

            /// The name of the value.
            pub const fn as_str(self) -> &'static str {
                match self { $($Name::$Word => $word),+ }
            }
        }

        impl std::str::FromStr for $Name {
            type Err = UnknownNameError;

            /// The value with this name.
            fn from_str(word: &str) -> Result<$Name, UnknownNameError> {
                $Name::ALL.iter().copied().find(|known| known.as_str() == word).ok_or(UnknownNameError($what))
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )+};
}

words! {
    /// Who triggers a transition.
    ///
    /// ```
    /// use bijak::Actor;
    /// assert_eq!("buyer".parse(), Ok(Actor::Buyer));
    /// assert_eq!("seller".parse::<Actor>().unwrap_err().to_string(), "unknown actor");
    /// ```
    #[non_exhaustive]
    Actor "actor" {
        /// The seller, who is paid.
        Supplier "supplier";
        /// The buyer, who pays.
        Buyer "buyer";
        /// EnKash or Bharat Connect, on its own.
        Platform "platform";
        /// The person who enters an invoice.
        Maker "maker";
        /// The person who verifies an entry.
        Checker "checker";
        /// The person who approves a verified entry.
        Approver "approver";
        /// The payer's bank.
        Bank "bank";
        /// The party that pays an invoice before it is due.
        Lender "lender";
    }

    /// How well a transition is documented.
    #[non_exhaustive]
    TransitionEvidence "mark" {
        /// A page describes the action and the state.
        Documented "documented";
        /// A page describes the action; the name of the state is our reading.
        Mapped "mapped";
        /// No page describes it.
        Inferred "inferred";
    }

    /// Which transitions are included.
    ///
    /// ```
    /// use bijak::Strictness;
    /// assert_eq!("documented".parse(), Ok(Strictness::Documented));
    /// assert_eq!(Strictness::default(), Strictness::Lenient);
    /// ```
    #[derive(Default)]
    #[non_exhaustive]
    Strictness "strictness" {
        /// All values.
        #[default]
        Lenient "lenient";
        /// All but the inferred ones.
        Documented "documented";
    }
}

/// A transition from one state to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
// In TypeScript `Transition` is typed by the machine, over this.
#[cfg_attr(feature = "types", tsify(rename = "AnyTransition"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Transition {
    /// The state before.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub from: &'static str,
    /// The state after; an edit keeps the state.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub to: &'static str,
    /// Who triggers it.
    pub actor: Actor,
    /// The call and its action, such as `confirmInvoice ACCEPT`, or the event.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub by: &'static str,
    /// How well it is documented.
    #[serde(rename = "mark")]
    pub evidence: TransitionEvidence,
    /// The page that describes the action; begins with `inferred` if there is none.
    #[cfg(feature = "schema")]
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub source: &'static str,
}

/// A state machine: states and transitions.
///
/// ```
/// use bijak::{Actor, TransitionEvidence, lifecycle::INVOICE};
/// let transition = INVOICE.transition("SENT_TO_BUYER", "ACCEPTED").unwrap();
/// assert_eq!((transition.actor, transition.by, transition.evidence), (Actor::Buyer, "confirmInvoice ACCEPT", TransitionEvidence::Mapped));
/// assert_eq!(INVOICE.transition("CREATED", "FULLY_PAID"), None);
/// ```
#[derive(Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Machine {
    /// The name: that of the field with the state, except for `invoice` (`nbblInvoiceStatus`).
    pub name: &'static str,
    /// All states; the first is the initial one.
    pub statuses: &'static [&'static str],
    /// All transitions, in the order of the states.
    #[serde(rename = "arrows")]
    pub transitions: &'static [Transition],
    /// The final states.
    pub terminal: &'static [&'static str],
}

impl Machine {
    /// All machines.
    pub const ALL: &'static [&'static Machine] = &[&INVOICE, &APPROVAL, &PAYMENT_STATE, &EARLY_PAYMENT];

    /// The machine with this name: `invoice`, `approvalStatus`, `invoiceStatus` or
    /// `earlyPaymentStatus`.
    ///
    /// # Errors
    /// If there is no such machine.
    ///
    /// ```
    /// use bijak::{Machine, lifecycle::APPROVAL};
    /// assert_eq!(Machine::named("approvalStatus"), Ok(&APPROVAL));
    /// assert_eq!(Machine::named("approval").unwrap_err().to_string(), "unknown machine");
    /// ```
    pub fn named(name: &str) -> Result<&'static Machine, UnknownNameError> {
        Machine::ALL.iter().copied().find(|machine| machine.name == name).ok_or(UnknownNameError("machine"))
    }

    /// The transition between two states; with several actors, the best documented one.
    pub fn transition(&self, from: &str, to: &str) -> Option<&'static Transition> {
        self.next(from).find(|transition| transition.to == to)
    }

    /// The transitions from a state.
    ///
    /// ```
    /// use bijak::lifecycle::PAYMENT_STATE;
    /// let next: Vec<&str> = PAYMENT_STATE.next("PARTIAL_PAID").map(|transition| transition.to).collect();
    /// assert_eq!(next, ["PAID", "REFUNDED"]);
    /// ```
    pub fn next<'s>(&self, status: &'s str) -> impl Iterator<Item = &'static Transition> + use<'s> {
        self.transitions.iter().filter(move |transition| transition.from == status)
    }

    /// Whether the state is final.
    pub fn is_terminal(&self, status: &str) -> bool {
        self.terminal.contains(&status)
    }
}

/// The filter of [`transitions`]. The default is the machine `invoice`, any actor, all
/// transitions.
#[derive(Debug, Clone, Copy)]
pub struct TransitionQuery {
    /// The state machine.
    pub machine: &'static Machine,
    /// Only transitions of this actor.
    pub actor: Option<Actor>,
    /// Which transitions are included.
    pub strictness: Strictness,
}

impl Default for TransitionQuery {
    fn default() -> Self {
        TransitionQuery { machine: &INVOICE, actor: None, strictness: Strictness::Lenient }
    }
}

/// Returns the allowed transitions from a state.
///
/// # Errors
/// If the machine does not have the state.
///
/// ```
/// use bijak::{Actor, Strictness, TransitionQuery, transitions};
/// let buyer = TransitionQuery { actor: Some(Actor::Buyer), ..Default::default() };
/// let next = |query| transitions("SENT_TO_BUYER", query).unwrap().into_iter().map(|transition| transition.to).collect::<Vec<_>>();
/// assert_eq!(next(&buyer), ["ACCEPTED", "REJECTED", "UNDER_REVIEW"]);
/// assert_eq!(next(&TransitionQuery { strictness: Strictness::Documented, ..buyer }), ["ACCEPTED", "REJECTED"]);
/// assert_eq!(transitions("SENT", &buyer).unwrap_err().to_string(), "unknown status");
/// ```
pub fn transitions(status: &str, query: &TransitionQuery) -> Result<Vec<&'static Transition>, UnknownNameError> {
    if !query.machine.statuses.contains(&status) {
        return Err(UnknownNameError("status"));
    }
    let acts = |transition: &&Transition| query.actor.is_none_or(|actor| transition.actor == actor);
    let counts = |transition: &&Transition| query.strictness == Strictness::Lenient || transition.evidence != TransitionEvidence::Inferred;
    Ok(query.machine.next(status).filter(acts).filter(counts).collect())
}

#[cfg(feature = "schema")]
use sources::*;

#[cfg(feature = "schema")]
mod sources {
    pub(super) const CONFIRM: &str = "EnKash page Confirm Invoice, buyerResponse";
    pub(super) const CHANGE: &str = "EnKash page Change Invoice Status, supplierAction";
    pub(super) const PAYMENT: &str = "EnKash page Payment Confirmation; TallyPrime help, accept invoices and share payment details";
    pub(super) const TALLY: &str = "TallyPrime help, send invoices and receive payments";
    pub(super) const ZWITCH: &str = "Zwitch docs, integration-flow-1 and -2";
    pub(super) const RETURNED: &str = "Zwitch docs, life-cycle-1";
    pub(super) const UNDOCUMENTED: &str = "inferred: no public page gives the transitions";
    pub(super) const BY_NAME: &str = "inferred from the name of the state";
    pub(super) const WITHIN: &str = "inferred: nothing has left the supplier yet";
    pub(super) const REVIEW: &str = "inferred: no state is named after RETURN, and no other would fit";
    pub(super) const VERSION: &str = "inferred: an edit keeps the state and raises the version by one";
}

macro_rules! transitions {
    ($( $from:literal => $to:literal $Actor:ident $by:literal $TransitionEvidence:ident $source:expr; )+) => {
        &[$( Transition { from: $from, to: $to, actor: Actor::$Actor, by: $by, evidence: TransitionEvidence::$TransitionEvidence, #[cfg(feature = "schema")] source: $source } ),+]
    };
}

/// `nbblInvoiceStatus`: an invoice between supplier and buyer on Bharat Connect.
///
/// Source: the 13 values of the webhook's page; each transition names its own source.
pub static INVOICE: Machine = Machine {
    name: "invoice",
    statuses: NBBL,
    transitions: transitions! {
        "CREATED" => "SENT_TO_BUYER" Platform "sendInvoice" Documented ZWITCH;
        "CREATED" => "CANCELLED" Supplier "changeInvoiceStatus CANCEL" Inferred UNDOCUMENTED;
        "CREATED" => "DELETED" Supplier "deletion" Inferred WITHIN;
        "CREATED" => "DELETED" Platform "deletion" Inferred WITHIN;
        "SENT_TO_BUYER" => "ACCEPTED" Buyer "confirmInvoice ACCEPT" Mapped CONFIRM;
        "SENT_TO_BUYER" => "REJECTED" Buyer "confirmInvoice REJECT" Mapped CONFIRM;
        "SENT_TO_BUYER" => "UNDER_REVIEW" Buyer "confirmInvoice RETURN" Inferred REVIEW;
        "SENT_TO_BUYER" => "CANCELLED" Supplier "changeInvoiceStatus CANCEL" Mapped CHANGE;
        "SENT_TO_BUYER" => "SENT_TO_BUYER" Supplier "editInvoiceRequest" Inferred VERSION;
        "SENT_TO_BUYER" => "ABANDONED" Platform "no answer" Inferred UNDOCUMENTED;
        "ACCEPTED" => "PAYMENT_INITIATED" Buyer "payInvoice" Documented ZWITCH;
        "ACCEPTED" => "CANCELLED" Supplier "changeInvoiceStatus CANCEL" Inferred UNDOCUMENTED;
        "ACCEPTED" => "CLOSED" Supplier "settlement off the platform, or by credit note" Inferred UNDOCUMENTED;
        "REJECTED" => "SENT_TO_BUYER" Supplier "editInvoiceRequest" Inferred UNDOCUMENTED;
        "REJECTED" => "CANCELLED" Supplier "changeInvoiceStatus CANCEL" Inferred UNDOCUMENTED;
        "UNDER_REVIEW" => "SENT_TO_BUYER" Supplier "editInvoiceRequest" Mapped RETURNED;
        "UNDER_REVIEW" => "ACCEPTED" Buyer "confirmInvoice ACCEPT" Inferred UNDOCUMENTED;
        "UNDER_REVIEW" => "REJECTED" Buyer "confirmInvoice REJECT" Inferred UNDOCUMENTED;
        "UNDER_REVIEW" => "CANCELLED" Supplier "changeInvoiceStatus CANCEL" Inferred UNDOCUMENTED;
        "UNDER_REVIEW" => "ABANDONED" Platform "no answer" Inferred UNDOCUMENTED;
        "PARTIALLY_PAID" => "PARTIALLY_PAID_AND_PAYMENT_INITIATED" Buyer "payInvoice" Inferred BY_NAME;
        "PARTIALLY_PAID" => "CLOSED" Supplier "closing before full payment" Inferred UNDOCUMENTED;
        "FULLY_PAID" => "CLOSED" Platform "settlement" Inferred UNDOCUMENTED;
        "PAYMENT_INITIATED" => "FULLY_PAID" Supplier "confirmPayment ACCEPT" Documented ZWITCH;
        "PAYMENT_INITIATED" => "PARTIALLY_PAID" Supplier "confirmPayment ACCEPT for part of the amount" Mapped TALLY;
        "PAYMENT_INITIATED" => "ACCEPTED" Supplier "confirmPayment REJECT of OFFPLATFORM" Documented PAYMENT;
        "PAYMENT_INITIATED" => "ACCEPTED" Platform "failed payment" Inferred UNDOCUMENTED;
        "PARTIALLY_PAID_AND_PAYMENT_INITIATED" => "FULLY_PAID" Supplier "confirmPayment ACCEPT" Inferred BY_NAME;
        "PARTIALLY_PAID_AND_PAYMENT_INITIATED" => "PARTIALLY_PAID" Supplier "confirmPayment ACCEPT for part of the amount, or REJECT" Inferred BY_NAME;
    },
    terminal: &["CANCELLED", "DELETED", "CLOSED", "ABANDONED"],
};

/// `approvalStatus`: the approval of an invoice by maker, checker and approver.
///
/// Source: the 11 values of the webhook's page; the transitions are inferred from the names.
pub static APPROVAL: Machine = Machine {
    name: "approvalStatus",
    statuses: APPROVALS,
    transitions: transitions! {
        "MAKER_APPROVAL_PENDING" => "MAKER_APPROVED" Maker "approval" Inferred BY_NAME;
        "MAKER_APPROVAL_PENDING" => "MAKER_REJECTED" Maker "rejection" Inferred BY_NAME;
        "MAKER_APPROVED" => "CHECKER_APPROVAL_PENDING" Platform "hand-over" Inferred BY_NAME;
        "MAKER_APPROVED" => "APPROVER_APPROVAL_PENDING" Platform "hand-over where nobody checks" Inferred BY_NAME;
        "MAKER_REJECTED" => "MAKER_APPROVAL_PENDING" Maker "rework" Inferred BY_NAME;
        "CHECKER_APPROVAL_PENDING" => "CHECKER_APPROVED" Checker "approval" Inferred BY_NAME;
        "CHECKER_APPROVAL_PENDING" => "CHECKER_REJECTED" Checker "rejection" Inferred BY_NAME;
        "CHECKER_APPROVED" => "APPROVER_APPROVAL_PENDING" Platform "hand-over" Inferred BY_NAME;
        "CHECKER_REJECTED" => "MAKER_APPROVAL_PENDING" Maker "rework" Inferred BY_NAME;
        "APPROVER_APPROVAL_PENDING" => "APPROVER_APPROVED" Approver "approval" Inferred BY_NAME;
        "APPROVER_APPROVAL_PENDING" => "APPROVER_REJECTED" Approver "rejection" Inferred BY_NAME;
        "APPROVER_APPROVED" => "BANK_APPROVED" Bank "approval" Inferred BY_NAME;
        "APPROVER_APPROVED" => "BANK_REJECTED" Bank "rejection" Inferred BY_NAME;
        "APPROVER_REJECTED" => "MAKER_APPROVAL_PENDING" Maker "rework" Inferred BY_NAME;
        "BANK_REJECTED" => "MAKER_APPROVAL_PENDING" Maker "rework" Inferred BY_NAME;
    },
    terminal: &["BANK_APPROVED"],
};

/// `invoiceStatus`: how much of an invoice is paid.
///
/// Source: the 4 values of the webhook's page; the transitions are inferred from the names.
pub static PAYMENT_STATE: Machine = Machine {
    name: "invoiceStatus",
    statuses: &["UNPAID", "PARTIAL_PAID", "PAID", "REFUNDED"],
    transitions: transitions! {
        "UNPAID" => "PARTIAL_PAID" Platform "payment of a part" Inferred BY_NAME;
        "UNPAID" => "PAID" Platform "payment" Inferred BY_NAME;
        "PARTIAL_PAID" => "PAID" Platform "payment of the rest" Inferred BY_NAME;
        "PARTIAL_PAID" => "REFUNDED" Platform "refund" Inferred BY_NAME;
        "PAID" => "REFUNDED" Platform "refund" Inferred BY_NAME;
    },
    terminal: &["REFUNDED"],
};

/// `earlyPaymentStatus`: whether an invoice is paid before it is due.
///
/// Source: the 4 values of the webhook's page; the transitions are inferred from the names.
pub static EARLY_PAYMENT: Machine = Machine {
    name: "earlyPaymentStatus",
    statuses: &["PENDING", "APPROVED", "REJECTED", "EXPIRED"],
    transitions: transitions! {
        "PENDING" => "APPROVED" Lender "approval" Inferred BY_NAME;
        "PENDING" => "REJECTED" Lender "rejection" Inferred BY_NAME;
        "PENDING" => "EXPIRED" Platform "no answer" Inferred BY_NAME;
    },
    terminal: &["APPROVED", "REJECTED", "EXPIRED"],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Arg, Diagnostic, Locale, MessageId};
    use std::collections::BTreeSet;

    /// The table as researched: from, to (several separated by `/`), actor and evidence.
    const TABLE: &str = "
        CREATED SENT_TO_BUYER platform documented
        CREATED CANCELLED supplier inferred
        CREATED DELETED supplier inferred
        CREATED DELETED platform inferred
        SENT_TO_BUYER ACCEPTED/REJECTED buyer mapped
        SENT_TO_BUYER UNDER_REVIEW buyer inferred
        SENT_TO_BUYER CANCELLED supplier mapped
        SENT_TO_BUYER SENT_TO_BUYER supplier inferred
        SENT_TO_BUYER ABANDONED platform inferred
        UNDER_REVIEW SENT_TO_BUYER supplier mapped
        UNDER_REVIEW ACCEPTED/REJECTED buyer inferred
        UNDER_REVIEW CANCELLED supplier inferred
        UNDER_REVIEW ABANDONED platform inferred
        REJECTED SENT_TO_BUYER/CANCELLED supplier inferred
        ACCEPTED PAYMENT_INITIATED buyer documented
        ACCEPTED CANCELLED/CLOSED supplier inferred
        PAYMENT_INITIATED FULLY_PAID supplier documented
        PAYMENT_INITIATED PARTIALLY_PAID supplier mapped
        PAYMENT_INITIATED ACCEPTED supplier documented
        PAYMENT_INITIATED ACCEPTED platform inferred
        PARTIALLY_PAID PARTIALLY_PAID_AND_PAYMENT_INITIATED buyer inferred
        PARTIALLY_PAID CLOSED supplier inferred
        PARTIALLY_PAID_AND_PAYMENT_INITIATED FULLY_PAID/PARTIALLY_PAID supplier inferred
        FULLY_PAID CLOSED platform inferred";

    #[test]
    fn the_invoice_has_the_transitions_of_the_table_and_no_others() {
        let mut table = BTreeSet::new();
        for row in TABLE.trim().lines() {
            let words: Vec<&str> = row.split_whitespace().collect();
            let [from, to, actor, evidence] = words[..] else { panic!("{row}") };
            table.extend(to.split('/').map(|to| (from, to, actor, evidence)));
        }
        let transitions = INVOICE
            .transitions
            .iter()
            .map(|transition| (transition.from, transition.to, transition.actor.as_str(), transition.evidence.as_str()));
        assert_eq!(transitions.collect::<BTreeSet<_>>(), table);
        assert_eq!((INVOICE.statuses.len(), APPROVAL.statuses.len()), (13, 11));
    }

    #[test]
    fn what_moves_an_invoice_has_its_hindi() {
        let in_hindi = |phrase| {
            let fault = Diagnostic::new(MessageId::StepUnlikely).plain("").plain("").plain("").arg(Arg::Phrase(phrase));
            fault.message(Locale::Hi)
        };
        for phrase in INVOICE.transitions.iter().flat_map(|transition| [transition.by, transition.actor.as_str()]) {
            let hindi = in_hindi(phrase);
            // The name of a call contains a capital letter.
            let english = hindi.split_whitespace().find(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()));
            assert_eq!(english, None, "{phrase}: {hindi}");
        }
    }

    #[test]
    fn transitions_name_states_once_for_each_actor() {
        for machine in Machine::ALL {
            let mut seen = BTreeSet::new();
            for Transition { from, to, actor, .. } in machine.transitions {
                assert!(machine.statuses.contains(from) && machine.statuses.contains(to), "{from} {to}");
                assert!(seen.insert((from, to, actor.as_str())), "{from} {to} {actor} twice");
            }
            assert_eq!(machine.statuses.iter().collect::<BTreeSet<_>>().len(), machine.statuses.len(), "{}", machine.name);
            assert!(
                machine.transitions.is_sorted_by_key(|transition| machine.statuses.iter().position(|status| *status == transition.from))
            );
        }
    }

    #[test]
    fn every_state_is_reached_and_only_terminal_states_are_left_by_nothing() {
        for machine in Machine::ALL {
            let mut reached = vec![machine.statuses[0]];
            let mut at = 0;
            while let Some(status) = reached.get(at).copied() {
                let new: Vec<_> = machine.next(status).map(|transition| transition.to).filter(|to| !reached.contains(to)).collect();
                reached.extend(new.iter().collect::<BTreeSet<_>>());
                assert_eq!(machine.is_terminal(status), machine.next(status).next().is_none(), "{status}");
                at += 1;
            }
            assert_eq!(reached.iter().collect::<BTreeSet<_>>(), machine.statuses.iter().collect(), "{}", machine.name);
            assert!(machine.terminal.iter().all(|status| machine.statuses.contains(status)), "{}", machine.name);
        }
    }

    #[cfg(feature = "schema")]
    #[test]
    fn evidence_and_sources_agree() {
        for transition in Machine::ALL.iter().flat_map(|machine| machine.transitions) {
            assert_eq!(transition.evidence == TransitionEvidence::Inferred, transition.source.starts_with("inferred"), "{transition:?}");
        }
    }

    #[test]
    fn the_best_known_transition_comes_first() {
        let transition = INVOICE.transition("PAYMENT_INITIATED", "ACCEPTED").unwrap();
        assert_eq!((transition.actor, transition.evidence), (Actor::Supplier, TransitionEvidence::Documented));
        assert_eq!(INVOICE.transition("CREATED", "CREATED"), None);
        assert_eq!(INVOICE.transition("SENT_TO_BUYER", "SENT_TO_BUYER").map(|transition| transition.by), Some("editInvoiceRequest"));
    }

    #[test]
    fn transitions_sift_by_actor_and_strictness() {
        let next = |status: &str, query: &TransitionQuery| {
            transitions(status, query).map(|transitions| transitions.iter().map(|transition| transition.to).collect::<Vec<_>>())
        };
        let all = TransitionQuery::default();
        let documented = TransitionQuery { strictness: Strictness::Documented, ..all };
        assert_eq!(next("CREATED", &all), Ok(vec!["SENT_TO_BUYER", "CANCELLED", "DELETED", "DELETED"]));
        assert_eq!(next("CREATED", &documented), Ok(vec!["SENT_TO_BUYER"]));
        assert_eq!(next("SENT_TO_BUYER", &documented), Ok(vec!["ACCEPTED", "REJECTED", "CANCELLED"]));
        assert_eq!(next("SENT_TO_BUYER", &TransitionQuery { actor: Some(Actor::Bank), ..all }), Ok(vec![]));
        assert_eq!(next("CLOSED", &all), Ok(vec![]));
        assert_eq!(next("created", &all), Err(UnknownNameError("status")));
        let approval = TransitionQuery { machine: &APPROVAL, actor: Some(Actor::Bank), ..all };
        assert_eq!(next("APPROVER_APPROVED", &approval), Ok(vec!["BANK_APPROVED", "BANK_REJECTED"]));
        assert_eq!(next("CREATED", &approval), Err(UnknownNameError("status")));
    }

    #[test]
    fn words_are_read_back() {
        assert!(Actor::ALL.iter().all(|actor| actor.as_str().parse() == Ok(*actor)));
        assert!(TransitionEvidence::ALL.iter().all(|evidence| evidence.as_str().parse() == Ok(*evidence)));
        assert!(Strictness::ALL.iter().all(|strictness| strictness.as_str().parse() == Ok(*strictness)));
        assert!(Machine::ALL.iter().all(|machine| Machine::named(machine.name) == Ok(*machine)));
        assert_eq!("Buyer".parse::<Actor>(), Err(UnknownNameError("actor")));
    }
}
