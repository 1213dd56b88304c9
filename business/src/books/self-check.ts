import type { FileReport } from "@koers/contract";
import { type BookSums, bookSums, type CustomerSums, customerSums } from "@koers/database";
import type { Context } from "../context.ts";
import { refreshSums } from "../customers/index.ts";
import { formatCents } from "./cents.ts";

/** A sum that is not what it must be. */
export type SumDifference = {
  readonly importId: number | null;
  readonly figure: string;
  readonly expected: string;
  readonly found: string;
};

export type SelfCheck = {
  readonly books: number;
  readonly differences: readonly SumDifference[];
};

/**
 * Compares what is stored with what it came from: of each set of books the rows with the sums that its
 * file had, and the sums that pages read with the same sums made anew. Changes nothing.
 */
export async function selfCheck(context: Context): Promise<SelfCheck> {
  const { database, organizationId } = context;
  const outcome: { checked?: SelfCheck } = {};
  const done = new Error("rolled back on purpose");
  try {
    await database.withOrganization(organizationId, async (transaction) => {
      const books = await bookSums(transaction, organizationId);
      const before = await customerSums(transaction, organizationId);
      await refreshSums(transaction, context, { customers: "all" });
      const anew = await customerSums(transaction, organizationId);
      const differences = [...books.flatMap(compareBooks), ...compareSums(before, anew)];
      outcome.checked = { books: books.length, differences };
      throw done;
    });
  } catch (error) {
    if (error !== done) throw error;
  }
  if (outcome.checked === undefined) throw done;
  return outcome.checked;
}

function compareBooks(sums: BookSums): readonly SumDifference[] {
  const { importId } = sums;
  const { report } = sums.report as { readonly report: FileReport };
  const said: readonly (readonly [string, string | null | undefined, string])[] = [
    ["ledgerRevenue", report.reconciliation?.ledgerRevenue, formatCents(sums.ledgerRevenue)],
    [
      "attributedRevenue",
      report.reconciliation?.attributedRevenue,
      formatCents(sums.attributedRevenue),
    ],
    ["brokenAccounts", "0", String(sums.brokenAccounts)],
  ];
  return said.flatMap(([figure, expected, found]) =>
    expected === null || expected === undefined || expected === found
      ? []
      : [{ importId, figure, expected, found }],
  );
}

function compareSums(before: CustomerSums, anew: CustomerSums): readonly SumDifference[] {
  const figures = new Set([...Object.keys(before), ...Object.keys(anew)]);
  return [...figures].flatMap((figure) => {
    const found = before[figure] ?? 0n;
    const expected = anew[figure] ?? 0n;
    if (found === expected) return [];
    return [{ importId: null, figure, expected: String(expected), found: String(found) }];
  });
}
