import type { CoveredMonths } from "./covered-months.ts";
import type { Economics } from "./economics.ts";
import type { MonthRange } from "./month.ts";
import type { OrganizationChoices } from "./organization-choices.ts";

/** Everything that facts are told from: the economics of a period and what is known of each customer. */
export type FirmFacts = {
  readonly organization: OrganizationChoices;
  readonly dataVersion: bigint;
  readonly period: MonthRange;
  readonly before: MonthRange;
  readonly covered: CoveredMonths;
  /** The last day that payments are known of; null where nothing tells payments. */
  readonly asOf: string | null;
  /** Decimals of the organisation's currency. */
  readonly decimals: number;
  /** Every customer of the firm; the columns of the economics are in this order. */
  readonly ids: readonly string[];
  /** Places in `ids` of those with something in the period, in the year before, or still to pay. */
  readonly shown: readonly number[];
  readonly index: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  readonly cities: readonly (string | null)[];
  readonly objections: readonly boolean[];
  readonly firstInvoice: readonly (string | null)[];
  readonly lastInvoice: readonly (string | null)[];
  readonly economics: Economics;
};
