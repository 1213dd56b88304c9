import type { CommandRun, ExitCode } from "../command.ts";
import { withOrganization } from "../connection/enter.ts";
import { WrongUse } from "../wrong-use.ts";

/** `koers undo IMPORT`: takes an import back. */
export function undo(run: CommandRun): Promise<ExitCode> {
  const { terminal, phrases, arguments: given } = run;
  const [word = ""] = given.words;
  if (!/^[1-9]\d{0,8}$/.test(word)) throw new WrongUse("number", { option: "IMPORT" });
  return withOrganization(run, async (connection) => {
    const answer = await connection.call("undoImport", { importId: Number(word) });
    if (given.flag("json")) terminal.write(`${JSON.stringify(answer)}\n`);
    else {
      const count = Object.values(answer.deleted).reduce((sum, rows) => sum + rows, 0);
      const words = { import: word, count };
      terminal.write(`${phrases.t("commandLine.imports.undone", words)}\n`);
    }
    return 0;
  });
}
