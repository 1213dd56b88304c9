import { netPromoterScore } from "../../src/survey/net-promoter-score.ts";
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

function ways(all: number, chosen: number): number {
  let product = 1;
  for (let k = 1; k <= chosen; k += 1) product *= (all - chosen + k) / k;
  return product;
}
