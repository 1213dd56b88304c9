import type { Preset } from "./preset.ts";

/** Hours as Simplicate and its like put them: project, service, type of hours, employee. */
export const simplicate: Preset = {
  name: "simplicate-hours",
  subject: "hours",
  headers: ["Project", "Dienst", "Uursoort", "Medewerker", "Datum"],
  fields: {
    date: "Datum",
    duration: ["Uren", "Aantal uren", "Tijd", "Aantal"],
    person: "Medewerker",
    customer: ["Klant", "Relatie", "Organisatie", "Opdrachtgever"],
    project: "Project",
    projectCode: ["Projectnummer", "Projectcode"],
    activity: "Uursoort",
    description: ["Toelichting", "Omschrijving", "Notitie", "Opmerking"],
    billable: ["Declarabel", "Facturabel"],
    invoiced: "Gefactureerd",
    billRate: ["Tarief", "Uurtarief"],
  },
};
