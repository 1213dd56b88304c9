import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Layout } from "./layout.ts";

/** Remembers how far the engine's logs go, and gives a function that tells what came after. */
export function markLogs(layout: Layout): () => string {
  const before = new Map(readLogs(layout));
  return () =>
    readLogs(layout)
      .map(([name, text]) => {
        const known = before.get(name) ?? "";
        // A log that was begun anew (once a week) is new as a whole.
        return text.startsWith(known) ? text.slice(known.length) : text;
      })
      .join("");
}

// Starts, stops and crashes of a week: small enough to be read whole.
function readLogs(layout: Layout): readonly (readonly [string, string])[] {
  const folder = join(layout.cluster, "log");
  try {
    return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);
  } catch (error) {
    // Before the first start there is none.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
