import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { undoImport } from "../../src/books/index.ts";
import { dumpRows } from "./dump-rows.ts";
import { largeBooks } from "./large-books.ts";
import { type Office, openOffice } from "./office.ts";

// The full count is for the long run; a few rounds here keep the promise in sight.
const rounds = process.env["KOERS_LONG"] === "1" ? 50 : 8;

const invoices = 4_000;

let office: Office;
let folder: string;
beforeAll(async () => {
  office = await openOffice();
  folder = await mkdtemp(join(tmpdir(), "koers-killed-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await office.database.drop();
});

function importElsewhere(file: string): ChildProcess {
  const { application, owner } = office.database.connections;
  return spawn(
    process.execPath,
    ["--conditions=source", "--no-warnings", join(import.meta.dirname, "import-in-process.ts")],
    {
      stdio: ["pipe", "pipe", "inherit"],
      env: {
        ...process.env,
        KOERS_IMPORT: JSON.stringify({
          ...{ application, owner, file },
          organizationId: office.context.organizationId,
        }),
      },
    },
  );
}

it(
  `leaves all or nothing when it is killed, ${rounds} times at random moments`,
  async () => {
    const file = join(folder, "books.xaf");
    await writeFile(file, largeBooks(invoices));
    const empty = await dumpRows(office);
    const random = sequence(20261121);
    let longest = 1500;
    for (let killed = 0; killed < rounds; ) {
      const child = importElsewhere(file);
      await once(child.stdout as NodeJS.ReadableStream, "data");
      const started = performance.now();
      const timer = setTimeout(() => child.kill("SIGKILL"), random() * longest);
      const [code] = await once(child, "exit");
      clearTimeout(timer);
      if (code === 0) {
        // Faster than the hammer: taken back, and the next blow comes sooner.
        longest = performance.now() - started;
        await undoImport(office.context, { importId: 1 });
      } else killed++;
      await rolledBack();
      const left = await dumpRows(office);
      if (left["import"] === undefined) expect(left).toEqual(empty);
      else {
        // It was committed just before the blow: then all of it is there.
        expect(left["ledger_line"]).toHaveLength(invoices);
        await undoImport(office.context, { importId: 1 });
      }
    }
    const last = importElsewhere(file);
    await once(last, "exit");
    expect((await dumpRows(office))["import"]).toHaveLength(1);
    expect((await dumpRows(office))["ledger_line"]).toHaveLength(invoices);
  },
  rounds * 15_000,
);

// PostgreSQL notices a dead client at its next message; until then its transaction is still open.
async function rolledBack(): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client(office.database.connections.administrator);
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ open: number }>(
        `select count(*)::int as open from pg_stat_activity
         where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`,
      );
      if (rows[0]?.open === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await client.end();
  }
}

function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
