/** The exact sum of decimal strings, as a decimal string with two decimals (or more where given). */
export function exactSum(amounts: readonly string[]): string {
  let sum = 0n;
  for (const amount of amounts) sum += scaled(amount);
  const sign = sum < 0n ? "-" : "";
  const digits = (sum < 0n ? -sum : sum).toString().padStart(5, "0");
  const decimals = digits.slice(-4).replace(/0{1,2}$/, "");
  return `${sign}${digits.slice(0, -4)}.${decimals}`;
}

/** In ten-thousandths, the finest that amounts on the wire have. */
function scaled(amount: string): bigint {
  const [whole = "0", decimals = ""] = amount.replace("-", "").split(".");
  const value = BigInt(whole) * 10_000n + BigInt(decimals.padEnd(4, "0").slice(0, 4));
  return amount.startsWith("-") ? -value : value;
}
