import type { FactKey, FactValue, Portfolio } from "@koers/contract";

export type Row = { readonly name: string } & { readonly [Key in FactKey]?: FactValue };

type Whale = NonNullable<Portfolio["whale"]>;

/** A portfolio of these customers; facts that a row does not have are unknown. */
export function aPortfolio(
  rows: readonly Row[],
  changes: Partial<Portfolio> & { readonly measure?: Whale["measure"] } = {},
): Portfolio {
  const { measure = "fullyLoadedProfit", ...rest } = changes;
  const facts = [...new Set(rows.flatMap((row) => Object.keys(row) as FactKey[]))].filter(
    (fact) => fact !== "name",
  );
  return {
    organization: { id: "1", name: "Bureau Noord", kind: "real" },
    period: { from: "2025-01", to: "2025-12" },
    covered: {
      revenue: { from: "2024-01", to: "2025-12" },
      hours: { from: "2024-01", to: "2025-12" },
    },
    currency: "EUR",
    ids: rows.map((_, at) => `id-${at}`),
    names: rows.map(({ name }) => name),
    columns: facts.map((fact) => ({ fact, values: rows.map((row) => row[fact] ?? null) })),
    totals: {
      revenue: "0.00",
      attributedRevenue: "0.00",
      unattributedRevenue: "0.00",
      directPurchases: null,
      unattributedPurchases: null,
      personnelCost: null,
      overhead: null,
      hours: null,
      directHours: null,
      servingHours: null,
      internalHours: null,
      contributionMargin: null,
      costToServe: null,
      fullyLoadedProfit: null,
      directHoursCost: null,
      servingHoursCost: null,
      failureCost: null,
      failureHours: null,
      latePaymentCost: null,
      internalHoursCost: null,
      operatingProfit: null,
      hourCost: {
        source: "unknown",
        rate: null,
        personnelCost: null,
        hoursWorked: null,
        estimated: false,
      },
    },
    concentration: { top1: null, top5: null, herfindahl: null },
    whale: aWhale({ measure }),
    otherCurrencies: [],
    dataVersion: "1",
    ...rest,
  };
}

export function aWhale(changes: Partial<Whale> = {}): Whale {
  return {
    measure: "fullyLoadedProfit",
    customers: 90,
    total: "200000.00",
    peakCustomers: 81,
    peakAmount: "261300.00",
    bestCustomers: 12,
    bestShare: 1.41,
    losers: 9,
    lostAmount: "61300.00",
    ...changes,
  };
}
