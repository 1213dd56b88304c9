import type { Customer } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";
import { MonthBars } from "#charts/MonthBars.tsx";

type CustomerMonthsProps = {
  readonly customer: Customer;
  readonly onOpen: (month: string) => void;
};

export function CustomerMonths({ customer, onOpen }: CustomerMonthsProps) {
  const { t, format } = usePhrases();
  const { currency, months } = customer;
  if (months.length === 0) return null;
  const money = (amount: string | null) =>
    amount === null ? t("shell.unknown") : format.money(amount, currency, 0);
  return (
    <section className="stack">
      <h2>{t("customer.byMonth")}</h2>
      <MonthBars
        label={t("customer.byMonth")}
        months={months.map(({ month, revenue, contributionMargin }) => ({
          month,
          revenue: Number(revenue),
          margin: contributionMargin === null ? null : Number(contributionMargin),
        }))}
        axis={(value) => format.money(String(value), currency, 0)}
        monthLabel={format.month}
        describe={({ month, revenue, margin }) =>
          `${format.month(month)}: ${t("facts.revenue.name")} ${money(revenue.toFixed(2))}, ${t("facts.contributionMargin.name")} ${money(margin === null ? null : margin.toFixed(2))}`
        }
        onOpen={({ month }) => onOpen(month)}
      />
      <details className="table-twin">
        <summary>{t("shell.asTable")}</summary>
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t("customer.month")}</th>
                <th className="number">{t("facts.revenue.name")}</th>
                <th className="number">{t("facts.contributionMargin.name")}</th>
                <th className="number">{t("facts.fullyLoadedProfit.name")}</th>
                <th className="number">{t("facts.hours.name")}</th>
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, revenue, contributionMargin, fullyLoadedProfit, hours }) => (
                <tr key={month}>
                  <th scope="row">{format.month(month)}</th>
                  <td className="number">{money(revenue)}</td>
                  <td className="number">{money(contributionMargin)}</td>
                  <td className="number">{money(fullyLoadedProfit)}</td>
                  <td className="number">
                    {hours === null ? t("shell.unknown") : format.number(hours)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
