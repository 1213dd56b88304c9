/** Where a command reads from and writes to; a test hands in its own. */
export type Terminal = {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Someone reads the answers and can be asked. */
  readonly interactive: boolean;
  /** Progress may be drawn over itself. */
  readonly showsProgress: boolean;
  readonly width: number;
  readonly ask: (question: string) => Promise<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where relative paths start: the folder that the command was typed in. */
  readonly folder: string;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
};
