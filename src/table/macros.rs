//! The macro behind every table: one row a field, and from it the reader's table, the
//! Rust type with its serde names, and the TypeScript type with its docs.
//!
//! ```text
//! payload! {
//!     /// What the object is.
//!     UpdateInvoice UPDATE_INVOICE "page it is documented on" InvoicePatch {
//!         /// The page's sentence.
//!         nullable base_amount "baseAmount": amount(NOT_NEGATIVE) => Base;
//!     }
//! }
//! ```
//! A row is presence, Rust name, wire name, kind and, if a rule asks for it, its role.
//! Presence is `required`, `recommended`, `optional`, `response` or `nullable`; kinds are
//! listed at `@kind` below. What is `passthrough` is kept as it is and judged where it goes.

macro_rules! payload {
    // The reader's view of a kind.
    (@kind text($rule:expr)) => { Kind::Text($rule) };
    (@kind text_length($min:expr, $max:expr)) => { Kind::Text(const { &TextRule::text_length($min, $max) }) };
    (@kind documented_length($max:expr)) => { Kind::Text(const { &TextRule::documented_length($max) }) };
    (@kind choice($choice:expr)) => { Kind::Choice($choice) };
    (@kind amount($rule:expr)) => { Kind::Amount($rule) };
    (@kind decimal($what:ident)) => { Kind::Decimal(Decimals::$what) };
    (@kind int($from:expr, $to:expr)) => { Kind::Int(&($from, $to)) };
    (@kind flag()) => { Kind::Flag };
    (@kind day()) => { Kind::Date(DateForm::Day) };
    (@kind local_time()) => { Kind::Date(DateForm::LocalTime) };
    (@kind instant()) => { Kind::Date(DateForm::Instant) };
    (@kind any_date()) => { Kind::Date(DateForm::Any) };
    (@kind stamp()) => { Kind::Date(DateForm::Stamp) };
    (@kind object($Type:ident $TABLE:ident)) => { Kind::Object(&$TABLE) };
    (@kind list($Type:ident $TABLE:ident)) => { Kind::List(&Kind::Object(&$TABLE)) };
    (@kind texts()) => { Kind::List(&Kind::Text(&crate::value::LINE)) };
    (@kind passthrough($($Type:tt)+)) => { Kind::Opaque };
    (@kind opaques()) => { Kind::List(&Kind::OpaqueObject) };
    (@kind opaque()) => { Kind::Opaque };
    (@kind opaque_object()) => { Kind::OpaqueObject };

    (@presence required) => { Presence::Required };
    (@presence recommended) => { Presence::Recommended };
    (@presence optional) => { Presence::Optional };
    (@presence response) => { Presence::Response };
    (@presence nullable) => { Presence::Nullable };

    (@role) => { None };
    (@role $role:ident) => { Some(ReceivableTerm::$role as u8) };
    (@role $Concat:ident :: $term:ident) => { Some($Concat::$term as u8) };

    // The Rust type of a kind, appended to the tokens of the step that asks for it.
    (@type text($($rule:tt)*) $($next:tt)*) => { payload!($($next)* [String]); };
    (@type text_length($($bounds:tt)*) $($next:tt)*) => { payload!($($next)* [String]); };
    (@type documented_length($($bounds:tt)*) $($next:tt)*) => { payload!($($next)* [String]); };
    (@type choice($($choice:tt)*) $($next:tt)*) => { payload!($($next)* [String]); };
    (@type amount($($rule:tt)*) $($next:tt)*) => { payload!($($next)* [Amount]); };
    (@type decimal($($what:tt)*) $($next:tt)*) => { payload!($($next)* [DecimalInput]); };
    (@type int($($range:tt)*) $($next:tt)*) => { payload!($($next)* [i64]); };
    (@type flag() $($next:tt)*) => { payload!($($next)* [bool]); };
    (@type day() $($next:tt)*) => { payload!($($next)* [LocalDate]); };
    (@type local_time() $($next:tt)*) => { payload!($($next)* [LocalDateTime]); };
    (@type instant() $($next:tt)*) => { payload!($($next)* [Instant]); };
    (@type any_date() $($next:tt)*) => { payload!($($next)* [String]); };
    (@type stamp() $($next:tt)*) => { payload!($($next)* [String]); };
    (@type object($Type:ident $TABLE:ident) $($next:tt)*) => { payload!($($next)* [$Type]); };
    (@type list($Type:ident $TABLE:ident) $($next:tt)*) => { payload!($($next)* [Vec<$Type>]); };
    (@type texts() $($next:tt)*) => { payload!($($next)* [Vec<String>]); };
    (@type passthrough($($Type:tt)+) $($next:tt)*) => { payload!($($next)* [$($Type)+]); };
    (@type opaques() $($next:tt)*) => { payload!($($next)* [Vec<Opaque>]); };
    (@type opaque() $($next:tt)*) => { payload!($($next)* [Opaque]); };
    (@type opaque_object() $($next:tt)*) => { payload!($($next)* [Opaque]); };

    // The struct, field by field.
    (@struct {$($head:tt)*} {$($done:tt)*} {}) => { $($head)* { $($done)* } };
    (@struct $head:tt $done:tt {
        $(#[doc = $doc:literal])+ $presence:ident $rust:ident $wire:literal: $kind:ident $args:tt; $($rest:tt)*
    }) => {
        payload!(@type $kind $args @field $head $done {$($rest)*} $presence $rust $wire [$($doc)+]);
    };
    (@field $head:tt {$($done:tt)*} $rest:tt required $rust:ident $wire:literal [$($doc:literal)+] [$($Type:tt)+]) => {
        payload!(@struct $head { $($done)*
            $(#[doc = $doc])+
            #[serde(rename = $wire)]
            pub $rust: $($Type)+,
        } $rest);
    };
    (@field $head:tt {$($done:tt)*} $rest:tt nullable $rust:ident $wire:literal [$($doc:literal)+] [$($Type:tt)+]) => {
        payload!(@struct $head { $($done)*
            $(#[doc = $doc])+
            #[serde(rename = $wire, default, skip_serializing_if = "Nullable::is_absent")]
            #[cfg_attr(feature = "types", tsify(optional))]
            pub $rust: Nullable<$($Type)+>,
        } $rest);
    };
    (@field $head:tt {$($done:tt)*} $rest:tt $optional:ident $rust:ident $wire:literal [$($doc:literal)+] [$($Type:tt)+]) => {
        payload!(@struct $head { $($done)*
            $(#[doc = $doc])+
            #[serde(rename = $wire, default, skip_serializing_if = "Option::is_none")]
            #[cfg_attr(feature = "types", tsify(optional))]
            pub $rust: Option<$($Type)+>,
        } $rest);
    };

    ($(
        $(#[doc = $about:literal])+
        $Name:ident $TABLE:ident $source:literal $ObjectKind:ident {
            $( $(#[doc = $doc:literal])+ $presence:ident $rust:ident $wire:literal: $kind:ident $args:tt $(=> $($term:ident)::+)?; )*
        }
    )+) => {$(
        payload!(@struct {
            $(#[doc = $about])+
            #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
            #[cfg_attr(feature = "types", derive(tsify::Tsify))]
            pub struct $Name
        } {} { $( $(#[doc = $doc])+ $presence $rust $wire: $kind $args; )* });

        #[doc = concat!("The table of [`", stringify!($Name), "`].")]
        pub static $TABLE: Shape = {
            const FIELDS: &[Field] = &[$( Field {
                key: concat!("\"", $wire, "\":"),
                kind: payload!(@kind $kind $args),
                presence: payload!(@presence $presence),
                term: payload!(@role $($($term)::+)?),
                #[cfg(feature = "schema")]
                doc: concat!($($doc),+),
            } ),*];
            Shape {
                name: stringify!($Name),
                #[cfg(feature = "schema")]
                about: concat!($($about),+),
                source: $source,
                fields: FIELDS,
                object: ObjectKind::$ObjectKind,
                slots: Shape::slots_for(FIELDS),
                wanted: Shape::wanted_of(FIELDS),
                deferred: Shape::deferred_of(FIELDS, ObjectKind::$ObjectKind),
            }
        };
    )+};
}
