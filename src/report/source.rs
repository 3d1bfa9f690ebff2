//! Where the works that rules rest on are published.
//!
//! The addresses were looked up on 2026-11-29. Nothing in the crate opens them.

use super::{Code, SourceLink};

/// The folder of acts and rules of the Central Board of Indirect Taxes and Customs.
macro_rules! cbic {
    () => {
        "https://taxinformation.cbic.gov.in/content/html/tax_repository/"
    };
}

/// The works by the words that name them in the source of a code.
const WORKS: &[SourceLink] = &[
    work("RFC 8259", "https://www.rfc-editor.org/rfc/rfc8259"),
    work("RFC 3986", "https://www.rfc-editor.org/rfc/rfc3986"),
    work("RFC 5321", "https://www.rfc-editor.org/rfc/rfc5321"),
    work("ISO 8601", "https://www.iso.org/iso-8601-date-and-time-format.html"),
    work("ISO 4217", "https://www.iso.org/iso-4217-currency-codes.html"),
    work("ISO 3166-1", "https://www.iso.org/iso-3166-country-codes.html"),
    // The page of the API that takes the schema has the validations with it; the list of codes has their messages.
    work("e-invoice schema INV-01", "https://einv-apisandbox.nic.in/version1.03/generate-irn.html"),
    work("e-invoice validation", "https://einvoice1.gst.gov.in/others/geterrorcodes/INV"),
    work("e-invoice masters", "https://einvoice1.gst.gov.in/Others/MasterCodes"),
    work("format of the GSTIN", "https://cbic-gst.gov.in/pdf/e-version-gst-fliers/regn-GST-onlineversion-07june2017.pdf"),
    work("GSTN, state codes", "https://einvoice1.gst.gov.in/Others/MasterCodes"),
    work("CGST Act 2017, section 9", concat!(cbic!(), "gst/acts/2017_CGST_act/active/chapter3/section9_v1.00.html")),
    work("IGST Act 2017, section 5", concat!(cbic!(), "gst/acts/2017_IGST_Act/active/chapteriii/section5_v1.00.html")),
    work("CGST Rules 2017, rule 46(b)", concat!(cbic!(), "gst/rules/cgst_rules/active/chapter6/rule46_v1.00.html")),
    work("Notification 78/2020-CT", "https://gstcouncil.gov.in/sites/default/files/2024-05/notfctn-78-central-tax-english-2020.pdf"),
    work("9/2025", "https://taxinformation.cbic.gov.in/view-pdf/1010436/ENG/Notifications"),
    work("14/2025", "https://egazette.gov.in/WriteReadData/2025/266219.pdf"),
    work("19/2025", "https://egazette.gov.in/WriteReadData/2025/268978.pdf"),
    work("CBDT circular 23/2017", "https://incometaxindia.gov.in/communications/circular/circular23_2017.pdf"),
    work("structure of the PAN", "https://www.incometaxindia.gov.in/w/how-pan-is-formed-and-how-it-gets-its-unique-identity-"),
    work("form of the IFSC", "https://www.rbi.org.in/Scripts/FAQView.aspx?Id=60"),
    work("createCustomer", "https://docs.enkash.com/api-8990295"),
    work("confirmInvoice", "https://docs.enkash.com/api-10664764"),
    work("payInvoices", "https://docs.enkash.com/api-10664767"),
    work("EnKash pages of Bharat Connect", "https://docs.enkash.com/api-10664767"),
    work("Confirm Invoice", "https://docs.enkash.com/api-10664764"),
    work("Change Invoice Status", "https://docs.enkash.com/api-10664765"),
    work("Payment Confirmation", "https://docs.enkash.com/api-10664768"),
];

const fn work(title: &'static str, url: &'static str) -> SourceLink {
    SourceLink { title, url }
}

impl Code {
    /// The published works that the source of the code names, with their addresses.
    ///
    /// It is empty where no address is known, and for codes whose source is the API documentation of the endpoint.
    ///
    /// ```
    /// let [act, other] = &bijak::Code::TaxMixed.links()[..] else { panic!() };
    /// assert_eq!(act.title, "CGST Act 2017, section 9");
    /// assert!(other.url.starts_with("https://taxinformation.cbic.gov.in/"));
    /// ```
    pub fn links(self) -> Vec<SourceLink> {
        let source = self.source();
        // The end of 19/2025 does not name 9/2025.
        let names = |title: &str| source.match_indices(title).any(|(at, _)| !source.get(..at).is_some_and(ends_with_digit));
        WORKS.iter().copied().filter(|work| names(work.title)).collect()
    }
}

fn ends_with_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::Evidence;
    use super::*;

    #[test]
    fn documented_sources_have_an_address() {
        // No official page was found for the algorithm of the check character.
        let without = |code: &&Code| code.evidence() == Evidence::Documented && !code.is_of_page() && code.links().is_empty();
        assert_eq!(Code::ALL.iter().filter(without).collect::<Vec<_>>(), [&Code::GstinCheckDigit]);
    }

    #[test]
    fn each_work_is_named_by_a_code() {
        for work in WORKS {
            assert!(work.url.starts_with("https://"), "{}", work.url);
            assert!(Code::ALL.iter().any(|code| code.links().contains(work)), "{}", work.title);
        }
    }

    #[test]
    fn a_number_within_a_number_is_not_a_work() {
        let titles: Vec<_> = Code::TaxRateExpired.links().iter().map(|work| work.title).collect();
        assert_eq!(titles, ["9/2025", "14/2025", "19/2025"]);
    }
}
