//! The catalogue: every code, what it means, what it rests on and what it says.
//!
//! A code has one meaning and is never reused. The same word is the text of the
//! Rust variant, the TypeScript literal, the anchor in the docs and the tag of the
//! fixtures. The English of a code stands right under it; `{0}`, `{1}` are filled in.

use crate::term::{Group, TermId, of};
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
#[non_exhaustive]
pub enum Evidence {
    /// An API page, a law or a published specification says so.
    Documented,
    /// Read between the lines of such a source.
    Inferred,
    /// A limit or a courtesy of this library.
    Own,
}

/// A published work that a rule rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[non_exhaustive]
pub struct SourceLink {
    /// Its name, as the source of the rule has it.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub title: &'static str,
    /// Its address.
    #[cfg_attr(feature = "types", tsify(type = "string"))]
    pub url: &'static str,
}

/// A term that a message names.
pub(crate) struct NamedTerm {
    /// The term.
    pub(crate) term: TermId,
    /// How templates write it: `{Taxable}`. Where a payload has no field for it, messages say this.
    pub(crate) name: &'static str,
}

macro_rules! catalogue {
    ($(
        $(#[doc = $meaning:literal])+
        $Code:ident $text:literal $Evidence:ident $source:literal {
            $( $MessageId:ident $Severity:ident $([ $($Group:ident $Term:ident),+ ])? $english:literal; )+
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

            /// Where the fact behind it stands; empty where the API documentation of the endpoint says so.
            pub fn source(self) -> &'static str {
                [$($source),+].get(self as usize).copied().unwrap_or_default()
            }

            /// Whether the API documentation of the endpoint is its source.
            pub const fn is_of_page(self) -> bool {
                match self { $(Code::$Code => $source.is_empty()),* }
            }

            /// The texts of all codes, then their sources, one a line: in the Wasm a table of strings would take more room
            /// than the strings, and JavaScript asks for them once.
            #[doc(hidden)]
            pub const LISTED: &'static str = concat!($($text, "\n",)* $($source, "\n"),*);
        }

        /// What is said: one sentence form of a code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum MessageId { $($( #[allow(missing_docs, reason = "its English follows it")] $MessageId, )+)* }

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

            /// The terms whose names in the payload at hand the template contains, as `{Taxable}`.
            pub(crate) const fn terms(self) -> &'static [NamedTerm] {
                match self {
                    $($( $(MessageId::$MessageId => const { &[$( NamedTerm {
                        term: TermId::of(Group::$Group, of::$Group::$Term as u8),
                        name: stringify!($Term),
                    } ),+] },)? )+)*
                    _ => &[],
                }
            }

            /// How many places the template has besides the names of terms.
            pub(super) fn places(self) -> usize {
                let places = self.english().split('{').skip(1).filter_map(|place| place.split_once('}')?.0.parse::<usize>().ok());
                places.max().map_or(0, |highest| highest + 1)
            }

            /// The English template.
            pub(super) fn english(self) -> &'static str {
                [$($($english),+),+].get(self as usize).copied().unwrap_or_default()
            }
        }
    };
}

catalogue! {
    // Text and shape
    /// Not valid JSON, or not valid UTF-8; nothing else can be checked.
    JsonSyntax "json.syntax" Documented "RFC 8259" {
        SyntaxEmpty Error "the payload is empty; send a JSON object";
        SyntaxCut Error "the payload ends where {0} is expected; send all of it";
        SyntaxUnexpected Error "expected {0}, found {1}";
        SyntaxAfter Error "unexpected {0} after the end of the payload; remove everything after it";
        SyntaxControl Error "a string contains an unescaped control character; escape it, for example as `\\n`";
        SyntaxEscape Error "{0} is not a valid JSON escape; write `\\\\` for a backslash, or four hex digits after `\\u`";
        SyntaxUtf8 Error "the payload is not valid UTF-8; encode it as UTF-8";
        SyntaxBom Error "the payload starts with a byte order mark (BOM); remove it";
    }
    /// Nested deeper than the limit; what is inside is not read.
    JsonTooDeep "json.too-deep" Own "limit of bijak, option maxDepth" {
        TooDeep Error "the payload is nested deeper than {0} levels; flatten it or raise the option `maxDepth`";
    }
    /// Larger than the limit; it is not read at all.
    JsonTooLarge "json.too-large" Own "limit of bijak, option maxBytes" {
        TooManyBytes Error "the payload is {0} bytes, over the limit of {1}; make it smaller or raise the option `maxBytes`";
    }
    /// A key that appears twice in a documented object; which one counts is not defined.
    JsonDuplicateKey "json.duplicate-key" Documented "RFC 8259, section 4" {
        DuplicateKey Error "{0} appears more than once in this object; keep one, because receivers differ in which one they use";
    }
    /// A required field is missing.
    FieldMissing "field.missing" Documented "" {
        Missing Error "{0} is missing; it is required";
        MissingAdvised Warning "{0} is missing; the API documentation does not say whether it is required, but it probably is, so add it";
        MissingPlaces Error "interState is missing and cannot be derived; set it, or give supplierState (or supplierGstin) and placeOfSupply";
        MissingHeads Error "it is not known whether CGST and SGST or IGST apply; give supplierDetails.gstin (or supplierDetails.stateCode) and buyerDetails.placeOfSupply";
        MissingRandom Error "objectId is missing; give it, or set `random` to 32 random letters or digits";
        MissingStanding Error "the option `current` is missing; set it to the stored invoice, with its objectVersion and statusTransition";
        MissingForGoods Warning "{0} is missing; the invoice registration portal (IRP) requires it for goods";
        MissingForExport Warning "{0} is missing; the invoice registration portal (IRP) requires it for exports";
    }
    /// `null` where only a value is allowed.
    FieldNull "field.null" Documented "" {
        NullRequired Error "{0} is null, but it is required; send a value";
        NullAnswered Warning "{0} is null; the API documentation shows a value here or no field at all, so check the response";
        NullOptional Error "{0} must not be null; send a value or leave the field out";
    }
    /// A JSON type other than the documented one.
    FieldType "field.type" Documented "" {
        WrongType Error "{0} must be {1}, found {2}";
        PayloadType Error "the payload must be {0}, found {1}";
    }
    /// `{}` in a nullable field: the placeholder in the example of the API documentation.
    FieldEmptyObject "field.empty-object" Documented "" {
        EmptyObject Error "{0} is `{}`, a placeholder in the API documentation; send null to clear the field, a value to set it, or leave the field out to keep its value";
    }
    /// A field that is not documented for this object.
    FieldUnknown "field.unknown" Documented "" {
        Stray Error "unknown field or option {0}; remove it or check its spelling";
        StrayNear Error "unknown field or option {0}; did you mean {1}?";
        Unknown Warning "{0} is not a documented field; remove it or check its spelling";
        UnknownNear Warning "{0} is not a documented field; did you mean {1}?";
    }
    /// An empty string where a value is needed.
    TextEmpty "text.empty" Documented "" {
        Empty Error "{0} is empty, but it is required; send a value";
        EmptyLikely Warning "{0} is empty; send a value or leave the field out";
    }
    /// Fewer characters than documented.
    TextTooShort "text.too-short" Documented "EnKash pages of Bharat Connect, patterns; e-invoice schema INV-01 v1.1, lengths" {
        TooShort Error "{0} has {1} characters; the API requires {2}, so check that it is complete";
        TooShortLikely Warning "{0} has {1} characters; the API documentation gives no limits, but the e-invoice schema and similar fields require {2}, so check it";
    }
    /// More characters than documented.
    TextTooLong "text.too-long" Documented "EnKash pages of Bharat Connect, patterns; e-invoice schema INV-01 v1.1, lengths" {
        TooLong Error "{0} has {1} characters; the API allows {2}, so shorten it";
        TooLongLikely Warning "{0} has {1} characters; the API documentation gives no limits, but the e-invoice schema and similar fields allow {2}, so shorten it";
    }
    /// A `"` or `\` in a string that is sent to Bharat Connect.
    TextForbiddenCharacter "text.forbidden-character" Documented "EnKash pages of Bharat Connect, patterns; e-invoice schema INV-01 v1.1" {
        Forbidden Error "{0} contains {1}, which Bharat Connect does not allow in text; remove it";
        ForbiddenLikely Warning "{0} contains {1}, which Bharat Connect does not allow in text; remove it if this text is sent there";
    }
    /// A control character in a string of one line.
    TextControlCharacter "text.control-character" Own "courtesy of bijak: the API's patterns allow it" {
        ControlCharacter Warning "{0} contains the control character {1}; remove it";
    }
    /// Leading or trailing whitespace.
    TextUntrimmed "text.untrimmed" Own "courtesy of bijak" {
        Untrimmed Warning "{0} starts or ends with whitespace; remove it (`normalize` does this)";
    }
    /// Half of a surrogate pair: not a valid character, and not possible in UTF-8.
    TextLoneSurrogate "text.lone-surrogate" Documented "RFC 8259, section 8.2" {
        LoneSurrogate Error "{0} contains half of a surrogate pair, which is not a valid character; remove it";
    }
    /// Not one of the listed values.
    ChoiceUnknown "choice.unknown" Documented "" {
        NotListed Error "{0} does not accept {1}; use one of {2}";
        NotListedNear Error "{0} does not accept {1}; did you mean {2}?";
        NotSeen Warning "{0} is {1}, which is not a known value ({2}); the API documentation has no complete list, so check it";
        NotSeenNear Warning "{0} is {1}, which is not a known value; did you mean {2}?";
    }
    /// A fraction where a whole number is documented.
    NumberNotInteger "number.not-integer" Documented "" {
        NotInteger Error "{0} must be a whole number; send it without decimals";
    }
    /// A number outside its range.
    NumberOutOfRange "number.out-of-range" Documented "" {
        OutOfRange Error "{0} must be between {1} and {2}";
    }

    // Amounts
    /// A numeric string where a JSON number is documented.
    AmountAsText "amount.as-text" Documented "" {
        AmountText Error "{0} is a string; send a plain number, without quotes, currency signs or commas (`normalize` does this)";
    }
    /// A negative amount where only zero or more is allowed.
    AmountNegative "amount.negative" Documented "e-invoice schema INV-01 v1.1, ranges" {
        Negative Error "{0} is negative; send zero or a positive amount, and give a reduction as a discount where the payload has one";
    }
    /// More decimal places than documented; trailing zeros do not count.
    AmountTooPrecise "amount.too-precise" Documented "e-invoice schema INV-01 v1.1, scales" {
        TooPrecise Error "{0} has more than {1} decimal places; round it before sending";
        FloatNoise Error "{0} has a floating-point rounding error; send {1} (`normalize` does this)";
    }
    /// More than 99,999,999,999,999.99.
    AmountTooLarge "amount.too-large" Documented "e-invoice schema INV-01 v1.1, ranges" {
        TooLarge Error "{0} is more than the maximum of {1}; check the number of digits";
    }
    /// Less than the documented minimum.
    AmountBelowMinimum "amount.below-minimum" Documented "" {
        BelowMinimum Error "{0} is below the minimum; send at least {1}";
    }

    // Dates
    /// Not in the date format of this field.
    DateFormat "date.format" Documented "" {
        DateForm Error "{0} is not in the expected format; write it like {1}";
        DateFormUnknown Warning "{0} is not in a common date format; the API documentation does not name one, so write it like {1}";
    }
    /// A day or time that does not exist.
    DateImpossible "date.impossible" Documented "ISO 8601" {
        DateUnreal Error "{0} is not a real date or time; correct it";
    }
    /// A time of day where only a date is documented.
    DateTimeUnexpected "date.time-unexpected" Documented "" {
        TimeUnexpected Error "{0} must be a date without a time; send {1}";
    }
    /// A time zone or UTC offset where none is documented.
    DateZoneUnexpected "date.zone-unexpected" Documented "" {
        ZoneUnexpected Error "{0} must not have a time zone; send Indian time, like {1}";
    }
    /// No UTC offset where one is documented.
    DateZoneMissing "date.zone-missing" Documented "" {
        ZoneMissing Error "{0} has no UTC offset; send it like {1}";
    }

    // Identifiers
    /// Not a valid EnKash company id.
    IdSeller "id.seller" Documented "" {
        SellerId Error "{0} must be `CEK` followed by 7 capital letters or digits";
    }
    /// Not a valid EnKash customer id.
    IdCustomer "id.customer" Documented "" {
        CustomerId Error "{0} must be `KC` followed by 14 capital letters or digits";
    }
    /// Not a valid id of a party in Bharat Connect.
    IdB2b "id.b2b" Documented "EnKash pages of Bharat Connect, b2bIds" {
        B2bId Error "{0} must be 1 to 100 characters long and must not contain `\"` or `\\`";
    }
    /// Not a valid id of an invoice or a payment in Bharat Connect.
    IdObject "id.object" Documented "EnKash pages confirmInvoice and payInvoices, objectId" {
        ObjectId Error "{0} must be {1} followed by 32 letters or digits";
        RandomForm Error "{0} must be 32 random letters or digits, such as a UUID without hyphens";
        ObjectIdSeen Warning "{0} is not {1} followed by 32 letters or digits, as documented for confirmInvoice; the documentation of this call shows no form, so check it";
    }
    /// An object id whose first letters are in another order.
    IdObjectPrefix "id.object-prefix" Documented "EnKash pages confirmInvoice and payInvoices, objectId" {
        ObjectPrefix Warning "{0} begins with {1}; the API accepts this, but it should be {2}, so check it";
    }
    /// Not an id that can name an invoice in a URL.
    IdInvoice "id.invoice" Documented "RFC 3986, section 5.2.4" {
        InvoiceIdDots Error "invoiceId {0} disappears from the URL path; send the id of the invoice";
    }
    /// A GSTIN that does not have 15 characters.
    GstinLength "gstin.length" Documented "GSTN, format of the GSTIN" {
        GstinCut Error "{0} has {1} characters, but a GSTIN has 15; check it for missing or extra characters";
    }
    /// A GSTIN that does not have the form of one.
    GstinShape "gstin.shape" Documented "GSTN, format of the GSTIN" {
        GstinForm Error "{0} does not have the form of a GSTIN: state code, PAN, registration number, `Z` and check character, in capitals; correct it";
    }
    /// A GSTIN whose first two digits are not a state code.
    GstinState "gstin.state" Documented "GSTN, state codes" {
        GstinNoState Error "{0} begins with {1}, which is not a state code; correct the first two digits";
    }
    /// A GSTIN whose last character does not match the others.
    GstinCheckDigit "gstin.check-digit" Documented "GSTN, check character" {
        GstinCheck Error "the last character of {0} does not match the rest (it would be {1}); one of the 15 is mistyped, so check them all";
    }
    /// A GSTIN of another kind than the field requires.
    GstinKind "gstin.kind" Documented "e-invoice validation 2195" {
        GstinNotTcs Warning "{0} is not the GSTIN of an e-commerce operator; one that collects tax at source (TCS) has `C` as its 14th character, so check it";
    }
    /// A PAN whose fourth letter is not a valid holder type.
    PanHolder "pan.holder" Documented "Income Tax Department, structure of the PAN" {
        PanNoHolder Warning "the PAN inside {0} has {1} as its fourth letter, which is not a valid holder type; check it";
    }
    /// Not a valid state code, or not valid as a place of supply.
    StateUnknown "state.unknown" Documented "e-invoice masters, state codes" {
        NoState Error "{0} is not a state code that is valid here; use the two-digit GST code of an Indian state, such as `27` for Maharashtra";
    }
    /// Not a valid email address.
    EmailShape "email.shape" Documented "EnKash page createCustomer; RFC 5321" {
        EmailForm Error "{0} is not a valid email address; write it like `name@example.in`";
        EmailEmpty Error "{0} is empty; send an email address or leave the field out";
    }
    /// Not a valid mobile number.
    MobileShape "mobile.shape" Documented "EnKash page createCustomer, contactNumber" {
        MobileForm Error "{0} is not in the expected format; send the ten digits of the mobile number without spaces";
        MobileEmpty Error "{0} is empty; send ten digits or leave the field out";
        PhoneForm Warning "{0} is not a phone number that the e-invoice schema accepts; send 6 to 12 digits";
        MobileFirst Warning "{0} does not begin with 6, 7, 8 or 9 as Indian mobile numbers do; check it";
    }
    /// Not a valid PIN code.
    PinShape "pin.shape" Documented "e-invoice schema INV-01 v1.1, Pin" {
        PinForm Error "{0} is not a PIN code; send six digits that do not start with 0 (999999 for a foreign address)";
    }
    /// Not a valid HSN or SAC code.
    HsnDigits "hsn.digits" Documented "Notification 78/2020-CT; e-invoice schema INV-01 v1.1, HsnCd" {
        HsnForm Error "{0} is not an HSN or SAC code; send 4, 6 or 8 digits, or for a service 99 followed by 2 to 4 digits";
    }
    /// Not a known unit code (UQC).
    UnitUnknown "unit.unknown" Documented "e-invoice masters, unit quantity codes" {
        UnitNotKnown Warning "{0} is not a known unit code (UQC); use one such as `NOS` or `KGS`, or `OTH` if none matches";
        UnitNear Warning "{0} is not a known unit code (UQC); did you mean {1}?";
    }
    /// Not a valid IFSC.
    IfscShape "ifsc.shape" Documented "Reserve Bank of India, form of the IFSC" {
        IfscForm Error "{0} is not an IFSC; send four capital letters, then `0`, then six capital letters or digits";
    }
    /// Not a valid UPI ID.
    VpaShape "vpa.shape" Inferred "inferred: the form in common use; no specification by NPCI was found" {
        VpaForm Warning "{0} is not a UPI ID; write it like `name@bank`";
    }
    /// Not a valid invoice reference number (IRN).
    IrnShape "irn.shape" Documented "e-invoice schema INV-01 v1.1, Irn" {
        IrnForm Error "{0} is not an IRN; send all 64 characters, only 0-9 and lowercase a-f";
    }
    /// Not a valid vehicle number.
    VehicleShape "vehicle.shape" Documented "e-invoice schema INV-01 v1.1, EwbDtls.VehNo" {
        VehicleForm Error "{0} is not a vehicle number; send 4 to 20 letters and digits, without spaces or hyphens";
    }
    /// Not a valid country code.
    CountryShape "country.shape" Documented "e-invoice schema INV-01 v1.1, CntCode; ISO 3166-1" {
        CountryForm Warning "{0} is not a country code; use two capital letters, such as `US`";
    }
    /// Not a valid currency code.
    CurrencyShape "currency.shape" Documented "e-invoice schema INV-01 v1.1, ForCur; ISO 4217" {
        CurrencyForm Warning "{0} is not a currency code; use three capital letters, such as `USD`";
    }
    /// Not a valid port code.
    PortShape "port.shape" Documented "e-invoice schema INV-01 v1.1, ExpDtls.Port" {
        PortForm Warning "{0} is not a port code; use 2 to 10 letters and digits, such as `INNSA1`";
    }
    /// An invoice number that rule 46(b) does not allow.
    InvoiceNumberRule46 "invoice-number.rule46" Documented "CGST Rules 2017, rule 46(b)" {
        InvoiceNumberLength Warning "{0} has {1} characters; an invoice number must have 1 to 16";
        InvoiceNumberSigns Warning "{0} contains {1}; an invoice number may contain only letters, digits, `-` and `/`";
    }
    /// An invoice number that the invoice registration portal (IRP) rejects or changes.
    InvoiceNumberIrp "invoice-number.irp" Documented "e-invoice schema INV-01 v1.1, DocDtls.No" {
        InvoiceNumberStart Warning "{0} begins with {1}; the invoice registration portal (IRP) rejects numbers that begin with `0`, `/` or `-`, so change it";
        InvoiceNumberCase Warning "{0} has lowercase letters; write capitals, because the invoice registration portal (IRP) changes them to capitals";
    }

    // Building
    /// A field that the builder calculates is given as well.
    BuildConflict "build.conflict" Own "contract of build" {
        Conflict Error "{0} is calculated from `{1}`; leave out {0} or `{1}`";
    }
    /// An endpoint whose payload is only received, never sent.
    BuildNoRequest "build.no-request" Own "contract of build" {
        NoRequest Error "{0} is an API response; there is no request to build";
    }

    // Written by `cargo xtask codegen` from `src/rule`.
    /// An unknown type of tax, discount or charge.
    ValueKindUnknown "value.kind-unknown" Inferred "inferred: the API documentation does not list the types; option words" {
        WordNotKnown Warning "{0} is not one of the known types ({1}), so its amount was not checked; use one of them or set the option `words`";
    }
    /// A version that goes down.
    VersionDecreasing "version.decreasing" Inferred "inferred: versions count up" {
        VersionBack Error [Version New, Version Current] "{New} {0} is lower than {Current} {1}; a version never goes down, so correct it";
    }
    /// A version that is raised without an edit, or not raised by one.
    VersionStep "version.step" Inferred "inferred: an edit raises the version by one, other changes keep it" {
        VersionOfEdit Warning [Version New, Version Current] "{New} is {0} and {Current} is {1}; an edit raises the version by one, so send {2}";
        VersionKept Warning [Version New, Version Current] "{New} is {0} and {Current} is {1}; only an edit raises the version, so send {2}";
    }
    /// A PIN code of another state than the one given with it.
    PinStateMismatch "pin.state-mismatch" Documented "e-invoice masters, PIN codes (October 2024)" {
        PinState Warning "{0} is not a PIN code of {2} ({1}) in the e-invoice master list; check the PIN code and the state";
    }
    /// A state that is not the state of the GSTIN given with it.
    PartyStateMismatch "party.state-mismatch" Documented "e-invoice validations 2258, 2265" {
        StateMismatch Error "the state is given as {0}, but {2} is registered in state {1}; correct one of them";
    }
    /// Supplier and buyer with the same GSTIN.
    PartySameGstin "party.same-gstin" Documented "e-invoice validation 2211" {
        SameGstin Error "{0} is also the supplier's GSTIN; give the buyer's GSTIN";
    }
    /// A supply type that contradicts the parties, the place of supply or the reverse charge.
    SupplyTypeMismatch "supply.type-mismatch" Documented "e-invoice validations 2162, 2171, 2212, 2229, 2232, 2242, 2248, 2261" {
        ExportRegistered Error [Supply Kind, Buyer Gstin] "{Kind} {0} is an export; set the buyer's {Gstin} to URP, or correct {Kind}";
        ExportPlace Error [Supply Kind, Buyer State, Buyer PlaceOfSupply] "{Kind} {0} is an export; set the buyer's {State} and {PlaceOfSupply} to 96 (other countries)";
        PlaceAbroad Error [Supply Kind, Buyer PlaceOfSupply] "{Kind} is {0}, but {PlaceOfSupply} is 96 (other countries); use an export {Kind} (EXPWP, EXPWOP) or the code of the state";
        Unregistered Error [Supply Kind, Buyer Gstin] "{Kind} is {0}, but the buyer's {Gstin} is URP (unregistered); give the buyer's GSTIN, which this {Kind} requires";
        ReverseCharge Error [Supply Kind, Supply ReverseCharge] "{Kind} {0} does not allow reverse charge; set {ReverseCharge} to N";
    }
    /// A service with an HSN code of goods, or goods with a code of services.
    HsnServiceMismatch "hsn.service-mismatch" Documented "e-invoice validations, IsServc and HsnCd" {
        HsnService Error [Item IsService] "{IsService} marks this as a service, but {0} does not begin with 99; correct one of them";
        HsnGoods Error [Item IsService] "{IsService} marks this as goods, but {0} begins with 99, which is for services; correct one of them";
    }
    /// Two items with the same serial number.
    ItemsSerial "items.serial" Inferred "inferred from e-invoice validation 2233" {
        SerialTwice Warning "the serial number {0} is already used by an earlier item; give each item its own";
    }
    /// Two dates in the wrong order.
    DateOrder "date.order" Documented "e-invoice validations, period dates" {
        DueBeforeInvoice Error [Receivable DueDate, Receivable InvoiceDate] "{DueDate} {0} is before {InvoiceDate} {1}; correct one of them";
        PeriodBackwards Error "the billing period ends on {0}, before it starts on {1}; correct one of the dates";
        PrecedingLater Warning "the preceding invoice is dated {0}, after this invoice, {1}; correct one of the dates";
        MilestoneEarlier Warning "the payment milestone date {0} is before the invoice date {1}; correct one of the dates, or ignore this if it was an advance";
    }
    /// An invoice date after today.
    DateFuture "date.future" Documented "e-invoice validation 2218" {
        Future Warning "{0} {1} is after today, {2}; the invoice registration portal (IRP) rejects future dates, so check it";
    }
    /// IGST together with CGST or SGST.
    TaxMixed "tax.mixed" Documented "IGST Act 2017, section 5; CGST Act 2017, section 9" {
        Mixed Error "IGST {0} is given together with CGST {1} and SGST {2}; use IGST between states, or CGST and SGST within a state, never both";
    }
    /// CGST without SGST, or SGST without CGST.
    TaxHalfMissing "tax.half-missing" Documented "CGST Act 2017, section 9" {
        HalfMissing Error "{0} is {1}, but {2} is missing or zero; within a state each of the two is half of the tax, so give both";
    }
    /// CGST and SGST that are not equal.
    TaxHalvesDiffer "tax.halves-differ" Documented "e-invoice validation 2227" {
        HalvesDiffer Error "CGST {0} and SGST {1} are not equal; each is half the GST rate on the taxable value, rounded separately, so correct one of them";
    }
    /// IGST within a state, or CGST and SGST between states.
    TaxWrongHead "tax.wrong-head" Documented "e-invoice validations 2172, 2174, 2180, 2237" {
        WrongHead Error "the supply goes from state {0} to state {1}, so IGST applies; leave out interState or set it to true";
        HeadsBetween Error [Supply IgstWithin] "IGST applies to this supply (to another state, an SEZ or abroad, or with {IgstWithin} Y), not CGST {0} and SGST {1}; replace them with IGST";
        HeadWithin Error "this supply is within one state, so CGST and SGST apply, not IGST {0}; replace it with CGST and SGST";
    }
    /// No tax where the rate requires one.
    TaxMissing "tax.missing" Documented "e-invoice validation 2241" {
        TaxNotThere Error "the rate is {0} % on {1}, but there is no tax; add CGST and SGST, or IGST, or set the rate to 0";
    }
    /// A tax that is not the rate on the taxable value.
    TaxAmount "tax.amount" Documented "e-invoice validations 2234, 2235, 2266, 2267" {
        HalfAmount Error "{0} is {1}, but half of {2} % on {3} is {4}; correct it (CGST and SGST are rounded separately)";
        HeadAmount Error "{0} is {1}, but {2} % on {3} is {4}; correct it";
    }
    /// GST on a charge that is missing.
    TaxWithoutCharge "tax.without-charge" Inferred "inferred: surchargeGst is on surcharge, mdrGst on mdr" {
        TaxWithoutCharge Warning "there is a GST of {0}, but no {1}; give the charge or remove its GST";
    }
    /// Not a GST rate, or a tax that matches none.
    TaxRateUnknown "tax.rate-unknown" Documented "e-invoice masters, GST rates; 9/2025-CT(R)" {
        RateNotKnown Error "{0} % is not a GST rate; use one of {1}";
        RateNotFitting Warning "the tax of {0} on {1} matches no GST rate (nearest: {2} % gives {3}); check it, or ignore this if the invoice has several rates";
        RateAboveAll Warning "the tax of {0} on {1} is more than {2} %, the highest GST rate; check it";
        RateNotFittingCharge Warning "the GST of {0} on {2} of {1} matches no GST rate; at 18 % it would be {3}, so check it";
    }
    /// Prices that include the taxes by gstExclusive, with a tax that they cannot include.
    TaxInclusive "tax.inclusive" Inferred "inferred: gstExclusive false means that baseAmount includes the taxes" {
        NotInclusive Warning [Receivable GstExclusive] "{GstExclusive} is false, but {1} cannot include a tax of {0} at any GST rate; check the amounts and {GstExclusive}, or ignore this if the invoice has several rates";
    }
    /// A rate that is not in force on the invoice date.
    TaxRateExpired "tax.rate-expired" Documented "CGST rate notifications 9/2025, 14/2025, 19/2025" {
        RateOver Error "the {0} % rate is not in force on {1}; use the rate in force at the time of supply";
        RateRare Warning "since 2025-09-22 the {0} % rate applies only to bricks and tiles; check the rate for {1}";
        RateSeemsOver Warning "the tax matches {0} %, a rate that is not in force on {1}; check it, or ignore this if the invoice has several rates";
    }
    /// CGST, SGST and IGST rates that do not add up to the rate of the item.
    TaxRateSum "tax.rate-sum" Documented "e-invoice schema INV-01 v1.1, GstRt" {
        RateSum Error "the rates CGST {0} %, SGST {1} % and IGST {2} % do not match the item rate of {3} %; give half of it each for CGST and SGST, or all of it for IGST";
    }
    /// A gross amount that is not the quantity times the unit price.
    TotalItemGross "total.item-gross" Documented "e-invoice validation 2192, withdrawn for now" {
        ItemGross Warning [Item Gross, Item Quantity, Item UnitPrice] "{Gross} is {0}, but {Quantity} times {UnitPrice} is {1}; correct whichever is wrong";
    }
    /// A discount that is more than the amount it is taken from.
    TotalDiscount "total.discount" Documented "e-invoice validation 2220" {
        DiscountAboveGross Error "the discount of {0} is more than {1}, the amount it is taken from; correct one of them";
    }
    /// A taxable value that is not the gross amount minus the discount.
    TotalItemTaxable "total.item-taxable" Documented "e-invoice validation 2193" {
        ItemTaxable Error [Item Taxable, Item Gross] "{Taxable} is {0}, but {Gross} {1} minus a discount of {2} is {3}; correct whichever is wrong";
    }
    /// An item value that is not the taxable value plus taxes and charges.
    TotalItemValue "total.item-value" Documented "e-invoice validation 2194" {
        ItemValue Error [Item Value, Item Taxable] "{Value} is {0}, but {Taxable} {1} plus taxes and charges of {2} is {3}; correct whichever is wrong";
    }
    /// No items, or more than the invoice registration portal (IRP) accepts.
    ItemsCount "items.count" Inferred "inferred from e-invoice validations 2173 and 2228" {
        ItemCount Warning "there are {0} items; send 1 to 1000, the number that the invoice registration portal (IRP) accepts";
    }
    /// A taxable value that is not the sum of the items.
    TotalTaxable "total.taxable" Documented "e-invoice validation 2182" {
        SumOfTaxable Error [Totals Taxable] "{Taxable} is {0}, but the items add up to {1}; correct whichever is wrong";
    }
    /// A tax that is not the sum of the items.
    TotalTax "total.tax" Documented "e-invoice validations 2183 to 2188" {
        SumOfTax Error "{0} is {1}, but the items add up to {2}; correct whichever is wrong";
    }
    /// A round-off outside -99.99 to 99.99.
    TotalRoundOff "total.round-off" Documented "e-invoice schema INV-01 v1.1, RndOffAmt" {
        RoundOffRange Error "the round-off of {0} is outside -99.99 to 99.99; give a charge or a discount under its own type";
    }
    /// A total that does not follow from the items, discount, charges and round-off.
    TotalInvoice "total.invoice" Documented "e-invoice validation 2189" {
        SumOfItems Error [Totals Total] "{Total} is {0}, but the items ({1}) with charges, round-off and discount ({2}) add up to {3}; correct whichever is wrong";
    }
    /// A net amount that does not follow from the base amount and the taxes.
    TotalNet "total.net" Inferred "inferred: the API documentation names the parts, not their sum; TDS may be deducted or not" {
        NetPlain Error [Receivable Net, Receivable Base] "{Net} is {0}, but {Base} and the taxes come to {1}; correct whichever is wrong, or give other amounts that {Net} includes in the option `otherCharges`";
        NetOrAfterTds Error [Receivable Net, Receivable Base] "{Net} is {0}, but {Base} and the taxes come to {1}, or {2} after TDS; correct whichever is wrong, or give other amounts that {Net} includes in the option `otherCharges`";
        NetOfInclusive Error [Receivable Net, Receivable Base, Receivable GstExclusive] "{Net} is {0}, but {GstExclusive} is false, so {Base} includes the taxes and {Net} should be {1} (less TDS, if it is deducted); correct whichever is wrong, or give other amounts that {Net} includes in the option `otherCharges`";
        NetOfEither Error [Receivable Net, Receivable Base] "{Net} is {0}, but {Base} comes to {1} with the taxes, or to {2} if it includes them (less TDS, if it is deducted); correct whichever is wrong, or give other amounts that {Net} includes in the option `otherCharges`";
        NetIsBase Warning [Receivable Net, Receivable Base] "{Net} {0} is {Base} without the taxes of {1}; this is right under reverse charge, or if the prices include the taxes (then set gstExclusive to false), and otherwise {Net} should be {2}";
    }
    /// A balance that does not follow from the net amount, TDS and receipts.
    TotalBalance "total.balance" Inferred "inferred: balance = net, with or without TDS, minus the amount received" {
        BalancePlain Error [Receivable Balance, Receivable Net, Receivable Received] "{Balance} is {0}, but {Net} {1} minus {Received} {2} is {3}; correct whichever is wrong";
        BalanceOrAfterTds Error [Receivable Balance, Receivable Net, Receivable Received] "{Balance} is {0}, but {Net} {1} minus {Received} {2} is {3}, or {4} after TDS; correct whichever is wrong";
    }
    /// More received than the amount payable.
    TotalOverpaid "total.overpaid" Inferred "inferred: no more than the net amount can be received" {
        Overpaid Error [Receivable Received, Receivable Net] "{Received} {0} is more than {Net} {1}; correct one of them";
        PaidBeyond Error "the amount paid, {0}, is more than the total, {1}; correct one of them";
        PaidAboveTotal Warning [Receivable PaidTillNow] "{PaidTillNow} {0} is more than the invoice amount, {1}; correct one of them";
    }
    /// A totalAmount that does not follow from the other amounts, whichever of them it includes.
    TotalAmount "total.amount" Inferred "inferred: the API documentation names the parts, not their sum; each may be included or not" {
        AmountReadings Warning [Receivable TotalAmount, Receivable InvoiceAmount] "{TotalAmount} is {0}, which does not follow from {InvoiceAmount} {1} with or without taxes, charges, penalty and TDS (at most {2}); check it";
    }
    /// Tax deducted at source (TDS) that is more than the amount before GST.
    TdsExceedsBase "tds.exceeds-base" Documented "CBDT circular 23/2017: TDS is deducted from the amount without GST" {
        TdsAboveBase Error [Receivable Tds] "{Tds} {0} is more than the amount before GST, {1}; correct one of them";
    }
    /// Tax deducted at source (TDS) that is more than a fifth of the amount before GST.
    TdsHigh "tds.high" Inferred "inferred: the usual rates end at 20 %" {
        TdsAboveFifth Warning [Receivable Tds] "{Tds} {0} is more than 20 % of {1}; check the rate";
    }
    /// A pending amount that is not the total minus the amount paid.
    TotalDue "total.due" Inferred "inferred: paid and pending add up to the total" {
        Pending Warning [Advance Pending] "{Pending} is {0}, but the total {1} minus {2} paid is {3}; correct whichever is wrong";
    }
    /// Payment milestones that do not add up to the pending amount or the total.
    TotalMilestones "total.milestones" Inferred "inferred: the milestones add up to the pending amount" {
        MilestoneSum Warning "the payment milestones add up to {0}, but the amount due is {1}; correct whichever is wrong";
    }
    /// More financing requested than the amount due.
    TotalFinancing "total.financing" Inferred "inferred: no more than the amount due can be financed" {
        FinancingAboveDue Warning [Financing Requested] "{Requested} {0} is more than the amount due, {1}; correct one of them";
    }
    /// A partial payment of an invoice that does not allow one.
    PaymentPartialNotAllowed "payment.partial-not-allowed" Inferred "inferred from the name of partialPaymentAllowed" {
        PartialNotAllowed Warning [Receivable PartialAllowed, Receivable Received] "only {0} of {1} has been received, but {PartialAllowed} is false; set it to true or correct {Received}";
    }
    /// dispatchNow without an email address or mobile number.
    DispatchNoContact "dispatch.no-contact" Inferred "inferred: a dispatch needs an address" {
        NoContact Warning [Receivable DispatchNow, Receivable Email, Receivable Mobile] "{DispatchNow} is true, but {Email} and {Mobile} are both missing; give one, or ignore this if the customer has contact details on record";
    }
    /// A distance over the e-way bill limit.
    EwayDistance "eway.distance" Documented "e-invoice schema INV-01 v1.1, EwbDtls" {
        TooFar Error "a distance of {0} km is over the e-way bill limit of {1} km; check it";
    }
    /// A field is missing that the mode of transport requires.
    EwayTransport "eway.transport" Documented "e-invoice validations 2253, 2254" {
        TransportLacks Error [Eway Mode] "{0} is missing; it is required for {Mode} {1}";
    }
    /// A change of status that is neither documented nor inferred.
    StatusTransition "status.transition" Inferred "inferred: the API documentation gives actions and states, not the transitions" {
        NoStep Error "the status cannot change from {0} to {1}; it can change to {2}";
        NoStepDocumented Error "the status cannot change from {0} to {1}; the API documentation shows no status after {0}";
        StepOutOfEnd Error "{0} is a final status; it cannot change, not even to {1}";
        ActionElsewhere Error "{0} is not possible in status {1}; possible actions: {2}";
        ActionNowhere Error "{0} is not possible in status {1}, and neither is any other action of this call";
        StepUnlikely Warning "{0} changes from {1} to {2}, which is unusual, so check it; what usually comes next: {3}";
    }
    /// A change of status that is inferred, not documented.
    StatusUndocumented "status.undocumented" Inferred "inferred from actions and the states' names" {
        StepInferred Warning "the change from {0} to {1} is not documented; bijak infers that it is allowed, so check that you mean it";
        StepNotDocumented Error "the change from {0} to {1} is not documented, and the option `lifecycle` allows only documented changes";
    }
    /// A change of status that only the other side can make.
    StatusActor "status.actor" Documented "EnKash pages Confirm Invoice, Change Invoice Status and Payment Confirmation" {
        OtherSide Error "only the {2} can change {0} to {1} ({3}), not the {4}; leave this change to that side";
        OtherSideInferred Warning "it seems that only the {2} can change {0} to {1} ({3}), not the {4}; check it";
        RejectOnPlatform Error "only a payment made off the platform can be rejected; this one is ONPLATFORM, so send ACCEPT";
    }
    /// An action that leads to a status other than newStatus.
    StatusPayloadMismatch "status.payload-mismatch" Documented "EnKash pages Confirm Invoice and Change Invoice Status" {
        ActionMismatch Error [Transition To] "{0} leads to {1}, but {To} is {2}; correct one of them";
        ActionMismatchInferred Warning [Transition To] "{0} probably leads to {1}, but {To} is {2}; check it";
    }
    /// A status, version or invoice id that differs from the stored invoice.
    StatusOutdated "status.outdated" Own "courtesy of bijak, with the option current" {
        StatusElsewhere Warning [Transition From] "{From} is {0}, but the status of the stored invoice is {1}; start from that status";
        VersionElsewhere Warning [Version Current] "{Current} is {0}, but the version of the stored invoice is {1}; start from that version";
        OtherInvoice Warning "{0} differs from the stored invoice, which has {1}; check which invoice is meant";
    }
    /// Statuses that contradict each other or the amounts.
    StatusIncoherent "status.incoherent" Inferred "inferred from the names of the statuses" {
        StatusesApart Warning "{0} is {1}, but {2} is {3}; {4} would match";
        StatusAgainstPaid Warning [Receivable InvoiceStatus] "{InvoiceStatus} is {0}, but {1} of {2} is paid; {3} would match";
    }
    /// A PATCH without a documented field.
    PatchEmpty "patch.empty" Own "courtesy of bijak" {
        PatchNothing Warning "the payload has no documented field, so it changes nothing; add the fields to change";
    }
    /// `null` for a field that creation requires.
    PatchClearsRequired "patch.clears-required" Inferred "inferred: createInvoice requires the field" {
        ClearsRequired Warning "null would clear {0}, which an invoice needs; send a value or leave the field out";
    }
    /// Every field already has the value sent.
    PatchNoChange "patch.no-change" Own "courtesy of bijak, with the option current" {
        NoChange Warning "every field already has the value sent; the call would change nothing";
    }
    // End of what is written by `cargo xtask codegen`.
}

impl Serialize for Code {
    /// The code's text.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
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
