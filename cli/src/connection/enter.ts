import { StartError } from "@koers/server";
import type { CommandRun, ExitCode } from "../command.ts";
import { chooseOrganization } from "./choose-organization.ts";
import { connect } from "./connect.ts";
import type { Connection } from "./connection.ts";

/** Connects, and goes into the organisation that is meant; null where there is none yet. */
export async function enter(
  run: CommandRun,
): Promise<{ readonly connection: Connection; readonly organizationId: string | null }> {
  const connection = await connect(run);
  try {
    const { organizations } = await connection.call("getSession", {});
    const chosen = chooseOrganization(organizations, run.organization);
    if (chosen !== undefined) connection.useOrganization(chosen.id);
    return { connection, organizationId: chosen?.id ?? null };
  } catch (error) {
    await connection.close();
    // A server that was still starting a moment ago: it is entered now.
    if (error instanceof StartError && error.code === "already-running") return enter(run);
    throw error;
  }
}

/** Runs a command that reads what was imported; says so where there is nothing yet. */
export async function withOrganization(
  run: CommandRun,
  work: (connection: Connection) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { connection, organizationId } = await enter(run);
  try {
    if (organizationId === null) {
      run.terminal.writeError(`koers: ${run.phrases.t("commandLine.nothingImported")}\n`);
      return 1;
    }
    return await work(connection);
  } finally {
    await connection.close();
  }
}
