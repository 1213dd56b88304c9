import type { GrowthEstimate } from "./growth-calibration.ts";
import type { GrowthPolicy } from "./growth-model.ts";
import type { GrowthParameterName } from "./growth-parameters.ts";

/** What each part of a policy works through, from the lever to the customers. */
const leansOn: Readonly<Record<keyof GrowthPolicy, readonly GrowthParameterName[]>> = {
  servingShift: ["winsPerHour", "waitToSatisfaction", "perceptionTime", "satisfactionToChurn"],
  priceRise: ["priceToWins", "priceToChurn", "renewalTime"],
  cut: ["cutToSatisfaction", "perceptionTime", "satisfactionToChurn"],
  pricePressure: ["priceToWins", "priceToChurn", "renewalTime", "sellingReaction"],
};

/**
 * What a scenario assumes rather than knows: of the parameters that it works through, those that the
 * figures told nothing about. Say them beside its band.
 */
export function growthAssumptions(
  policy: Partial<GrowthPolicy>,
  estimates: readonly GrowthEstimate[],
): readonly GrowthEstimate[] {
  const levers = (Object.keys(leansOn) as (keyof GrowthPolicy)[]).filter(
    (lever) => (policy[lever] ?? 0) !== 0,
  );
  const through = new Set(levers.flatMap((lever) => leansOn[lever]));
  return estimates.filter(({ name, from }) => from === "prior" && through.has(name));
}
