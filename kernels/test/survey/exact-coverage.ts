import { type NetPromoterCounts, netPromoterScore } from "../../src/survey/net-promoter-score.ts";
import { defaultSurveyPolicy } from "../../src/survey/survey-policy.ts";

/**
 * The chance that the interval holds the true score, summed over every outcome of a survey: exact where a
 * simulation would only be near.
 */
export function exactCoverage(
  promoters: number,
  passives: number,
  answers: number,
  level = 0.95,
): number {
  const detractors = 1 - promoters - passives;
  const truth = 100 * (promoters - detractors);
  const policy = { ...defaultSurveyPolicy, level };
  let coverage = 0;
  for (let up = 0; up <= answers; up += 1)
    for (let middle = 0; middle <= answers - up; middle += 1) {
      const down = answers - up - middle;
      const result = netPromoterScore(
        { promoters: up, passives: middle, detractors: down },
        { policy },
      );
      if (result.kind === "scored" && result.low <= truth && truth <= result.high)
        coverage +=
          ways(answers, up) *
          ways(answers - up, middle) *
          promoters ** up *
          passives ** middle *
          detractors ** down;
    }
  return coverage;
}

/**
 * The same for a base that is known to the last customer, of whom `answers` are drawn without replacement.
 */
export function exactFiniteCoverage(
  base: NetPromoterCounts,
  answers: number,
  level = 0.95,
): number {
  const population = base.promoters + base.passives + base.detractors;
  const truth = (100 * (base.promoters - base.detractors)) / population;
  const policy = { ...defaultSurveyPolicy, level };
  let coverage = 0;
  for (let promoters = 0; promoters <= Math.min(answers, base.promoters); promoters += 1)
    for (
      let passives = 0;
      passives <= Math.min(answers - promoters, base.passives);
      passives += 1
    ) {
      const detractors = answers - promoters - passives;
      if (detractors > base.detractors) continue;
      const result = netPromoterScore({ promoters, passives, detractors }, { policy, population });
      const held =
        result.kind === "scored" && result.low <= truth + 1e-9 && truth - 1e-9 <= result.high;
      if (held)
        coverage +=
          ways(base.promoters, promoters) *
          ways(base.passives, passives) *
          ways(base.detractors, detractors);
    }
  return coverage / ways(population, answers);
}

function ways(all: number, chosen: number): number {
  let product = 1;
  for (let k = 1; k <= chosen; k += 1) product *= (all - chosen + k) / k;
  return product;
}
