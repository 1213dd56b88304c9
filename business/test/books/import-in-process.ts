// Imports one file in a process of its own, for tests that kill it. Says "storing" when it begins.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { connectDatabase } from "@koers/database/testing";
import { sourceFromBytes } from "@koers/formats";
import { createImportDesk } from "../../src/books/index.ts";
import type { Context } from "../../src/context.ts";
import { refreshSums } from "../../src/customers/index.ts";

const { application, owner, file, organizationId } = JSON.parse(process.env["KOERS_IMPORT"] ?? "");
const database = await connectDatabase({
  ...{ application, owner, embedded: false, poolSize: 2 },
  log: () => undefined,
  close: async () => undefined,
});
const now = new Date();
const context: Context = {
  ...{ database, organizationId, now, newId: randomUUID },
  accountId: null,
  role: "owner",
};
const desk = createImportDesk({
  ...{ database, refreshSums, newId: randomUUID, now: () => now },
  openUpload: () => sourceFromBytes("books.xaf", readFileSync(file)),
  releaseUpload: () => undefined,
});
const { previewId } = await desk.startPreview(context, { uploadIds: [randomUUID()] });
await desk.settled(context, previewId);
await desk.confirmPreview(context, { id: previewId });
process.stdout.write("storing\n");
const { results } = await desk.settled(context, previewId);
await database.close();
process.exit(results[0]?.outcome === "imported" ? 0 : 1);
