import { firstDay, formatMonth, lastDay, yearOf } from "./calendar.ts";
import { camt053 } from "./files/camt053.ts";
import {
  contactsWorkbook,
  customersWorkbook,
  energyCsv,
  projectsCsv,
  surveyCsv,
} from "./files/customer-lists.ts";
import { hoursCsv } from "./files/hours-csv.ts";
import { ublInvoice } from "./files/ubl.ts";
import { xaf } from "./files/xaf.ts";
import { zip } from "./files/zip.ts";
import type { Firm, Invoice } from "./firm.ts";

export type ExampleFile = { readonly name: string; readonly bytes: Uint8Array };

/** Every file of the example firm, in the order in which an owner would bring them. */
export function exampleFiles(firm: Firm): ExampleFile[] {
  const files: ExampleFile[] = [];
  const add = (name: string, bytes: Uint8Array) => files.push({ name, bytes });
  const firstYear = yearOf(firm.firstMonth);

  for (let year = firstYear; year <= yearOf(firm.endMonth); year++) {
    const index = year - firstYear;
    // The third year came out of a newer package; every other one leaves the relation off revenue lines.
    const version = index === 2 ? "4.0" : "3.2";
    add(`auditfile-${year}.xaf`, xaf(firm, { year, version, relationOnRevenue: index % 2 === 0 }));
  }
  for (let year = firstYear; year <= yearOf(firm.endMonth); year++) {
    add(`uren-${year}.csv`, hoursCsv(firm, year));
  }
  add("klanten.xlsx", customersWorkbook(firm));
  add("contactpersonen.xlsx", contactsWorkbook(firm));
  add("projecten.csv", projectsCsv(firm));

  const recent = firm.invoices.filter(
    ({ day }) => day >= firstDay(firm.endMonth - 2) && day <= lastDay(firm.endMonth),
  );
  const entries = recent.map((invoice) => ({
    name: invoiceName(invoice),
    bytes: ublInvoice(firm, invoice),
  }));
  add(`facturen-${formatMonth(firm.endMonth - 2)}-${formatMonth(firm.endMonth)}.zip`, zip(entries));
  for (const invoice of singles(recent)) add(invoiceName(invoice), ublInvoice(firm, invoice));

  const from = firm.endMonth - 11;
  add(
    `bank-${formatMonth(from)}-${formatMonth(firm.endMonth)}.xml`,
    camt053(firm, from, firm.endMonth),
  );
  add("klantonderzoek.csv", surveyCsv(firm));
  add("energie.csv", energyCsv(firm));
  return files;
}

/** One of each shape: hours, a discount, a fixed price, a credit note. They are in the ZIP as well. */
function singles(invoices: readonly Invoice[]): Invoice[] {
  const shapes: readonly ((invoice: Invoice) => boolean)[] = [
    ({ customer, lines }) =>
      customer.plan === "core" && lines.some((line) => line.quarters !== null),
    ({ customer, kind }) => customer.plan === "whale" && kind === "invoice",
    ({ lines }) =>
      lines.some((line) => line.item !== "SUP" && line.description.startsWith("Termijn")),
    ({ kind }) => kind === "credit-note",
  ];
  const found = shapes.flatMap((fits) => invoices.find(fits) ?? []);
  return [...new Set(found)];
}

function invoiceName({ kind, number }: Invoice): string {
  return `${kind === "invoice" ? "factuur" : "creditnota"}-${number}.xml`;
}
