import type { ClientBase } from "pg";
import { expect, test } from "vitest";
import { readServerFacts } from "../../src/engine/server-facts.ts";

/** A server that answers as the version says; real ones that old are not at hand. */
function serverOf(number: string, version: string): ClientBase {
  const answer = { rows: [{ number, version, distributed: false }] };
  return { query: async () => answer } as unknown as ClientBase;
}

test("PostgreSQL 15 and newer are served", async () => {
  expect(await readServerFacts(serverOf("150018", "15.18 (Debian 15.18-0+deb12u1)"))).toEqual({
    version: "15.18",
    distributed: false,
  });
});

test("an older one is refused with what was found and what is needed", async () => {
  await expect(readServerFacts(serverOf("140020", "14.20"))).rejects.toMatchObject({
    code: "database-version",
    data: { found: "14.20", required: 15 },
  });
});
