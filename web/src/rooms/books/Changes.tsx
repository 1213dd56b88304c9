import type { FileReport, Subject } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";

type ChangesProps = {
  readonly changes: NonNullable<FileReport["changes"]>;
  readonly report: FileReport;
};

/** What importing this file would change. */
export function Changes({ changes, report }: ChangesProps) {
  const { t, format } = usePhrases();
  const currency = report.administration?.currency ?? report.reconciliation?.currency ?? "EUR";
  return (
    <section className="stack">
      <h3>{t("books.willChange")}</h3>
      <p>
        {changes.covers !== null &&
          `${t("books.covers", { from: format.day(changes.covers.from), to: format.day(changes.covers.to) })} `}
        {t("books.newCustomers", { count: changes.newCustomers })},{" "}
        {t("books.matchedCustomers", { count: changes.matchedCustomers })}.
      </p>
      {changes.newCustomerNames.length > 0 && (
        <p className="quiet">
          {changes.newCustomerNames.slice(0, 12).join(", ")}
          {changes.newCustomerNames.length > 12 ? " …" : ""}
        </p>
      )}
      {changes.replaces !== null && (
        <p className="notice">{t("books.replaces", { id: String(changes.replaces) })}</p>
      )}
      {changes.differences.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t("books.difference")}</th>
              <th className="number">{t("books.before")}</th>
              <th className="number">{t("books.after")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.differences.map(({ figure, before, after }) => (
              <tr key={figure}>
                <td>{figure in subjectNames ? t(`subjects.${figure as Subject}`) : figure}</td>
                <td className="number">{format.money(before, currency)}</td>
                <td className="number">{format.money(after, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const subjectNames: Readonly<Record<string, true>> = {
  invoices: true,
  hours: true,
  payments: true,
};
