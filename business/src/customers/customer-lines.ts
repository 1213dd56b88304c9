import type { FactKey, OutputOf } from "@koers/contract";
import {
  type HourLine,
  hourLines,
  type LineQuestion,
  openLines,
  purchaseLines,
  readCoverage,
  revenueLines,
  type StoredLine,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { apportion } from "./apportion.ts";
import { costWeight } from "./cost-weight.ts";
import { customerOf } from "./customer-of.ts";
import type { LineKind } from "./facts/fact-implementation.ts";
import { factImplementation } from "./facts/index.ts";
import { decimalText, ratioText } from "./figure-text.ts";
import type { FirmFacts } from "./firm-facts.ts";
import { firmFactsOf } from "./firm-facts-of.ts";
import { kindsOfWork, type WorkGroup, workGroups } from "./kinds-of-work.ts";
import { firstDay, lastDay } from "./month.ts";
import { roundHalfAway } from "./round-half-away.ts";

type Lines = OutputOf<"getCustomerLines">;
type SourceLine = Lines["lines"][number];

/** A line as it is shown, and what it adds to the figure in the figure's own smallest unit. */
export type CountedLine = {
  readonly line: StoredLine;
  readonly amount: bigint | null;
  readonly hundredths: bigint | null;
};

const hundredth = 36n;

export async function getCustomerLines(
  context: Context,
  input: {
    readonly id: string;
    readonly fact: FactKey;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly month?: string | undefined;
    readonly offset?: number | undefined;
    readonly limit?: number | undefined;
  },
): Promise<Lines> {
  return context.database.withOrganization(
    context.organizationId,
    async (transaction) => {
      await customerOf(transaction, context, input.id, "read");
      const firm = await firmFactsOf(transaction, context, input);
      const { lines: kind } = factImplementation(input.fact);
      const counted =
        kind === null ? [] : await linesBehind(transaction, context, firm, input.id, input.fact);
      const { month } = input;
      const shown =
        month === undefined ? counted : counted.filter(({ line }) => line.date.startsWith(month));
      const offset = input.offset ?? 0;
      return {
        total: shown.length,
        sum: sumOf(firm, kind, shown),
        lines: shown
          .slice(offset, offset + (input.limit ?? 200))
          .map((one) => shownLine(one, firm.decimals)),
      };
    },
    { readOnly: true, snapshot: true },
  );
}

/** Every line behind a figure, each with its part of it: the parts add up to the figure exactly. */
export async function linesBehind(
  transaction: Transaction,
  context: Context,
  firm: FirmFacts,
  customerId: string,
  fact: FactKey,
): Promise<readonly CountedLine[]> {
  const { organizationId } = context;
  const kind = factImplementation(fact).lines;
  if (kind === null || factImplementation(fact).unknown(firm) !== undefined) return [];
  const range = kind === "revenue-year-before" ? firm.before : firm.period;
  const question: LineQuestion = {
    organizationId,
    customerId,
    currency: firm.organization.currency,
    days: { from: firstDay(range.from), to: lastDay(range.to) },
  };
  const group = groupOf(kind);
  if (group !== undefined) {
    const kinds = group === "all" ? Object.values(kindsOfWork).flat() : kindsOfWork[group];
    const lines = await hourLines(transaction, question, kinds);
    if (kind === "list-value") return listValueLines(lines);
    return hourParts(context, firm, customerId, fact, group, lines);
  }
  const coverage = await readCoverage(transaction, organizationId);
  const found = async (): Promise<readonly StoredLine[]> => {
    if (kind === "direct-purchases") return purchaseLines(transaction, question);
    if (kind === "credit-notes") return revenueLines(transaction, question, coverage, "credits");
    if (kind === "invoices") return revenueLines(transaction, question, coverage, "documents");
    if (kind === "open-invoices") return openLines(transaction, question, coverage, null);
    if (kind === "overdue") {
      const termDays = firm.organization.settings.paymentTermDays;
      return openLines(transaction, question, coverage, { asOf: firm.asOf ?? "", termDays });
    }
    return revenueLines(transaction, question, coverage, "all");
  };
  return (await found()).map((line) => ({ line, amount: line.amount, hundredths: null }));
}

function groupOf(kind: LineKind): WorkGroup | "all" | undefined {
  if (kind === "all-hours") return "all";
  if (kind === "list-value") return "direct";
  return workGroups.find((group) => kind === `${group}-hours`);
}

function listValueLines(lines: readonly HourLine[]): readonly CountedLine[] {
  return lines.flatMap((line) =>
    line.listed === null ? [] : [{ line, amount: line.listed, hundredths: hundredthsOf(line) }],
  );
}

function hundredthsOf(line: HourLine): bigint {
  return roundHalfAway(line.seconds, hundredth);
}

/**
 * Hours and, of a cost, money per line. What a person's hour costs is for owners: others see the cost
 * of a line only where it is the firm's average.
 */
function hourParts(
  context: Context,
  firm: FirmFacts,
  customerId: string,
  fact: FactKey,
  group: WorkGroup | "all",
  lines: readonly HourLine[],
): readonly CountedLine[] {
  const { economics } = firm;
  const seconds = lines.map((line) => line.seconds);
  const whole = roundHalfAway(
    seconds.reduce((sum, value) => sum + value, 0n),
    hundredth,
  );
  const hundredths = apportion(whole, seconds) ?? seconds.map(() => 0n);
  const costs = economics.hourCosts.values;
  const cost =
    factImplementation(fact).key.endsWith("Cost") && costs !== undefined && group !== "all"
      ? costs[group][firm.index.get(customerId) as number]
      : undefined;
  const amounts =
    cost === undefined || costs === undefined
      ? undefined
      : (apportion(
          cost,
          lines.map((line) => costWeight(line, costs)),
        ) ?? lines.map(() => 0n));
  return lines.map((line, index) => {
    const visible = context.role === "owner" || (line.given === 0n && line.exported === 0n);
    return {
      line,
      amount: visible ? (amounts?.[index] ?? null) : null,
      hundredths: hundredths[index] as bigint,
    };
  });
}

/** In the unit of the figure; null where a line may not be shown or where lines are counted. */
function sumOf(
  firm: FirmFacts,
  kind: LineKind | null,
  lines: readonly CountedLine[],
): string | null {
  if (kind === null || kind === "invoices") return null;
  const amounts = lines.map((one) => one.amount);
  if (amounts.every((amount) => amount !== null)) {
    if (amounts.length > 0 || groupOf(kind) === undefined) {
      return decimalText(
        amounts.reduce((sum, amount) => sum + amount, 0n),
        firm.decimals,
      );
    }
  }
  const hours = lines.map((one) => one.hundredths);
  if (amounts.some((amount) => amount !== null)) return null;
  return decimalText(
    hours.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n),
    2,
  );
}

export function shownLine(counted: CountedLine, decimals: number): SourceLine {
  const { line, amount, hundredths } = counted;
  return {
    kind: line.kind,
    date: line.date,
    description: line.description,
    reference: line.reference,
    amount: amount === null ? null : decimalText(amount, decimals),
    hours: hundredths === null ? null : ratioText(hundredths, 100n, 2),
    currency: line.currency,
    importId: line.importId,
    file: line.file,
    line: line.line,
  };
}
