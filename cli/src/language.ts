import type { Language } from "@koers/phrases";
import { WrongUse } from "./wrong-use.ts";

/** The language asked for, else that of the machine, else English. */
export function chooseLanguage(
  line: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const at = line.findIndex((word) => word === "--language" || word.startsWith("--language="));
  if (at >= 0) {
    const word = line[at] ?? "";
    const given = word.includes("=") ? word.slice(word.indexOf("=") + 1) : line[at + 1];
    if (given === "nl" || given === "en") return given;
    throw new WrongUse("choice", { option: "--language", choices: "nl, en" });
  }
  const machine = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return machine.toLowerCase().startsWith("nl") ? "nl" : "en";
}
