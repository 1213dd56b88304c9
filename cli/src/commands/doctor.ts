import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkDataFolder, readRuntimeFile } from "@koers/server";
import type { CommandRun, ExitCode } from "../command.ts";
import { connect, dataFolderOf } from "../connection/connect.ts";
import { explainFailure } from "../explain-failure.ts";

type Finding = { readonly what: string; readonly good: boolean; readonly text: string };

/** `koers doctor`: whether everything that Koers needs is there. */
export async function doctor(run: CommandRun): Promise<ExitCode> {
  const { terminal, phrases, arguments: given } = run;
  const { t } = phrases;
  const findings: Finding[] = [];
  for (const [what, look] of checks) {
    let finding: Omit<Finding, "what">;
    try {
      finding = await look(run);
    } catch (error) {
      const text = await explainFailure(error, phrases);
      if (text === null) throw error;
      finding = { good: false, text };
    }
    findings.push({ what, ...finding });
    if (!given.flag("json")) {
      const verdict = t(`commandLine.doctor.${finding.good ? "good" : "wrong"}`);
      terminal.write(`${t(`commandLine.doctor.${what}`)}: ${verdict}, ${finding.text}\n`);
    }
  }
  if (given.flag("json")) terminal.write(`${JSON.stringify(findings)}\n`);
  return findings.every(({ good }) => good) ? 0 : 1;
}

type Check = (run: CommandRun) => Promise<Omit<Finding, "what">>;

const checks = [
  ["node", lookAtNode],
  ["dataFolder", lookAtDataFolder],
  ["server", lookForServer],
  ["database", lookAtDatabase],
  ["pages", lookAtPages],
] as const satisfies readonly (readonly [string, Check])[];

async function lookAtNode({ phrases }: CommandRun) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const good = major > 22 || (major === 22 && minor >= 18);
  const version = process.versions.node;
  return { good, text: good ? version : phrases.t("commandLine.doctor.nodeOld", { version }) };
}

async function lookAtDataFolder({ terminal, phrases }: CommandRun) {
  const folder = dataFolderOf(terminal);
  await checkDataFolder(folder);
  return { good: true, text: phrases.t("commandLine.doctor.writable", { folder }) };
}

async function lookForServer({ terminal, phrases }: CommandRun) {
  const running = await readRuntimeFile(dataFolderOf(terminal));
  const text =
    running === null
      ? phrases.t("commandLine.doctor.notRunning")
      : phrases.t("commandLine.doctor.running", { url: running.url });
  return { good: true, text };
}

/** Opens the database, which brings it up to date, and asks it something. */
async function lookAtDatabase(run: CommandRun) {
  const connection = await connect(run);
  try {
    const { organizations } = await connection.call("getSession", {});
    const names = organizations.map(({ name }) => name).join(", ");
    return { good: true, text: names === "" ? "-" : names };
  } finally {
    await connection.close();
  }
}

async function lookAtPages({ phrases }: CommandRun) {
  const page = fileURLToPath(new URL("../../../web/dist/app/index.html", import.meta.url));
  const built = existsSync(page);
  return { good: true, text: phrases.t(`commandLine.doctor.${built ? "built" : "notBuilt"}`) };
}
