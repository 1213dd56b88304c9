import type { OutputOf } from "@koers/contract";
import type { Phrases } from "@koers/phrases";
import type { Terminal } from "../terminal.ts";
import { plainText } from "./plain-text.ts";

type Progress = OutputOf<"getPreview">["progress"];

/** One line on standard error that is drawn over itself; nothing where nobody looks. */
export function progressLine(terminal: Terminal, { t }: Phrases) {
  let shown = "";
  return {
    show({ stage, file, done, total }: Progress): void {
      if (!terminal.showsProgress) return;
      const share = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : "";
      const name = file === null ? "" : `${plainText(file)}: `;
      const text = `${name}${t(`commandLine.importing.stages.${stage}`)}${share}`;
      if (text === shown) return;
      shown = text;
      terminal.writeError(`\r${text.slice(0, terminal.width - 1)}\u001b[K`);
    },
    clear(): void {
      if (shown !== "") terminal.writeError("\r\u001b[K");
      shown = "";
    },
  };
}
