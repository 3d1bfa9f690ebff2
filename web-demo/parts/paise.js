// Sums as whole numbers of their last place: no float is ever made of them.

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;

/** "12.5" at two places → 1250n; `null` if it is not a decimal, or has more places. */
export function scaled(text, places) {
  const parts = decimal.exec(text.trim());
  if (!parts || (parts[3] ?? "").length > places) return null;
  return BigInt(parts[1] + parts[2] + (parts[3] ?? "").padEnd(places, "0"));
}

/** 1250n → "12.50" */
export function rupeeText(paise) {
  const digits = String(paise < 0n ? -paise : paise).padStart(3, "0");
  return `${paise < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A quotient of what is not negative, halves upwards. */
export const halfUp = (dividend, divisor) => (2n * dividend + divisor) / (2n * divisor);
