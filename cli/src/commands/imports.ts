import type { CommandRun, ExitCode } from "../command.ts";
import { withOrganization } from "../connection/enter.ts";
import { plainText } from "../show/plain-text.ts";
import { textTable } from "../show/table.ts";

/** `koers imports`: what was imported. */
export function imports(run: CommandRun): Promise<ExitCode> {
  const { terminal, phrases, arguments: given } = run;
  const { t, format } = phrases;
  return withOrganization(run, async (connection) => {
    const { imports: all } = await connection.call("listImports", {});
    if (given.flag("json")) {
      for (const one of all) terminal.write(`${JSON.stringify(one)}\n`);
      return 0;
    }
    const columns = [
      { head: t("commandLine.imports.file"), align: "left" },
      { head: t("commandLine.imports.number"), align: "right" },
      { head: t("commandLine.imports.format"), align: "left" },
      { head: t("commandLine.imports.covers"), align: "left" },
      { head: t("commandLine.imports.records"), align: "right" },
      { head: t("commandLine.imports.at"), align: "left" },
    ] as const;
    const rows = all.map((one) => [
      plainText(one.file),
      String(one.importId),
      one.status === "active"
        ? one.format
        : `${one.format} (${t("commandLine.imports.superseded")})`,
      one.covers === null ? "" : `${format.day(one.covers.from)} – ${format.day(one.covers.to)}`,
      format.number(
        Object.values(one.records).reduce((sum, count) => sum + count, 0),
        0,
      ),
      format.moment(one.createdAt),
    ]);
    terminal.write(textTable(columns, rows, terminal.width));
    return 0;
  });
}
