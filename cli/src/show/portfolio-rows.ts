import type { FactKey, FactValue, OutputOf } from "@koers/contract";

type Portfolio = OutputOf<"getPortfolio">;

export type PortfolioRow = {
  readonly id: string;
  readonly name: string;
  readonly values: Readonly<Partial<Record<FactKey, FactValue>>>;
};

/** What a customer has to have some of to count as active in the period. */
const activity = ["revenue", "creditNotes", "invoices", "hours", "directPurchases"] as const;

/** The customers with any activity in the period, the largest revenue first. */
export function activeRows(portfolio: Portfolio): readonly PortfolioRow[] {
  const rows = portfolio.ids.map((id, index) => ({
    id,
    name: portfolio.names[index] ?? "",
    values: Object.fromEntries(
      portfolio.columns.map(({ fact, values }) => [fact, values[index] ?? null]),
    ) as PortfolioRow["values"],
  }));
  return rows
    .filter(({ values }) => activity.some((fact) => Number(values[fact] ?? 0) !== 0))
    .toSorted((left, right) => amount(right) - amount(left) || (left.name < right.name ? -1 : 1));
}

function amount({ values }: PortfolioRow): number {
  return Number(values.revenue ?? 0);
}
