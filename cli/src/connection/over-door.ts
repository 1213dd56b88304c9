import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { addressOf, client, type OutputOf, RequestRefused, routes } from "@koers/contract";
import type { Connection, Uploaded } from "./connection.ts";
import { eventsOf } from "./events.ts";

/** A way to send requests to Koers as the owner of this machine. */
export type Door = {
  readonly url: string;
  readonly token: string;
  readonly send: (request: Request) => Promise<Response>;
  /** Where Koers is in this process: it can read a file where it stands. */
  readonly borrow?: (path: string) => Promise<Uploaded>;
  readonly close: () => Promise<void>;
};

/** The requests of the command line, through a door. */
export function overDoor(door: Door): Connection {
  let organization: string | undefined;

  function send(method: string, url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${door.token}`);
    if (organization !== undefined) headers.set("koers-organization", organization);
    return door.send(new Request(`${door.url}${url}`, { ...init, method, headers }));
  }

  async function requireDone(response: Response): Promise<Response> {
    if (response.ok) return response;
    const { error } = (await response.json()) as { error: RequestRefused };
    throw new RequestRefused(response.status, error.code, error.data);
  }

  return {
    call: client(routes, ({ method, url, headers, body }) =>
      send(method, url, { headers, ...(body === undefined ? {} : { body: body as string }) }),
    ),
    async upload(path) {
      if (!(await stat(path)).isFile()) {
        throw Object.assign(new Error("not a file"), { syscall: "read", code: "EISDIR", path });
      }
      if (door.borrow !== undefined) return door.borrow(path);
      const { url } = addressOf(routes.uploadFile, { name: basename(path) }, true);
      const response = await send("POST", url, {
        headers: { "content-type": "application/octet-stream" },
        body: Readable.toWeb(createReadStream(path)) as ReadableStream,
        duplex: "half",
      } as RequestInit);
      return (await (await requireDone(response)).json()) as OutputOf<"uploadFile">;
    },
    async *watch(id, signal) {
      const { url } = addressOf(routes.watchPreview, { id });
      const response = await requireDone(await send("GET", url, { signal }));
      if (response.body === null) return;
      for await (const data of eventsOf(response.body)) {
        yield JSON.parse(data) as OutputOf<"getPreview">;
      }
    },
    async download(id, input) {
      const { url } = addressOf(routes[id], input);
      const response = await requireDone(await send("GET", url));
      const disposition = response.headers.get("content-disposition") ?? "";
      return {
        fileName: basename(/filename="([^"]+)"/.exec(disposition)?.[1] ?? "koers-export"),
        content: (response.body ?? Readable.toWeb(Readable.from([]))) as AsyncIterable<Uint8Array>,
      };
    },
    useOrganization(id) {
      organization = id;
    },
    close: door.close,
  };
}
