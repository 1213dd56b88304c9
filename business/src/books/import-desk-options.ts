import type { Database } from "@koers/database";
import type { Source } from "@koers/formats";
import type { RefreshSums } from "./import-file.ts";
import type { Readers } from "./readers.ts";

export type ImportDeskOptions = {
  readonly database: Database;
  /** The bytes of an upload, as often as they are asked for. Throws `upload-not-found`. */
  readonly openUpload: (uploadId: string) => Source;
  /** Deletes an upload: it was imported, or nobody will. */
  readonly releaseUpload: (uploadId: string) => void | Promise<void>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly refreshSums: RefreshSums;
  /** Where files are read; in this thread when absent. */
  readonly readers?: Readers;
};
