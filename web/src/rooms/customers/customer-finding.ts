import type { Customer, FactKey, FactValue } from "@koers/contract";
import type { Phrases } from "@koers/phrases";

/** The title of a customer's page, made from its figures. */
export function customerFinding({ t, format }: Phrases, customer: Customer): string {
  const { name, currency } = customer;
  const revenue = figureOf(customer, "revenue");
  if (revenue === null || Number(revenue) === 0) {
    return t("customer.findingNone", { name, period: format.period(customer.period) });
  }
  const brought = format.money(String(revenue), currency, 0);
  const profit = figureOf(customer, "fullyLoadedProfit");
  if (profit === null) return t("customer.findingRevenue", { name, revenue: brought });
  const earned = format.money(String(profit).replace("-", ""), currency, 0);
  return Number(profit) < 0
    ? t("customer.findingLoss", { name, profit: earned, revenue: brought })
    : t("customer.findingProfit", { name, profit: earned, revenue: brought });
}

export function figureOf(customer: Customer, fact: FactKey): FactValue {
  return customer.figures.find((figure) => figure.fact === fact)?.value ?? null;
}
