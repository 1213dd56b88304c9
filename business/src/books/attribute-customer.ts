import type { JournalType, RelationRole, TransactionLine, TransactionRecord } from "@koers/formats";

/** What the chart of accounts and the master data say, as far as attribution needs it. */
export type AttributionRules = {
  readonly isReceivable: (account: string) => boolean;
  readonly isRevenue: (account: string) => boolean;
  readonly isBank: (account: string) => boolean;
  readonly roleOf: (relation: string) => RelationRole | undefined;
};

export type Attribution = { readonly relation: string; readonly from: "line" | "transaction" };

/** What must be known of a whole booking before one of its lines can be told a customer. */
export type TransactionView = {
  readonly journalType: JournalType | undefined;
  /** Relations on debtor lines, and on any line; three are as many as ever matter. */
  readonly debtors: Set<string>;
  readonly relations: Set<string>;
  /** Invoice number -> the relation of its debtor line; null where two relations share the number. */
  readonly invoices: Map<string, string | null>;
  hasRevenue: boolean;
  hasBank: boolean;
};

const enough = 3;

export function viewTransaction(journalType: JournalType | undefined): TransactionView {
  return {
    journalType,
    debtors: new Set(),
    relations: new Set(),
    invoices: new Map(),
    hasRevenue: false,
    hasBank: false,
  };
}

/** Adds the lines of one part of a booking; very long bookings come in parts. */
export function seeLines(
  view: TransactionView,
  record: TransactionRecord,
  rules: AttributionRules,
): void {
  for (const line of record.lines) {
    if (rules.isRevenue(line.account)) view.hasRevenue = true;
    if (rules.isBank(line.account)) view.hasBank = true;
    if (line.relation === undefined) continue;
    const debtor = rules.isReceivable(line.account);
    if (debtor && view.debtors.size < enough) view.debtors.add(line.relation);
    if (view.relations.size < enough && rules.roleOf(line.relation) !== "supplier")
      view.relations.add(line.relation);
    if (debtor && line.invoiceReference !== undefined) {
      const known = view.invoices.get(line.invoiceReference);
      const same = known === undefined || known === line.relation;
      view.invoices.set(line.invoiceReference, same ? line.relation : null);
    }
  }
}

/** Sales journals, and journals of which the package says no kind. */
export function isSalesLike(journalType: JournalType | undefined): boolean {
  return journalType === undefined || journalType === "sales" || journalType === "other";
}

/**
 * The customer of a profit-and-loss line: the relation on the line; else, in a sales journal, the one
 * relation of its booking: that of the debtor lines, of the debtor line with the same invoice number,
 * or the only one there is. In other journals only the line itself is believed, and only for revenue:
 * a memo that moves revenue between accounts beside some debtor's correction says nothing about that
 * debtor. Null means that the line belongs to no customer, and is shown as such.
 *
 * `everywhere`: the books have no sales journal at all, so that any journal may hold sales.
 */
export function customerOfLine(
  view: TransactionView,
  line: TransactionLine,
  rules: AttributionRules,
  everywhere: boolean,
): Attribution | null {
  if (isSalesLike(view.journalType) || everywhere) {
    if (line.relation !== undefined) {
      const supplier =
        rules.roleOf(line.relation) === "supplier" && !view.debtors.has(line.relation);
      if (!supplier || view.journalType === "sales")
        return { relation: line.relation, from: "line" };
      return null;
    }
    const only = onlyCustomer(view, line);
    return only === null ? null : { relation: only, from: "transaction" };
  }
  if (line.relation === undefined || view.journalType === "purchases") return null;
  if (!rules.isRevenue(line.account) || rules.roleOf(line.relation) === "supplier") return null;
  return { relation: line.relation, from: "line" };
}

/** The customer of a debtor line: who owes it. */
export function debtorOfLine(view: TransactionView, line: TransactionLine): string | null {
  return line.relation ?? onlyCustomer(view, line);
}

function onlyCustomer(view: TransactionView, line: TransactionLine): string | null {
  const among = view.debtors.size > 0 ? view.debtors : view.relations;
  if (among.size === 1) for (const relation of among) return relation;
  if (line.invoiceReference === undefined) return null;
  return view.invoices.get(line.invoiceReference) ?? null;
}

/** What a debtor line tells: an invoice raised, a payment received, or something else. */
export function receivableEvent(view: TransactionView): "invoice" | "payment" | "other" {
  if (view.journalType === "sales") return "invoice";
  if (view.journalType === "bank" || view.journalType === "cash") return "payment";
  if (view.journalType === "memo" || view.journalType === "opening") return "other";
  if (view.hasRevenue) return "invoice";
  return view.hasBank ? "payment" : "other";
}
