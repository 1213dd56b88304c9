import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

export type Ended = {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
  /** The largest resident memory of the process, in megabytes. */
  readonly megabytes: number;
  readonly milliseconds: number;
};

/** Runs `koers` as a process of its own, as a script would. */
export function koers(
  dataFolder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const started = performance.now();
  const report =
    'process.on("exit", () => process.stderr.write("\\n#memory " + process.resourceUsage().maxRSS))';
  const reporter = `data:text/javascript,${encodeURIComponent(report)}`;
  const child = spawn(
    process.execPath,
    ["--conditions=source", `--import=${reporter}`, join(root, "cli/src/main.ts"), ...words],
    {
      cwd: root,
      env: {
        PATH: process.env["PATH"],
        LANG: "en_GB.UTF-8",
        KOERS_DATA: dataFolder,
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const [out, error]: [string[], string[]] = [[], []];
  child.stdout.setEncoding("utf8").on("data", (text: string) => out.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => error.push(text));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      const [said = "", memory = "0"] = error.join("").split("\n#memory ");
      done({
        code,
        out: out.join(""),
        error: said,
        megabytes: Number(memory) / 1024,
        milliseconds: performance.now() - started,
      });
    });
  });
}

export function newDataFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "koers-cli-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
