import type { Terminal } from "./terminal.ts";

/** The terminal of this process. The first Ctrl+C asks what is under way to stop, the second ends it. */
export function processTerminal(): Terminal {
  const stop = new AbortController();
  let asked = 0;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // One Ctrl+C arrives several times: from the terminal, and again from npm.
      if (stop.signal.aborted && performance.now() - asked > 500) process.exit(130);
      if (stop.signal.aborted) return;
      asked = performance.now();
      stop.abort();
    });
  }
  // The reader of a pipe may have had enough (`koers portfolio | head`).
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  return {
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    showsProgress: process.stderr.isTTY === true,
    width: process.stdout.columns ?? 100,
    async ask(question) {
      const { createInterface } = await import("node:readline/promises");
      const reader = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return await reader.question(question, { signal: stop.signal });
      } finally {
        reader.close();
      }
    },
    environment: process.env,
    // npm changes to the folder of the repository and says where it was called.
    folder: process.env["INIT_CWD"] ?? process.cwd(),
    signal: stop.signal,
  };
}
