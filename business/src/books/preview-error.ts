import type { Preview } from "@koers/contract";
import { DatabaseError } from "@koers/database";
import { KoersError } from "../koers-error.ts";

/** What a preview says of a fault that ended its work. */
export function previewError(error: unknown): NonNullable<Preview["error"]> {
  if (error instanceof KoersError) return { code: error.code, data: { ...error.data } };
  if (error instanceof DatabaseError) {
    const code = error.code === "database-full" ? "disk-full" : "database-unavailable";
    return { code, data: {} };
  }
  // The class of the fault and nothing else: its message may quote what stands in the books.
  return { code: "internal", data: { reason: error instanceof Error ? error.name : "unknown" } };
}
