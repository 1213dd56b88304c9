/** A decimal string times a hundred, exactly: the point moves two places. */
export function perCent(ratio: string): string {
  const [, sign = "", whole = "0", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(ratio) ?? [];
  const digits = decimals.padEnd(2, "0");
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  return digits.length > 2 ? `${sign}${moved}.${digits.slice(2)}` : `${sign}${moved}`;
}
