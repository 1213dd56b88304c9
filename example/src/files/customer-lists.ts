import { dutchDate, firstDay, isoDate, lastDay } from "../calendar.ts";
import type { Firm } from "../firm.ts";
import { decimalComma } from "../money.ts";
import { csvBytes } from "./text-bytes.ts";
import { type Cell, workbook } from "./workbook.ts";

/** The customers as the customer system knows them, with what was known of them before the first sale. */
export function customersWorkbook(firm: Firm): Uint8Array {
  const rows: Cell[][] = [
    [
      "Klantnummer",
      "Bedrijfsnaam",
      "KvK-nummer",
      "Btw-nummer",
      "Branche",
      "SBI",
      "Omvang",
      "Herkomst",
      "Provincie",
      "Adres",
      "Postcode",
      "Plaats",
      "Website",
      "Klant sinds",
    ],
  ];
  const customers = [...firm.customers].sort((a, b) => (a.crmId < b.crmId ? -1 : 1));
  for (const customer of customers) {
    const { address, crmKnows } = customer;
    // Those who were customers before the books begin came some years earlier.
    const before =
      customer.firstMonth < firm.firstMonth ? (Number(customer.crmId.slice(4)) % 60) + 2 : 0;
    rows.push([
      customer.crmId,
      customer.crmName,
      crmKnows.kvk ? customer.kvk : null,
      crmKnows.vatId ? customer.vatId : null,
      customer.sector,
      customer.sbi,
      customer.size,
      customer.channel,
      address.province,
      `${address.street} ${address.number}`,
      address.postcode,
      address.city,
      crmKnows.domain ? `www.${customer.domain}` : null,
      { day: firstDay(customer.firstMonth - before) + (Number(customer.id) % 20) },
    ]);
  }
  return workbook("Klanten", rows);
}

export function contactsWorkbook(firm: Firm): Uint8Array {
  const rows: Cell[][] = [
    [
      "Contactnummer",
      "Klantnummer",
      "Bedrijfsnaam",
      "Voornaam",
      "Achternaam",
      "Functie",
      "E-mail",
      "Telefoon",
    ],
  ];
  for (const customer of firm.customers) {
    for (const contact of customer.contacts) {
      rows.push([
        contact.id,
        customer.crmId,
        customer.crmName,
        contact.firstName,
        contact.lastName,
        contact.role,
        customer.crmKnows.domain ? contact.email : null,
        contact.phone,
      ]);
    }
  }
  return workbook("Contactpersonen", rows);
}

/** Projects with their budgets, from the time-tracking programme. */
export function projectsCsv(firm: Firm): Uint8Array {
  const rows: string[][] = [
    [
      "Projectcode",
      "Project",
      "Klant",
      "Startdatum",
      "Einddatum",
      "Begrote uren",
      "Budget",
      "Prijsafspraak",
    ],
  ];
  for (const project of firm.projects) {
    const months = project.lastMonth - project.firstMonth + 1;
    const ends = project.lastMonth <= firm.endMonth;
    rows.push([
      project.code,
      project.name,
      project.customer.hoursName,
      dutchDate(firstDay(project.firstMonth)),
      ends ? dutchDate(lastDay(project.lastMonth)) : "",
      decimalComma(BigInt(project.monthlyQuarters * months * 25)),
      project.pricing === "fixed" ? decimalComma(project.price) : "",
      project.pricing === "fixed" ? "Vaste prijs" : "Uren",
    ]);
  }
  return csvBytes(rows);
}

export function surveyCsv(firm: Firm): Uint8Array {
  const rows: string[][] = [
    ["Datum", "Klant", "Contactpersoon", "E-mail", "NPS", "CSAT", "CES", "Toelichting"],
  ];
  for (const { day, customer, contact, recommend, satisfaction, effort, comment } of firm.answers) {
    rows.push([
      dutchDate(day),
      customer.crmName,
      `${contact.firstName} ${contact.lastName}`,
      contact.email,
      String(recommend),
      String(satisfaction),
      String(effort),
      comment,
    ]);
  }
  return csvBytes(rows);
}

/** What staff say of the energy that customers give (5) or take (1). */
export function energyCsv(firm: Firm): Uint8Array {
  const rows: string[][] = [["Datum", "Medewerker", "Klant", "Energie"]];
  for (const { day, person, customer, energy } of firm.votes) {
    rows.push([isoDate(day), person.name, customer.hoursName, String(energy)]);
  }
  return csvBytes(rows);
}
