//! The rules: what must be true between the values of a payload, by subject.
//!
//! A rule is a row of a `rule!` block: the lists that it is on, the terms of the canonical invoice
//! that it reads, and a function. The block also has the code that the rule raises, with its meaning,
//! source and messages. The runner decides what runs, and lists a rule as skipped where a term that
//! it reads is missing or unreadable. No rule does that itself.

/// Declares a code and the rules that raise it.
///
/// ```text
/// rule! {
///     /// What the code means, in one sentence.
///     CodeName "subject.fault" Documented "the source" {
///         MessageName Error [Group Term] "{Term} is {0}, ...";
///     }
///     NAME: Scope on LIST, OTHER_LIST reads term_set![Group: Term Other] => function;
/// }
/// ```
///
/// A code that is declared elsewhere is `of CodeName` instead. A rule of EnKash's own invoice runs where the object has
/// one of the terms that it reads, or with `when [Term]` before `reads`, one of those.
///
/// The macro makes the rules. `cargo xtask codegen` collects codes and messages into `src/report/code.rs`, and the lists
/// into `src/rule/lists.rs`.
macro_rules! rule {
    (of $Code:ident $($rows:tt)+) => { rule! { @rows $Code $($rows)+ } };
    ($(#[doc = $meaning:literal])+ $Code:ident $text:literal $Evidence:ident $source:literal { $($messages:tt)+ } $($rows:tt)+) => {
        rule! { @rows $Code $($rows)+ }
    };
    (@rows $Code:ident $(
        $(#[doc = $doc:literal])* $NAME:ident: $Scope:ident on $($LIST:ident),+ $(when [$($When:ident)+])? reads $reads:expr => $check:ident;
    )+) => {$(
        $(#[doc = $doc])*
        pub(super) const $NAME: Rule<$Scope> =
            Rule::new(crate::report::Code::$Code, 0 $($(| ReceivableTerm::$When.bit())+)?, $reads, |model, check| $check(model, check));
    )+};
}

mod entries;
mod lists;
mod nested;
#[cfg(test)]
mod other_names;
mod registry;
mod runner;

// Written by `cargo xtask codegen` from `src/rule`.
mod charges;
mod dates;
mod dispatch;
mod document_totals;
mod eway;
mod goods;
mod item_totals;
mod parties;
mod patch;
mod payment;
mod receivable_totals;
mod status;
mod supply_type;
mod tax_amount;
mod tax_heads;
mod tax_rate;
mod tds;
mod version;
// End of what is written by `cargo xtask codegen`.

pub use entries::{RuleEntry, reads_of, rules};
pub use runner::RuleRunner;
#[cfg(feature = "bharat-connect")]
pub use status::status_after;

use crate::model::{Context, DocumentState, Item, Party, Receivable, ValueKind};
use crate::read::{Anchor, ObjectContext, Span};
use crate::report::{Code, Diagnostic, Evidence};
use crate::table::name_of_term;
use crate::term::{Group, ObjectKind, Term, TermId, TermSet};

/// What a rule is about: the model that its function gets.
trait Scope {
    /// The model.
    type Model<'m>;

    /// A rule runs where the object has one of the terms of this group that it reads; everywhere if there is none.
    const TOUCHING: Option<Group> = None;
}

/// EnKash's own invoice.
enum Invoice {}

/// An item of the nested invoice.
enum OneItem {}

/// The nested invoice, or an object with a version and a status.
enum Document {}

/// A party, or a place where goods leave or arrive.
enum OneParty {}

/// A tax, discount or charge in a list.
enum Charge {}

/// One object by itself.
enum Object {}

impl Scope for Invoice {
    type Model<'m> = Receivable<'m>;
    const TOUCHING: Option<Group> = Some(Group::Receivable);
}

impl Scope for OneItem {
    type Model<'m> = Item<'m>;
}

impl Scope for Document {
    type Model<'m> = DocumentModel<'m>;
}

impl Scope for OneParty {
    type Model<'m> = (Group, Party);
}

impl Scope for Charge {
    type Model<'m> = ChargeModel<'m>;
}

impl Scope for Object {
    type Model<'m> = Context;
}

/// The nested invoice as its rules see it.
type DocumentModel<'m> = (&'m DocumentState, &'m Context);

/// A charge as its rules see it.
type ChargeModel<'m> = (Option<ValueKind>, &'m Context);

/// The function of a rule. It ends early, with `None`, where the rule does not apply or a term is missing.
type CheckFn<S> = for<'m, 'c, 'a> fn(&<S as Scope>::Model<'m>, &mut Check<'c, 'a>) -> Option<()>;

/// A rule.
struct Rule<S: Scope> {
    /// The code that it raises.
    code: Code,
    /// It runs when the object has one of these terms; always if there are none.
    when: u64,
    /// The terms that it reads.
    reads: TermSet,
    /// Its function.
    check: CheckFn<S>,
}

impl<S: Scope> Rule<S> {
    /// A rule. Without `when`, it runs where the object has one of the terms of the group `S::TOUCHING` that it reads.
    const fn new(code: Code, when: u64, reads: TermSet, check: CheckFn<S>) -> Self {
        let when = match S::TOUCHING {
            Some(group) if when == 0 => reads.of(group),
            _ => when,
        };
        Rule { code, when, reads, check }
    }
}

/// Whether a code is at most a warning for an object: what is inferred of a response, which nobody can correct.
fn is_softened(code: Code, object: ObjectKind) -> bool {
    object == ObjectKind::StoredInvoice && code.evidence() == Evidence::Inferred
}

/// A rule at work on an object.
struct Check<'c, 'a> {
    cx: &'c mut ObjectContext<'a>,
    code: Code,
    found: bool,
    /// The terms that the rule cannot do without and that are missing.
    missing: TermSet,
}

impl Check<'_, '_> {
    /// Raises a diagnostic of the rule at the field that carries the term.
    fn raise_field(&mut self, term: impl Term, diagnostic: Diagnostic<'_>) {
        self.raise_field_at(term.number(), diagnostic);
    }

    #[inline(never)]
    fn raise_field_at(&mut self, term: u8, diagnostic: Diagnostic<'_>) {
        self.raise(Anchor::Field(term), diagnostic);
    }

    /// Raises a diagnostic of the rule at a value below the object: its term, the position in the list that it is in,
    /// and its span.
    #[inline(never)]
    fn raise_below(&mut self, term: TermId, index: u32, span: Span, diagnostic: Diagnostic<'_>) {
        self.raise(Anchor::Below(term, index, span), diagnostic);
    }

    /// Raises a diagnostic of the rule.
    #[inline(never)]
    fn raise(&mut self, anchor: Anchor, diagnostic: Diagnostic<'_>) {
        debug_assert_eq!(diagnostic.code(), self.code, "a rule raises its own code");
        self.found = true;
        let diagnostic = if is_softened(self.code, self.cx.shape.object) { diagnostic.softened() } else { diagnostic };
        let (shape, root) = (self.cx.shape, self.cx.root);
        let name = |term| name_of_term(shape, term).or_else(|| name_of_term(root, term)).unwrap_or("");
        self.cx.raise(anchor, diagnostic.named(&name));
    }

    /// Notes that a term is missing.
    #[inline(never)]
    fn missing(&mut self, term: TermId) {
        self.missing.insert(term);
    }
}

/// Runs rules on a model; `unreadable` are the terms whose values are unreadable.
fn run<S: Scope>(rules: &[Rule<S>], model: &S::Model<'_>, unreadable: &TermSet, cx: &mut ObjectContext<'_>) {
    let named = cx.named;
    let some_unreadable = !unreadable.is_empty();
    let mut check = Check { cx, code: Code::JsonSyntax, found: false, missing: TermSet::EMPTY };
    for rule in rules {
        if rule.when != 0 && rule.when & named == 0 {
            continue;
        }
        (check.code, check.found) = (rule.code, false);
        (rule.check)(model, &mut check);
        if some_unreadable || !check.missing.is_empty() {
            check.skip(&rule.reads, unreadable);
        }
    }
}

impl Check<'_, '_> {
    /// Lists the rule as skipped, if it lacks a term or found nothing and reads an unreadable one.
    #[inline(never)]
    fn skip(&mut self, reads: &TermSet, unreadable: &TermSet) {
        if !self.found {
            self.missing.insert_common(reads, unreadable);
        }
        if !self.missing.is_empty() {
            self.cx.sink.skip(self.code, &self.missing, self.cx.root);
            self.missing = TermSet::EMPTY;
        }
    }
}
