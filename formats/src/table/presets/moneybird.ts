import type { Preset } from "./preset.ts";

export const moneybirdContacts: Preset = {
  name: "moneybird-contacts",
  subject: "customers",
  headers: ["ContactID", "CompanyName", "TaxNumber"],
  fields: {
    externalId: "ContactID",
    name: "CompanyName",
    kvk: ["ChamberOfCommerceID", "ChamberOfCommerce"],
    vatId: "TaxNumber",
    email: ["SendInvoicesToEmail", "Email"],
    phone: ["PhoneNumber", "Phone"],
    street: ["Address1", "Address"],
    postcode: "Zipcode",
    city: "City",
    country: "Country",
  },
};

/** Headers are the names in Moneybird's own interface. */
export const moneybirdApiContacts: Preset = {
  name: "moneybird-contacts",
  subject: "customers",
  headers: ["company_name", "firstname", "lastname", "chamber_of_commerce", "tax_number"],
  fields: {
    externalId: ["customer_id", "id"],
    name: "company_name",
    kvk: "chamber_of_commerce",
    vatId: "tax_number",
    email: ["send_invoices_to_email", "email"],
    phone: "phone",
    street: "address1",
    postcode: "zipcode",
    city: "city",
    country: "country",
  },
};

export const moneybirdOpenInvoices: Preset = {
  name: "moneybird-open-invoices",
  subject: "open-items",
  headers: ["Contact", "ContactID", "InvoiceID", "InvoiceDate", "OutstandingAmount"],
  fields: {
    number: "InvoiceID",
    customer: "Contact",
    customerExternalId: "ContactID",
    invoiceDate: "InvoiceDate",
    dueDate: "DueDate",
    amount: "TotalPriceIncl",
    outstanding: "OutstandingAmount",
  },
};

export const moneybirdInvoices: Preset = {
  name: "moneybird-invoices",
  subject: "invoices",
  headers: ["invoice_id", "invoice_date", "due_date", "state", "total_price_excl_tax"],
  fields: {
    number: "invoice_id",
    issueDate: "invoice_date",
    dueDate: "due_date",
    paidDate: "paid_at",
    currency: "currency",
    customer: ["contact", "company_name", "contact_company_name"],
    customerExternalId: ["contact_id", "customer_id"],
    status: "state",
    net: "total_price_excl_tax",
    gross: "total_price_incl_tax",
  },
  except: { column: "state", values: ["draft"] },
};

/** A list of relations in circulation; its `Plaats` holds a whole address. */
export const moneybirdRelationList: Preset = {
  name: "moneybird-relations",
  subject: "customers",
  headers: [
    "Type",
    "Klantnummer",
    "Bedrijfsnaam",
    "Voornaam",
    "Achternaam",
    "E-mail",
    "Categorie",
    "Plaats",
  ],
  fields: { externalId: "Klantnummer", name: "Bedrijfsnaam", email: "E-mail" },
  traits: ["Categorie"],
};
