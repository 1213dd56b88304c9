import { firstDay, isoDate, lastDay, parseMonth } from "./calendar.ts";
import type { Activity, Customer, Firm } from "./firm.ts";
import {
  isDirectPurchase,
  isMarketing,
  isPersonnel,
  isResult,
  isRevenue,
  writeOffAccount,
} from "./ledger-account.ts";
import type { Cents } from "./money.ts";
import { type CustomerProfit, normalTermDays, profitByRule } from "./profit-by-rule.ts";

/** What kind of hours an activity is. */
export type HourKind =
  | "direct"
  | "selling"
  | "accountManagement"
  | "negotiation"
  | "support"
  | "rework"
  | "complaints"
  | "internal";

export const hourKinds: Readonly<Record<Activity, HourKind>> = {
  design: "direct",
  engineering: "direct",
  "project-management": "direct",
  quotation: "selling",
  acquisition: "selling",
  "account-management": "accountManagement",
  negotiation: "negotiation",
  support: "support",
  rework: "rework",
  complaint: "complaints",
  internal: "internal",
};

/** Whole seconds per kind. */
export type Seconds = Readonly<Record<HourKind, number>>;

export type PaidInvoice = {
  readonly number: string;
  readonly invoiceDate: string;
  readonly dueDate: string;
  readonly paidDate: string;
  /** Days from invoice date to payment. */
  readonly days: number;
  readonly gross: Cents;
};

export type CustomerBooks = CustomerProfit & {
  readonly id: string;
  readonly name: string;
  /** Revenue lines by transaction date; credit notes and discounts negative; without VAT. */
  readonly revenue: Cents;
  readonly invoices: number;
  readonly creditNotes: number;
  /** Net amount of the credit notes for faults, positive; it is already in `revenue`. */
  readonly faultCredits: Cents;
  /** Net amount of claims written off, positive. */
  readonly writeOffs: Cents;
  /** Purchases on the customer's projects, by transaction date, without VAT. */
  readonly directPurchases: Cents;
  readonly seconds: Seconds;
  readonly totalSeconds: number;
  readonly billableSeconds: number;
  /** Billable hours at list rate. */
  readonly listValue: Cents;
  /** Invoices paid in the period, by payment date. */
  readonly paid: readonly PaidInvoice[];
  /** Not paid at the end of the period, including VAT. */
  readonly openAtEnd: Cents;
  /** Amount times days of the period that it was out beyond the normal term, paid since or still open. */
  readonly lateCentDays: bigint;
};

export type Books = {
  readonly from: string;
  readonly to: string;
  readonly revenue: Cents;
  readonly directPurchases: Cents;
  /** Cost of an hour = `personnelCost` / `seconds` * 3600, exactly; all hours worked, internal too. */
  readonly personnelCost: Cents;
  readonly seconds: number;
  readonly secondsByKind: Seconds;
  /** Hours that stand on no customer: internal work and acquisition. */
  readonly secondsWithoutCustomer: number;
  readonly marketing: Cents;
  readonly writeOffs: Cents;
  /** All other costs of the profit and loss account. */
  readonly otherCosts: Cents;
  readonly result: Cents;
  /**
   * Every customer with revenue, hours, purchases, a payment in the period or an open invoice at its
   * end, by relation number.
   */
  readonly customers: readonly CustomerBooks[];
};

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type Draft = Mutable<Omit<CustomerBooks, "seconds" | "paid" | keyof CustomerProfit>> & {
  seconds: Mutable<Seconds>;
  paid: PaidInvoice[];
};

/**
 * The generator's own books over whole months (`YYYY-MM`, both included), computed from the firm itself
 * and not from any file, so that a portfolio made from the files can be held against it to the cent.
 */
export function exampleBooks(
  firm: Firm,
  period: { readonly from: string; readonly to: string },
): Books {
  const start = firstDay(parseMonth(period.from));
  const end = lastDay(parseMonth(period.to));
  const within = (day: number) => day >= start && day <= end;
  const drafts = new Map<Customer, Draft>();
  const of = (customer: Customer): Draft => {
    let draft = drafts.get(customer);
    if (draft === undefined) {
      draft = emptyBooks(customer);
      drafts.set(customer, draft);
    }
    return draft;
  };

  for (const invoice of firm.invoices) {
    if (!within(invoice.day)) continue;
    const draft = of(invoice.customer);
    draft.revenue += invoice.net;
    if (invoice.kind === "invoice") draft.invoices++;
    else draft.creditNotes++;
    if (invoice.creditReason === "fault") draft.faultCredits -= invoice.net;
  }
  for (const purchase of firm.purchases) {
    if (!within(purchase.day)) continue;
    for (const { project, net } of purchase.lines) {
      if (project !== null) of(project.customer).directPurchases += net;
    }
  }
  for (const writeOff of firm.writeOffs) {
    if (within(writeOff.day)) of(writeOff.customer).writeOffs += writeOff.net;
  }

  const secondsByKind = noSeconds();
  let seconds = 0;
  let secondsWithoutCustomer = 0;
  for (const line of firm.hours) {
    if (!within(line.day)) continue;
    const worked = line.quarters * 900;
    const kind = hourKinds[line.activity];
    seconds += worked;
    secondsByKind[kind] += worked;
    if (line.customer === null) {
      secondsWithoutCustomer += worked;
      continue;
    }
    const draft = of(line.customer);
    draft.seconds[kind] += worked;
    draft.totalSeconds += worked;
    if (line.listRate === null) continue;
    draft.billableSeconds += worked;
    draft.listValue += (line.listRate * BigInt(line.quarters)) / 4n;
  }

  addPayments(firm, of, start, end);
  const total = ledgerTotals(firm, within);
  const ordered = [...drafts.values()].sort(
    (a, b) => Number(a.name > b.name) - Number(a.name < b.name),
  );
  const inputs = ordered.map((draft) => ({
    ...draft,
    directSeconds: draft.seconds.direct,
    servingSeconds:
      draft.seconds.selling +
      draft.seconds.accountManagement +
      draft.seconds.negotiation +
      draft.seconds.support,
    failureSeconds: draft.seconds.rework + draft.seconds.complaints,
  }));
  const profits = profitByRule(inputs, {
    personnelCost: total.personnelCost,
    operatingCost: total.revenue - total.result,
    internalSeconds: inputs.reduce(
      (rest, one) => rest - one.directSeconds - one.servingSeconds - one.failureSeconds,
      seconds,
    ),
  });
  const customers = ordered
    .map((draft, at) => ({ ...draft, ...(profits[at] as CustomerProfit) }))
    .sort((a, b) => Number(a.id) - Number(b.id));
  return {
    from: isoDate(start),
    to: isoDate(end),
    ...total,
    seconds,
    secondsByKind,
    secondsWithoutCustomer,
    customers,
  };
}

function addPayments(
  firm: Firm,
  of: (customer: Customer) => Draft,
  start: number,
  end: number,
): void {
  const settled = new Map<string, number>();
  for (const receipt of firm.receipts) {
    for (const part of receipt.parts) settled.set(part.invoice, receipt.day);
  }
  for (const writeOff of firm.writeOffs) settled.set(writeOff.invoice, writeOff.day);
  const lost = new Set(firm.writeOffs.map((writeOff) => writeOff.invoice));
  for (const invoice of firm.invoices) {
    if (invoice.day > end) continue;
    const day = settled.get(invoice.number);
    const open = day === undefined || day > end;
    if (open) of(invoice.customer).openAtEnd += invoice.gross;
    if (invoice.kind === "invoice" && !(lost.has(invoice.number) && !open)) {
      const until = open ? end : day;
      const since = Math.max(invoice.day + normalTermDays, start - 1);
      if (until > since) of(invoice.customer).lateCentDays += invoice.gross * BigInt(until - since);
    }
    if (day === undefined || day < start || day > end) continue;
    if (invoice.kind !== "invoice" || lost.has(invoice.number)) continue;
    of(invoice.customer).paid.push({
      number: invoice.number,
      invoiceDate: isoDate(invoice.day),
      dueDate: isoDate(invoice.dueDay),
      paidDate: isoDate(day),
      days: day - invoice.day,
      gross: invoice.gross,
    });
  }
}

function ledgerTotals(firm: Firm, within: (day: number) => boolean) {
  const total = {
    revenue: 0n,
    directPurchases: 0n,
    personnelCost: 0n,
    marketing: 0n,
    writeOffs: 0n,
    otherCosts: 0n,
    result: 0n,
  };
  for (const transaction of firm.transactions) {
    if (!within(transaction.day)) continue;
    for (const { account, amount } of transaction.lines) {
      if (!isResult(account)) continue;
      total.result -= amount;
      if (isRevenue(account)) total.revenue -= amount;
      else if (isDirectPurchase(account)) total.directPurchases += amount;
      else if (isPersonnel(account)) total.personnelCost += amount;
      else if (isMarketing(account)) total.marketing += amount;
      else if (account === writeOffAccount) total.writeOffs += amount;
      else total.otherCosts += amount;
    }
  }
  return total;
}

function noSeconds(): Mutable<Seconds> {
  return {
    direct: 0,
    selling: 0,
    accountManagement: 0,
    negotiation: 0,
    support: 0,
    rework: 0,
    complaints: 0,
    internal: 0,
  };
}

function emptyBooks({ id, name }: Customer): Draft {
  return {
    id,
    name,
    revenue: 0n,
    invoices: 0,
    creditNotes: 0,
    faultCredits: 0n,
    writeOffs: 0n,
    directPurchases: 0n,
    seconds: noSeconds(),
    totalSeconds: 0,
    billableSeconds: 0,
    listValue: 0n,
    paid: [],
    openAtEnd: 0n,
    lateCentDays: 0n,
  };
}
