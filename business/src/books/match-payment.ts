import type { OpenInvoice } from "@koers/database";
import { nameSimilarity } from "./name-similarity.ts";
import type { SeenPayment } from "./records-summary.ts";

/** A payment, or the share of it that pays one invoice. */
export type MatchedPayment = {
  readonly line: number;
  readonly date: string;
  readonly currency: string;
  readonly invoice: OpenInvoice;
  readonly amount: bigint;
};

export type PaymentMatches = {
  readonly matched: readonly MatchedPayment[];
  /** Received, but of no invoice that is known. */
  readonly unmatched: number;
};

/**
 * Finds the invoices that received payments pay: by the numbers in their remittance, with the amount.
 * Where the amount differs (a part, a discount) the payer's name has to fit; one payment may pay
 * several invoices whose amounts add up to it. What is not sure stays unmatched.
 */
export function matchPayments(
  payments: readonly SeenPayment[],
  invoices: readonly OpenInvoice[],
): PaymentMatches {
  const byNumber = new Map<string, OpenInvoice[]>();
  for (const invoice of invoices) {
    const key = numberKey(invoice.number);
    if (key.length < 3) continue;
    const known = byNumber.get(key);
    if (known === undefined) byNumber.set(key, [invoice]);
    else known.push(invoice);
  }
  const matched: MatchedPayment[] = [];
  let unmatched = 0;
  for (const payment of payments) {
    if (payment.amount <= 0n) continue;
    const found = invoicesOf(payment, byNumber);
    if (found.length === 0) unmatched++;
    for (const { invoice, amount } of found)
      matched.push({
        line: payment.line,
        date: payment.date,
        currency: payment.currency,
        invoice,
        amount,
      });
  }
  return { matched, unmatched };
}

function invoicesOf(
  payment: SeenPayment,
  byNumber: ReadonlyMap<string, readonly OpenInvoice[]>,
): readonly { readonly invoice: OpenInvoice; readonly amount: bigint }[] {
  const mentioned = numbersIn(payment.remittance ?? "").flatMap((key) => {
    const candidates = (byNumber.get(key) ?? []).filter(
      (invoice) => invoice.currency === payment.currency,
    );
    return candidates.length === 0 ? [] : [candidates];
  });
  const exact = mentioned.flatMap((candidates) =>
    candidates.filter((invoice) => invoice.amount === payment.amount),
  );
  const one = exact.length > 1 ? exact.filter((invoice) => isPayer(payment, invoice)) : exact;
  if (one[0] !== undefined && one.length === 1)
    return [{ invoice: one[0], amount: payment.amount }];

  const chosen = mentioned.flatMap((candidates) => {
    const named =
      candidates.length > 1 ? candidates.filter((c) => isPayer(payment, c)) : candidates;
    return named.length === 1 ? named : [];
  });
  const total = chosen.reduce((sum, invoice) => sum + invoice.amount, 0n);
  if (chosen.length > 1 && total === payment.amount)
    return chosen.map((invoice) => ({ invoice, amount: invoice.amount }));
  const only = chosen.length === 1 ? chosen[0] : undefined;
  if (only === undefined || !isPayer(payment, only)) return [];
  return [{ invoice: only, amount: payment.amount }];
}

function isPayer(payment: SeenPayment, invoice: OpenInvoice): boolean {
  const { counterparty } = payment;
  return counterparty !== undefined && nameSimilarity(counterparty, invoice.relationName) >= 0.85;
}

function numberKey(number: string): string {
  return number
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "")
    .replace(/^0+(?=\d)/, "");
}

// Every run of letters, digits and the signs inside numbers, and neighbouring runs together, for a
// number that was typed with a space in it.
function numbersIn(text: string): readonly string[] {
  const words = text.split(/[^A-Za-z0-9\-./_]+/).filter((word) => word !== "");
  const keys = new Set<string>();
  for (const [at, word] of words.entries()) {
    keys.add(numberKey(word));
    for (const part of word.split(/[-./_]/)) keys.add(numberKey(part));
    const next = words[at + 1];
    if (next !== undefined) keys.add(numberKey(word + next));
  }
  return [...keys].filter((key) => /\d/.test(key));
}
