import type { FactKey, OutputOf } from "@koers/contract";
import {
  type Coverage,
  customerContacts,
  customerHourMonths,
  customerLateMonths,
  customerRelations,
  customerServices,
  customerMonths as monthsOfCustomer,
  readCoverage,
  settledInvoices,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { customerFigures } from "./customer-figures.ts";
import { type CountedLine, linesBehind } from "./customer-lines.ts";
import { customerHoursByKind, customerMonths } from "./customer-months.ts";
import { customerOf } from "./customer-of.ts";
import type { LineKind } from "./facts/fact-implementation.ts";
import { factImplementations } from "./facts/index.ts";
import { decimalText } from "./figure-text.ts";
import type { FirmFacts } from "./firm-facts.ts";
import { firmFactsOf } from "./firm-facts-of.ts";
import { firstDay, lastDay, periodText } from "./month.ts";
import { notesOf } from "./notes.ts";
import { quantile } from "./quantile.ts";

type Shown = OutputOf<"getCustomer">;

export async function getCustomer(
  context: Context,
  input: {
    readonly id: string;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  },
): Promise<Shown> {
  return context.database.withOrganization(
    context.organizationId,
    async (transaction) => {
      const customer = await customerOf(transaction, context, input.id, "read");
      const firm = await firmFactsOf(transaction, context, input);
      const { organizationId } = context;
      const { currency } = firm.organization;
      const index = firm.index.get(input.id) as number;
      const months = { from: firstDay(firm.period.from), to: firstDay(firm.period.to) };
      const days = { from: months.from, to: lastDay(firm.period.to) };
      const coverage = await readCoverage(transaction, organizationId);
      const hours = await customerHourMonths(transaction, organizationId, input.id, months);
      const sums = {
        revenue: await monthsOfCustomer(transaction, organizationId, input.id, currency, months),
        hours,
        late: await customerLateMonths(transaction, organizationId, input.id, currency, months),
      };
      const services = await customerServices(
        transaction,
        organizationId,
        input.id,
        currency,
        days,
        coverage,
      );
      const relations = await customerRelations(transaction, organizationId, input.id);
      return {
        id: customer.customerId,
        name: customer.name,
        kvk: customer.kvk,
        vatId: customer.vatId,
        emailDomain: customer.emailDomain,
        postcode: customer.postcode,
        city: customer.city,
        country: customer.country,
        traits: { ...customer.traits },
        editedFields: Object.keys(customer.edits),
        scoringObjection: customer.scoringObjection,
        period: periodText(firm.period),
        currency,
        figures: customerFigures(
          firm,
          index,
          await lineCounts(transaction, context, firm, input.id),
        ),
        months: customerMonths(firm, index, sums),
        services: services.map((service) => ({
          service: service.service,
          revenue: decimalText(service.revenue, firm.decimals),
          firstMonth: service.first.slice(0, 7),
          lastMonth: service.last.slice(0, 7),
        })),
        hoursByKind:
          firm.economics.reach.hours === "all" ? customerHoursByKind(firm, index, hours) : [],
        payments: await paymentsOf(transaction, context, firm, index, days, coverage),
        relations: relations.map(({ id, system, externalId, name, matchedBy }) => ({
          id,
          system,
          externalId,
          name,
          matchedBy,
        })),
        contacts: [...(await customerContacts(transaction, organizationId, input.id))],
        notes: await notesOf(transaction, context, input.id),
      };
    },
    { readOnly: true, snapshot: true },
  );
}

/** How many lines stand behind each figure that has lines. */
async function lineCounts(
  transaction: Transaction,
  context: Context,
  firm: FirmFacts,
  customerId: string,
): Promise<ReadonlyMap<FactKey, number>> {
  const found = new Map<LineKind, readonly CountedLine[]>();
  const counts = new Map<FactKey, number>();
  for (const fact of factImplementations) {
    if (fact.lines === null || fact.unknown(firm) !== undefined) continue;
    const lines =
      found.get(fact.lines) ??
      (await linesBehind(transaction, context, firm, customerId, fact.key));
    found.set(fact.lines, lines);
    counts.set(fact.key, lines.length);
  }
  return counts;
}

const fewestForInterval = 3;

async function paymentsOf(
  transaction: Transaction,
  context: Context,
  firm: FirmFacts,
  index: number,
  days: { readonly from: string; readonly to: string },
  coverage: Coverage,
): Promise<Shown["payments"]> {
  const { columns, reach } = firm.economics;
  const paid = columns.paid[index] as bigint;
  const settled = await settledInvoices(
    transaction,
    context.organizationId,
    firm.ids[index] as string,
    firm.organization.currency,
    days,
    coverage,
  );
  const money = (value: bigint | undefined) =>
    firm.asOf === null ? null : decimalText(value ?? 0n, firm.decimals);
  return {
    paidInvoices: settled.length,
    daysOutstanding:
      reach.receivables && paid > 0n
        ? Math.round((Number(columns.paidDays[index]) / Number(paid)) * 10) / 10
        : null,
    daysInterval:
      settled.length < fewestForInterval ? null : [quantile(settled, 0.1), quantile(settled, 0.9)],
    open: money(columns.open[index]),
    overdue: money(columns.overdue[index]),
  };
}
