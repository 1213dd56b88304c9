import type { InvoiceRecord } from "#record.ts";
import { present } from "./present.ts";
import type { RowContext } from "./row-context.ts";

type Head = Omit<InvoiceRecord, "lines">;

const credit = /credit|gutschrift|refund/i;

/** A credit note's amounts lower revenue, whatever sign the file gives them. */
function signed(row: RowContext, amount: bigint | undefined): bigint | undefined {
  if (amount === undefined || amount <= 0n) return amount;
  return credit.test(row.text("type") ?? "") ? -amount : amount;
}

/** Net and gross of a row, with an amount of undecided VAT put where the answer says it belongs. */
export function netAndGross(
  row: RowContext,
  fields: { net: string; gross: string; vat: string; amount: string },
): { net: bigint | undefined; gross: bigint | undefined } {
  const open = signed(row, row.amount(fields.amount));
  const vat = signed(row, row.amount(fields.vat));
  const net = signed(row, row.amount(fields.net)) ?? (row.vat === "excluded" ? open : undefined);
  const gross =
    signed(row, row.amount(fields.gross)) ?? (row.vat === "included" ? open : undefined);
  if (net === undefined && gross !== undefined && vat !== undefined)
    return { net: gross - vat, gross };
  if (gross === undefined && net !== undefined && vat !== undefined)
    return { net, gross: net + vat };
  return { net, gross };
}

/** What a row says of its invoice as a whole; undefined, and reported, when it cannot be one. */
export function makeInvoiceHead(row: RowContext): Head | undefined {
  const { net, gross } = netAndGross(row, {
    net: "net",
    gross: "gross",
    vat: "vat",
    amount: "amount",
  });
  const issueDate = row.date("issueDate");
  const dueDate = row.date("dueDate");
  const paidDate = row.date("paidDate");
  const name = row.text("customer");
  const externalId = row.text("customerExternalId");
  const written = row.text("number");
  if (written === undefined && row.has("number")) return row.required("number");
  if (issueDate === undefined) return row.required("issueDate");
  if (name === undefined && externalId === undefined)
    return row.required("customer", "customerExternalId");
  const total = net ?? gross;
  const lowers = credit.test(row.text("type") ?? "") || (total !== undefined && total < 0n);
  return {
    kind: "invoice",
    line: row.line,
    // A list without numbers: each row is an invoice of its own, called by its line.
    number: written ?? `#${row.line}`,
    type: lowers ? "credit-note" : "invoice",
    issueDate,
    currency: row.currency(),
    buyer: present({
      name,
      externalId,
      kvk: row.text("customerKvk"),
      vatId: row.text("customerVatId"),
      email: row.text("customerEmail"),
    }),
    ...present({ dueDate, paidDate, net, gross, project: row.text("project") }),
  };
}

/** A row of a list with one invoice per row. */
export function makeInvoice(row: RowContext): InvoiceRecord | undefined {
  const head = makeInvoiceHead(row);
  if (head === undefined) return undefined;
  if (head.net === undefined && head.gross === undefined)
    return row.required("net", "gross", "amount");
  return { ...head, lines: [] };
}
