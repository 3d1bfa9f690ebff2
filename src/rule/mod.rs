//! The rules: what must be true between the values of a payload, by subject.
//!
//! A rule is a row: the code that it raises, the terms of the canonical invoice that it reads,
//! and a function. The runner decides what runs, and lists a rule as skipped where a term that
//! it reads is missing or unreadable. No rule does that itself.

mod charges;
mod dates;
mod dispatch;
mod document_totals;
mod entries;
mod eway;
mod goods;
mod item_totals;
mod nested;
#[cfg(test)]
mod other_names;
mod parties;
mod patch;
mod payment;
mod receivable_totals;
mod registry;
mod runner;
mod status;
mod supply_type;
mod tax_amount;
mod tax_heads;
mod tax_rate;
mod tds;
mod version;

pub use entries::{RuleEntry, reads_of, rules};
pub use runner::RuleRunner;
#[cfg(feature = "bharat-connect")]
pub use status::status_after;

use crate::model::{Context, DocumentState, Item, Party, Receivable, ValueKind};
use crate::read::{Anchor, ObjectContext};
use crate::report::{Code, Diagnostic};
use crate::table::name_of_term;
use crate::term::{Group, TermId, TermSet};

/// What a rule is about: the model that its function gets.
trait Scope {
    /// The model.
    type Model<'m>;
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
}

impl Scope for OneItem {
    type Model<'m> = Item<'m>;
}

impl Scope for Document {
    type Model<'m> = (&'m DocumentState, &'m Context);
}

impl Scope for OneParty {
    type Model<'m> = (Group, Party);
}

impl Scope for Charge {
    type Model<'m> = (Option<ValueKind>, &'m Context);
}

impl Scope for Object {
    type Model<'m> = Context;
}

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
    /// A rule that runs on every object of its scope.
    const fn new(code: Code, reads: TermSet, check: CheckFn<S>) -> Self {
        Rule { code, when: 0, reads, check }
    }

    /// A rule that runs when the object has one of the terms of that group that it reads.
    const fn touching(group: Group, code: Code, reads: TermSet, check: CheckFn<S>) -> Self {
        Rule { code, when: reads.of(group), reads, check }
    }
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
    /// Raises a diagnostic of the rule.
    #[inline(never)]
    fn raise(&mut self, anchor: Anchor, diagnostic: Diagnostic<'_>) {
        debug_assert_eq!(diagnostic.code(), self.code, "a rule raises its own code");
        self.found = true;
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
