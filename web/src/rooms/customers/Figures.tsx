import type { Customer, FactKey } from "@koers/contract";
import { formatFact } from "#app/fact-format.ts";
import { isFact } from "#app/fact-units.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";

type FiguresProps = { readonly customer: Customer; readonly onLines: (fact: FactKey) => void };

/** The waterfall from revenue to profit, and then the ratios; every figure opens. */
const story = [
  "revenue",
  "directHoursCost",
  "directPurchases",
  "contributionMargin",
  "costToServe",
  "overhead",
  "fullyLoadedProfit",
] as const satisfies readonly FactKey[];

const rest = [
  "hours",
  "profitPerHour",
  "effectiveRate",
  "realisation",
  "discountDepth",
  "creditNotes",
  "daysOutstanding",
  "openInvoices",
  "overdue",
  "revenueGrowth",
] as const satisfies readonly FactKey[];

const results: ReadonlySet<FactKey> = new Set(["contributionMargin", "fullyLoadedProfit"]);
const costs: ReadonlySet<FactKey> = new Set([
  "directHoursCost",
  "directPurchases",
  "costToServe",
  "overhead",
]);

export function Figures({ customer, onLines }: FiguresProps) {
  const { t } = usePhrases();
  return (
    <section className="stack">
      <h2>{t("customer.figures")}</h2>
      <div className="figures">
        <div>{story.map((fact) => row(fact))}</div>
        <div>{rest.map((fact) => row(fact))}</div>
      </div>
    </section>
  );

  function row(fact: FactKey) {
    return <FigureRow key={fact} customer={customer} fact={fact} onLines={onLines} />;
  }
}

function FigureRow({ customer, fact, onLines }: FiguresProps & { readonly fact: FactKey }) {
  const phrases = usePhrases();
  const { t } = phrases;
  const figure = customer.figures.find((one) => one.fact === fact);
  if (figure === undefined) return null;
  const text = formatFact(phrases, fact, figure.value, customer.currency, 2);
  const parts = figure.madeUpOf.filter((part) => isFact(part.fact));
  return (
    <details className="figure" data-result={results.has(fact) ? "" : undefined}>
      <summary>
        <span className="figure-name">
          {costs.has(fact) && <span aria-hidden="true">− </span>}
          {t(`facts.${fact}.name`)}
        </span>
        <span className={`number${Number(figure.value) < 0 ? " loss" : ""}`} data-fact={fact}>
          {text ?? <span className="quiet">{t("shell.unknown")}</span>}
        </span>
      </summary>
      <div className="figure-body">
        <p className="quiet">{t(`facts.${fact}.explanation`)}</p>
        {figure.unknown && <p>{t(`unknown.${figure.unknown}`)}</p>}
        {parts.length > 0 && text !== null && (
          <table className="plain-table">
            <tbody>
              {parts.map((part) => (
                <tr key={part.fact}>
                  <td className="figure-sign">{part.sign === "-" ? "−" : part.sign}</td>
                  <td>{t(`facts.${part.fact as FactKey}.name`)}</td>
                  <td className="number">
                    {formatFact(phrases, part.fact as FactKey, part.value, customer.currency, 2) ??
                      t("shell.unknown")}
                  </td>
                </tr>
              ))}
              <tr className="figure-sum">
                <td className="figure-sign">=</td>
                <td>{t(`facts.${fact}.name`)}</td>
                <td className="number">{text}</td>
              </tr>
            </tbody>
          </table>
        )}
        {figure.lines > 0 && (
          <Button size="small" onClick={() => onLines(fact)}>
            {t("customer.lines", { count: figure.lines })}
          </Button>
        )}
      </div>
    </details>
  );
}
