//! The catalogue: every code, what it means, what it rests on and what it says.
//!
//! A code has one meaning and is never reused. The same word is the text of the
//! Rust variant, the TypeScript literal, the anchor in the docs and the tag of the
//! fixtures. The English of a code stands right under it; `{0}`, `{1}` are filled in.

use serde::Serialize;

/// Whether a finding makes the payload wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The call would be refused, or the payload contradicts itself or the law.
    Error,
    /// Worth a look: unusual, or wrong only if an inference of ours holds.
    Warning,
}

/// How well the fact behind a rule is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// An API page, a law or a published specification says so.
    Documented,
    /// Read between the lines of such a source.
    Inferred,
    /// A limit or a courtesy of this library.
    Own,
}

macro_rules! catalogue {
    ($(
        $(#[doc = $meaning:literal])+
        $Code:ident $text:literal $Evidence:ident $source:literal {
            $( $MessageId:ident $Severity:ident $english:literal; )+
        }
    )*) => {
        /// What is wrong, as a word that programs can rely on.
        ///
        /// The text of a code (`tax.halves-differ`) is `subject.fault`. Codes may be
        /// added; a code never changes its meaning and is never used again.
        ///
        /// ```
        /// use bijak::Code;
        /// assert_eq!(Code::TaxHalvesDiffer.as_str(), "tax.halves-differ");
        /// assert_eq!("tax.halves-differ".parse(), Ok(Code::TaxHalvesDiffer));
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "types", derive(tsify::Tsify))]
        #[non_exhaustive]
        pub enum Code { $( $(#[doc = $meaning])+ #[cfg_attr(feature = "types", serde(rename = $text))] $Code, )* }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Code] = &[$(Code::$Code),*];

            /// The code's text.
            pub fn as_str(self) -> &'static str {
                [$($text),+].get(self as usize).copied().unwrap_or_default()
            }

            /// What the code means: one sentence.
            pub const fn meaning(self) -> &'static str {
                match self { $(Code::$Code => concat!($($meaning),+)),* }
            }

            /// How well the fact behind it is known.
            pub const fn evidence(self) -> Evidence {
                match self { $(Code::$Code => Evidence::$Evidence),* }
            }

            /// Where the fact behind it stands; empty where the page of the endpoint says so.
            pub fn source(self) -> &'static str {
                [$($source),+].get(self as usize).copied().unwrap_or_default()
            }

            /// Whether the page of the endpoint is its source.
            pub const fn is_of_page(self) -> bool {
                match self { $(Code::$Code => $source.is_empty()),* }
            }

            /// The texts of all codes, then their sources, one a line: in the Wasm a table of strings would take more room
            /// than the strings, and JavaScript asks for them once.
            #[cfg(feature = "wasm")]
            pub const LISTED: &'static str = concat!($($text, "\n",)* $($source, "\n"),*);
        }

        /// What is said: one sentence form of a code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum MessageId { $($( #[allow(missing_docs, reason = "its English stands beside it")] $MessageId, )+)* }

        impl MessageId {
            /// Every sentence form, in the order of the catalogue.
            pub const ALL: &'static [MessageId] = &[$($(MessageId::$MessageId),+),*];

            /// The code that this says.
            pub const fn code(self) -> Code {
                match self { $($( MessageId::$MessageId => Code::$Code, )+)* }
            }

            /// How grave it is.
            pub const fn severity(self) -> Severity {
                match self { $($( MessageId::$MessageId => Severity::$Severity, )+)* }
            }

            /// The English template.
            #[cfg(not(feature = "wasm"))]
            pub(super) fn english(self) -> &'static str {
                [$($($english),+),+].get(self as usize).copied().unwrap_or_default()
            }
        }
    };
}

catalogue! {
    // Text and shape
    /// Not JSON, or broken UTF-8; nothing else can be said.
    JsonSyntax "json.syntax" Documented "RFC 8259" {
        SyntaxEmpty Error "the text is empty; send a JSON object";
        SyntaxCut Error "the text ends too early; {0} is still to come";
        SyntaxUnexpected Error "expected {0}, found {1}";
        SyntaxAfter Error "the payload is complete, but {0} follows; remove what comes after it";
        SyntaxControl Error "a string holds a raw control character; write it as an escape such as `\\n`";
        SyntaxEscape Error "{0} is no JSON escape; write `\\\\` for a backslash";
        SyntaxUtf8 Error "the bytes are not UTF-8; encode the text as UTF-8";
        SyntaxBom Error "the text begins with a byte order mark; remove it";
    }
    /// Nested deeper than the limit; what is inside is not read.
    JsonTooDeep "json.too-deep" Own "limit of bijak, option maxDepth" {
        TooDeep Error "nested deeper than {0} levels; flatten it or raise the option `maxDepth`";
    }
    /// Larger than the limit; it is not read at all.
    JsonTooLarge "json.too-large" Own "limit of bijak, option maxBytes" {
        TooManyBytes Error "the payload has {0} bytes, more than the limit of {1}; split it or raise the option `maxBytes`";
    }
    /// A documented object has a key twice; which one counts is not defined.
    JsonDuplicateKey "json.duplicate-key" Documented "RFC 8259, section 4" {
        DuplicateKey Error "{0} stands here a second time; keep one, receivers differ in which they take";
    }
    /// A required field is absent.
    FieldMissing "field.missing" Documented "" {
        Missing Error "{0} is missing; it is required";
        MissingAdvised Warning "{0} is missing; the page does not show whether it is required, most likely it is";
        MissingPlaces Error "interState is missing; give supplierState (or supplierGstin) and placeOfSupply";
        MissingHeads Error "what tells CGST and SGST from IGST is missing; give supplierDetails.gstin or stateCode, and buyerDetails.placeOfSupply";
        MissingRandom Error "objectId is missing; give it, or 32 random letters or digits in `random`";
        MissingStanding Error "current is missing; give the nested invoice as it stands, with objectVersion and statusTransition, in the option `current`";
        MissingForGoods Warning "{0} is missing; the registration portal asks it of goods";
        MissingForExport Warning "{0} is missing; the registration portal asks it of exports";
    }
    /// `null` where only a value is allowed.
    FieldNull "field.null" Documented "" {
        NullRequired Error "{0} is null; it is required, send a value";
        NullAnswered Warning "{0} is null; the page shows a value or nothing there";
        NullOptional Error "{0} is null, which it cannot be; send a value or leave the field out";
    }
    /// Another JSON type than documented.
    FieldType "field.type" Documented "" {
        WrongType Error "{0} must be {1}, found {2}";
        PayloadType Error "the payload must be {0}, found {1}";
    }
    /// `{}` in a nullable field: the placeholder of the API page's example.
    FieldEmptyObject "field.empty-object" Documented "" {
        EmptyObject Error "{0} is `{}`, a placeholder of the API page; send null to clear it, a value to set it, or leave it out to keep it";
    }
    /// Not in the documented shape.
    FieldUnknown "field.unknown" Documented "" {
        Stray Error "{0} is not known here; remove it or check its spelling";
        StrayNear Error "{0} is not known here; did you mean {1}?";
        Unknown Warning "{0} is not a documented field; remove it or check its spelling";
        UnknownNear Warning "{0} is not a documented field; did you mean {1}?";
    }
    /// An empty text where something must stand.
    TextEmpty "text.empty" Documented "" {
        Empty Error "{0} is empty; it is required, give its value";
        EmptyLikely Warning "{0} is empty; give its value, or leave the field out";
    }
    /// Fewer characters than documented.
    TextTooShort "text.too-short" Documented "EnKash pages of Bharat Connect, patterns; e-invoice schema INV-01 v1.1, lengths" {
        TooShort Error "{0} has {1} characters; the API's pattern asks for {2}";
        TooShortLikely Warning "{0} has {1} characters; the API's page gives no bounds, those of the e-invoice schema and like fields are {2}";
    }
    /// More characters than documented.
    TextTooLong "text.too-long" Documented "EnKash pages of Bharat Connect, patterns; e-invoice schema INV-01 v1.1, lengths" {
        TooLong Error "{0} has {1} characters; the API's pattern allows {2}, shorten it";
        TooLongLikely Warning "{0} has {1} characters; the API's page gives no bounds, those of the e-invoice schema and like fields are {2}";
    }
    /// A `"` or `\` in a text that travels to Bharat Connect.
    TextForbiddenCharacter "text.forbidden-character" Documented "EnKash pages of Bharat Connect, patterns; e-invoice schema INV-01 v1.1" {
        Forbidden Error "{0} holds {1}, which no text of Bharat Connect may hold; remove it";
        ForbiddenLikely Warning "{0} holds {1}, which no text of Bharat Connect may hold; remove it if the text travels there";
    }
    /// A control character in a one-line text.
    TextControlCharacter "text.control-character" Own "courtesy of bijak: the API's patterns let it pass" {
        ControlCharacter Warning "{0} holds the control character {1}; remove it";
    }
    /// Leading or trailing white space.
    TextUntrimmed "text.untrimmed" Own "courtesy of bijak" {
        Untrimmed Warning "{0} begins or ends with white space; remove it (normalize does)";
    }
    /// Half of a surrogate pair: no character, and no UTF-8 can carry it.
    TextLoneSurrogate "text.lone-surrogate" Documented "RFC 8259, section 8.2" {
        LoneSurrogate Error "{0} holds half of a surrogate pair, which is no character; remove it";
    }
    /// Not one of the listed words.
    ChoiceUnknown "choice.unknown" Documented "" {
        NotListed Error "{0} cannot be {1}; use one of the documented words";
        NotListedNear Error "{0} cannot be {1}; did you mean {2}?";
        NotSeen Warning "{0} is {1}, which is not among the known words; the page gives no closed list";
        NotSeenNear Warning "{0} is {1}, which is not among the known words; did you mean {2}?";
    }
    /// A fraction where a whole number is documented.
    NumberNotInteger "number.not-integer" Documented "" {
        NotInteger Error "{0} must be a whole number";
    }
    /// A number outside its range.
    NumberOutOfRange "number.out-of-range" Documented "" {
        OutOfRange Error "{0} must lie between {1} and {2}";
    }

    // Amounts
    /// A numeric text where a JSON number is documented.
    AmountAsText "amount.as-text" Documented "" {
        AmountText Error "{0} is a text; send the number without quotes, signs and commas (normalize does)";
    }
    /// Below zero where a sum is meant.
    AmountNegative "amount.negative" Documented "e-invoice schema INV-01 v1.1, ranges" {
        Negative Error "{0} is below zero; send zero or a positive amount";
    }
    /// Finer than 2 decimals; trailing zeros are no precision.
    AmountTooPrecise "amount.too-precise" Documented "e-invoice schema INV-01 v1.1, scales" {
        TooPrecise Error "{0} has more than {1} decimals; round it before sending";
        FloatNoise Error "{0} carries the noise of floating-point arithmetic; send {1} (normalize does)";
    }
    /// Above 99,999,999,999,999.99.
    AmountTooLarge "amount.too-large" Documented "e-invoice schema INV-01 v1.1, ranges" {
        TooLarge Error "{0} is above {1}; check the number of digits";
    }
    /// Below the documented minimum.
    AmountBelowMinimum "amount.below-minimum" Documented "" {
        BelowMinimum Error "{0} is below the minimum of {1}";
    }

    // Dates
    /// Not in the format that this field of this endpoint has.
    DateFormat "date.format" Documented "" {
        DateForm Error "{0} must be written like {1}";
        DateFormUnknown Warning "{0} is in none of the usual forms; the page does not say which, write it like {1}";
    }
    /// No such day or time.
    DateImpossible "date.impossible" Documented "ISO 8601" {
        DateUnreal Error "{0} names a day or time that does not exist";
    }
    /// A time of day where only a date is documented.
    DateTimeUnexpected "date.time-unexpected" Documented "" {
        TimeUnexpected Error "{0} is a date without a time; send {1}";
    }
    /// A zone or offset where none is documented.
    DateZoneUnexpected "date.zone-unexpected" Documented "" {
        ZoneUnexpected Error "{0} is a local time without a zone; send it like {1}";
    }
    /// No zone or offset where one is documented.
    DateZoneMissing "date.zone-missing" Documented "" {
        ZoneMissing Error "{0} lacks its offset from UTC; send it like {1}";
    }
    /// Two dates in the wrong order.
    DateOrder "date.order" Documented "e-invoice validations, period dates" {
        DueBeforeInvoice Error "dueDate {0} is before invoiceDate {1}; correct one of them";
        PeriodBackwards Error "the period ends on {0}, before it begins on {1}; correct one of them";
        PrecedingLater Warning "the preceding invoice of {0} is later than this one of {1}; correct one of the dates";
        MilestoneEarlier Warning "the milestone of {0} is before the invoice of {1}; correct one of the dates";
    }
    /// An invoice date after today.
    DateFuture "date.future" Documented "e-invoice validation 2218" {
        Future Warning "invoiceDate {0} is after today, {1}; the invoice registration portal refuses such dates";
        TsFuture Warning "ts {0} is after today, {1}; the invoice registration portal refuses such dates";
    }

    // Identifiers
    /// No EnKash company id.
    IdSeller "id.seller" Documented "" {
        SellerId Error "{0} must be `CEK` and 7 capital letters or digits";
    }
    /// No EnKash customer id.
    IdCustomer "id.customer" Documented "" {
        CustomerId Error "{0} must be `KC` and 14 capital letters or digits";
    }
    /// No id of a party in Bharat Connect.
    IdB2b "id.b2b" Documented "EnKash pages of Bharat Connect, b2bIds" {
        B2bId Error "{0} must be 1 to 100 characters, none of them `\"` or `\\`";
    }
    /// No id of an invoice or a payment in Bharat Connect.
    IdObject "id.object" Documented "EnKash pages confirmInvoice and payInvoices, objectId" {
        ObjectId Error "{0} must be {1} and 32 letters or digits";
        RandomForm Error "{0} must be 32 letters or digits of randomness; a UUID without its hyphens is just that";
        ObjectIdSeen Warning "{0} is not {1} and 32 letters or digits, the form on the page confirmInvoice; this page shows none";
    }
    /// An object id whose first letters stand in another order.
    IdObjectPrefix "id.object-prefix" Documented "EnKash pages confirmInvoice and payInvoices, objectId" {
        ObjectPrefix Warning "{0} begins with {1}, which the API's pattern lets pass, but {2} is meant; check it";
    }
    /// No id that could name an invoice in a URL.
    IdInvoice "id.invoice" Documented "RFC 3986, section 5.2.4" {
        InvoiceIdDots Error "invoiceId {0} vanishes from a URL's path; give the invoice's own id";
    }
    /// A GSTIN that has not 15 characters.
    GstinLength "gstin.length" Documented "GSTN, format of the GSTIN" {
        GstinCut Error "{0} has {1} characters; a GSTIN has 15";
    }
    /// A GSTIN of no known shape.
    GstinShape "gstin.shape" Documented "GSTN, format of the GSTIN" {
        GstinForm Error "{0} has none of the known GSTIN shapes: state, PAN, registration number, `Z`, check character";
    }
    /// A GSTIN whose first two digits are no state.
    GstinState "gstin.state" Documented "GSTN, state codes" {
        GstinNoState Error "{0} begins with {1}, which is no state code";
    }
    /// A GSTIN whose last character does not fit the others.
    GstinCheckDigit "gstin.check-digit" Documented "GSTN, check character" {
        GstinCheck Error "the last character of {0} should be {1}; one of the 15 is mistyped";
    }
    /// A GSTIN of another kind than the field is for.
    GstinKind "gstin.kind" Documented "e-invoice validation 2195" {
        GstinNotTcs Warning "{0} is no e-commerce operator's GSTIN; one that collects tax at source has `C` as its 14th character";
    }
    /// A PAN whose fourth letter stands for no kind of holder.
    PanHolder "pan.holder" Documented "Income Tax Department, structure of the PAN" {
        PanNoHolder Warning "the PAN inside {0} has {1} as its fourth letter, which stands for no kind of holder; check it";
    }
    /// No state code, or none that can be a place of supply.
    StateUnknown "state.unknown" Documented "e-invoice masters, state codes" {
        NoState Error "{0} is no state code that can stand here; use two digits such as `27`";
    }
    /// No email address.
    EmailShape "email.shape" Documented "EnKash page createCustomer; RFC 5321" {
        EmailForm Error "{0} is no email address; write it like `name@example.in`";
        EmailEmpty Error "{0} is empty; send an address, or leave the field out";
    }
    /// No mobile number.
    MobileShape "mobile.shape" Documented "EnKash page createCustomer, contactNumber" {
        MobileForm Error "{0} is no mobile number; send its ten digits";
        MobileEmpty Error "{0} is empty; send ten digits, or leave the field out";
        PhoneForm Warning "{0} is no phone number as the e-invoice schema has them; send its 6 to 12 digits";
        MobileFirst Warning "{0} does not begin with 6, 7, 8 or 9 as Indian mobile numbers do; check it";
    }
    /// No PIN code.
    PinShape "pin.shape" Documented "e-invoice schema INV-01 v1.1, Pin" {
        PinForm Error "{0} is no PIN code; send six digits, the first of them not 0";
    }
    /// A PIN code of another state than the one beside it.
    PinStateMismatch "pin.state-mismatch" Documented "e-invoice masters, PIN codes (October 2024)" {
        PinState Warning "{0} is not a PIN code of {2} ({1}) by the e-invoice masters; check both";
    }
    /// No HSN or SAC code.
    HsnDigits "hsn.digits" Documented "Notification 78/2020-CT; e-invoice schema INV-01 v1.1, HsnCd" {
        HsnForm Error "{0} is no HSN or SAC code; send 4, 6 or 8 digits, of a service 99 and 2 to 4 more";
    }
    /// A service whose HSN is of goods, or the reverse.
    HsnServiceMismatch "hsn.service-mismatch" Documented "e-invoice validations, IsServc and HsnCd" {
        HsnService Error "isService says service, but {0} does not begin with 99; correct one of them";
        HsnGoods Error "isService says goods, but {0} begins with 99, as services do; correct one of them";
    }
    /// No unit quantity code that is known.
    UnitUnknown "unit.unknown" Documented "e-invoice masters, unit quantity codes" {
        UnitNotKnown Warning "{0} is no known unit quantity code; use one such as `NOS` or `KGS`, or `OTH`";
        UnitNear Warning "{0} is no known unit quantity code; did you mean {1}?";
    }
    /// No IFSC of a bank's branch.
    IfscShape "ifsc.shape" Documented "Reserve Bank of India, form of the IFSC" {
        IfscForm Error "{0} is no IFSC; send four capital letters, `0` and six capital letters or digits";
    }
    /// No UPI address.
    VpaShape "vpa.shape" Inferred "inferred: the form in common use; no text of NPCI was found" {
        VpaForm Warning "{0} is no UPI address; write it like `name@bank`";
    }
    /// No invoice reference number.
    IrnShape "irn.shape" Documented "e-invoice schema INV-01 v1.1, Irn" {
        IrnForm Error "{0} is no IRN; send its 64 hexadecimal digits in small letters";
    }
    /// No number of a vehicle.
    VehicleShape "vehicle.shape" Documented "e-invoice schema INV-01 v1.1, EwbDtls.VehNo" {
        VehicleForm Error "{0} is no vehicle number; send 4 to 20 letters and digits without spaces and hyphens";
    }
    /// No code of a country.
    CountryShape "country.shape" Documented "e-invoice schema INV-01 v1.1, CntCode; ISO 3166-1" {
        CountryForm Warning "{0} is no country code; use two capital letters such as `IN`";
    }
    /// No code of a currency.
    CurrencyShape "currency.shape" Documented "e-invoice schema INV-01 v1.1, ForCur; ISO 4217" {
        CurrencyForm Warning "{0} is no currency code; use three capital letters such as `INR`";
    }
    /// No code of a port.
    PortShape "port.shape" Documented "e-invoice schema INV-01 v1.1, ExpDtls.Port" {
        PortForm Warning "{0} is no port code; use 2 to 10 letters and digits such as `INNSA1`";
    }
    /// An invoice number that rule 46(b) does not allow.
    InvoiceNumberRule46 "invoice-number.rule46" Documented "CGST Rules 2017, rule 46(b)" {
        InvoiceNumberLength Warning "{0} has {1} characters; an invoice number has 1 to 16";
        InvoiceNumberSigns Warning "{0} holds {1}; an invoice number has letters, digits, `-` and `/` only";
    }
    /// An invoice number that the registration portal refuses or changes.
    InvoiceNumberIrp "invoice-number.irp" Documented "e-invoice schema INV-01 v1.1, DocDtls.No" {
        InvoiceNumberStart Warning "{0} begins with {1}; the invoice registration portal refuses a leading `0`, `/` or `-`";
        InvoiceNumberCase Warning "{0} has small letters; the invoice registration portal turns them into capitals";
    }

    // Tax
    /// IGST beside CGST or SGST.
    TaxMixed "tax.mixed" Documented "IGST Act 2017, section 5; CGST Act 2017, section 9" {
        Mixed Error "igst {0} stands beside cgst {1} and sgst {2}; a supply bears IGST (between states) or CGST and SGST (within one), never both";
    }
    /// CGST without SGST or the reverse.
    TaxHalfMissing "tax.half-missing" Documented "CGST Act 2017, section 9" {
        HalfMissing Error "{0} is {1}, but {2} is not there; within a state both are due, in the same amount";
    }
    /// CGST and SGST that are not the same.
    TaxHalvesDiffer "tax.halves-differ" Documented "e-invoice validation 2227" {
        HalvesDiffer Error "cgst {0} and sgst {1} differ; they are the same amount, each rounded on its own from the taxable value";
    }
    /// IGST within a state, or CGST and SGST between states.
    TaxWrongHead "tax.wrong-head" Documented "e-invoice validations 2172, 2174, 2180, 2237" {
        WrongHead Error "the supply goes from state {0} to {1}, which are different: IGST is due; leave out interState or set it to true";
        HeadsBetween Error "CGST {0} and SGST {1} on a supply that leaves the state; IGST is due";
        HeadWithin Error "IGST {0} on a supply within a state; CGST and SGST are due";
    }
    /// A rate that no schedule has.
    TaxRateUnknown "tax.rate-unknown" Documented "e-invoice masters, GST rates; 9/2025-CT(R)" {
        RateNotKnown Error "{0} % is no GST rate; known are {1}";
        RateNotFitting Warning "the tax of {0} on {1} fits no GST rate (nearest: {2} % gives {3}); check it, unless the invoice mixes rates";
        RateAboveAll Warning "the tax of {0} on {1} is more than {2} %, the highest GST rate; check it";
        RateNotFittingCharge Warning "the GST of {0} fits no rate on {2} {1}; at 18 % it is {3}";
    }
    /// A rate that is not in force on the invoice date.
    TaxRateExpired "tax.rate-expired" Documented "CGST rate notifications 9/2025, 14/2025, 19/2025" {
        RateOver Error "the rate of {0} % is not in force on {1}; use the rate of that day";
        RateRare Warning "the rate of {0} % is left to bricks and tiles since 2025-09-22; check the rate for {1}";
        RateSeemsOver Warning "the tax fits {0} %, a rate not in force on {1}; check it, unless the invoice mixes rates";
    }
    /// No tax where one is due.
    TaxMissing "tax.missing" Documented "e-invoice validation 2241" {
        TaxNotThere Error "the rate is {0} % on {1}, but no tax is there; give its heads, or the rate 0";
    }
    /// A tax that is not its rate on its taxable value.
    TaxAmount "tax.amount" Documented "e-invoice validations 2234, 2235, 2266, 2267" {
        HalfAmount Error "{0} is {1}, but half of {2} % on {3} is {4}; correct it, each head is rounded on its own";
        HeadAmount Error "{0} is {1}, but {2} % on {3} is {4}; correct it";
    }
    /// Rates of heads that are not the rate of their item.
    TaxRateSum "tax.rate-sum" Documented "e-invoice schema INV-01 v1.1, GstRt" {
        RateSum Error "rates of {0} % CGST, {1} % SGST and {2} % IGST do not make the item's {3} %; CGST and SGST are half of it, IGST all of it";
    }
    /// A tax on a charge that is not there.
    TaxWithoutCharge "tax.without-charge" Inferred "inferred: surchargeGst is on surcharge, mdrGst on mdr" {
        TaxWithoutCharge Warning "a GST of {0} is told, but no {1}; give the charge or leave its tax out";
    }
    /// A word that does not say which tax, discount or charge a value is.
    ValueKindUnknown "value.kind-unknown" Inferred "inferred: no page lists the words; option words" {
        WordNotKnown Warning "{0} is none of the known words ({1}); its value is not judged, use one of them or the option `words`";
    }
    /// Prices said to include the taxes, and taxes that do not fit that.
    TaxInclusive "tax.inclusive" Inferred "inferred: gstExclusive false means that baseAmount includes the taxes" {
        NotInclusive Warning "gstExclusive is false, but the tax of {0} is not contained in {1} at any GST rate; check it, unless the invoice mixes rates";
    }
    /// A state that is not the one of the GSTIN beside it.
    PartyStateMismatch "party.state-mismatch" Documented "e-invoice validations 2258, 2265" {
        StateMismatch Error "{0} is not {1}, the state in which {2} is registered; correct one of them";
    }
    /// Supplier and buyer with one GSTIN.
    PartySameGstin "party.same-gstin" Documented "e-invoice validation 2211" {
        SameGstin Error "{0} is the supplier's too; give the buyer's own";
    }
    /// A kind of supply that the parties, the place or reverse charge contradict.
    SupplyTypeMismatch "supply.type-mismatch" Documented "e-invoice validations 2162, 2171, 2212, 2229, 2232, 2242, 2248, 2261" {
        ExportRegistered Error "supplyType is {0}, an export: the buyer's gstin is URP";
        ExportPlace Error "supplyType is {0}, an export: the place is 96, other countries";
        PlaceAbroad Error "supplyType is {0}, but the place of supply is 96, abroad; use an export's supplyType or the state";
        Unregistered Error "supplyType is {0}, but the buyer's gstin is URP, unregistered; give the GSTIN";
        ReverseCharge Error "supplyType is {0}, which knows no reverse charge; set reverseChargeTax to N";
    }
    /// No items, or more than the schema takes.
    ItemsCount "items.count" Inferred "inferred from e-invoice validations 2173 and 2228" {
        ItemCount Warning "there are {0} items; the invoice registration portal takes 1 to 1000";
    }
    /// Two items with one serial number.
    ItemsSerial "items.serial" Inferred "inferred from e-invoice validation 2233" {
        SerialTwice Warning "the serial number {0} stands on an item before; give each its own";
    }
    /// A way that the e-way bill system does not take.
    EwayDistance "eway.distance" Documented "e-invoice schema INV-01 v1.1, EwbDtls" {
        TooFar Error "{0} km is more than {1}, the most that an e-way bill takes; check it";
    }
    /// A transport without what its mode needs.
    EwayTransport "eway.transport" Documented "e-invoice validations 2253, 2254" {
        TransportLacks Error "{0} is not there; transport by {1} needs it";
    }

    // Totals
    /// A net amount that the base and the taxes do not give.
    TotalNet "total.net" Inferred "inferred: the page names the parts, not their sum; tds may be deducted or not" {
        NetPlain Error "netAmount is {0}, but base and taxes give {1}; correct the one that is wrong";
        NetOrAfterTds Error "netAmount is {0}, but base and taxes give {1}, or {2} after tds; correct the one that is wrong";
    }
    /// A balance that net, tds and receipts do not give.
    TotalBalance "total.balance" Inferred "inferred: balance = net, with or without tds, less what was received" {
        BalancePlain Error "balanceAmount is {0}, but {1} less {2} received leaves {3}; correct the one that is wrong";
        BalanceOrAfterTds Error "balanceAmount is {0}, but {1} less {2} received leaves {3}, or {4} after tds; correct the one that is wrong";
    }
    /// More received than is payable.
    TotalOverpaid "total.overpaid" Inferred "inferred: no more than the net amount can be received" {
        Overpaid Error "totalReceived {0} is above netAmount {1}; correct one of them";
        PaidBeyond Error "paid {0} is above the total of {1}; correct one of them";
        PaidAboveTotal Warning "amountPaidTillNow {0} is above the invoice, {1}; correct one of them";
    }
    /// A totalAmount that no reading of the amounts gives.
    TotalAmount "total.amount" Inferred "inferred: the page names the parts, not their sum; each may be in it or not" {
        AmountReadings Warning "totalAmount is {0}, which invoiceAmount {1} does not give, with or without taxes, charges, penalty and tds (at most {2}); check it";
    }
    /// A gross amount that is not quantity times price.
    TotalItemGross "total.item-gross" Documented "e-invoice validation 2192, withdrawn for now" {
        ItemGross Warning "totalAmt is {0}, but quantity times unitPrice is {1}; correct the one that is wrong";
    }
    /// A taxable value that is not the gross amount less the discount.
    TotalItemTaxable "total.item-taxable" Documented "e-invoice validation 2193" {
        ItemTaxable Error "assessmentAmount is {0}, but {1} less a discount of {2} is {3}; correct the one that is wrong";
    }
    /// An item's value that is not its taxable value with its taxes and charges.
    TotalItemValue "total.item-value" Documented "e-invoice validation 2194" {
        ItemValue Error "totalItemValue is {0}, but {1} and {2} of taxes and charges make {3}; correct the one that is wrong";
    }
    /// A discount above what it is taken from.
    TotalDiscount "total.discount" Documented "e-invoice validation 2220" {
        DiscountAboveGross Error "the discount of {0} is above {1}; correct one of them";
    }
    /// A taxable value that is not that of the items.
    TotalTaxable "total.taxable" Documented "e-invoice validation 2182" {
        SumOfTaxable Error "assessmentValue is {0}, but the items make {1}; correct the one that is wrong";
    }
    /// A tax that is not that of the items.
    TotalTax "total.tax" Documented "e-invoice validations 2183 to 2188" {
        SumOfTax Error "{0} is {1}, but the items make {2}; correct the one that is wrong";
    }
    /// A total that items, discount, charges and round-off do not give.
    TotalInvoice "total.invoice" Documented "e-invoice validation 2189" {
        SumOfItems Error "totalInvoiceValue is {0}, but items of {1} with charges, round-off and discount of {2} make {3}; correct the one that is wrong";
    }
    /// A round-off beyond what rounding can be.
    TotalRoundOff "total.round-off" Documented "e-invoice schema INV-01 v1.1, RndOffAmt" {
        RoundOffRange Error "a round-off of {0} is beyond 99.99; a charge or a discount has its own kind";
    }
    /// What is paid and what is pending do not make the total.
    TotalDue "total.due" Inferred "inferred: paid and pending make the total" {
        Pending Warning "pendingDueAmount is {0}, but {1} less {2} paid leaves {3}; correct the one that is wrong";
    }
    /// Milestones that do not make what is pending, or the total.
    TotalMilestones "total.milestones" Inferred "inferred: the milestones make what is pending" {
        MilestoneSum Warning "the milestones make {0}, but {1} is pending; correct the one that is wrong";
    }
    /// More asked of a lender than is due.
    TotalFinancing "total.financing" Inferred "inferred: no more than what is due can be financed" {
        FinancingAboveDue Warning "financingRequestAmount {0} is above what is due, {1}; correct one of them";
    }
    /// Tax deducted at source above the base.
    TdsExceedsBase "tds.exceeds-base" Documented "CBDT circular 23/2017: tds is deducted from the amount without GST" {
        TdsAboveBase Error "tds {0} is above the amount without GST, {1}; correct one of them";
    }
    /// Tax deducted at source above a fifth of the base.
    TdsHigh "tds.high" Inferred "inferred: the usual rates end at 20 %" {
        TdsAboveFifth Warning "tds {0} is more than 20 % of {1}; check the rate";
    }
    /// A part received of an invoice that allows no part payment.
    PaymentPartialNotAllowed "payment.partial-not-allowed" Inferred "inferred from the name of partialPaymentAllowed" {
        PartialNotAllowed Warning "{0} of {1} is received, but partialPaymentAllowed is false; allow part payments or correct the amount";
    }

    // Life-cycle
    /// A step that no source and no reading of the states allows.
    StatusTransition "status.transition" Inferred "inferred: pages give actions and states, none the transitions" {
        NoStep Error "nothing leads from {0} to {1}; next may come {2}";
        NoStepDocumented Error "nothing leads from {0} to {1}, and no documented step leaves {0}";
        StepOutOfEnd Error "{0} is an end: nothing leads from it, not even to {1}";
        ActionElsewhere Error "{0} is not possible at {1}; possible are {2}";
        ActionNowhere Error "{0} is not possible at {1}, and neither is another action of this call";
        StepUnlikely Warning "{0} goes from {1} to {2}, which is unusual; next may come {3}";
    }
    /// A step that no page documents.
    StatusUndocumented "status.undocumented" Inferred "inferred from actions and the states' names" {
        StepInferred Warning "the step from {0} to {1} is documented nowhere; it is inferred, check that it is meant";
        StepNotDocumented Error "the step from {0} to {1} is documented nowhere, which the option `lifecycle` asks for";
    }
    /// A step that the other side takes.
    StatusActor "status.actor" Documented "EnKash pages Confirm Invoice, Change Invoice Status and Payment Confirmation" {
        OtherSide Error "the step from {0} to {1} is the {2}'s ({3}), not the {4}'s; use the call of that side";
        OtherSideInferred Warning "the step from {0} to {1} seems to be the {2}'s ({3}), not the {4}'s";
        RejectOnPlatform Error "only a payment off the platform can be rejected; this one is ONPLATFORM";
    }
    /// Statuses that contradict each other or the amounts.
    StatusIncoherent "status.incoherent" Inferred "inferred from the names of the statuses" {
        StatusesApart Warning "{0} is {1} beside {2} {3}; {4} would fit";
        StatusAgainstPaid Warning "invoiceStatus is {0}, but {1} of {2} is paid; {3} would fit";
    }
    /// Another status or invoice than the one that stands.
    StatusOutdated "status.outdated" Own "courtesy of bijak, with the option current" {
        StatusElsewhere Warning "currentStatus is {0}, but the invoice stands at {1}; take the step from there";
        VersionElsewhere Warning "currentVersion is {0}, but the invoice stands at {1}; take the step from there";
        OtherInvoice Warning "{0} is not that of the invoice as it stands, {1}; check which is meant";
    }
    /// An action that leads to another status than is told.
    StatusPayloadMismatch "status.payload-mismatch" Documented "EnKash pages Confirm Invoice and Change Invoice Status" {
        ActionMismatch Error "{0} leads to {1}, but newStatus is {2}; correct one of them";
        ActionMismatchInferred Warning "{0} seems to lead to {1}, but newStatus is {2}; check it";
    }
    /// A version that goes back.
    VersionDecreasing "version.decreasing" Inferred "inferred: versions count up" {
        VersionBack Error "newVersion {0} is below currentVersion {1}; versions do not go back";
    }
    /// A version that is raised where none is made, or is not where one is.
    VersionStep "version.step" Inferred "inferred: an edit raises the version by one, other steps keep it" {
        VersionOfEdit Warning "newVersion is {0} after {1}; an edit raises it by one, to {2}";
        VersionKept Warning "newVersion is {0} after {1}; only an edit raises it, so {2} is expected";
    }

    // Whole payload
    /// A PATCH without a field.
    PatchEmpty "patch.empty" Own "courtesy of bijak" {
        PatchNothing Warning "the payload has no documented field; it changes nothing";
    }
    /// `null` for a field that creation requires.
    PatchClearsRequired "patch.clears-required" Inferred "inferred: createInvoice requires the field" {
        ClearsRequired Warning "null clears {0}, which an invoice needs; send a value or leave the field out";
    }
    /// Every field has its value already.
    PatchNoChange "patch.no-change" Own "courtesy of bijak, with the option current" {
        NoChange Warning "every field has this value already; the call would change nothing";
    }
    /// To be dispatched, and nowhere to send it.
    DispatchNoContact "dispatch.no-contact" Inferred "inferred: a dispatch needs an address" {
        NoContact Warning "dispatchNow is true, but neither emailAddress nor mobileNumber is there; give one, unless the customer's contacts are on record";
    }

    // Building
    /// A field that the builder works out is given as well.
    BuildConflict "build.conflict" Own "contract of build" {
        Conflict Error "{0} is worked out from `{1}`; leave it out, or leave out `{1}`";
    }
    /// An endpoint whose payload is only received.
    BuildNoRequest "build.no-request" Own "contract of build" {
        NoRequest Error "{0} is what the API answers; there is no request to build";
    }
}

impl Serialize for Code {
    /// The code's text; in the Wasm its number, for JavaScript has the texts.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[cfg(feature = "wasm")]
        return serializer.serialize_u32(*self as u32);
        #[cfg(not(feature = "wasm"))]
        serializer.serialize_str(self.as_str())
    }
}

impl std::str::FromStr for Code {
    type Err = super::UnknownNameError;

    /// The code with this text.
    fn from_str(text: &str) -> Result<Code, Self::Err> {
        Code::ALL.iter().copied().find(|code| code.as_str() == text).ok_or(super::UnknownNameError("code"))
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
