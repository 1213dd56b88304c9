import type { Language } from "./phrase.ts";

const locales = { nl: "nl-NL", en: "en-GB" } as const satisfies Record<Language, string>;

export type Formats = ReturnType<typeof formats>;

/** Amounts, numbers and dates in the reader's way. Amounts stay decimal strings: nothing is rounded twice. */
export function formats(language: Language) {
  const locale = locales[language];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const monthAndYear = new Intl.DateTimeFormat(locale, {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const either = new Intl.ListFormat(locale, { type: "disjunction" });

  function money(amount: string, currency: string, decimals: 0 | 2 = 2): string {
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      // Half away from zero, as everywhere in Koers.
      roundingMode: "halfExpand",
    }).format(amount as Intl.StringNumericLiteral);
  }

  return {
    locale,
    money,
    /** An amount without its currency, for table columns that say it in the head. */
    amount(amount: string, decimals: 0 | 2 = 0): string {
      return new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        roundingMode: "halfExpand",
      }).format(amount as Intl.StringNumericLiteral);
    },
    /** EUR -> €, for the head of a column. */
    currencySign(currency: string): string {
      const parts = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(0);
      return parts.find(({ type }) => type === "currency")?.value ?? currency;
    },
    number(value: number | string, decimals = 1): string {
      if (decimals === 1) return number.format(value as number);
      if (decimals === 0) return whole.format(value as number);
      return new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(
        value as number,
      );
    },
    /** A share of one as a percentage: 0.1234 -> 12.3 %. */
    percent(share: number, decimals = 0): string {
      return new Intl.NumberFormat(locale, {
        style: "percent",
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }).format(share);
    },
    /** `2026-03-03` -> 3 mrt 2026. */
    day(date: string): string {
      return day.format(new Date(`${date}T00:00:00Z`));
    },
    moment(instant: string): string {
      return moment.format(new Date(instant));
    },
    /** `2026-03` -> mrt 2026. */
    month(month: string): string {
      return monthAndYear.format(new Date(`${month}-01T00:00:00Z`));
    },
    /** A whole year by its number, other periods by their first and last month. */
    period(period: { readonly from: string; readonly to: string }): string {
      const year = period.from.slice(0, 4);
      if (period.from === `${year}-01` && period.to === `${year}-12`) return year;
      if (period.from === period.to)
        return monthAndYear.format(new Date(`${period.from}-01T00:00:00Z`));
      return monthAndYear.formatRange(
        new Date(`${period.from}-01T00:00:00Z`),
        new Date(`${period.to}-01T00:00:00Z`),
      );
    },
    /** One of several: "a, b or c". */
    or(parts: readonly string[]): string {
      return either.format(parts);
    },
    bytes(size: number): string {
      const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
      const power = Math.min(3, Math.floor(Math.log10(Math.max(1, size)) / 3));
      return new Intl.NumberFormat(locale, {
        style: "unit",
        unit: units[power] ?? "byte",
        maximumFractionDigits: power > 1 ? 1 : 0,
      }).format(size / 1000 ** power);
    },
  };
}
