import type { Phrases } from "@koers/phrases";
import type { Command } from "./command.ts";
import { commands } from "./commands.ts";
import { sharedOptions } from "./read-arguments.ts";

/** What Koers can do, a line per command. */
export function overview({ t }: Phrases): string {
  const forms = commands.map((command) => formOf(command));
  const width = Math.max(...forms.map((form) => form.length));
  const lines = commands.map(
    ({ name }, index) =>
      `  ${(forms[index] ?? "").padEnd(width)}  ${t(`commandLine.commands.${name}`)}`,
  );
  return `${t("commandLine.purpose")}

${t("commandLine.usage")}: koers ${t("commandLine.command")} [...]

${lines.join("\n")}

${t("commandLine.environment")}
${t("commandLine.exitCodes")}
${t("commandLine.more")}
`;
}

/** One command with its options and examples. */
export function helpOn(command: Command, { t }: Phrases): string {
  const options = Object.entries({ ...command.options, ...sharedOptions });
  const forms = options.map(([name, { kind, ...option }]) =>
    kind === "flag" || !("hint" in option) ? `--${name}` : `--${name} ${option.hint}`,
  );
  const width = Math.max(...forms.map((form) => form.length));
  const described = options.map(
    ([name], index) =>
      `  ${(forms[index] ?? "").padEnd(width)}  ${t(`commandLine.options.${name}` as never)}`,
  );
  return `koers ${formOf(command)}

${t(`commandLine.commands.${command.name}`)}

${described.join("\n")}

${t("commandLine.examples")}:
${command.examples.map((example) => `  ${example}`).join("\n")}
`;
}

function formOf({ name, words }: Command): string {
  return words.hint === "" ? name : `${name} ${words.hint}`;
}
