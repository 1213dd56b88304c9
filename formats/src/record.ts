/**
 * What readers yield: typed records in the words of the format, nothing derived, nothing matched.
 * Amounts are integer minor units (cents), signed as said at each field; dates are `YYYY-MM-DD`; texts
 * are trimmed of surrounding white space except identifiers and the names of customers, which are kept
 * byte for byte. A field that the file does not give is absent, never empty and never zero.
 */
export type BookRecord =
  | AccountRecord
  | RelationRecord
  | JournalRecord
  | TransactionRecord
  | SubledgerRecord
  | InvoiceRecord
  | HourRecord
  | ContactRecord
  | ProjectRecord
  | OpenItemRecord
  | PaymentRecord;

/** A general ledger account. */
export type AccountRecord = {
  readonly kind: "account";
  readonly line: number;
  readonly code: string;
  readonly description?: string;
  /** From the file's own vocabulary: balance sheet, or profit and loss; absent where neither is said. */
  readonly type?: "balance" | "profit-and-loss";
  /** Code in the Dutch reference chart of accounts (Referentie GrootboekSchema). */
  readonly rgsCode?: string;
  /** `leadCode` / `leadDescription`, where a package gives its own grouping. */
  readonly leadCode?: string;
  readonly leadDescription?: string;
};

export type RelationRole = "customer" | "supplier" | "both" | "other";

/** A customer or supplier in the master data of a bookkeeping package or a list. */
export type RelationRecord = {
  readonly kind: "relation";
  readonly line: number;
  /** Identifier in its own system, byte for byte; absent in lists that have names only. */
  readonly externalId?: string;
  readonly name?: string;
  /** As the file says, after the package's own vocabulary is understood; absent where it says nothing. */
  readonly role?: RelationRole;
  readonly kvk?: string;
  readonly vatId?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly website?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Sector, size class, referral channel and the like, under the column's own header. */
  readonly traits?: Readonly<Record<string, string>>;
};

export type JournalType =
  | "bank"
  | "cash"
  | "goods"
  | "memo"
  | "opening"
  | "purchases"
  | "sales"
  | "production"
  | "payroll"
  | "other";

export type JournalRecord = {
  readonly kind: "journal";
  readonly line: number;
  readonly code: string;
  readonly description?: string;
  readonly type?: JournalType;
  readonly offsetAccount?: string;
};

/** One booking. A transaction with very many lines comes in parts: the same `sequence`, `part` 0, 1, ... */
export type TransactionRecord = {
  readonly kind: "transaction";
  readonly line: number;
  /** Position in the file from 1, over all journals; `number` may be used twice, this may not. */
  readonly sequence: number;
  readonly part: number;
  readonly journal: string;
  readonly journalType?: JournalType;
  readonly number: string;
  readonly description?: string;
  readonly period?: string;
  readonly date: string;
  readonly lines: readonly TransactionLine[];
};

export type TransactionLine = {
  readonly line: number;
  readonly number: string;
  readonly account: string;
  /** Minor units of the administration's currency; debit positive, credit negative. */
  readonly amount: bigint;
  readonly date?: string;
  readonly description?: string;
  readonly documentReference?: string;
  readonly invoiceReference?: string;
  /** `custSupID` as on this line; deriving the customer of a revenue line is not the reader's business. */
  readonly relation?: string;
  readonly project?: string;
  readonly costCentre?: string;
  readonly product?: string;
  /** In the unit the file uses, as written. */
  readonly quantity?: string;
  readonly matchKey?: string;
};

/** A line of a debtors' or creditors' subledger: invoice dates, due dates and payments. */
export type SubledgerRecord = {
  readonly kind: "subledger";
  readonly line: number;
  readonly subledger: "customers" | "suppliers" | "customers-and-suppliers" | "other";
  readonly journal?: string;
  readonly transaction?: string;
  readonly transactionLine?: string;
  /** Minor units; debit positive, credit negative. */
  readonly amount: bigint;
  readonly relation?: string;
  readonly invoiceReference?: string;
  readonly side?: "purchase" | "sale";
  readonly invoiceType?: "debit" | "credit";
  readonly invoiceDate?: string;
  readonly dueDate?: string;
  readonly mutation?: "invoice" | "payment" | "other";
};

/** A party on an invoice. */
export type Party = {
  readonly name?: string;
  readonly externalId?: string;
  readonly kvk?: string;
  readonly oin?: string;
  readonly vatId?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly country?: string;
};

/**
 * An invoice or credit note. All amounts are signed: what lowers revenue is negative, whatever sign the
 * format writes (a UBL credit note writes positive amounts; here they are negative).
 */
export type InvoiceRecord = {
  readonly kind: "invoice";
  readonly line: number;
  readonly entry?: string;
  readonly number: string;
  readonly type: "invoice" | "credit-note";
  readonly issueDate: string;
  readonly dueDate?: string;
  readonly paidDate?: string;
  readonly currency: string;
  /** Net of VAT (`TaxExclusiveAmount`, `TaxBasisTotalAmount`); absent where a list only has gross. */
  readonly net?: bigint;
  /** Including VAT. */
  readonly gross?: bigint;
  readonly payable?: bigint;
  readonly seller?: Party;
  readonly buyer: Party;
  readonly precedingInvoices?: readonly string[];
  readonly project?: string;
  readonly lines: readonly InvoiceLine[];
};

export type InvoiceLine = {
  readonly line: number;
  readonly number?: string;
  readonly description?: string;
  /** The service or article. */
  readonly item?: string;
  readonly net: bigint;
  /** Decimal string as written, with its unit (`HUR` is hours). */
  readonly quantity?: string;
  readonly unit?: string;
  readonly unitPrice?: string;
  /** Discount on this line in minor units, positive. */
  readonly discount?: bigint;
  readonly project?: string;
};

/** Time worked by one person on one day. */
export type HourRecord = {
  readonly kind: "hour";
  readonly line: number;
  readonly date: string;
  /** Whole seconds. */
  readonly seconds: number;
  readonly person?: string;
  readonly personEmail?: string;
  readonly customer?: string;
  readonly customerExternalId?: string;
  readonly project?: string;
  readonly projectCode?: string;
  /** Task, service or type of hours: what tells delivery from selling or rework. */
  readonly activity?: string;
  readonly description?: string;
  readonly billable?: boolean;
  readonly invoiced?: boolean;
  readonly currency?: string;
  /** Per hour, minor units. */
  readonly billRate?: bigint;
  readonly billAmount?: bigint;
  readonly costRate?: bigint;
  readonly costAmount?: bigint;
};

export type ContactRecord = {
  readonly kind: "contact";
  readonly line: number;
  readonly externalId?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly role?: string;
  readonly customer?: string;
  readonly customerExternalId?: string;
};

export type ProjectRecord = {
  readonly kind: "project";
  readonly line: number;
  readonly externalId?: string;
  readonly code?: string;
  readonly name: string;
  readonly customer?: string;
  readonly customerExternalId?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly budgetHours?: string;
  readonly budgetAmount?: bigint;
  readonly currency?: string;
};

/** An unpaid (or partly paid) sales invoice from a debtors' list. */
export type OpenItemRecord = {
  readonly kind: "open-item";
  readonly line: number;
  readonly number: string;
  readonly customer?: string;
  readonly customerExternalId?: string;
  readonly invoiceDate?: string;
  readonly dueDate?: string;
  readonly currency?: string;
  /** Including VAT. */
  readonly amount?: bigint;
  readonly outstanding: bigint;
};

/** A movement on a bank account. Received positive, paid negative. */
export type PaymentRecord = {
  readonly kind: "payment";
  readonly line: number;
  readonly date: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly counterparty?: string;
  readonly counterpartyIban?: string;
  readonly remittance?: string;
  readonly endToEndId?: string;
};
