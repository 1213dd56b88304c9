import { usePhrases } from "#app/language.tsx";

export type BookLine = {
  readonly kind: string;
  readonly date: string;
  readonly description: string;
  readonly reference: string | null;
  readonly amount: string | null;
  readonly hours: string | null;
  readonly currency: string | null;
  readonly file: string;
  readonly line: number;
  readonly importId: number;
};

type LinesTableProps = {
  readonly lines: readonly BookLine[];
  readonly currency: string;
  readonly sum: string | null;
};

/** Lines of the books with their source; the sum below equals the figure that was opened. */
export function LinesTable({ lines, currency, sum }: LinesTableProps) {
  const { t, format } = usePhrases();
  const hours = lines.some((line) => line.hours !== null);
  const amounts = lines.some((line) => line.amount !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={t("customer.source")}>
      <table className="plain-table as-list">
        <thead>
          <tr>
            <th>{t("customer.date")}</th>
            <th>{t("customer.description")}</th>
            <th>{t("customer.reference")}</th>
            {hours && <th className="number">{t("customer.hours")}</th>}
            {amounts && <th className="number">{t("customer.amount")}</th>}
            <th>{t("customer.source")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={`${line.kind}-${line.importId}-${line.line}-${line.date}-${line.amount}-${line.reference}-${line.description}`}
            >
              <td>{format.day(line.date)}</td>
              <td>{line.description}</td>
              <td data-label={t("customer.reference")}>{line.reference}</td>
              {hours && (
                <td className="number" data-label={t("customer.hours")}>
                  {line.hours === null ? "" : format.number(line.hours, 2)}
                </td>
              )}
              {amounts && (
                <td className="number" data-label={t("customer.amount")}>
                  {line.amount === null ? "" : format.money(line.amount, line.currency ?? currency)}
                </td>
              )}
              <td className="quiet">
                {t("customer.sourceAt", { file: line.file, line: String(line.line) })}
              </td>
            </tr>
          ))}
        </tbody>
        {sum !== null && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={hours && amounts ? 4 : 3}>
                {t("customer.linesSum")}
              </th>
              <td className="number lines-sum">
                {amounts ? format.money(sum, currency) : format.number(sum, 2)}
              </td>
              <td className="quiet">{t("customer.linesEqual")}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
