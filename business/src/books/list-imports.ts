import type { FileReport, OutputOf } from "@koers/contract";
import { type ImportRow, importRows } from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";

/** What was imported, newest first. */
export async function listImports({
  database,
  organizationId,
}: Context): Promise<OutputOf<"listImports">> {
  return database.withOrganization(
    organizationId,
    async (transaction) => ({
      imports: (await importRows(transaction, organizationId)).map(summaryOf),
    }),
    { readOnly: true },
  );
}

/** The report of one import, as it was when it went in. */
export async function getImport(
  { database, organizationId }: Context,
  { importId }: { readonly importId: number },
): Promise<OutputOf<"getImport">> {
  return database.withOrganization(
    organizationId,
    async (transaction) => {
      const [row] = await importRows(transaction, organizationId, importId);
      if (row === undefined) throw new KoersError("import-not-found", { importId });
      return { import: summaryOf(row), report: reportOf(row) };
    },
    { readOnly: true },
  );
}

function summaryOf(row: ImportRow): OutputOf<"listImports">["imports"][number] {
  const { importId, file, format, subject, system, status, fiscalYear, overridden } = row;
  return {
    ...{ importId, file, format, subject, system, status, fiscalYear, overridden },
    covers:
      row.coversFrom === null || row.coversTo === null
        ? null
        : { from: row.coversFrom, to: row.coversTo },
    records: reportOf(row).changes?.records ?? {},
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
  };
}

function reportOf(row: ImportRow): FileReport {
  return (row.report as { readonly report: FileReport }).report;
}
