import { sql } from "kysely";
import type { Tables } from "#tables.ts";
import type { Transaction } from "#transaction/transaction.ts";

type ImportTable = Tables["import"];

export type NewImport = {
  readonly organizationId: string;
  readonly sourceSystemId: number;
  readonly fileName: string;
  readonly fileHash: Uint8Array;
  readonly fileSize: bigint;
  readonly format: string;
  readonly subject: string;
  readonly fiscalYear: string | null;
  readonly coversFrom: string | null;
  readonly coversTo: string | null;
  readonly report: unknown;
  readonly overridden: boolean;
  readonly accountId: string | null;
  readonly now: Date;
};

/** The import that holds exactly these bytes. */
export async function findImportByHash(
  transaction: Transaction,
  organizationId: string,
  fileHash: Uint8Array,
): Promise<number | undefined> {
  const row = await transaction
    .selectFrom("import")
    .select("import_id")
    .where("organization_id", "=", organizationId)
    .where("file_hash", "=", Buffer.from(fileHash))
    .executeTakeFirst();
  return row?.import_id;
}

/** The books of a system and year that count now, of which a newer file takes the place. */
export async function findActiveBooks(
  transaction: Transaction,
  organizationId: string,
  sourceSystemId: number,
  fiscalYear: string,
): Promise<{ readonly importId: number; readonly report: unknown } | undefined> {
  const row = await transaction
    .selectFrom("import")
    .select(["import_id", "report"])
    .where("organization_id", "=", organizationId)
    .where("source_system_id", "=", sourceSystemId)
    .where("fiscal_year", "=", fiscalYear)
    .where("subject", "=", "books")
    .where("status", "=", "active")
    .executeTakeFirst();
  return row === undefined ? undefined : { importId: row.import_id, report: row.report };
}

/** Writes the row that owns all others of a file. Numbers are given out under `lockBooks`. */
export async function insertImport(transaction: Transaction, row: NewImport): Promise<number> {
  const { next } = await transaction
    .selectFrom("import")
    .select(sql<number>`coalesce(max(import_id), 0)::int + 1`.as("next"))
    .where("organization_id", "=", row.organizationId)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto("import")
    .values({
      organization_id: row.organizationId,
      import_id: next,
      source_system_id: row.sourceSystemId,
      file_name: row.fileName,
      file_hash: Buffer.from(row.fileHash),
      file_size: row.fileSize,
      format: row.format,
      subject: row.subject as ImportTable["subject"],
      status: "active",
      superseded_by: null,
      fiscal_year: row.fiscalYear,
      covers_from: row.coversFrom,
      covers_to: row.coversTo,
      report: JSON.stringify(row.report),
      overridden: row.overridden,
      account_id: row.accountId,
      created_at: row.now,
    })
    .execute();
  return next;
}

/** The older import stays, and counts no longer. */
export async function supersedeImport(
  transaction: Transaction,
  organizationId: string,
  importId: number,
  by: number,
): Promise<void> {
  await transaction
    .updateTable("import")
    .set({ status: "superseded", superseded_by: by })
    .where("organization_id", "=", organizationId)
    .where("import_id", "=", importId)
    .execute();
}

/**
 * What a removed import had taken the place of counts again; where an even newer one took the place of
 * the removed one, that one now stands over the older.
 */
export async function restoreSuperseded(
  transaction: Transaction,
  organizationId: string,
  removed: { readonly importId: number; readonly supersededBy: number | null },
): Promise<void> {
  await transaction
    .updateTable("import")
    .set(
      removed.supersededBy === null
        ? { status: "active", superseded_by: null }
        : { superseded_by: removed.supersededBy },
    )
    .where("organization_id", "=", organizationId)
    .where("superseded_by", "=", removed.importId)
    .execute();
}

export type ImportRow = {
  readonly importId: number;
  readonly file: string;
  readonly format: string;
  readonly subject: ImportTable["subject"];
  readonly system: string;
  readonly sourceSystemId: number;
  readonly status: ImportTable["status"];
  readonly supersededBy: number | null;
  readonly fiscalYear: string | null;
  readonly coversFrom: string | null;
  readonly coversTo: string | null;
  readonly report: unknown;
  readonly overridden: boolean;
  readonly createdAt: Date;
  readonly createdBy: string | null;
};

/** All imports, newest first, or the one asked for. */
export async function importRows(
  transaction: Transaction,
  organizationId: string,
  importId?: number,
): Promise<readonly ImportRow[]> {
  const rows = await transaction
    .selectFrom("import as i")
    .innerJoin("source_system as s", (join) =>
      join
        .onRef("s.organization_id", "=", "i.organization_id")
        .onRef("s.source_system_id", "=", "i.source_system_id"),
    )
    .leftJoin("instance_account as a", "a.account_id", "i.account_id")
    .select([
      "i.import_id",
      "i.file_name",
      "i.format",
      "i.subject",
      "i.source_system_id",
      "i.status",
      "i.superseded_by",
      "i.fiscal_year",
      "i.covers_from",
      "i.covers_to",
      "i.report",
      "i.overridden",
      "i.created_at",
      "s.name as system",
      "a.name as created_by",
    ])
    .where("i.organization_id", "=", organizationId)
    .$if(importId !== undefined, (query) => query.where("i.import_id", "=", importId as number))
    .orderBy("i.import_id", "desc")
    .execute();
  return rows.map((row) => ({
    importId: row.import_id,
    file: row.file_name,
    format: row.format,
    subject: row.subject,
    system: row.system,
    sourceSystemId: row.source_system_id,
    status: row.status,
    supersededBy: row.superseded_by,
    fiscalYear: row.fiscal_year,
    coversFrom: row.covers_from,
    coversTo: row.covers_to,
    report: row.report,
    overridden: row.overridden,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }));
}

/** Removes an import; its rows follow by cascade. */
export async function deleteImport(
  transaction: Transaction,
  organizationId: string,
  importId: number,
): Promise<void> {
  await transaction
    .deleteFrom("import")
    .where("organization_id", "=", organizationId)
    .where("import_id", "=", importId)
    .execute();
}

// What an import owns, for the counts that undo reports.
const owned = [
  "ledger_account",
  "ledger_month",
  "ledger_line",
  "invoice",
  "invoice_line",
  "receivable_event",
  "hour_entry",
  "contact",
  "project",
  "relation_record",
] as const;

/** How many rows of each table an import holds; tables without any are left out. */
export async function countOwnedRows(
  transaction: Transaction,
  organizationId: string,
  importId: number,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of owned) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(table)}
      where organization_id = ${organizationId} and import_id = ${importId}
    `.execute(transaction);
    const count = rows[0]?.count ?? 0;
    if (count > 0) counts[table] = count;
  }
  return counts;
}

/** Says that books or choices changed: what is computed from them is older now. */
export async function raiseDataVersion(
  transaction: Transaction,
  organizationId: string,
): Promise<void> {
  await sql`
    update organization set data_version = data_version + 1 where organization_id = ${organizationId}
  `.execute(transaction);
}
