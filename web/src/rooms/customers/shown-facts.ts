import type { FactKey } from "@koers/contract";
import { factUnits } from "#app/fact-units.ts";
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
  const chosen = view.columns?.filter((key): key is FactKey => key in factUnits && key !== "name");
  return chosen?.length ? chosen : defaultFacts;
}
