import { parseArgs } from "node:util";
import type { Arguments, Command } from "./command.ts";
import { WrongUse } from "./wrong-use.ts";

/** What every command takes. */
export const sharedOptions = {
  language: { kind: "text", hint: "nl | en" },
  organization: { kind: "text", hint: "NAME" },
  help: { kind: "flag" },
} as const satisfies Command["options"];

/** Holds a command's line against its form; throws `WrongUse` where it does not fit. */
export function readArguments(command: Command, line: readonly string[]): Arguments {
  const options: Command["options"] = { ...command.options, ...sharedOptions };
  const { values, positionals, tokens } = parseArgs({
    args: [...line],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { kind }]) => [
        name,
        kind === "flag"
          ? ({ type: "boolean" } as const)
          : ({ type: "string", multiple: kind === "texts" } as const),
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw new WrongUse("option", { option: token.rawName });
    if (option.kind !== "flag" && (token.value === undefined || token.value.startsWith("--"))) {
      throw new WrongUse("value", { option: token.rawName });
    }
  }
  const found = new Map(Object.entries(values));
  const { least, most, hint } = command.words;
  if (found.get("help") !== true) {
    if (positionals.length < least) throw new WrongUse("missing", { words: hint });
    if (positionals.length > most) throw new WrongUse("extra", { word: positionals[most] ?? "" });
  }
  return {
    words: positionals,
    flag: (name) => found.get(name) === true,
    text(name) {
      const value = found.get(name);
      return typeof value === "string" ? value : undefined;
    },
    texts(name) {
      const value = found.get(name);
      return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
    },
  };
}
