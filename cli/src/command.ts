import type { Phrases } from "@koers/phrases";
import type { Terminal } from "./terminal.ts";

/** What a command is told on its line. */
export type Arguments = {
  readonly words: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
};

export type CommandRun = {
  readonly terminal: Terminal;
  readonly phrases: Phrases;
  readonly arguments: Arguments;
  /** The organisation's name or id, where there are several. */
  readonly organization: string | undefined;
};

/** 0: done. 1: refused, or problems. 2: wrong use. */
export type ExitCode = 0 | 1 | 2;

export type Execute = (run: CommandRun) => Promise<ExitCode>;

type Option = { readonly kind: "flag" | "text" | "texts"; readonly hint?: string };

/** The form of a command. */
export type Command = {
  readonly name: CommandName;
  /** How its words are shown in the help, and how many there may be. */
  readonly words: { readonly hint: string; readonly least: number; readonly most: number };
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
};

export type CommandName =
  | "inspect"
  | "import"
  | "portfolio"
  | "customer"
  | "imports"
  | "undo"
  | "export"
  | "serve"
  | "doctor"
  | "help";
