import type { OutputOf } from "@koers/contract";
import { answersTo, readTableOptions } from "../answers.ts";
import type { CommandRun, ExitCode } from "../command.ts";
import type { Connection } from "../connection/connection.ts";
import { enter } from "../connection/enter.ts";
import { asTyped, type GivenFile, uploadFiles } from "../files.ts";
import { resultText } from "../show/import-result.ts";
import { plainText } from "../show/plain-text.ts";
import { progressLine } from "../show/progress.ts";
import { reportText } from "../show/report.ts";
import { reportJson } from "../show/report-json.ts";

type Preview = OutputOf<"getPreview">;

/** `koers import FILE...`: shows what the files would change and, when told to, imports them. */
export async function importFiles(run: CommandRun): Promise<ExitCode> {
  const options = readTableOptions(run.arguments);
  const { connection, organizationId } = await enter(run);
  try {
    const files = await uploadFiles(connection, run.terminal.folder, run.arguments.words);
    if (organizationId === null) await makeOrganization(run, connection, files);
    const preview = await look(run, connection, files, options);
    showPreview(run, preview, files);
    if (preview.state === "cancelled") return stopped(run);
    const decision = await decide(run, preview);
    if (!decision) {
      await connection.call("cancelPreview", { id: preview.id });
      return 1;
    }
    const overrides = overridesOf(preview, run.arguments.text("override"));
    await connection.call("confirmPreview", { id: preview.id, overrides });
    const done = await follow(run, connection, preview.id);
    showResults(run, done);
    if (done.state === "cancelled") return stopped(run);
    const good = done.results.every(
      ({ outcome }) => outcome === "imported" || outcome === "already-imported",
    );
    return done.state === "done" && good ? 0 : 1;
  } finally {
    await connection.close();
  }
}

/** The first import on an empty Koers: the organisation is called after the firm in the books. */
async function makeOrganization(
  { terminal, phrases }: CommandRun,
  connection: Connection,
  files: readonly GivenFile[],
): Promise<void> {
  const uploadIds = files.map(({ uploadId }) => uploadId);
  const report = await connection.call("inspectFiles", { uploadIds });
  const named = report.files.find(({ administration }) => administration?.name);
  const name =
    plainText(named?.administration?.name ?? "Koers")
      .trim()
      .slice(0, 200) || "Koers";
  const { organization } = await connection.call("createOrganization", { name });
  if (organization !== null) connection.useOrganization(organization.id);
  terminal.writeError(`${phrases.t("commandLine.importing.organizationMade", { name })}\n`);
}

/** Has the files read, and answers what the options answer. */
async function look(
  run: CommandRun,
  connection: Connection,
  files: readonly GivenFile[],
  options: ReturnType<typeof readTableOptions>,
): Promise<Preview> {
  const uploadIds = files.map(({ uploadId }) => uploadId);
  const { previewId: id } = await connection.call("startPreview", { uploadIds });
  const first = await follow(run, connection, id);
  const answers = first.state === "ready" ? answersTo(first.files, options) : [];
  if (answers.length === 0) return first;
  await connection.call("answerPreview", { id, answers });
  return follow(run, connection, id);
}

/** Shows how a preview goes on until it rests; Ctrl+C asks it to stop, and waits until it has. */
async function follow(
  { terminal, phrases }: CommandRun,
  connection: Connection,
  id: string,
): Promise<Preview> {
  const progress = progressLine(terminal, phrases);
  const cancel = () => void connection.call("cancelPreview", { id });
  terminal.signal.addEventListener("abort", cancel, { once: true });
  try {
    for await (const preview of connection.watch(id, AbortSignal.timeout(24 * 60 * 60 * 1000))) {
      progress.show(preview.progress);
      if (preview.state !== "reading" && preview.state !== "importing") break;
    }
  } finally {
    terminal.signal.removeEventListener("abort", cancel);
    progress.clear();
  }
  return connection.call("getPreview", { id });
}

/** Whether to go on: told by `--yes`, or asked. What is still a question or refused says how to go on. */
async function decide(run: CommandRun, preview: Preview): Promise<boolean> {
  const { terminal, phrases, arguments: given } = run;
  const say = (key: "answer" | "overrideHint" | "addYes" | "notDone") =>
    terminal.writeError(`${phrases.t(`commandLine.importing.${key}`)}\n`);
  const overrides = overridesOf(preview, given.text("override"));
  const stuck = preview.files.filter(
    ({ accepted, file }) => !accepted && !Object.hasOwn(overrides, file),
  );
  const problems = stuck.flatMap((file) => file.problems);
  if (problems.some(({ severity }) => severity === "ask")) say("answer");
  if (stuck.some(differs)) say("overrideHint");
  if (preview.state !== "ready" || stuck.length === preview.files.length) {
    say("notDone");
    return false;
  }
  if (given.flag("yes")) {
    if (stuck.length > 0) say("notDone");
    return stuck.length === 0;
  }
  if (!terminal.interactive) {
    say("addYes");
    return false;
  }
  const answer = await terminal.ask(phrases.t("commandLine.importing.question"));
  const yes = phrases.t("commandLine.importing.yesWords").split(" ");
  if (yes.includes(answer.trim().toLowerCase())) return true;
  say("notDone");
  return false;
}

const controlTotals = /^(LINES_COUNT|TOTAL_DEBIT|TOTAL_CREDIT)_MISMATCH$|^CONTROL_TOTAL/;

function differs({ problems }: Preview["files"][number]): boolean {
  return problems.some(({ code, severity }) => severity === "refuse" && controlTotals.test(code));
}

function overridesOf(preview: Preview, reason: string | undefined): Record<string, string> {
  if (reason === undefined) return {};
  return Object.fromEntries(preview.files.filter(differs).map(({ file }) => [file, reason]));
}

function showPreview(run: CommandRun, preview: Preview, files: readonly GivenFile[]): void {
  const { terminal, phrases, arguments: given } = run;
  for (const report of asTyped(preview.files, files)) {
    if (given.flag("json")) {
      const changes = report.changes;
      terminal.write(`${JSON.stringify({ ...reportJson(report, phrases), changes })}\n`);
    } else terminal.write(reportText(report, phrases));
  }
}

function showResults({ terminal, phrases, arguments: given }: CommandRun, preview: Preview): void {
  for (const result of preview.results) {
    terminal.write(
      given.flag("json") ? `${JSON.stringify(result)}\n` : `${resultText(result, phrases)}\n`,
    );
  }
}

function stopped({ terminal, phrases }: CommandRun): ExitCode {
  terminal.writeError(`${phrases.t("commandLine.importing.cancelled")}\n`);
  return 1;
}
