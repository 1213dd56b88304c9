import { digamma, logGamma, trigamma } from "../numeric/gamma-functions.ts";
import type { Evaluation } from "../numeric/maximise.ts";
import type { SpendHistory } from "./gamma-gamma.ts";

/** The customers with repeat orders and spend, by their number of repeat orders. */
export type Spenders = {
  readonly customers: number;
  /** Customers with repeat orders but no spend, left out. */
  readonly withoutSpend: number;
  /** The geometric mean of spend: what money is counted in here. */
  readonly unit: number;
  /** The distinct numbers of repeat orders, ascending. */
  readonly counts: Float64Array;
  /** Where the customers of each count begin; one entry more, for where the last ones end. */
  readonly countStart: Int32Array;
  /** What each customer spent on repeat orders in all. */
  readonly totals: Float64Array;
  /** By count, the sum of the logarithms of the totals. */
  readonly logTotals: Float64Array;
  /** The sum of the logarithms of the mean amounts. */
  readonly logMeans: number;
};

/** Takes the customers with spend out of a history, with the unit of money taken out. */
export function spendersOf({ repeats, spend }: SpendHistory): Spenders {
  const rows: number[] = [];
  let withoutSpend = 0;
  let logSum = 0;
  for (let row = 0; row < repeats.length; row += 1) {
    if (repeats[row] === 0) continue;
    if (spend[row] === 0) withoutSpend += 1;
    else {
      rows.push(row);
      logSum += Math.log(spend[row] as number);
    }
  }
  const customers = rows.length;
  const unit = customers === 0 ? 1 : Math.exp(logSum / customers);
  rows.sort((left, right) => (repeats[left] as number) - (repeats[right] as number));
  const counts: number[] = [];
  const countStart: number[] = [];
  const logTotals: number[] = [];
  const totals = Float64Array.from(rows, (row) => {
    return (repeats[row] as number) * ((spend[row] as number) / unit);
  });
  rows.forEach((row, place) => {
    const x = repeats[row] as number;
    if (x !== counts.at(-1)) {
      counts.push(x);
      countStart.push(place);
      logTotals.push(0);
    }
    const last = logTotals.length - 1;
    logTotals[last] = (logTotals[last] as number) + Math.log(totals[place] as number);
  });
  countStart.push(customers);
  return {
    customers,
    withoutSpend,
    unit,
    counts: Float64Array.from(counts),
    countStart: Int32Array.from(countStart),
    totals,
    logTotals: Float64Array.from(logTotals),
    logMeans: logSum - customers * Math.log(unit),
  };
}

/** Log-likelihood with gradient and Hessian in log(p), log(q), log(v), v in the spenders' unit. */
export function gammaGammaEvaluation(
  { customers, counts, countStart, totals, logTotals, logMeans }: Spenders,
  logParameters: Float64Array,
): Evaluation {
  const [p, q, v] = Array.from(logParameters, Math.exp) as [number, number, number];
  const logV = logParameters[2] as number;
  let value = customers * (q * logV - logGamma(q)) - logMeans;
  let gp = 0;
  let gq = customers * (logV - digamma(q));
  let gv = (customers * q) / v;
  let hpp = 0;
  let hpq = 0;
  let hpv = 0;
  let hqq = -customers * trigamma(q);
  let hqv = customers / v;
  let hvv = (-customers * q) / (v * v);
  for (let k = 0; k < counts.length; k += 1) {
    const x = counts[k] as number;
    const begin = countStart[k] as number;
    const end = countStart[k + 1] as number;
    const weight = end - begin;
    const shape = p * x;
    const both = shape + q;
    let logSums = 0;
    let inverses = 0;
    let squares = 0;
    for (let row = begin; row < end; row += 1) {
      const sum = v + (totals[row] as number);
      logSums += Math.log(sum);
      inverses += 1 / sum;
      squares += 1 / (sum * sum);
    }
    const slope = digamma(both);
    const bend = trigamma(both);
    const logTotal = logTotals[k] as number;
    value += weight * (logGamma(both) - logGamma(shape)) + shape * logTotal - both * logSums;
    gp += x * (weight * (slope - digamma(shape)) + logTotal - logSums);
    gq += weight * slope - logSums;
    gv -= both * inverses;
    hpp += x * x * weight * (bend - trigamma(shape));
    hpq += x * weight * bend;
    hpv -= x * inverses;
    hqq += weight * bend;
    hqv -= inverses;
    hvv += both * squares;
  }
  const scale = [p, q, v];
  const gradient = Float64Array.of(gp * p, gq * q, gv * v);
  const hessian = Float64Array.of(hpp, hpq, hpv, hpq, hqq, hqv, hpv, hqv, hvv).map((entry, k) => {
    const row = Math.floor(k / 3);
    const column = k % 3;
    const own = row === column ? (gradient[row] as number) : 0;
    return entry * (scale[row] as number) * (scale[column] as number) + own;
  });
  return { value, gradient, hessian };
}

/** A product is let off into its logarithm before it can run off. */
const mostProduct = 1e150;

/** The log-likelihood alone, as `gammaGammaEvaluation`; several times quicker. */
export function gammaGammaValue(
  { customers, counts, countStart, totals, logTotals, logMeans }: Spenders,
  logParameters: Float64Array,
): number {
  const [p, q, v] = Array.from(logParameters, Math.exp) as [number, number, number];
  let value = -customers * logGamma(q) - logMeans;
  for (let k = 0; k < counts.length; k += 1) {
    const begin = countStart[k] as number;
    const end = countStart[k + 1] as number;
    const shape = p * (counts[k] as number);
    const both = shape + q;
    // The logarithm of v / (v + total) as 1 + total / v, which is never below 1.
    let logs = 0;
    let product = 1;
    for (let row = begin; row < end; row += 1) {
      product *= 1 + (totals[row] as number) / v;
      if (product > mostProduct) {
        logs += Math.log(product);
        product = 1;
      }
    }
    logs += Math.log(product);
    value +=
      (end - begin) * (logGamma(both) - logGamma(shape) - shape * (logParameters[2] as number)) +
      shape * (logTotals[k] as number) -
      both * logs;
  }
  return value;
}
