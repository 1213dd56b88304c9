import { quantiles } from "../numeric/quantile.ts";
import type { RandomStream } from "../numeric/random-stream.ts";

/** Customers of a random experiment, one entry of each array per customer. */
export type UpliftTrial = {
  /** What customers are ranked by: highest first would be treated first. */
  readonly score: ArrayLike<number>;
  /** 1 or true if treated, 0 or false if held out; by lot. */
  readonly treated: ArrayLike<number | boolean>;
  /** What they did: 1 or 0, or euros. */
  readonly response: ArrayLike<number>;
};

/** How much better a ranking spends treatments than the lot does, or why that cannot be said. */
export type UpliftRanking =
  | {
      readonly kind: "ranked";
      /** Area under the curve of gain per customer against the part that is treated. */
      readonly area: number;
      /** The area less that of treating by lot; below 0 the ranking is worse than the lot. */
      readonly qini: number;
      /** Percentile interval of `qini`, from resampled customers. */
      readonly lower: number;
      readonly upper: number;
      /** The curve: the part treated, and the gain in response per customer of the whole. */
      readonly curve: readonly { readonly part: number; readonly gain: number }[];
      /** What treating everybody gains per customer. */
      readonly uplift: number;
    }
  | { readonly kind: "nobody-treated" }
  | { readonly kind: "nobody-held-out" };

/**
 * How well a ranking finds the customers whom treatment moves: the area under the uplift curve beyond that of
 * the lot (Radcliffe 2007; Gutierrez and Gerardy 2017). Customers with the same score are treated together.
 *
 * @param random for the interval
 * @param options level of the interval (0.95), resamples from 100 (300), points of the curve (20)
 * @throws RangeError for columns of different length, a row that cannot be (with its index), or an option that
 *   cannot be
 */
export function upliftRanking(
  trial: UpliftTrial,
  random: RandomStream,
  {
    level = 0.95,
    resamples = 300,
    points = 20,
  }: { readonly level?: number; readonly resamples?: number; readonly points?: number } = {},
): UpliftRanking {
  checkTrial(trial);
  if (!(level > 0 && level < 1))
    throw new RangeError(`the level lies strictly between 0 and 1, got ${level}`);
  if (!Number.isSafeInteger(resamples) || resamples < 100)
    throw new RangeError(`at least 100 resamples are needed, got ${resamples}`);
  if (!Number.isSafeInteger(points) || points < 1)
    throw new RangeError(`at least one point is needed, got ${points}`);
  const { score, treated, response } = trial;
  const count = score.length;
  const order = Uint32Array.from({ length: count }, (_, row) => row).sort(
    (one, other) => (score[other] as number) - (score[one] as number) || one - other,
  );
  const sorted: Sorted = {
    treated: Uint8Array.from(order, (row) => (treated[row] ? 1 : 0)),
    response: Float64Array.from(order, (row) => response[row] as number),
    ends: Uint8Array.from(order, (row, place) =>
      place + 1 === count || score[order[place + 1] as number] !== score[row] ? 1 : 0,
    ),
  };
  const whole = gainsOf(sorted, new Uint32Array(count).fill(1));
  if (whole.treated === 0) return { kind: "nobody-treated" };
  if (whole.treated === count) return { kind: "nobody-held-out" };
  const drawn: number[] = [];
  const times = new Uint32Array(count);
  for (let resample = 0; resample < resamples; resample += 1) {
    times.fill(0);
    for (let draw = 0; draw < count; draw += 1) {
      const place = random.integer(count);
      times[place] = (times[place] as number) + 1;
    }
    const again = gainsOf(sorted, times);
    if (again.treated > 0 && again.treated < count) drawn.push(again.area - again.uplift / 2);
  }
  const [lower = 0, upper = 0] = quantiles(drawn.length === 0 ? [0] : drawn, [
    (1 - level) / 2,
    (1 + level) / 2,
  ]);
  return {
    kind: "ranked",
    area: whole.area,
    qini: whole.area - whole.uplift / 2,
    lower,
    upper,
    curve: curveOf(whole, points),
    uplift: whole.uplift,
  };
}

/** Customers in the order of their scores; `ends` marks the last of those with the same score. */
type Sorted = {
  readonly treated: Uint8Array;
  readonly response: Float64Array;
  readonly ends: Uint8Array;
};

type Gains = {
  readonly area: number;
  readonly uplift: number;
  readonly treated: number;
  readonly parts: readonly number[];
  readonly gains: readonly number[];
};

function gainsOf({ treated, response, ends }: Sorted, times: Uint32Array): Gains {
  const count = treated.length;
  let treatedSoFar = 0;
  let heldOutSoFar = 0;
  let treatedResponse = 0;
  let heldOutResponse = 0;
  let area = 0;
  let gain = 0;
  let part = 0;
  const parts = [0];
  const gains = [0];
  for (let place = 0; place < count; place += 1) {
    const weight = times[place] as number;
    if (treated[place] === 1) {
      treatedSoFar += weight;
      treatedResponse += weight * (response[place] as number);
    } else {
      heldOutSoFar += weight;
      heldOutResponse += weight * (response[place] as number);
    }
    if (ends[place] === 0) continue;
    const nextPart = (treatedSoFar + heldOutSoFar) / count;
    // Until both groups are among them nothing can be said: the gain stays what it was.
    const nextGain =
      treatedSoFar > 0 && heldOutSoFar > 0
        ? (treatedResponse / treatedSoFar - heldOutResponse / heldOutSoFar) * nextPart
        : gain;
    area += ((nextPart - part) * (gain + nextGain)) / 2;
    part = nextPart;
    gain = nextGain;
    parts.push(part);
    gains.push(gain);
  }
  return { area, uplift: gain, treated: treatedSoFar, parts, gains };
}

function curveOf(
  { parts, gains }: Gains,
  points: number,
): readonly { readonly part: number; readonly gain: number }[] {
  const curve: { part: number; gain: number }[] = [];
  let place = 0;
  for (let point = 0; point <= points; point += 1) {
    const part = point / points;
    while (place + 1 < parts.length && (parts[place + 1] as number) <= part) place += 1;
    const from = parts[place] as number;
    const to = parts[place + 1] ?? from;
    const low = gains[place] as number;
    const high = gains[place + 1] ?? low;
    curve.push({
      part,
      gain: to > from ? low + ((high - low) * (part - from)) / (to - from) : low,
    });
  }
  return curve;
}

function checkTrial({ score, treated, response }: UpliftTrial): void {
  if (treated.length !== score.length || response.length !== score.length)
    throw new RangeError("score, treated and response differ in length");
  for (let row = 0; row < score.length; row += 1) {
    if (!Number.isFinite(score[row]))
      throw new RangeError(`customer ${row}: score is not finite: ${score[row]}`);
    if (!Number.isFinite(response[row]))
      throw new RangeError(`customer ${row}: response is not finite: ${response[row]}`);
    const given = treated[row];
    if (given !== 0 && given !== 1 && given !== true && given !== false)
      throw new RangeError(`customer ${row}: treated is not 0 or 1: ${given}`);
  }
}
