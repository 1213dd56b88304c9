import type { UnknownReason } from "@koers/contract";
import { apportion } from "./apportion.ts";
import { byName } from "./by-name.ts";
import type { CostChoices, CustomerColumns, FirmBooks, Reach } from "./customer-columns.ts";
import { type HourCosts, hourCosts, totalOf } from "./hour-cost.ts";
import { roundHalfAway } from "./round-half-away.ts";

/** A figure for every customer, or the reason why nobody's is known. */
export type Known<T> =
  | { readonly values: T; readonly unknown?: undefined }
  | { readonly values?: undefined; readonly unknown: UnknownReason };

export type Amounts = readonly bigint[] | BigInt64Array;

/** What every customer brings and costs. The formulas stand in docs/models/economics.md. */
export type Economics = {
  readonly columns: CustomerColumns;
  readonly firm: FirmBooks;
  readonly reach: Reach;
  readonly hourCosts: Known<HourCosts>;
  /** Seconds of delivery, serving and failure work together. */
  readonly seconds: Known<Amounts>;
  readonly directCost: Known<Amounts>;
  readonly servingCost: Known<Amounts>;
  readonly failureCost: Known<Amounts>;
  readonly latePaymentCost: Known<Amounts>;
  readonly purchases: Known<Amounts>;
  readonly contribution: Known<Amounts>;
  readonly costToServe: Known<Amounts>;
  readonly overhead: Known<Amounts>;
  readonly fullyLoaded: Known<Amounts>;
  /** All operating cost of the ledger: overhead is what customers do not bear of it directly. */
  readonly operatingCost: bigint | null;
  readonly revenueTotal: bigint;
  readonly attributedRevenue: bigint;
};

const daysInYear = 365n;

export function economics(
  columns: CustomerColumns,
  firm: FirmBooks,
  reach: Reach,
  choices: CostChoices,
): Economics {
  const noHours = reach.hours === "all" ? undefined : hoursReason(reach.hours);
  const costs = noHours === undefined ? hourCosts(columns, firm, reach, choices) : undefined;
  const noCost = noHours ?? (costs === undefined ? "no-cost-of-hour" : undefined);
  const noMargin =
    (reach.revenue ? undefined : "no-revenue") ?? noHours ?? (reach.ledger ? noCost : "no-ledger");
  const all = (make: (index: number) => bigint): Amounts => {
    const values = new BigInt64Array(columns.size);
    for (let index = 0; index < values.length; index += 1) values[index] = make(index);
    return values;
  };

  const seconds = known(noHours, () =>
    all(
      (i) =>
        at(columns.direct.seconds, i) +
        at(columns.serving.seconds, i) +
        at(columns.failure.seconds, i),
    ),
  );
  const late = known(reach.receivables ? undefined : "no-receivables", () => {
    const { numerator, denominator } = choices.latePaymentRate;
    return all((i) => roundHalfAway(at(columns.lateDays, i) * numerator, denominator * daysInYear));
  });
  const purchases = known<Amounts>(reach.ledger ? undefined : "no-ledger", () => columns.purchases);
  const contribution = known(noMargin, () => {
    const { direct } = costs as HourCosts;
    return all((i) => at(columns.revenue, i) - at(direct, i) - at(columns.purchases, i));
  });
  const costToServe = known(noCost, () => {
    const { serving, failure } = costs as HourCosts;
    return all((i) => at(serving, i) + at(failure, i) + at(late.values, i));
  });

  const operatingCost = reach.ledger
    ? firm.ledgerPurchases + firm.personnel + firm.otherCost
    : null;
  const pool =
    operatingCost === null || costs === undefined
      ? null
      : operatingCost - sum(columns.purchases) - (costs.total - costs.internal);
  const shares =
    pool === null || seconds.values === undefined
      ? undefined
      : apportion(pool, seconds.values, byName(columns.names));
  const noOverhead = noMargin ?? (shares === undefined ? "nothing-to-divide-by" : undefined);
  const overhead = known(noOverhead, () => shares as Amounts);
  const fullyLoaded = known(noOverhead, () =>
    all((i) => at(contribution.values, i) - at(costToServe.values, i) - at(overhead.values, i)),
  );
  return {
    columns,
    firm,
    reach,
    hourCosts: known(noCost, () => costs as HourCosts),
    seconds,
    directCost: known(noCost, () => (costs as HourCosts).direct),
    servingCost: known(noCost, () => (costs as HourCosts).serving),
    failureCost: known(noCost, () => (costs as HourCosts).failure),
    latePaymentCost: late,
    purchases,
    contribution,
    costToServe,
    overhead,
    fullyLoaded,
    operatingCost,
    revenueTotal: firm.ledgerRevenue + firm.outsideLedger,
    attributedRevenue: sum(columns.revenue),
  };
}

/** Hours worked for customers and for the firm itself, seconds. */
export function secondsWorked(columns: CustomerColumns, firm: FirmBooks): bigint {
  return totalOf(columns, firm, "seconds");
}

export function sum(values: Amounts): bigint {
  let total = 0n;
  for (const value of values) total += value;
  return total;
}

function hoursReason(hours: "part" | "none"): UnknownReason {
  return hours === "part" ? "hours-cover-part" : "no-hours";
}

function known<T>(unknown: UnknownReason | undefined, values: () => T): Known<T> {
  return unknown === undefined ? { values: values() } : { unknown };
}

/** Where a column is unknown as a whole, nothing of it counts. */
function at(values: Amounts | undefined, index: number): bigint {
  return values?.[index] ?? 0n;
}
