import { wilsonInterval } from "./wilson-interval.ts";

/** One customer in the two periods that are compared. */
export type RetentionRow = {
  readonly before: bigint;
  readonly now: bigint;
  /** Whether it counted as a customer at the end of the period before, and at the end of this one. */
  readonly activeBefore: boolean;
  readonly activeNow: boolean;
  readonly byReferral: boolean | null;
};

export type RetentionFigures = {
  readonly openingRevenue: bigint;
  readonly retained: bigint;
  readonly expansion: bigint;
  readonly contraction: bigint;
  readonly lost: bigint;
  readonly newRevenue: bigint;
  readonly grossRetention: number | null;
  readonly netRetention: number | null;
  readonly openingCustomers: number;
  readonly lostCustomers: number;
  readonly newCustomers: number;
  readonly logoChurn: number | null;
  readonly logoChurnInterval: [number, number] | null;
  readonly earnedNewShare: number | null;
  readonly earnedGrowth: number | null;
};

const fewestForInterval = 10;

/**
 * Opening revenue is that of customers with revenue in the period before: it is retained, contracted
 * or lost. GRR = retained / opening, NRR = (retained + expansion) / opening, earned growth = NRR +
 * revenue of new customers that came by referral / opening - 1.
 */
export function retention(rows: readonly RetentionRow[]): RetentionFigures {
  const sums = { opening: 0n, retained: 0n, expansion: 0n, contraction: 0n, lost: 0n, fresh: 0n };
  let earned = 0n;
  let channelsKnown = false;
  let openingCustomers = 0;
  let lostCustomers = 0;
  let newCustomers = 0;
  for (const row of rows) {
    if (row.byReferral !== null) channelsKnown = true;
    if (row.activeBefore) openingCustomers += 1;
    if (row.activeBefore && !row.activeNow) lostCustomers += 1;
    if (row.before > 0n) {
      sums.opening += row.before;
      if (row.now <= 0n) sums.lost += row.before;
      else if (row.now < row.before) {
        sums.retained += row.now;
        sums.contraction += row.before - row.now;
      } else {
        sums.retained += row.before;
        sums.expansion += row.now - row.before;
      }
    } else if (row.now > 0n) {
      newCustomers += 1;
      sums.fresh += row.now;
      if (row.byReferral === true) earned += row.now;
    }
  }
  const share = (part: bigint) =>
    sums.opening === 0n ? null : Number(part) / Number(sums.opening);
  const netRetention = share(sums.retained + sums.expansion);
  const earnedNewShare = channelsKnown ? share(earned) : null;
  return {
    openingRevenue: sums.opening,
    retained: sums.retained,
    expansion: sums.expansion,
    contraction: sums.contraction,
    lost: sums.lost,
    newRevenue: sums.fresh,
    grossRetention: share(sums.retained),
    netRetention,
    openingCustomers,
    lostCustomers,
    newCustomers,
    logoChurn: openingCustomers === 0 ? null : lostCustomers / openingCustomers,
    logoChurnInterval:
      openingCustomers < fewestForInterval ? null : wilsonInterval(lostCustomers, openingCustomers),
    earnedNewShare,
    earnedGrowth: earnedGrowth(netRetention, earnedNewShare),
  };
}

/** Net retention plus the share of revenue from earned new customers, minus one. */
export function earnedGrowth(
  netRetention: number | null,
  earnedNewShare: number | null,
): number | null {
  return netRetention === null || earnedNewShare === null
    ? null
    : netRetention + earnedNewShare - 1;
}
