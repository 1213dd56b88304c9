import type { Preset } from "./preset.ts";

/** Twenty, companies; composite fields are flattened with a slash. */
export const twentyCompanies: Preset = {
  name: "twenty-companies",
  subject: "customers",
  headers: ["Name", "Domain Name / Link URL"],
  fields: {
    externalId: "Id",
    name: "Name",
    website: "Domain Name / Link URL",
    street: "Address / Address 1",
    postcode: "Address / Post Code",
    city: "Address / City",
    country: "Address / Country",
  },
  traits: ["Employees", "Ideal Customer Profile"],
};
