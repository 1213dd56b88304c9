import { roundParts } from "./apportion.ts";
import { byName } from "./by-name.ts";
import type {
  CostChoices,
  CustomerColumns,
  FirmBooks,
  HourColumns,
  Reach,
} from "./customer-columns.ts";
import { roundHalfAway } from "./round-half-away.ts";

/** Where the cost of an hour comes from, and what the hours of each customer cost with it. */
export type HourCosts = {
  readonly source: "ledger" | "given" | "export";
  /** Average cost of an hour over all hours, minor units. */
  readonly rate: bigint;
  readonly estimated: boolean;
  /** Minor units a second of hours that have no cost of their own. */
  readonly restRate: { readonly numerator: bigint; readonly denominator: bigint };
  readonly direct: BigInt64Array;
  readonly serving: BigInt64Array;
  readonly failure: BigInt64Array;
  readonly internal: bigint;
  /** All of the above. */
  readonly total: bigint;
};

const groups = ["direct", "serving", "failure"] as const;

/**
 * The cost of the hours: the person's own rate, else what the export says, else the owner's rate, else
 * personnel cost / hours worked. Exact until the end, then rounded so that the parts add up: where all
 * hours are at the ledger's rate, to the personnel cost to the cent. Undefined when hours are left that
 * nothing tells the cost of.
 */
export function hourCosts(
  columns: CustomerColumns,
  firm: FirmBooks,
  reach: Reach,
  choices: CostChoices,
): HourCosts | undefined {
  const worked = totalOf(columns, firm, "seconds");
  const rest = totalOf(columns, firm, "rest");
  if (worked === 0n) return undefined;
  const fromLedger = choices.hourCost === null;
  if (rest > 0n && fromLedger && !reach.ledger) return undefined;
  // Minor units a second for the hours that are left, as a fraction; and the one denominator of all.
  const rate = fromLedger ? firm.personnel : (choices.hourCost as bigint);
  const per = fromLedger ? worked : 3600n;
  const denominator = 3600n * per;
  const costOf = (given: bigint, exported: bigint, left: bigint) =>
    given * per + exported * denominator + left * rate * 3600n;
  const numerators: bigint[] = new Array(groups.length * columns.size + 1).fill(0n);
  let next = 0;
  for (const group of groups) {
    const { seconds, given, exported, rest: left } = columns[group];
    for (let index = 0; index < columns.size; index += 1) {
      // Most customers have no hours of most kinds.
      if (seconds[index] !== 0n || exported[index] !== 0n) {
        numerators[next] = costOf(
          given[index] as bigint,
          exported[index] as bigint,
          left[index] as bigint,
        );
      }
      next += 1;
    }
  }
  numerators[next] = costOf(firm.internal.given, firm.internal.exported, firm.internal.rest);
  const { size, names } = columns;
  const parts = roundParts(numerators, denominator, byName(names));
  const total = parts.reduce((sum, part) => sum + part, 0n);
  const source = rest * 2n < worked ? knownSource(columns, firm) : fromLedger ? "ledger" : "given";
  return {
    source,
    rate: roundHalfAway(total * 3600n, worked),
    estimated: source === "ledger",
    restRate: { numerator: rate, denominator: per },
    direct: parts.slice(0, size),
    serving: parts.slice(size, 2 * size),
    failure: parts.slice(2 * size, 3 * size),
    internal: parts[3 * size] as bigint,
    total,
  };
}

/** Most hours have a cost of their own: given per person, or in the export. */
function knownSource(columns: CustomerColumns, firm: FirmBooks): "given" | "export" {
  return totalOf(columns, firm, "given") >= totalOf(columns, firm, "exported") * 3600n
    ? "given"
    : "export";
}

export function totalOf(
  columns: CustomerColumns,
  firm: FirmBooks,
  part: keyof HourColumns,
): bigint {
  let total = firm.internal[part];
  for (const group of groups) for (const value of columns[group][part]) total += value;
  return total;
}
