import { createPhrases, type Language, type Phrases } from "@koers/phrases";
import type { CommandRun, ExitCode } from "./command.ts";
import { commands } from "./commands.ts";
import { helpOn, overview } from "./help-text.ts";
import { chooseLanguage } from "./language.ts";
import { loadCommand } from "./load-command.ts";
import { readArguments } from "./read-arguments.ts";
import type { Terminal } from "./terminal.ts";
import { WrongUse } from "./wrong-use.ts";

/** Does what the line asks. Returns the exit code; what goes wrong is said in one paragraph. */
export async function run(line: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let language: Language = "en";
  try {
    language = chooseLanguage(line, terminal.environment);
    return await execute(line, terminal, createPhrases(language));
  } catch (error) {
    return await report(error, terminal, createPhrases(language));
  }
}

async function execute(
  line: readonly string[],
  terminal: Terminal,
  phrases: Phrases,
): Promise<ExitCode> {
  const [name, ...rest] = line;
  if (name === undefined || name === "--help" || name === "-h") {
    terminal.write(overview(phrases));
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    const { readVersion } = await import("./version.ts");
    terminal.write(`${await readVersion()}\n`);
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new WrongUse("command", { command: name });
  const given = readArguments(command, rest);
  if (given.flag("help")) {
    terminal.write(helpOn(command, phrases));
    return 0;
  }
  const run: CommandRun = {
    terminal,
    phrases,
    arguments: given,
    organization: given.text("organization"),
  };
  const perform = await loadCommand(command.name);
  return perform(run);
}

async function report(error: unknown, terminal: Terminal, phrases: Phrases): Promise<ExitCode> {
  if (error instanceof WrongUse) {
    const sentence = phrases.t(`commandLine.wrong.${error.reason}`, error.data as never);
    terminal.writeError(`koers: ${sentence}\n`);
    return 2;
  }
  const { explainFailure } = await import("./explain-failure.ts");
  const sentence = await explainFailure(error, phrases);
  if (sentence === null) throw error;
  terminal.writeError(`koers: ${sentence}\n`);
  return 1;
}
