import type { FileAnswer, FileReport } from "@koers/contract";
import {
  customersOfImport,
  decideAccountRole,
  ensureSourceSystem,
  findActiveBooks,
  findImportByHash,
  insertImport,
  lockBooks,
  rememberDecision,
  rememberMapping,
  supersedeImport,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { appendAudit } from "../people/index.ts";
import type { Analysis } from "./analyse-file.ts";
import { idRelationKey } from "./imported-relation.ts";
import type { FirmIdentity } from "./own-side.ts";
import { resolveFile } from "./plan-file.ts";
import { sourceSystemOf } from "./source-system-of.ts";
import { storeBooks } from "./store-books.ts";
import { storeRecords } from "./store-records.ts";
import { storeRelations } from "./store-relations.ts";
import type { RememberedTable } from "./table-answers.ts";

export type RefreshSums = (
  transaction: Transaction,
  context: Pick<Context, "organizationId">,
  touched: { readonly customers: readonly string[] | "all" },
) => Promise<void>;

export type FileToImport = {
  readonly analysis: Analysis;
  readonly report: FileReport;
  readonly hash: Uint8Array;
  readonly answer: FileAnswer | undefined;
  readonly own: readonly FirmIdentity[];
  /** What persons decided of the proposals in the preview. */
  readonly decisions: readonly {
    readonly left: string;
    readonly right: string;
    readonly same: boolean;
  }[];
  readonly remember: RememberedTable | undefined;
  /** Why it goes in although its control totals do not match. */
  readonly override: string | undefined;
};

export type ImportOptions = {
  readonly refreshSums: RefreshSums;
  readonly today: string;
  readonly currency: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (stage: "matching" | "storing" | "summing", bytes: number) => void;
};

export type ImportOutcome = {
  readonly outcome: "imported" | "already-imported";
  readonly importId: number;
};

/**
 * Stores one file in the transaction that is given: all of it or, if anything throws, nothing. Imports
 * of one organisation wait for each other, so that the same file twice at once is one import.
 */
export async function importFile(
  transaction: Transaction,
  context: Context,
  input: FileToImport,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { organizationId, accountId, now, newId } = context;
  const { analysis, report, answer } = input;
  await lockBooks(transaction, organizationId);
  const already = await findImportByHash(transaction, organizationId, input.hash);
  if (already !== undefined) return { outcome: "already-imported", importId: already };

  options.onProgress("matching", 0);
  const system = sourceSystemOf(analysis);
  const sourceSystemId = await ensureSourceSystem(transaction, organizationId, system);
  await storeDecisions(transaction, context, input, sourceSystemId);
  const fiscalYear = report.administration?.fiscalYear ?? null;
  const older =
    analysis.books === null || fiscalYear === null
      ? undefined
      : await findActiveBooks(transaction, organizationId, sourceSystemId, fiscalYear);
  const resolution = await resolveFile(transaction, organizationId, analysis, {
    systemId: sourceSystemId,
    decisions: [],
    newId,
  });
  const importId = await insertImport(transaction, {
    ...{ organizationId, sourceSystemId, accountId, now, fiscalYear },
    fileName: report.file,
    fileHash: input.hash,
    fileSize: BigInt(report.size),
    format: report.format ?? "unknown",
    subject: report.subject ?? "books",
    ...coverage(analysis),
    report: { report, own: ownOf(analysis) },
    overridden: input.override !== undefined,
  });
  const { relationIds, customerIds } = await storeRelations(
    transaction,
    organizationId,
    importId,
    sourceSystemId,
    resolution,
    now,
  );

  const common = {
    ...{ organizationId, importId, relationIds, today: options.today },
    currency: report.administration?.currency ?? options.currency,
    onProgress: (bytes: number) => options.onProgress("storing", bytes),
    signal: options.signal,
  };
  if (analysis.books !== null)
    await storeBooks(transaction, analysis, analysis.books, {
      ...common,
      relationKey: idRelationKey,
    });
  if (analysis.records !== null)
    await storeRecords(transaction, analysis, analysis.records, {
      ...common,
      ...{ sourceSystemId, newId, own: input.own },
      activityKinds: answer?.activityKinds ?? {},
    });
  options.signal?.throwIfAborted();

  options.onProgress("summing", 0);
  const touched = new Set(customerIds);
  if (older !== undefined) {
    await supersedeImport(transaction, organizationId, older.importId, importId);
    const before = await customersOfImport(transaction, organizationId, older.importId);
    for (const customerId of before) touched.add(customerId);
  }
  const roles = Object.keys(answer?.accountRoles ?? {}).length > 0;
  const payers = analysis.records !== null && analysis.records.payments.length > 0;
  await options.refreshSums(transaction, context, {
    customers: roles || payers ? "all" : [...touched],
  });
  await appendAudit(transaction, context, "import", `import/${importId}`, {
    format: report.format,
    subject: report.subject,
    records: report.changes?.records ?? {},
    hash: Buffer.from(input.hash).toString("hex"),
    replaces: older?.importId ?? null,
    ...acceptance(input),
  });
  options.signal?.throwIfAborted();
  return { outcome: "imported", importId };
}

// What was accepted although it was flagged or did not match is kept with who accepted it.
function acceptance({ report, override }: FileToImport): Record<string, unknown> {
  const flags = [
    ...new Set(
      report.problems
        .filter((problem) => problem.severity === "flag" || problem.severity === "refuse")
        .map((problem) => problem.code),
    ),
  ];
  return {
    ...(flags.length === 0 ? {} : { accepted: flags }),
    ...(override === undefined ? {} : { override }),
  };
}

async function storeDecisions(
  transaction: Transaction,
  { organizationId, accountId, now }: Context,
  { analysis, answer, decisions, remember }: FileToImport,
  sourceSystemId: number,
): Promise<void> {
  for (const decision of decisions)
    await rememberDecision(transaction, organizationId, decision, accountId, now);
  for (const [code, role] of Object.entries(answer?.accountRoles ?? {})) {
    const account = { sourceSystemId, code };
    await decideAccountRole(transaction, organizationId, account, role, accountId, now);
  }
  const fingerprint = analysis.file.table?.fingerprint;
  if (remember !== undefined && fingerprint !== undefined) {
    const { subject, ...settings } = remember;
    await rememberMapping(transaction, organizationId, fingerprint, { subject, settings }, now);
  }
}

// Books speak for the whole of their year; a list for the days that it has rows of.
function coverage({ result, books, records }: Analysis): {
  readonly coversFrom: string | null;
  readonly coversTo: string | null;
} {
  const range = books ?? records;
  const { administration } = result;
  return {
    coversFrom: administration?.startDate ?? range?.from ?? null,
    coversTo: administration?.endDate ?? range?.to ?? null,
  };
}

function ownOf({ result, books }: Analysis): Record<string, unknown> | undefined {
  if (books === null || result.administration === undefined) return undefined;
  const { name, kvk, vatId, dateCreated } = result.administration;
  return { name, kvk, vatId, dateCreated };
}
