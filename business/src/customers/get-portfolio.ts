import type { OutputOf } from "@koers/contract";
import { otherCurrencies } from "@koers/database";
import type { Context } from "../context.ts";
import { concentration } from "./concentration.ts";
import { lastRun } from "./covered-months.ts";
import { factColumn } from "./facts/fact-column.ts";
import { factKeys } from "./facts/index.ts";
import { decimalText } from "./figure-text.ts";
import type { FirmFacts } from "./firm-facts.ts";
import { firmFactsOf } from "./firm-facts-of.ts";
import { firmTotals } from "./firm-totals.ts";
import { firstDay, type MonthNumber, periodText } from "./month.ts";
import { whaleFinding } from "./whale-finding.ts";

type Portfolio = OutputOf<"getPortfolio">;

const made = new WeakMap<FirmFacts, Portfolio>();

export async function getPortfolio(
  context: Context,
  input: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Portfolio> {
  return context.database.withOrganization(
    context.organizationId,
    async (transaction) => {
      const firm = await firmFactsOf(transaction, context, input);
      const before = made.get(firm);
      if (before !== undefined) return before;
      const others = await otherCurrencies(
        transaction,
        context.organizationId,
        firm.organization.currency,
        { from: firstDay(firm.period.from), to: firstDay(firm.period.to) },
      );
      const portfolio = portfolioOf(firm, others);
      made.set(firm, portfolio);
      return portfolio;
    },
    { readOnly: true, snapshot: true },
  );
}

function portfolioOf(
  firm: FirmFacts,
  others: Awaited<ReturnType<typeof otherCurrencies>>,
): Portfolio {
  const { organization, shown, decimals } = firm;
  return {
    organization: { id: organization.id, name: organization.name, kind: organization.kind },
    period: periodText(firm.period),
    covered: {
      revenue: knownSpan(firm.covered.revenue),
      hours: knownSpan(firm.covered.hours),
    },
    currency: organization.currency,
    ids: shown.map((place) => firm.ids[place] as string),
    names: shown.map((place) => firm.names[place] as string),
    // Names have a list of their own.
    columns: factKeys.filter((key) => key !== "name").map((key) => factColumn(firm, key)),
    totals: firmTotals(firm),
    concentration: concentration(firm.economics.columns.revenue),
    whale: whaleFinding(firm),
    otherCurrencies: others.map((other) => ({
      currency: other.currency,
      revenue: decimalText(other.revenue, decimals),
      customers: other.customers,
    })),
    dataVersion: String(firm.dataVersion),
  };
}

/** The last unbroken run of months that are known. */
function knownSpan(months: ReadonlySet<MonthNumber>) {
  const run = lastRun(months, Number.POSITIVE_INFINITY);
  return run === undefined ? null : periodText(run);
}
