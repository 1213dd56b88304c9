/** An amount in cents as a decimal string, such as `"-1234.50"`. */
export function formatCents(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The cents of a decimal string of at most two places; undefined for anything else. */
export function parseCents(text: string): bigint | undefined {
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text);
  if (parts === null) return undefined;
  const cents = BigInt(`${parts[2]}${(parts[3] ?? "").padEnd(2, "0")}`);
  return parts[1] === "-" ? -cents : cents;
}

/** Whole seconds as hours with two places, rounded half away from zero. */
export function formatHours(seconds: bigint): string {
  const hundredths = (seconds < 0n ? -seconds : seconds) * 100n + 1800n;
  return formatCents(seconds < 0n ? -(hundredths / 3600n) : hundredths / 3600n);
}
