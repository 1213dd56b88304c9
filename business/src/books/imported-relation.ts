import { createHash } from "node:crypto";
import type { Party, RelationRecord, RelationRole } from "@koers/formats";
import { firmDomain, normaliseKvk, normaliseVatId } from "@koers/formats";
import { normaliseName } from "./normalise-name.ts";

/** A customer or supplier as one file has it, on its way into `relation` and `relation_record`. */
export type ImportedRelation = {
  /** `id:22`, or `kvk:`, `vat:` or `name:` where the system gives no id of its own. */
  readonly key: string;
  readonly line: number;
  readonly fields: RelationFields;
};

/** What is kept of it; absent is unknown. */
export type RelationFields = {
  readonly externalId?: string | undefined;
  readonly name: string;
  readonly nameKey: string;
  readonly role?: RelationRole | undefined;
  readonly kvk?: string | undefined;
  readonly vatId?: string | undefined;
  readonly emailDomain?: string | undefined;
  readonly postcode?: string | undefined;
  readonly city?: string | undefined;
  readonly country?: string | undefined;
  readonly traits?: Readonly<Record<string, string>> | undefined;
  /** Whether this file says that it is a customer: by its role, or by what was sold or done for it. */
  readonly customer: boolean;
};

/** A relation from the master data of books or of a list. */
export function relationFromRecord(record: RelationRecord, customer: boolean): ImportedRelation {
  const name = record.name ?? record.externalId ?? "";
  // What names are compared by has an end; the name itself stays as it is.
  const nameKey = bounded(normaliseName(name));
  return {
    key: record.externalId === undefined ? nameRelationKey(name) : idRelationKey(record.externalId),
    line: record.line,
    fields: {
      externalId: record.externalId,
      name,
      nameKey,
      role: record.role,
      kvk: record.kvk === undefined ? undefined : normaliseKvk(record.kvk),
      vatId: record.vatId === undefined ? undefined : normaliseVatId(record.vatId),
      emailDomain: domainOf(record.email),
      postcode: record.postcode,
      city: record.city,
      country: record.country,
      traits: record.traits,
      customer,
    },
  };
}

/** A relation that a list knows by number or name only. */
export function relationByName(
  line: number,
  name: string | undefined,
  externalId: string | undefined,
  customer: boolean,
): ImportedRelation | null {
  if ((name === undefined || name.trim() === "") && externalId === undefined) return null;
  return relationFromRecord(
    {
      kind: "relation",
      line,
      ...(name === undefined ? {} : { name }),
      ...(externalId === undefined ? {} : { externalId }),
    },
    customer,
  );
}

/** The buyer on an invoice. E-invoices have no customer number of ours: KvK, VAT id or name is the key. */
export function relationFromParty(
  party: Party,
  line: number,
  ownNumbers: boolean,
): ImportedRelation | null {
  const { name, externalId } = party;
  if (name === undefined && externalId === undefined && party.kvk === undefined) return null;
  const made = relationFromRecord({ ...dropUndefined(party), kind: "relation", line }, true);
  if (ownNumbers) return made;
  const { kvk, vatId } = made.fields;
  const key =
    kvk !== undefined
      ? `kvk:${kvk}`
      : vatId !== undefined
        ? `vat:${vatId}`
        : nameRelationKey(made.fields.name);
  return { ...made, key, fields: { ...made.fields, externalId: undefined } };
}

export function idRelationKey(externalId: string): string {
  return `id:${bounded(externalId)}`;
}

export function nameRelationKey(name: string): string {
  const key = normaliseName(name);
  return `name:${bounded(key === "" ? name.trim().toLowerCase() : key)}`;
}

/** What two records of one key in one file say together: the first word on each field stays. */
export function mergeFields(known: RelationFields, more: RelationFields): RelationFields {
  return {
    ...more,
    ...dropUndefined(known),
    name: known.name,
    nameKey: known.nameKey,
    customer: known.customer || more.customer,
  };
}

// Keys are part of primary keys: what is longer than any real number or name is kept by its hash.
function bounded(text: string): string {
  if (text.length <= 120) return text;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 32);
  return `${text.slice(0, 80)}#${hash}`;
}

function domainOf(email: string | undefined): string | undefined {
  return email === undefined ? undefined : firmDomain(email);
}

function dropUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== undefined),
  ) as Value;
}
