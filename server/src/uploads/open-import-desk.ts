import { randomUUID } from "node:crypto";
import { createImportDesk, type ImportDesk, type Readers, refreshSums } from "@koers/business";
import type { Database } from "@koers/database";
import type { Uploads } from "./uploads.ts";

/** The desk over the files that were handed over. Whose they are was looked at before they come here. */
export function openImportDesk(
  database: Database,
  uploads: Uploads,
  now: () => Date,
  readers: Readers,
): ImportDesk {
  return createImportDesk({
    database,
    openUpload: uploads.open,
    releaseUpload: (uploadId) => uploads.discard([uploadId]),
    now,
    newId: randomUUID,
    refreshSums,
    readers,
  });
}
