import type { FactKey, FactValue, Portfolio } from "@koers/contract";
import { isNumeric } from "#app/fact-format.ts";
import type { PortfolioSearch } from "#app/search-params.ts";

/** The portfolio by column, for quick sorting and filtering of many customers. */
export type Columns = ReadonlyMap<FactKey, readonly FactValue[]>;

export function columnsOf(portfolio: Portfolio): Columns {
  return new Map(portfolio.columns.map(({ fact, values }) => [fact, values]));
}

/** How many customers had revenue or hours; the others are there for what they were or still owe. */
export function activeCustomers(columns: Columns): number {
  const revenue = columns.get("revenue") ?? [];
  const hours = columns.get("hours") ?? [];
  return revenue.filter((value, row) => Number(value) !== 0 || Number(hours[row] ?? 0) !== 0)
    .length;
}

/** The rows (positions in `ids`) that pass the search, the ranges and the losers' filter, sorted. */
export function portfolioRows(
  portfolio: Portfolio,
  columns: Columns,
  view: PortfolioSearch,
): readonly number[] {
  const needle = folded(view.search ?? "");
  const cities = columns.get("city");
  const measure = portfolio.whale === null ? undefined : columns.get(portfolio.whale.measure);
  const ranges = (view.ranges ?? []).map(({ fact, min, max }) => ({
    values: columns.get(fact as FactKey),
    min: min === undefined ? Number.NEGATIVE_INFINITY : Number(min),
    max: max === undefined ? Number.POSITIVE_INFINITY : Number(max),
  }));
  const rows: number[] = [];
  for (let row = 0; row < portfolio.ids.length; row++) {
    if (
      needle !== "" &&
      !folded(portfolio.names[row] ?? "").includes(needle) &&
      !folded(String(cities?.[row] ?? "")).includes(needle)
    )
      continue;
    if (view.losers && !(Number(measure?.[row] ?? 0) < 0)) continue;
    if (
      !ranges.every(({ values, min, max }) => {
        const value = values?.[row];
        // Unknown is neither large nor small: it passes no range.
        if (value === null || value === undefined) return false;
        return Number(value) >= min && Number(value) <= max;
      })
    )
      continue;
    rows.push(row);
  }
  return sorted(rows, portfolio, columns, view);
}

function sorted(
  rows: number[],
  portfolio: Portfolio,
  columns: Columns,
  view: PortfolioSearch,
): readonly number[] {
  const fact = (view.sort ?? portfolio.whale?.measure ?? "revenue") as FactKey;
  const direction = (view.descending ?? fact !== "name") ? -1 : 1;
  const values = fact === "name" ? portfolio.names : columns.get(fact);
  if (values === undefined) return rows;
  if (fact !== "name" && isNumeric(fact)) {
    const numbers = values.map((value) => (value === null ? Number.NaN : Number(value)));
    // Unknown stays last whichever way the column is sorted.
    return rows.sort((a, b) => {
      const left = numbers[a] ?? Number.NaN;
      const right = numbers[b] ?? Number.NaN;
      if (Number.isNaN(left)) return Number.isNaN(right) ? a - b : 1;
      if (Number.isNaN(right)) return -1;
      return direction * (left - right) || a - b;
    });
  }
  const collator = new Intl.Collator("nl", { numeric: true });
  return rows.sort((a, b) => {
    const left = values[a];
    const right = values[b];
    if (left === null || left === undefined)
      return right === null || right === undefined ? a - b : 1;
    if (right === null || right === undefined) return -1;
    return direction * collator.compare(String(left), String(right)) || a - b;
  });
}

/** Lower case without accents, so that "cafe" finds "Café". */
export function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
