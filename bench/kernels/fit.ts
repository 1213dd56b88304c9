import {
  applyScorecard,
  areaUnderCurve,
  brierScore,
  calibrationLine,
  conditionColumn,
  coreMembership,
  type FitTrait,
  fitScore,
  nominalTrait,
  type RandomStream,
  randomStream,
  scorecard,
  scorecardColumns,
  scoreFit,
  type Trait,
} from "@koers/kernels";
import { atLeast, type Bar, bar } from "../bar.ts";
import { medianCpuSeconds } from "../measure.ts";
import { peer } from "./peer.ts";
import { referencePlace, referenceTable, referenceText } from "./reference-sample.ts";

/** The bars of the fit score, the scorecard and the core. */
export function benchFit(quick: boolean): Promise<readonly Bar[]> {
  return Promise.resolve([
    ...smallSampleBars(),
    ...scorecardBars(),
    fitSpeedBar(),
    coreSpeedBar(quick),
  ]);
}

/**
 * German credit, all traits in levels: learns from customers drawn at random, forecasts all others; mean Brier score and
 * median calibration slope over splits. The reference's own ten splits are not known, so its mean has an error of about
 * .004, .002 and .002; ours are many.
 */
function smallSampleBars(): readonly Bar[] {
  const table = referenceTable("german.binned.csv");
  if (table === null) return [];
  const columns = [...table.values()];
  const traits = columns.slice(0, 20).map((cells) => nominalTrait(cells).trait);
  const labels = columns[20]?.map(Number) ?? [];
  return [
    { customers: 60, reference: 0.2034 },
    { customers: 150, reference: 0.1887 },
    { customers: 400, reference: 0.173 },
  ].flatMap(({ customers, reference }) => {
    const briers: number[] = [];
    const slopes: number[] = [];
    for (let split = 0; split < 100; split += 1) {
      const order = shuffled(labels.length, randomStream(100 + split).split(customers));
      const [learn, others] = [order.slice(0, customers), order.slice(customers)];
      const labelsOf = (rows: readonly number[]) => rows.map((row) => labels[row] as number);
      const model = fitScore(traitsOf(traits, learn), labelsOf(learn));
      if (model.kind !== "fitted") throw new Error(model.kind);
      const { probabilities } = scoreFit(model, traitsOf(traits, others));
      briers.push(brierScore(probabilities, labelsOf(others)));
      const line = calibrationLine(probabilities, labelsOf(others));
      if (line.kind === "measured") slopes.push(line.slope);
    }
    const slope = slopes.toSorted((one, other) => one - other)[Math.floor(slopes.length / 2)] ?? 0;
    const what = `fit score, German credit, ${customers} customers`;
    const mean = briers.reduce((sum, brier) => sum + brier, 0) / briers.length;
    return [
      bar(`${what}: Brier (EB-ridge ${reference})`, mean, "", reference + 0.003),
      atLeast(`${what}: calibration slope`, slope, "", 0.8),
      bar(`${what}: calibration slope`, slope, "", 1.3),
    ];
  });
}

function scorecardBars(): readonly Bar[] {
  return [
    { name: "breastcancer", recorded: 0.993 },
    { name: "mammo", recorded: 0.853 },
  ].flatMap(({ name, recorded }) => {
    const table = referenceTable(`riskslim_${name}_data.csv`);
    const folds = referenceText(`riskslim_${name}_cvindices.csv`)
      ?.trim()
      .split(/\r?\n/)
      .map(Number);
    if (table === null || folds === undefined) return [];
    const [outcome = [], ...numbers] = [...table.values()].map((cells) => cells.map(Number));
    const part = (fold: number, held: boolean) => {
      const belongs = (_: number, row: number) => (folds[row] === fold) === held;
      const traits: FitTrait[] = numbers.map((cells) => ({ numbers: cells.filter(belongs) }));
      return { traits, labels: outcome.filter(belongs).map((value) => (value === 1 ? 1 : 0)) };
    };
    const areas = [0, 0];
    for (let fold = 1; fold <= 5; fold += 1) {
      const learn = part(fold, false);
      const test = part(fold, true);
      const { columns, conditions } = scorecardColumns(learn.traits);
      const met = conditions.map((condition) => conditionColumn(condition, test.traits));
      for (const [place, fill] of [false, true].entries()) {
        const card = scorecard(columns, learn.labels, { fill });
        if (card.kind !== "card") throw new Error(card.kind);
        const measured = areaUnderCurve(applyScorecard(card, met).totals, test.labels);
        if (measured.kind === "measured")
          areas[place] = (areas[place] as number) + measured.area / 5;
      }
    }
    // FasterRisk with as many conditions as a card of ours has at most.
    const run = peer("fasterrisk")?.("8", referencePlace(`riskslim_${name}_data.csv`));
    const theirs = (run?.["auc"] as number | undefined) ?? recorded;
    const told = `FasterRisk ${theirs.toFixed(4)}${run === undefined ? " recorded" : ""}`;
    return areas.map((area, place) => {
      const which = place === 0 ? "conditions that tell" : "eight conditions";
      const goal = Number((theirs - 0.01).toFixed(4));
      return atLeast(`scorecard, ${name}, ${which}: AUC (${told})`, area, "", goal);
    });
  });
}

function fitSpeedBar(): Bar {
  const random = randomStream(3);
  const customers = 5000;
  const levels = 5;
  const traits: Trait[] = Array.from({ length: 40 }, () => ({
    levels,
    codes: Int32Array.from({ length: customers }, () => random.integer(levels)),
  }));
  const effects = traits.map(() =>
    Float64Array.from({ length: levels }, () => 0.4 * random.normal()),
  );
  const labels = Uint8Array.from({ length: customers }, (_, row) => {
    let odds = -1.4;
    for (const [trait, { codes }] of traits.entries())
      odds += effects[trait]?.[codes[row] as number] as number;
    return random.uniform() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  });
  const { seconds } = medianCpuSeconds(
    () => {
      const model = fitScore(traits, labels);
      if (model.kind !== "fitted") throw new Error(model.kind);
      return scoreFit(model, traits);
    },
    { runs: 9, warm: 5 },
  );
  return bar("fit score, 5,000 customers x 40 traits of 5 levels", seconds * 1000, "CPU-ms", 200);
}

function coreSpeedBar(quick: boolean): Bar {
  const random = randomStream(4);
  const criteria = Array.from({ length: 6 }, () => ({
    better: "more" as const,
    values: Float64Array.from({ length: 5000 }, () =>
      random.uniform() < 0.1 ? Number.NaN : random.normal(),
    ),
  }));
  const { seconds } = medianCpuSeconds(
    () => coreMembership(criteria, [3, 2, 2, 1, 1, 1], randomStream(5)),
    { runs: quick ? 1 : 3, warm: 0 },
  );
  return bar("core of 5,000 customers by 6 criteria, 4,000 draws", seconds, "CPU-s");
}

function traitsOf(traits: readonly Trait[], rows: readonly number[]): Trait[] {
  return traits.map(({ levels, codes }) => ({
    levels,
    codes: Int32Array.from(rows, (row) => codes[row] as number),
  }));
}

function shuffled(count: number, random: RandomStream): number[] {
  const order = Array.from({ length: count }, (_, row) => row);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.integer(last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
