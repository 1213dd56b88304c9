import { type Cents, share } from "./money.ts";

/** What the written rules (docs/models/economics.md) start from, for one customer. */
export type CustomerInput = {
  readonly revenue: Cents;
  readonly directPurchases: Cents;
  readonly directSeconds: number;
  readonly servingSeconds: number;
  readonly failureSeconds: number;
  /** Sum over invoices of the amount times the days that it was out beyond the normal term. */
  readonly lateCentDays: bigint;
};

/** What is left of a customer, and by which costs. */
export type CustomerProfit = {
  readonly directHoursCost: Cents;
  readonly contribution: Cents;
  readonly servingHoursCost: Cents;
  readonly failureCost: Cents;
  readonly latePaymentCost: Cents;
  readonly costToServe: Cents;
  readonly overhead: Cents;
  readonly fullyLoadedProfit: Cents;
};

/** Days that every customer may take to pay, and what money costs beyond them: what Koers starts with. */
export const normalTermDays = 30;
const latePercentAYear = 8n;

/**
 * The economics of every customer by the written rules, worked out a second time and apart from the
 * product, so that the product can be held against it to the cent. Cents are shared out by largest
 * remainder, in the order of the customers.
 */
export function profitByRule(
  customers: readonly CustomerInput[],
  firm: {
    readonly personnelCost: Cents;
    readonly operatingCost: Cents;
    readonly internalSeconds: number;
  },
): CustomerProfit[] {
  const groups = ["directSeconds", "servingSeconds", "failureSeconds"] as const;
  const hoursCost = shareOut(firm.personnelCost, [
    ...groups.flatMap((group) => customers.map((customer) => customer[group])),
    firm.internalSeconds,
  ]);
  const costOf = (group: number, at: number) => hoursCost[group * customers.length + at] ?? 0n;

  const carried = customers.reduce(
    (total, { directPurchases }, at) =>
      total + directPurchases + costOf(0, at) + costOf(1, at) + costOf(2, at),
    0n,
  );
  const overhead = shareOut(
    firm.operatingCost - carried,
    customers.map((one) => one.directSeconds + one.servingSeconds + one.failureSeconds),
  );
  return customers.map(({ revenue, directPurchases, lateCentDays }, at) => {
    const [directHoursCost, servingHoursCost, failureCost] = [0, 1, 2].map((group) =>
      costOf(group, at),
    ) as [Cents, Cents, Cents];
    const latePaymentCost = share(lateCentDays, latePercentAYear, 100n * 365n);
    const contribution = revenue - directHoursCost - directPurchases;
    const costToServe = servingHoursCost + failureCost + latePaymentCost;
    const ownOverhead = overhead[at] ?? 0n;
    return {
      directHoursCost,
      contribution,
      servingHoursCost,
      failureCost,
      latePaymentCost,
      costToServe,
      overhead: ownOverhead,
      fullyLoadedProfit: contribution - costToServe - ownOverhead,
    };
  });
}

/** Whole cents over weights, the largest remainders first to get the cents that are left. */
function shareOut(amount: Cents, weights: readonly number[]): Cents[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map(() => 0n);
  const parts = weights.map((weight, at) => {
    const product = amount * BigInt(weight);
    const remainder = ((product % total) + total) % total;
    return { at, cents: (product - remainder) / total, remainder };
  });
  const left = amount - parts.reduce((sum, part) => sum + part.cents, 0n);
  const first = parts.toSorted(
    (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || a.at - b.at,
  );
  for (const part of first.slice(0, Number(left))) part.cents += 1n;
  return parts.map((part) => part.cents);
}
