import path from "node:path";
import { expect, test } from "vitest";
import { proveGuards } from "../scripts/prove-guards/prove-guards.ts";

const root = path.resolve(import.meta.dirname, "..");

// The database's guard takes longest and has its own planted faults in database/test/catalogue.
test.for(["biome", "oxlint", "architecture", "compiler"] as const)(
  "each fault planted for the %s is caught",
  { timeout: 120_000 },
  (guard) => {
    const missed = proveGuards(root, [guard])
      .filter(({ caught }) => !caught)
      .map(({ fault, said }) => `${fault.fault}: expected ${fault.caughtBy}, it said ${said}`);
    expect(missed).toEqual([]);
  },
);
