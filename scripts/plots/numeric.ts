import { huberMean, median, randomStream, trimmedMean } from "@koers/kernels";
import { colors, percent } from "./drawing.ts";
import { type Point, plane } from "./plane.ts";

/** How far a middle of forty values is off, the more of them are written down ten times too large. */
export function robustMiddle(): string {
  const shares = [0, 0.025, 0.05, 0.075, 0.1, 0.125, 0.15];
  const trials = 2000;
  const errorOf = (middle: (values: Float64Array) => number): Point[] =>
    shares.map((share) => {
      let squares = 0;
      for (let trial = 0; trial < trials; trial += 1) {
        const stream = randomStream(trial);
        const values = Float64Array.from({ length: 40 }, () => {
          const value = 10 + 2 * stream.normal();
          return stream.uniform() < share ? 10 * value : value;
        });
        squares += (middle(values) - 10) ** 2;
      }
      return [share, Math.sqrt(squares / trials)];
    });
  return plane(
    "Forty values around 10 (seeded), some of them ten times too large",
    { label: "share of values ten times too large", from: 0, to: 0.15, format: percent },
    { label: "how far off, root of the mean square", from: 0, to: 16 },
    [
      {
        kind: "line",
        name: "mean",
        points: errorOf((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
        color: colors.second,
      },
      {
        kind: "line",
        name: "trimmed mean, 10 %",
        points: errorOf((values) => trimmedMean(values, 0.1)),
        color: colors.third,
      },
      {
        kind: "line",
        name: "Huber",
        points: errorOf((values) => huberMean(values)),
        color: colors.first,
      },
      { kind: "line", name: "median", points: errorOf(median), color: colors.ink, dashed: true },
    ],
  );
}
