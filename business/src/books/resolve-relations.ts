import type { StoredRelation } from "@koers/database";
import type { ImportedRelation } from "./imported-relation.ts";
import {
  createMatcher,
  type Decision,
  type Matchable,
  type MatchReason,
} from "./match-relation.ts";

/** A relation of a file with the row and the customer that it belongs to. */
export type ResolvedRelation = {
  readonly imported: ImportedRelation;
  readonly relationId: string;
  readonly isNew: boolean;
  readonly customerId: string | null;
  /** Null where the link to the customer was there before. */
  readonly matchedBy: MatchReason | "confirmed" | "new" | null;
};

export type ResolvedProposal = {
  readonly relationId: string;
  readonly relationKey: string;
  readonly relationName: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly otherKey: string;
  readonly similarity: number;
  readonly reason: MatchReason;
};

export type Resolution = {
  readonly relations: readonly ResolvedRelation[];
  readonly newCustomers: readonly { readonly customerId: string; readonly name: string }[];
  readonly proposals: readonly ResolvedProposal[];
};

export type ResolveInput = {
  readonly system: string;
  readonly imported: Iterable<ImportedRelation>;
  /** All relations that stand for a customer, and those of this system. */
  readonly ofCustomers: readonly StoredRelation[];
  readonly ofSystem: readonly StoredRelation[];
  readonly decisions: readonly Decision[];
  readonly newId: () => string;
};

/**
 * Finds for each relation of a file its row and its customer: known before, surely the same as one, or
 * new. Only what a file says to be a customer makes one; others (the firm of a contact) are linked
 * where that is sure, and suppliers never.
 */
export function resolveRelations(input: ResolveInput): Resolution {
  const matcher = createMatcher(input.decisions);
  const names = new Map<string, string>();
  for (const known of input.ofCustomers) {
    const customerId = known.customerId as string;
    matcher.add(storedMatchable(known), customerId);
    if (!names.has(customerId)) names.set(customerId, known.name);
  }
  const stored = new Map(input.ofSystem.map((relation) => [relation.key, relation]));
  const relations: ResolvedRelation[] = [];
  const newCustomers: { customerId: string; name: string }[] = [];
  const proposals: ResolvedProposal[] = [];

  for (const imported of customersFirst(input.imported)) {
    const known = stored.get(imported.key);
    const relationId = known?.relationId ?? input.newId();
    const base = { imported, relationId, isNew: known === undefined };
    if (known !== undefined && known.customerId !== null) {
      relations.push({ ...base, customerId: known.customerId, matchedBy: null });
      continue;
    }
    const { fields } = imported;
    if (fields.role === "supplier" && !fields.customer) {
      relations.push({ ...base, customerId: null, matchedBy: null });
      continue;
    }
    const matchable = importedMatchable(input.system, imported, known);
    const match = matcher.match(matchable);
    if (match.kind === "same") {
      relations.push({ ...base, customerId: match.customerId, matchedBy: match.by });
      matcher.add(matchable, match.customerId);
      continue;
    }
    if (!fields.customer) {
      relations.push({ ...base, customerId: null, matchedBy: null });
      continue;
    }
    const customerId = input.newId();
    newCustomers.push({ customerId, name: fields.name });
    names.set(customerId, fields.name);
    relations.push({ ...base, customerId, matchedBy: "new" });
    matcher.add(matchable, customerId);
    for (const proposal of match.proposals)
      proposals.push({
        relationId,
        relationKey: matchable.fullKey,
        relationName: fields.name,
        customerName: names.get(proposal.customerId) ?? "",
        ...proposal,
      });
  }
  return { relations, newCustomers, proposals };
}

/** System and key in it, by which decisions are remembered. */
export function fullKey(system: string, key: string): string {
  return `${system}/${key}`;
}

function storedMatchable(relation: StoredRelation): Matchable {
  const { system, name, nameKey, kvk, vatId, emailDomain, postcode } = relation;
  return {
    ...{ fullKey: fullKey(system, relation.key), system, name, nameKey },
    numbered: relation.key.startsWith("id:"),
    kvk: kvk ?? undefined,
    vatId: vatId ?? undefined,
    emailDomain: emailDomain ?? undefined,
    postcode: postcode ?? undefined,
  };
}

function importedMatchable(
  system: string,
  { key, fields }: ImportedRelation,
  known: StoredRelation | undefined,
): Matchable {
  return {
    ...{ fullKey: fullKey(system, key), system, name: fields.name, nameKey: fields.nameKey },
    numbered: key.startsWith("id:"),
    kvk: fields.kvk ?? known?.kvk ?? undefined,
    vatId: fields.vatId ?? known?.vatId ?? undefined,
    emailDomain: fields.emailDomain ?? known?.emailDomain ?? undefined,
    postcode: fields.postcode ?? known?.postcode ?? undefined,
  };
}

function customersFirst(imported: Iterable<ImportedRelation>): ImportedRelation[] {
  const all = [...imported];
  return [
    ...all.filter((relation) => relation.fields.customer),
    ...all.filter((relation) => !relation.fields.customer),
  ];
}
