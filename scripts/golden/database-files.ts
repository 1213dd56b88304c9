import { startTestEngine } from "@koers/database/testing";
import { Client } from "pg";
import { readCatalogue } from "./read-catalogue.ts";
import { schemaSql } from "./schema-sql.ts";
import { tableTypes } from "./table-types.ts";

/** What follows from the migrations: the schema as it stands after them, and the types of its rows. */
export async function databaseFiles(): Promise<ReadonlyMap<string, string>> {
  const { engine, stop } = await startTestEngine();
  try {
    const client = new Client(engine.owner);
    await client.connect();
    try {
      const tables = await readCatalogue(client, engine.application.user);
      return new Map([
        ["database/schema.sql", schemaSql(tables)],
        ["database/src/tables.ts", tableTypes(tables)],
      ]);
    } finally {
      await client.end();
    }
  } finally {
    await stop();
  }
}
