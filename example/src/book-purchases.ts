import type { Draft } from "./booking.ts";
import type { Day } from "./calendar.ts";
import type { LedgerLine, Purchase } from "./firm.ts";
import { sum, vat } from "./money.ts";
import { exemptAccount } from "./purchase.ts";

export function bookPurchase(purchase: Purchase): Draft {
  const relation = purchase.supplierId;
  const invoice = purchase.supplierReference;
  const lines: LedgerLine[] = purchase.lines.map((line) => ({
    account: line.account,
    amount: line.net,
    description: line.description,
    ...(line.project === null ? {} : { project: line.project.code }),
    ...(line.account === exemptAccount ? {} : { vat: { code: "VI", amount: vat(line.net) } }),
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

/** Suppliers are paid in one batch a day. */
export function* bookPurchasePayments(
  purchases: readonly Purchase[],
  until: Day,
): Generator<Draft> {
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
