//! The terms of the canonical invoice: what a value means in GST, whatever a payload calls it.
//!
//! A row of a payload table names the term that its field carries (`"assessmentAmount": … =>
//! ItemTerm::Taxable`). Rules speak of terms only; the name that a payload gives a term is
//! looked up in its table when a finding is made.

/// A term of one kind of object; its number is the slot that keeps the value.
pub trait Term: Copy {
    /// Its number among the terms of the object.
    fn number(self) -> u8;

    /// The term in a set of terms of one object.
    fn flag(self) -> u64 {
        1 << self.number()
    }
}

impl Term for u8 {
    fn number(self) -> u8 {
        self
    }
}

macro_rules! terms {
    ($( $(#[doc = $doc:literal])+ $Name:ident { $( $(#[doc = $about:literal])* $Term:ident, )+ } )+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "named after the fields that carry them")]
        pub enum $Name { $( $(#[doc = $about])* $Term, )+ }

        impl $Name {
            /// How many terms there are.
            pub const COUNT: usize = [$($Name::$Term),+].len();

            /// The term in a set of terms of one object.
            pub const fn bit(self) -> u64 {
                1 << self as u8
            }
        }

        impl Term for $Name {
            fn number(self) -> u8 {
                self as u8
            }
        }

        const _: () = assert!($Name::COUNT <= 64, "the terms of one object are kept in a u64: use a u128 in `Term` and `ObjectContext`");
    )+};
}

terms! {
    /// Of EnKash's own invoices and of the recipe that makes their amounts. A term means the
    /// same in every payload that has it.
    ReceivableTerm {
        /// The name of an EnumModel, which represents the object.
        Name,
        Base,
        Cgst,
        Sgst,
        Igst,
        Net,
        Balance,
        Tds,
        Received,
        GstExclusive,
        InvoiceDate,
        DueDate,
        PartialAllowed,
        ApprovalStatus,
        ChargeCustomer,
        CustomerId,
        Description,
        DispatchNow,
        Email,
        InvoiceNumber,
        Mobile,
        PayableReferenceId,
        PoNumber,
        ReceivableStatus,
        Via,
        HasContacts,
        Rate,
        Inclusive,
        SupplierState,
        SupplierGstin,
        PlaceOfSupply,
        InterState,
        NetAfterTds, OtherCharges, Rounding,
        TotalAmount,
        InvoiceAmount,
        PaidTillNow,
        Surcharge,
        SurchargeGst,
        Mdr,
        MdrGst,
        Penalty,
        BillStart,
        BillEnd,
        InvoiceStatus,
        PaymentStatus,
        NbblStatus,
        EarlyStatus,
    }

    /// Of options and of the target of a request.
    OptionTerm { Current, Today, OtherCharges, Tolerance, Lifecycle, Words, Locale, MaxBytes, MaxDepth, MaxFindings, Mask, InvoiceId, SellerId, }

    /// Of the nested invoice.
    DocumentTerm {
        ObjectId,
        Number,
        /// The date of the invoice.
        Date,
        Supply,
        Supplier,
        Buyer,
        Items,
        Totals,
        Advance,
        Milestones,
        Financing,
        Export,
        EwayBill,
        Version,
        Transition,
    }

    /// Of the version of an object.
    VersionTerm { Current, New, }

    /// Of a change from one status to the next.
    TransitionTerm { From, To, }

    /// Of the kind of supply.
    SupplyTerm {
        Kind,
        ReverseCharge,
        /// Whether IGST is charged although the supply stays within a state.
        IgstWithin,
        Ecommerce,
    }

    /// Of an address, which is represented by its PIN code.
    AddressTerm { Pin, }

    /// Of a party to an invoice, and of the places where goods leave or arrive.
    PartyTerm { Gstin, State, PlaceOfSupply, Pin, B2bId, }

    /// Of an item. Its taxes and charges are a list (`Charges`) or fields of their own.
    ItemTerm {
        Serial,
        IsService,
        Hsn,
        Quantity,
        Unit,
        UnitPrice,
        Gross,
        Taxable,
        GstRate,
        Value,
        Charges,
        Rates,
        OtherTaxes,
        Cgst,
        Sgst,
        Igst,
        Cess,
        CessNonAdvol,
        StateCess,
        StateCessNonAdvol,
        Discount,
        OtherCharges,
        RoundOff,
        PreTax,
    }

    /// Of a value with its kind: a tax, a discount or a charge.
    ChargeTerm { Kind, Value, }

    /// Of a tax that has no head of its own.
    OtherTaxTerm { Rate, Amount, }

    /// Of the totals of an invoice. Their taxes and charges are a list (`Charges`) or fields of their own.
    TotalsTerm {
        Taxable,
        Total,
        Charges,
        Cgst,
        Sgst,
        Igst,
        Cess,
        CessNonAdvol,
        StateCess,
        StateCessNonAdvol,
        Discount,
        OtherCharges,
        RoundOff,
        PreTax,
    }

    /// Of what was paid in advance.
    AdvanceTerm { Paid, Pending, }

    /// Of a period.
    PeriodTerm { Start, End, }

    /// Of an invoice that came before.
    PrecedingTerm { Date, }

    /// Of a part of the payment that is due on a day.
    MilestoneTerm { Date, Due, }

    /// Of a request for financing.
    FinancingTerm { Due, Requested, }

    /// Of an e-way bill.
    EwayTerm { Transporter, Mode, Distance, DocumentNo, DocumentDate, Vehicle, VehicleType, }

    /// Of what one side says about an invoice or a payment.
    StatusCallTerm { ObjectId, Number, Action, Remarks, Kind, Version, Transition, Invoices, }

    /// Of the recipe of a step.
    StepTerm { Action, Remarks, NewStatus, }

    /// Of the recipe of a sale.
    SaleTerm { ObjectId, Random, DueDate, Items, Discount, OtherCharges, Rounding, Paid, }

    /// Of an item in the recipe of a sale.
    SaleItemTerm { IsService, Hsn, Quantity, UnitPrice, Discount, GstRate, CessRate, OtherCharges, }

    /// Of the ids of the two parties.
    PartyIdsTerm { Buyer, Supplier, }

    /// What rules read besides the payload: the options.
    ExternalTerm {
        /// The invoice as it is stored.
        Current,
        Today,
    }
}

macro_rules! groups {
    ($( $(#[doc = $doc:literal])+ $Group:ident: $Terms:ident, )+) => {
        /// A kind of object by its part in the canonical invoice: each has terms of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Group { $( $(#[doc = $doc])+ $Group, )+ }

        impl Group {
            const SIZES: &'static [usize] = &[$($Terms::COUNT),+];

            /// The number of the first term of each group among all terms.
            #[allow(clippy::indexing_slicing, reason = "in constants: beyond the end it would not compile")]
            const BASES: [u16; Group::SIZES.len()] = {
                let mut bases = [0; Group::SIZES.len()];
                let mut group = 1;
                while group < bases.len() {
                    bases[group] = bases[group - 1] + Group::SIZES[group - 1] as u16;
                    group += 1;
                }
                bases
            };

            /// The number of its first term among all terms.
            #[allow(clippy::indexing_slicing, reason = "there is a number for each group")]
            pub const fn base(self) -> u16 {
                Group::BASES[self as usize]
            }
        }

        /// How many terms there are.
        const COUNT: usize = 0 $(+ $Terms::COUNT)+;

        /// The terms of each group, by the name of the group.
        pub mod of {
            $( $(#[doc = $doc])+ pub type $Group = $crate::term::$Terms; )+
        }
    };
}

groups! {
    /// EnKash's own invoice.
    Receivable: ReceivableTerm,
    /// The nested invoice.
    Document: DocumentTerm,
    /// The version of an object.
    Version: VersionTerm,
    /// A change of status.
    Transition: TransitionTerm,
    /// The kind of supply.
    Supply: SupplyTerm,
    /// The supplier.
    Supplier: PartyTerm,
    /// The buyer.
    Buyer: PartyTerm,
    /// Where the goods leave.
    Dispatch: PartyTerm,
    /// Where the goods arrive.
    ShipTo: PartyTerm,
    /// An item.
    Item: ItemTerm,
    /// A tax or charge of an item.
    ItemCharge: ChargeTerm,
    /// A rate of an item.
    ItemRate: ChargeTerm,
    /// A tax of an item without a head of its own.
    OtherTax: OtherTaxTerm,
    /// The totals.
    Totals: TotalsTerm,
    /// A tax or charge among the totals.
    DocumentCharge: ChargeTerm,
    /// What was paid in advance.
    Advance: AdvanceTerm,
    /// The period that the invoice is for.
    BillingPeriod: PeriodTerm,
    /// The period of recurring payments.
    RecurringPeriod: PeriodTerm,
    /// An invoice that came before.
    Preceding: PrecedingTerm,
    /// A part of the payment.
    Milestone: MilestoneTerm,
    /// A request for financing.
    Financing: FinancingTerm,
    /// An e-way bill.
    Eway: EwayTerm,
    /// What one side says about an invoice or a payment.
    StatusCall: StatusCallTerm,
    /// An invoice that a payment settles.
    PaidInvoice: StatusCallTerm,
    /// The options.
    External: ExternalTerm,
}

/// A term among all terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermId(u16);

impl TermId {
    /// A term of a group.
    pub const fn of(group: Group, term: u8) -> TermId {
        TermId(group.base() + term as u16)
    }

    /// Its number among the terms of a group, if it is one of them.
    pub fn within(self, group: Group) -> Option<u8> {
        let size = Group::SIZES.get(group as usize).copied().unwrap_or_default();
        self.0.checked_sub(group.base()).filter(|term| usize::from(*term) < size).and_then(|term| u8::try_from(term).ok())
    }
}

/// How many words a set of terms takes; it grows with the terms.
const WORDS: usize = COUNT.div_ceil(64);

/// A set of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TermSet([u64; WORDS]);

impl TermSet {
    /// No terms.
    pub const EMPTY: TermSet = TermSet([0; WORDS]);

    /// The set with one term more.
    #[allow(clippy::indexing_slicing, reason = "in constants: beyond the end it would not compile")]
    pub const fn with(mut self, group: Group, term: u8) -> TermSet {
        let TermId(id) = TermId::of(group, term);
        self.0[id as usize / 64] |= 1 << (id % 64);
        self
    }

    /// The set without the terms of a group.
    pub fn without(&self, group: Group) -> TermSet {
        let mut all = TermSet::EMPTY;
        all.insert_group(group);
        let mut set = *self;
        set.0.iter_mut().zip(all.0).for_each(|(word, less)| *word &= !less);
        set
    }

    /// The terms of one group, one bit each.
    #[allow(clippy::indexing_slicing, reason = "in constants: beyond the end it would not compile")]
    pub const fn of(&self, group: Group) -> u64 {
        let (mut bits, mut term) = (0, 0);
        while term < Group::SIZES[group as usize] {
            let id = group.base() as usize + term;
            bits |= (self.0[id / 64] >> (id % 64) & 1) << term;
            term += 1;
        }
        bits
    }

    /// The terms of both sets, as a constant.
    #[allow(clippy::indexing_slicing, reason = "in constants: beyond the end it would not compile")]
    pub const fn and(mut self, other: TermSet) -> TermSet {
        let mut word = 0;
        while word < WORDS {
            self.0[word] |= other.0[word];
            word += 1;
        }
        self
    }

    /// Adds a term.
    #[inline(never)]
    pub fn insert(&mut self, TermId(id): TermId) {
        if let Some(word) = self.0.get_mut(usize::from(id) / 64) {
            *word |= 1 << (id % 64);
        }
    }

    /// Adds terms of one group, one bit each.
    #[inline(never)]
    pub fn insert_all(&mut self, group: Group, mut bits: u64) {
        while bits != 0 {
            self.insert(TermId(group.base() + bits.trailing_zeros() as u16));
            bits &= bits - 1;
        }
    }

    /// Adds all terms of a group.
    pub fn insert_group(&mut self, group: Group) {
        let size = Group::SIZES.get(group as usize).copied().unwrap_or_default();
        (0..size).for_each(|term| self.insert(TermId(group.base() + term as u16)));
    }

    /// Whether there is no term.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Adds the terms of another set.
    #[inline(never)]
    pub fn insert_set(&mut self, other: &TermSet) {
        self.0.iter_mut().zip(other.0).for_each(|(word, more)| *word |= more);
    }

    /// Adds the terms that are in both of two other sets.
    #[inline(never)]
    pub fn insert_common(&mut self, one: &TermSet, other: &TermSet) {
        self.0.iter_mut().zip(one.0.iter().zip(other.0)).for_each(|(word, (one, other))| *word |= one & other);
    }

    /// The terms that are in both sets.
    #[inline(never)]
    pub fn intersection(&self, other: &TermSet) -> TermSet {
        let mut set = *self;
        for (word, also) in set.0.iter_mut().zip(other.0) {
            *word &= also;
        }
        set
    }

    /// Whether a term is in the set.
    pub fn contains(&self, TermId(id): TermId) -> bool {
        self.0.get(usize::from(id) / 64).is_some_and(|word| word >> (id % 64) & 1 == 1)
    }
}

/// A set of terms as a constant: `term_set![Item: Taxable GstRate; External: Today]`.
macro_rules! term_set {
    ($( $Group:ident: $($Term:ident)+ );* $(;)?) => {
        const { $crate::term::TermSet::EMPTY $($(.with($crate::term::Group::$Group, $crate::term::of::$Group::$Term as u8))+)* }
    };
}

/// A term as a constant: `term_id!(Item: Taxable)`.
macro_rules! term_id {
    ($Group:ident: $Term:ident) => {
        const { $crate::term::TermId::of($crate::term::Group::$Group, $crate::term::of::$Group::$Term as u8) }
    };
}

/// The roles of objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectKind {
    /// No rule reads it.
    Free,
    /// No rule reads it and any key may occur: only the syntax matters.
    SyntaxOnly,
    /// What callers write themselves: a key that is not known is a mistake.
    CallerInput,
    /// A PATCH of an invoice.
    InvoicePatch,
    /// An invoice to be created.
    InvoiceCreation,
    /// An invoice as it is stored.
    StoredInvoice,
    /// EnKash's own invoice on its way to Bharat Connect.
    FlatInvoice,
    /// The nested invoice of Bharat Connect.
    Document,
    /// The version of an object, before and after.
    Version,
    /// A change from one status to the next.
    Transition,
    /// The kind of supply.
    Supply,
    /// The supplier.
    Supplier,
    /// The buyer.
    Buyer,
    /// Where the goods leave.
    Dispatch,
    /// Where the goods arrive.
    ShipTo,
    /// An item.
    Item,
    /// A tax or charge of an item, with its kind.
    ItemCharge,
    /// A rate of an item, with its kind.
    ItemRate,
    /// A tax of an item that has no head of its own.
    OtherTax,
    /// The totals of the invoice.
    Totals,
    /// A tax or charge among the totals, with its kind.
    DocumentCharge,
    /// What was paid in advance.
    Advance,
    /// The period that the invoice is for.
    BillingPeriod,
    /// The period of recurring payments.
    RecurringPeriod,
    /// An invoice that came before.
    Preceding,
    /// A part of the payment that is due on a day.
    Milestone,
    /// A request for financing.
    Financing,
    /// The e-way bill.
    Eway,
    /// What the supplier does with an invoice.
    StatusChange,
    /// The buyer's response to an invoice.
    Confirmation,
    /// An invoice that a payment settles.
    PaidInvoice,
    /// The supplier's response to a payment.
    PaymentConfirmation,
}

impl ObjectKind {
    /// The group of its terms; none if no rule reads it.
    pub const fn group(self) -> Option<Group> {
        Some(match self {
            ObjectKind::Free | ObjectKind::SyntaxOnly | ObjectKind::CallerInput => return None,
            ObjectKind::InvoicePatch | ObjectKind::InvoiceCreation | ObjectKind::StoredInvoice | ObjectKind::FlatInvoice => {
                Group::Receivable
            }
            ObjectKind::Document => Group::Document,
            ObjectKind::Version => Group::Version,
            ObjectKind::Transition => Group::Transition,
            ObjectKind::Supply => Group::Supply,
            ObjectKind::Supplier => Group::Supplier,
            ObjectKind::Buyer => Group::Buyer,
            ObjectKind::Dispatch => Group::Dispatch,
            ObjectKind::ShipTo => Group::ShipTo,
            ObjectKind::Item => Group::Item,
            ObjectKind::ItemCharge => Group::ItemCharge,
            ObjectKind::ItemRate => Group::ItemRate,
            ObjectKind::OtherTax => Group::OtherTax,
            ObjectKind::Totals => Group::Totals,
            ObjectKind::DocumentCharge => Group::DocumentCharge,
            ObjectKind::Advance => Group::Advance,
            ObjectKind::BillingPeriod => Group::BillingPeriod,
            ObjectKind::RecurringPeriod => Group::RecurringPeriod,
            ObjectKind::Preceding => Group::Preceding,
            ObjectKind::Milestone => Group::Milestone,
            ObjectKind::Financing => Group::Financing,
            ObjectKind::Eway => Group::Eway,
            ObjectKind::StatusChange | ObjectKind::Confirmation | ObjectKind::PaymentConfirmation => Group::StatusCall,
            ObjectKind::PaidInvoice => Group::PaidInvoice,
        })
    }

    /// The term whose field is read after others, and the terms that it waits for.
    pub const fn deferred(self) -> Option<(u8, u64)> {
        match self {
            ObjectKind::Document => {
                Some((DocumentTerm::Items as u8, DocumentTerm::Supply.bit() | DocumentTerm::Supplier.bit() | DocumentTerm::Buyer.bit()))
            }
            _ => None,
        }
    }
}

impl ReceivableTerm {
    /// The term of that number, if the builder computes it.
    pub fn computed(number: u8) -> Option<ReceivableTerm> {
        COMPUTED.iter().copied().find(|term| *term as u8 == number)
    }
}

/// The terms that the builder computes.
pub(crate) const COMPUTED: &[ReceivableTerm] = &[
    ReceivableTerm::Base,
    ReceivableTerm::Cgst,
    ReceivableTerm::Sgst,
    ReceivableTerm::Igst,
    ReceivableTerm::Net,
    ReceivableTerm::Balance,
    ReceivableTerm::Tds,
    ReceivableTerm::Received,
    ReceivableTerm::GstExclusive,
];

/// Terms of EnKash's own invoice, one bit each.
pub const fn receivable_bits(list: &[ReceivableTerm]) -> u64 {
    let (mut set, mut rest) = (0, list);
    while let [term, tail @ ..] = rest {
        set |= term.bit();
        rest = tail;
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_has_a_number_of_its_own() {
        let mut seen = TermSet::EMPTY;
        let (mut group, mut count) = (0, 0);
        for size in Group::SIZES {
            for term in 0..*size {
                let id = TermId(u16::try_from(count).unwrap());
                assert!(!seen.contains(id), "{group} {term}");
                seen.insert(id);
                count += 1;
            }
            group += 1;
        }
        assert_eq!(count, COUNT);
        assert_eq!(Group::External.base() as usize + ExternalTerm::COUNT, COUNT);
    }

    #[test]
    fn sets_are_sets() {
        let set = term_set![Item: Taxable GstRate; External: Today];
        let id = TermId::of(Group::Item, ItemTerm::Taxable as u8);
        assert!(set.contains(id) && id.within(Group::Item) == Some(ItemTerm::Taxable as u8) && id.within(Group::Totals).is_none());
        let mut other = TermSet::EMPTY;
        other.insert_all(Group::Item, ItemTerm::Taxable.bit() | ItemTerm::Hsn.bit());
        assert_eq!(set.intersection(&other), term_set![Item: Taxable]);
        other.insert_set(&set);
        assert_eq!(other, set.with(Group::Item, ItemTerm::Hsn as u8));
        assert!(TermSet::EMPTY.is_empty() && !set.is_empty());
    }
}
