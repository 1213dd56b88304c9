import type { AccountRole } from "@koers/contract";
import type {
  AccountRecord,
  BookRecord,
  RelationRecord,
  SubledgerRecord,
  TransactionRecord,
} from "@koers/formats";
import {
  type AttributionRules,
  customerOfLine,
  isSalesLike,
  seeLines,
  type TransactionView,
  viewTransaction,
} from "./attribute-customer.ts";
import { type Recognition, recogniseAccount, recogniseByPostings } from "./recognise-account.ts";

export type Tally = { amount: bigint; lines: number };

export type AccountSummary = {
  readonly code: string;
  record: AccountRecord | undefined;
  recognition: Recognition;
  /** Debit positive. */
  readonly total: Tally;
  readonly months: Map<string, Tally>;
  /** The lines of it that have a customer. */
  readonly attributed: Tally;
  /** Net of bookings that sell: revenue is negative here, receivables positive. */
  inSales: bigint;
};

export type RelationSummary = {
  readonly externalId: string;
  record: RelationRecord | undefined;
  line: number;
  debtorLines: number;
  creditorLines: number;
  revenueLines: number;
};

/** What a first reading found out that the lines themselves must be read with. */
export type Settled = {
  readonly recognitions: ReadonlyMap<string, Recognition>;
  /** The books have no sales journal: any journal may hold sales. */
  readonly everywhere: boolean;
  /** Bookings that come in parts, with what must be known of all parts. */
  readonly views: ReadonlyMap<number, TransactionView>;
};

/** A set of books read once: all that a preview says and an import needs, without its lines. */
export type BooksSummary = {
  readonly accounts: ReadonlyMap<string, AccountSummary>;
  readonly relations: ReadonlyMap<string, RelationSummary>;
  readonly transactions: number;
  readonly lines: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly relationsOnLines: boolean;
  /** Due date by `dueDateKey`, from the subledgers. */
  readonly dueDates: ReadonlyMap<string, string>;
  readonly settled: Settled;
  /** False where the lines were read before all of `settled` was known: read once more with it. */
  readonly complete: boolean;
};

export type BooksSummaryBuilder = {
  readonly add: (record: BookRecord) => void;
  readonly end: () => BooksSummary;
};

/** Sums up books while they stream by; `decided` are the roles that a person gave to accounts. */
export function summariseBooks(
  decided: ReadonlyMap<string, AccountRole>,
  earlier?: Settled,
): BooksSummaryBuilder {
  const accounts = new Map<string, AccountSummary>();
  const relations = new Map<string, RelationSummary>();
  const dueDates = new Map<string, string>();
  const views = new Map<number, TransactionView>(earlier?.views);
  const rules = attributionRules(accounts, relations);
  const range = { from: undefined as string | undefined, to: undefined as string | undefined };
  let transactions = 0;
  let lines = 0;
  let salesJournal = false;
  let relationsOnLines = false;
  let current: { readonly sequence: number; readonly view: TransactionView } | undefined;

  function account(code: string): AccountSummary {
    let known = accounts.get(code);
    if (known === undefined) {
      known = emptyAccount(code, recognise(code, undefined));
      accounts.set(code, known);
    }
    return known;
  }

  function recognise(code: string, record: AccountRecord | undefined): Recognition {
    const role = decided.get(code);
    if (role !== undefined) return { role, evidence: "by-hand" };
    return earlier?.recognitions.get(code) ?? recogniseAccount(record ?? { code });
  }

  function addAccount(record: AccountRecord): void {
    const known = account(record.code);
    if (known.record !== undefined) return;
    known.record = record;
    known.recognition = recognise(record.code, record);
  }

  function relation(externalId: string, line: number): RelationSummary {
    let known = relations.get(externalId);
    if (known === undefined) {
      const counts = { debtorLines: 0, creditorLines: 0, revenueLines: 0 };
      known = { externalId, record: undefined, line, ...counts };
      relations.set(externalId, known);
    }
    return known;
  }

  function addTransaction(record: TransactionRecord): void {
    if (record.journalType === "sales") salesJournal = true;
    if (record.part === 0) transactions++;
    const known = earlier?.views.get(record.sequence);
    const continued = current !== undefined && current.sequence === record.sequence;
    const view =
      known ?? (continued && current ? current.view : viewTransaction(record.journalType));
    if (known === undefined) seeLines(view, record, rules);
    if (known === undefined && continued) views.set(record.sequence, view);
    current = { sequence: record.sequence, view };
    let sold = 0n;
    for (const line of record.lines) {
      lines++;
      const posted = account(line.account);
      const profit = isProfitAndLoss(posted);
      if (profit) sold -= line.amount;
      add(posted.total, line.amount);
      if (profit) {
        // The date of the booking: that of a line is unusable in some packages (period 0 of AFAS).
        const { date } = record;
        add(month(posted, date), line.amount);
        if (range.from === undefined || date < range.from) range.from = date;
        if (range.to === undefined || date > range.to) range.to = date;
        const customer = customerOfLine(view, line, rules, earlier?.everywhere ?? false);
        if (customer !== null) {
          add(posted.attributed, line.amount);
          if (posted.recognition.role === "revenue")
            relation(customer.relation, line.line).revenueLines++;
        }
      }
      if (line.relation === undefined) continue;
      relationsOnLines = true;
      const owed = relation(line.relation, line.line);
      if (posted.recognition.role === "receivables") owed.debtorLines++;
      if (posted.recognition.role === "payables") owed.creditorLines++;
    }
    if (sold > 0n && isSalesLike(view.journalType) && sells(view))
      for (const line of record.lines) account(line.account).inSales += line.amount;
  }

  function addSubledger(record: SubledgerRecord): void {
    if (record.dueDate === undefined || record.invoiceReference === undefined) return;
    if (record.relation === undefined || record.side === "purchase") return;
    dueDates.set(dueDateKey(record.relation, record.invoiceReference), record.dueDate);
  }

  return {
    add(record) {
      if (record.kind === "transaction") addTransaction(record);
      else if (record.kind === "subledger") addSubledger(record);
      else if (record.kind === "account") addAccount(record);
      else if (record.kind === "relation" && record.externalId !== undefined) {
        const known = relation(record.externalId, record.line);
        known.record ??= record;
        known.line = known.record.line;
      }
    },
    end() {
      const everywhere = !salesJournal && needsEverywhere(accounts);
      let complete =
        views.size === (earlier?.views.size ?? 0) && everywhere === (earlier?.everywhere ?? false);
      for (const known of accounts.values()) {
        const final =
          known.recognition.evidence === "by-hand"
            ? known.recognition
            : recogniseByPostings(known.record ?? { code: known.code }, known.recognition, {
                inSales: known.inSales,
              });
        if (final.role !== known.recognition.role && known.total.lines > 0) complete = false;
        known.recognition = final;
      }
      const recognitions = new Map(
        [...accounts].map(([code, known]) => [code, known.recognition] as const),
      );
      const settled = { recognitions, everywhere, views };
      const done = earlier !== undefined || complete;
      const counts = { transactions, lines, relationsOnLines };
      return { accounts, relations, dueDates, ...range, ...counts, settled, complete: done };
    },
  };
}

/** The rules of attribution as the accounts and relations of these books have them. */
export function attributionRules(
  accounts: ReadonlyMap<string, Pick<AccountSummary, "recognition">>,
  relations: ReadonlyMap<string, Pick<RelationSummary, "record">>,
): AttributionRules {
  const role = (code: string) => accounts.get(code)?.recognition.role;
  return {
    isReceivable: (code) => role(code) === "receivables",
    isRevenue: (code) => role(code) === "revenue",
    isBank: (code) => role(code) === "bank",
    roleOf: (relation) => relations.get(relation)?.record?.role,
  };
}

export function dueDateKey(relation: string, invoiceReference: string): string {
  return `${relation}\u0000${invoiceReference}`;
}

const profitAndLossRoles: ReadonlySet<AccountRole> = new Set<AccountRole>([
  "revenue",
  "direct-purchases",
  "personnel",
  "marketing",
  "overhead",
  "financial",
]);

/** Whether an account belongs to profit and loss: as the file says, else by its role. */
export function isProfitAndLoss(account: AccountSummary): boolean {
  const type = account.record?.type;
  if (type !== undefined) return type === "profit-and-loss";
  return profitAndLossRoles.has(account.recognition.role) || account.recognition.role === "unknown";
}

// A journal without a kind sells where a debtor, or at least someone who is no supplier, is in it.
function sells(view: TransactionView): boolean {
  return view.journalType === "sales" || view.debtors.size > 0 || view.relations.size > 0;
}

function needsEverywhere(accounts: ReadonlyMap<string, AccountSummary>): boolean {
  for (const account of accounts.values())
    if (account.recognition.role === "revenue" && account.attributed.lines > 0) return false;
  return true;
}

function emptyAccount(code: string, recognition: Recognition): AccountSummary {
  return {
    code,
    record: undefined,
    recognition,
    total: { amount: 0n, lines: 0 },
    months: new Map(),
    attributed: { amount: 0n, lines: 0 },
    inSales: 0n,
  };
}

function month(account: AccountSummary, date: string): Tally {
  const key = `${date.slice(0, 7)}-01`;
  let tally = account.months.get(key);
  if (tally === undefined) {
    tally = { amount: 0n, lines: 0 };
    account.months.set(key, tally);
  }
  return tally;
}

function add(tally: Tally, amount: bigint): void {
  tally.amount += amount;
  tally.lines++;
}
