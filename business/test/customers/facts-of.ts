import type { FactKey, OutputOf } from "@koers/contract";

/** The facts of one customer out of the columns of the portfolio. */
export function factsOf(
  portfolio: OutputOf<"getPortfolio">,
  id: string,
): Readonly<Record<FactKey, unknown>> {
  const at = portfolio.ids.indexOf(id);
  return Object.fromEntries(
    portfolio.columns.map((column) => [column.fact, column.values[at]]),
  ) as Record<FactKey, unknown>;
}
