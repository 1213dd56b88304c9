import type { AccountRecord, RelationRecord } from "../record.ts";
import type { Writable } from "../writable.ts";
import type { XafContext } from "./xaf-context.ts";
import type { XafPlans } from "./xaf-plan.ts";
import { readAccountType, readRole, roleVocabulary } from "./xaf-vocabulary.ts";

// Relations wait until the vocabulary of their roles is clear; a file with more has shown it by then.
const mostWaiting = 20_000;

const rgsShape = /^[BW](?:[A-Z][A-Za-z]{2}){1,5}$/;

type Waiting = { readonly record: Writable<RelationRecord>; readonly role: string | undefined };

/** Reads the general ledger accounts and the customers and suppliers. */
export function readMasters(context: XafContext): { finish(): void } {
  const { plans } = context;
  const types = new Map<string, AccountRecord["type"] | "mixed" | "unknown">();
  plans.ledgerAccount.end = () => readAccount(context, types);

  const { customerSupplier, customersSuppliers, streetAddress, postalAddress } = plans;
  const letters = new Set<string>();
  let waiting: Waiting[] = [];
  let addresses: Address[] = [];

  function release(): void {
    const vocabulary = roleVocabulary(letters, context.administration.software ?? "");
    for (const { record, role } of waiting) {
      const known = role === undefined ? undefined : readRole(role, vocabulary);
      if (known !== undefined) record.role = known;
      context.emit(record);
    }
    waiting = [];
  }

  streetAddress.end = () => addresses.unshift(readAddress(context, streetAddress));
  postalAddress.end = () => addresses.push(readAddress(context, postalAddress));
  customerSupplier.begin = () => {
    addresses = [];
  };
  customerSupplier.end = () => {
    const record = readRelation(context, addresses);
    if (record === undefined) return;
    const role = context.fields.text(customerSupplier, "custSupTp");
    if (role !== undefined && letters.size < 20) letters.add(role.toUpperCase());
    waiting.push({ record, role });
    if (waiting.length >= mostWaiting) release();
  };
  customersSuppliers.end = release;
  return { finish: release };
}

function readAccount(
  { fields, plans, accounts, emit }: XafContext,
  types: Map<string, AccountRecord["type"] | "mixed" | "unknown">,
): void {
  const section = plans.ledgerAccount;
  const code = fields.identifier(section, "accID");
  if (code === undefined) return;
  const word = fields.text(section, "accTp") ?? "";
  const type = readAccountType(word);
  if (!accounts.define(code)) {
    const conflict = types.get(code) !== type;
    if (conflict) fields.complain("CONFLICTING_ACCOUNT", section, "accID");
    else fields.complain("DUPLICATE_ACCOUNT", section, "accID", "flag");
    return;
  }
  types.set(code, type);
  if (type === "unknown") fields.complain("UNKNOWN_ACCOUNT_TYPE", section, "accTp", "flag", "B, P");
  const record: Writable<AccountRecord> = { kind: "account", line: section.line, code };
  const description = fields.text(section, "accDesc");
  // Version 3.2 has no field for the code of the reference chart; packages write it as a reference.
  const reference = fields.text(section, "leadReference");
  const inReference = reference !== undefined && rgsShape.test(reference) ? reference : undefined;
  const rgsCode = fields.text(section, "RGScode") ?? inReference;
  const leadCode = fields.text(section, "leadCode");
  const leadDescription = fields.text(section, "leadDescription");
  if (description !== undefined) record.description = description;
  if (type === "balance" || type === "profit-and-loss") record.type = type;
  if (rgsCode !== undefined) record.rgsCode = rgsCode;
  if (leadCode !== undefined) record.leadCode = leadCode;
  if (leadDescription !== undefined) record.leadDescription = leadDescription;
  emit(record);
}

function readRelation(
  { fields, plans, relations, counts }: XafContext,
  addresses: readonly Address[],
): Writable<RelationRecord> | undefined {
  const section = plans.customerSupplier;
  const externalId = fields.identifier(section, "custSupID");
  if (externalId === undefined) return undefined;
  if (!relations.define(externalId)) {
    fields.complain("DUPLICATE_RELATION", section, "custSupID", "flag");
    return undefined;
  }
  counts.relations += 1;
  const record: Writable<RelationRecord> = { kind: "relation", line: section.line, externalId };
  // Names are kept as they are: what looks like white space around one may be how it is told apart.
  // Private customers often have no name but their contact's.
  const name = fields.raw(section, "custSupName") ?? fields.raw(section, "contact");
  if (name !== undefined) record.name = name;
  const kvk = fields.text(section, "commerceNr");
  const vatId = fields.text(section, "taxRegIdent");
  const email = fields.text(section, "eMail");
  const phone = fields.text(section, "telephone");
  const website = fields.text(section, "website");
  if (kvk !== undefined) record.kvk = kvk;
  if (vatId !== undefined) record.vatId = vatId;
  if (email !== undefined) record.email = email;
  if (phone !== undefined) record.phone = phone;
  if (website !== undefined) record.website = website;
  const inline: Address = {
    street: fields.text(section, "address"),
    postcode: fields.text(section, "postalCode"),
    city: fields.text(section, "city"),
    country: fields.text(section, "country"),
  };
  const { street, postcode, city, country } = [...addresses, inline].find(isFilled) ?? inline;
  if (street !== undefined) record.street = street;
  if (postcode !== undefined) record.postcode = postcode;
  if (city !== undefined) record.city = city;
  if (country !== undefined && /^[A-Za-z]{2}$/.test(country))
    record.country = country.toUpperCase();
  return record;
}

type Address = {
  readonly street?: string | undefined;
  readonly postcode?: string | undefined;
  readonly city?: string | undefined;
  readonly country?: string | undefined;
};

function isFilled(address: Address): boolean {
  return (address.street ?? address.postcode ?? address.city) !== undefined;
}

function readAddress({ fields }: XafContext, section: XafPlans["streetAddress"]): Address {
  const number = [fields.text(section, "number"), fields.text(section, "numberExtension")];
  const parts = [fields.text(section, "streetname"), ...number];
  const street = parts.filter((part) => part !== undefined).join(" ");
  return {
    street: street === "" ? undefined : street,
    postcode: fields.text(section, "postalCode"),
    city: fields.text(section, "city"),
    country: fields.text(section, "country"),
  };
}
