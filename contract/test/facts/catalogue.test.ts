import { facts } from "@koers/contract";
import { expect, test } from "vitest";

const keys: readonly string[] = facts.map(({ key }) => key);

test("a fact stands once in the catalogue", () => {
  expect(new Set(keys).size).toBe(keys.length);
});

test("a fact is made up of facts that are there, and never of itself", () => {
  const parts = new Map<string, readonly string[]>(
    facts.map(({ key, madeUpOf }) => [key, madeUpOf]),
  );
  function follow(key: string, above: readonly string[]): void {
    expect(above, `${key} is made up of itself`).not.toContain(key);
    expect(keys).toContain(key);
    for (const part of parts.get(key) ?? []) follow(part, [...above, key]);
  }
  for (const key of keys) follow(key, []);
});
