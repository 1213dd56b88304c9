import type { InvoiceLine, InvoiceRecord } from "#record.ts";
import { makeInvoiceHead, netAndGross } from "./invoice.ts";
import { present } from "./present.ts";
import type { RowContext } from "./row-context.ts";

type Group = {
  readonly head: Omit<InvoiceRecord, "lines">;
  readonly lines: InvoiceLine[];
  net: bigint;
  gross: bigint | undefined;
  everyNet: boolean;
};

export type InvoiceGroups = {
  /** Takes one row; returns the invoices that it closed. */
  take(row: RowContext): InvoiceRecord[];
  end(): InvoiceRecord[];
};

/**
 * Puts the lines of invoices together: rows with one number and one customer are one invoice, and what
 * they repeat of the whole is taken from the first. When the numbers stand together (`adjacent`) an invoice
 * is let go as soon as the next begins; else all are held until the end, a few hundred bytes per line.
 */
export function invoiceGroups(adjacent: boolean): InvoiceGroups {
  const groups = new Map<string, Group>();
  let lastNumber: string | undefined;

  function finish(group: Group): InvoiceRecord {
    const { head, lines } = group;
    const net = head.net ?? (group.everyNet ? group.net : undefined);
    const gross = head.gross ?? group.gross;
    const total = net ?? gross ?? 0n;
    return {
      ...head,
      type: total < 0n ? "credit-note" : head.type,
      ...(net !== undefined && { net }),
      ...(gross !== undefined && { gross }),
      lines,
    };
  }

  function end(): InvoiceRecord[] {
    const finished = [...groups.values()].map(finish);
    groups.clear();
    return finished;
  }

  function addLine(group: Group, row: RowContext): void {
    const { net, gross } = netAndGross(row, {
      net: "lineNet",
      gross: "lineGross",
      vat: "lineVat",
      amount: "lineAmount",
    });
    const discount = row.amount("discount");
    if (net === undefined && gross === undefined) {
      row.required("lineNet", "lineGross", "lineAmount");
      return;
    }
    if (gross === undefined) group.gross = undefined;
    else if (group.gross !== undefined) group.gross += gross;
    if (net === undefined) {
      group.everyNet = false;
      return;
    }
    group.net += net;
    group.lines.push({
      line: row.line,
      net,
      ...present({
        number: row.text("lineNumber"),
        description: row.text("description"),
        item: row.text("item"),
        quantity: row.decimal("quantity"),
        unit: row.text("unit"),
        unitPrice: row.decimal("unitPrice"),
        discount: discount !== undefined && discount < 0n ? -discount : discount,
        project: row.text("lineProject"),
      }),
    });
  }

  function take(row: RowContext): InvoiceRecord[] {
    const head = makeInvoiceHead(row);
    if (head === undefined) return [];
    const closed = adjacent && head.number !== lastNumber ? end() : [];
    lastNumber = head.number;
    const key = `${head.number}\n${head.buyer.externalId ?? ""}\n${head.buyer.name ?? ""}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { head, lines: [], net: 0n, gross: 0n, everyNet: true };
      groups.set(key, group);
    }
    addLine(group, row);
    return closed;
  }

  return { take, end };
}
