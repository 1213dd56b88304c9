import type { ActivityKind, Customer } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";

/** What it buys, where the hours went, how it pays. */
export function CustomerWork({ customer }: { readonly customer: Customer }) {
  const { t, format } = usePhrases();
  const { currency, payments } = customer;
  const money = (amount: string | null) =>
    amount === null ? t("shell.unknown") : format.money(amount, currency, 0);
  return (
    <div className="columns">
      <section className="stack">
        <h2>{t("customer.services")}</h2>
        {customer.services.length === 0 ? (
          <p className="quiet">{t("customer.servicesNone")}</p>
        ) : (
          <table className="plain-table as-list">
            <thead>
              <tr>
                <th>{t("customer.service")}</th>
                <th>{t("customer.servicePeriod")}</th>
                <th className="number">{t("facts.revenue.name")}</th>
              </tr>
            </thead>
            <tbody>
              {customer.services.map(({ service, revenue, firstMonth, lastMonth }) => (
                <tr key={service}>
                  <td>{service}</td>
                  <td data-label={t("customer.servicePeriod")}>
                    {format.period({ from: firstMonth, to: lastMonth })}
                  </td>
                  <td className="number">{money(revenue)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="stack">
        <h2>{t("customer.hoursByKind")}</h2>
        {customer.hoursByKind.length === 0 ? (
          <p className="quiet">{t("customer.hoursNone")}</p>
        ) : (
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t("customer.kind")}</th>
                <th className="number">{t("customer.hours")}</th>
                <th className="number">{t("customer.cost")}</th>
              </tr>
            </thead>
            <tbody>
              {customer.hoursByKind.map(({ kind, hours, cost }) => (
                <tr key={kind}>
                  <td>{t(`activityKinds.${kind as ActivityKind}`)}</td>
                  <td className="number">{format.number(hours)}</td>
                  <td className="number">{money(cost)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="stack">
        <h2>{t("customer.payments")}</h2>
        {payments.daysOutstanding === null && payments.open === null && (
          <p className="quiet">{t("customer.paysUnknown")}</p>
        )}
        {payments.daysOutstanding !== null && (
          <p>
            {t("customer.paysIn", {
              days: format.number(payments.daysOutstanding, 0),
              count: payments.paidInvoices,
            })}
          </p>
        )}
        {payments.daysInterval !== null && (
          <p>
            {t("customer.paysInterval", {
              from: format.number(payments.daysInterval[0], 0),
              to: format.number(payments.daysInterval[1], 0),
            })}
          </p>
        )}
        {payments.open !== null && (
          <p>
            {t("customer.paysOpen", {
              open: money(payments.open),
              overdue: money(payments.overdue),
            })}
          </p>
        )}
      </section>
    </div>
  );
}
