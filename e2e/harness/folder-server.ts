import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** Compiled modules of a folder, and an empty page to load them from. */
export type FolderServer = {
  readonly url: string;
  readonly stop: () => Promise<void>;
};

export async function serveFolder(folder: string): Promise<FolderServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end("<!doctype html><title>modules</title><link rel=icon href=data:,>");
      return;
    }
    readFile(path.join(folder, pathname)).then(
      (contents) => {
        response.setHeader("content-type", "text/javascript; charset=utf-8");
        response.end(contents);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
