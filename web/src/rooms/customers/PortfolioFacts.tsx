import type { Period, Portfolio } from "@koers/contract";
import { Link } from "@tanstack/react-router";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";

type PortfolioFactsProps = {
  readonly portfolio: Portfolio;
  readonly onPeriod: (period: Period) => void;
};

/** What the figures rest on, in sentences: cost of an hour, concentration, what is not known. */
export function PortfolioFacts({ portfolio, onPeriod }: PortfolioFactsProps) {
  const { t, format } = usePhrases();
  const { totals, currency, concentration, covered, otherCurrencies } = portfolio;
  const { hourCost } = totals;
  return (
    <section className="stack portfolio-facts">
      {covered.hours === null && (
        <p className="notice" data-kind="warn">
          {t("portfolio.noHours")}
        </p>
      )}
      {covered.hours !== null && totals.hours === null && (
        <div className="notice" data-kind="warn">
          <p>{t("portfolio.partHours", { covered: format.period(covered.hours) })}</p>
          <p>
            <Button size="small" onClick={() => covered.hours && onPeriod(covered.hours)}>
              {t("portfolio.showCovered")}
            </Button>
          </p>
        </div>
      )}
      {hourCost.rate !== null && hourCost.source !== "unknown" && (
        <p className="quiet">
          {hourCost.source === "ledger"
            ? t("portfolio.hourCostLedger", {
                rate: format.money(hourCost.rate, currency),
                personnel: format.money(hourCost.personnelCost ?? "0", currency, 0),
                hours: format.number(hourCost.hoursWorked ?? "0", 0),
              })
            : t(
                hourCost.source === "given"
                  ? "portfolio.hourCostGiven"
                  : "portfolio.hourCostExport",
                {
                  rate: format.money(hourCost.rate, currency),
                },
              )}{" "}
          <Link to="/settings" hash="economics">
            {t("portfolio.hourCostEdit")}
          </Link>
        </p>
      )}
      {concentration.top1 !== null &&
        concentration.top5 !== null &&
        concentration.herfindahl !== null && (
          <p className="quiet">
            {t("portfolio.concentration", {
              top1: format.percent(concentration.top1),
              top5: format.percent(concentration.top5),
              herfindahl: format.number(concentration.herfindahl, 2),
            })}
          </p>
        )}
      {otherCurrencies.map(({ currency: other, revenue, customers }) => (
        <p key={other} className="quiet">
          {t("portfolio.otherCurrency", {
            amount: format.money(revenue, other, 0),
            customers,
            currency: other,
          })}
        </p>
      ))}
    </section>
  );
}
