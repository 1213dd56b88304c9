import { readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

export type PageFile = {
  readonly path: string;
  readonly contentType: string;
  readonly compressible: boolean;
  /** Named after its content, so that it never changes. */
  readonly hashed: boolean;
};

const contentTypes = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".webmanifest", "application/manifest+json; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".txt", "text/plain; charset=utf-8"],
  [".png", "image/png"],
  [".ico", "image/x-icon"],
  [".woff2", "font/woff2"],
]);
const alreadySmall = new Set([".png", ".ico", ".woff2"]);

/** The files of a folder by the path under which they are asked for; what has no known type is left out. */
export async function listPages(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const extension = extname(entry.name);
    const contentType = contentTypes.get(extension);
    if (!entry.isFile() || contentType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    files.set(address, {
      path,
      contentType,
      compressible: !alreadySmall.has(extension),
      hashed: address.startsWith("/assets/"),
    });
  }
  return files;
}
