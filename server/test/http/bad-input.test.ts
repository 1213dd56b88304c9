import { readdirSync, readFileSync } from "node:fs";
import { type Operation, operations } from "@koers/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callOperation } from "../harness/call-operation.ts";
import { inputsOf } from "../harness/sample-inputs.ts";
import { haveSamples, sample } from "../harness/samples.ts";
import { type FirmIds, seedFirm } from "../harness/seed-firm.ts";
import { ownerOn, startTestServer, type TestServer } from "../harness/test-server.ts";
import type { Visitor } from "../harness/visitor.ts";

let server: TestServer;
let owner: Visitor;
let ids: FirmIds;
beforeAll(async () => {
  server = await startTestServer();
  owner = await ownerOn(server);
  ids = await seedFirm(owner, "Merel");
}, 120_000);
afterAll(() => server.stop());

// Those that end the session, or start work that outlives the request.
const left = new Set([
  "signOut",
  "changePassword",
  "createOrganization",
  "enterOrganization",
  "loadExample",
  "removeExample",
]);
const all = Object.values<Operation>(operations).filter(({ id }) => !left.has(id));
const withBody = all.filter(
  ({ method, body }) => body !== "bytes" && !["get", "delete"].includes(method),
);

function addressOf({ path }: Operation): string {
  const known: Record<string, string> = {
    id: ids.customerId,
    noteId: ids.noteId,
    sourceSystemId: "1",
    code: "8000",
    key: ids.activityKey,
  };
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name] ?? "1"));
}

describe.skipIf(!haveSamples)("bodies of the JSON test suite", () => {
  const folder = sample("hostile", "json", "test_parsing");
  const files = haveSamples ? readdirSync(folder) : [];
  // All are read by the same code: each operation gets its part of them, and together they get all many times.
  const parts = process.env["KOERS_TEST_DATABASE_URL"] === undefined ? 3 : 10;

  test("there are some three hundred of them", () => {
    expect(files.length).toBeGreaterThan(300);
  });

  for (const [nth, operation] of withBody.entries()) {
    const tried = files.filter((_, at) => at % parts === nth % parts);
    test(`are answered without a fault by ${operation.id}`, async () => {
      await eachOf(tried, async (file) => {
        const body = readFileSync(`${folder}/${file}`);
        const answer = await owner.send(operation.method.toUpperCase(), addressOf(operation), body);
        expect(answer.status, file).toBeLessThan(500);
        if (file.startsWith("n_")) expect(answer.status, file).toBeGreaterThanOrEqual(400);
      });
    }, 60_000);
  }
});

const oddTexts = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "﷽".repeat(200),
  "𝕏🏴‍☠️",
  "‮abc",
  "'; drop table customer; --",
  "%00",
  "%",
  "..%2f..%2fetc%2fpasswd",
  "../../../etc/passwd",
  "\\\\server\\share",
  "\u0024{7*7}",
  "{{constructor.constructor('return 1')()}}",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "-1",
  "0",
  "1e309",
  "9007199254740993",
  "99999999999999999999999999",
  "-99999999999999999999",
  "NaN",
  "Infinity",
  "0x10",
  "1,5",
  "null",
  "true",
  "[]",
  "{}",
  "2026-02-30",
  "9999-12",
  "0000-01",
  "00000000-0000-0000-0000-000000000000",
  "x".repeat(100_000),
];
const oddValues: readonly unknown[] = [
  ...oddTexts,
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [null],
  [[]],
  { a: 1 },
  { __proto__: null, constructor: 1 },
];

function textOf(value: unknown): string {
  return typeof value === "string" ? value.toWellFormed() : JSON.stringify(value);
}

/** Sixteen at a time. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

function naughtyStrings(): readonly string[] {
  if (!haveSamples) return [];
  const folder = sample("hostile", "strings");
  const lists = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const list = lists.find((name) => /naughty|blns/i.test(name) && name.endsWith(".txt"));
  if (list === undefined) throw new Error("no list of naughty strings");
  const lines = readFileSync(`${folder}/${list}`, "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

describe("odd values in every field", () => {
  for (const operation of all) {
    test(`are answered without a fault by ${operation.id}`, async () => {
      const [input = {}] = inputsOf(ids, ids)[operation.id as keyof typeof operations];
      const fields = Object.keys((operation.input as { shape?: object }).shape ?? {});
      for (const [index, field] of fields.entries()) {
        const inAddress =
          ["get", "delete"].includes(operation.method) ||
          operation.body === "bytes" ||
          operation.path.includes(`{${field}}`);
        // The long list goes in by one field, since all of them come in by the same door.
        const more = index === fields.length - 1 ? naughtyStrings() : [];
        await eachOf([...oddValues, ...more], async (odd) => {
          // An address carries text only, and half a surrogate pair not at all.
          const value = inAddress ? textOf(odd) : odd;
          const answer = await callOperation(owner, operation, { ...input, [field]: value });
          const said = `${field}: ${JSON.stringify(value).slice(0, 60)} ${JSON.stringify(answer.body)}`;
          // Setting up, signing in and looking around are limited, not faulty.
          expect(answer.status, said).toBeLessThan(500);
        });
      }
    }, 120_000);
  }
});

test("addresses that are no addresses are answered without a fault", async () => {
  const oddParts = ["%", "%00", "%ff", "%ED%A0%80", "%2e%2e%2f", "a%2Fb", "..", "💥", "%c0%af"];
  for (const operation of all) {
    for (const part of oddParts) {
      const path = operation.path.replaceAll(/\{\w+\}/g, part);
      const body = ["get", "delete"].includes(operation.method) ? undefined : "{}";
      const answer = await owner.send(operation.method.toUpperCase(), `${path}?x=${part}`, body);
      expect(answer.status, `${operation.id} ${part}`).toBeLessThan(500);
      expect(answer.status, `${operation.id} ${part}`).toBeGreaterThanOrEqual(400);
    }
  }
});

test("no fault was logged", () => {
  expect(server.logged.filter(({ event }) => event === "fault")).toEqual([]);
});
