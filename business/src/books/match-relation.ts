import { nameBlocks } from "./name-blocks.ts";
import { tokenSimilarity } from "./name-similarity.ts";
import { nameTokens } from "./normalise-name.ts";

/** A customer as one system knows it, with all that it can be recognised by. */
export type Matchable = {
  /** System and key in it: what a decision is remembered by. */
  readonly fullKey: string;
  readonly system: string;
  readonly name: string;
  readonly nameKey: string;
  /** Whether its system knows it by a number of its own, and so tells equal names apart. */
  readonly numbered: boolean;
  readonly kvk?: string | undefined;
  readonly vatId?: string | undefined;
  /** Absent for providers where anyone has an address. */
  readonly emailDomain?: string | undefined;
  readonly postcode?: string | undefined;
};

export type Decision = { readonly left: string; readonly right: string; readonly same: boolean };

export type MatchReason = "name" | "email-domain" | "vat-id" | "kvk";

export type Proposal = {
  readonly customerId: string;
  /** The relation of that customer which is alike. */
  readonly otherKey: string;
  readonly similarity: number;
  readonly reason: MatchReason;
};

export type Match =
  | { readonly kind: "same"; readonly customerId: string; readonly by: MatchReason | "confirmed" }
  | { readonly kind: "none"; readonly proposals: readonly Proposal[] };

export type Matcher = {
  /** Whose record this is, if that is sure; else who it may be. Changes nothing. */
  readonly match: (relation: Matchable) => Match;
  /** From now on this relation stands for that customer. */
  readonly add: (relation: Matchable, customerId: string) => void;
};

type Known = Matchable & { readonly customerId: string; readonly tokens: readonly string[] };

// Below this two names are not worth a person's look; found on pairs of Dutch firm names.
const alike = 0.88;
// Two records of one system differ on purpose; only what looks like a typing error is asked.
const alikeInside = 0.96;
// With a shared e-mail domain, this much likeness of the names settles it.
const alikeWithDomain = 0.75;
const proposalsAtMost = 3;

/**
 * Matches records of one customer across systems: a person's decision, then KvK number, VAT id, e-mail
 * domain and normalised name. A different KvK number or VAT id is never the same customer. Two records
 * of one system are two to that system: only a number or a decision makes them one, alike names are
 * asked. What is only alike is proposed, never made.
 */
export function createMatcher(decisions: Iterable<Decision>): Matcher {
  const byKvk = new Map<string, Known[]>();
  const byVatId = new Map<string, Known[]>();
  const byDomain = new Map<string, Known[]>();
  const byName = new Map<string, Known[]>();
  const byKey = new Map<string, Known>();
  const ofCustomer = new Map<string, Known[]>();
  const blocks = nameBlocks<Known>();
  const decided = new Map<string, { key: string; same: boolean }[]>();
  for (const { left, right, same } of decisions) {
    push(decided, left, { key: right, same });
    push(decided, right, { key: left, same });
  }

  function conflicts(relation: Matchable, customerId: string): boolean {
    let kvk = relation.kvk === undefined;
    let vatId = relation.vatId === undefined;
    let kvkKnown = false;
    let vatIdKnown = false;
    for (const known of ofCustomer.get(customerId) ?? []) {
      if (known.kvk !== undefined) kvkKnown = true;
      if (known.vatId !== undefined) vatIdKnown = true;
      if (known.kvk === relation.kvk) kvk = true;
      if (known.vatId === relation.vatId) vatId = true;
    }
    return (!kvk && kvkKnown) || (!vatId && vatIdKnown);
  }

  function match(relation: Matchable): Match {
    const refused = new Set<string>();
    for (const { key, same } of decided.get(relation.fullKey) ?? []) {
      const other = byKey.get(key);
      if (other === undefined) continue;
      if (same) return { kind: "same", customerId: other.customerId, by: "confirmed" };
      refused.add(other.customerId);
    }
    const may = (known: Known) =>
      !refused.has(known.customerId) && !conflicts(relation, known.customerId);
    const proposals = new Map<string, Proposal>();
    function propose(known: Known, reason: MatchReason, similarity: number): void {
      const best = proposals.get(known.customerId);
      if (best !== undefined && best.similarity >= similarity) return;
      const { customerId, fullKey } = known;
      proposals.set(customerId, { customerId, otherKey: fullKey, similarity, reason });
    }
    function sure(found: readonly Known[], reason: MatchReason): Match | null {
      const customers = new Set(found.map((known) => known.customerId));
      if (customers.size === 1)
        return { kind: "same", customerId: (found[0] as Known).customerId, by: reason };
      for (const known of found) propose(known, reason, 1);
      return null;
    }
    const numbered =
      sure(among(byKvk, relation.kvk).filter(may), "kvk") ??
      sure(among(byVatId, relation.vatId).filter(may), "vat-id");
    if (numbered !== null) return numbered;

    const tokens = nameTokens(relation.name);
    // Two numbers in one system are two records to that system, whatever their names.
    const elsewhere = (known: Known) =>
      known.system !== relation.system || !known.numbered || !relation.numbered;
    const neighbours = among(byDomain, relation.emailDomain).filter(may);
    const similarity = (known: Known) =>
      known.nameKey === relation.nameKey ? 1 : tokenSimilarity(known.tokens, tokens);
    const both = neighbours.filter((known) => similarity(known) >= alikeWithDomain);
    const byBoth = sure(both.filter(elsewhere), "email-domain");
    if (byBoth !== null) return byBoth;
    for (const known of neighbours)
      propose(known, "email-domain", Math.max(0.5, Math.round(similarity(known) * 1000) / 1000));

    const named = relation.nameKey === "" ? [] : among(byName, relation.nameKey).filter(may);
    const same = sure(named.filter(elsewhere), "name");
    if (same !== null) return same;
    for (const known of named) propose(known, "name", 1);
    for (const known of blocks.near(tokens)) {
      if (!may(known)) continue;
      const likeness = tokenSimilarity(known.tokens, tokens);
      if (likeness >= (elsewhere(known) ? alike : alikeInside))
        propose(known, "name", Math.min(Math.round(likeness * 1000) / 1000, 0.999));
    }
    const best = [...proposals.values()].toSorted((a, b) => b.similarity - a.similarity);
    return { kind: "none", proposals: best.slice(0, proposalsAtMost) };
  }

  return {
    match,
    add(relation, customerId) {
      const known: Known = { ...relation, customerId, tokens: nameTokens(relation.name) };
      byKey.set(known.fullKey, known);
      push(ofCustomer, customerId, known);
      if (known.kvk !== undefined) push(byKvk, known.kvk, known);
      if (known.vatId !== undefined) push(byVatId, known.vatId, known);
      if (known.emailDomain !== undefined) push(byDomain, known.emailDomain, known);
      if (known.nameKey !== "") push(byName, known.nameKey, known);
      blocks.add(known.tokens, known);
    },
  };
}

// What very many share ("Particulier", the domain of a ministry) tells nobody from another.
const shared = 50;

function among(map: ReadonlyMap<string, readonly Known[]>, key: string | undefined) {
  const found = (key === undefined ? undefined : map.get(key)) ?? [];
  return found.length > shared ? [] : found;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
