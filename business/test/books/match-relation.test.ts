import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatcher, type Matchable } from "../../src/books/match-relation.ts";
import { nameSimilarity } from "../../src/books/name-similarity.ts";
import { normaliseName } from "../../src/books/normalise-name.ts";

function record(system: string, name: string, more: Partial<Matchable> = {}): Matchable {
  const key = more.fullKey ?? `${system}/id:${name}`;
  return { fullKey: key, system, name, nameKey: normaliseName(name), numbered: true, ...more };
}

describe("normalising names", () => {
  it.each([
    ["Jansen & Zn. B.V.", "jansen"],
    ["B.V. JANSEN", "jansen"],
    ["Café De Hoek V.O.F.", "cafe de hoek"],
    ["De Hoek, Café", "cafe de hoek"],
    ["Stichting Welzijn", "welzijn"],
    ["Müller GmbH & Co. KG", "muller"],
    ["Holding B.V.", "bv holding"],
    ["", ""],
  ])("makes %j into %j", (name, key) => {
    expect(normaliseName(name)).toBe(key);
  });

  it("gives the same for its own result", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const once = normaliseName(name);
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });
});

describe("likeness of names", () => {
  it("is 1 for a name and itself, the same both ways, and never beyond 0 and 1", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const likeness = nameSimilarity(left, right);
        expect(likeness).toBeCloseTo(nameSimilarity(right, left), 12);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
    );
    expect(nameSimilarity("Bakkerij Jansen", "Jansen Bakkerij B.V.")).toBe(1);
  });

  it("never takes different numbers for alike", () => {
    expect(nameSimilarity("Klant 12", "Klant 13")).toBe(0);
  });
});

describe("matching", () => {
  it("takes a KvK number over a name", () => {
    const matcher = createMatcher([]);
    matcher.add(record("books", "Alfa BV", { kvk: "12345678" }), "a");
    expect(matcher.match(record("crm", "Iets Anders", { kvk: "12345678" }))).toEqual({
      ...{ kind: "same", customerId: "a", by: "kvk" },
    });
  });

  it("never matches or proposes what has another KvK number or VAT id", () => {
    const matcher = createMatcher([]);
    matcher.add(record("books", "Alfa BV", { kvk: "12345678" }), "a");
    const other = record("crm", "Alfa BV", { kvk: "87654321" });
    expect(matcher.match(other)).toEqual({ kind: "none", proposals: [] });
  });

  it("asks about equal names inside one system, and is sure of them across systems", () => {
    const matcher = createMatcher([]);
    matcher.add(record("books", "Alfa BV"), "a");
    expect(matcher.match(record("crm", "Alfa"))).toMatchObject({ kind: "same", by: "name" });
    const twin = record("books", "Alfa N.V.", { fullKey: "books/id:2" });
    expect(matcher.match(twin)).toMatchObject({
      kind: "none",
      proposals: [{ customerId: "a", reason: "name", similarity: 1 }],
    });
  });

  it("is sure of a shared domain only with a fitting name", () => {
    const matcher = createMatcher([]);
    matcher.add(record("books", "Gemeente Utrecht", { emailDomain: "utrecht.nl" }), "a");
    const fitting = record("crm", "Gemeente Utrecht Sport", { emailDomain: "utrecht.nl" });
    const other = record("crm", "Museum Zuid", { emailDomain: "utrecht.nl" });
    expect(matcher.match(fitting)).toMatchObject({ kind: "same", by: "email-domain" });
    expect(matcher.match(other)).toMatchObject({
      kind: "none",
      proposals: [{ reason: "email-domain" }],
    });
  });

  it("follows what a person decided before anything else", () => {
    const same = { left: "books/id:Alfa BV", right: "crm/id:Zeta", same: true };
    const apart = { left: "books/id:Alfa BV", right: "crm/id:Alfa", same: false };
    const matcher = createMatcher([same, apart]);
    matcher.add(record("books", "Alfa BV"), "a");
    expect(matcher.match(record("crm", "Zeta"))).toMatchObject({ by: "confirmed" });
    expect(matcher.match(record("crm", "Alfa"))).toEqual({ kind: "none", proposals: [] });
  });

  it("matches 20,000 against 20,000 in seconds", () => {
    const matcher = createMatcher([]);
    const name = (at: number) =>
      `${["Bouw", "Advies", "Techniek", "Zorg"][at % 4]} ${at.toString(26).replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)] as string)}ma ${at % 89}`;
    for (let at = 0; at < 20_000; at++) matcher.add(record("books", `${name(at)} BV`), String(at));
    const start = performance.now();
    let sure = 0;
    for (let at = 0; at < 20_000; at++)
      if (matcher.match(record("crm", name(at))).kind === "same") sure++;
    expect(sure).toBeGreaterThan(19_000);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
