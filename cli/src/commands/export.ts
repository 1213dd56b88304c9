import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import type { CommandRun, ExitCode } from "../command.ts";
import { withOrganization } from "../connection/enter.ts";

/** `koers export`: everything of the organisation as one archive. */
export function exportOrganization(run: CommandRun): Promise<ExitCode> {
  const { terminal, phrases, arguments: given } = run;
  return withOrganization(run, async (connection) => {
    const { fileName, content } = await connection.download("exportOrganization", {});
    const file = resolve(terminal.folder, given.text("output") ?? fileName);
    await pipeline(content, createWriteStream(file, { mode: 0o600 }));
    terminal.write(`${phrases.t("commandLine.exported", { file })}\n`);
    return 0;
  });
}
