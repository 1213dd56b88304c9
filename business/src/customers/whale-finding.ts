import type { Portfolio } from "@koers/contract";
import { decimalText } from "./figure-text.ts";
import type { FirmFacts } from "./firm-facts.ts";
import { whaleCurve } from "./whale-curve.ts";

/** The whale curve over the best measure of profit that is known. */
export function whaleFinding(firm: FirmFacts): Portfolio["whale"] {
  const { economics } = firm;
  const measures = [
    ["fullyLoadedProfit", economics.fullyLoaded.values],
    ["contributionMargin", economics.contribution.values],
    ["revenue", economics.reach.revenue ? economics.columns.revenue : undefined],
  ] as const;
  const [measure, values] = measures.find(([, known]) => known !== undefined) ?? [];
  const curve = values === undefined ? undefined : whaleCurve(values);
  if (measure === undefined || curve === undefined) return null;
  return {
    ...curve,
    measure,
    total: decimalText(curve.total, firm.decimals),
    peakAmount: decimalText(curve.peakAmount, firm.decimals),
    lostAmount: decimalText(curve.lostAmount, firm.decimals),
  };
}
