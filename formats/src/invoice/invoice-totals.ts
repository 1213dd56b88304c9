import { minorUnitExponent } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
import type { InvoiceRecord } from "../record.ts";

/**
 * What a file of invoices adds up to: their count, their lines, and per currency the net and the gross,
 * as decimal strings (`net EUR`).
 */
export function invoiceTotals(
  invoices: Iterable<
    Pick<InvoiceRecord, "currency" | "net" | "gross"> & { lines: { length: number } }
  >,
): Readonly<Record<string, string | number>> {
  let count = 0;
  let lines = 0;
  const sums = new Map<string, { net: bigint; gross: bigint }>();
  for (const invoice of invoices) {
    count += 1;
    lines += invoice.lines.length;
    const sum = sums.get(invoice.currency) ?? { net: 0n, gross: 0n };
    sums.set(invoice.currency, {
      net: sum.net + (invoice.net ?? 0n),
      gross: sum.gross + (invoice.gross ?? 0n),
    });
  }
  const amounts = [...sums].flatMap(([currency, { net, gross }]) => {
    const exponent = minorUnitExponent(currency) ?? 2;
    return [
      [`net ${currency}`, formatMinor(net, exponent)],
      [`gross ${currency}`, formatMinor(gross, exponent)],
    ];
  });
  return { invoices: count, lines, ...Object.fromEntries(amounts) };
}
