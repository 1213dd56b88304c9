import { isIP } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import { resolve } from "node:path";

/** What the server is told from outside: by its environment, or by a test. */
export type Configuration = {
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string | undefined;
  readonly databaseApplicationUrl: string | undefined;
  /** The address that people type, when it is not this machine's own: `https://koers.example.nl`. */
  readonly publicUrl: URL | undefined;
  readonly trustedProxies: readonly string[];
  /** Where the built pages are; null where something else serves them. */
  readonly webFolder: string | null;
  readonly version: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

export const defaultPort = 4400;

/** Reads `KOERS_*` and `DATABASE_URL`; `given` wins. Throws a RangeError naming what it cannot use. */
export function readConfiguration(
  environment: Environment,
  given: Partial<Configuration> & Pick<Configuration, "webFolder" | "version">,
): Configuration {
  const port = given.port ?? Number(environment["KOERS_PORT"] ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`KOERS_PORT is not a port: ${environment["KOERS_PORT"] ?? port}`);
  }
  const publicUrl = given.publicUrl ?? readUrl(environment["KOERS_PUBLIC_URL"]);
  return {
    dataFolder: resolve(given.dataFolder ?? environment["KOERS_DATA"] ?? "data"),
    host: given.host ?? environment["KOERS_HOST"] ?? "localhost",
    port,
    databaseUrl: given.databaseUrl ?? (environment["DATABASE_URL"] || undefined),
    databaseApplicationUrl:
      given.databaseApplicationUrl ?? (environment["DATABASE_APPLICATION_URL"] || undefined),
    publicUrl,
    trustedProxies: given.trustedProxies ?? readList(environment["KOERS_TRUSTED_PROXIES"]),
    webFolder: given.webFolder,
    version: given.version,
  };
}

function readUrl(text: string | undefined): URL | undefined {
  if (text === undefined || text === "") return undefined;
  if (!URL.canParse(text)) throw new RangeError(`KOERS_PUBLIC_URL is not an address: ${text}`);
  return new URL(text);
}

function readList(text: string | undefined): readonly string[] {
  return (text ?? "").split(/[\s,]+/).filter((item) => item !== "");
}

/** Only this machine can reach a server on such an address. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").replace(/^::ffff:/, "");
  return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

/**
 * The names under which this server may be asked for. Anything else is refused, so that a page of
 * another site whose name was pointed at this machine gets nothing.
 */
export function allowedHosts({ host, publicUrl }: Configuration): ReadonlySet<string> {
  const names = new Set(["localhost", "127.0.0.1", "[::1]"]);
  if (publicUrl !== undefined) names.add(publicUrl.hostname);
  if (isLoopback(host)) return names;
  names.add(hostname().toLowerCase());
  for (const { address, family } of Object.values(networkInterfaces()).flatMap(
    (all) => all ?? [],
  )) {
    names.add(family === "IPv6" ? `[${address}]` : address);
  }
  if (isIP(host) === 0) names.add(host.toLowerCase());
  return names;
}
