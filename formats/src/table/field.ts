/** What a table is about: one row is one of these (of invoice lines: one line). */
export type Subject =
  | "customers"
  | "contacts"
  | "invoices"
  | "invoice-lines"
  | "open-items"
  | "hours"
  | "projects";

export type FieldKind =
  | "text"
  /** What a customer is called: kept as it is written, outer spaces and all. */
  | "name"
  | "identifier"
  | "date"
  | "amount"
  | "quantity"
  | "duration"
  | "boolean";

type Fields = Readonly<Record<string, FieldKind>>;

const invoiceFields = {
  number: "identifier",
  issueDate: "date",
  dueDate: "date",
  paidDate: "date",
  currency: "text",
  customer: "name",
  customerExternalId: "identifier",
  customerKvk: "identifier",
  customerVatId: "identifier",
  customerEmail: "text",
  type: "text",
  status: "text",
  project: "text",
  net: "amount",
  gross: "amount",
  vat: "amount",
  /** An amount of which the file does not say whether VAT is in it. */
  amount: "amount",
} as const satisfies Fields;

/** The fields that a column can be mapped to, per subject, and how its cells are read. */
export const fields = {
  customers: {
    externalId: "identifier",
    name: "name",
    role: "text",
    kvk: "identifier",
    vatId: "identifier",
    email: "text",
    phone: "text",
    website: "text",
    street: "text",
    postcode: "text",
    city: "text",
    country: "text",
  },
  contacts: {
    externalId: "identifier",
    name: "text",
    firstName: "text",
    lastName: "text",
    email: "text",
    phone: "text",
    role: "text",
    customer: "name",
    customerExternalId: "identifier",
  },
  invoices: invoiceFields,
  "invoice-lines": {
    ...invoiceFields,
    lineNumber: "identifier",
    item: "text",
    description: "text",
    lineNet: "amount",
    lineGross: "amount",
    lineVat: "amount",
    /** As `amount`, of one line. */
    lineAmount: "amount",
    quantity: "quantity",
    unit: "text",
    unitPrice: "quantity",
    discount: "amount",
    lineProject: "text",
  },
  "open-items": {
    number: "identifier",
    customer: "name",
    customerExternalId: "identifier",
    invoiceDate: "date",
    dueDate: "date",
    currency: "text",
    type: "text",
    amount: "amount",
    outstanding: "amount",
  },
  hours: {
    date: "date",
    duration: "duration",
    person: "text",
    personFirstName: "text",
    personLastName: "text",
    personEmail: "text",
    customer: "name",
    customerExternalId: "identifier",
    project: "text",
    projectCode: "identifier",
    activity: "text",
    description: "text",
    billable: "boolean",
    invoiced: "boolean",
    currency: "text",
    billRate: "amount",
    billAmount: "amount",
    costRate: "amount",
    costAmount: "amount",
  },
  projects: {
    externalId: "identifier",
    code: "identifier",
    name: "text",
    customer: "name",
    customerExternalId: "identifier",
    startDate: "date",
    endDate: "date",
    budgetHours: "quantity",
    budgetAmount: "amount",
    currency: "text",
  },
} as const satisfies Readonly<Record<Subject, Fields>>;

/** Fields without which a row is no record; of a list inside the list one is enough. */
export const requiredFields: Readonly<Record<Subject, readonly (string | readonly string[])[]>> = {
  customers: [["name", "externalId"]],
  contacts: [["name", "firstName", "lastName", "email"]],
  invoices: ["issueDate", ["customer", "customerExternalId"], ["net", "gross", "amount"]],
  "invoice-lines": [
    "number",
    "issueDate",
    ["customer", "customerExternalId"],
    ["lineNet", "lineGross", "lineAmount"],
  ],
  "open-items": ["number", "outstanding"],
  hours: ["date", "duration"],
  projects: ["name"],
};

export function fieldKind(subject: Subject, field: string): FieldKind | undefined {
  const known: Fields = fields[subject];
  return Object.hasOwn(known, field) ? known[field] : undefined;
}

/** Which column (by its header) feeds which field; `traits` keeps further columns of customers. */
export type TableMapping = {
  readonly fields: Readonly<Record<string, string>>;
  readonly traits?: readonly string[];
};
