import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { reading } from "#app/api.ts";
import { ErrorPage } from "#app/ErrorPage.tsx";
import { usePhrases } from "#app/language.tsx";
import { EmptyState } from "#controls/EmptyState.tsx";
import { PageSkeleton } from "#controls/PageSkeleton.tsx";
import { Cohorts } from "./Cohorts.tsx";
import "./customer.css";

const route = getRouteApi("/door/customers/retention");

/** GRR, NRR, churn and earned growth, each with what it is made of. */
export function RetentionPage() {
  const { t, format } = usePhrases();
  const { from, to } = route.useSearch();
  const { data, error, refetch } = useQuery(reading("getRetention", { from, to }));
  const { data: portfolio } = useQuery(reading("getPortfolio", { from, to }));
  if (error !== null) return <ErrorPage error={error} reset={() => void refetch()} />;
  if (data === undefined || portfolio === undefined) return <PageSkeleton />;
  const { retention, cohorts } = data;
  const { currency } = portfolio;
  if (retention === null || retention.grossRetention === null || retention.netRetention === null) {
    return (
      <>
        <EmptyState
          level={1}
          title={t("portfolio.retentionUnknown")}
          text={t("portfolio.retentionUnknownText")}
        />
        <Cohorts cohorts={cohorts} currency={currency} />
      </>
    );
  }
  const money = (amount: string) => format.money(amount, currency, 0);
  const bridge = [
    ["opening", retention.openingRevenue, retention.before],
    ["lostRevenue", `-${retention.lost.replace("-", "")}`, null],
    ["contraction", `-${retention.contraction.replace("-", "")}`, null],
    ["expansion", retention.expansion, null],
    ["newRevenue", retention.newRevenue, null],
  ] as const;
  const interval = retention.logoChurnInterval;
  return (
    <>
      <header className="page-head">
        <h1>
          {t("portfolio.retentionTitle", {
            grr: format.percent(retention.grossRetention),
            nrr: format.percent(retention.netRetention),
          })}
        </h1>
        <p className="lead">{format.period(retention.period)}</p>
      </header>
      <section className="columns">
        <table className="plain-table">
          <tbody>
            {bridge.map(([key, amount, period]) => (
              <tr key={key}>
                <th scope="row">
                  {period === null
                    ? t(`portfolio.${key as "lostRevenue"}`)
                    : t("portfolio.opening", { period: format.period(period) })}
                </th>
                <td className="number">{money(amount)}</td>
              </tr>
            ))}
            <tr className="figure-sum">
              <th scope="row">
                {t("portfolio.closing", { period: format.period(retention.period) })}
              </th>
              <td className="number">{money(portfolio.totals.attributedRevenue)}</td>
            </tr>
          </tbody>
        </table>
        <dl className="stack">
          <Measure
            name={t("portfolio.grr")}
            value={format.percent(retention.grossRetention, 1)}
            text={t("portfolio.grrExplained")}
          />
          <Measure
            name={t("portfolio.nrr")}
            value={format.percent(retention.netRetention, 1)}
            text={t("portfolio.nrrExplained")}
          />
          <Measure
            name={t("portfolio.churn")}
            value={
              retention.logoChurn === null
                ? t("shell.unknown")
                : format.percent(retention.logoChurn, 0)
            }
            text={t("portfolio.churnExplained", {
              lost: String(retention.lostCustomers),
              opening: String(retention.openingCustomers),
              months: retention.lostAfterMonths,
              interval:
                interval === null
                  ? t("portfolio.churnTooFew")
                  : `${format.percent(interval[0])} – ${format.percent(interval[1])}`,
            })}
          />
          <Measure
            name={t("portfolio.earnedGrowth")}
            value={
              retention.earnedGrowth === null
                ? t("shell.unknown")
                : format.percent(retention.earnedGrowth, 1)
            }
            text={
              retention.earnedNewShare === null
                ? t("portfolio.earnedUnknown")
                : `${t("portfolio.nrr")} + ${t("portfolio.earnedNew").toLowerCase()} (${format.percent(earnedNewShown(retention), 1)}) − 100%`
            }
          />
        </dl>
      </section>
      <Cohorts cohorts={cohorts} currency={currency} />
    </>
  );
}

/** Rounded so that what stands on the page adds up: growth and NRR are rounded, the part between fits. */
function earnedNewShown(retention: {
  readonly earnedGrowth: number | null;
  readonly netRetention: number | null;
}): number {
  const tenths = (share: number | null) => Math.round((share ?? 0) * 1000);
  return (tenths(retention.earnedGrowth) - tenths(retention.netRetention) + 1000) / 1000;
}

function Measure(props: { readonly name: string; readonly value: string; readonly text: string }) {
  return (
    <div>
      <dt>
        {props.name} <strong>{props.value}</strong>
      </dt>
      <dd className="quiet measure-text">{props.text}</dd>
    </div>
  );
}
