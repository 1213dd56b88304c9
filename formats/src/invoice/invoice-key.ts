import type { InvoiceRecord, Party } from "../record.ts";

/**
 * What makes an invoice the same one: its seller, its number and its kind (`key`); and what two copies of
 * it must agree on (`content`). A firm that numbers anew each year has its year in the key.
 */
export function invoiceKey(record: InvoiceRecord): {
  readonly key: string;
  readonly content: string;
} {
  const key = [sellerKey(record.seller), record.issueDate.slice(0, 4), record.type, record.number];
  const content = [record.issueDate, record.currency, record.net, record.gross];
  return { key: JSON.stringify(key), content: JSON.stringify(content.map(String)) };
}

function sellerKey(seller: Party | undefined): string {
  return seller?.vatId ?? seller?.kvk ?? seller?.oin ?? seller?.name ?? "";
}
