import type { FileReport } from "@koers/contract";
import { bookSettings, type Database, ownIdentities, rememberedMapping } from "@koers/database";
import type { Source } from "@koers/formats";
import { type Analysis, analyseFile } from "./analyse-file.ts";
import { fileHash } from "./file-hash.ts";
import { isAccepted, reportFile } from "./file-report.ts";
import { importProblem } from "./import-problem.ts";
import { openFile } from "./open-file.ts";
import { commonParty, type FirmIdentity } from "./own-side.ts";
import { decidedRoles, planFile } from "./plan-file.ts";
import type { PreviewFile } from "./preview-state.ts";
import type { Readers } from "./readers.ts";
import { sourceSystemOf } from "./source-system-of.ts";
import type { RememberedTable } from "./table-answers.ts";
import { isTotal } from "./total-problem.ts";

export type ReadPreviewOptions = {
  readonly database: Database;
  readonly organizationId: string;
  readonly today: string;
  readonly newId: () => string;
  readonly openUpload: (uploadId: string) => Source;
  readonly readers?: Readers | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (stage: "reading" | "matching", bytes: number) => void;
};

/** Reads one file fully and works out what importing it would change. Writes nothing anywhere. */
export async function readPreviewFile(
  file: PreviewFile,
  options: ReadPreviewOptions,
  learned: FirmIdentity | null,
): Promise<void> {
  const { database, organizationId, today, signal } = options;
  const sources = file.uploadIds.map(options.openUpload);
  const { currency, own } = await firm(database, organizationId);
  file.currency = currency;
  file.own = learned === null ? own : [...own, learned];
  const opened = await openFile(sources, {
    ...{ today, signal, currency, answer: file.answer, readers: options.readers },
    remembered: async (fingerprint) => {
      file.remembered = await remembered(database, organizationId, fingerprint);
      return file.remembered;
    },
  });
  file.hash = await fileHash(sources, signal);
  const common = {
    ...{ today, signal, answer: file.answer, own: file.own },
    onProgress: (bytes: number) => options.onProgress("reading", bytes),
  };
  let analysis = await analyseFile(opened, common);
  const { key } = sourceSystemOf(analysis);
  if (analysis.books !== null) {
    const decided = await database.withOrganization(
      organizationId,
      (transaction) => decidedRoles(transaction, organizationId, key),
      { readOnly: true },
    );
    if (decided.size > 0) analysis = await analyseFile(opened, { ...common, decided });
  }
  file.analysis = analysis;
  await planPreviewFile(file, options);
}

/** Works out anew what a file that was read would change. */
export async function planPreviewFile(
  file: PreviewFile,
  options: ReadPreviewOptions,
): Promise<void> {
  const { analysis, hash } = file;
  if (analysis === undefined || hash === undefined) return;
  const { organizationId, newId } = options;
  const report = reportFile(file.name, file.uploadIds, analysis);
  options.onProgress("matching", 0);
  const hasRecords = report.subject !== null && report.problems.every(isReadable);
  if (!hasRecords) {
    file.report = report;
    return;
  }
  const plan = await options.database.withOrganization(
    organizationId,
    (transaction) => planFile(transaction, organizationId, analysis, hash, file.answer, newId),
    { readOnly: true },
  );
  const problems = [...report.problems, ...plan.problems, ...currencyProblems(file, analysis)];
  file.plan = plan;
  file.report = { ...report, problems, accepted: isAccepted(problems), changes: plan.changes };
}

// Another currency is shown apart and never added: worth knowing before it goes in.
function currencyProblems({ currency }: PreviewFile, { result, records }: Analysis) {
  const used = new Set(records?.net.keys());
  if (result.administration?.currency !== undefined) used.add(result.administration.currency);
  return [...used]
    .filter((one) => currency !== undefined && one !== currency)
    .map((found) =>
      importProblem("CURRENCY_NOT_OWN", "note", { found, expected: currency as string }),
    );
}

/**
 * Where nobody told the firm's own numbers: the one party that is on all e-invoices dropped at once,
 * and inside one archive, is the firm.
 */
export function learnOwn(analyses: readonly Analysis[]): FirmIdentity | null {
  const counts = analyses.flatMap(({ records }) => (records === null ? [] : [records.parties]));
  for (const count of counts) {
    const alone = commonParty([count]);
    if (alone !== null) return alone;
  }
  return commonParty(counts);
}

// What refuses or asks may have left records out: matching half a file would tell nonsense, but
// control totals that differ leave all records readable.
function isReadable(problem: FileReport["problems"][number]): boolean {
  return problem.severity !== "ask" && (problem.severity !== "refuse" || isTotal(problem.code));
}

async function firm(database: Database, organizationId: string) {
  return database.withOrganization(
    organizationId,
    async (transaction) => ({
      currency: (await bookSettings(transaction, organizationId)).currency,
      own: await ownIdentities(transaction, organizationId),
    }),
    { readOnly: true },
  );
}

async function remembered(
  database: Database,
  organizationId: string,
  fingerprint: string,
): Promise<RememberedTable | undefined> {
  const known = await database.withOrganization(
    organizationId,
    (transaction) => rememberedMapping(transaction, organizationId, fingerprint),
    { readOnly: true },
  );
  if (known === undefined) return undefined;
  return { subject: known.subject, ...(known.settings as object) } as RememberedTable;
}
