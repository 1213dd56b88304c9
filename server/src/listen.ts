import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Application } from "./http/application.ts";
import { portOwner } from "./port-owner.ts";
import { StartError } from "./start-error.ts";

const longestUpload = 60 * 60 * 1000;

/** Opens the port. `localhost` means this machine's own address and nothing else. */
export async function listen(app: Application, host: string, port: number): Promise<Server> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // Longer than what proxies keep, so that they do not send into a connection that just closed.
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = longestUpload;
  const address = host === "localhost" ? "127.0.0.1" : host.replace(/^\[|\]$/g, "");
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, address, () => resolve());
    });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "EADDRINUSE") {
      const owner = await portOwner(port);
      throw new StartError("port-taken", {
        port,
        other: port + 1,
        owner: owner === null ? "none" : `${owner.name} (${owner.pid})`,
      });
    }
    if (code === "EADDRNOTAVAIL" || code === "EACCES" || code === "ENOTFOUND") {
      throw new StartError("address-unusable", { host, port, reason: code });
    }
    throw error;
  }
  return server;
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
