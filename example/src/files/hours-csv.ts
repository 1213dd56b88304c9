import { dutchDate, isoDate } from "../calendar.ts";
import type { Activity, Firm } from "../firm.ts";
import { decimalComma } from "../money.ts";
import { csvBytes } from "./text-bytes.ts";

/** The names of activities in the time sheets. */
export const activityNames: Readonly<Record<Activity, string>> = {
  design: "Ontwerp",
  engineering: "Engineering",
  "project-management": "Projectmanagement",
  quotation: "Offerte",
  "account-management": "Accountmanagement",
  negotiation: "Prijsonderhandeling",
  support: "Support",
  rework: "Herstelwerk",
  complaint: "Klachtafhandeling",
  acquisition: "Acquisitie",
  internal: "Intern",
};

const header = "Datum;Medewerker;Klant;Project;Activiteit;Uren;Declarabel;Uurtarief;Omschrijving";

/** The time sheets of a calendar year as the time-tracking programme exports them. */
export function hoursCsv(firm: Firm, year: number): Uint8Array {
  const rows: string[][] = [header.split(";")];
  for (const line of firm.hours) {
    if (!isoDate(line.day).startsWith(`${year}-`)) continue;
    rows.push([
      dutchDate(line.day),
      line.person.name,
      line.customer?.hoursName ?? "",
      line.project === null ? "" : `${line.project.code} ${line.project.name}`,
      activityNames[line.activity],
      decimalComma(BigInt(line.quarters * 25)),
      line.billable ? "Ja" : "Nee",
      line.listRate === null ? "" : decimalComma(line.listRate),
      line.description,
    ]);
  }
  return csvBytes(rows);
}
