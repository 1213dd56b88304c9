import type { FactKey, Portfolio } from "@koers/contract";
import { isNumeric } from "#app/fact-format.ts";
import { factUnits, isFact } from "#app/fact-units.ts";
import type { PortfolioSearch } from "#app/search-params.ts";

/** What the table shows unless columns were chosen: both margins, side by side. */
export const defaultFacts = [
  "revenue",
  "contributionMargin",
  "contributionMarginShare",
  "costToServe",
  "fullyLoadedProfit",
  "profitPerHour",
  "hours",
  "daysOutstanding",
] as const satisfies readonly FactKey[];

/** Every fact that can be a column; the name is always one. */
export const choosableFacts = (Object.keys(factUnits) as FactKey[]).filter(
  (fact) => fact !== "name",
);

export function shownFacts(view: PortfolioSearch): readonly FactKey[] {
  const chosen = view.columns?.filter((key) => isFact(key)).filter((key) => key !== "name");
  return chosen?.length ? chosen : defaultFacts;
}

/** On a phone one figure: what the table was sorted by, else what the curve is drawn over. */
export function factOnPhone(view: PortfolioSearch, portfolio: Portfolio): FactKey {
  const { sort } = view;
  if (sort !== undefined && isFact(sort) && isNumeric(sort)) return sort;
  return portfolio.whale?.measure ?? "revenue";
}
