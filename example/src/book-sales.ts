import type { Draft } from "./booking.ts";
import type { Invoice, LedgerLine, Receipt, WriteOff } from "./firm.ts";
import { writeOffAccount } from "./ledger-account.ts";
import { sum, vat } from "./money.ts";

export function bookInvoice(invoice: Invoice): Draft {
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
        vat: { code: "VH", amount: before - including },
      };
    }),
    { account: "1500", amount: -invoice.vat, description: "Btw 21 %" },
  ];
  return { journal: "VRK", number: invoice.number, day: invoice.day, description, lines };
}

export function* bookReceipts(
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
function remittance(receipt: Receipt): string {
  const invoices = receipt.parts.filter((part) => part.amount >= 0n).map((part) => part.invoice);
  const credits = receipt.parts.filter((part) => part.amount < 0n).map((part) => part.invoice);
  const setOff = credits.length > 0 ? ` verrekend met credit ${credits.join(" ")}` : "";
  return `Factuur ${invoices.join(" ")}${setOff}`;
}

export function* bookWriteOffs(
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
