import type { OutputOf } from "@koers/contract";
import { readCoverage, unattributedLines } from "@koers/database";
import type { Context } from "../context.ts";
import { shownLine } from "./customer-lines.ts";
import { decimalText } from "./figure-text.ts";
import { firmFactsOf } from "./firm-facts-of.ts";
import { firstDay, lastDay } from "./month.ts";

/** Revenue of the ledger that is no customer's; the lines add up to it. */
export async function getUnattributedLines(
  context: Context,
  input: {
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly offset?: number | undefined;
    readonly limit?: number | undefined;
  },
): Promise<OutputOf<"getUnattributedLines">> {
  const { organizationId } = context;
  return context.database.withOrganization(
    organizationId,
    async (transaction) => {
      const firm = await firmFactsOf(transaction, context, input);
      const lines = await unattributedLines(
        transaction,
        organizationId,
        firm.organization.currency,
        { from: firstDay(firm.period.from), to: lastDay(firm.period.to) },
        await readCoverage(transaction, organizationId),
      );
      const offset = input.offset ?? 0;
      return {
        total: lines.length,
        sum: decimalText(
          lines.reduce((sum, line) => sum + (line.amount ?? 0n), 0n),
          firm.decimals,
        ),
        lines: lines
          .slice(offset, offset + (input.limit ?? 200))
          .map((line) => shownLine({ line, amount: line.amount, hundredths: null }, firm.decimals)),
      };
    },
    { readOnly: true, snapshot: true },
  );
}
