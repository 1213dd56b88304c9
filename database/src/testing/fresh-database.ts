import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { Client } from "pg";
import { connectDatabase } from "../engine/connect-database.ts";
import type { Connection } from "../engine/connection.ts";
import type { Database } from "../engine/database.ts";
import { testEngineVariable } from "./share-test-engine.ts";
import type { TestEngine } from "./test-engine.ts";

/** A migrated database of one test file, with the doors that tests need beside the usual ones. */
export type FreshDatabase = Database & {
  readonly connections: {
    /** Superuser: row-level security does not bind it. */
    readonly administrator: Connection;
    readonly owner: Connection;
    readonly application: Connection;
  };
  /** Closes and drops it; for `afterAll`. */
  readonly drop: () => Promise<void>;
};

/** Copies the migrated template; some tens of milliseconds. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const engine = await askForEngine();
  const name = `${engine.template}_${randomBytes(6).toString("hex")}`;
  await asAdministrator(engine, (client) =>
    client.query(`create database ${name} template ${engine.template} owner ${engine.owner.user}`),
  );
  const connections = {
    administrator: { ...engine.administrator, database: name },
    owner: { ...engine.owner, database: name },
    application: { ...engine.application, database: name },
  };
  const database = await connectDatabase({
    embedded: engine.kind === "embedded",
    owner: connections.owner,
    application: connections.application,
    poolSize: 4,
    log: () => undefined,
    close: async () => undefined,
  });
  return {
    ...database,
    connections,
    async drop() {
      await database.close();
      await asAdministrator(engine, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** The engine of this test run. */
export async function askForEngine(): Promise<TestEngine> {
  const port = process.env[testEngineVariable];
  if (port === undefined) {
    throw new RangeError("run by vitest with database/test/harness/global-setup.ts");
  }
  const answer = JSON.parse(await text(connect(Number(port), "127.0.0.1"))) as
    | TestEngine
    | { readonly error: string };
  if ("error" in answer) throw new Error(answer.error);
  return answer;
}

async function asAdministrator(engine: TestEngine, work: (client: Client) => Promise<unknown>) {
  const client = new Client(engine.administrator);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
