import { isAbsolute } from "node:path";
import { readConfiguration } from "./configuration.ts";
import { createServices } from "./create-services.ts";
import { createApplication } from "./http/application.ts";
import { createLog } from "./log.ts";

/** Koers inside this process, for the length of one command: no port is opened. */
export type InProcess = {
  readonly send: (request: Request) => Promise<Response>;
  readonly token: string;
  /** A file of this machine, read where it stands instead of being copied first. */
  readonly borrow: (path: string) => Promise<{ readonly uploadId: string; readonly name: string }>;
  readonly close: () => Promise<void>;
};

type Options = {
  readonly dataFolder: string;
  readonly version: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** The database is opened by the first request that needs it; reading files needs none. */
export function openInProcess({ dataFolder, version, environment }: Options): InProcess {
  if (!isAbsolute(dataFolder)) throw new RangeError(`not an absolute path: ${dataFolder}`);
  const configuration = readConfiguration(environment, {
    dataFolder,
    version,
    webFolder: null,
    host: "localhost",
  });
  const services = createServices(configuration, createLog("silent"));
  let failure: unknown;
  const database = () =>
    services.database().catch((error: unknown) => {
      failure = error;
      throw error;
    });
  const application = createApplication({ ...services, database });
  return {
    async send(request) {
      failure = undefined;
      const response = await application.fetch(request);
      // Why the database could not be opened says more than that a request failed.
      if (failure !== undefined) throw failure;
      return response;
    },
    token: services.localToken,
    borrow: (path) => services.uploads.borrow("local", path),
    close: services.close,
  };
}
