import {
  defaultSurveyPolicy,
  netPromoterScore,
  type RandomStream,
  type RelativeWeightMethod,
  randomStream,
  relativeWeights,
  type SurveyScore,
} from "@koers/kernels";
import { atLeast, type Bar, bar } from "../bar.ts";
import { referenceTable, referenceText } from "./reference-sample.ts";

/** The bars of surveys: how often the interval of the score holds the truth, and relative weights beside R's. */
export function benchSurvey(quick: boolean): Promise<readonly Bar[]> {
  const simulations = quick ? 2_000 : 20_000;
  return Promise.resolve([
    atLeast(
      "NPS 95 % interval, lowest coverage of 20 cells",
      lowestCoverage(0.95, simulations),
      "%",
      92,
    ),
    bar("NPS 80 % interval, lowest coverage of 20 cells", lowestCoverage(0.8, simulations), "%"),
    ...(["attitude", "swiss"] as const).flatMap((name) =>
      (["lindeman", "johnson"] as const).flatMap((method) => gapToR(name, method)),
    ),
  ]);
}

function lowestCoverage(level: number, simulations: number): number {
  let lowest = 100;
  for (const score of [-20, 0, 30, 60, 82])
    for (const answers of [5, 10, 20, 50])
      lowest = Math.min(lowest, coverage(score, answers, level, simulations));
  return lowest;
}

/** Passives are 30 %, or 70 % of the room that the score leaves. */
function coverage(score: number, answers: number, level: number, simulations: number): number {
  const passives = Math.min(0.3, 0.7 * (1 - Math.abs(score) / 100));
  const promoters = (1 - passives + score / 100) / 2;
  const random = randomStream(1000 * answers + score + 100);
  // A survey has few possible outcomes: each interval is worked out once.
  const known = new Map<number, SurveyScore>();
  let held = 0;
  for (let survey = 0; survey < simulations; survey += 1) {
    const outcome = drawSurvey(promoters, passives, answers, random);
    const key = 1000 * outcome.promoters + outcome.passives;
    const result =
      known.get(key) ?? netPromoterScore(outcome, { policy: { ...defaultSurveyPolicy, level } });
    known.set(key, result);
    if (result.kind === "scored" && result.low <= score && score <= result.high) held += 1;
  }
  return (100 * held) / simulations;
}

function drawSurvey(promoters: number, passives: number, answers: number, random: RandomStream) {
  const outcome = { promoters: 0, passives: 0, detractors: 0 };
  for (let answer = 0; answer < answers; answer += 1) {
    const drawn = random.uniform();
    if (drawn < promoters) outcome.promoters += 1;
    else if (drawn < promoters + passives) outcome.passives += 1;
    else outcome.detractors += 1;
  }
  return outcome;
}

const outcomes = { attitude: "rating", swiss: "Fertility" } as const;

function gapToR(name: keyof typeof outcomes, method: RelativeWeightMethod): readonly Bar[] {
  const table = referenceTable(`${name}.csv`);
  const golden = referenceText("golden/golden_R.txt");
  if (table === null || golden === null) return [];
  const published = publishedShares(golden, name, method);
  const column = (driver: string): readonly number[] => (table.get(driver) ?? []).map(Number);
  const result = relativeWeights([...published.keys()].map(column), column(outcomes[name]), method);
  if (result.kind !== "explained") throw new Error(result.kind);
  const gap = Math.max(
    ...[...published.values()].map((share, at) => Math.abs(share - (result.shares[at] as number))),
  );
  return [bar(`relative weights of ${name}, ${method}, gap to R`, gap, "of R squared", 1e-6)];
}

/** R prints names on a line and the shares below them, for each method after its heading. */
function publishedShares(
  golden: string,
  name: string,
  method: RelativeWeightMethod,
): ReadonlyMap<string, number> {
  const lines = golden
    .slice(golden.indexOf(`${name} R2`))
    .split("\n")
    .slice(1);
  const heading = lines.findIndex((line) =>
    method === "lindeman" ? line.startsWith("LMG") : /^(Johnson )?RW/.test(line),
  );
  const shares = new Map<string, number>();
  for (let line = heading + 1; line < lines.length; line += 2) {
    const names = (lines[line] ?? "").trim().split(/\s+/);
    const values = (lines[line + 1] ?? "").trim().split(/\s+/).map(Number);
    if (names[0] === "" || values.some(Number.isNaN)) break;
    for (const [at, driver] of names.entries()) shares.set(driver, values[at] as number);
  }
  if (shares.size < 5) throw new Error(`golden_R.txt holds ${shares.size} shares of ${name}`);
  return shares;
}
