import type { Preset } from "./preset.ts";

/** Salesforce data export of accounts, with interface names. */
export const salesforceAccounts: Preset = {
  name: "salesforce-accounts",
  subject: "customers",
  headers: ["Id", "IsDeleted", "Name", "BillingStreet", "BillingCity", "OwnerId"],
  fields: {
    externalId: "Id",
    name: "Name",
    phone: "Phone",
    website: "Website",
    street: "BillingStreet",
    postcode: "BillingPostalCode",
    city: "BillingCity",
    country: "BillingCountry",
  },
  traits: ["Type", "Industry", "NumberOfEmployees", "AccountSource"],
  except: { column: "IsDeleted", values: ["1", "true"] },
};

/** Salesforce report of accounts, with labels and a footer. */
export const salesforceReport: Preset = {
  name: "salesforce-account-report",
  subject: "customers",
  headers: ["Account ID", "Account Name", "Account Owner"],
  fields: {
    externalId: "Account ID",
    name: "Account Name",
    website: "Website",
    phone: "Phone",
    street: "Billing Street",
    postcode: "Billing Zip/Postal Code",
    city: "Billing City",
    country: "Billing Country",
  },
  traits: ["Type", "Industry", "Account Owner", "Parent Account"],
};
