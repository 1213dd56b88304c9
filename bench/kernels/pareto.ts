import {
  drawParetoOrders,
  paretoAlive,
  paretoDraws,
  paretoOrders,
  paretoPosterior,
  predictionBands,
  type RandomStream,
  randomStream,
} from "@koers/kernels";
import { atLeast, type Bar, bar } from "../bar.ts";
import { orderRows } from "../generate/orders.ts";
import { medianCpuSeconds } from "../measure.ts";

type Truth = Parameters<typeof paretoOrders>[1];

/** The Pareto/NBD beyond its fit: predictions, posterior, and how often bands hold what comes. */
export function benchPareto(quick: boolean): Promise<readonly Bar[]> {
  return Promise.resolve([
    ...predictions(quick ? 100_000 : 1_000_000),
    ...posterior(),
    ...[30, 60, 150].flatMap((customers) => coverage(customers, quick ? 20 : 200)),
  ]);
}

const cdnow: Truth = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };

function predictions(customers: number): readonly Bar[] {
  const history = orderRows(customers, "rolling");
  const alive = medianCpuSeconds(() => paretoAlive(history, cdnow), { runs: 3, warm: 1 });
  const orders = medianCpuSeconds(() => paretoOrders(history, cdnow, 52), { runs: 3, warm: 1 });
  const name = `Pareto/NBD, ${customers} customers`;
  return [
    bar(`${name}: P(alive)`, alive.seconds, "CPU-s"),
    bar(`${name}: expected orders`, orders.seconds, "CPU-s"),
  ];
}

function posterior(): readonly Bar[] {
  const history = orderRows(2357, "staggered");
  const { result, seconds } = medianCpuSeconds(
    () => paretoPosterior(history, "weak", randomStream(1)),
    { runs: 3, warm: 1 },
  );
  if (result.kind !== "drawn") throw new Error(`Pareto/NBD: ${result.kind}`);
  return [
    bar("Pareto/NBD, posterior of 2,357 customers", seconds, "CPU-s"),
    atLeast("Pareto/NBD, posterior: effective sample", result.effectiveSize, "draws", 2000),
  ];
}

const ahead = 26;

/** Customers of a known firm up to some week, and their orders in the weeks after it. */
function knownFirm(customers: number, { r, alpha, s, beta }: Truth, stream: RandomStream) {
  const rows = Array.from({ length: customers }, () => {
    const rate = stream.gamma(r) / alpha;
    const stop = -Math.log(stream.uniform()) / (stream.gamma(s) / beta);
    const age = 10 + stream.integer(41);
    let at = 0;
    let repeats = 0;
    let last = 0;
    let later = 0;
    for (;;) {
      at -= Math.log(stream.uniform()) / rate;
      if (at > Math.min(stop, age + ahead)) return { repeats, last, age, later };
      if (at > age) later += 1;
      else {
        repeats += 1;
        last = at;
      }
    }
  });
  return {
    history: {
      repeats: rows.map((row) => row.repeats),
      last: rows.map((row) => row.last),
      age: rows.map((row) => row.age),
    },
    later: rows.reduce((sum, row) => sum + row.later, 0),
  };
}

function coverage(customers: number, trials: number): readonly Bar[] {
  const levels = [0.8, 0.95];
  const held = [0, 0];
  let failures = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const stream = randomStream(1000 * customers + trial);
    const { history, later } = knownFirm(customers, { r: 0.8, alpha: 6, s: 0.7, beta: 12 }, stream);
    const drawn = paretoPosterior(history, "weak", stream, 1000);
    if (drawn.kind !== "drawn") {
      failures += 1;
      continue;
    }
    const totals = paretoDraws(drawn, 200, stream).map((parameters) =>
      Float64Array.of(
        drawParetoOrders(history, parameters, ahead, stream).reduce((sum, one) => sum + one, 0),
      ),
    );
    predictionBands(totals, levels).bands.forEach(({ lower, upper }, k) => {
      if (later >= (lower[0] as number) && later <= (upper[0] as number))
        held[k] = (held[k] as number) + 1;
    });
  }
  const name = `Pareto/NBD, ${customers} customers`;
  return [
    bar(`${name}: no posterior, of ${trials}`, failures, "trials", 1),
    ...levels.map((level, k) =>
      atLeast(
        `${name}: ${100 * level} % band of all orders`,
        (100 * (held[k] as number)) / trials,
        "%",
        level === 0.8 ? 70 : 88,
      ),
    ),
  ];
}
