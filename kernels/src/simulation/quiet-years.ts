import { cholesky } from "../numeric/cholesky.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import { kendallSums } from "./kendall-sum.ts";
import type { Persistence } from "./persistence.ts";
import { severalAtOnce } from "./several-at-once.ts";

/** What monthly looks show in years in which nothing changes. */
export type QuietYears = {
  /** Per indicator the deviation of Kendall's S at the first look. */
  readonly deviations: Float64Array;
  /** Per indicator its strength at the first look of each year. */
  readonly firstLook: readonly Float64Array[];
  /** The most that the looks of each year showed together. */
  readonly highest: Float64Array;
};

const looks = 12;

/**
 * Simulates years without change: autoregressions of order one with the persistence of each
 * indicator, drawn anew for each year from what is not known of it, innovations that correlate as
 * the residuals do, and the same months missing.
 *
 * @param known per indicator which months of the window are known
 */
export function quietYears(
  indicators: readonly Persistence[],
  known: readonly (readonly boolean[])[],
  years: number,
  random: RandomStream,
): QuietYears {
  const count = indicators.length;
  const window = known[0]?.length ?? 0;
  const lower = correlationRoot(indicators);
  const shared = indicators.reduce((sum, one) => sum + one.correlation, 0) / count;
  const sums = Array.from({ length: count * looks }, () => new Float64Array(years));
  const courses = indicators.map(() => new Float64Array(window + looks - 1));
  const unit = new Float64Array(count);
  for (let year = 0; year < years; year += 1) {
    const persistence = indicators.map((one) => drawPersistence(one, shared, random));
    for (let month = 0; month < window + looks - 1; month += 1) {
      for (let place = 0; place < count; place += 1) unit[place] = random.normal();
      for (let place = 0; place < count; place += 1) {
        let shock = 0;
        for (let k = 0; k <= place; k += 1)
          shock += (lower[place * count + k] as number) * (unit[k] as number);
        const stays = persistence[place] as number;
        const course = courses[place] as Float64Array;
        course[month] =
          month === 0
            ? shock
            : stays * (course[month - 1] as number) + Math.sqrt(1 - stays * stays) * shock;
      }
    }
    for (const [place, course] of courses.entries()) {
      for (let month = 0; month < window; month += 1)
        if (!known[place]?.[month]) course[month] = Number.NaN;
      for (const [look, sum] of kendallSums(course, window, looks).entries())
        (sums[place * looks + look] as Float64Array)[year] = sum;
    }
  }

  const deviations = Float64Array.from({ length: count }, (_, place) =>
    rootMeanSquare(sums[place * looks] as Float64Array),
  );
  const strengths = new Float64Array(count);
  const highest = Float64Array.from({ length: years }, (_, year) => {
    let most = 0;
    for (let look = 0; look < looks; look += 1) {
      for (let place = 0; place < count; place += 1)
        strengths[place] =
          ((sums[place * looks + look] as Float64Array)[year] as number) /
          (deviations[place] as number);
      most = Math.max(most, severalAtOnce(strengths));
    }
    return most;
  });
  const firstLook = indicators.map((_, place) =>
    (sums[place * looks] as Float64Array).map((sum) => sum / (deviations[place] as number)),
  );
  return { deviations, firstLook, highest };
}

/**
 * A persistence that the known months leave possible: normal with variance (1 - r^2) / m around the
 * one found, or around the mean of all indicators where that is higher, and somewhat up for few
 * months: one or two years tell it badly, and too low a one is a false alarm. The lift of 6 / m
 * deviations was set by the simulation on the page.
 */
function drawPersistence(
  { correlation, known }: Persistence,
  shared: number,
  random: RandomStream,
): number {
  const centre = Math.max(correlation, shared);
  const deviation = Math.sqrt((1 - centre ** 2) / known);
  return Math.min(0.95, Math.max(0, centre + deviation * (6 / known + random.normal())));
}

/**
 * Lower triangle of the correlations between residuals, drawn towards none until it is a
 * correlation matrix.
 */
function correlationRoot(indicators: readonly Persistence[]): Float64Array {
  const count = indicators.length;
  const found = new Float64Array(count * count);
  for (const [row, one] of indicators.entries())
    for (const [column, other] of indicators.entries())
      found[row * count + column] = correlationOf(one.residuals, other.residuals);
  for (let kept = 0.95; ; kept *= 0.8) {
    const drawn = found.map((entry, at) => (at % (count + 1) === 0 ? 1 : kept * entry));
    const lower = cholesky(drawn, count);
    if (lower !== null) return lower;
  }
}

function correlationOf(first: Float64Array, second: Float64Array): number {
  let [product, own, others] = [0, 0, 0];
  for (const [month, one] of first.entries()) {
    const other = second[month] as number;
    if (Number.isNaN(one) || Number.isNaN(other)) continue;
    product += one * other;
    own += one * one;
    others += other * other;
  }
  return own > 0 && others > 0 ? product / Math.sqrt(own * others) : 0;
}

function rootMeanSquare(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
