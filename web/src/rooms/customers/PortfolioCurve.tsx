import type { Portfolio } from "@koers/contract";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { usePhrases } from "#app/language.tsx";
import { WhaleCurve } from "#charts/WhaleCurve.tsx";
import { whaleCurve } from "#charts/whale-curve.ts";
import { Button } from "#controls/Button.tsx";
import type { Columns } from "./portfolio-rows.ts";

type PortfolioCurveProps = {
  readonly portfolio: Portfolio;
  readonly columns: Columns;
  readonly onLosers: () => void;
};

/** The whale curve over what is known best: profit, else contribution, else revenue. */
export function PortfolioCurve({ portfolio, columns, onLosers }: PortfolioCurveProps) {
  const { t, format } = usePhrases();
  const navigate = useNavigate();
  const { whale, currency, names, ids } = portfolio;
  const measure = whale?.measure ?? "revenue";
  const points = useMemo(() => {
    const values = columns.get(measure) ?? [];
    // Who neither brought nor cost anything is no part of the curve, nor of its finding.
    return whaleCurve(values.map((value) => (Number(value) === 0 ? null : String(value))));
  }, [columns, measure]);
  if (whale === null || points.length === 0) return null;
  const money = (amount: string) => format.money(amount, currency, 0);
  const measureName = t(`facts.${measure}.name`).toLowerCase();
  return (
    <section className="stack whale">
      <h2>{t("portfolio.curveOf", { measure: measureName })}</h2>
      <WhaleCurve
        points={points}
        label={t("portfolio.curveTitle")}
        hint={t("portfolio.curveKeys")}
        peakLabel={t("portfolio.curvePeak", {
          amount: money(whale.peakAmount),
          customers: whale.peakCustomers,
        })}
        totalLabel={t("portfolio.curveTotal", { amount: money(whale.total) })}
        losersLabel={
          whale.losers === 0
            ? null
            : t("portfolio.curveLosers", {
                losers: whale.losers,
                amount: money(whale.lostAmount.replace("-", "")),
              })
        }
        axis={(value) => money(String(value))}
        describe={(point, rank) =>
          t("portfolio.curvePoint", {
            rank: String(rank),
            name: names[point.index] ?? "",
            amount: money(point.value.toFixed(2)),
            cumulative: money(point.cumulative.toFixed(2)),
          })
        }
        onOpen={(point) => {
          const id = ids[point.index];
          if (id !== undefined) {
            void navigate({
              to: "/customers/$id",
              params: { id },
              search: (before) => ({ from: before.from, to: before.to }),
            });
          }
        }}
      />
      <div className="row no-print">
        {whale.losers > 0 && (
          <Button size="small" onClick={onLosers}>
            {t("portfolio.losersOnly")}
          </Button>
        )}
        <details className="table-twin">
          <summary>{t("shell.asTable")}</summary>
          <div className="table-scroll table-twin-body">
            <table className="plain-table">
              <caption className="visually-hidden">{t("portfolio.curveTitle")}</caption>
              <thead>
                <tr>
                  <th className="number">{t("portfolio.rank")}</th>
                  <th>{t("facts.name.name")}</th>
                  <th className="number">{t(`facts.${measure}.name`)}</th>
                  <th className="number">{t("portfolio.cumulative")}</th>
                </tr>
              </thead>
              <tbody>
                {points.slice(0, 500).map((point, rank) => (
                  <tr key={ids[point.index]}>
                    <td className="number">{rank + 1}</td>
                    <td>{names[point.index]}</td>
                    <td className="number">{money(point.value.toFixed(2))}</td>
                    <td className="number">{money(point.cumulative.toFixed(2))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </div>
    </section>
  );
}
