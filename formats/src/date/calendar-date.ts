const written = /^(\d{4})-(\d{2})-(\d{2})(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/**
 * Reads an `xs:date`: `2025-01-31`, with an optional time zone that is left out (the calendar date as
 * written is the one meant). `undefined` for a date that does not exist, a time, or any other form.
 */
export function parseCalendarDate(text: string): string | undefined {
  const match = written.exec(text.trim());
  if (match === null) return undefined;
  const [, year = "", month = "", day = ""] = match;
  return existing(year, month, day);
}

/** Reads `20250131`, the form with code 102 in UN/CEFACT documents. */
export function parseCompactDate(text: string): string | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  if (match === null) return undefined;
  const [, year = "", month = "", day = ""] = match;
  return existing(year, month, day);
}

/** Reads an `xs:dateTime` and keeps its calendar date as written. */
export function parseDateOfTime(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(
    text.trim(),
  );
  return match === null ? undefined : parseCalendarDate(match[1] ?? "");
}

function existing(year: string, month: string, day: string): string | undefined {
  if (year === "0000") return undefined;
  const length = daysIn(Number(year), Number(month));
  return Number(day) >= 1 && Number(day) <= length ? `${year}-${month}-${day}` : undefined;
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
