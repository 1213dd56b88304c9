/** Order of day and month where both stand as numbers before the year. */
export type DateOrder = "dmy" | "mdy";

/** What a text can be read as. `either` lists the calendar date under each order that gives one. */
export type DateReading =
  | { readonly kind: "sure"; readonly date: string }
  | {
      readonly kind: "either";
      readonly dmy?: string | undefined;
      readonly mdy?: string | undefined;
    }
  | { readonly kind: "serial"; readonly serial: number }
  | { readonly kind: "none" };

const someLetters = /\p{L}{3}/u;
const someDigit = /\d/;
const none: DateReading = { kind: "none" };
const time =
  "(?:[T ,]+(?:om )?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d+)?)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?";
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${time}$`, "i");
const yearLast = new RegExp(`^(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`, "i");
const dayMonthName = new RegExp(
  `^(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})(?:e|st|nd|rd|th)?[-. /]+(\\p{L}{3,12})\\.?[-, /]+(\\d{4}|\\d{2})${time}$`,
  "iu",
);
const monthNameDay = new RegExp(
  `^(?:\\p{L}+,\\s+)?(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${time}$`,
  "iu",
);

const monthNames: readonly string[] = [
  "jan january januari",
  "feb february februari",
  "mar march mrt maart",
  "apr april",
  "may mei",
  "jun june juni",
  "jul july juli",
  "aug august augustus",
  "sep sept september",
  "oct october okt oktober",
  "nov november",
  "dec december",
];
const months: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** `YYYY-MM-DD` when such a day exists between 1900 and 2199. */
export function calendarDate(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && leap ? 29 : (lengths[month - 1] as number);
  return day <= length ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/** Two-digit years are 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

function sure(date: string | undefined): DateReading {
  return date === undefined ? none : { kind: "sure", date };
}

function dayAndMonth(one: number, other: number, year: number, dotted: boolean): DateReading {
  const dmy = calendarDate(year, other, one);
  const mdy = dotted ? undefined : calendarDate(year, one, other);
  if (dmy === undefined && mdy === undefined) return none;
  return dmy === mdy ? sure(dmy) : { kind: "either", dmy, mdy };
}

/** Digits from `from` up to `to` as a number, -1 when one of them is none. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The two forms that nearly every file has, `31-01-2025` and `2025-01-31`, without a pattern. */
function usualDate(text: string): DateReading | undefined {
  const last = text.charAt(2);
  if (last === text.charAt(5) && (last === "-" || last === "/" || last === ".")) {
    const one = digits(text, 0, 2);
    const other = digits(text, 3, 5);
    const year = digits(text, 6, 10);
    return one < 0 || other < 0 || year < 0
      ? undefined
      : dayAndMonth(one, other, year, last === ".");
  }
  if (text.charAt(4) !== "-" || text.charAt(7) !== "-") return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year < 0 || month < 0 || day < 0 ? undefined : sure(calendarDate(year, month, day));
}

/**
 * Reads a date as far as one text alone allows; a time after it is dropped, the date stays as written.
 * Dots between the parts are never American, so `3.4.2025` is the third of April.
 */
export function readDate(text: string): DateReading {
  if (!someDigit.test(text)) return none;
  const trimmed = text.trim();
  const first = trimmed.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const usual = trimmed.length === 10 ? usualDate(trimmed) : undefined;
    if (usual) return usual;
    const last = yearLast.exec(trimmed);
    if (last) {
      const dotted = last[2] === ".";
      return dayAndMonth(Number(last[1]), Number(last[3]), fullYear(last[4] as string), dotted);
    }
    const iso = yearFirst.exec(trimmed);
    if (iso) return sure(calendarDate(Number(iso[1]), Number(iso[3]), Number(iso[4])));
    if (/^\d{8}$/.test(trimmed)) {
      const year = Number(trimmed.slice(0, 4));
      return sure(calendarDate(year, Number(trimmed.slice(4, 6)), Number(trimmed.slice(6))));
    }
    if (/^\d{5}(?:[.,]\d+)?$/.test(trimmed)) {
      const serial = Number(trimmed.replace(",", "."));
      return serial >= 20_000 && serial < 80_000 ? { kind: "serial", serial } : none;
    }
  }
  if (trimmed.length > 60 || !someLetters.test(trimmed)) return none;
  const dayFirst = dayMonthName.exec(trimmed);
  if (dayFirst) {
    const month = months.get((dayFirst[2] as string).toLowerCase());
    if (month === undefined) return none;
    return sure(calendarDate(fullYear(dayFirst[3] as string), month, Number(dayFirst[1])));
  }
  const monthFirst = monthNameDay.exec(trimmed);
  if (monthFirst) {
    const month = months.get((monthFirst[1] as string).toLowerCase());
    if (month === undefined) return none;
    return sure(calendarDate(Number(monthFirst[3]), month, Number(monthFirst[2])));
  }
  return none;
}
