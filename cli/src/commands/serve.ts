import { fileURLToPath } from "node:url";
import { startServer } from "@koers/server";
import type { CommandRun, ExitCode } from "../command.ts";
import { dataFolderOf } from "../connection/connect.ts";
import { readVersion } from "../version.ts";
import { WrongUse } from "../wrong-use.ts";

/** `koers serve`: serves the pages until Ctrl+C. */
export async function serve(run: CommandRun): Promise<ExitCode> {
  const { terminal, phrases, arguments: given } = run;
  const { t } = phrases;
  const port = given.text("port");
  if (port !== undefined && !/^\d{1,5}$/.test(port)) {
    throw new WrongUse("number", { option: "--port" });
  }
  const host = given.text("host");
  const server = await startServer({
    webFolder: fileURLToPath(new URL("../../../web/dist/app", import.meta.url)),
    version: await readVersion(),
    dataFolder: dataFolderOf(terminal),
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(host === undefined ? {} : { host }),
  });
  terminal.write(`${t("starting.ready", { url: server.url })}\n`);
  if (server.setupCode !== null) {
    terminal.write(`${t("starting.setupCode", { code: server.setupCode })}\n`);
  }
  await aborted(terminal.signal);
  terminal.writeError(`${t("starting.stopping")}\n`);
  await server.stop();
  return 0;
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
