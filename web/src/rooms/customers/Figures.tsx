import type { Customer, FactKey } from "@koers/contract";
import { formatFact } from "#app/fact-format.ts";
import { factUnits, isFact } from "#app/fact-units.ts";
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
  const parts = partsOf(figure);
  const rate = ratePerHour(figure);
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
              {parts.map((part, at) => (
                <tr key={part.fact}>
                  <td className="figure-sign">{signOf(part.sign, at)}</td>
                  <td>{t(`facts.${part.fact as FactKey}.name`)}</td>
                  <td className="number">
                    {formatFact(phrases, part.fact as FactKey, part.value, customer.currency, 2) ??
                      t("shell.unknown")}
                  </td>
                </tr>
              ))}
              {rate !== null && (
                <tr>
                  <td className="figure-sign">×</td>
                  <td>{t("customer.perHour")}</td>
                  <td className="number">{phrases.format.money(rate, customer.currency)}</td>
                </tr>
              )}
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

type Figure = Customer["figures"][number];

// "Part of" is no sum: one part that is not hours says nothing that the explanation does not.
function partsOf(figure: Figure): Figure["madeUpOf"] {
  const parts = figure.madeUpOf.filter((part) => isFact(part.fact));
  return parts.length === 1 && !isHours(parts[0]?.fact) ? [] : parts;
}

/** What an hour comes to, where a figure is hours times a rate. */
function ratePerHour(figure: Figure): string | null {
  const [part, ...others] = partsOf(figure);
  if (part === undefined || others.length > 0) return null;
  const hours = Number(part.value);
  return figure.value === null || !(hours > 0) ? null : (Number(figure.value) / hours).toFixed(2);
}

function isHours(fact: string | undefined): boolean {
  return fact !== undefined && isFact(fact) && factUnits[fact] === "hours";
}

// The first of a sum or a product has no sign before it.
function signOf(sign: string, at: number): string {
  if (at === 0 && sign !== "-") return "";
  return sign === "-" ? "−" : sign;
}
