import type { AccountRole, FileAnswer, FileReport } from "@koers/contract";
import {
  decidedAccountRoles,
  findActiveBooks,
  findImportByHash,
  findSourceSystem,
  matchDecisions,
  openInvoices,
  storedRelations,
  type Transaction,
} from "@koers/database";
import type { Analysis } from "./analyse-file.ts";
import { revenueOf } from "./books-report.ts";
import { formatCents } from "./cents.ts";
import { importProblem } from "./import-problem.ts";
import { decisionPair, matchKey } from "./match-key.ts";
import { matchPayments } from "./match-payment.ts";
import type { Decision } from "./match-relation.ts";
import { relationsOf } from "./relations-of.ts";
import { type Resolution, resolveRelations } from "./resolve-relations.ts";
import { sourceSystemOf } from "./source-system-of.ts";

/** What importing a file would change, with what it was worked out from. */
export type FilePlan = {
  readonly changes: NonNullable<FileReport["changes"]>;
  readonly problems: FileReport["problems"];
  /** The pairs behind the keys of the proposals. */
  readonly pairs: ReadonlyMap<string, { readonly left: string; readonly right: string }>;
};

const namesShown = 50;

/** Compares a file with what is there; reads only. */
export async function planFile(
  transaction: Transaction,
  organizationId: string,
  analysis: Analysis,
  hash: Uint8Array,
  answer: FileAnswer | undefined,
  newId: () => string,
): Promise<FilePlan> {
  const already = await findImportByHash(transaction, organizationId, hash);
  const system = sourceSystemOf(analysis);
  const systemId = await findSourceSystem(transaction, organizationId, system.key);
  const { administration } = analysis.result;
  const older =
    analysis.books === null || systemId === undefined || administration?.fiscalYear === undefined
      ? undefined
      : await findActiveBooks(transaction, organizationId, systemId, administration.fiscalYear);
  const resolution = await resolveFile(transaction, organizationId, analysis, {
    systemId,
    decisions: [],
    newId,
  });
  const problems: FileReport["problems"] = [];
  const before = older === undefined ? undefined : reportOf(older.report);
  if (isOlder(analysis, older?.report)) problems.push(importProblem("OLDER_THAN_PRESENT", "flag"));
  const records = recordCounts(analysis);
  if (analysis.records !== null && analysis.records.payments.length > 0) {
    const invoices = await openInvoices(transaction, organizationId);
    const { matched, unmatched } = matchPayments(analysis.records.payments, invoices);
    records["matchedPayments"] = matched.length;
    if (unmatched > 0)
      problems.push(importProblem("PAYMENTS_UNMATCHED", "note", { count: unmatched }));
  }
  const pairs = new Map(
    resolution.proposals.map((proposal) => [
      matchKey(proposal.relationKey, proposal.otherKey),
      decisionPair(proposal.relationKey, proposal.otherKey),
    ]),
  );
  const range = analysis.books ?? analysis.records;
  return {
    problems,
    pairs,
    changes: {
      alreadyImported: already ?? null,
      replaces: already === undefined ? (older?.importId ?? null) : null,
      differences: before === undefined ? [] : differences(before, analysis),
      records,
      covers:
        range?.from === undefined || range.to === undefined
          ? null
          : { from: range.from, to: range.to },
      newCustomers: resolution.newCustomers.length,
      matchedCustomers: new Set(
        resolution.relations.flatMap(({ customerId, matchedBy }) =>
          customerId === null || matchedBy === "new" ? [] : [customerId],
        ),
      ).size,
      newCustomerNames: resolution.newCustomers.slice(0, namesShown).map(({ name }) => name),
      proposals: resolution.proposals
        .filter(
          (proposal) =>
            answer?.matches?.[matchKey(proposal.relationKey, proposal.otherKey)] === undefined,
        )
        .map((proposal) => ({
          key: matchKey(proposal.relationKey, proposal.otherKey),
          relationName: proposal.relationName,
          relationSystem: system.name,
          customerId: proposal.customerId,
          customerName: proposal.customerName,
          similarity: proposal.similarity,
          reason: proposal.reason,
        })),
    },
  };
}

/** The roles that a person gave to the accounts of these books, by an earlier import of them. */
export async function decidedRoles(
  transaction: Transaction,
  organizationId: string,
  systemKey: string,
): Promise<ReadonlyMap<string, AccountRole>> {
  const systemId = await findSourceSystem(transaction, organizationId, systemKey);
  if (systemId === undefined) return new Map();
  const roles = await decidedAccountRoles(transaction, organizationId, systemId);
  return roles as ReadonlyMap<string, AccountRole>;
}

/** Finds the rows and customers of a file's relations, with what persons decided before and now. */
export async function resolveFile(
  transaction: Transaction,
  organizationId: string,
  analysis: Analysis,
  options: {
    readonly systemId: number | undefined;
    readonly decisions: readonly Decision[];
    readonly newId: () => string;
  },
): Promise<Resolution> {
  const remembered = await matchDecisions(transaction, organizationId);
  return resolveRelations({
    system: sourceSystemOf(analysis).key,
    imported: relationsOf(analysis),
    ofCustomers: await storedRelations(transaction, organizationId, "of-customers"),
    ofSystem:
      options.systemId === undefined
        ? []
        : await storedRelations(transaction, organizationId, { sourceSystemId: options.systemId }),
    decisions: [...options.decisions, ...remembered],
    newId: options.newId,
  });
}

/** How many records of each kind a file holds. */
export function recordCounts({ books, records }: Analysis): Record<string, number> {
  if (records !== null) return { ...records.counts };
  if (books === null) return {};
  return {
    transactions: books.transactions,
    lines: books.lines,
    accounts: books.accounts.size,
    relations: books.relations.size,
  };
}

type StoredReport = {
  readonly report?: FileReport;
  readonly own?: { readonly dateCreated?: string };
};

function reportOf(stored: unknown): FileReport | undefined {
  return (stored as StoredReport | null)?.report;
}

function isOlder({ result }: Analysis, stored: unknown): boolean {
  const created = result.administration?.dateCreated;
  const present = (stored as StoredReport | null | undefined)?.own?.dateCreated;
  return created !== undefined && present !== undefined && created < present;
}

function differences(before: FileReport, { books, result }: Analysis) {
  if (books === null) return [];
  const { ledger, attributed } = revenueOf(books);
  const now: readonly (readonly [string, string | number | undefined, string])[] = [
    ["revenue", before.reconciliation?.attributedRevenue ?? undefined, formatCents(attributed)],
    ["ledgerRevenue", before.reconciliation?.ledgerRevenue ?? undefined, formatCents(ledger)],
    ["lines", before.totals["lines"], String(result.totals["lines"] ?? 0)],
    ["transactions", before.totals["transactions"], String(result.totals["transactions"] ?? 0)],
  ];
  return now
    .filter(([, was, is]) => was !== undefined && String(was) !== is)
    .map(([figure, was, is]) => ({ figure, before: String(was), after: is }));
}
