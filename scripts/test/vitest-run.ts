import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** What one run of tests came to. A file that could not be loaded counts as one that failed. */
export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

export type VitestRun = {
  readonly options: readonly string[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
};

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
};

export const root = path.resolve(fileURLToPath(import.meta.url), "../../..");

/** Runs vitest with its output as it comes, and counts from its own report. */
export async function runVitest({ options, environment = {} }: VitestRun): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), "koers-test-report-"));
  const report = path.join(folder, "report.json");
  try {
    const status = await run(
      [
        path.join(root, "node_modules/vitest/vitest.mjs"),
        "run",
        ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
        ...options,
      ],
      environment,
    );
    return outcomeOf(report, status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(
  args: readonly string[],
  environment: NonNullable<VitestRun["environment"]>,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: "inherit",
    });
    child.on("error", reject);
    child.on("exit", (status) => resolve(status));
  });
}

function outcomeOf(report: string, status: number | null): Outcome {
  let read: Report;
  try {
    read = JSON.parse(readFileSync(report, "utf8")) as Report;
  } catch (error) {
    console.error(`vitest left no report (it ended with ${String(status)}): ${String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const unloaded = read.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = read.numFailedTests + unloaded.length;
  return {
    passed: read.numPassedTests,
    // An error outside of any test ends vitest with a failure and fails no test.
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}

export function addUp(outcomes: readonly Outcome[]): Outcome {
  const sum = (of: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[of], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** `12 passed, 0 failed`, and how many were skipped where some were. */
export function inWords({ passed, failed, skipped }: Outcome): string {
  const base = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? base : `${base}, ${skipped} skipped`;
}
