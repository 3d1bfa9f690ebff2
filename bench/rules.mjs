// The law between fields that every peer judges beside the shape, written once over an arithmetic: decimal.js, big.js, or whole
// paise in floats (fast, and wrong for amounts of 17 digits). Each rule is named where it is told.

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const VALUES = new Uint8Array(128);
for (let value = 0; value < LETTERS.length; value++) VALUES[LETTERS.charCodeAt(value)] = value;

/** Whether the check character of a GSTIN, already of the right pattern, is right. */
export function isGstin(text) {
  let sum = 0;
  for (let index = 0; index < 14; index++) {
    const product = VALUES[text.charCodeAt(index)] * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return VALUES[text.charCodeAt(14)] === (36 - (sum % 36)) % 36;
}

/** Over a class of decimals: `half` is its way of rounding half up. */
function decimals(Decimal, digitsOf, half) {
  const zero = new Decimal(0);
  return {
    of: (number) => new Decimal(number),
    zero,
    plus: (a, b) => a.plus(b),
    minus: (a, b) => a.minus(b),
    product: (a, b) => half(a.times(b)),
    percent: (amount, rate) => half(amount.times(rate).div(100)),
    same: (a, b) => a.eq(b),
    isZero: (a) => a.eq(zero),
    isMoney: (a) => digitsOf(a) <= 2,
  };
}

export const overDecimal = (Decimal) => decimals(Decimal, (a) => a.decimalPlaces(), (a) => a.toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
export const overBig = (Big) => decimals(Big, (a) => Math.max(0, a.c.length - 1 - a.e), (a) => a.round(2, Big.roundHalfUp));

/** Whole paise in floats. */
export const paise = {
  of: (number) => Math.round(number * 100),
  zero: 0,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  product: (a, b) => Math.round((a * b) / 100),
  percent: (amount, rate) => Math.round((amount * rate) / 10000),
  same: (a, b) => a === b,
  isZero: (a) => a === 0,
  isMoney: () => true, // a third decimal has been rounded away already
};

/**
 * The rules of a PATCH: amounts have 2 decimals; cgst equals sgst; igst stands alone; net is base and taxes; the balance is net
 * without tds and receipts; it is not due before its date.
 */
export function patchRules({ of, zero, plus, minus, same, isZero, isMoney }) {
  return (patch, report) => {
    const amount = (name) => {
      const value = patch[name];
      if (typeof value !== "number") return zero;
      const read = of(value);
      if (!isMoney(read)) report(name, "more than 2 decimals");
      return read;
    };
    const [base, cgst, sgst, igst] = [amount("baseAmount"), amount("cgst"), amount("sgst"), amount("igst")];
    const [net, balance, tds, received] = [amount("netAmount"), amount("balanceAmount"), amount("tds"), amount("totalReceived")];
    if (!same(cgst, sgst)) report("sgst", "is not cgst");
    if (!isZero(igst) && !(isZero(cgst) && isZero(sgst))) report("igst", "is combined with cgst or sgst");
    if (!same(net, plus(plus(base, cgst), plus(sgst, igst)))) report("netAmount", "is not base and taxes");
    if (!same(balance, minus(minus(net, tds), received))) report("balanceAmount", "is not net without tds and receipts");
    if (patch.dueDate < patch.invoiceDate?.slice(0, 10)) report("dueDate", "is before the invoice");
  };
}

/**
 * The rules of an invoice. Parties: the state is that of the GSTIN. Items: amounts have 2 decimals; total is quantity by price;
 * the taxable value is total without discount; rates add up to gstRate; each head is its rate of the taxable value, rounded half
 * up; the heads are those of the supply; the value of the item is its sum. Invoice: taxable value, total and heads are the sums
 * over the items; paid and due are the total; milestones are what is due.
 */
export function invoiceRules({ of, zero, plus, minus, product, percent, same, isZero, isMoney }) {
  const HEADS = ["CGST", "SGST", "IGST"];
  const sums = (entries) => {
    const found = { DISCOUNT: zero, CGST: zero, SGST: zero, IGST: zero, CESS: zero, ROUND_OFF: zero };
    for (const { type, value } of entries) if (type in found) found[type] = plus(found[type], of(value));
    return found;
  };

  return (invoice, report) => {
    for (const party of ["supplierDetails", "buyerDetails", "dispatchDetails", "shippingDetails"]) {
      const { gstin, stateCode } = invoice[party] ?? {};
      if (gstin?.slice(0, 2) !== stateCode) report(`${party}.stateCode`, "is not that of the GSTIN");
    }
    const within = invoice.supplierDetails.stateCode === invoice.buyerDetails.placeOfSupply && invoice.transactionDetails.igstChargable !== "Y";

    let [taxable, total] = [zero, zero];
    const collected = { CGST: zero, SGST: zero, IGST: zero };
    invoice.itemLists.forEach((item, index) => {
      const at = (name) => `itemLists.${index}.${name}`;
      const money = (name) => {
        const read = of(item[name]);
        if (!isMoney(read)) report(at(name), "more than 2 decimals");
        return read;
      };
      const [price, gross, assessed, value] = ["unitPrice", "totalAmt", "assessmentAmount", "totalItemValue"].map(money);
      if (!same(gross, product(of(item.quantity), price))) report(at("totalAmt"), "is not quantity by price");
      const amounts = sums(item.itemValueDetails);
      if (!same(assessed, minus(gross, amounts.DISCOUNT))) report(at("assessmentAmount"), "is not total without discount");
      const rates = sums(item.rates);
      if (!same(of(item.gstRate), plus(plus(rates.CGST, rates.SGST), rates.IGST))) report(at("gstRate"), "is not the sum of the rates");
      let sum = plus(assessed, amounts.CESS);
      for (const head of HEADS) {
        if (!same(amounts[head], percent(assessed, rates[head]))) report(at("itemValueDetails"), `${head} is not its rate`);
        sum = plus(sum, amounts[head]);
        collected[head] = plus(collected[head], amounts[head]);
      }
      const right = within ? isZero(amounts.IGST) : isZero(amounts.CGST) && isZero(amounts.SGST);
      if (!right) report(at("itemValueDetails"), "has a head that the supply does not bear");
      for (const tax of item.otherTaxes ?? []) sum = plus(sum, of(tax.amount));
      if (!same(value, sum)) report(at("totalItemValue"), "is not the sum of the item");
      taxable = plus(taxable, assessed);
      total = plus(total, value);
    });

    const { assessmentValue, totalInvoiceValue, otherValues } = invoice.valueDetails;
    const others = sums(otherValues);
    const asked = of(totalInvoiceValue);
    if (!same(of(assessmentValue), taxable)) report("valueDetails.assessmentValue", "is not the sum of the items");
    if (!same(asked, plus(total, others.ROUND_OFF))) report("valueDetails.totalInvoiceValue", "is not the sum of the items");
    for (const head of HEADS) if (!same(others[head], collected[head])) report("valueDetails.otherValues", `${head} is not the sum of the items`);
    const advance = invoice.advancePaymentDetails;
    if (!advance) return;
    const due = of(advance.pendingDueAmount);
    if (!same(asked, plus(of(advance.paidAmount), due))) report("advancePaymentDetails.pendingDueAmount", "is not what is left to pay");
    const milestones = (invoice.paymentMilestones ?? []).reduce((sum, { dueAmount }) => plus(sum, of(dueAmount)), zero);
    if (invoice.paymentMilestones && !same(milestones, due)) report("paymentMilestones", "are not what is due");
  };
}
