import type { FileReport } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";

type Reconciliation = NonNullable<FileReport["reconciliation"]>;

/** Control totals as declared and counted, and how much revenue found its customer. */
export function Reconciles({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const { t, format } = usePhrases();
  const { controlTotals, ledgerRevenue, attributedRevenue, unattributed, advice } = reconciliation;
  const currency = reconciliation.currency ?? "EUR";
  const share = Number(ledgerRevenue) === 0 ? 0 : Number(attributedRevenue) / Number(ledgerRevenue);
  // As the file has it where that is no number.
  function total(name: string, value: string): string {
    if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
    return name === "linesCount" ? format.number(value, 0) : format.money(value, currency);
  }
  return (
    <section className="stack">
      <h3>{t("books.reconciles")}</h3>
      {advice !== null && (
        <p className="notice" data-kind="warn">
          {t(`books.advice-${advice}`)}
        </p>
      )}
      {ledgerRevenue !== null && attributedRevenue !== null && (
        <p>
          {t("books.attributed", {
            attributed: format.money(attributedRevenue, currency),
            revenue: format.money(ledgerRevenue, currency),
            share: format.percent(share, 1),
          })}
        </p>
      )}
      {unattributed.length > 0 && (
        <div className="table-scroll">
          <table className="plain-table">
            <caption className="field-label">{t("books.unattributedRest")}</caption>
            <thead>
              <tr>
                <th>{t("books.account")}</th>
                <th className="number">{t("books.linesHead")}</th>
                <th className="number">{t("books.amount")}</th>
              </tr>
            </thead>
            <tbody>
              {unattributed.map(({ account, description, amount, lines }) => (
                <tr key={account}>
                  <td>
                    {account} {description}
                  </td>
                  <td className="number">{format.number(lines, 0)}</td>
                  <td className="number">{format.money(amount, currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {controlTotals.length > 0 && (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t("books.controlTotal")}</th>
                <th className="number">{t("books.declared")}</th>
                <th className="number">{t("books.found")}</th>
                <th>
                  <span className="visually-hidden">{t("books.status")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {controlTotals.map(({ name, declared, found, equal }) => (
                <tr key={name}>
                  <td>{t(`controlTotals.${name}`)}</td>
                  <td className="number">{total(name, declared)}</td>
                  <td className="number">{total(name, found)}</td>
                  <td>
                    <span className="badge" data-kind={equal ? "accent" : "loss"}>
                      {t(equal ? "books.equal" : "books.unequal")}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
