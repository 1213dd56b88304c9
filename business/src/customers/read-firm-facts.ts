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
  storedWorkGroups,
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
import { economics, sum } from "./economics.ts";
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
  const size = ids.length;
  const revenuePlaces = placesOf(index, revenue.id);
  const paymentPlaces = placesOf(index, payments.id);
  const openPlaces = placesOf(index, open.id);
  const hourPlaces = placesOf(index, hours.id);
  const ofRevenue = (values: readonly string[]) => placed(size, revenuePlaces, values);
  const ofPayments = (values: readonly string[]) => placed(size, paymentPlaces, values);
  const ofOpen = (values: readonly string[]) => placed(size, openPlaces, values);
  const hourGroup = (group: (typeof storedWorkGroups)[number]): HourColumns => {
    const only = { number: String(storedWorkGroups.indexOf(group)), groups: hours.group };
    const part = (values: readonly string[]) => placed(size, hourPlaces, values, only);
    return {
      seconds: part(hours.seconds),
      given: part(hours.given),
      exported: part(hours.exported),
      rest: part(hours.rest),
    };
  };
  const delivery = { number: String(storedWorkGroups.indexOf("direct")), groups: hours.group };
  const late = ofPayments(payments.lateDays);
  for (const [at, value] of ofOpen(open.lateDays).entries()) {
    late[at] = (late[at] as bigint) + value;
  }
  const columns: CustomerColumns = {
    size,
    revenue: ofRevenue(revenue.revenue),
    revenueBefore: ofRevenue(revenue.before),
    credited: ofRevenue(revenue.credited),
    detailed: ofRevenue(revenue.detailed),
    discounts: ofRevenue(revenue.discounts),
    purchases: ofRevenue(revenue.purchases),
    invoices: ofRevenue(revenue.invoices),
    direct: hourGroup("direct"),
    serving: hourGroup("serving"),
    failure: hourGroup("failure"),
    listAmount: placed(size, hourPlaces, hours.listed, delivery),
    listedSeconds: placed(size, hourPlaces, hours.listedSeconds, delivery),
    paid: ofPayments(payments.paid),
    paidDays: ofPayments(payments.paidDays),
    lateDays: late,
    open: ofOpen(open.open),
    overdue: ofOpen(open.overdue),
  };
  const inside = hourGroup("inside");
  const firm: FirmBooks = {
    ledgerRevenue: totals.revenue,
    ledgerPurchases: totals.purchases,
    personnel: totals.personnel,
    otherCost: totals.other,
    outsideLedger: sum(ofRevenue(revenue.outside)),
    internal: {
      seconds: internal.seconds + sum(inside.seconds),
      given: internal.given + sum(inside.given),
      exported: internal.exported + sum(inside.exported),
      rest: internal.rest + sum(inside.rest),
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
  const spanPlaces = placesOf(index, spans.id);
  const spanOf = (values: readonly string[]) => {
    const column: (string | null)[] = new Array(size).fill(null);
    for (const [at, place] of spanPlaces.entries()) column[place] = values[at] as string;
    return column;
  };
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
    shown: shownPlaces(size, [revenuePlaces, hourPlaces, openPlaces]),
    names: names.name,
    cities: names.city,
    objections: names.objects,
    firstInvoice: spanOf(spans.first),
    lastInvoice: spanOf(spans.last),
    economics: economics(columns, firm, reach, costChoices(organization)),
  };
}

function placesOf(index: ReadonlyMap<string, number>, ids: readonly string[]): Uint32Array {
  return Uint32Array.from(ids, (id) => index.get(id) as number);
}

/** Ascending places that any of the lists names. */
function shownPlaces(size: number, lists: readonly Uint32Array[]): readonly number[] {
  const named = new Uint8Array(size);
  for (const list of lists) for (const place of list) named[place] = 1;
  const shown: number[] = [];
  for (let place = 0; place < size; place += 1) if (named[place] === 1) shown.push(place);
  return shown;
}

// As many digits as a double holds for certain: reading them by way of a number is much faster.
const fastDigits = 15;

/** Values at their places, zero elsewhere; with `only` those rows that are of one group. */
function placed(
  size: number,
  places: Uint32Array,
  values: readonly string[],
  only?: { readonly number: string; readonly groups: readonly string[] },
): BigInt64Array {
  const column = new BigInt64Array(size);
  for (let at = 0; at < places.length; at += 1) {
    if (only !== undefined && only.groups[at] !== only.number) continue;
    const text = values[at] as string;
    if (text === "0") continue;
    column[places[at] as number] = BigInt(text.length <= fastDigits ? Number(text) : text);
  }
  return column;
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
