/** What is held about a parameter of the growth model before a firm's own figures are seen. */
export type GrowthParameter = {
  readonly unit: string;
  /** Median of the prior, and the value where nothing else is known. */
  readonly typical: number;
  /**
   * Standard deviation of the prior of its logarithm: 0.7 says that half to double is quite
   * possible.
   */
  readonly spread: number;
  /** Where the typical value is from. */
  readonly source: string;
};

const wide = "assumption, kept wide";
const narrow = "assumption; monthly figures hardly tell it";

/**
 * Every parameter of the growth model: its unit, its typical value, how far a firm can be from
 * that, and where it is from. All are above zero. Those that end in Noise are deviations of
 * logarithms.
 */
export const growthParameters = {
  coreChurn: { unit: "share a month", typical: 0.01, spread: 0.7, source: wide },
  restChurn: { unit: "share a month", typical: 0.02, spread: 0.7, source: wide },
  winsPerHour: { unit: "customers per selling hour", typical: 0.01, spread: 1, source: wide },
  referral: { unit: "won per customer a month", typical: 0.004, spread: 0.8, source: wide },
  coreToRestWins: { unit: "core won per other won", typical: 0.5, spread: 0.8, source: wide },
  salesCycle: { unit: "months", typical: 3, spread: 0.4, source: narrow },
  hoursPerCore: { unit: "hours per customer a month", typical: 12, spread: 1, source: wide },
  hoursPerRest: { unit: "hours per customer a month", typical: 6, spread: 1, source: wide },
  hourlyRate: { unit: "money per agreed hour", typical: 100, spread: 2, source: wide },
  hoursPerPerson: {
    unit: "hours per full-time person a month",
    typical: 130,
    spread: 0.15,
    source: "assumption: 1,560 hours a year after leave and illness",
  },
  handlingTime: { unit: "months", typical: 0.5, spread: 0.2, source: narrow },
  waitToSatisfaction: {
    unit: "per cent less satisfied per per cent longer wait",
    typical: 0.15,
    spread: 0.6,
    source: wide,
  },
  cutToSatisfaction: {
    unit: "per cent less satisfied per per cent fewer hours a job",
    typical: 0.5,
    spread: 0.5,
    source: "assumption; direction from Oliva and Sterman (2001)",
  },
  perceptionTime: {
    unit: "months",
    typical: 6,
    spread: 0.4,
    source: "Forrester (1968), his market",
  },
  reputationTime: {
    unit: "months",
    typical: 12,
    spread: 0.4,
    source: "Forrester (1968), his tradition",
  },
  satisfactionToChurn: {
    unit: "per cent more churn per per cent less satisfied",
    typical: 2,
    spread: 0.5,
    source: wide,
  },
  priceToWins: {
    unit: "per cent fewer won per per cent dearer",
    typical: 1.5,
    spread: 0.5,
    source: "assumption, below the 2.6 of consumer goods (Bijmolt, van Heerde and Pieters 2005)",
  },
  priceToChurn: {
    unit: "per cent more churn per per cent dearer",
    typical: 1,
    spread: 0.5,
    source: wide,
  },
  renewalTime: { unit: "months", typical: 6, spread: 0.3, source: narrow },
  usualSellingShare: { unit: "share of hours", typical: 0.15, spread: 0.6, source: wide },
  sellingReaction: {
    unit: "per cent more selling per per cent of revenue missed",
    typical: 1,
    spread: 0.6,
    source: wide,
  },
  policyTime: { unit: "months", typical: 3, spread: 0.4, source: narrow },
  hiringReaction: {
    unit: "per cent more people a month per per cent of load above normal",
    typical: 0.04,
    spread: 0.7,
    source: "Forrester (1968): staff follow in 20 to 25 months",
  },
  satisfactionMark: { unit: "mark at normal service", typical: 7.5, spread: 1, source: wide },
  revenueNoise: { unit: "of a month", typical: 0.1, spread: 0.7, source: wide },
  hoursNoise: { unit: "of a month", typical: 0.05, spread: 0.7, source: wide },
  peopleNoise: { unit: "of a month", typical: 0.03, spread: 0.7, source: wide },
  sellingNoise: { unit: "of a month", typical: 0.1, spread: 0.7, source: wide },
  satisfactionNoise: { unit: "of a month", typical: 0.05, spread: 0.7, source: wide },
} as const satisfies Readonly<Record<string, GrowthParameter>>;

export type GrowthParameterName = keyof typeof growthParameters;

/** A value for each parameter of the growth model. */
export type GrowthParameters = Readonly<Record<GrowthParameterName, number>>;

/** The names of the parameters, in their order. */
export const growthParameterNames = Object.keys(growthParameters) as GrowthParameterName[];

/** The typical value of every parameter. */
export const typicalGrowth: GrowthParameters = growthRecord(
  (name) => growthParameters[name].typical,
);

/** Parameters from a value for each name. */
export function growthRecord(
  value: (name: GrowthParameterName, at: number) => number,
): GrowthParameters {
  return Object.fromEntries(
    growthParameterNames.map((name, at) => [name, value(name, at)]),
  ) as GrowthParameters;
}
