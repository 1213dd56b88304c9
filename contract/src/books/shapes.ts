import { z } from "zod";
import { Amount, Currency, Day } from "../money.ts";

export const Subject = z.enum([
  "books",
  "invoices",
  "customers",
  "contacts",
  "hours",
  "projects",
  "open-items",
  "payments",
]);
export type Subject = z.infer<typeof Subject>;

/** A problem of a file, with its place flattened: `line` or `row` or `cell`, whatever the format has. */
export const FileProblem = z.object({
  code: z.string(),
  severity: z.enum(["refuse", "flag", "ask", "note"]),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  row: z.number().int().optional(),
  cell: z.string().optional(),
  sheet: z.string().optional(),
  entry: z.string().optional(),
  field: z.string().optional(),
  found: z.string().optional(),
  expected: z.string().optional(),
  count: z.number().int().optional(),
});
export type FileProblem = z.infer<typeof FileProblem>;

/** A column of a CSV or XLSX file: what it looks like, and what it is read as. */
export const TableColumn = z.object({
  header: z.string(),
  samples: z.array(z.string()),
  /** The field it is read as; null where it is left out. */
  field: z.string().nullable(),
  /** How its values are written, such as `1.234,56` or `dd-mm-yyyy`; null where that needs asking. */
  convention: z.string().nullable(),
  /** The readings to choose from where the column alone does not decide. */
  choices: z.array(z.string()),
});

export const TableDescription = z.object({
  fingerprint: z.string(),
  preset: z.string().nullable(),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  delimiter: z.string().nullable(),
  headerRow: z.number().int(),
  columns: z.array(TableColumn),
  firstRows: z.array(z.array(z.string())),
  /** The fields that a subject has, those it cannot do without first. */
  fields: z.array(z.object({ field: z.string(), required: z.boolean() })),
  remembered: z.boolean(),
});

/** A control total as the file declares it and as it was counted. */
export const ControlTotal = z.object({
  name: z.enum(["linesCount", "totalDebit", "totalCredit"]),
  declared: z.string(),
  found: z.string(),
  equal: z.boolean(),
});

/** How much of the ledger's revenue was attributed to a customer, and what was not. */
export const Reconciliation = z.object({
  controlTotals: z.array(ControlTotal),
  currency: Currency.nullable(),
  ledgerRevenue: Amount.nullable(),
  attributedRevenue: Amount.nullable(),
  unattributed: z.array(
    z.object({
      account: z.string(),
      description: z.string().nullable(),
      amount: Amount,
      lines: z.number().int(),
    }),
  ),
  /** Why no revenue per customer can be had, and what to bring instead. */
  advice: z.enum(["no-relations-on-lines", "no-revenue-accounts", "no-customers"]).nullable(),
});

export const AccountRole = z.enum([
  "revenue",
  "direct-purchases",
  "personnel",
  "marketing",
  "overhead",
  "financial",
  "receivables",
  "payables",
  "bank",
  "other-balance",
  "unknown",
]);
export type AccountRole = z.infer<typeof AccountRole>;

export const RecognisedAccount = z.object({
  code: z.string(),
  description: z.string().nullable(),
  role: AccountRole,
  /** What it was recognised by: the phrase key of the reason. */
  evidence: z.enum([
    "rgs-code",
    "description",
    "postings",
    "account-type",
    "number-range",
    "by-hand",
  ]),
  amount: Amount,
});

export const ActivityKind = z.enum([
  "delivery",
  "selling",
  "account-management",
  "negotiation",
  "support",
  "rework",
  "complaints",
  "internal",
  "absence",
]);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** Two records that may be the same customer. */
export const MatchProposal = z.object({
  /** How the decision is handed back. */
  key: z.string(),
  relationName: z.string(),
  relationSystem: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  similarity: z.number(),
  reason: z.enum(["name", "email-domain", "vat-id", "kvk"]),
});
export type MatchProposal = z.infer<typeof MatchProposal>;

/** What an import of this file would change. */
export const PlannedChanges = z.object({
  /** The import that already holds exactly this file: nothing will change. */
  alreadyImported: z.number().int().nullable(),
  /** The import of the same books and year that this file takes the place of. */
  replaces: z.number().int().nullable(),
  /** By figure: as it stands and as it will be. */
  differences: z.array(z.object({ figure: z.string(), before: Amount, after: Amount })),
  records: z.record(z.string(), z.number().int()),
  covers: z.object({ from: Day, to: Day }).nullable(),
  newCustomers: z.number().int(),
  matchedCustomers: z.number().int(),
  newCustomerNames: z.array(z.string()),
  proposals: z.array(MatchProposal),
});

/** One file, looked at. */
export const FileReport = z.object({
  file: z.string(),
  uploadIds: z.array(z.string()),
  size: z.number().int(),
  format: z.string().nullable(),
  subject: Subject.nullable(),
  accepted: z.boolean(),
  problems: z.array(FileProblem),
  totals: z.record(z.string(), z.union([z.string(), z.number()])),
  encoding: z.string().nullable(),
  administration: z
    .object({
      name: z.string().nullable(),
      software: z.string().nullable(),
      fiscalYear: z.string().nullable(),
      currency: Currency.nullable(),
      startDate: Day.nullable(),
      endDate: Day.nullable(),
    })
    .nullable(),
  table: TableDescription.nullable(),
  reconciliation: Reconciliation.nullable(),
  accounts: z.array(RecognisedAccount),
  activities: z.array(z.object({ name: z.string(), kind: ActivityKind, hours: z.string() })),
  changes: PlannedChanges.nullable(),
});
export type FileReport = z.infer<typeof FileReport>;

export const ImportProgress = z.object({
  stage: z.enum(["waiting", "reading", "matching", "storing", "summing", "done"]),
  file: z.string().nullable(),
  done: z.number(),
  total: z.number(),
});

export const ImportResult = z.object({
  file: z.string(),
  outcome: z.enum(["imported", "already-imported", "refused", "cancelled", "failed"]),
  importId: z.number().int().nullable(),
  error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
});

/**
 * Files on their way in. `reading` -> `ready` (or, with questions, still `ready`, the file not yet
 * accepted) -> `importing` -> `done`; `cancelled` and `failed` leave nothing behind.
 */
export const Preview = z.object({
  id: z.string(),
  state: z.enum(["reading", "ready", "importing", "done", "cancelled", "failed"]),
  progress: ImportProgress,
  files: z.array(FileReport),
  results: z.array(ImportResult),
  error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
});
export type Preview = z.infer<typeof Preview>;

/** What a person says of a file before it goes in. */
export const FileAnswer = z.object({
  file: z.string(),
  skip: z.boolean().optional(),
  subject: Subject.optional(),
  sheet: z.string().optional(),
  /** Column header -> field, null to leave it out. */
  mapping: z.record(z.string(), z.string().nullable()).optional(),
  /** Column header -> convention, one of the column's `choices`. */
  conventions: z.record(z.string(), z.string()).optional(),
  /** Whether amount columns include VAT, by header. */
  vat: z.record(z.string(), z.enum(["included", "excluded"])).optional(),
  /** Proposal key -> whether the two are one customer. */
  matches: z.record(z.string(), z.boolean()).optional(),
  accountRoles: z.record(z.string(), AccountRole).optional(),
  activityKinds: z.record(z.string(), ActivityKind).optional(),
});
export type FileAnswer = z.infer<typeof FileAnswer>;

export const ImportSummary = z.object({
  importId: z.number().int(),
  file: z.string(),
  format: z.string(),
  subject: Subject,
  system: z.string(),
  status: z.enum(["active", "superseded"]),
  fiscalYear: z.string().nullable(),
  covers: z.object({ from: Day, to: Day }).nullable(),
  records: z.record(z.string(), z.number().int()),
  overridden: z.boolean(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
});
