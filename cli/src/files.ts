import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { FileReport } from "@koers/contract";
import type { Connection } from "./connection/connection.ts";

/** A file as it was typed, and what it goes by with Koers. */
export type GivenFile = { readonly typed: string; readonly uploadId: string };

/** Hands over files by the words of the command line; the first that cannot be read ends it. */
export async function uploadFiles(
  connection: Connection,
  folder: string,
  words: readonly string[],
): Promise<readonly GivenFile[]> {
  const paths = words.map((word) => resolve(folder, word));
  for (const path of paths) {
    if (!(await stat(path)).isFile()) {
      throw Object.assign(new Error("not a file"), { syscall: "read", code: "EISDIR", path });
    }
  }
  const given: GivenFile[] = [];
  for (const [index, path] of paths.entries()) {
    const { uploadId } = await connection.upload(path);
    given.push({ typed: words[index] ?? path, uploadId });
  }
  return given;
}

/** The reports under the names that were typed; of a file in parts one for each part. */
export function asTyped(
  reports: readonly FileReport[],
  given: readonly GivenFile[],
): readonly FileReport[] {
  return reports.flatMap((report) => {
    const parts = given.filter(({ uploadId }) => report.uploadIds.includes(uploadId));
    return parts.length === 0 ? [report] : parts.map(({ typed }) => ({ ...report, file: typed }));
  });
}
