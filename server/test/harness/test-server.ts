import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPasswords } from "@koers/business";
import { freshDatabase } from "@koers/database/testing";
import { type Configuration, readConfiguration } from "../../src/configuration.ts";
import { createApplication } from "../../src/http/application.ts";
import type { LogEntry } from "../../src/log.ts";
import type { Services } from "../../src/services.ts";
import { openImportDesk } from "../../src/uploads/open-import-desk.ts";
import { readersInThread } from "../../src/uploads/readers-in-thread.ts";
import { createUploads } from "../../src/uploads/uploads.ts";
import { Visitor } from "./visitor.ts";

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

type Options = Partial<Configuration> & { readonly setupCode?: string };

/** Koers on a fresh database, answers held against their shapes, with a clock that stands still. */
export async function startTestServer({ setupCode, ...given }: Options = {}) {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), "koers-server-"));
  const logged: LogEntry[] = [];
  const slept: number[] = [];
  let time = new Date("2026-11-21T12:00:00Z");
  const now = () => time;
  const configuration = readConfiguration(
    {},
    { dataFolder: folder, webFolder: null, version: "1.2.3", ...given },
  );
  const uploads = createUploads({ folder: join(folder, "uploads"), now, newId: randomUUID });
  const readers = readersInThread();
  const desk = openImportDesk(database, uploads, now, readers);
  const services: Services = {
    configuration,
    database: async () => database,
    uploads,
    readers,
    importDesk: async () => desk,
    passwords: createPasswords(randomBytes),
    log: (_, entry) => logged.push(entry),
    now,
    newId: randomUUID,
    randomBytes,
    async sleep(milliseconds) {
      slept.push(milliseconds);
    },
    localToken: randomBytes(32).toString("base64url"),
    setupCode: setupCode ?? null,
  };
  const app = createApplication(services, { checkAnswers: true });
  return {
    app,
    database,
    services,
    folder,
    logged,
    slept,
    visitor: () => new Visitor(app),
    /** The command line on this machine. */
    local: () => new Visitor(app, services.localToken),
    passTime(milliseconds: number) {
      time = new Date(time.getTime() + milliseconds);
    },
    async stop() {
      await readers.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let visitors = 0;

/** An owner with an organisation of their own, signed in; the first is made by the first visit. */
export async function ownerOn(server: TestServer): Promise<Visitor> {
  visitors += 1;
  const visitor = server.visitor();
  const made = await visitor.post("/api/v1/owner", {
    organizationName: `Firm ${visitors}`,
    name: `Owner ${visitors}`,
    email: `owner${visitors}@example.nl`,
    password: "a long password",
    language: "nl",
  });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return visitor;
}
