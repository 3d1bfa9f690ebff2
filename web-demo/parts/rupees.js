// Money for the eye. Sums stay decimal texts throughout: no float is ever made of them.

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;
const wholePaise = (fraction = "") => fraction.length <= 2;

/** "118000.5" → "1,18,000.50"; `null` if it is not an amount in rupees and paise. */
export function grouped(text) {
  const parts = decimal.exec(text);
  if (!parts || !wholePaise(parts[3])) return null;
  const [, sign, rupees, paise = ""] = parts;
  const digits = rupees.replace(/^0+(?=\d)/, "");
  const thousands = digits.slice(-3);
  const lakhs = digits.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, ",");
  return `${sign}${lakhs && `${lakhs},`}${thousands}.${paise.padEnd(2, "0")}`;
}

const small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const scales = [["crore", 10_000_000n], ["lakh", 100_000n], ["thousand", 1_000n], ["hundred", 100n]];

/** "118000.50" → "Rupees one lakh eighteen thousand and paise fifty only"; `null` when it has no such words. */
export function inWords(text) {
  const parts = decimal.exec(text);
  if (!parts || parts[1] || !wholePaise(parts[3])) return null;
  const paise = BigInt((parts[3] ?? "").padEnd(2, "0"));
  return `Rupees ${words(BigInt(parts[2]))}${paise ? ` and paise ${words(paise)}` : ""} only`;
}

function words(count) {
  if (count < 20n) return small[Number(count)];
  if (count < 100n) return tens[Number(count / 10n)] + (count % 10n ? `-${small[Number(count % 10n)]}` : "");
  const [scale, size] = scales.find(([, least]) => count >= least);
  const rest = count % size;
  return `${words(count / size)} ${scale}${rest ? ` ${words(rest)}` : ""}`;
}
