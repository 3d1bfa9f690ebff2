//! The list of endpoints, one entry each, by their family.

use super::*;
use crate::report::UnknownNameError;
use std::fmt;

/// The method of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[cfg_attr(feature = "types", derive(tsify::Tsify))]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum Method {
    /// POST
    Post,
    /// PATCH
    Patch,
}

/// The HTTP route of a payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path; `{invoiceId}` at its end is filled in from the target.
    pub path: &'static str,
    /// Whether the page shows a query parameter `sellerId`.
    pub seller: bool,
}

macro_rules! endpoints {
    ($( $family:literal {
        $( $(#[doc = $doc:literal])+ $Name:ident $name:literal $SHAPE:ident $(=> $RESPONSE:ident)? $route:expr; )*
    } )*) => {
        /// The endpoint of a payload: a call or a response. Those of a family are compiled in with its feature.
        ///
        /// ```
        /// use bijak::{Endpoint, Method};
        /// let endpoint: Endpoint = "updateInvoice".parse().unwrap();
        /// assert_eq!(endpoint.route().unwrap().method, Method::Patch);
        /// assert!("updateInvoices".parse::<Endpoint>().is_err());
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
        #[cfg_attr(feature = "types", derive(tsify::Tsify))]
        #[non_exhaustive]
        pub enum Endpoint {
            $($( #[cfg(feature = $family)] $(#[doc = $doc])+ #[serde(rename = $name)] $Name, )*)*
        }

        impl Endpoint {
            /// All endpoints that are compiled in.
            pub const ALL: &'static [Endpoint] = &[$($( #[cfg(feature = $family)] Endpoint::$Name, )*)*];

            /// The name in JavaScript, in fixtures and on the command line.
            pub const fn name(self) -> &'static str {
                match self { $($( #[cfg(feature = $family)] Endpoint::$Name => $name, )*)* }
            }

            /// A description, from its documentation.
            #[cfg(feature = "schema")]
            pub(crate) const fn about(self) -> &'static str {
                match self { $($( #[cfg(feature = $family)] Endpoint::$Name => concat!($($doc),+), )*)* }
            }

            /// The table of its payload.
            pub fn shape(self) -> &'static Shape {
                match self { $($( #[cfg(feature = $family)] Endpoint::$Name => &$SHAPE, )*)* }
            }

            /// The table of the response; none for what is only received.
            pub fn response(self) -> Option<&'static Shape> {
                match self { $($( #[cfg(feature = $family)] Endpoint::$Name => None $(.or(Some(&$RESPONSE)))?, )*)* }
            }

            /// The route of a request; `None` for a response.
            pub const fn route(self) -> Option<Route> {
                match self { $($( #[cfg(feature = $family)] Endpoint::$Name => $route, )*)* }
            }
        }
    };
}

endpoints! {
    "receivables" {
        /// PATCH `/api/v0/invoice/{invoiceId}`: changes an invoice.
        UpdateInvoice "updateInvoice" UPDATE_INVOICE => INVOICE_RESPONSE_ENVELOPE
            Some(Route { method: Method::Patch, path: "/api/v0/invoice/{invoiceId}", seller: true });
        /// POST `/api/v0/invoice`: creates an invoice.
        CreateInvoice "createInvoice" CREATE_INVOICE => INVOICE_RESPONSE_ENVELOPE
            Some(Route { method: Method::Post, path: "/api/v0/invoice", seller: false });
        /// The response of the receivables endpoints.
        InvoiceResponse "invoiceResponse" INVOICE_RESPONSE_ENVELOPE None;
    }
    "bharat-connect" {
        /// POST `/api/v0/invoice/req-send-invoice`: sends an invoice to Bharat Connect.
        SendInvoiceRequest "sendInvoiceRequest" INVOICE_REQUEST => B2B_ANSWER
            Some(Route { method: Method::Post, path: "/api/v0/invoice/req-send-invoice", seller: false });
        /// POST `/api/v0/invoice/req-edit-invoice`: changes an invoice at Bharat Connect.
        EditInvoiceRequest "editInvoiceRequest" INVOICE_REQUEST => B2B_ANSWER
            Some(Route { method: Method::Post, path: "/api/v0/invoice/req-edit-invoice", seller: false });
        /// POST `/api/v0/invoice/req-status-change-invoice`: the supplier changes the status of an invoice at Bharat Connect.
        ChangeInvoiceStatus "changeInvoiceStatus" CHANGE_INVOICE_STATUS => B2B_ANSWER
            Some(Route { method: Method::Post, path: "/api/v0/invoice/req-status-change-invoice", seller: false });
        /// POST `/api/v0/invoice/req-confirm-invoice`: the buyer accepts, rejects or returns an invoice.
        ConfirmInvoice "confirmInvoice" CONFIRM_INVOICE => B2B_ANSWER
            Some(Route { method: Method::Post, path: "/api/v0/invoice/req-confirm-invoice", seller: false });
        /// POST `/api/v0/payment/req-pay`: the buyer pays invoices.
        PayInvoice "payInvoice" PAY_INVOICE => B2B_ANSWER
            Some(Route { method: Method::Post, path: "/api/v0/payment/req-pay", seller: false });
        /// POST `/api/v0/payment/req-pay-confirmation`: the supplier accepts or rejects a payment.
        ConfirmPayment "confirmPayment" CONFIRM_PAYMENT => B2B_ANSWER
            Some(Route { method: Method::Post, path: "/api/v0/payment/req-pay-confirmation", seller: false });
        /// The response of the webhooks of Create Invoice and Edit Invoice: an invoice of Bharat Connect, its two sides
        /// and the result of the call.
        InvoiceWebhookResponse "invoiceWebhookResponse" INVOICE_WEBHOOK_RESPONSE None;
        /// An invoice of Bharat Connect on its own.
        NbblInvoice "nbblInvoice" NBBL_INVOICE None;
        /// The response of the Bharat Connect calls.
        B2bResponse "b2bResponse" B2B_ANSWER None;
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for Endpoint {
    type Err = UnknownNameError;

    /// The endpoint with this name.
    fn from_str(name: &str) -> Result<Endpoint, UnknownNameError> {
        Endpoint::ALL.iter().copied().find(|endpoint| endpoint.name() == name).ok_or(UnknownNameError("endpoint"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_has_a_response() {
        for endpoint in Endpoint::ALL {
            assert_eq!(endpoint.route().is_some(), endpoint.response().is_some(), "{endpoint}");
        }
    }
}
