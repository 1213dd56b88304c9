import { z } from "zod";
import { type FactKey, facts } from "../facts/catalogue.ts";
import { Amount, Currency, Day, Month, Period } from "../money.ts";

/** The value of a fact: amounts and ratios as decimal strings, unknown as null. */
export const FactValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type FactValue = z.infer<typeof FactValue>;

export const FactKeySchema = z.enum(facts.map((fact) => fact.key) as [FactKey, ...FactKey[]]);

/** Why a fact cannot be told. */
export const UnknownReason = z.enum([
  "no-hours",
  "hours-cover-part",
  "no-cost-of-hour",
  "no-ledger",
  "no-revenue",
  "no-receivables",
  "no-list-rates",
  "no-year-before",
  "nothing-to-divide-by",
]);
export type UnknownReason = z.infer<typeof UnknownReason>;

/** One column of the portfolio: a value per customer, in the order of `ids`. */
export const FactColumn = z.object({
  fact: FactKeySchema,
  values: z.array(FactValue),
  /** Set where the whole column is unknown for one reason. */
  unknown: UnknownReason.optional(),
});

/** How the cost of an hour was found. */
export const HourCost = z.object({
  /** `ledger`: personnel cost / hours worked; `given`: by the owner; `export`: in the hours themselves. */
  source: z.enum(["ledger", "given", "export", "unknown"]),
  rate: Amount.nullable(),
  personnelCost: Amount.nullable(),
  hoursWorked: z.string().nullable(),
  estimated: z.boolean(),
});

/** Sums over the whole firm; parts add up to wholes to the cent. */
export const FirmTotals = z.object({
  revenue: Amount,
  attributedRevenue: Amount,
  unattributedRevenue: Amount,
  directPurchases: Amount.nullable(),
  unattributedPurchases: Amount.nullable(),
  personnelCost: Amount.nullable(),
  overhead: Amount.nullable(),
  hours: z.string().nullable(),
  directHours: z.string().nullable(),
  servingHours: z.string().nullable(),
  internalHours: z.string().nullable(),
  contributionMargin: Amount.nullable(),
  costToServe: Amount.nullable(),
  fullyLoadedProfit: Amount.nullable(),
  directHoursCost: Amount.nullable(),
  servingHoursCost: Amount.nullable(),
  failureCost: Amount.nullable(),
  failureHours: z.string().nullable(),
  /** A cost that stands in no ledger: money that customers kept too long, at the yearly rate. */
  latePaymentCost: Amount.nullable(),
  internalHoursCost: Amount.nullable(),
  /**
   * Revenue minus all operating cost in the ledger
   * = fullyLoadedProfit + latePaymentCost + unattributedRevenue.
   */
  operatingProfit: Amount.nullable(),
  hourCost: HourCost,
});

export const Concentration = z.object({
  top1: z.number().nullable(),
  top5: z.number().nullable(),
  /** Herfindahl index of revenue shares, 0 to 1. */
  herfindahl: z.number().nullable(),
});

/** The whale curve in one sentence: its numbers, for the title of the page. */
export const WhaleFinding = z.object({
  /** What the curve is drawn over: fully loaded profit where known, else contribution, else revenue. */
  measure: z.enum(["fullyLoadedProfit", "contributionMargin", "revenue"]),
  customers: z.number().int(),
  total: Amount,
  /** Customers up to the peak and what they earn together. */
  peakCustomers: z.number().int(),
  peakAmount: Amount,
  /** The best customers that together earn most: those named in the heading, and their share of total. */
  bestCustomers: z.number().int(),
  bestShare: z.number().nullable(),
  losers: z.number().int(),
  lostAmount: Amount,
});

/** Revenue in a currency other than the organisation's: shown apart, never added or converted. */
export const OtherCurrency = z.object({
  currency: Currency,
  revenue: Amount,
  customers: z.number().int(),
});

export const Portfolio = z.object({
  organization: z.object({ id: z.string(), name: z.string(), kind: z.enum(["real", "example"]) }),
  period: Period,
  /** The months that the books cover, and the hours: what may be asked. */
  covered: z.object({
    revenue: Period.nullable(),
    hours: Period.nullable(),
  }),
  currency: Currency,
  ids: z.array(z.string()),
  names: z.array(z.string()),
  columns: z.array(FactColumn),
  totals: FirmTotals,
  concentration: Concentration,
  whale: WhaleFinding.nullable(),
  otherCurrencies: z.array(OtherCurrency),
  dataVersion: z.string(),
});
export type Portfolio = z.infer<typeof Portfolio>;

/** One part of a figure: what it is, how much, and with which sign it counts. */
export const FigurePart = z.object({
  fact: z.string(),
  value: FactValue,
  sign: z.enum(["+", "-", "×", "÷"]),
});

export const Figure = z.object({
  fact: FactKeySchema,
  value: FactValue,
  unknown: UnknownReason.optional(),
  madeUpOf: z.array(FigurePart),
  /** How many lines stand behind it; 0 where it is made of other figures only. */
  lines: z.number().int(),
});

export const CustomerMonth = z.object({
  month: Month,
  revenue: Amount,
  contributionMargin: Amount.nullable(),
  fullyLoadedProfit: Amount.nullable(),
  hours: z.string().nullable(),
});

export const CustomerService = z.object({
  service: z.string(),
  revenue: Amount,
  firstMonth: Month,
  lastMonth: Month,
});

export const CustomerRelation = z.object({
  id: z.string(),
  system: z.string(),
  externalId: z.string().nullable(),
  name: z.string(),
  matchedBy: z.string().nullable(),
});

export const CustomerNote = z.object({
  id: z.string(),
  text: z.string(),
  author: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

export const Contact = z.object({
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  role: z.string().nullable(),
});

export const Customer = z.object({
  id: z.string(),
  name: z.string(),
  kvk: z.string().nullable(),
  vatId: z.string().nullable(),
  emailDomain: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  traits: z.record(z.string(), z.string()),
  editedFields: z.array(z.string()),
  scoringObjection: z.string().nullable(),
  period: Period,
  currency: Currency,
  figures: z.array(Figure),
  months: z.array(CustomerMonth),
  services: z.array(CustomerService),
  hoursByKind: z.array(z.object({ kind: z.string(), hours: z.string(), cost: Amount.nullable() })),
  payments: z.object({
    paidInvoices: z.number().int(),
    daysOutstanding: z.number().nullable(),
    /** 80 % interval over the invoices, null below three. */
    daysInterval: z.tuple([z.number(), z.number()]).nullable(),
    open: Amount.nullable(),
    overdue: Amount.nullable(),
  }),
  relations: z.array(CustomerRelation),
  contacts: z.array(Contact),
  notes: z.array(CustomerNote),
});
export type Customer = z.infer<typeof Customer>;

/** A line of the books behind a figure. */
export const SourceLine = z.object({
  kind: z.enum(["ledger", "invoice", "invoice-line", "hour", "receivable"]),
  date: Day,
  description: z.string(),
  reference: z.string().nullable(),
  amount: Amount.nullable(),
  hours: z.string().nullable(),
  currency: Currency.nullable(),
  importId: z.number().int(),
  file: z.string(),
  line: z.number().int(),
});

export const Retention = z.object({
  period: Period,
  before: Period,
  openingRevenue: Amount,
  retained: Amount,
  expansion: Amount,
  contraction: Amount,
  lost: Amount,
  newRevenue: Amount,
  grossRetention: z.number().nullable(),
  netRetention: z.number().nullable(),
  openingCustomers: z.number().int(),
  lostCustomers: z.number().int(),
  newCustomers: z.number().int(),
  logoChurn: z.number().nullable(),
  /** Wilson interval of 80 %, null below ten opening customers. */
  logoChurnInterval: z.tuple([z.number(), z.number()]).nullable(),
  lostAfterMonths: z.number().int(),
  /** Null where no referral channel is known for any customer. */
  earnedNewShare: z.number().nullable(),
  earnedGrowth: z.number().nullable(),
});

export const Cohort = z.object({
  /** Year of the first invoice. */
  year: z.number().int(),
  customers: z.number().int(),
  /** By year since the first: customers still active and revenue. */
  years: z.array(z.object({ year: z.number().int(), active: z.number().int(), revenue: Amount })),
});
