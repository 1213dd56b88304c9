import type { OutputOf } from "@koers/contract/client";
import { usePhrases } from "#app/language.tsx";

type CohortsProps = {
  readonly cohorts: OutputOf<"getRetention">["cohorts"];
  readonly currency: string;
};

/** Customers by the year of their first invoice: how many are still active, and what they bring. */
export function Cohorts({ cohorts, currency }: CohortsProps) {
  const { t, format } = usePhrases();
  const years = [
    ...new Set(cohorts.flatMap((cohort) => cohort.years.map(({ year }) => year))),
  ].sort((a, b) => a - b);
  if (cohorts.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t("portfolio.cohorts")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t("portfolio.cohorts")}>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t("portfolio.cohortYear")}</th>
              <th className="number">{t("portfolio.cohortCustomers")}</th>
              {years.map((year) => (
                <th key={year} className="number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort) => (
              <tr key={cohort.year}>
                <th scope="row">{cohort.year}</th>
                <td className="number">{cohort.customers}</td>
                {years.map((year) => {
                  const cell = cohort.years.find((one) => one.year === year);
                  return (
                    <td key={year} className="number">
                      {cell &&
                        t("portfolio.cohortCell", {
                          active: String(cell.active),
                          revenue: format.money(cell.revenue, currency, 0),
                        })}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
