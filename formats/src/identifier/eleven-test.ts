/**
 * The Dutch eleven-test on nine digits: sum of digit × (9, 8, … 2), minus the last, divisible by 11.
 *
 * It holds for RSIN and for BSN alike, and nothing tells the two apart: a nine-digit number of a sole
 * trader may be the person's BSN. So nothing in Koers shows or stores nine digits as "RSIN"; the test
 * serves the VAT id only.
 */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === "000000000") return false;
  let sum = -Number(digits[8]);
  for (let index = 0; index < 8; index += 1) sum += Number(digits[index]) * (9 - index);
  return sum % 11 === 0;
}
