import type { Preset } from "./preset.ts";

export const pipedriveOrganizations: Preset = {
  name: "pipedrive-organizations",
  subject: "customers",
  headers: ["Organization - Name", "Organization - Address"],
  fields: {
    externalId: ["Organization - ID", "Organization - Pipedrive System ID"],
    name: "Organization - Name",
    street: "Organization - Address",
    website: "Organization - Website",
  },
  traits: ["Organization - Industry", "Organization - Label"],
};

export const pipedrivePersons: Preset = {
  name: "pipedrive-persons",
  subject: "contacts",
  headers: ["Person - Name", "Person - Email (Work)"],
  fields: {
    externalId: ["Person - ID", "Person - Pipedrive System ID"],
    name: "Person - Name",
    email: "Person - Email (Work)",
    phone: ["Person - Phone", "Person - Phone (Work)"],
    customer: ["Person - Organization", "Organization - Name", "Organization"],
  },
};

export const pipedriveDeals: Preset = {
  name: "pipedrive-deals",
  subject: "projects",
  headers: ["Deal - Title", "Deal - Value", "Deal - Status"],
  fields: {
    externalId: ["Deal - ID", "Deal - Pipedrive System ID"],
    name: "Deal - Title",
    customer: ["Deal - Organization", "Organization - Name", "Organization"],
    startDate: ["Deal - Won time", "Deal - Deal created"],
    endDate: "Deal - Expected close date",
    budgetAmount: "Deal - Value",
    currency: ["Deal - Currency of value", "Deal - Currency of Value"],
  },
};
