/**
 * What the books say of every customer over a period: one column per figure, all in the order of the
 * customers' ids. Amounts are minor units of the organisation's currency, time is in seconds.
 */
export type CustomerColumns = {
  readonly size: number;
  /** A cent that two customers have equal claim to goes to the name that comes first. */
  readonly names: readonly string[];
  readonly revenue: BigInt64Array;
  readonly revenueBefore: BigInt64Array;
  readonly credited: BigInt64Array;
  readonly detailed: BigInt64Array;
  readonly discounts: BigInt64Array;
  readonly purchases: BigInt64Array;
  readonly invoices: BigInt64Array;
  readonly direct: HourColumns;
  readonly serving: HourColumns;
  readonly failure: HourColumns;
  readonly listAmount: BigInt64Array;
  readonly listedSeconds: BigInt64Array;
  readonly paid: BigInt64Array;
  /** Amount paid times the days it took. */
  readonly paidDays: BigInt64Array;
  /** Amount times days of this period that it was out beyond the normal term. */
  readonly lateDays: BigInt64Array;
  readonly open: BigInt64Array;
  readonly overdue: BigInt64Array;
};

/** Hours of one kind of work, and what is known of their cost. */
export type HourColumns = {
  readonly seconds: BigInt64Array;
  /** Seconds times the cost of that person's hour, for people whose cost was given. */
  readonly given: BigInt64Array;
  /** Cost that the export itself gives, for people whose cost was not. */
  readonly exported: BigInt64Array;
  /** Seconds of which neither is known. */
  readonly rest: BigInt64Array;
};

/** What belongs to the firm and to no customer. */
export type FirmBooks = {
  /** Of the audit files, in full; a cost is positive. */
  readonly ledgerRevenue: bigint;
  readonly ledgerPurchases: bigint;
  readonly personnel: bigint;
  readonly otherCost: bigint;
  /** Customers' revenue of days that no audit file covers. */
  readonly outsideLedger: bigint;
  readonly internal: Readonly<Record<keyof HourColumns, bigint>>;
};

/** How far the books reach over the period. */
export type Reach = {
  /** Every month has an audit file, so that costs are known. */
  readonly ledger: boolean;
  /** An audit file or invoices speak of the period at all. */
  readonly revenue: boolean;
  readonly hours: "all" | "part" | "none";
  readonly receivables: boolean;
  readonly yearBefore: boolean;
};

/** What the owner chose, exactly. */
export type CostChoices = {
  /** Minor units an hour, in place of what the ledger says. */
  readonly hourCost: bigint | null;
  /** A yearly rate as numerator and denominator, such as 8 / 100. */
  readonly latePaymentRate: { readonly numerator: bigint; readonly denominator: bigint };
};
