import type { FileAnswer, FileReport } from "@koers/contract";
import type { Source } from "@koers/formats";
import { analyseFile } from "./analyse-file.ts";
import { reportFile } from "./file-report.ts";
import { groupParts } from "./group-parts.ts";
import { openFile } from "./open-file.ts";
import type { Readers } from "./readers.ts";

export type InspectOptions = {
  readonly today: string;
  readonly answers?: readonly FileAnswer[];
  readonly signal?: AbortSignal;
  readonly readers?: Readers;
  readonly onProgress?: (file: string, bytes: number) => void;
};

/**
 * Reads files and says what is in them: format, problems, control totals, revenue and how much of it
 * has a customer. Stores nothing and asks no database, so nothing is matched. Parts of a split audit
 * file are one report.
 */
export async function inspectFiles(
  sources: readonly (Source & { readonly uploadId?: string })[],
  options: InspectOptions,
): Promise<readonly FileReport[]> {
  const reports: FileReport[] = [];
  const names = uniqueNames(sources.map((source) => source.name));
  for (const group of await groupParts(sources, options.readers)) {
    const name = names[group[0] as number] as string;
    const answer = options.answers?.find((one) => one.file === name);
    const { today, signal, readers } = options;
    const common = { today, answer, signal, readers };
    const file = await openFile(
      group.map((at) => sources[at] as Source),
      common,
    );
    const onProgress = (bytes: number) => options.onProgress?.(name, bytes);
    const uploadIds = group.flatMap((at) => sources[at]?.uploadId ?? []);
    reports.push(reportFile(name, uploadIds, await analyseFile(file, { ...common, onProgress })));
  }
  return reports;
}

/** Names by which files are told apart: of equal ones the second is "books.xaf (2)". */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
