import { type Column, contentOf } from "./column.ts";
import type { Subject, TableMapping } from "./field.ts";
import { contentKindOf, type Meaning, meaningOf } from "./header-dictionary.ts";

/** Meanings that can feed a field, the best first. */
const sources: Readonly<Record<Subject, Readonly<Record<string, readonly Meaning[]>>>> = {
  customers: {
    name: ["customerName", "companyName", "name", "customer", "contactName"],
    externalId: ["customerId", "code"],
    role: ["relationType"],
    kvk: ["kvk"],
    vatId: ["vatId"],
    email: ["email"],
    phone: ["phone"],
    website: ["website"],
    street: ["street"],
    postcode: ["postcode"],
    city: ["city"],
    country: ["country"],
  },
  contacts: {
    externalId: ["contactId", "code"],
    firstName: ["firstName"],
    lastName: ["lastName"],
    name: ["contactName", "name", "person"],
    email: ["email"],
    phone: ["phone"],
    role: ["jobTitle"],
    customer: ["customerName", "companyName", "customer"],
    customerExternalId: ["customerId"],
  },
  invoices: {
    number: ["invoiceNumber"],
    issueDate: ["invoiceDate", "date"],
    dueDate: ["dueDate"],
    paidDate: ["paidDate"],
    currency: ["currency"],
    customer: ["customerName", "companyName", "name", "customer"],
    customerExternalId: ["customerId"],
    customerKvk: ["kvk"],
    customerVatId: ["vatId"],
    customerEmail: ["email"],
    type: ["type"],
    status: ["status"],
    project: ["project"],
    net: ["net", "lineNet"],
    gross: ["gross", "lineGross"],
    vat: ["vatAmount"],
    amount: ["amount", "lineAmount"],
  },
  "invoice-lines": {
    number: ["invoiceNumber"],
    issueDate: ["invoiceDate", "date"],
    dueDate: ["dueDate"],
    paidDate: ["paidDate"],
    currency: ["currency"],
    customer: ["customerName", "companyName", "name", "customer"],
    customerExternalId: ["customerId"],
    customerKvk: ["kvk"],
    customerVatId: ["vatId"],
    customerEmail: ["email"],
    type: ["type"],
    status: ["status"],
    lineProject: ["project"],
    lineNumber: ["lineNumber"],
    item: ["item"],
    description: ["description"],
    lineNet: ["lineNet", "net"],
    lineGross: ["lineGross", "gross"],
    lineVat: ["vatAmount"],
    lineAmount: ["lineAmount", "amount"],
    quantity: ["quantity"],
    unit: ["unit"],
    unitPrice: ["unitPrice"],
    discount: ["discount"],
  },
  "open-items": {
    number: ["invoiceNumber"],
    customer: ["customerName", "companyName", "name", "customer"],
    customerExternalId: ["customerId"],
    invoiceDate: ["invoiceDate", "date"],
    dueDate: ["dueDate"],
    currency: ["currency"],
    type: ["type"],
    amount: ["gross", "amount"],
    outstanding: ["outstanding"],
  },
  hours: {
    date: ["date", "startDate"],
    duration: ["hours", "quantity"],
    person: ["person", "name"],
    personFirstName: ["firstName"],
    personLastName: ["lastName"],
    personEmail: ["email"],
    customer: ["customerName", "companyName", "customer"],
    customerExternalId: ["customerId"],
    project: ["project"],
    projectCode: ["projectCode"],
    activity: ["activity", "item"],
    description: ["description"],
    billable: ["billable"],
    invoiced: ["invoiced"],
    currency: ["currency"],
    billRate: ["billRate", "unitPrice"],
    billAmount: ["billAmount", "amount", "net"],
    costRate: ["costRate"],
    costAmount: ["costAmount"],
  },
  projects: {
    name: ["project", "name"],
    code: ["projectCode", "code"],
    customer: ["customerName", "companyName", "customer"],
    customerExternalId: ["customerId"],
    startDate: ["startDate", "date"],
    endDate: ["endDate", "dueDate"],
    budgetHours: ["budgetHours"],
    budgetAmount: ["budgetAmount", "amount"],
    currency: ["currency"],
  },
};

/** Columns that say what kind of customer this is: kept as traits. */
const traitMeanings: readonly Meaning[] = [
  "sector",
  "size",
  "region",
  "referral",
  "status",
  "type",
];

export type Meanings = ReadonlyMap<Meaning, readonly Column[]>;

/** What each column means: by its header, else for e-mail, KvK, VAT id and postcode by its content. */
export function meaningsOf(columns: readonly Column[]): Meanings {
  const found = new Map<Meaning, Column[]>();
  const add = (meaning: Meaning, column: Column) =>
    found.set(meaning, [...(found.get(meaning) ?? []), column]);
  const rest: Column[] = [];
  for (const column of columns) {
    const meaning = meaningOf(column.header.key);
    if (meaning === undefined) rest.push(column);
    else add(meaning, column);
  }
  const unclaimed = { email: "email", kvk: "kvk", vatId: "vatId", postcode: "postcode" } as const;
  for (const column of rest) {
    const content = contentOf(column);
    const meaning = content in unclaimed ? unclaimed[content as keyof typeof unclaimed] : undefined;
    if (meaning && !found.has(meaning)) add(meaning, column);
  }
  const dates = rest.filter((column) => contentOf(column) === "date");
  if (dates.length === 1 && dates[0] && !found.has("date") && !found.has("invoiceDate"))
    add("date", dates[0]);
  return distinguishCustomer(found);
}

/** "Klant" is a code where a name stands beside it, and the name where none does. */
function distinguishCustomer(found: Map<Meaning, Column[]>): Map<Meaning, Column[]> {
  const customer = found.get("customer");
  const named = found.has("customerName") || found.has("companyName") || found.has("name");
  if (customer && named && !found.has("customerId")) {
    found.set("customerId", customer);
    found.delete("customer");
  }
  return found;
}

/**
 * What the table is about, from the meanings of its columns; undefined when nothing stands out.
 *
 * @param repeatedInvoices whether several rows have the same invoice number, so that rows are lines
 */
export function guessSubject(meanings: Meanings, repeatedInvoices: boolean): Subject | undefined {
  const has = (...list: Meaning[]) => list.some((meaning) => meanings.has(meaning));
  const customer = has("customer", "customerName", "companyName", "customerId");
  const dated = has("date", "invoiceDate", "startDate");
  const money = has("net", "gross", "amount", "lineAmount", "lineNet", "lineGross");
  if (has("hours") && dated && (customer || has("person", "project", "activity"))) return "hours";
  if (has("outstanding") && (has("invoiceNumber") || has("dueDate"))) return "open-items";
  if (
    has("invoiceNumber") &&
    money &&
    (has("lineAmount", "lineNet", "lineGross", "item") || has("unitPrice"))
  )
    return "invoice-lines";
  if (has("invoiceNumber") && money) return repeatedInvoices ? "invoice-lines" : "invoices";
  const contactData = has(
    "email",
    "phone",
    "city",
    "postcode",
    "street",
    "kvk",
    "vatId",
    "website",
  );
  if (has("firstName", "lastName", "jobTitle") && !has("kvk", "vatId")) return "contacts";
  if (
    has("project") &&
    (has("budgetHours", "budgetAmount", "startDate", "endDate") || !contactData) &&
    !(dated && money)
  )
    return "projects";
  if ((customer || has("name")) && dated && money && !contactData) return "invoices";
  if (customer || has("name")) return "customers";
  return undefined;
}

/** The mapping of a file without preset, for one subject. Each column is used once. */
export function guessMapping(
  subject: Subject,
  meanings: Meanings,
  columns: readonly Column[],
): TableMapping {
  const fields: Record<string, string> = {};
  const used = new Set<Column>();
  for (const [field, list] of Object.entries(sources[subject])) {
    const column = list
      .flatMap((meaning) => meanings.get(meaning) ?? [])
      .find((candidate) => !used.has(candidate));
    if (column === undefined) continue;
    fields[field] = column.header.label;
    used.add(column);
  }
  if (subject !== "customers") return { fields };
  const traits = columns
    .filter((column) => !used.has(column) && column.header.key !== "")
    .filter((column) => {
      const meaning = meaningOf(column.header.key);
      return meaning && (traitMeanings.includes(meaning) || contentKindOf(meaning) !== undefined);
    })
    .map((column) => column.header.label);
  return traits.length > 0 ? { fields, traits } : { fields };
}
