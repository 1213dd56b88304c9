import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { reading } from "#app/api.ts";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { LinesTable } from "#controls/LinesTable.tsx";
import { NoBooks } from "#controls/NoBooks.tsx";
import { PageSkeleton } from "#controls/PageSkeleton.tsx";

const route = getRouteApi("/door/customers/unattributed");

/** Revenue that the books do not tie to a customer, line by line. */
export function UnattributedPage() {
  const { t, format } = usePhrases();
  const { from, to } = route.useSearch();
  const [limit, setLimit] = useState(200);
  const { data: portfolio } = useQuery(reading("getPortfolio", { from, to }));
  const { data, error, refetch } = useQuery({
    ...reading("getUnattributedLines", { from, to, limit }),
    placeholderData: (before) => before,
  });
  if (error !== null) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (data === undefined || portfolio === undefined) return <PageSkeleton />;
  if (portfolio.covered.revenue === null) return <NoBooks />;
  const { currency, period } = portfolio;
  return (
    <>
      <header className="page-head">
        <h1>
          {data.total === 0
            ? t("portfolio.unattributedNone")
            : t("portfolio.unattributedTitle", { amount: format.money(data.sum, currency) })}
        </h1>
        <p className="lead">
          {format.period(period)}. {data.total > 0 && t("portfolio.unattributedText")}
        </p>
      </header>
      {data.total > 0 && <LinesTable lines={data.lines} currency={currency} sum={data.sum} />}
      {data.total > data.lines.length && limit < 1000 && (
        <Button onClick={() => setLimit(1000)}>{t("customer.linesMore")}</Button>
      )}
    </>
  );
}
