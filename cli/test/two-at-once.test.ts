import { afterAll, expect, test } from "vitest";
import { koers, newDataFolder } from "./harness/koers.ts";

const folder = newDataFolder();
afterAll(() => folder.remove());

test("commands that are called at once on one data folder wait for each other", async () => {
  const ended = await Promise.all([1, 2, 3].map(() => koers(folder.path, ["doctor", "--json"])));
  for (const { out, error } of ended) {
    const findings = JSON.parse(out) as { what: string; good: boolean; text: string }[];
    expect(findings.find(({ what }) => what === "database")).toMatchObject({ good: true });
    expect(error).toBe("");
  }
}, 60_000);
