import type { FactKey, OutputOf } from "@koers/contract";
import type { Phrases } from "@koers/phrases";
import { factText } from "./fact-text.ts";
import { plainText } from "./plain-text.ts";
import type { PortfolioRow } from "./portfolio-rows.ts";
import { textTable } from "./table.ts";

type Portfolio = OutputOf<"getPortfolio">;

const shown = [
  "revenue",
  "contributionMargin",
  "costToServe",
  "fullyLoadedProfit",
  "hours",
  "profitPerHour",
] as const satisfies readonly FactKey[];

/** The portfolio for a terminal: the figures that are known, with totals that add up. */
export function portfolioTable(
  portfolio: Portfolio,
  rows: readonly PortfolioRow[],
  limit: number,
  phrases: Phrases,
  width: number,
): string {
  const { t, format } = phrases;
  const { totals, currency, organization } = portfolio;
  const known = shown.filter((fact) => rows.some(({ values }) => (values[fact] ?? null) !== null));
  const columns = [
    { head: t("commandLine.portfolio.customer"), align: "left" } as const,
    ...known.map((fact) => ({ head: t(`facts.${fact}.name`), align: "right" }) as const),
  ];
  const cells = ({ name, values }: PortfolioRow) => [
    plainText(name),
    ...known.map((fact) => factText(fact, values[fact] ?? null, phrases)),
  ];
  const totalOf = (fact: (typeof shown)[number]) => {
    if (fact === "profitPerHour") return null;
    return fact === "revenue" ? totals.attributedRevenue : (totals[fact] ?? null);
  };
  const left = rows.length - Math.min(limit, rows.length);
  const lines = [
    ...rows.slice(0, limit).map(cells),
    ...(left > 0 ? [[`(${t("commandLine.portfolio.rest", { count: left })})`]] : []),
    [
      t("commandLine.portfolio.total"),
      ...known.map((fact) =>
        totalOf(fact) === null ? "" : factText(fact, totalOf(fact), phrases),
      ),
    ],
  ];
  const apart = [
    ...(Number(totals.unattributedRevenue) === 0
      ? []
      : [
          t("commandLine.portfolio.unattributed", {
            amount: format.money(totals.unattributedRevenue, currency),
            ledger: format.money(totals.revenue, currency),
          }),
        ]),
    ...portfolio.otherCurrencies.map(({ currency: other, revenue, customers }) =>
      t("commandLine.portfolio.otherCurrency", {
        currency: other,
        amount: format.money(revenue, other),
        count: customers,
      }),
    ),
  ];
  const period = format.period(portfolio.period);
  const heading = `${t("commandLine.portfolio.heading", { name: organization.name, period })} (${currency})`;
  const table = textTable(columns, lines, width);
  return `${plainText(heading)}\n\n${table}${apart.map((line) => `${line}\n`).join("")}`;
}
