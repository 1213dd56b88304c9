/** A month as the number of months since year 0: 2026-10 is 2026 * 12 + 9. */
export type Month = number;

/** A day as the number of days since 1970-01-01. */
export type Day = number;

const millisecondsPerDay = 86_400_000;

export function monthOf(year: number, month: number): Month {
  return year * 12 + month - 1;
}

/** Reads `YYYY-MM`; throws a `RangeError` for anything else. */
export function parseMonth(text: string): Month {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (match === null) throw new RangeError(`not a month (YYYY-MM): ${text}`);
  return monthOf(Number(match[1]), Number(match[2]));
}

export function formatMonth(month: Month): string {
  return `${yearOf(month)}-${String(monthNumber(month)).padStart(2, "0")}`;
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** 1 for January. */
export function monthNumber(month: Month): number {
  return (month % 12) + 1;
}

export function firstDay(month: Month): Day {
  return Date.UTC(yearOf(month), month % 12, 1) / millisecondsPerDay;
}

export function lastDay(month: Month): Day {
  return firstDay(month + 1) - 1;
}

export function dayIn(month: Month, dayOfMonth: number): Day {
  return Math.min(firstDay(month) + dayOfMonth - 1, lastDay(month));
}

const isoDates = new Map<Day, string>();

/** `YYYY-MM-DD`. */
export function isoDate(day: Day): string {
  let text = isoDates.get(day);
  if (text === undefined) {
    text = new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
    isoDates.set(day, text);
  }
  return text;
}

/** `dd-mm-jjjj`, as Dutch exports write it. */
export function dutchDate(day: Day): string {
  const text = isoDate(day);
  return `${text.slice(8)}-${text.slice(5, 7)}-${text.slice(0, 4)}`;
}

export function monthOfDay(day: Day): Month {
  const text = isoDate(day);
  return monthOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** 0 for Sunday. */
export function weekday(day: Day): number {
  return (day + 4) % 7;
}

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const k = c % 4;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return dayIn(monthOf(year, month), day);
}

const holidaysByYear = new Map<number, ReadonlySet<Day>>();

function holidays(year: number): ReadonlySet<Day> {
  let days = holidaysByYear.get(year);
  if (days === undefined) {
    const sunday = easter(year);
    const january = monthOf(year, 1);
    days = new Set([
      dayIn(january, 1),
      sunday - 2,
      sunday + 1,
      dayIn(january + 3, 27),
      sunday + 39,
      sunday + 50,
      dayIn(january + 11, 25),
      dayIn(january + 11, 26),
    ]);
    holidaysByYear.set(year, days);
  }
  return days;
}

export function isWorkday(day: Day): boolean {
  const inWeek = weekday(day);
  if (inWeek === 0 || inWeek === 6) return false;
  return !holidays(yearOf(monthOfDay(day))).has(day);
}

export function workdays(month: Month): Day[] {
  const days: Day[] = [];
  for (let day = firstDay(month); day <= lastDay(month); day++) if (isWorkday(day)) days.push(day);
  return days;
}

/** The day itself, or the first workday after it. */
export function nextWorkday(day: Day): Day {
  let next = day;
  while (!isWorkday(next)) next++;
  return next;
}

/** The day itself, or the last workday before it. */
export function previousWorkday(day: Day): Day {
  let previous = day;
  while (!isWorkday(previous)) previous--;
  return previous;
}
