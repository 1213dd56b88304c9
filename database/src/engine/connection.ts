import type { ConnectionOptions } from "node:tls";

/** Where a role logs in. `host` is a name, an address, or the folder of a Unix socket. */
export type Connection = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl?: boolean | ConnectionOptions;
};
