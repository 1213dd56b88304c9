import { behaviours } from "./behaviour.ts";
import { type Day, type Month, monthOfDay, nextWorkday, weekday } from "./calendar.ts";
import { circleAt } from "./circle.ts";
import type { Customer, Invoice, Receipt, WriteOff } from "./firm.ts";
import type { Random } from "./random.ts";

/** The last invoices of a customer that goes under are written off half a year later. */
const unpaidInvoices = 2;
const daysToWriteOff = 160;

/** What comes in on the bank, and what never does, up to the last day of the books. */
export function collect(
  random: Random,
  invoices: readonly Invoice[],
  circleMonth: Month,
  until: Day,
): { receipts: Receipt[]; writeOffs: WriteOff[] } {
  const credits = new Map<string, Invoice[]>();
  const byCustomer = new Map<Customer, Invoice[]>();
  for (const invoice of invoices) {
    const [map, key] =
      invoice.corrects === null ? [byCustomer, invoice.customer] : [credits, invoice.corrects];
    const known = (map as Map<unknown, Invoice[]>).get(key);
    if (known === undefined) (map as Map<unknown, Invoice[]>).set(key, [invoice]);
    else known.push(invoice);
  }

  const writeOffs: WriteOff[] = [];
  const parts = new Map<
    string,
    { day: Day; customer: Customer; parts: { invoice: string; amount: bigint }[] }
  >();
  for (const [customer, own] of byCustomer) {
    const behaviour = behaviours[customer.plan];
    const drawn = random.fork(customer.name);
    const lost = new Set(customer.insolvent ? own.slice(-unpaidInvoices) : []);
    for (const invoice of own) {
      if (lost.has(invoice)) {
        const day = nextWorkday(invoice.dueDay + daysToWriteOff);
        if (day <= until) {
          writeOffs.push({
            day,
            customer,
            invoice: invoice.number,
            net: invoice.net,
            vat: invoice.vat,
          });
        }
        continue;
      }
      const strain =
        circleAt(monthOfDay(invoice.day), circleMonth).price * behaviour.sensitivity * 5;
      const late = drawn.integer(...behaviour.late) + Math.round(strain);
      const notes = credits.get(invoice.number) ?? [];
      const earliest = Math.max(invoice.day + 2, ...notes.map((note) => note.day + 3));
      // The pay run of most firms is on two days a week, so that several invoices go in one payment.
      const day = payRun(Math.max(earliest, invoice.dueDay + late));
      if (day > until) continue;
      const key = `${customer.id}/${day}`;
      const run = parts.get(key) ?? { day, customer, parts: [] };
      run.parts.push({ invoice: invoice.number, amount: invoice.gross });
      for (const note of notes) run.parts.push({ invoice: note.number, amount: note.gross });
      parts.set(key, run);
    }
  }
  const receipts = [...parts.values()].map((run) => ({
    ...run,
    amount: run.parts.reduce((total, part) => total + part.amount, 0n),
  }));
  receipts.sort((a, b) => a.day - b.day || Number(a.customer.id) - Number(b.customer.id));
  writeOffs.sort((a, b) => a.day - b.day);
  return { receipts, writeOffs };
}

/** The first Tuesday or Friday from a day on that is a workday. */
function payRun(day: Day): Day {
  let next = day;
  while (weekday(next) !== 2 && weekday(next) !== 5) next++;
  return nextWorkday(next);
}
