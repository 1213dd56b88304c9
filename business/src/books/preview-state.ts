import type { FileAnswer, FileReport, Preview } from "@koers/contract";
import type { Analysis } from "./analyse-file.ts";
import type { FirmIdentity } from "./own-side.ts";
import type { FilePlan } from "./plan-file.ts";
import type { RememberedTable } from "./table-answers.ts";

/** One file of a preview: how it is named, which uploads hold it, and what is known of it so far. */
export type PreviewFile = {
  readonly name: string;
  readonly uploadIds: readonly string[];
  answer: FileAnswer | undefined;
  analysis?: Analysis;
  hash?: Uint8Array;
  plan?: FilePlan;
  report?: FileReport;
  remembered?: RememberedTable | undefined;
  own?: readonly FirmIdentity[];
  /** The organisation's own. */
  currency?: string;
};

/** A preview in memory. A crash loses it, never data: files are simply dropped again. */
export type PreviewState = {
  readonly id: string;
  readonly organizationId: string;
  readonly uploadIds: readonly string[];
  readonly watchers: Set<(preview: Preview) => void>;
  files: PreviewFile[];
  state: Preview["state"];
  progress: Preview["progress"];
  results: Preview["results"][number][];
  error: Preview["error"];
  abort: AbortController;
  /** The work under way, to wait for. */
  work: Promise<void>;
  touchedAt: number;
};

/** The state as the contract has it. */
export function previewOf(state: PreviewState): Preview {
  return {
    id: state.id,
    state: state.state,
    progress: state.progress,
    files: state.files.flatMap(({ report }) => (report === undefined ? [] : [report])),
    results: [...state.results],
    error: state.error,
  };
}

/** What is said later wins, field by field; column answers add up. */
export function mergeAnswers(
  known: FileAnswer | undefined,
  said: FileAnswer | undefined,
): FileAnswer | undefined {
  if (known === undefined || said === undefined) return said ?? known;
  const merged: Record<string, unknown> = { ...known };
  for (const [key, value] of Object.entries(said)) {
    if (value === undefined) continue;
    const before = merged[key];
    const both = typeof value === "object" && typeof before === "object" && key !== "mapping";
    merged[key] = both ? { ...(before as object), ...(value as object) } : value;
  }
  return merged as FileAnswer;
}
