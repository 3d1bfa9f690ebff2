//! Our arithmetic, in whole paise, beside fractions of any size.

use arbitrary::{Result, Unstructured};
use bigdecimal::Signed;
use bigdecimal::num_bigint::BigInt;
use bijak::calc::{Share, Split, head, taxable_of};
use bijak::{Code, Endpoint, Options, Paise, Rate, RateEntry, Tolerance, check, split_tax};
use num_rational::BigRational;

pub fn run(bytes: &[u8]) {
    // What is cut off makes no case.
    let _ = compared(&mut Unstructured::new(bytes));
}

fn compared(bytes: &mut Unstructured<'_>) -> Result<()> {
    match bytes.int_in_range(0..=2)? {
        0 => heads(bytes),
        1 => recipe(bytes),
        _ => item(bytes),
    }
}

/// A number from zero to `most`, small ones as often as large ones.
pub fn number(bytes: &mut Unstructured<'_>, most: i64) -> Result<i64> {
    let digits: u32 = bytes.int_in_range(0..=18)?;
    bytes.int_in_range(0..=most.min(10_i64.pow(digits)))
}

/// A rate of the schedules, or any other.
pub fn rate(bytes: &mut Unstructured<'_>, any: bool) -> Result<u32> {
    let rates = RateEntry::all();
    let place = bytes.int_in_range(0..=rates.len() - usize::from(!any))?;
    rates.get(place).map_or_else(|| bytes.int_in_range(0..=999_999), |entry| Ok(entry.rate.0))
}

pub fn whole(number: i64) -> BigRational {
    BigRational::from_integer(BigInt::from(number))
}

pub fn fraction(dividend: i64, divisor: i64) -> BigRational {
    BigRational::new(dividend.into(), divisor.into())
}

/// The nearest whole number, half away from zero.
pub fn rounded(value: &BigRational) -> BigInt {
    let half = fraction(1, 2);
    let magnitude = (value.abs() + half).floor().to_integer();
    if value.is_negative() { -magnitude } else { magnitude }
}

/// The tax in paise, not rounded.
pub fn tax(taxable: &BigRational, rate: u32, halves: i64) -> BigRational {
    taxable * fraction(i64::from(rate), 100_000 * halves)
}

fn price(gross: i64, rate: u32) -> BigInt {
    rounded(&(whole(gross) * whole(100_000) / whole(100_000 + i64::from(rate))))
}

/// As an amount holds it: what is too large is the largest.
fn in_range(paise: BigInt) -> Paise {
    let most = BigInt::from(i64::MAX);
    Paise(i64::try_from(paise.clamp(-most.clone(), most)).expect("it fits"))
}

/// Heads and splits of any amount.
fn heads(bytes: &mut Unstructured<'_>) -> Result<()> {
    let (any, anything) = (bytes.arbitrary::<i64>()?, bytes.arbitrary::<u32>()?);
    for (share, halves) in [(Share::Half, 2), (Share::Full, 1)] {
        assert_eq!(head(Paise(any), Rate(anything), share), in_range(rounded(&tax(&whole(any), anything, halves))), "{any} {anything}");
    }
    assert_eq!(taxable_of(Paise(any), Rate(anything)), in_range(price(any, anything)), "{any} {anything}");

    let sign = if bytes.arbitrary()? { -1 } else { 1 };
    let (sum, rate) = (sign * number(bytes, Paise::MAX.0)?, rate(bytes, true)?);
    for inter_state in [false, true] {
        let exclusive = Split::exclusive(Paise(sum), Rate(rate), inter_state);
        let inclusive = Split::inclusive(Paise(sum), Rate(rate), inter_state);
        assert_eq!((BigInt::from(exclusive.taxable.0), exclusive.round_off), (BigInt::from(sum), Paise(0)));
        assert_eq!((BigInt::from(inclusive.taxable.0), inclusive.total()), (price(sum, rate), Paise(sum)));
        assert!(rate >= 100_000 || inclusive.round_off.0.abs() <= 1, "{sum} {rate}");
        for split in [exclusive, inclusive] {
            let right = |halves| in_range(rounded(&tax(&whole(split.taxable.0), rate, halves)));
            let (half, full) = if inter_state { (Paise(0), right(1)) } else { (right(2), Paise(0)) };
            assert_eq!((split.cgst, split.sgst, split.igst), (half, half, full), "{sum} {rate}");
            let parts = [split.taxable, split.cgst, split.sgst, split.igst, split.round_off];
            assert_eq!(BigInt::from(split.total().0), parts.into_iter().map(|part| BigInt::from(part.0)).sum());
        }
    }
    Ok(())
}

/// The same paise, written in one of the ways of JSON, or as a text.
pub fn written(bytes: &mut Unstructured<'_>, paise: i64) -> Result<String> {
    let plain = Paise(paise).to_string();
    Ok(match bytes.int_in_range(0..=4)? {
        0 => plain,
        1 => format!("\"{plain}\""),
        2 => format!("{paise}e-2"),
        3 => format!("{plain}000000000000"),
        _ => format!("{}E+0", plain.trim_end_matches('0').trim_end_matches('.')),
    })
}

/// `split_tax` of any recipe.
fn recipe(bytes: &mut Unstructured<'_>) -> Result<()> {
    let (base, rate) = (number(bytes, Paise::MAX.0)?, rate(bytes, true)?);
    let (tds, received) = (number(bytes, Paise::MAX.0)?, number(bytes, Paise::MAX.0)?);
    let [inclusive, inter_state, after_tds]: [bool; 3] = bytes.arbitrary()?;
    let text = format!(
        r#"{{"base":{},"rate":{},"interState":{inter_state},"inclusive":{inclusive},"tds":{},"received":{},"netAfterTds":{after_tds}}}"#,
        written(bytes, base)?,
        Rate(rate),
        written(bytes, tds)?,
        written(bytes, received)?,
    );
    let amounts = match split_tax(&text) {
        Ok(amounts) => amounts,
        Err(findings) => {
            assert!(RateEntry::of(Rate(rate)).is_none() && findings.iter().all(|finding| finding.code == Code::TaxRateUnknown), "{text}");
            return Ok(());
        }
    };
    let taxable = if inclusive { price(base, rate) } else { BigInt::from(base) };
    let exact = BigRational::from_integer(taxable.clone());
    let right = |halves: i64, due: bool| if due { rounded(&tax(&exact, rate, halves)) } else { BigInt::from(0) };
    let (half, full) = (right(2, !inter_state), right(1, inter_state));
    let taxed = &taxable + &half + &half + &full;
    let total = if inclusive { BigInt::from(base) } else { taxed.clone() };
    let actual = [amounts.taxable, amounts.cgst, amounts.sgst, amounts.igst, amounts.round_off, amounts.net, amounts.balance];
    let net = &total - if after_tds { tds } else { 0 };
    let right = [taxable, half.clone(), half, full, &total - taxed, net, total - tds - received];
    assert_eq!(actual.map(|paise| BigInt::from(paise.0)), right, "{text}");
    Ok(())
}

/// From one rupee below the value rounded down to one above it rounded up, in paise.
fn ends(exact: &BigRational) -> (BigInt, BigInt) {
    let rupees = exact / whole(100);
    let (down, up) = (rupees.floor().to_integer(), rupees.ceil().to_integer());
    ((down - 1) * 100, (up + 1) * 100)
}

/// An item of a nested invoice: each of its sums, at and about the ends of the tolerance.
fn item(bytes: &mut Unstructured<'_>) -> Result<()> {
    let (quantity, price, rate) = (number(bytes, 9_999_999_999)?, number(bytes, 999_999_999)?, rate(bytes, false)?);
    let (exclusive, inter_state): (bool, bool) = bytes.arbitrary()?;
    // At one of the ends of the portal's tolerance, beside it, or anywhere about it.
    let mut off = |exact: &BigRational| -> Result<i64> {
        let (low, high) = ends(exact);
        let paise = match bytes.int_in_range(0..=6)? {
            0 => low,
            1 => low - 1,
            2 => high,
            3 => high + 1,
            4 => rounded(exact),
            _ => rounded(exact) + bytes.int_in_range(-301..=301)?,
        };
        Ok(i64::try_from(paise).unwrap_or(i64::MAX).max(0))
    };
    let exact_gross = whole(quantity) * fraction(price, 10_000);
    let gross = off(&exact_gross)?;
    let taxable = off(&whole(gross))?;
    let halves = if inter_state { 1 } else { 2 };
    let exact_tax = tax(&whole(taxable), rate, halves);
    let head = off(&exact_tax)?;
    let right = whole(taxable) + whole(head) * whole(halves);
    let value = off(&right)?;
    let entries = match inter_state {
        true => format!(r#"{{"type":"IGST","value":{}}}"#, Paise(head)),
        false => format!(r#"{{"type":"CGST","value":{0}}},{{"type":"SGST","value":{0}}}"#, Paise(head)),
    };
    let milli = |units: i64| format!("{}.{:03}", units / 1000, units % 1000);
    let text = format!(
        r#"{{"itemLists":[{{"hsnCode":"7318","quantity":{},"unitPrice":{},"totalAmt":{},"assessmentAmount":{},"gstRate":{},"itemValueDetails":[{entries}],"totalItemValue":{}}}]}}"#,
        milli(quantity),
        milli(price),
        Paise(gross),
        Paise(taxable),
        Rate(rate),
        Paise(value),
    );
    let tolerance = if exclusive { Tolerance::Exact } else { Tolerance::Irp };
    let report = check(Endpoint::NbblInvoice, &text, &Options::new().tolerance(tolerance));
    if report.has(Code::AmountTooLarge) {
        return Ok(());
    }
    let takes = |exact: &BigRational, paise: i64| match tolerance {
        Tolerance::Exact => rounded(exact) == BigInt::from(paise),
        Tolerance::Irp => {
            let (low, high) = ends(exact);
            (low..=high).contains(&BigInt::from(paise)) || rounded(exact) == BigInt::from(paise)
        }
    };
    for (code, fits) in [
        (Code::TotalItemGross, takes(&exact_gross, gross)),
        (Code::TotalItemTaxable, takes(&whole(gross), taxable)),
        (Code::TaxAmount, head == 0 || takes(&exact_tax, head)),
        (Code::TaxMissing, head != 0 || rounded(&tax(&whole(taxable), rate, 2)) == BigInt::from(0)),
        (Code::TotalItemValue, takes(&right, value)),
        (Code::TaxHalvesDiffer, true),
    ] {
        assert_eq!(report.has(code), !fits, "{code} {text}");
    }
    Ok(())
}
