import { logBeta } from "../numeric/gamma-functions.ts";
import { quantiles } from "../numeric/quantile.ts";
import type { RandomStream } from "../numeric/random-stream.ts";

/** What came of playbooks so far, one entry of each array per playbook. */
export type PlaybookOutcomes = {
  /** How often it was tried and its outcome is known. */
  readonly tried: ArrayLike<number>;
  /** How often it worked. */
  readonly worked: ArrayLike<number>;
  /** The chance that the expert who wrote it expects, strictly between 0 and 1. */
  readonly expected: ArrayLike<number>;
};

export type PlaybookRateOptions = {
  /** How far experts as a group may be off, as a standard deviation of log-odds (1). */
  readonly doubt?: number;
  /** How many tries an expert's word is worth, as a median before the data (10). */
  readonly worthTries?: number;
  /** How many draws the posterior is told by, from 100 (4000). */
  readonly draws?: number;
};

/** The part of the posterior between two limits, one entry per playbook. */
export type RateInterval = {
  readonly level: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
};

/** What is known of the chance that each playbook works. */
export type PlaybookRates =
  | {
      readonly kind: "learned";
      readonly mean: Float64Array;
      /** Intervals of 80 and 95 %. */
      readonly intervals: readonly RateInterval[];
      /** How often it worked of how often it was tried; null if it never was. */
      readonly raw: readonly (number | null)[];
      /** The weight of its own outcomes in the mean, from 0 to 1; the rest is the group's. */
      readonly ownWeight: Float64Array;
      /** By how much the log-odds of all differ from what experts expected. */
      readonly shift: number;
      /** How many tries the group's word turned out to be worth. */
      readonly groupTries: number;
      /** Draws of the posterior, draw by draw (draws x playbooks). */
      readonly draws: Float64Array;
    }
  | { readonly kind: "no-playbooks" };

const shiftSteps = 61;
const triesSteps = 25;
/** The standard deviation of the logarithm of `worthTries` before the data: a factor of three and a half. */
const spreadOfTries = 1.25;

function checkOutcomes({ tried, worked, expected }: PlaybookOutcomes): void {
  if (worked.length !== tried.length || expected.length !== tried.length)
    throw new RangeError("tried, worked and expected differ in length");
  for (let row = 0; row < tried.length; row += 1) {
    const n = tried[row] as number;
    const x = worked[row] as number;
    const chance = expected[row] as number;
    if (!(Number.isSafeInteger(n) && n >= 0))
      throw new RangeError(`playbook ${row}: tried is not a whole number from 0: ${n}`);
    if (!(Number.isSafeInteger(x) && x >= 0 && x <= n))
      throw new RangeError(`playbook ${row}: worked is not a whole number to ${n}: ${x}`);
    if (!(chance > 0 && chance < 1))
      throw new RangeError(`playbook ${row}: expected is not between 0 and 1: ${chance}`);
  }
}

/**
 * How often each playbook works: a hierarchical Beta-Binomial in which playbooks borrow from each other and
 * from their experts. The chance of playbook j is Beta(m_j k, (1 - m_j) k), with m_j the expert's
 * chance shifted in log-odds by what experts as a group are off, and k what that is worth in tries;
 * both are integrated out over a grid (Gelman et al. 2013, Bayesian Data Analysis, section 5.3).
 *
 * @throws RangeError with the playbook whose counts or chance cannot be, or an option that cannot be
 */
export function playbookRates(
  outcomes: PlaybookOutcomes,
  random: RandomStream,
  { doubt = 1, worthTries = 10, draws: count = 4000 }: PlaybookRateOptions = {},
): PlaybookRates {
  checkOutcomes(outcomes);
  for (const [name, value] of Object.entries({ doubt, worthTries }))
    if (!(value > 0 && value < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} is not a finite number above 0: ${value}`);
  if (!Number.isSafeInteger(count) || count < 100)
    throw new RangeError(`at least 100 draws are needed, got ${count}`);
  const { tried, worked, expected } = outcomes;
  const playbooks = tried.length;
  if (playbooks === 0) return { kind: "no-playbooks" };
  const logOdds = Float64Array.from(expected, (chance) => Math.log(chance / (1 - chance)));
  const cells = gridOf(outcomes, logOdds, doubt, worthTries);
  const mean = new Float64Array(playbooks);
  const ownWeight = new Float64Array(playbooks);
  let shift = 0;
  let groupTries = 0;
  for (const cell of cells) {
    shift += cell.weight * cell.shift;
    groupTries += cell.weight * Math.log(cell.tries);
    for (let row = 0; row < playbooks; row += 1) {
      const n = tried[row] as number;
      const middle = chanceAt((logOdds[row] as number) + cell.shift);
      mean[row] =
        (mean[row] as number) +
        (cell.weight * (middle * cell.tries + (worked[row] as number))) / (cell.tries + n);
      ownWeight[row] = (ownWeight[row] as number) + (cell.weight * n) / (cell.tries + n);
    }
  }
  const draws = drawsOf(outcomes, logOdds, cells, random, count);
  return {
    kind: "learned",
    mean,
    intervals: [0.8, 0.95].map((level) => intervalOf(draws, playbooks, level)),
    raw: Array.from(tried, (n, row) => (n === 0 ? null : (worked[row] as number) / n)),
    ownWeight,
    shift,
    groupTries: Math.exp(groupTries),
    draws,
  };
}

type Cell = { readonly shift: number; readonly tries: number; readonly weight: number };

/** Chances of 0 and 1 have no Beta: kept off them by what rounding can tell. */
function chanceAt(logOdds: number): number {
  return Math.min(1 - 1e-12, Math.max(1e-12, 1 / (1 + Math.exp(-logOdds))));
}

/** The posterior of the group's shift and worth in tries, over a grid; cells that carry nothing left out. */
function gridOf(
  { tried, worked }: PlaybookOutcomes,
  logOdds: Float64Array,
  doubt: number,
  worthTries: number,
): readonly Cell[] {
  const cells: { shift: number; tries: number; log: number }[] = [];
  for (let column = 0; column < triesSteps; column += 1) {
    const place = -3.5 + (7 * column) / (triesSteps - 1);
    const tries = worthTries * Math.exp(spreadOfTries * place);
    for (let step = 0; step < shiftSteps; step += 1) {
      const off = -4 + (8 * step) / (shiftSteps - 1);
      const shift = doubt * off;
      let log = -0.5 * (off * off + place * place);
      for (let row = 0; row < logOdds.length; row += 1) {
        const n = tried[row] as number;
        if (n === 0) continue;
        const x = worked[row] as number;
        const middle = chanceAt((logOdds[row] as number) + shift);
        const a = middle * tries;
        const b = (1 - middle) * tries;
        log += logBeta(a + x, b + n - x) - logBeta(a, b);
      }
      cells.push({ shift, tries, log });
    }
  }
  const top = cells.reduce((most, { log }) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const kept = cells.filter(({ log }) => log > top - 18);
  const total = kept.reduce((sum, { log }) => sum + Math.exp(log - top), 0);
  return kept.map(({ shift, tries, log }) => ({
    shift,
    tries,
    weight: Math.exp(log - top) / total,
  }));
}

function drawsOf(
  { tried, worked }: PlaybookOutcomes,
  logOdds: Float64Array,
  cells: readonly Cell[],
  random: RandomStream,
  count: number,
): Float64Array {
  const playbooks = logOdds.length;
  const draws = new Float64Array(count * playbooks);
  let cell = 0;
  let reached = (cells[0] as Cell).weight;
  for (let draw = 0; draw < count; draw += 1) {
    // Cells in proportion, not at random: one source of noise less.
    while ((draw + 0.5) / count > reached && cell + 1 < cells.length) {
      cell += 1;
      reached += (cells[cell] as Cell).weight;
    }
    const { shift, tries } = cells[cell] as Cell;
    for (let row = 0; row < playbooks; row += 1) {
      const middle = chanceAt((logOdds[row] as number) + shift);
      const x = worked[row] as number;
      draws[draw * playbooks + row] = random.beta(
        middle * tries + x,
        (1 - middle) * tries + (tried[row] as number) - x,
      );
    }
  }
  return draws;
}

function intervalOf(draws: Float64Array, playbooks: number, level: number): RateInterval {
  const lower = new Float64Array(playbooks);
  const upper = new Float64Array(playbooks);
  const column = new Float64Array(draws.length / playbooks);
  for (let row = 0; row < playbooks; row += 1) {
    for (let draw = 0; draw < column.length; draw += 1)
      column[draw] = draws[draw * playbooks + row] as number;
    const [low = 0, high = 1] = quantiles(column, [(1 - level) / 2, (1 + level) / 2]);
    lower[row] = low;
    upper[row] = high;
  }
  return { level, lower, upper };
}
