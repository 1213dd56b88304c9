/** A firm's figure for each month; null where it is not known. */
export type MonthlySeries = readonly (number | null)[];

/**
 * What a firm knows of itself, month by month. Every series is optional; those given are of one
 * length.
 */
export type GrowthSeries = {
  readonly wonCore?: MonthlySeries;
  readonly wonRest?: MonthlySeries;
  readonly lostCore?: MonthlySeries;
  readonly lostRest?: MonthlySeries;
  /** Money invoiced in the month, at the price level of the first month. */
  readonly revenue?: MonthlySeries;
  readonly sellingHours?: MonthlySeries;
  readonly servingHours?: MonthlySeries;
  /** Full-time people. */
  readonly people?: MonthlySeries;
  /** Mean mark of customers, on any scale above zero. */
  readonly satisfaction?: MonthlySeries;
  /**
   * Own price against the market's, in any unit; counts from its first month. Not fitted but
   * followed.
   */
  readonly price?: MonthlySeries;
};

export type GrowthSeriesName = keyof GrowthSeries;

/** The names of the series. */
export const growthSeriesNames = [
  "wonCore",
  "wonRest",
  "lostCore",
  "lostRest",
  "revenue",
  "sellingHours",
  "servingHours",
  "people",
  "satisfaction",
  "price",
] as const satisfies readonly GrowthSeriesName[];

const counts = new Set<GrowthSeriesName>(["wonCore", "wonRest", "lostCore", "lostRest"]);
const mayBeZero = new Set<GrowthSeriesName>([...counts, "revenue", "sellingHours", "servingHours"]);

/**
 * How many months the series have.
 * @throws RangeError for series of different length, or a value that cannot be, with its series and
 *   month
 */
export function monthsOf(series: GrowthSeries): number {
  let months: number | undefined;
  for (const name of growthSeriesNames) {
    const values = series[name];
    if (values === undefined) continue;
    months ??= values.length;
    if (values.length !== months)
      throw new RangeError(`${name} has ${values.length} months, not ${months}`);
    for (const [month, value] of values.entries()) {
      if (value === null) continue;
      const possible =
        Number.isFinite(value) && (value > 0 || (value === 0 && mayBeZero.has(name)));
      if (!possible || (counts.has(name) && !Number.isInteger(value)))
        throw new RangeError(`${name} of month ${month} is ${value}`);
    }
  }
  return months ?? 0;
}

/**
 * Customers at the start of each month and at the end, counted from the opening; null once a month
 * is not known.
 */
export function countedCustomers(
  opening: number,
  won: MonthlySeries | undefined,
  lost: MonthlySeries | undefined,
  months: number,
  name: string,
): MonthlySeries {
  const counted: (number | null)[] = [opening];
  let level: number | null = opening;
  for (let month = 0; month < months; month += 1) {
    const [came, went]: (number | null)[] = [won?.[month] ?? null, lost?.[month] ?? null];
    level = level === null || came == null || went == null ? null : level + came - went;
    if (level !== null && level < 0)
      throw new RangeError(`month ${month} loses more ${name} customers than there are`);
    counted.push(level);
  }
  return counted;
}
