/** A forecast beside what came, one entry per customer and origin. */
export type Pairs = { readonly forecast: Float64Array; readonly actual: Float64Array };

/** Customers with forecasts of about the same size: what was said of them, and what came. */
export type CalibrationBin = {
  readonly customers: number;
  /** Mean orders a customer, forecast and actual. */
  readonly forecast: number;
  readonly actual: number;
};

/** How far a forecast was off. */
export type ForecastScore = {
  readonly meanAbsoluteError: number;
  readonly rootMeanSquaredError: number;
  /** All orders forecast over all that came; null where none came. */
  readonly ratio: number | null;
  /** Up to ten bins of about as many customers each, from the lowest forecast to the highest. */
  readonly bins: readonly CalibrationBin[];
};

const mostBins = 10;

/** Equal forecasts stay in one bin, so that the order of the customers does not matter. */
function binsOf({ forecast, actual }: Pairs): CalibrationBin[] {
  const order = Uint32Array.from(forecast, (_, row) => row).sort(
    (left, right) => (forecast[left] as number) - (forecast[right] as number) || left - right,
  );
  const bins: CalibrationBin[] = [];
  let at = 0;
  while (at < order.length) {
    const from = at;
    const full = from + Math.ceil((order.length - from) / (mostBins - bins.length));
    let said = 0;
    let came = 0;
    let last = Number.NaN;
    for (; at < order.length; at += 1) {
      const row = order[at] as number;
      if (at >= full && forecast[row] !== last) break;
      last = forecast[row] as number;
      said += last;
      came += actual[row] as number;
    }
    const customers = at - from;
    bins.push({ customers, forecast: said / customers, actual: came / customers });
  }
  return bins;
}

/** Scores pairs, of which there is at least one. */
export function scoreForecast(pairs: Pairs): ForecastScore {
  const { forecast, actual } = pairs;
  let absolute = 0;
  let squared = 0;
  let said = 0;
  let came = 0;
  for (let row = 0; row < forecast.length; row += 1) {
    const off = (forecast[row] as number) - (actual[row] as number);
    absolute += Math.abs(off);
    squared += off * off;
    said += forecast[row] as number;
    came += actual[row] as number;
  }
  return {
    meanAbsoluteError: absolute / forecast.length,
    rootMeanSquaredError: Math.sqrt(squared / forecast.length),
    ratio: came === 0 ? null : said / came,
    bins: binsOf(pairs),
  };
}
