import type { RandomStream } from "../numeric/random-stream.ts";
import type { Window } from "./backtest-windows.ts";
import { type BetaGeometricParameters, betaGeometricParameters } from "./beta-geometric-fit.ts";
import { betaGeometricPosterior } from "./beta-geometric-posterior.ts";
import { expectedOrders } from "./beta-geometric-prediction.ts";
import { drawOrders } from "./drawn-orders.ts";
import type { Posterior } from "./importance-posterior.ts";
import { drawParetoOrders } from "./pareto-nbd-draws.ts";
import { type ParetoParameters, paretoParameters } from "./pareto-nbd-fit.ts";
import { paretoPosterior } from "./pareto-nbd-posterior.ts";
import { paretoOrders } from "./pareto-nbd-prediction.ts";
import { evenDraws } from "./posterior-summary.ts";
import { survivalByPeriod } from "./renewal-projection.ts";
import { fitShiftedBetaGeometric } from "./shifted-beta-geometric.ts";

/** The models that can be tested on a log of orders. */
export type ForecastModel = "bg-nbd" | "mbg-nbd" | "pareto-nbd" | "shifted-beta-geometric";

/** What a model says at an origin, or why it says nothing. */
export type ModelForecast =
  | {
      readonly kind: "forecast";
      readonly expected: Float64Array;
      /** Possible numbers of orders of all customers, one array a draw; empty if not drawn. */
      readonly draws: readonly Float64Array[];
    }
  | { readonly kind: "no-forecast"; readonly why: string };

const posteriorDraws = 1000;

/**
 * Mean over some parameter sets of the expected orders, and one draw of the orders at each set: the
 * mean of the posterior rather than its mode, whose tails matter for few customers.
 */
function averaged<Parameters>(
  posterior: Posterior,
  draws: number,
  named: (values: ArrayLike<number>) => Parameters,
  expect: (parameters: Parameters) => Float64Array,
  draw: (parameters: Parameters) => Float64Array,
  stream: RandomStream,
): ModelForecast {
  const sets = evenDraws(posterior, Math.max(20, draws), stream).map(named);
  const mean = expect(sets[0] as Parameters).fill(0);
  // Twenty sets give the mean to a hundredth of its own error.
  const some = Math.min(20, sets.length);
  for (let k = 0; k < some; k += 1)
    expect(sets[Math.floor((k * sets.length) / some)] as Parameters).forEach((entry, row) => {
      mean[row] = (mean[row] as number) + entry / some;
    });
  return { kind: "forecast", expected: mean, draws: draws === 0 ? [] : sets.map(draw) };
}

/** Days after which a renewal that did not come is taken as lost, or half a period if that is less. */
const mostGrace = 45;

/** Renewals of a contract base: who pays once a period, until a renewal does not come. */
function renewals(window: Window, period: number): ModelForecast {
  const paid = window.last.map((last) => Math.round(last / period) + 1);
  const lost: number[] = [];
  const running: number[] = [];
  const count = (list: number[], place: number) => {
    list[place] = (list[place] ?? 0) + 1;
  };
  const isLost = (row: number) =>
    (window.age[row] as number) - (window.last[row] as number) >
    period + Math.min(period / 2, mostGrace);
  paid.forEach((periods, row) => {
    if (isLost(row)) count(lost, periods - 1);
    else if (periods > 1) count(running, periods - 2);
  });
  const longest = Math.max(lost.length, running.length);
  const filled = (list: number[]) => Array.from({ length: longest }, (_, k) => list[k] ?? 0);
  const fit = fitShiftedBetaGeometric({ lost: filled(lost), running: filled(running) }, "weak");
  if (fit.kind !== "fitted") return { kind: "no-forecast", why: fit.kind };
  const due = paid.map((_, row) =>
    Math.floor(((window.age[row] as number) + window.horizon) / period),
  );
  const survival = survivalByPeriod(fit.parameters, Math.max(...due, ...paid));
  return {
    kind: "forecast",
    draws: [],
    expected: paid.map((periods, row) => {
      if (isLost(row)) return 0;
      let sum = 0;
      // A renewal that is overdue at the origin is not counted on any more.
      const next = Math.max(periods, Math.floor((window.age[row] as number) / period) + 1);
      for (let renewal = next; renewal <= (due[row] as number); renewal += 1)
        sum += survival[renewal] as number;
      return sum / (survival[periods - 1] as number);
    }),
  };
}

/**
 * The forecast of a model that knows no more than what was known at the origin. The models of
 * repeat buying are fitted under their weak priors, and averaged over the posterior.
 *
 * @param period of a contract in days, for the shifted beta-geometric
 * @param draws how many possible futures are drawn; 0 for none
 */
export function modelForecast(
  model: ForecastModel,
  window: Window,
  period: number,
  draws: number,
  stream: RandomStream,
): ModelForecast {
  if (model === "shifted-beta-geometric") return renewals(window, period);
  const { horizon } = window;
  if (model === "pareto-nbd") {
    const posterior = paretoPosterior(window, "weak", stream, posteriorDraws);
    if (posterior.kind !== "drawn") return { kind: "no-forecast", why: posterior.kind };
    return averaged<ParetoParameters>(
      posterior,
      draws,
      paretoParameters,
      (parameters) => paretoOrders(window, parameters, horizon),
      (parameters) => drawParetoOrders(window, parameters, horizon, stream),
      stream,
    );
  }
  const posterior = betaGeometricPosterior(window, model, "weak", stream, posteriorDraws);
  if (posterior.kind !== "drawn") return { kind: "no-forecast", why: posterior.kind };
  return averaged<BetaGeometricParameters>(
    posterior,
    draws,
    betaGeometricParameters,
    (parameters) => expectedOrders(window, model, parameters, horizon),
    (parameters) => drawOrders(window, model, parameters, horizon, stream),
    stream,
  );
}
