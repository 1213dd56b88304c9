/** A calendar month counted from January of year 0, so that months can be added and compared. */
export type MonthNumber = number;

/** `"2025-03"` or a day in it. */
export function monthNumber(text: string): MonthNumber {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

export function monthText(month: MonthNumber): string {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, "0")}-${String(month - year * 12 + 1).padStart(2, "0")}`;
}

export function firstDay(month: MonthNumber): string {
  return `${monthText(month)}-01`;
}

export function lastDay(month: MonthNumber): string {
  const year = Math.floor(month / 12);
  const day = new Date(Date.UTC(year, month - year * 12 + 1, 0)).getUTCDate();
  return `${monthText(month)}-${String(day).padStart(2, "0")}`;
}

/** From the first through the last month, both included. */
export type MonthRange = { readonly from: MonthNumber; readonly to: MonthNumber };

export function monthsIn(range: MonthRange): number {
  return range.to - range.from + 1;
}

export function periodText(range: MonthRange): { readonly from: string; readonly to: string } {
  return { from: monthText(range.from), to: monthText(range.to) };
}
