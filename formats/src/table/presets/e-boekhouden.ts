import type { Preset } from "./preset.ts";

export const eBoekhoudenOpenItems: Preset = {
  name: "e-boekhouden-open-items",
  subject: "open-items",
  headers: ["Relatiecode", "Relatie", "Factuurnummer", "Factuurdatum", "Openstaand"],
  fields: {
    number: "Factuurnummer",
    customer: "Relatie",
    customerExternalId: "Relatiecode",
    invoiceDate: "Factuurdatum",
    dueDate: "Vervaldatum",
    amount: "Bedrag",
    outstanding: "Openstaand",
  },
};

export const eBoekhoudenRelations: Preset = {
  name: "e-boekhouden-relations",
  subject: "customers",
  headers: ["Code", "Bedrijf", "KvK-nummer", "BTW-nummer"],
  fields: {
    externalId: "Code",
    name: "Bedrijf",
    kvk: "KvK-nummer",
    vatId: "BTW-nummer",
    email: "E-mail",
    phone: "Telefoon",
    street: "Adres",
    postcode: "Postcode",
    city: "Plaats",
  },
};
