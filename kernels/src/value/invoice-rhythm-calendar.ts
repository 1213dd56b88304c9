/** A date of the Gregorian calendar as the number of its month (12 year + month - 1) and its day. */
export type MonthDay = { readonly month: number; readonly day: number };

/** The date of a day counted from 1 January 1970 (Hinnant's civil_from_days). */
export function monthDayOf(dayNumber: number): MonthDay {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 2 : fromMarch - 10;
  const year = yearOfEra + era * 400 + (month <= 1 ? 1 : 0);
  return { month: 12 * year + month, day };
}

/** The day, counted from 1 January 1970, on which a month begins. */
function firstDayOf(month: number): number {
  const year = Math.floor(month / 12) - (month % 12 <= 1 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const fromMarch = (((month % 12) + 12) % 12) + (month % 12 > 1 ? -2 : 10);
  const dayOfYear = Math.floor((153 * fromMarch + 2) / 5);
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day number of a date; a day beyond the end of its month is its last one. */
export function dayNumberOf({ month, day }: MonthDay): number {
  return Math.min(firstDayOf(month) + day - 1, firstDayOf(month + 1) - 1);
}

/** How many days a month has. */
export function daysIn(month: number): number {
  return firstDayOf(month + 1) - firstDayOf(month);
}
