import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { reading } from "#app/api.ts";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { portfolioFinding } from "#app/finding.ts";
import { usePhrases } from "#app/language.tsx";
import type { PortfolioSearch } from "#app/search-params.ts";
import { NoBooks } from "#controls/NoBooks.tsx";
import { PageSkeleton } from "#controls/PageSkeleton.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { PeriodPicker } from "./PeriodPicker.tsx";
import { PortfolioCurve } from "./PortfolioCurve.tsx";
import { PortfolioFacts } from "./PortfolioFacts.tsx";
import { PortfolioTable } from "./PortfolioTable.tsx";
import { PortfolioTools } from "./PortfolioTools.tsx";
import { activeCustomers, columnsOf, portfolioRows } from "./portfolio-rows.ts";
import "./portfolio.css";

const route = getRouteApi("/door/customers");

/** Who the customers are and what they bring: the finding, the curve, the table. */
export function PortfolioPage() {
  const phrases = usePhrases();
  const { t, format } = phrases;
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const {
    data: portfolio,
    error,
    refetch,
  } = useQuery({
    ...reading("getPortfolio", { from: view.from, to: view.to }),
    placeholderData: (before) => before,
  });
  const columns = useMemo(() => portfolio && columnsOf(portfolio), [portfolio]);
  const rows = useMemo(
    () => (portfolio && columns ? portfolioRows(portfolio, columns, view) : []),
    [portfolio, columns, view],
  );

  function change(part: Partial<PortfolioSearch>) {
    void navigate({
      search: (before) => ({ ...before, ...part }),
      replace: true,
      resetScroll: false,
    });
  }

  if (error !== null) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (portfolio === undefined || columns === undefined) return <PageSkeleton />;
  if (portfolio.covered.revenue === null && portfolio.covered.hours === null) {
    return <NoBooks />;
  }
  const active = activeCustomers(columns);
  return (
    <>
      <header className="page-head">
        <h1>{portfolioFinding(phrases, portfolio)}</h1>
        <p className="lead">
          {t("portfolio.lead", {
            customers: active,
            quiet: portfolio.ids.length - active,
            period: format.period(portfolio.period),
            revenue: format.money(portfolio.totals.revenue, portfolio.currency, 0),
          })}{" "}
          {Number(portfolio.totals.unattributedRevenue) !== 0 && (
            <Link
              to="/customers/unattributed"
              search={{ from: portfolio.period.from, to: portfolio.period.to }}
            >
              {t("portfolio.leadUnattributed", {
                amount: format.money(portfolio.totals.unattributedRevenue, portfolio.currency, 0),
              })}
            </Link>
          )}
        </p>
        <div className="row no-print">
          <PeriodPicker
            period={portfolio.period}
            covered={portfolio.covered.revenue}
            chosen={view.from !== undefined}
            onChange={(period) => change(period)}
          />
          <ExportMenu portfolio={portfolio} view={view} rows={rows} />
          <Link
            className="button"
            to="/customers/retention"
            search={{ from: view.from, to: view.to }}
          >
            {t("portfolio.retention")}
          </Link>
          <Link className="button" to="/customers/import">
            {t("portfolio.import")}
          </Link>
        </div>
      </header>
      <PortfolioCurve
        portfolio={portfolio}
        columns={columns}
        onLosers={() => change({ losers: true })}
      />
      <PortfolioFacts portfolio={portfolio} onPeriod={(period) => change(period)} />
      <section className="stack">
        <PortfolioTools portfolio={portfolio} view={view} onChange={change} />
        <PortfolioTable
          portfolio={portfolio}
          columns={columns}
          rows={rows}
          view={view}
          onChange={change}
        />
      </section>
    </>
  );
}
