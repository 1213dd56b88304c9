import type { Preset } from "./preset.ts";

/** SnelStart 12, relations by their field names. */
export const snelstartRelations: Preset = {
  name: "snelstart-relations",
  subject: "customers",
  headers: ["FldRelatiecode", "FldNaam"],
  fields: {
    externalId: "FldRelatiecode",
    name: "FldNaam",
    street: "FldAdres",
    postcode: "FldPostcode",
    city: "FldPlaats",
    phone: ["FldTelefoon", "FldMobieleTelefoon"],
    email: ["FldEmail", "FldFactuurEmailAdres"],
    vatId: "FldBtwNummer",
    kvk: "FldKvkNummer",
    website: "FldWebsiteUrl",
  },
};

/** SnelStart relations as other packages import and export them. */
export const snelstartPlainRelations: Preset = {
  name: "snelstart-relations",
  subject: "customers",
  headers: [
    "Relatiecode",
    "Naam",
    "Contactpersoon",
    "Adres",
    "Postcode",
    "Plaats",
    "Krediettermijn",
  ],
  fields: {
    externalId: "Relatiecode",
    name: "Naam",
    street: "Adres",
    postcode: "Postcode",
    city: "Plaats",
    phone: "Telefoon",
    email: "Email",
    vatId: "BTW nummer",
    kvk: ["Nummer kvk", "Kvk nummer"],
    website: "Website",
  },
};

/** SnelStart, open items. */
export const snelstartOpenItems: Preset = {
  name: "snelstart-open-items",
  subject: "open-items",
  headers: ["Relatienr", "Relatie", "Boekstuk", "Boekdatum", "Vervaldatum", "Bedrag", "Saldo"],
  fields: {
    number: "Boekstuk",
    customer: "Relatie",
    customerExternalId: "Relatienr",
    invoiceDate: "Boekdatum",
    dueDate: "Vervaldatum",
    amount: "Bedrag",
    outstanding: "Saldo",
  },
};
