import type { CommandRun, ExitCode } from "../command.ts";
import { connectForReading } from "../connection/connect.ts";
import { asTyped, uploadFiles } from "../files.ts";
import { reportText } from "../show/report.ts";
import { reportJson } from "../show/report-json.ts";

/** `koers inspect FILE...`: reads files and says what is in them. */
export async function inspect({
  terminal,
  phrases,
  arguments: given,
}: CommandRun): Promise<ExitCode> {
  const connection = await connectForReading({ terminal });
  try {
    const files = await uploadFiles(connection, terminal.folder, given.words);
    const uploadIds = files.map(({ uploadId }) => uploadId);
    const answer = await connection.call("inspectFiles", { uploadIds });
    const reports = asTyped(answer.files, files);
    for (const report of reports) {
      terminal.write(
        given.flag("json")
          ? `${JSON.stringify(reportJson(report, phrases))}\n`
          : reportText(report, phrases),
      );
    }
    return reports.every(({ accepted }) => accepted) ? 0 : 1;
  } finally {
    await connection.close();
  }
}
