import { createServer } from "node:net";
import { join } from "node:path";

/** Where the engine listens: a Unix socket in its own folder, or a port of the loopback address. */
export type Endpoint = {
  readonly host: string;
  readonly port: number;
  readonly options: readonly string[];
};

// The shortest limit of the three systems (macOS) on the path of a socket, less its closing zero.
const longestSocketPath = 103;
const socketPort = 5432;

/**
 * A socket where it can be: no port to collide on, out of reach for other users. Its path may be too
 * long, and Windows has none: then a free port of 127.0.0.1.
 */
export async function chooseEndpoint(cluster: string): Promise<Endpoint> {
  const socket = join(cluster, `.s.PGSQL.${socketPort}`);
  if (process.platform !== "win32" && Buffer.byteLength(socket) <= longestSocketPath) {
    return {
      host: cluster,
      port: socketPort,
      // The engine's working folder is the cluster.
      options: ["listen_addresses=", "unix_socket_directories=.", `port=${socketPort}`],
    };
  }
  const port = await freePort();
  return {
    host: "127.0.0.1",
    port,
    options: ["listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`],
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
