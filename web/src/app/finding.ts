import type { Portfolio } from "@koers/contract";
import type { Phrases } from "@koers/phrases";

type Whale = NonNullable<Portfolio["whale"]>;

/** The title of the portfolio: what the curve shows, with number and euro, made from the data. */
export function portfolioFinding(phrases: Phrases, portfolio: Portfolio): string {
  const { t, format } = phrases;
  const { whale, currency } = portfolio;
  if (whale === null)
    return t("portfolio.findingNone", { period: format.period(portfolio.period) });
  if (whale.bestShare === null) return findingWithoutShare(phrases, portfolio, whale);
  const lost = format.money(unsigned(whale.lostAmount), currency, 0);
  const losers = whale.losers;
  const best = whale.bestCustomers;
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

/** Together they bring nothing, or less: there is no whole to have a share of. */
function findingWithoutShare({ t, format }: Phrases, portfolio: Portfolio, whale: Whale): string {
  const { currency, period } = portfolio;
  const { measure, losers } = whale;
  const total = format.money(unsigned(whale.total), currency, 0);
  const lost = format.money(unsigned(whale.lostAmount), currency, 0);
  if (Number(whale.total) === 0) {
    return measure === "revenue"
      ? t("portfolio.findingNone", { period: format.period(period) })
      : t("portfolio.findingEven", { losers, lost });
  }
  switch (measure) {
    case "fullyLoadedProfit":
      return t("portfolio.findingLoss", { total, losers, lost });
    case "contributionMargin":
      return t("portfolio.findingNoContribution", { total, losers, lost });
    case "revenue":
      return t("portfolio.findingCredited", { total });
    default:
      return measure satisfies never;
  }
}

function unsigned(amount: string): string {
  return amount.replace("-", "");
}
