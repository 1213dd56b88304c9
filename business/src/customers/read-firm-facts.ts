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
  await planForMany(transaction, false);

  const ids = names.id;
  const index = new Map(ids.map((customer, position) => [customer, position]));
  const size = ids.length;
  const revenuePlaces = placesOf(ids, revenue.ids);
  const paymentPlaces = placesOf(ids, payments.ids);
  const openPlaces = placesOf(ids, open.ids);
  const hourPlaces = placesOf(ids, hours.ids);
  const ofRevenue = (name: keyof typeof revenue.numbers) =>
    placed(size, revenuePlaces, revenue.numbers[name]);
  const ofPayments = (name: keyof typeof payments.numbers) =>
    placed(size, paymentPlaces, payments.numbers[name]);
  const ofOpen = (name: keyof typeof open.numbers) => placed(size, openPlaces, open.numbers[name]);
  const hourPart = (
    group: (typeof storedWorkGroups)[number],
    name: Exclude<keyof typeof hours.numbers, "group">,
  ) => {
    const only = { number: BigInt(storedWorkGroups.indexOf(group)), groups: hours.numbers.group };
    return placed(size, hourPlaces, hours.numbers[name], only);
  };
  const hourGroup = (group: (typeof storedWorkGroups)[number]): HourColumns => ({
    seconds: hourPart(group, "seconds"),
    given: hourPart(group, "given"),
    exported: hourPart(group, "exported"),
    rest: hourPart(group, "rest"),
  });
  const late = ofPayments("lateDays");
  for (const [at, value] of ofOpen("lateDays").entries()) {
    late[at] = (late[at] as bigint) + value;
  }
  const columns: CustomerColumns = {
    size,
    names: names.name,
    revenue: ofRevenue("revenue"),
    revenueBefore: ofRevenue("before"),
    credited: ofRevenue("credited"),
    detailed: ofRevenue("detailed"),
    discounts: ofRevenue("discounts"),
    purchases: ofRevenue("purchases"),
    invoices: ofRevenue("invoices"),
    direct: hourGroup("direct"),
    serving: hourGroup("serving"),
    failure: hourGroup("failure"),
    listAmount: hourPart("direct", "listed"),
    listedSeconds: hourPart("direct", "listedSeconds"),
    paid: ofPayments("paid"),
    paidDays: ofPayments("paidDays"),
    lateDays: late,
    open: ofOpen("open"),
    overdue: ofOpen("overdue"),
  };
  const inside = hourGroup("inside");
  const firm: FirmBooks = {
    ledgerRevenue: totals.revenue,
    ledgerPurchases: totals.purchases,
    personnel: totals.personnel,
    otherCost: totals.other,
    outsideLedger: sum(ofRevenue("outside")),
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
  const spanPlaces = placesOf(ids, spans.ids);
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

/** Where customers stand among all; both lists are in the order of ids, so that one walk finds them. */
function placesOf(all: readonly string[], some: readonly string[]): Uint32Array {
  const places = new Uint32Array(some.length);
  let place = 0;
  for (const [at, id] of some.entries()) {
    while (all[place] !== id) {
      place += 1;
      if (place >= all.length) throw new RangeError("sums of a customer that is not there");
    }
    places[at] = place;
  }
  return places;
}

/** Ascending places that any of the lists names. */
function shownPlaces(size: number, lists: readonly Uint32Array[]): readonly number[] {
  const named = new Uint8Array(size);
  for (const list of lists) for (const place of list) named[place] = 1;
  const shown: number[] = [];
  for (let place = 0; place < size; place += 1) if (named[place] === 1) shown.push(place);
  return shown;
}

/** Values at their places, zero elsewhere; with `only` those rows that are of one group. */
function placed(
  size: number,
  places: Uint32Array,
  values: BigInt64Array,
  only?: { readonly number: bigint; readonly groups: BigInt64Array },
): BigInt64Array {
  const column = new BigInt64Array(size);
  for (let at = 0; at < places.length; at += 1) {
    if (only !== undefined && only.groups[at] !== only.number) continue;
    column[places[at] as number] = values[at] as bigint;
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
