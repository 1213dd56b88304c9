import type { Zip } from "#zip/open-zip.ts";
import type { ZipEntry } from "#zip/zip-entry.ts";
import { readWholePart } from "./xml-part.ts";

export type Relationship = {
  /** The last word of its type: `worksheet`, `sharedStrings`, `styles`. */
  readonly type: string;
  /** Full name of the part inside the package; undefined when it points outside. */
  readonly target: string | undefined;
};

/** Resolves a relationship target against the folder of its source part. */
export function resolveTarget(folder: string, target: string): string | undefined {
  const parts = target.startsWith("/") ? [] : folder.split("/").filter(Boolean);
  for (const part of target.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return /^[a-z][a-z0-9+.-]*:/i.test(target) ? undefined : parts.join("/");
}

/** Reads a `.rels` part: relationships by their id. */
export async function readRelationships(
  zip: Zip,
  entry: ZipEntry,
  folder: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const found = new Map<string, Relationship>();
  await readWholePart(zip, entry, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id, Type = "", Target = "", TargetMode } = attributes as Record<string, string>;
      if (Id === undefined) return;
      const outside = TargetMode === "External";
      found.set(Id, {
        type: Type.slice(Type.lastIndexOf("/") + 1),
        target: outside ? undefined : resolveTarget(folder, Target),
      });
    },
  });
  return found;
}
