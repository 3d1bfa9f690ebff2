//! Where values wait for the rules: each kind of object has its own row of terms.

/// A term in the frame of an object.
pub trait Term: Copy {
    /// Its number in the row.
    fn number(self) -> u8;

    /// The term in a set of terms.
    fn flag(self) -> u64 {
        1 << self.number()
    }
}

/// Terms from here on are no fields of the object itself, but what rules look at beside it.
const OUTSIDE: u8 = 55;

/// What rules look at beside their object, with its term in sets.
pub const EXTERNAL: &[(&str, u64)] = &[
    ("supplierDetails.gstin or supplierDetails.stateCode", ExternalTerm::Supplier.bit()),
    ("buyerDetails.placeOfSupply", ExternalTerm::PlaceOfSupply.bit()),
    ("transactionDetails.supplyType", ExternalTerm::SupplyType.bit()),
    ("ts", ExternalTerm::Ts.bit()),
    ("itemLists", ExternalTerm::Items.bit()),
    ("statusTransition", ExternalTerm::Status.bit()),
    ("valueDetails.totalInvoiceValue", ExternalTerm::Total.bit()),
    ("options.current", ExternalTerm::Current.bit()),
    ("options.today", ExternalTerm::Today.bit()),
];

/// What stands beside an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs, reason = "named in `EXTERNAL`")]
pub enum ExternalTerm {
    Supplier = OUTSIDE,
    PlaceOfSupply,
    SupplyType,
    Ts,
    Items,
    Status,
    Total,
    Current,
    Today,
}

impl ExternalTerm {
    /// The term in a set of terms.
    pub const fn bit(self) -> u64 {
        1 << self as u8
    }
}

impl Term for u8 {
    fn number(self) -> u8 {
        self
    }
}

impl Term for ExternalTerm {
    fn number(self) -> u8 {
        self as u8
    }
}

macro_rules! terms {
    ($( $(#[doc = $doc:literal])+ $Concat:ident { $( $(#[doc = $about:literal])* $Name:ident, )+ } )+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "named after the fields that they keep")]
        pub enum $Concat { $( $(#[doc = $about])* $Name, )+ }

        impl $Concat {
            /// The term in a set of terms.
            pub const fn bit(self) -> u64 {
                1 << self as u8
            }
        }

        impl Term for $Concat {
            fn number(self) -> u8 {
                self as u8
            }
        }

        const _: () = assert!([$($Concat::$Name),+].len() <= OUTSIDE as usize, "sets keep terms in a u64");
    )+};
}

terms! {
    /// Of EnKash's own invoices and of the recipe that makes their amounts. The same role
    /// means the same thing in every payload that has it.
    ReceivableTerm {
        /// The name of an EnumModel, for which the object stands.
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
        NetAfterTds,
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
    OptionTerm { Current, Today, Tolerance, Lifecycle, Words, Locale, MaxBytes, MaxDepth, MaxFindings, Mask, InvoiceId, SellerId, }

    /// Of the nested invoice.
    DocumentTerm {
        ObjectId,
        Number,
        Ts,
        Supply,
        Supplier,
        Buyer,
        Items,
        Values,
        Advance,
        Milestones,
        Financing,
        Export,
        EwayBill,
    }

    /// Of the version of an object.
    VersionTerm { Current, New, }

    /// Of a step from one status to the next.
    TransitionTerm { From, To, }

    /// Of transactionDetails.
    SupplyTerm { Kind, ReverseCharge, IgstWithin, Ecommerce, }

    /// Of an address, which stands for its PIN code.
    AddressTerm { Pin, }

    /// Of a party to an invoice.
    PartyTerm { Gstin, State, PlaceOfSupply, Pin, B2bId, }

    /// Of an item.
    ItemTerm { Serial, IsService, Hsn, Quantity, Unit, UnitPrice, Gross, Taxable, GstRate, ItemValue, ValueDetails, Rates, OtherTaxes, }

    /// Of a value with its kind.
    ChargeTerm { Kind, Value, }

    /// Of a tax that has no head of its own.
    OtherTaxTerm { Rate, Amount, }

    /// Of valueDetails.
    TotalsTerm { Taxable, Total, Others, }

    /// Of advancePaymentDetails.
    AdvanceTerm { Paid, Pending, }

    /// Of a time from one day to another.
    PeriodTerm { Start, End, }

    /// Of an invoice that came before.
    PrecedingTerm { Day, }

    /// Of a part that is due on a day.
    MilestoneTerm { Day, Due, }

    /// Of invoiceFinancingDetails.
    FinancingTerm { Due, Requested, }

    /// Of ewayBillDetail.
    EwayTerm { Transporter, Mode, Distance, DocumentNo, DocumentDate, Vehicle, VehicleType, }

    /// Of what one side says about an invoice or a payment.
    StatusCallTerm { ObjectId, Number, Action, Remarks, Kind, }

    /// Of the recipe of a step.
    StepTerm { Action, Remarks, NewStatus, }

    /// Of the recipe of a sale.
    SaleTerm { ObjectId, Random, DueDate, Items, Discount, OtherCharges, Rounding, Paid, }

    /// Of an item in the recipe of a sale.
    SaleItemTerm { IsService, Hsn, Quantity, UnitPrice, Discount, GstRate, CessRate, OtherCharges, }

    /// Of the ids of the two sides.
    PartyIdsTerm { Buyer, Supplier, }
}

impl ReceivableTerm {
    /// The role of that number.
    pub fn of(number: u8) -> Option<ReceivableTerm> {
        ROLES.iter().copied().find(|role| *role as u8 == number)
    }
}

/// The roles that the builder fills in.
const ROLES: &[ReceivableTerm] = &[
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

/// A set of roles, one bit each.
pub const fn roles(list: &[ReceivableTerm]) -> u64 {
    let (mut set, mut rest) = (0, list);
    while let [role, tail @ ..] = rest {
        set |= role.bit();
        rest = tail;
    }
    set
}
