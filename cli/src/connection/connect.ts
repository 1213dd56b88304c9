import { resolve } from "node:path";
import { openInProcess, readRuntimeFile } from "@koers/server";
import type { CommandRun } from "../command.ts";
import { readVersion } from "../version.ts";
import type { Connection } from "./connection.ts";
import { type Door, overDoor } from "./over-door.ts";

/** Enters the server that runs on the data folder; where none does, Koers is opened for this command. */
export async function connect({ terminal }: Pick<CommandRun, "terminal">): Promise<Connection> {
  const dataFolder = dataFolderOf(terminal);
  const running = await readRuntimeFile(dataFolder);
  if (running === null) return overDoor(await ownDoor(terminal, dataFolder));
  return overDoor({
    url: running.url,
    token: running.token,
    send: (request) => fetch(request),
    close: async () => undefined,
  });
}

/** For what needs no database and no running server: reading files. */
export async function connectForReading({
  terminal,
}: Pick<CommandRun, "terminal">): Promise<Connection> {
  return overDoor(await ownDoor(terminal, dataFolderOf(terminal)));
}

export function dataFolderOf({ environment, folder }: CommandRun["terminal"]): string {
  return resolve(folder, environment["KOERS_DATA"] || "data");
}

async function ownDoor(terminal: CommandRun["terminal"], dataFolder: string): Promise<Door> {
  const opened = openInProcess({
    dataFolder,
    version: await readVersion(),
    environment: terminal.environment,
  });
  return { url: "http://localhost", ...opened };
}
