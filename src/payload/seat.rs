//! Where values wait for the rules: each kind of object has its own row of seats.

/// A seat in the frame of an object.
pub trait Seat: Copy {
    /// Its number in the row.
    fn number(self) -> u8;

    /// The seat in a set of seats.
    fn flag(self) -> u64 {
        1 << self.number()
    }
}

/// Seats from here on are no fields of the object itself, but what rules look at beside it.
const OUTSIDE: u8 = 55;

/// What rules look at beside their object, with its seat in sets.
pub const BESIDE: &[(&str, u64)] = &[
    ("supplierDetails.gstin or supplierDetails.stateCode", Beside::Supplier.bit()),
    ("buyerDetails.placeOfSupply", Beside::PlaceOfSupply.bit()),
    ("transactionDetails.supplyType", Beside::SupplyType.bit()),
    ("ts", Beside::Ts.bit()),
    ("itemLists", Beside::Items.bit()),
    ("statusTransition", Beside::Status.bit()),
    ("valueDetails.totalInvoiceValue", Beside::Total.bit()),
    ("options.current", Beside::Current.bit()),
    ("options.today", Beside::Today.bit()),
];

/// What stands beside an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs, reason = "named in `BESIDE`")]
pub enum Beside {
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

impl Beside {
    /// The seat in a set of seats.
    pub const fn bit(self) -> u64 {
        1 << self as u8
    }
}

impl Seat for u8 {
    fn number(self) -> u8 {
        self
    }
}

impl Seat for Beside {
    fn number(self) -> u8 {
        self as u8
    }
}

macro_rules! seats {
    ($( $(#[doc = $doc:literal])+ $Row:ident { $( $(#[doc = $about:literal])* $Name:ident, )+ } )+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "named after the fields that they keep")]
        pub enum $Row { $( $(#[doc = $about])* $Name, )+ }

        impl $Row {
            /// The seat in a set of seats.
            pub const fn bit(self) -> u64 {
                1 << self as u8
            }
        }

        impl Seat for $Row {
            fn number(self) -> u8 {
                self as u8
            }
        }

        const _: () = assert!([$($Row::$Name),+].len() <= OUTSIDE as usize, "sets keep seats in a u64");
    )+};
}

seats! {
    /// Of EnKash's own invoices and of the recipe that makes their amounts. The same role
    /// means the same thing in every payload that has it.
    Role {
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
    Setting { Current, Today, Tolerance, Lifecycle, Words, Locale, MaxBytes, MaxDepth, MaxFindings, Mask, InvoiceId, SellerId, }

    /// Of the nested invoice.
    Doc {
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
    Version { Current, New, }

    /// Of a step from one status to the next.
    Move { From, To, }

    /// Of transactionDetails.
    Supply { Kind, ReverseCharge, IgstWithin, Ecommerce, }

    /// Of an address, which stands for its PIN code.
    Address { Pin, }

    /// Of a party to an invoice.
    Party { Gstin, State, PlaceOfSupply, Pin, B2bId, }

    /// Of an item.
    Item { Serial, IsService, Hsn, Quantity, Unit, UnitPrice, Gross, Taxable, GstRate, ItemValue, ValueDetails, Rates, OtherTaxes, }

    /// Of a value with its kind.
    Entry { Kind, Value, }

    /// Of a tax that has no head of its own.
    OtherTax { Rate, Amount, }

    /// Of valueDetails.
    Values { Taxable, Total, Others, }

    /// Of advancePaymentDetails.
    Advance { Paid, Pending, }

    /// Of a time from one day to another.
    Period { Start, End, }

    /// Of an invoice that came before.
    Preceding { Day, }

    /// Of a part that is due on a day.
    Milestone { Day, Due, }

    /// Of invoiceFinancingDetails.
    Financing { Due, Requested, }

    /// Of ewayBillDetail.
    Eway { Transporter, Mode, Distance, DocumentNo, DocumentDate, Vehicle, VehicleType, }

    /// Of what one side says about an invoice or a payment.
    Change { ObjectId, Number, Action, Remarks, Kind, }

    /// Of the recipe of a step.
    Act { Action, Remarks, NewStatus, }

    /// Of the recipe of a sale.
    Selling { ObjectId, Random, DueDate, Items, Discount, OtherCharges, Rounding, Paid, }

    /// Of an item in the recipe of a sale.
    Sold { IsService, Hsn, Quantity, UnitPrice, Discount, GstRate, CessRate, OtherCharges, }

    /// Of the ids of the two sides.
    Sides { Buyer, Supplier, }
}

impl Role {
    /// The role of that number.
    pub fn of(number: u8) -> Option<Role> {
        ROLES.iter().copied().find(|role| *role as u8 == number)
    }
}

/// The roles that the builder fills in.
const ROLES: &[Role] =
    &[Role::Base, Role::Cgst, Role::Sgst, Role::Igst, Role::Net, Role::Balance, Role::Tds, Role::Received, Role::GstExclusive];

/// A set of roles, one bit each.
pub const fn roles(list: &[Role]) -> u64 {
    let (mut set, mut rest) = (0, list);
    while let [role, tail @ ..] = rest {
        set |= role.bit();
        rest = tail;
    }
    set
}
