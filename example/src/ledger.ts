import {
  type Day,
  dayIn,
  firstDay,
  isoDate,
  lastDay,
  type Month,
  monthNumber,
  monthOf,
  nextWorkday,
  previousWorkday,
  yearOf,
} from "./calendar.ts";
import type {
  Firm,
  Invoice,
  JournalCode,
  LedgerLine,
  Payroll,
  Purchase,
  Receipt,
  Transaction,
  WriteOff,
} from "./firm.ts";
import { isResult, writeOffAccount } from "./ledger-account.ts";
import { type Cents, decimalComma, euros, share, sum, vat } from "./money.ts";
import { exemptAccount } from "./purchase.ts";

export const vatHigh = "VH";
export const vatClaim = "VI";

type Draft = Omit<Transaction, "number"> & { readonly number?: string };

type Events = Pick<
  Firm,
  "invoices" | "receipts" | "writeOffs" | "purchases" | "payroll" | "firstMonth"
> & {
  readonly from: Month;
  readonly to: Month;
};

/** The balance sheet with which the warm-up begins, debit positive. */
export function openingSheet(): Map<string, Cents> {
  const sheet = new Map<string, Cents>([
    ["0200", euros(142_000)],
    ["0210", euros(-58_000)],
    ["0500", euros(-18_000)],
    ["1100", euros(465_000)],
  ]);
  sheet.set("0510", -sum(sheet.values()));
  return sheet;
}

/** Books everything that happened, in double entry. */
export function book(events: Events): Transaction[] {
  const until = lastDay(events.to);
  const drafts: Draft[] = [
    ...events.invoices.map(bookInvoice),
    ...events.purchases.map(bookPurchase),
    ...bookReceipts(events.receipts, events.invoices),
    ...bookPurchasePayments(events.purchases, until),
    ...bookWriteOffs(events.writeOffs, events.invoices),
    ...events.payroll.flatMap((payroll) => [...bookPayroll(payroll, until)]),
    ...bookDepreciation(events.from, events.to),
  ];
  drafts.push(...bookVatReturns(drafts, events.from, until));
  drafts.push(...bookProfit(drafts, events.firstMonth, until));
  return number(drafts);
}

/** Gives numbers within journal and year, in order of date. */
function number(drafts: readonly Draft[]): Transaction[] {
  const order: readonly JournalCode[] = ["VRK", "INK", "BNK", "LON", "MEM"];
  const sorted = drafts
    .map((draft, index) => ({ draft, index }))
    .sort(
      (a, b) =>
        a.draft.day - b.draft.day ||
        order.indexOf(a.draft.journal) - order.indexOf(b.draft.journal) ||
        a.index - b.index,
    );
  const last = new Map<string, number>();
  return sorted.map(({ draft }) => {
    const key = `${draft.journal.slice(0, 1)}${isoDate(draft.day).slice(2, 4)}`;
    const serial = (last.get(key) ?? 0) + 1;
    last.set(key, serial);
    return { ...draft, number: draft.number ?? `${key}${String(serial).padStart(3, "0")}` };
  });
}

function bookInvoice(invoice: Invoice): Draft {
  const { customer } = invoice;
  const description =
    invoice.kind === "invoice" ? `Factuur ${invoice.number}` : `Creditnota ${invoice.number}`;
  const lines: LedgerLine[] = [
    {
      account: "1300",
      amount: invoice.gross,
      description: customer.name,
      relation: customer.id,
      invoice: invoice.number,
      open: { side: "sale", mutation: "invoice", invoiceDay: invoice.day, dueDay: invoice.dueDay },
    },
    ...invoice.lines.map((line, index): LedgerLine => {
      // The VAT of the lines adds up to that of the invoice: the last line takes the rest.
      const before = vat(sum(invoice.lines.slice(0, index).map((other) => other.net)));
      const including = vat(sum(invoice.lines.slice(0, index + 1).map((other) => other.net)));
      return {
        account: line.account,
        amount: -line.net,
        description: line.description,
        relation: customer.id,
        invoice: invoice.number,
        ...(line.project === null ? {} : { project: line.project.code }),
        item: line.item,
        ...(line.quarters === null ? {} : { quarters: line.quarters }),
        vat: { code: vatHigh, amount: before - including },
      };
    }),
    { account: "1500", amount: -invoice.vat, description: "Btw 21 %" },
  ];
  return { journal: "VRK", number: invoice.number, day: invoice.day, description, lines };
}

function bookPurchase(purchase: Purchase): Draft {
  const relation = purchase.supplierId;
  const invoice = purchase.supplierReference;
  const lines: LedgerLine[] = purchase.lines.map((line) => ({
    account: line.account,
    amount: line.net,
    description: line.description,
    ...(line.project === null ? {} : { project: line.project.code }),
    ...(line.account === exemptAccount ? {} : { vat: { code: vatClaim, amount: vat(line.net) } }),
  }));
  if (purchase.vat !== 0n)
    lines.push({ account: "1520", amount: purchase.vat, description: "Btw 21 %" });
  lines.push({
    account: "1600",
    amount: -(purchase.net + purchase.vat),
    description: `Inkoopfactuur ${invoice}`,
    relation,
    invoice,
    open: {
      side: "purchase",
      mutation: "invoice",
      invoiceDay: purchase.day,
      dueDay: purchase.dueDay,
    },
  });
  return {
    journal: "INK",
    number: purchase.number,
    day: purchase.day,
    description: purchase.lines[0]?.description ?? "",
    lines,
  };
}

function* bookReceipts(
  receipts: readonly Receipt[],
  invoices: readonly Invoice[],
): Generator<Draft> {
  const byNumber = new Map(invoices.map((invoice) => [invoice.number, invoice]));
  for (const receipt of receipts) {
    const { customer, day } = receipt;
    const description = remittance(receipt);
    const lines: LedgerLine[] = [{ account: "1100", amount: receipt.amount, description }];
    for (const part of receipt.parts) {
      const invoice = byNumber.get(part.invoice);
      if (invoice === undefined) throw new RangeError(`no invoice ${part.invoice}`);
      lines.push({
        account: "1300",
        amount: -part.amount,
        description,
        relation: customer.id,
        invoice: part.invoice,
        open: {
          side: "sale",
          mutation: "payment",
          invoiceDay: invoice.day,
          dueDay: invoice.dueDay,
        },
      });
    }
    yield { journal: "BNK", day, description, lines };
  }
}

/** What the customer writes on the transfer. */
export function remittance(receipt: Receipt): string {
  const invoices = receipt.parts.filter((part) => part.amount >= 0n).map((part) => part.invoice);
  const credits = receipt.parts.filter((part) => part.amount < 0n).map((part) => part.invoice);
  const setOff = credits.length > 0 ? ` verrekend met credit ${credits.join(" ")}` : "";
  return `Factuur ${invoices.join(" ")}${setOff}`;
}

/** Suppliers are paid in one batch a day. */
function* bookPurchasePayments(purchases: readonly Purchase[], until: Day): Generator<Draft> {
  const batches = new Map<Day, Purchase[]>();
  for (const purchase of purchases) {
    if (purchase.paidDay > until) continue;
    const batch = batches.get(purchase.paidDay);
    if (batch === undefined) batches.set(purchase.paidDay, [purchase]);
    else batch.push(purchase);
  }
  for (const [day, batch] of [...batches].sort(([a], [b]) => a - b)) {
    const references = batch.map((purchase) => purchase.supplierReference);
    const description = `Betaalbatch crediteuren ${references.join(" ")}`;
    const lines = batch.map(
      (purchase): LedgerLine => ({
        account: "1600",
        amount: purchase.net + purchase.vat,
        description: `Betaling ${purchase.supplierReference}`,
        relation: purchase.supplierId,
        invoice: purchase.supplierReference,
        open: {
          side: "purchase",
          mutation: "payment",
          invoiceDay: purchase.day,
          dueDay: purchase.dueDay,
        },
      }),
    );
    const total = sum(lines.map((line) => line.amount));
    yield {
      journal: "BNK",
      day,
      description,
      lines: [...lines, { account: "1100", amount: -total, description }],
    };
  }
}

function* bookWriteOffs(
  writeOffs: readonly WriteOff[],
  invoices: readonly Invoice[],
): Generator<Draft> {
  const byNumber = new Map(invoices.map((invoice) => [invoice.number, invoice]));
  for (const { day, customer, invoice, net, vat: tax } of writeOffs) {
    const original = byNumber.get(invoice);
    if (original === undefined) throw new RangeError(`no invoice ${invoice}`);
    const description = `Oninbaar: factuur ${invoice} ${customer.name}`;
    yield {
      journal: "MEM",
      day,
      description,
      lines: [
        { account: writeOffAccount, amount: net, description, relation: customer.id, invoice },
        { account: "1500", amount: tax, description: "Btw terug op oninbare vordering" },
        {
          account: "1300",
          amount: -(net + tax),
          description,
          relation: customer.id,
          invoice,
          open: {
            side: "sale",
            mutation: "other",
            invoiceDay: original.day,
            dueDay: original.dueDay,
          },
        },
      ],
    };
  }
}

function* bookPayroll(payroll: Payroll, until: Day): Generator<Draft> {
  const { month, wages, holidayAllowance, socialCharges, pension, wageTax, allowancePaid } =
    payroll;
  const employeePension = share(wages, 25n, 1000n);
  const net = wages + allowancePaid - wageTax - employeePension;
  const day = previousWorkday(dayIn(month, 25));
  const label = isoDate(day).slice(0, 7);
  const line = (account: string, amount: Cents, description: string): LedgerLine => ({
    account,
    amount,
    description,
  });
  const lines = [
    line("4000", wages, `Brutolonen ${label}`),
    line("4010", holidayAllowance, `Opbouw vakantietoeslag ${label}`),
    line("4020", socialCharges, `Sociale lasten ${label}`),
    line("4030", pension, `Pensioenlasten ${label}`),
    line("1700", -net, `Nettolonen ${label}`),
    line("1710", -(wageTax + socialCharges), `Loonheffing ${label}`),
    line("1720", -(pension + employeePension), `Pensioenpremie ${label}`),
    line("1730", allowancePaid - holidayAllowance, `Vakantiegeld ${label}`),
  ];
  yield { journal: "LON", day, description: `Loonjournaalpost ${label}`, lines };

  const pay = (account: string, amount: Cents, description: string, on: Day): Draft => ({
    journal: "BNK",
    day: on,
    description,
    lines: [line(account, amount, description), line("1100", -amount, description)],
  });
  yield pay("1700", net, `Salarissen ${label}`, day);
  const later = [
    pay("1710", wageTax + socialCharges, `Loonheffing ${label}`, nextWorkday(dayIn(month + 1, 27))),
    pay(
      "1720",
      pension + employeePension,
      `Pensioenpremie ${label}`,
      nextWorkday(dayIn(month + 1, 12)),
    ),
  ];
  for (const payment of later) if (payment.day <= until) yield payment;
}

function* bookDepreciation(from: Month, to: Month): Generator<Draft> {
  const amount = euros(2100);
  for (let month = from; month <= to; month++) {
    const description = "Afschrijving inventaris en apparatuur";
    const lines = [
      { account: "4800", amount, description },
      { account: "0210", amount: -amount, description },
    ];
    yield { journal: "MEM", day: lastDay(month), description, lines };
  }
  // Once a year new workstations, so that the depreciation has something to write off.
  for (let month = from; month <= to; month++) {
    if (monthNumber(month) !== 2) continue;
    const description = "Aanschaf werkstations";
    const lines = [
      { account: "0200", amount: euros(24_000), description },
      { account: "1520", amount: euros(5040), description: "Btw 21 %" },
      { account: "1100", amount: euros(-29_040), description },
    ];
    yield { journal: "BNK", day: nextWorkday(dayIn(month, 14)), description, lines };
  }
}

/** VAT per quarter: set off at its end, paid (or received) a month later. */
function* bookVatReturns(drafts: readonly Draft[], from: Month, until: Day): Generator<Draft> {
  for (let quarter = from; lastDay(quarter + 2) <= until; quarter += 3) {
    const start = firstDay(quarter);
    const end = lastDay(quarter + 2);
    const total = (account: string) =>
      sum(
        drafts
          .filter((draft) => draft.day >= start && draft.day <= end)
          .flatMap((draft) => draft.lines)
          .filter((line) => line.account === account)
          .map((line) => line.amount),
      );
    const owed = total("1500");
    const claimed = total("1520");
    const due = -(owed + claimed);
    const label = `${yearOf(quarter)}-${Math.floor((monthNumber(quarter) - 1) / 3) + 1}`;
    const description = `Btw-aangifte kwartaal ${label}`;
    yield {
      journal: "MEM",
      day: end,
      description: `${description}: EUR ${decimalComma(due)}`,
      lines: [
        { account: "1500", amount: -owed, description },
        { account: "1520", amount: -claimed, description },
        { account: "1510", amount: -due, description },
      ],
    };
    const day = nextWorkday(dayIn(quarter + 3, 28));
    if (day > until) continue;
    yield {
      journal: "BNK",
      day,
      description,
      lines: [
        { account: "1510", amount: due, description },
        { account: "1100", amount: -due, description },
      ],
    };
  }
}

/** In June last year's result goes to the reserves, half of a profit as dividend paid in July. */
function* bookProfit(drafts: readonly Draft[], firstMonth: Month, until: Day): Generator<Draft> {
  for (let year = yearOf(firstMonth) - 1; ; year++) {
    const day = nextWorkday(dayIn(monthOf(year + 1, 6), 20));
    if (day > until) return;
    const profit = -sum(
      drafts
        .filter((draft) => isoDate(draft.day).startsWith(`${year}-`))
        .flatMap((draft) => draft.lines)
        .filter((line) => isResult(line.account))
        .map((line) => line.amount),
    );
    const dividend = profit > 0n ? share(profit, 1n, 2n * 100_000n) * 100_000n : 0n;
    const description = `Resultaatbestemming ${year}`;
    yield {
      journal: "MEM",
      day,
      description,
      lines: [
        { account: "0520", amount: profit, description },
        { account: "0510", amount: dividend - profit, description },
        { account: "1800", amount: -dividend, description },
      ].filter((line) => line.amount !== 0n),
    };
    const payDay = nextWorkday(dayIn(monthOf(year + 1, 7), 10));
    if (dividend === 0n || payDay > until) continue;
    yield {
      journal: "BNK",
      day: payDay,
      description: `Dividend ${year}`,
      lines: [
        { account: "1800", amount: dividend, description: `Dividend ${year}` },
        { account: "1100", amount: -dividend, description: `Dividend ${year}` },
      ],
    };
  }
}
