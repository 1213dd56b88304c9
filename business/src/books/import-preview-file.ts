import type { Preview } from "@koers/contract";
import { bookSettings, type Database } from "@koers/database";
import type { Context } from "../context.ts";
import type { ImportDeskOptions } from "./import-desk-options.ts";
import { type ImportOptions, importFile } from "./import-file.ts";
import { mayImport } from "./may-import.ts";
import { previewError } from "./preview-error.ts";
import type { PreviewFile } from "./preview-state.ts";
import { tableToRemember } from "./table-answers.ts";

export type ImportWork = {
  readonly options: ImportDeskOptions;
  readonly context: Context;
  readonly signal: AbortSignal;
  readonly onProgress: ImportOptions["onProgress"];
};

const manyRows = 2000;
const importedTables = [
  ...(["relation", "relation_record", "customer", "ledger_account", "ledger_line"] as const),
  ...(["ledger_month", "receivable_event", "invoice", "invoice_line", "hour_entry"] as const),
  // What joins small to large: without these the large is walked once for every row of the small.
  ...(["summed_import", "project_customer", "activity", "person"] as const),
];

/**
 * Imports one file of a preview in a transaction of its own, and says how that ended. Never throws for
 * a file that is refused, cancelled or fails: nothing of it is stored then.
 */
export async function importPreviewFile(
  { options, context, signal, onProgress }: ImportWork,
  file: PreviewFile,
  override: string | undefined,
): Promise<Preview["results"][number]> {
  const base = { file: file.name, importId: null, error: null };
  const { analysis, report, hash } = file;
  if (
    analysis === undefined ||
    report === undefined ||
    hash === undefined ||
    !mayImport(file, override)
  )
    return { ...base, outcome: "refused" };
  if (signal.aborted) return { ...base, outcome: "cancelled" };
  try {
    const { organizationId } = context;
    const outcome = await options.database.withOrganization(organizationId, async (transaction) => {
      const { currency } = await bookSettings(transaction, organizationId);
      const importOptions: ImportOptions = {
        ...{ refreshSums: options.refreshSums, currency, signal },
        today: options.now().toISOString().slice(0, 10),
        onProgress,
      };
      return importFile(
        transaction,
        { ...context, now: options.now() },
        {
          ...{ analysis, report, hash, answer: file.answer, own: file.own ?? [], override },
          decisions: decisionsOf(file),
          remember:
            report.table === null
              ? undefined
              : tableToRemember(
                  report.table,
                  analysis.file.tableSubject,
                  file.answer,
                  file.remembered,
                ),
        },
        importOptions,
      );
    });
    for (const uploadId of file.uploadIds) await options.releaseUpload(uploadId);
    if (outcome.outcome === "imported") await tellPlanner(options.database, file);
    return { ...base, ...outcome };
  } catch (error) {
    if (signal.aborted) return { ...base, outcome: "cancelled" };
    return { ...base, outcome: "failed", error: previewError(error) };
  }
}

// Rows that just came in have no statistics, and the next file's sums would be planned blindly.
async function tellPlanner(database: Database, { report }: PreviewFile): Promise<void> {
  const rows = Object.values(report?.changes?.records ?? {}).reduce((sum, one) => sum + one, 0);
  if (rows >= manyRows) await database.refreshStatistics(importedTables);
}

function decisionsOf(file: PreviewFile) {
  return Object.entries(file.answer?.matches ?? {}).flatMap(([key, same]) => {
    const pair = file.plan?.pairs.get(key);
    return pair === undefined ? [] : [{ ...pair, same }];
  });
}
