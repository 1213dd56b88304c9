import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { type Configuration, isLoopback, readConfiguration } from "./configuration.ts";
import { createServices } from "./create-services.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { createApplication } from "./http/application.ts";
import { listen, portOf } from "./listen.ts";
import { createLog, faultOf } from "./log.ts";
import { readRuntimeFile, removeRuntimeFile, writeRuntimeFile } from "./runtime-file.ts";
import { StartError } from "./start-error.ts";

export type StartOptions = Partial<Configuration> &
  Pick<Configuration, "webFolder" | "version"> & {
    readonly logLevel?: "info" | "warn" | "error" | "silent";
  };

export type RunningServer = {
  readonly url: string;
  readonly port: number;
  /** To be shown to who may make the first account; null where none is needed. */
  readonly setupCode: string | null;
  readonly dataFolder: string;
  readonly stop: () => Promise<void>;
};

const sweepEvery = 10 * 60 * 1000;

/** Starts Koers and resolves when it serves. Throws a `StartError` or `DatabaseError` that says why not. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const started = performance.now();
  const configuration = configurationOf(options);
  const { dataFolder, host } = configuration;
  const log = createLog(options.logLevel ?? "warn");
  if (
    configuration.webFolder !== null &&
    !existsSync(join(configuration.webFolder, "index.html"))
  ) {
    throw new StartError("pages-missing");
  }
  await prepareDataFolder(dataFolder);
  const other = await readRuntimeFile(dataFolder);
  if (other !== null && other.pid !== process.pid) {
    throw new StartError("already-running", { url: other.url, pid: other.pid });
  }
  const services = createServices(configuration, log);
  const server = await listen(createApplication(services), host, configuration.port);
  const port = portOf(server);
  const url = urlOf(configuration, port);
  try {
    await services.database();
    await writeRuntimeFile(dataFolder, {
      pid: process.pid,
      url: `http://${addressOnThisMachine(host)}:${port}`,
      token: services.localToken,
    });
    log("info", { event: "uploads-swept", count: await services.uploads.sweep(true) });
  } catch (error) {
    await close(server);
    await services.close();
    throw error;
  }
  log("info", { event: "started", port, milliseconds: Math.round(performance.now() - started) });
  const sweeping = setInterval(() => {
    services.uploads.sweep().catch((error: unknown) => {
      log("error", { event: "fault", operation: "sweep", ...faultOf(error) });
    });
  }, sweepEvery);
  sweeping.unref();

  let stopping: Promise<void> | undefined;
  return {
    url,
    port,
    setupCode: services.setupCode,
    dataFolder,
    stop() {
      stopping ??= (async () => {
        clearInterval(sweeping);
        await removeRuntimeFile(dataFolder);
        await close(server);
        await services.close();
        log("info", { event: "stopped" });
      })();
      return stopping;
    },
  };
}

function configurationOf(options: StartOptions): Configuration {
  try {
    return readConfiguration(process.env, options);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new StartError("configuration-invalid", { reason: error.message });
    }
    throw error;
  }
}

/** What a person types. */
function urlOf({ publicUrl, host }: Configuration, port: number): string {
  if (publicUrl !== undefined) return publicUrl.href.replace(/\/$/, "");
  const everywhere = host === "0.0.0.0" || host === "::";
  return `http://${everywhere || isLoopback(host) ? "localhost" : host}:${port}`;
}

/** The loopback address where the server listens on it; else the one that it does listen on. */
function addressOnThisMachine(host: string): string {
  if (host === "::") return "[::1]";
  return host === "localhost" || host === "0.0.0.0" ? "127.0.0.1" : bracketed(host);
}

function bracketed(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}

/** Lets what is under way end, for five seconds, and then ends it. */
async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}
