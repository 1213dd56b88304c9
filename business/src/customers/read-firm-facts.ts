import {
  coveringFiles,
  customerNames,
  hourColumns,
  internalHourSums,
  ledgerTotals,
  openColumns,
  paymentColumns,
  planForMany,
  revenueColumns,
  spanColumns,
  type Transaction,
} from "@koers/database";
import { minorUnitExponent, parseDecimal } from "@koers/formats";
import type { Context } from "../context.ts";
import { choosePeriod } from "./choose-period.ts";
import { coverageOf, coveredMonths } from "./covered-months.ts";
import type {
  CostChoices,
  CustomerColumns,
  FirmBooks,
  HourColumns,
  Reach,
} from "./customer-columns.ts";
import { economics } from "./economics.ts";
import type { FirmFacts } from "./firm-facts.ts";
import { firstDay, lastDay, type MonthRange, monthsIn } from "./month.ts";
import type { OrganizationChoices } from "./organization-choices.ts";
import { roundHalfAway } from "./round-half-away.ts";

const year = 12;

/** The same months a year before; of a longer period, the period before it. */
export function periodBefore(period: MonthRange): MonthRange {
  const shift = Math.max(year, monthsIn(period));
  return { from: period.from - shift, to: period.to - shift };
}

/** Which months are asked for and which are known, before anything is summed. */
export async function resolvePeriod(
  transaction: Transaction,
  context: Pick<Context, "organizationId">,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
) {
  const files = await coveringFiles(transaction, context.organizationId);
  const covered = coveredMonths(files, today);
  return { files, covered, period: choosePeriod(asked, covered, today) };
}

/** Reads the sums of a period and works out the economics of every customer. */
export async function readFirmFacts(
  transaction: Transaction,
  organization: OrganizationChoices,
  dataVersion: bigint,
  resolved: Awaited<ReturnType<typeof resolvePeriod>>,
  today: string,
): Promise<FirmFacts> {
  const { files, covered, period } = resolved;
  const before = periodBefore(period);
  const { id, currency, settings } = organization;
  const span = { from: firstDay(period.from), to: firstDay(period.to) };
  const spanBefore = { from: firstDay(before.from), to: firstDay(before.to) };
  const told = files.filter((file) => file.namesPayments).map((file) => file.to);
  told.sort((a, b) => (a < b ? -1 : 1));
  const lastTold = told.at(-1);
  const asOf = lastTold === undefined ? null : lastTold < today ? lastTold : today;

  await planForMany(transaction, true);
  const names = await customerNames(transaction, id);
  const revenue = await revenueColumns(transaction, id, "all", currency, span, spanBefore);
  const hours = await hourColumns(transaction, id, "all", span);
  const payments = await paymentColumns(transaction, id, "all", currency, span);
  const open = await openColumns(transaction, id, "all", currency, {
    from: span.from,
    to: lastDay(period.to),
    asOf: asOf ?? today,
    termDays: settings.paymentTermDays,
  });
  const spans = await spanColumns(transaction, id);
  const totals = await ledgerTotals(transaction, id, currency, span);
  const internal = await internalHourSums(transaction, id, span);

  const ids = names.id;
  const index = new Map(ids.map((customer, position) => [customer, position]));
  const place = (of: readonly string[], values: readonly string[]) => placed(index, of, values);
  const hourGroup = (group: "direct" | "serving" | "failure"): HourColumns => ({
    seconds: place(hours.id, hours[`${group}_seconds`]),
    given: place(hours.id, hours[`${group}_given`]),
    exported: place(hours.id, hours[`${group}_exported`]),
    rest: place(hours.id, hours[`${group}_rest`]),
  });
  const late = place(payments.id, payments.lateDays);
  for (const [at, value] of place(open.id, open.lateDays).entries()) {
    late[at] = (late[at] as bigint) + value;
  }
  const columns: CustomerColumns = {
    size: ids.length,
    revenue: place(revenue.id, revenue.revenue),
    revenueBefore: place(revenue.id, revenue.before),
    credited: place(revenue.id, revenue.credited),
    detailed: place(revenue.id, revenue.detailed),
    discounts: place(revenue.id, revenue.discounts),
    purchases: place(revenue.id, revenue.purchases),
    invoices: place(revenue.id, revenue.invoices),
    direct: hourGroup("direct"),
    serving: hourGroup("serving"),
    failure: hourGroup("failure"),
    listAmount: place(hours.id, hours.listed_amount),
    listedSeconds: place(hours.id, hours.listed_seconds),
    paid: place(payments.id, payments.paid),
    paidDays: place(payments.id, payments.paidDays),
    lateDays: late,
    open: place(open.id, open.open),
    overdue: place(open.id, open.overdue),
  };
  const firm: FirmBooks = {
    ledgerRevenue: totals.revenue,
    ledgerPurchases: totals.purchases,
    personnel: totals.personnel,
    otherCost: totals.other,
    outsideLedger: total(revenue.outside),
    internal: {
      seconds: internal.seconds + total(hours.inside_seconds),
      given: internal.given + total(hours.inside_given),
      exported: internal.exported + total(hours.inside_exported),
      rest: internal.rest + total(hours.inside_rest),
    },
  };
  const inPeriod = (file: { readonly from: string; readonly to: string }) =>
    file.from <= lastDay(period.to) && file.to >= span.from;
  const reach: Reach = {
    ledger: coverageOf(period, covered.ledger) === "all",
    revenue: files.some(
      (file) => (file.subject === "books" || file.subject === "invoices") && inPeriod(file),
    ),
    hours: coverageOf(period, covered.hours),
    receivables: files.some((file) => file.namesPayments && inPeriod(file)),
    yearBefore: coverageOf(before, covered.revenue) === "all",
  };
  const first = new Map(spans.id.map((customer, at) => [customer, at]));
  const spanOf = (values: readonly string[]) =>
    ids.map((customer) => values[first.get(customer) ?? -1] ?? null);
  return {
    organization,
    dataVersion,
    period,
    before,
    covered,
    asOf,
    decimals: minorUnitExponent(currency) ?? 2,
    ids,
    index,
    shown: placesOf(index, [revenue.id, hours.id, open.id]),
    names: names.name,
    cities: names.city,
    objections: names.objects,
    firstInvoice: spanOf(spans.first),
    lastInvoice: spanOf(spans.last),
    economics: economics(columns, firm, reach, costChoices(organization)),
  };
}

function placesOf(
  index: ReadonlyMap<string, number>,
  lists: readonly (readonly string[])[],
): readonly number[] {
  const places = Uint32Array.from(new Set(lists.flat()), (id) => index.get(id) as number);
  return [...places.sort()];
}

function placed(
  index: ReadonlyMap<string, number>,
  ids: readonly string[],
  values: readonly string[],
): BigInt64Array {
  const column = new BigInt64Array(index.size);
  for (const [at, id] of ids.entries()) {
    const position = index.get(id);
    if (position !== undefined) column[position] = BigInt(values[at] as string);
  }
  return column;
}

function total(values: readonly string[]): bigint {
  return values.reduce((sum, value) => sum + BigInt(value), 0n);
}

const millionths = 1_000_000;
/** `hourCost` may be written to a hundredth of a cent. */
const finest = 4;

function costChoices(organization: OrganizationChoices): CostChoices {
  const { hourCost, latePaymentRate } = organization.settings;
  const exponent = minorUnitExponent(organization.currency) ?? 2;
  const exact = hourCost === null ? undefined : parseDecimal(hourCost, finest);
  return {
    hourCost: exact === undefined ? null : roundHalfAway(exact, 10n ** BigInt(finest - exponent)),
    latePaymentRate: {
      numerator: BigInt(Math.round(latePaymentRate * millionths)),
      denominator: BigInt(millionths),
    },
  };
}
