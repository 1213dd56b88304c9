import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context, MiddlewareHandler } from "hono";
import { listPages, type PageFile } from "./list-pages.ts";

/**
 * Serves the built pages: files with a hash in their name for good, `index.html` for every address of
 * the application. Only files that stood in the folder when it was looked into can be had.
 */
export function servePages(folder: string): MiddlewareHandler {
  let pages: Promise<ReadonlyMap<string, PageFile>> | undefined;
  return async (context, next) => {
    pages ??= listPages(folder);
    const files = await pages;
    const { path } = context.req;
    const file = files.get(path);
    try {
      if (file !== undefined) return await send(context, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      // The pages were built again under a running server: what was known of them no longer holds.
      pages = undefined;
      compressed.clear();
      return next();
    }
    const index = files.get("/index.html");
    // An address with an ending asks for a file that is not there; anything else is a page.
    if (index === undefined || /\.\w{1,8}$/.test(path)) return next();
    return send(context, index);
  };
}

const compressed = new Map<string, Promise<Uint8Array>>();

async function send(context: Context, file: PageFile): Promise<Response> {
  const encoding = file.compressible ? preferred(context.req.header("accept-encoding")) : undefined;
  const content = await contentOf(file, encoding);
  return new Response(content as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": file.contentType,
      "content-length": String(content.byteLength),
      "cache-control": file.hashed ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding",
      ...(encoding === undefined ? {} : { "content-encoding": encoding }),
    },
  });
}

type Encoding = "br" | "gzip";

function preferred(accepted = ""): Encoding | undefined {
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : undefined;
}

/** The bytes of a file as they are sent; compressed once and kept. */
function contentOf(file: PageFile, encoding: Encoding | undefined): Promise<Uint8Array> {
  if (encoding === undefined) return readFile(file.path);
  const key = `${encoding} ${file.path}`;
  const known = compressed.get(key);
  if (known !== undefined) return known;
  const made = readFile(file.path).then((bytes) =>
    encoding === "gzip"
      ? promisify(gzip)(bytes, { level: 9 })
      : promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  );
  compressed.set(key, made);
  return made;
}
