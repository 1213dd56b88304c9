import type { CommandRun, ExitCode } from "../command.ts";
import { commands } from "../commands.ts";
import { helpOn, overview } from "../help-text.ts";
import { WrongUse } from "../wrong-use.ts";

/** `koers help [COMMAND]`. */
export async function help({ terminal, phrases, arguments: given }: CommandRun): Promise<ExitCode> {
  const [name] = given.words;
  if (name === undefined) {
    terminal.write(overview(phrases));
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new WrongUse("command", { command: name });
  terminal.write(helpOn(command, phrases));
  return 0;
}
