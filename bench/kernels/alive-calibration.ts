import {
  betaGeometricDraws,
  betaGeometricPosterior,
  predictionBands,
  probabilityAlive,
  randomStream,
} from "@koers/kernels";
import { projectCustomers } from "../generate/service-firm.ts";
import { serviceFirms } from "./small-samples.ts";

/** Customers who were told about the same probability to be alive, and how many of them are. */
export type AliveBin = {
  readonly told: number;
  readonly alive: number;
  readonly customers: number;
};

/** P(alive), as the mean over the posterior, against who is alive, in fifths of the probability. */
export function calibrationOfAlive(firm: string, size: number, trials: number): AliveBin[] {
  const truth = serviceFirms[firm];
  if (truth === undefined) throw new RangeError(`there is no firm ${firm}`);
  const bins = Array.from({ length: 5 }, () => ({ told: 0, alive: 0, customers: 0 }));
  for (let trial = 0; trial < trials; trial += 1) {
    const stream = randomStream(31 + size).split(trial);
    const made = projectCustomers(size, truth.orders, truth.spend, 0, stream);
    const posterior = betaGeometricPosterior(made, "bg-nbd", "weak", stream.split(1), 1000);
    if (posterior.kind !== "drawn") throw new Error(`no posterior but ${posterior.kind}`);
    const draws = betaGeometricDraws(posterior, 100, stream.split(2)).map((set) =>
      probabilityAlive(made, "bg-nbd", set),
    );
    predictionBands(draws).mean.forEach((told, customer) => {
      // Without a repeat order the model holds everybody for alive: that is no forecast.
      if (made.repeats[customer] === 0) return;
      const bin = bins[Math.min(4, Math.floor(5 * told))] as (typeof bins)[number];
      bin.told += told;
      bin.alive += made.alive[customer] as number;
      bin.customers += 1;
    });
  }
  return bins.map(({ told, alive, customers }) => ({
    told: told / customers,
    alive: alive / customers,
    customers,
  }));
}
