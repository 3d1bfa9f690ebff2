//! The codes that a field can raise by its kind, before any rule.

use super::{Decimals, Field, Kind, Presence};
use crate::report::Code;
use crate::value::{DateForm, Quotes, TEXT_RULES, TextRule};

impl Field {
    /// The codes that its value can raise by itself.
    pub fn codes(&self) -> Vec<Code> {
        let mut codes = vec![Code::FieldType];
        match self.presence {
            Presence::Required | Presence::Recommended => codes.extend([Code::FieldMissing, Code::FieldNull]),
            Presence::Optional | Presence::Response => codes.push(Code::FieldNull),
            Presence::Nullable => codes.push(Code::FieldEmptyObject),
        }
        self.kind.add_codes(&mut codes);
        codes
    }
}

impl Kind {
    fn add_codes(&self, codes: &mut Vec<Code>) {
        const NUMBER: &[Code] = &[Code::AmountAsText, Code::AmountNegative, Code::AmountTooPrecise, Code::AmountTooLarge];
        match self {
            Kind::Text(rule) => text_codes(rule, codes),
            Kind::Choice(_) => codes.extend([Code::ChoiceUnknown, Code::TextLoneSurrogate]),
            Kind::Amount(rule) => {
                codes.extend_from_slice(NUMBER);
                if rule.minimum.is_some() {
                    codes.push(Code::AmountBelowMinimum);
                }
            }
            Kind::Decimal(Decimals::Rate) => codes.push(Code::TaxRateUnknown),
            Kind::Decimal(_) => codes.extend_from_slice(NUMBER),
            Kind::Int(_) => codes.extend([Code::NumberNotInteger, Code::NumberOutOfRange]),
            Kind::Date(form) => {
                codes.extend([Code::DateFormat, Code::DateImpossible, Code::TextLoneSurrogate]);
                match form {
                    DateForm::Day => codes.push(Code::DateTimeUnexpected),
                    DateForm::LocalTime => codes.push(Code::DateZoneUnexpected),
                    DateForm::Instant => codes.push(Code::DateZoneMissing),
                    DateForm::Any | DateForm::Stamp => {}
                }
            }
            Kind::List(element) => element.add_codes(codes),
            Kind::Flag | Kind::Object(_) | Kind::Opaque | Kind::OpaqueObject => {}
        }
    }
}

fn text_codes(rule: &TextRule, codes: &mut Vec<Code>) {
    codes.extend([Code::TextLoneSurrogate, Code::TextControlCharacter, Code::TextUntrimmed]);
    if rule.length.0 > 0 {
        codes.extend([Code::TextEmpty, Code::TextTooShort]);
    }
    if rule.length.1 < u32::MAX {
        codes.push(Code::TextTooLong);
    }
    if rule.quotes != Quotes::Free {
        codes.push(Code::TextForbiddenCharacter);
    }
    let name = TEXT_RULES.iter().find(|(_, known)| std::ptr::eq(*known, rule)).map_or("", |(name, _)| *name);
    codes.extend_from_slice(codes_of(name));
}

/// The codes of a rule of strings by its name, besides those that every string can raise.
fn codes_of(name: &str) -> &'static [Code] {
    const GSTIN: &[Code] =
        &[Code::TextEmpty, Code::GstinLength, Code::GstinShape, Code::GstinState, Code::GstinCheckDigit, Code::PanHolder];
    match name {
        "B2B_ID" => &[Code::IdB2b],
        "COUNTRY" => &[Code::CountryShape],
        "CURRENCY" => &[Code::CurrencyShape],
        "CUSTOMER_ID" => &[Code::IdCustomer],
        "EMAIL" => &[Code::EmailShape],
        "GSTIN" | "GSTIN_OR_URP" | "TRANSPORTER" => GSTIN,
        "TCS_GSTIN" => &[
            Code::TextEmpty,
            Code::GstinLength,
            Code::GstinShape,
            Code::GstinState,
            Code::GstinCheckDigit,
            Code::GstinKind,
            Code::PanHolder,
        ],
        "HSN" => &[Code::HsnDigits],
        "IFSC" => &[Code::IfscShape],
        "INVOICE_NUMBER" => &[Code::InvoiceNumberRule46, Code::InvoiceNumberIrp],
        "SUPPLIER_NUMBER" => &[Code::InvoiceNumberRule46, Code::InvoiceNumberIrp, Code::TextForbiddenCharacter],
        "IRN" => &[Code::IrnShape],
        "MOBILE" | "PHONE" => &[Code::MobileShape],
        "OBJECT_ID_INVOICE" | "OBJECT_ID_PAYMENT" => &[Code::IdObject, Code::IdObjectPrefix],
        "OBJECT_ID_SEEN" => &[Code::IdObject, Code::IdObjectPrefix, Code::TextEmpty],
        "PIN_CODE" => &[Code::PinShape],
        "PORT" => &[Code::PortShape],
        "SELLER_ID" => &[Code::IdSeller],
        "STATE" | "STATE_OR_ABROAD" | "PLACE_OF_SUPPLY" => &[Code::StateUnknown],
        "UNIT" => &[Code::UnitUnknown],
        "VEHICLE" => &[Code::VehicleShape],
        "VPA" => &[Code::VpaShape],
        _ => &[],
    }
}
