// `npm run plots`: the plots of the model pages, in docs/models/plots, from the sample files (KOERS_SAMPLES,
// else ../shared/data) or a seeded simulation. Names given as arguments choose among them.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as fit from "./plots/fit.ts";
import * as growth from "./plots/growth.ts";
import * as numeric from "./plots/numeric.ts";
import * as planning from "./plots/planning.ts";
import * as profile from "./plots/profile.ts";
import * as simulation from "./plots/simulation.ts";
import * as survey from "./plots/survey.ts";
import * as value from "./plots/value.ts";

const plots: Readonly<Record<string, () => string>> = {
  "bg-nbd": value.bgNbd,
  "pareto-nbd": value.paretoNbd,
  "gamma-gamma": value.gammaGamma,
  "bg-bb": value.bgBb,
  "shifted-beta-geometric": value.shiftedBetaGeometric,
  backtest: value.backtestPlot,
  "kaplan-meier": value.kaplanMeierPlot,
  numeric: numeric.robustMiddle,
  nps: survey.nps,
  raking: survey.raking,
  "relative-weights": survey.drivers,
  profile: profile.profilePlot,
  subgroups: profile.subgroups,
  "fit-score": fit.fitScorePlot,
  scorecard: fit.scorecardPlot,
  "core-membership": fit.corePlot,
  "week-plan": planning.weekPlanPlot,
  uplift: planning.upliftPlot,
  "contract-or-project": value.invoiceRhythmPlot,
  "stock-and-flow": simulation.stockAndFlow,
  trend: simulation.trend,
  "growth-model": growth.growthModel,
  "early-warning": growth.earlyWarningPlot,
  "survey-trend": growth.surveyTrendPlot,
};

const folder = path.resolve(import.meta.dirname, "../docs/models/plots");
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => plots[name] === undefined);
if (unknown.length > 0) throw new Error(`There is no plot ${unknown.join(", ")}`);

mkdirSync(folder, { recursive: true });
for (const [name, draw] of Object.entries(plots)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const drawn = draw();
  writeFileSync(path.join(folder, `${name}.svg`), drawn);
  console.log(`${name}.svg ${(drawn.length / 1000).toFixed(1)} kB`);
}
