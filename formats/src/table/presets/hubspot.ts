import type { Preset } from "./preset.ts";

export const hubspotCompanies: Preset = {
  name: "hubspot-companies",
  subject: "customers",
  headers: ["Record ID", "Company name", "Company owner"],
  fields: {
    externalId: "Record ID",
    name: "Company name",
    website: ["Company Domain Name", "Domain", "Website URL"],
    phone: "Phone Number",
    street: "Street Address",
    postcode: "Postal Code",
    city: "City",
    country: "Country/Region",
  },
  traits: ["Industry", "Number of Employees", "Original Source Type", "Company owner"],
};

export const hubspotContacts: Preset = {
  name: "hubspot-contacts",
  subject: "contacts",
  headers: ["Record ID", "First Name", "Last Name", "Email"],
  fields: {
    externalId: "Record ID",
    firstName: "First Name",
    lastName: "Last Name",
    email: "Email",
    phone: "Phone Number",
    role: "Job Title",
    customer: ["Associated Company", "Company name"],
    customerExternalId: ["Associated Company IDs", "Primary Associated Company ID"],
  },
};

/** Deals are work that was or may be won: read as projects with their value. */
export const hubspotDeals: Preset = {
  name: "hubspot-deals",
  subject: "projects",
  headers: ["Record ID", "Deal Name", "Deal Stage", "Close Date", "Amount"],
  fields: {
    externalId: "Record ID",
    name: "Deal Name",
    customer: ["Associated Company", "Associated Company (Primary)"],
    customerExternalId: ["Associated Company IDs", "Associated Company IDs (Primary)"],
    startDate: "Create Date",
    endDate: "Close Date",
    budgetAmount: "Amount",
    currency: "Currency",
  },
};
