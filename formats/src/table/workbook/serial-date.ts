const day = 86_400_000;

/** `YYYY-MM-DD` of a day number counted from 1 January 1970. */
function isoOfDay(days: number): string {
  return new Date(days * day).toISOString().slice(0, 10);
}

/**
 * The calendar date of a spreadsheet serial number; the time of day is dropped. In the 1900 system day 60
 * is a 29 February 1900 that never was, and days before it count differently; both are no date here, nor
 * is anything below 1 or past the year 9999.
 */
export function dateOfSerial(serial: number, epoch1904: boolean): string | undefined {
  const whole = Math.floor(serial + 1e-9);
  if (epoch1904) return whole >= 0 && whole <= 2_957_003 ? isoOfDay(whole - 24_107) : undefined;
  if (whole < 1 || whole > 2_958_465 || whole === 60) return undefined;
  return isoOfDay(whole < 60 ? whole - 25_568 : whole - 25_569);
}
