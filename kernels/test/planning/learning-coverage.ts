import { randomStream } from "../../src/numeric/random-stream.ts";
import { type OffPolicyValue, offPolicyValue } from "../../src/planning/off-policy-value.ts";
import { playbookRates } from "../../src/planning/playbook-rates.ts";
import { segmentUplift } from "../../src/planning/segment-uplift.ts";
import { upliftRanking } from "../../src/planning/uplift-ranking.ts";

const levels = [0.8, 0.95] as const;

/**
 * The part of the intervals of 80 and 95 % that hold the true chance of one of 15 playbooks, tried 0 to 40 times.
 * The truth is drawn as the model assumes, or experts are all 1 in log-odds too hopeful and playbooks differ little.
 */
export function rateCoverage(
  trials: number,
  truth: "as-assumed" | "hopeful-experts",
): readonly number[] {
  const held = [0, 0];
  for (let trial = 0; trial < trials; trial += 1) {
    const random = randomStream(9000 + trial);
    const playbooks = Array.from({ length: 15 }, (_, row) => row);
    const assumed = truth === "as-assumed";
    const shift = assumed ? random.normal() : -1;
    const tries = assumed ? 10 * Math.exp(1.25 * random.normal()) : 60;
    const expected = playbooks.map(() => 0.05 + 0.5 * random.uniform());
    const chances = expected.map((chance) => {
      const middle = 1 / (1 + ((1 - chance) / chance) * Math.exp(-shift));
      return random.beta(middle * tries, (1 - middle) * tries);
    });
    const tried = playbooks.map(() => random.integer(41));
    const worked = tried.map((n, row) => {
      let count = 0;
      for (let one = 0; one < n; one += 1)
        if (random.uniform() < (chances[row] as number)) count += 1;
      return count;
    });
    const rates = playbookRates({ tried, worked, expected }, random.split(1), { draws: 1000 });
    if (rates.kind !== "learned") throw new Error(rates.kind);
    for (const [place, { lower, upper }] of rates.intervals.entries())
      for (const [row, chance] of chances.entries())
        if ((lower[row] as number) <= chance && chance <= (upper[row] as number))
          held[place] = (held[place] as number) + 1;
  }
  return held.map((times) => times / (15 * trials));
}

export const offPolicyMethods = ["inverse", "selfNormalised", "clipped", "doublyRobust"] as const;

/**
 * The part of the intervals of 80 and 95 %, per method, that hold the true mean of a policy that does the best
 * of three playbooks for two kinds of customers; logged choices were made by lot with chances .6, .3 and .1.
 */
export function offPolicyCoverage(
  trials: number,
  choices: number,
): Readonly<Record<(typeof offPolicyMethods)[number], readonly number[]>> {
  const rates = [
    [0.3, 0.25, 0.1],
    [0.1, 0.2, 0.35],
  ] as const;
  const logged = [0.6, 0.3, 0.1] as const;
  const best = [0, 2] as const;
  const truth = 0.6 * 0.3 + 0.4 * 0.35;
  const held = { inverse: [0, 0], selfNormalised: [0, 0], clipped: [0, 0], doublyRobust: [0, 0] };
  for (let trial = 0; trial < trials; trial += 1) {
    const random = randomStream(5000 + trial);
    const rows = Array.from({ length: choices }, () => {
      const kind = random.uniform() < 0.6 ? 0 : 1;
      const place = random.uniform();
      const done = place < 0.6 ? 0 : place < 0.9 ? 1 : 2;
      return {
        reward: random.uniform() < rates[kind][done] ? 1 : 0,
        propensity: logged[done],
        target: done === best[kind] ? 1 : 0,
        // A model that is off by a quarter.
        done: 0.75 * rates[kind][done],
        wanted: 0.75 * rates[kind][best[kind]],
      };
    });
    const column = (name: "reward" | "propensity" | "target" | "done" | "wanted") =>
      rows.map((row) => row[name]);
    for (const [place, level] of levels.entries()) {
      const value: OffPolicyValue = offPolicyValue(
        {
          reward: column("reward"),
          propensity: column("propensity"),
          target: column("target"),
          model: { done: column("done"), wanted: column("wanted") },
        },
        { level },
      );
      if (value.kind !== "estimated") throw new Error(value.kind);
      for (const method of offPolicyMethods) {
        const found = value[method];
        if (found !== null && found.lower <= truth && truth <= found.upper)
          held[method][place] = (held[method][place] as number) + 1;
      }
    }
  }
  const parts = (method: (typeof offPolicyMethods)[number]) =>
    held[method].map((times) => times / trials);
  return {
    inverse: parts("inverse"),
    selfNormalised: parts("selfNormalised"),
    clipped: parts("clipped"),
    doublyRobust: parts("doublyRobust"),
  };
}

/** Customers with a score from 0 to 1: untreated a tenth responds, treated that and a fifth of the score. */
function trialOf(seed: number, customers: number) {
  const random = randomStream(seed);
  const score = new Float64Array(customers).map(() => random.uniform());
  const treated = new Uint8Array(customers).map(() => (random.uniform() < 0.5 ? 1 : 0));
  const response = score.map((place, row) =>
    random.uniform() < 0.1 + (treated[row] === 1 ? 0.2 * place : 0) ? 1 : 0,
  );
  return { score, treated, response };
}

/** The part of the intervals of 80 and 95 % of a ranking's qini that hold its true value. */
export function rankingCoverage(trials: number, customers: number): readonly number[] {
  // Gain of the first part p is the integral of .2 (1 - t) to p: .2 (p - p^2 / 2); its area .2 / 3, by lot .05.
  const truth = 0.2 / 3 - 0.05;
  return levels.map((level) => {
    let held = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const ranking = upliftRanking(trialOf(7000 + trial, customers), randomStream(trial), {
        level,
        resamples: 200,
      });
      if (ranking.kind !== "ranked") throw new Error(ranking.kind);
      if (ranking.lower <= truth && truth <= ranking.upper) held += 1;
    }
    return held / trials;
  });
}

/** The part of the intervals of 80 and 95 % that hold the uplift of one of ten segments of this many customers. */
export function segmentCoverage(trials: number, customers: number): readonly number[] {
  const held = [0, 0];
  for (let trial = 0; trial < trials; trial += 1) {
    const random = randomStream(3000 + trial);
    const drawn = (tries: number, middle: number) =>
      Array.from({ length: 10 }, () => random.beta(middle * tries, (1 - middle) * tries));
    const rates = { treated: drawn(60, 0.25), heldOut: drawn(60, 0.15) };
    const count = (chance: number): number => {
      let responses = 0;
      for (let one = 0; one < customers; one += 1) if (random.uniform() < chance) responses += 1;
      return responses;
    };
    const all = new Array<number>(10).fill(customers);
    const found = segmentUplift(
      {
        treated: all,
        treatedResponded: rates.treated.map(count),
        heldOut: all,
        heldOutResponded: rates.heldOut.map(count),
      },
      random.split(1),
    );
    if (found.kind !== "estimated") throw new Error(found.kind);
    for (const [place, { lower, upper }] of found.intervals.entries())
      for (const [segment, chance] of rates.treated.entries()) {
        const truth = chance - (rates.heldOut[segment] as number);
        if ((lower[segment] as number) <= truth && truth <= (upper[segment] as number))
          held[place] = (held[place] as number) + 1;
      }
  }
  return held.map((times) => times / (10 * trials));
}
