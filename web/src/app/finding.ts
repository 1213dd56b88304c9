import type { Portfolio } from "@koers/contract";
import type { Phrases } from "@koers/phrases";

/** The title of the portfolio: what the curve shows, with number and euro, made from the data. */
export function portfolioFinding({ t, format }: Phrases, portfolio: Portfolio): string {
  const { whale, currency } = portfolio;
  if (whale === null)
    return t("portfolio.findingNone", { period: format.period(portfolio.period) });
  const lost = format.money(unsigned(whale.lostAmount), currency, 0);
  const losers = whale.losers;
  const best = whale.bestCustomers;
  if (whale.bestShare === null) {
    return t("portfolio.findingLoss", {
      total: format.money(unsigned(whale.total), currency, 0),
      losers,
      lost,
    });
  }
  const share = format.percent(whale.bestShare);
  switch (whale.measure) {
    case "fullyLoadedProfit":
      return t("portfolio.findingProfit", { best, share, losers, lost });
    case "contributionMargin":
      return t("portfolio.findingContribution", { best, share, losers, lost });
    case "revenue":
      return t("portfolio.findingRevenue", { best, share });
    default:
      return whale.measure satisfies never;
  }
}

function unsigned(amount: string): string {
  return amount.replace("-", "");
}
